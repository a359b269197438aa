/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Actuals from tables: what is taken over, how periods are read, and every refusal with its row. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "mezasu/actual-import.h"
#include "mezasu/store-error.h"

static void
add (MzEdit *edit, const char *kind_name, const char *name, const char *title,
     const char *reference, const char *to)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), kind_name);
  g_autofree char *id = mz_id_derive (name);
  g_autofree char *other = to != NULL ? mz_id_derive (to) : NULL;

  mz_edit_insert (edit, kind, id);
  mz_edit_set_text (edit, kind, id, "title", title);
  if (reference != NULL)
    mz_edit_set_text (edit, kind, id, reference, other);
}

/* Two KPIs of one name, one of a name of its own with a value in April, and an indicator. */
static MzModel *
build (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (MzEdit) value = mz_edit_new (NULL);
  const double five = 5;

  add (edit, "objective", "o", "Objective", NULL, NULL);
  add (edit, "kpi", "k-a", "Retention", "objective", "o");
  add (edit, "kpi", "k-b", "Twin", "objective", "o");
  add (edit, "kpi", "k-c", "Twin", "objective", "o");
  add (edit, "indicator", "n-a", "Patches", NULL, NULL);
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_true (mz_actual_set (value, model, mz_model_nth (model, "kpi", 0), "2026-04-01", &five));
  g_assert_true (mz_model_edit (model, value, NULL));
  return model;
}

static MzEdit *
take (MzModel *model, const char *text, const char *const *headings, GPtrArray **faults,
      GError **error)
{
  g_autoptr (MzCsv) csv =
      mz_csv_parse (text, strlen (text), "actuals.csv", MZ_CSV_READ_DEFAULT, NULL);

  g_assert_nonnull (csv);
  return mz_actual_import (csv, model, headings, "Import", faults, error);
}

static void
test_taken_over (void)
{
  static const char text[] = "period,kpi,remark,actual\n"
                             "2026-05,Retention,x,76.5\n"
                             "2026-04,Retention,,80\n"
                             ",,,\n"
                             "2026-06,Retention,not measured,\n"
                             "2026年5月,k-b,,\"1,234.5\"\n"
                             "2026Q2,Patches,,９６\n";
  g_autoptr (MzModel) model = build ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = take (model, text, NULL, &faults, &error);
  MzRecord *value;

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  /* Trying it out changes nothing. */
  g_assert_cmpuint (mz_model_count (model, "kpi_value"), ==, 1);
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mz_model_count (model, "kpi_value"), ==, 3);
  g_assert_cmpfloat (mz_record_real (mz_model_nth (model, "kpi_value", 0), "actual", 0), ==, 80);
  value = mz_model_nth (model, "kpi_value", 1);
  g_assert_cmpstr (mz_record_text (value, "period"), ==, "2026-05-01");
  g_assert_cmpfloat (mz_record_real (value, "actual", 0), ==, 76.5);
  value = mz_model_nth (model, "kpi_value", 2);
  g_assert_true (mz_model_referred (model, value, "kpi") == mz_model_nth (model, "kpi", 1));
  g_assert_cmpfloat (mz_record_real (value, "actual", 0), ==, 1234.5);
  value = mz_model_nth (model, "indicator_value", 0);
  g_assert_cmpstr (mz_record_text (value, "period"), ==, "2026-04-01");
  g_assert_cmpfloat (mz_record_real (value, "value", 0), ==, 96);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *row;
    MzActualColumn column;
  } cases[] = {
      {"Nobody,2026-04,1", MZ_ACTUAL_COLUMN_KPI},
      {"Twin,2026-04,1", MZ_ACTUAL_COLUMN_KPI},
      {"o,2026-04,1", MZ_ACTUAL_COLUMN_KPI},
      {"Retention,2026-13,1", MZ_ACTUAL_COLUMN_PERIOD},
      {"Retention,,1", MZ_ACTUAL_COLUMN_PERIOD},
      {"Retention,April,1", MZ_ACTUAL_COLUMN_PERIOD},
      {"Retention,2026-04,much", MZ_ACTUAL_COLUMN_ACTUAL},
      {"Retention,2026-04,nan", MZ_ACTUAL_COLUMN_ACTUAL},
      {"Retention,2026-04,1e999", MZ_ACTUAL_COLUMN_ACTUAL},
      {"Retention,2026-07,1\nk-a,2026-07-31,2", MZ_ACTUAL_COLUMN_PERIOD},
  };
  g_autoptr (MzModel) model = build ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("kpi,period,actual\n", cases[i].row, "\n", NULL);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MzEdit) edit = take (model, text, NULL, &faults, &error);

      g_test_message ("%s", cases[i].row);
      g_assert_null (edit);
      g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
      g_assert_cmpuint (faults->len, ==, 1);
      const MzActualImportFault *fault = g_ptr_array_index (faults, 0);
      g_assert_cmpint (fault->column, ==, cases[i].column);
      g_assert_cmpuint (fault->row, ==, strchr (cases[i].row, '\n') != NULL ? 3 : 2);
    }
}

