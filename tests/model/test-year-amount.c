/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Amounts typed year by year: what becomes of the lines, and how few changes it takes. A row is written as pieces
 * "amount@from-to"; "-" alone at the end means to the end of the plan. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "mezasu/year-amount.h"

typedef struct
{
  MzModel *model;
  char *step;
} Stage;

static void
open_stage (Stage *stage)
{
  const MzSchema *schema = mz_schema_default ();
  const MzKind *option = mz_schema_kind (schema, "option"), *step = mz_schema_kind (schema, "step");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const char *id;
  g_autoptr (GError) error = NULL;

  stage->model = mz_model_new (schema);
  id = mz_edit_insert (edit, option, NULL);
  mz_edit_set_text (edit, option, id, "title", "Plan");
  stage->step = g_strdup (mz_edit_insert (edit, step, NULL));
  mz_edit_set_text (edit, step, stage->step, "title", "Step");
  mz_edit_set_text (edit, step, stage->step, "option", id);
  mz_edit_set_integer (edit, mz_schema_kind (schema, "organisation"),
                       mz_record_id (mz_model_single (stage->model, "organisation")), "horizon", 5);
  g_assert_true (mz_model_edit (stage->model, edit, &error));
  g_assert_no_error (error);
}

static void
close_stage (Stage *stage)
{
  g_free (stage->step);
  g_object_unref (stage->model);
}

static void
add_line (Stage *stage, const char *title, const char *piece)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (stage->model), "cash_flow");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const char *id = mz_edit_insert (edit, kind, NULL);
  const char *at = strchr (piece, '@');
  const char *dash = strchr (at, '-');

  mz_edit_set_text (edit, kind, id, "title", title);
  mz_edit_set_text (edit, kind, id, "step", stage->step);
  mz_edit_set_integer (edit, kind, id, "amount", atoi (piece));
  mz_edit_set_integer (edit, kind, id, "from_year", atoi (at + 1));
  if (dash[1] != '\0')
    mz_edit_set_integer (edit, kind, id, "to_year", atoi (dash + 1));
  g_assert_true (mz_model_edit (stage->model, edit, NULL));
}

static gint
by_start (gconstpointer a, gconstpointer b)
{
  return (int)(mz_record_integer (*(MzRecord *const *)a, "from_year", 0) -
               mz_record_integer (*(MzRecord *const *)b, "from_year", 0));
}

