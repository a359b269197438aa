/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from tables: what is taken over, and every refusal with its row. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "mezasu/loss-import.h"
#include "mezasu/store-error.h"

static MzModel *
model_with_risk (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  const MzKind *option = mz_schema_kind (mz_schema_default (), "option");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autofree char *id = mz_id_derive ("old"), *other = mz_id_derive ("plan");

  mz_edit_insert (edit, kind, id);
  mz_edit_set_text (edit, kind, id, "code", "R-1");
  mz_edit_set_text (edit, kind, id, "title", "Old");
  mz_edit_insert (edit, option, other);
  mz_edit_set_text (edit, option, other, "title", "Plan");
  g_assert_true (mz_model_edit (model, edit, NULL));
  return model;
}

static MzEdit *
take (MzModel *model, const char *text, const char *const *headings, GPtrArray **faults,
      GError **error)
{
  g_autoptr (MzCsv) csv = mz_csv_parse (text, strlen (text), "loss.csv", MZ_CSV_READ_DEFAULT, NULL);

  g_assert_nonnull (csv);
  return mz_loss_import (csv, model, headings, "Import", faults, error);
}

static MzRecord *
risk (MzModel *model, const char *code)
{
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, "risk", i)) != NULL; i++)
    if (g_strcmp0 (mz_record_text (record, "code"), code) == 0)
      return record;
  return NULL;
}

static void
test_taken_over (void)
{
  static const char text[] = "id,name,frequency,low,mode,high\n"
                             "R-1,Renamed,once in 50 years,1億,2億,5億\n"
                             ",,,,,\n"
                             "N-1,New,0.5,\"1,000\",,9000\n"
                             "plan,Same id as an option,1,1,,2\n";
  g_autoptr (MzModel) model = model_with_risk ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = take (model, text, NULL, &faults, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  /* Trying it out changes nothing. */
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, 1);
  g_assert_cmpstr (mz_edit_label (edit), ==, "Import");
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, 3);
  g_assert_cmpuint (mz_model_count (model, "option"), ==, 1);
  g_assert_cmpstr (mz_record_text (risk (model, "R-1"), "title"), ==, "Renamed");
  g_assert_cmpfloat (mz_record_real (risk (model, "R-1"), "frequency", 0), ==, 0.02);
  g_assert_true (mz_record_choice_is (risk (model, "R-1"), "magnitude", "pert"));
  g_assert_cmpint (mz_record_integer (risk (model, "R-1"), "loss_likely", 0), ==, 200000000);
  g_assert_true (mz_record_choice_is (risk (model, "N-1"), "magnitude", "lognormal"));
  g_assert_cmpint (mz_record_integer (risk (model, "N-1"), "loss_low", 0), ==, 1000);
  g_assert_false (mz_record_has (risk (model, "N-1"), "loss_likely"));
}

static void
test_headings (void)
{
  static const char *const headings[MZ_LOSS_N_COLUMNS] = {"番号", "リスク", "頻度",
                                                          "下限", NULL,     "上限"};
  static const char text[] = "備考,リスク,番号,上限,頻度,下限\nx,漏えい,7,20万,0.1,10万\n";
  g_autoptr (MzModel) model = model_with_risk ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = take (model, text, headings, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpint (mz_record_integer (risk (model, "7"), "loss_high", 0), ==, 200000);
}

typedef struct
{
  const char *row;
  MzLossColumn column;
  const char *words;
} FaultRow;

static const FaultRow bad[] = {
    {",Name,1,1,,2", MZ_LOSS_COLUMN_ID, "a value is needed"},
    {"A,,1,1,,2", MZ_LOSS_COLUMN_NAME, "a value is needed"},
    {"A,Name,often,1,,2", MZ_LOSS_COLUMN_FREQUENCY, ""},
    {"A,Name,-1,1,,2", MZ_LOSS_COLUMN_FREQUENCY, ""},
    {"A,Name,1001,1,,2", MZ_LOSS_COLUMN_FREQUENCY, ""},
    {"A,Name,1,ten,,20", MZ_LOSS_COLUMN_LOW, ""},
    {"A,Name,1,1,,2000000000000000", MZ_LOSS_COLUMN_HIGH, ""},
    {"A,Name,1,3,,2", MZ_LOSS_COLUMN_HIGH, "must not be below"},
    {"A,Name,1,1,9,2", MZ_LOSS_COLUMN_MODE, "between low and high"},
    {"A,Name,1,2,1,3", MZ_LOSS_COLUMN_MODE, "between low and high"},
    {"A,Name,1,0,,2", MZ_LOSS_COLUMN_LOW, "above 0"},
    {"A,Name,1,1", MZ_LOSS_COLUMN_HIGH, "a value is needed"},
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text =
          g_strconcat ("id,name,frequency,low,mode,high\nB,Good,1,1,,2\n", bad[i].row, "\n", NULL);
      g_autoptr (MzModel) model = model_with_risk ();
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      const MzLossImportFault *fault;

      g_test_message ("%s", bad[i].row);
      g_assert_null (take (model, text, NULL, &faults, &error));
      g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
      g_assert_cmpuint (faults->len, ==, 1);
      fault = g_ptr_array_index (faults, 0);
      g_assert_cmpuint (fault->row, ==, 3);
      g_assert_cmpint (fault->column, ==, bad[i].column);
      g_assert_nonnull (strstr (fault->message, bad[i].words));
    }
}

/* Every wrong row is told, not the first alone; one risk under two names is told too. */
static void
test_all_rows_told (void)
{
  static const char text[] = "id,name,frequency,low,high\n"
                             "R-1,One,1,1,2\nold,Two,1,1,2\nC,Three,x,1,2\nD,Four,1,5,2\n";
  g_autoptr (MzModel) model = model_with_risk ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (take (model, text, NULL, &faults, &error));
  g_assert_cmpuint (faults->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((MzLossImportFault *)g_ptr_array_index (faults, i))->row, ==, i + 3);
}

static void
test_columns (void)
{
  static const char *const texts[] = {"", "id,name,low,high\n",
                                      "name,frequency,low,high\nA,1,1,2\n",
                                      "id;name;frequency;low;high\n"};
  static const char *const mode[MZ_LOSS_N_COLUMNS] = {[MZ_LOSS_COLUMN_MODE] = "likely"};
  MzLossColumn column;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MzModel) model = model_with_risk ();
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (take (model, texts[i], NULL, &faults, &error));
      g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED);
      g_assert_cmpuint (faults->len, ==, 0);
    }
  {
    g_autoptr (MzModel) model = model_with_risk ();
    g_autoptr (GError) error = NULL;

    /* A column that was asked for by name has to be there, needed or not. */
    g_assert_null (take (model, "id,name,frequency,low,high\n", mode, NULL, &error));
    g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED);
  }
  for (guint i = 0; i < MZ_LOSS_N_COLUMNS; i++)
    {
      g_assert_true (mz_loss_column_from_name (mz_loss_column_name (i), &column));
      g_assert_cmpint (column, ==, i);
    }
  g_assert_false (mz_loss_column_from_name ("price", &column));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/loss-import/taken-over", test_taken_over);
  g_test_add_func ("/store/loss-import/headings", test_headings);
  g_test_add_func ("/store/loss-import/faults", test_faults);
  g_test_add_func ("/store/loss-import/all-rows-told", test_all_rows_told);
  g_test_add_func ("/store/loss-import/columns", test_columns);
  return g_test_run ();
}