static void
test_headings (void)
{
  static const char text[] = "指標,年月,実績\nRetention,2026/06,3\n";
  const char *const headings[] = {"指標", "年月", "実績"};
  g_autoptr (MzModel) model = build ();
  g_autoptr (GPtrArray) faults = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) missing = take (model, text, NULL, &none, &error);

  g_assert_null (missing);
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED);
  g_clear_error (&error);
  g_autoptr (MzEdit) edit = take (model, text, headings, &faults, &error);
  g_assert_no_error (error);
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_cmpuint (mz_model_count (model, "kpi_value"), ==, 2);
}

static void
test_periods (void)
{
  static const char *const cases[][2] = {
      {"2026-04", "2026-04-01"},
      {"2026-4", "2026-04-01"},
      {"2026/12/31", "2026-12-01"},
      {"2026年4月", "2026-04-01"},
      {"２０２６年１１月", "2026-11-01"},
      {"2026年4月30日", "2026-04-01"},
      {"2026Q1", "2026-01-01"},
      {" 2026-q4 ", "2026-10-01"},
      {"2026.07.15", "2026-07-01"},
      {"2026Q5", NULL},
      {"2026Q", NULL},
      {"2026-00", NULL},
      {"2026-02-30", NULL},
      {"2026", NULL},
      {"2026-04-01x", NULL},
      {"", NULL},
      {"-2026-04", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *period = mz_actual_period (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (period, ==, cases[i][1]);
    }
}

/* Setting the same makes no edit, nothing takes the record away. */
static void
test_set (void)
{
  g_autoptr (MzModel) model = build ();
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  MzRecord *kpi = mz_model_nth (model, "kpi", 0);
  const double five = 5, six = 6;

  g_assert_false (mz_actual_set (edit, model, kpi, "2026-04-01", &five));
  g_assert_false (mz_actual_set (edit, model, kpi, "2026-05-01", NULL));
  g_assert_cmpuint (mz_edit_n_changes (edit), ==, 0);
  g_assert_true (mz_actual_set (edit, model, kpi, "2026-05-01", &six));
  g_assert_true (mz_actual_set (edit, model, kpi, "2026-04-01", NULL));
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpuint (mz_model_count (model, "kpi_value"), ==, 1);
  g_assert_cmpfloat (mz_record_real (mz_model_nth (model, "kpi_value", 0), "actual", 0), ==, 6);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/actual-import/taken-over", test_taken_over);
  g_test_add_func ("/store/actual-import/refused", test_refused);
  g_test_add_func ("/store/actual-import/headings", test_headings);
  g_test_add_func ("/store/actual-import/periods", test_periods);
  g_test_add_func ("/store/actual-import/set", test_set);
  return g_test_run ();
}
