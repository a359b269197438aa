/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The next fiscal year: what shifts, what goes, what is written down, and what is told of it later. */

#include "config.h"

#include "mezasu/carry.h"

static const MzKind *
kind_of (const char *name)
{
  return mz_schema_kind (mz_schema_default (), name);
}

static void
apply (MzModel *model, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  mz_edit_free (edit);
}

/* A cash flow of @step called @name; @to below 0 for one without end. */
static void
add_flow (MzEdit *edit, const char *name, const char *step, const char *kind, gint64 amount,
          int from, int to)
{
  g_autofree char *id = mz_id_derive (name);

  mz_edit_insert (edit, kind_of ("cash_flow"), id);
  mz_edit_set_text (edit, kind_of ("cash_flow"), id, "title", name);
  mz_edit_set_text (edit, kind_of ("cash_flow"), id, "step", step);
  mz_edit_set_text (edit, kind_of ("cash_flow"), id, "kind", kind);
  mz_edit_set_integer (edit, kind_of ("cash_flow"), id, "amount", amount);
  mz_edit_set_integer (edit, kind_of ("cash_flow"), id, "from_year", from);
  if (to >= 0)
    mz_edit_set_integer (edit, kind_of ("cash_flow"), id, "to_year", to);
}

static MzModel *
firm (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  MzEdit *edit = mz_edit_new (NULL);
  MzRecord *organisation = mz_model_single (model, "organisation");
  g_autofree char *option = mz_id_derive ("option");
  g_autofree char *now = mz_id_derive ("now");
  g_autofree char *later = mz_id_derive ("later");
  g_autofree char *risk = mz_id_derive ("risk");

  mz_edit_set_integer (edit, kind_of ("organisation"), mz_record_id (organisation), "fiscal_year",
                       2026);
  mz_edit_insert (edit, kind_of ("option"), option);
  mz_edit_set_text (edit, kind_of ("option"), option, "title", "Option");
  mz_edit_insert (edit, kind_of ("step"), now);
  mz_edit_set_text (edit, kind_of ("step"), now, "title", "Now");
  mz_edit_set_text (edit, kind_of ("step"), now, "option", option);
  mz_edit_set_integer (edit, kind_of ("step"), now, "to_year", 0);
  mz_edit_insert (edit, kind_of ("step"), later);
  mz_edit_set_text (edit, kind_of ("step"), later, "title", "Later");
  mz_edit_set_text (edit, kind_of ("step"), later, "option", option);
  mz_edit_set_integer (edit, kind_of ("step"), later, "from_year", 2);
  mz_edit_set_integer (edit, kind_of ("step"), later, "to_year", 3);
  add_flow (edit, "once", now, "investment", 12000000, 0, 0);
  add_flow (edit, "upkeep", now, "running", 3000000, 0, -1);
  add_flow (edit, "spared", now, "avoided", 9000000, 0, -1);
  add_flow (edit, "later-flow", later, "investment", 5000000, 2, 3);
  mz_edit_insert (edit, kind_of ("risk"), risk);
  mz_edit_set_text (edit, kind_of ("risk"), risk, "title", "Fire");
  apply (model, edit);
  return model;
}

static MzRecord *
find (MzModel *model, const char *name)
{
  g_autofree char *id = mz_id_derive (name);

  return mz_model_find (model, id);
}

static MzModel *
carried (MzModel *model)
{
  g_autoptr (GError) error = NULL;
  MzModel *next = mz_carry (model, &error);

  g_assert_no_error (error);
  return next;
}

static void
test_years (void)
{
  g_autoptr (MzModel) model = firm ();
  g_autoptr (MzModel) next = carried (model);
  MzRecord *actual = mz_model_nth (next, "step_actual", 0);

  g_assert_cmpint (mz_record_integer (mz_model_single (next, "organisation"), "fiscal_year", 0), ==,
                   2027);
  g_assert_cmpint (mz_record_integer (mz_model_single (model, "organisation"), "fiscal_year", 0),
                   ==, 2026);
  g_assert_null (find (next, "once"));
  g_assert_cmpint (mz_record_integer (find (next, "upkeep"), "from_year", -1), ==, 0);
  g_assert_false (mz_record_has (find (next, "upkeep"), "to_year"));
  g_assert_cmpint (mz_record_integer (find (next, "later-flow"), "from_year", -1), ==, 1);
  g_assert_cmpint (mz_record_integer (find (next, "later-flow"), "to_year", -1), ==, 2);
  g_assert_cmpint (mz_record_integer (find (next, "later"), "from_year", -1), ==, 1);
  g_assert_nonnull (find (next, "now"));
  /* 12,000,000 invested and 3,000,000 run; what it spares is no cost, and the other step costs nothing yet. */
  g_assert_cmpuint (mz_model_count (next, "step_actual"), ==, 1);
  g_assert_cmpint (mz_record_integer (actual, "planned", 0), ==, 15000000);
  g_assert_cmpint (mz_record_integer (actual, "fiscal_year", 0), ==, 2026);
  g_assert_false (mz_record_has (actual, "spent"));
}

