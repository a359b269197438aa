/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edits of a model: what is completed, what is refused, what is seen. */

#include "config.h"

#include <locale.h>

#include "mezasu/model.h"

static const MzKind *
kind (const char *name)
{
  return mz_schema_kind (mz_schema_default (), name);
}

static char *
insert (MzModel *model, const char *kind_name, const char *title)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;
  char *id = g_strdup (mz_edit_insert (edit, kind (kind_name), NULL));
  if (title != NULL)
    mz_edit_set_text (edit, kind (kind_name), id, "title", title);
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  return id;
}

static gboolean
link_records (MzModel *model, const char *cause, const char *result, GError **error)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  mz_edit_link (edit, mz_schema_default (), cause, result);
  return mz_model_edit (model, edit, error);
}

static void
test_new (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzRecord *organisation = mz_model_single (model, "organisation");
  g_autofree char *title = mz_record_title (organisation);

  /* Without a name it is known by its kind, not by the first choice among its fields. */
  g_assert_cmpstr (title, ==, "Organisation");
  g_assert_cmpuint (mz_model_count (model, "organisation"), ==, 1);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, 0);
  g_assert_cmpint (mz_record_integer (organisation, "fiscal_month", 0), ==, 4);
  g_assert_false (mz_record_has (organisation, "staff"));
  g_assert_true (mz_model_find (model, mz_record_id (organisation)) == organisation);
}

static void
count_cb (GObject *object, gpointer counter)
{
  ++*(int *)counter;
}

static void
test_edit (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *seen = NULL;
  guint64 before = mz_model_revision (model);
  int changes = 0;
  MzRecord *risk;
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);

  g_signal_connect (model, "changed", G_CALLBACK (count_cb), &changes);
  id = insert (model, "risk", "Card data stolen");
  risk = mz_model_find (model, id);
  g_assert_cmpint (changes, ==, 1);
  g_assert_cmpuint (mz_model_revision (model), ==, before + 1);
  g_assert_true (mz_record_choice_is (risk, "class", "system"));
  mz_edit_set_integer (edit, kind ("risk"), id, "likelihood", 3);
  mz_edit_set_text (edit, kind ("risk"), id, "code", "R-07");
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpint (mz_record_integer (risk, "likelihood", 0), ==, 3);
  title = mz_record_label (risk);
  g_assert_cmpstr (title, ==, "R-07 Card data stolen");
  g_object_get (risk, "title", &seen, NULL);
  g_assert_cmpstr (seen, ==, "Card data stolen");
}

static void
notified_cb (GObject *object, GParamSpec *spec, gpointer counter)
{
  ++*(int *)counter;
}

static void
test_notify (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *id = insert (model, "risk", "R");
  int notifications = 0;

  g_signal_connect (mz_model_find (model, id), "notify::inherent-impact", G_CALLBACK (notified_cb),
                    &notifications);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (MzEdit) edit = mz_edit_new (NULL);
      mz_edit_set_integer (edit, kind ("risk"), id, "inherent_impact", i < 2 ? 4 : 5);
      g_assert_true (mz_model_edit (model, edit, NULL));
    }
  g_assert_cmpint (notifications, ==, 2);
}

static void
test_positions (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *a = insert (model, "aspect", "a");
  g_autofree char *b = insert (model, "aspect", "b");
  g_autofree char *c = insert (model, "aspect", "c");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  gint64 place = mz_record_integer (mz_model_find (model, a), "position", 0);

  g_assert_cmpstr (mz_record_id (mz_model_nth (model, "aspect", 2)), ==, c);
  mz_edit_set_integer (edit, kind ("aspect"), c, "position", place - 1);
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpstr (mz_record_id (mz_model_nth (model, "aspect", 0)), ==, c);
  g_assert_cmpstr (mz_record_id (mz_model_nth (model, "aspect", 1)), ==, a);
  g_assert_cmpstr (mz_record_id (mz_model_nth (model, "aspect", 2)), ==, b);
}

