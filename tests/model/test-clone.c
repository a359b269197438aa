/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Copies of records: numbers, what goes with them, and what stays. */

#include "config.h"

#include "mezasu/clone.h"

static char *
add (MzModel *model, const char *kind_name, ...)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), kind_name);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  char *id = g_strdup (mz_edit_insert (edit, kind, NULL));
  g_autoptr (GError) error = NULL;
  va_list list;

  va_start (list, kind_name);
  for (const char *field = va_arg (list, const char *); field != NULL;
       field = va_arg (list, const char *))
    {
      guint index = (guint)mz_kind_find (kind, field);
      MzValue value;

      g_assert_true (mz_value_from_machine (mz_kind_field (kind, index),
                                            va_arg (list, const char *), &value, &error));
      mz_edit_set (edit, kind, id, index, &value);
      mz_value_clear (mz_kind_field (kind, index), &value);
    }
  va_end (list);
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
make_clone (MzModel *model, ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GPtrArray *ids = NULL;
  g_autoptr (MzEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  va_start (list, model);
  for (const char *id = va_arg (list, const char *); id != NULL; id = va_arg (list, const char *))
    g_ptr_array_add (records, mz_model_find (model, id));
  va_end (list);
  edit = mz_clone_edit (model, records, "Clone", &ids);
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  return ids;
}

static void
test_next_code (void)
{
  static const struct
  {
    const char *codes, *from, *next;
  } rows[] = {
      {"R-01 R-07 R-12", "R-07", "R-13"},
      {"R-1 R-9", "R-9", "R-10"},
      {"R-099", "R-099", "R-100"},
      {"A B", "A", "A1"},
      {"S1 T7", "S1", "S2"},
      {"R-01 R-xx R-", "R-01", "R-02"},
      {"リスク3", "リスク3", "リスク4"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
      g_auto (GStrv) codes = g_strsplit (rows[i].codes, " ", -1);
      g_autofree char *next = NULL;

      for (guint c = 0; codes[c] != NULL; c++)
        g_free (add (model, "risk", "title", "x", "code", codes[c], NULL));
      next = mz_clone_next_code (model, "risk", "code", rows[i].from);
      g_assert_cmpstr (next, ==, rows[i].next);
    }
}

static void
test_option (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *risk = add (model, "risk", "title", "Theft", NULL);
  g_autofree char *option = add (model, "option", "title", "Plan", "code", "B", NULL);
  g_autofree char *first = add (model, "step", "title", "One", "option", option, NULL);
  g_autofree char *second =
      add (model, "step", "title", "Two", "option", option, "predecessor", first, NULL);
  g_autofree char *flow = add (model, "cash_flow", "step", second, "amount", "500", NULL);
  g_autofree char *effect = add (model, "effect", "step", first, "risk", risk, NULL);
  g_autofree char *spent = add (model, "step_actual", "step", first, "spent", "3", NULL);
  g_autofree char *scenario = add (model, "scenario", "title", "All", "recommended", "true", NULL);
  g_autofree char *joined =
      add (model, "scenario_option", "scenario", scenario, "option", option, NULL);
  g_autoptr (GPtrArray) ids = make_clone (model, option, NULL);
  g_autoptr (GPtrArray) steps = NULL;
  MzRecord *copy = mz_model_find (model, g_ptr_array_index (ids, 0));
  MzRecord *new_second;

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (mz_record_text (copy, "title"), ==, "Plan");
  g_assert_cmpstr (mz_record_text (copy, "code"), ==, "B1");
  steps = mz_model_referring (model, "step", "option", mz_record_id (copy));
  g_assert_cmpuint (steps->len, ==, 2);
  new_second = g_ptr_array_index (steps, 1);
  /* What belongs to it keeps its names and follows the copies. */
  g_assert_cmpstr (mz_record_text (new_second, "title"), ==, "Two");
  g_assert_cmpstr (mz_record_text (new_second, "predecessor"), ==,
                   mz_record_id (g_ptr_array_index (steps, 0)));
  g_assert_cmpuint (mz_model_count (model, "cash_flow"), ==, 2);
  g_assert_cmpuint (mz_model_count (model, "effect"), ==, 2);
  g_assert_cmpstr (mz_record_text (mz_model_nth (model, "effect", 1), "risk"), ==, risk);
  /* Money is not spent twice, and the scenario does not get dearer by itself. */
  g_assert_cmpuint (mz_model_count (model, "step_actual"), ==, 1);
  g_assert_cmpuint (mz_model_count (model, "scenario_option"), ==, 1);
  (void)flow, (void)effect, (void)spent, (void)joined;
}

static void
test_scenario (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *option = add (model, "option", "title", "Plan", NULL);
  g_autofree char *scenario = add (model, "scenario", "title", "All", "recommended", "true", NULL);
  g_autofree char *joined =
      add (model, "scenario_option", "scenario", scenario, "option", option, NULL);
  g_autoptr (GPtrArray) ids = make_clone (model, scenario, NULL);
  MzRecord *copy = mz_model_find (model, g_ptr_array_index (ids, 0));

  g_assert_cmpstr (mz_record_text (copy, "title"), ==, "All (copy)");
  g_assert_false (mz_record_flag (copy, "recommended"));
  g_assert_cmpuint (mz_model_count (model, "scenario_option"), ==, 2);
  (void)joined;
}

static void
test_several_and_links (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *weakness = add (model, "aspect", "title", "Gap", NULL);
  g_autofree char *a = add (model, "risk", "title", "A", "code", "R-01", NULL);
  g_autofree char *b = add (model, "risk", "title", "B", "code", "R-02", NULL);
  g_autofree char *link = add (model, "link", "cause", weakness, "result", a, NULL);
  g_autoptr (GPtrArray) ids = make_clone (model, a, b, NULL);
  g_autoptr (GPtrArray) causes = NULL;

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (mz_record_text (mz_model_find (model, g_ptr_array_index (ids, 0)), "code"), ==,
                   "R-03");
  g_assert_cmpstr (mz_record_text (mz_model_find (model, g_ptr_array_index (ids, 1)), "code"), ==,
                   "R-04");
  causes = mz_model_causes (model, g_ptr_array_index (ids, 0));
  g_assert_cmpuint (causes->len, ==, 1);
  g_assert_cmpstr (mz_record_id (g_ptr_array_index (causes, 0)), ==, weakness);
  (void)link;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/clone/next-code", test_next_code);
  g_test_add_func ("/model/clone/option", test_option);
  g_test_add_func ("/model/clone/scenario", test_scenario);
  g_test_add_func ("/model/clone/several-and-links", test_several_and_links);
  return g_test_run ();
}