static char *
row_text (Stage *stage, const char *title)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  MzRecord *line;

  for (guint i = 0; (line = mz_model_nth (stage->model, "cash_flow", i)) != NULL; i++)
    if (g_strcmp0 (mz_record_text (line, "title"), title) == 0)
      g_ptr_array_add (lines, line);
  g_ptr_array_sort (lines, by_start);
  for (guint i = 0; i < lines->len; i++)
    {
      line = g_ptr_array_index (lines, i);
      g_string_append_printf (text, "%s%d@%d-", i > 0 ? " " : "",
                              (int)mz_record_integer (line, "amount", -1),
                              (int)mz_record_integer (line, "from_year", -1));
      if (mz_record_has (line, "to_year"))
        g_string_append_printf (text, "%d", (int)mz_record_integer (line, "to_year", -1));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *before; /* pieces; the person types in the first */
  int year;
  const char *typed; /* "" clears */
  const char *after;
  guint changes;
} rows[] = {
    {"same-value", "300@0-5", 2, "300", "300@0-5", 0},
    {"same-value-open", "300@0-", 5, "300", "300@0-", 0},
    {"one-year", "300@0-0", 0, "500", "500@0-0", 1},
    {"middle", "300@0-4", 2, "500", "300@0-1 500@2-2 300@3-4", 0},
    {"middle-open", "300@1-", 3, "0", "300@1-2 0@3-3 300@4-", 0},
    {"first", "300@0-3", 0, "500", "500@0-0 300@1-3", 0},
    {"last", "300@0-3", 3, "500", "300@0-2 500@3-3", 0},
    {"grows-after", "300@0-3", 4, "300", "300@0-4", 1},
    {"grows-before", "300@2-3", 1, "300", "300@1-3", 1},
    {"new-after-a-hole", "300@0-1", 4, "300", "300@0-1 300@4-4", 0},
    {"clears-the-middle", "300@0-4", 2, "", "300@0-1 300@3-4", 0},
    {"clears-the-end", "300@0-4", 4, "", "300@0-3", 1},
    {"clears-the-end-of-an-open-one", "300@0-", 0, "", "300@1-", 1},
    {"clears-all", "300@3-3", 3, "", "0@3-3", 1},
    {"merges-three", "300@0-1 500@2-2 300@3-4", 2, "300", "300@0-4", 0},
    {"merges-with-the-next", "300@0-1 500@2-4", 1, "500", "300@0-0 500@1-4", 2},
    {"merges-open", "300@0-1 500@2-2 300@3-", 2, "300", "300@0-", 0},
    {"year-of-another-piece", "300@0-1 500@2-3", 3, "700", "300@0-1 500@2-2 700@3-3", 0},
    {"negative", "300@0-1", 1, "-20", "300@0-0 -20@1-1", 0},
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  Stage stage;
  g_auto (GStrv) pieces = g_strsplit (rows[i].before, " ", -1);
  gint64 amount = atoi (rows[i].typed);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = NULL;
  g_autofree char *after = NULL, *other = NULL, *id = NULL;
  MzRecord *flow;

  open_stage (&stage);
  for (guint p = 0; pieces[p] != NULL; p++)
    add_line (&stage, "A", pieces[p]);
  add_line (&stage, "B", "9@0-");
  flow = mz_model_nth (stage.model, "cash_flow", 0);
  id = g_strdup (mz_record_id (flow));
  edit = mz_year_amount_set (stage.model, flow, rows[i].year,
                             *rows[i].typed != '\0' ? &amount : NULL, &error);
  g_assert_no_error (error);
  if (g_str_has_prefix (rows[i].name, "same") || rows[i].changes > 0)
    g_assert_cmpuint (mz_edit_n_changes (edit), ==, rows[i].changes);
  g_assert_true (mz_model_edit (stage.model, edit, &error));
  g_assert_no_error (error);
  after = row_text (&stage, "A");
  g_assert_cmpstr (after, ==, rows[i].after);
  other = row_text (&stage, "B");
  g_assert_cmpstr (other, ==, "9@0-");
  g_assert_nonnull (mz_model_find (stage.model, id));
  close_stage (&stage);
}

static void
test_pieces_keep_their_step (void)
{
  Stage stage;
  gint64 amount = 5;
  g_autoptr (MzEdit) edit = NULL;
  MzRecord *line;

  open_stage (&stage);
  add_line (&stage, "A", "3@0-4");
  edit = mz_year_amount_set (stage.model, mz_model_nth (stage.model, "cash_flow", 0), 2, &amount,
                             NULL);
  g_assert_true (mz_model_edit (stage.model, edit, NULL));
  g_assert_cmpuint (mz_model_count (stage.model, "cash_flow"), ==, 3);
  for (guint i = 0; (line = mz_model_nth (stage.model, "cash_flow", i)) != NULL; i++)
    {
      g_assert_cmpstr (mz_record_text (line, "step"), ==, stage.step);
      g_assert_true (mz_record_choice_is (line, "kind", "investment"));
    }
  close_stage (&stage);
}

static void
test_outside_the_plan (void)
{
  static const int years[] = {-1, 6, 31};
  Stage stage;
  gint64 amount = 5;

  open_stage (&stage);
  add_line (&stage, "A", "3@0-4");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (mz_year_amount_set (stage.model, mz_model_nth (stage.model, "cash_flow", 0),
                                         years[i], &amount, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
    }
  close_stage (&stage);
}

static void
test_read (void)
{
  Stage stage;
  MzRecord *flow;
  gint64 amount = 0;

  open_stage (&stage);
  add_line (&stage, "A", "3@1-2");
  add_line (&stage, "B", "4@2-");
  flow = mz_model_nth (stage.model, "cash_flow", 0);
  g_assert_false (mz_year_amount (flow, 0, &amount));
  g_assert_true (mz_year_amount (flow, 2, &amount));
  g_assert_cmpint (amount, ==, 3);
  g_assert_false (mz_year_amount (flow, 3, NULL));
  g_assert_true (mz_year_amount (mz_model_nth (stage.model, "cash_flow", 1), 30, NULL));
  close_stage (&stage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/year-amount/", rows[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/model/year-amount/pieces-keep-their-step", test_pieces_keep_their_step);
  g_test_add_func ("/model/year-amount/outside-the-plan", test_outside_the_plan);
  g_test_add_func ("/model/year-amount/read", test_read);
  return g_test_run ();
}