/* An actual that somebody entered during the year keeps what it says. */
static void
test_actual_kept (void)
{
  g_autoptr (MzModel) model = firm ();
  g_autoptr (MzModel) next = NULL;
  MzEdit *edit = mz_edit_new (NULL);
  const char *id = mz_edit_insert (edit, kind_of ("step_actual"), NULL);

  mz_edit_set_text (edit, kind_of ("step_actual"), id, "step", mz_record_id (find (model, "now")));
  mz_edit_set_integer (edit, kind_of ("step_actual"), id, "fiscal_year", 2026);
  mz_edit_set_integer (edit, kind_of ("step_actual"), id, "spent", 14000000);
  apply (model, edit);
  next = carried (model);
  g_assert_cmpuint (mz_model_count (next, "step_actual"), ==, 1);
  g_assert_cmpint (mz_record_integer (mz_model_nth (next, "step_actual", 0), "spent", 0), ==,
                   14000000);
  g_assert_cmpint (mz_record_integer (mz_model_nth (next, "step_actual", 0), "planned", 0), ==,
                   15000000);
}

static void
test_marks (void)
{
  g_autoptr (MzModel) model = firm ();
  g_autoptr (MzModel) next = carried (model);
  g_autoptr (MzCarryMarks) before = mz_carry_marks_new (model);
  g_autoptr (MzCarryMarks) at_first = mz_carry_marks_new (next);
  g_autoptr (MzCarryMarks) later = NULL;
  g_autoptr (MzModel) third = NULL;
  g_autoptr (MzCarryMarks) again = NULL;
  g_autofree char *fresh = mz_id_derive ("fresh");
  MzEdit *edit = mz_edit_new (NULL);

  g_assert_cmpint (mz_carry_mark (before, find (model, "risk")), ==, MZ_CARRY_NONE);
  g_assert_cmpint (mz_carry_mark (at_first, find (next, "risk")), ==, MZ_CARRY_SAME);
  g_assert_cmpint (mz_carry_mark (at_first, find (next, "later-flow")), ==, MZ_CARRY_SAME);
  mz_edit_set_integer (edit, kind_of ("risk"), mz_record_id (find (next, "risk")), "likelihood", 2);
  mz_edit_insert (edit, kind_of ("risk"), fresh);
  mz_edit_set_text (edit, kind_of ("risk"), fresh, "title", "Flood");
  mz_edit_delete (edit, kind_of ("step"), mz_record_id (find (next, "later")));
  apply (next, edit);
  later = mz_carry_marks_new (next);
  g_assert_cmpint (mz_carry_mark (later, find (next, "risk")), ==, MZ_CARRY_CHANGED);
  g_assert_cmpint (mz_carry_mark (later, find (next, "fresh")), ==, MZ_CARRY_NEW);
  g_assert_cmpint (mz_carry_mark (later, find (next, "now")), ==, MZ_CARRY_SAME);
  /* The step and its amount. */
  g_assert_cmpuint (mz_carry_removed (later)->len, ==, 2);
  third = carried (next);
  again = mz_carry_marks_new (third);
  g_assert_cmpint (mz_carry_mark (again, find (third, "risk")), ==, MZ_CARRY_SAME);
  g_assert_cmpuint (mz_carry_removed (again)->len, ==, 0);
}

static void
test_no_year (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (GError) error = NULL;

  g_assert_null (mz_carry (model, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carry/years", test_years);
  g_test_add_func ("/carry/actual-kept", test_actual_kept);
  g_test_add_func ("/carry/marks", test_marks);
  g_test_add_func ("/carry/no-year", test_no_year);
  return g_test_run ();
}