/* An option goes with its steps, their amounts and effects; a step after another only forgets it. */
static void
test_cascade (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) build = mz_edit_new (NULL);
  g_autoptr (MzEdit) drop = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *option = mz_edit_insert (build, kind ("option"), NULL), *other, *step, *later, *flow,
             *risk, *effect;

  mz_edit_set_text (build, kind ("option"), option, "title", "A");
  other = mz_edit_insert (build, kind ("option"), NULL);
  mz_edit_set_text (build, kind ("option"), other, "title", "B");
  step = mz_edit_insert (build, kind ("step"), NULL);
  mz_edit_set_text (build, kind ("step"), step, "title", "first");
  mz_edit_set_text (build, kind ("step"), step, "option", option);
  later = mz_edit_insert (build, kind ("step"), NULL);
  mz_edit_set_text (build, kind ("step"), later, "title", "second");
  mz_edit_set_text (build, kind ("step"), later, "option", other);
  mz_edit_set_text (build, kind ("step"), later, "predecessor", step);
  flow = mz_edit_insert (build, kind ("cash_flow"), NULL);
  mz_edit_set_text (build, kind ("cash_flow"), flow, "step", step);
  risk = mz_edit_insert (build, kind ("risk"), NULL);
  mz_edit_set_text (build, kind ("risk"), risk, "title", "R");
  effect = mz_edit_insert (build, kind ("effect"), NULL);
  mz_edit_set_text (build, kind ("effect"), effect, "step", step);
  mz_edit_set_text (build, kind ("effect"), effect, "risk", risk);
  g_assert_true (mz_model_edit (model, build, &error));
  g_assert_no_error (error);

  mz_edit_delete (drop, kind ("option"), option);
  g_assert_true (mz_model_edit (model, drop, &error));
  g_assert_null (mz_model_find (model, step));
  g_assert_null (mz_model_find (model, flow));
  g_assert_null (mz_model_find (model, effect));
  g_assert_nonnull (mz_model_find (model, risk));
  g_assert_false (mz_record_has (mz_model_find (model, later), "predecessor"));
  g_assert_cmpuint (mz_model_count (model, "cash_flow"), ==, 0);
}

static void
test_cycles (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *a = insert (model, "aspect", "Gap a");
  g_autofree char *b = insert (model, "damage", "Damage b");
  g_autofree char *c = insert (model, "risk", "Risk c");
  g_autoptr (GError) error = NULL;

  g_assert_true (link_records (model, a, b, NULL));
  g_assert_true (link_records (model, b, c, NULL));
  g_assert_false (link_records (model, c, a, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_nonnull (g_strrstr (error->message, "Risk c → Gap a → Damage b → Risk c"));
  g_clear_error (&error);
  g_assert_false (link_records (model, a, a, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (link_records (model, a, b, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_cmpuint (mz_model_count (model, "link"), ==, 2);
}

/* A chain of predecessors as long as memory must not exhaust the stack, closed or not. */
static void
test_long_chain (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (MzEdit) close = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *option = mz_edit_insert (edit, kind ("option"), NULL), *first = NULL, *last = NULL;

  mz_edit_set_text (edit, kind ("option"), option, "title", "A");
  for (int i = 0; i < 20000; i++)
    {
      const char *id = mz_edit_insert (edit, kind ("step"), NULL);
      mz_edit_set_text (edit, kind ("step"), id, "title", "step");
      mz_edit_set_text (edit, kind ("step"), id, "option", option);
      mz_edit_set_text (edit, kind ("step"), id, "predecessor", last);
      last = id;
      first = first == NULL ? id : first;
    }
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  mz_edit_set_text (close, kind ("step"), first, "predecessor", last);
  g_assert_false (mz_model_edit (model, close, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_cmpuint (strlen (error->message), <, 1000);
}

static void
test_trace (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autofree char *risk = insert (model, "risk", "R");
  g_autofree char *damage = insert (model, "damage", "D");
  const char *option, *step;
  g_autoptr (GPtrArray) causes = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) of_step = NULL;
  const char *effect;

  g_assert_true (link_records (model, damage, risk, NULL));
  option = mz_edit_insert (edit, kind ("option"), NULL);
  mz_edit_set_text (edit, kind ("option"), option, "title", "A");
  step = mz_edit_insert (edit, kind ("step"), NULL);
  mz_edit_set_text (edit, kind ("step"), step, "title", "S");
  mz_edit_set_text (edit, kind ("step"), step, "option", option);
  effect = mz_edit_insert (edit, kind ("effect"), NULL);
  mz_edit_set_text (edit, kind ("effect"), effect, "step", step);
  mz_edit_set_text (edit, kind ("effect"), effect, "risk", risk);
  g_assert_true (mz_model_edit (model, edit, NULL));
  causes = mz_model_causes (model, risk);
  results = mz_model_results (model, risk);
  of_step = mz_model_causes (model, step);
  g_assert_cmpuint (causes->len, ==, 1);
  g_assert_cmpstr (mz_record_id (g_ptr_array_index (causes, 0)), ==, damage);
  g_assert_cmpuint (results->len, ==, 1);
  g_assert_cmpstr (mz_record_id (g_ptr_array_index (results, 0)), ==, step);
  g_assert_cmpuint (of_step->len, ==, 1);
  g_assert_cmpstr (mz_record_id (g_ptr_array_index (of_step, 0)), ==, risk);
}

typedef void (*Make) (MzModel *model, MzEdit *edit);

static void
make_missing_title (MzModel *model, MzEdit *edit)
{
  mz_edit_insert (edit, kind ("risk"), NULL);
}

static void
make_empty_title (MzModel *model, MzEdit *edit)
{
  const char *id = mz_edit_insert (edit, kind ("risk"), NULL);
  mz_edit_set_text (edit, kind ("risk"), id, "title", "");
}

static void
make_second_organisation (MzModel *model, MzEdit *edit)
{
  mz_edit_insert (edit, kind ("organisation"), NULL);
}

static void
make_no_organisation (MzModel *model, MzEdit *edit)
{
  mz_edit_delete (edit, kind ("organisation"),
                  mz_record_id (mz_model_single (model, "organisation")));
}

static void
make_dangling (MzModel *model, MzEdit *edit)
{
  const char *id = mz_edit_insert (edit, kind ("weakness"), NULL);
  g_autofree char *nowhere = mz_id_new ();
  mz_edit_set_text (edit, kind ("weakness"), id, "title", "W");
  mz_edit_set_text (edit, kind ("weakness"), id, "system", nowhere);
}

static void
make_wrong_kind (MzModel *model, MzEdit *edit)
{
  const char *id = mz_edit_insert (edit, kind ("weakness"), NULL);
  mz_edit_set_text (edit, kind ("weakness"), id, "title", "W");
  mz_edit_set_text (edit, kind ("weakness"), id, "system",
                    mz_record_id (mz_model_single (model, "organisation")));
}

static void
make_out_of_range (MzModel *model, MzEdit *edit)
{
  const char *id = mz_edit_insert (edit, kind ("risk"), NULL);
  mz_edit_set_text (edit, kind ("risk"), id, "title", "R");
  mz_edit_set_integer (edit, kind ("risk"), id, "likelihood", 11);
}

static void
make_bad_id (MzModel *model, MzEdit *edit)
{
  mz_edit_insert (edit, kind ("risk"), "risk-1");
}

static void
make_unknown (MzModel *model, MzEdit *edit)
{
  g_autofree char *nobody = mz_id_new ();
  mz_edit_set_text (edit, kind ("risk"), nobody, "title", "R");
}

static void
make_deleted_twice (MzModel *model, MzEdit *edit)
{
  const char *id = mz_edit_insert (edit, kind ("theme"), NULL);
  mz_edit_set_text (edit, kind ("theme"), id, "title", "T");
  mz_edit_delete (edit, kind ("theme"), id);
  mz_edit_delete (edit, kind ("theme"), id);
}

static void
make_two_answers (MzModel *model, MzEdit *edit)
{
  mz_edit_insert (edit, kind ("conclusion"), NULL);
  mz_edit_insert (edit, kind ("conclusion"), NULL);
}

static const struct
{
  const char *what;
  Make make;
} refused[] = {
    {"a record without its title", make_missing_title},
    {"a record with an empty title", make_empty_title},
    {"a second organisation", make_second_organisation},
    {"deleting the organisation", make_no_organisation},
    {"a reference to nothing", make_dangling},
    {"a reference to another kind", make_wrong_kind},
    {"a level out of range", make_out_of_range},
    {"an id that is none", make_bad_id},
    {"a change of nothing", make_unknown},
    {"deleting twice", make_deleted_twice},
    {"two answers to one question", make_two_answers},
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
      g_autoptr (MzEdit) edit = mz_edit_new (NULL);
      g_autoptr (GError) error = NULL;
      guint64 before = mz_model_revision (model);

      g_test_message ("%s", refused[i].what);
      refused[i].make (model, edit);
      g_assert_false (mz_model_edit (model, edit, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_cmpuint (mz_model_revision (model), ==, before);
    }
}

static void
test_describe (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *id = insert (model, "risk", "Card data stolen");
  g_autoptr (MzEdit) set = mz_edit_new (NULL);
  g_autoptr (MzEdit) drop = mz_edit_new (NULL);
  g_autoptr (MzEdit) prepared = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  mz_edit_set_integer (set, kind ("risk"), id, "likelihood", 3);
  prepared = mz_model_prepare (model, set, NULL);
  text = mz_model_describe (model, prepared);
  g_assert_cmpstr (text, ==, "Card data stolen: Likelihood – → 3");
  mz_edit_delete (drop, kind ("risk"), id);
  other = mz_model_describe (model, drop);
  g_assert_cmpstr (other, ==, "Delete Risk “Card data stolen”");
}

static void
test_copy (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *id = insert (model, "risk", "R");
  g_autoptr (MzModel) copy = mz_model_copy (model);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);

  mz_edit_set_text (edit, kind ("risk"), id, "title", "changed");
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpstr (mz_record_text (mz_model_find (copy, id), "title"), ==, "R");
  g_assert_cmpuint (mz_model_count (copy, "organisation"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_add_func ("/model/model/new", test_new);
  g_test_add_func ("/model/model/edit", test_edit);
  g_test_add_func ("/model/model/notify", test_notify);
  g_test_add_func ("/model/model/positions", test_positions);
  g_test_add_func ("/model/model/cascade", test_cascade);
  g_test_add_func ("/model/model/cycles", test_cycles);
  g_test_add_func ("/model/model/long-chain", test_long_chain);
  g_test_add_func ("/model/model/trace", test_trace);
  g_test_add_func ("/model/model/refused", test_refused);
  g_test_add_func ("/model/model/describe", test_describe);
  g_test_add_func ("/model/model/copy", test_copy);
  return g_test_run ();
}
