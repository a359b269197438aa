/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sheets from a clipboard, and records from sheets: columns, values as people write them, every refusal with its row. */

#include "config.h"

#include <string.h>

#include "mezasu/language.h"
#include "mezasu/loss-import.h"
#include "mezasu/store-error.h"
#include "mezasu/sheet-import.h"

#define ONCE G_MAXINT64 / 4

/* Reading. Cells of a row are written with "|" between them, rows with "/". */

static char *
sheet_text (const MzSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < mz_sheet_n_rows (sheet); row++)
    for (guint column = 0; column < mz_sheet_n_columns (sheet); column++)
      g_string_append_printf (text, "%s%s",
                              column > 0 ? "|"
                              : row > 0  ? "/"
                                         : "",
                              mz_sheet_cell (sheet, row, column));
  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *cells;
    gssize length;
  } rows[] = {
      {"a\tb\r\n1\t2\r\n", "a|b/1|2", -1},
      {"a,b\n1,2", "a|b/1|2", -1},
      {"a\t1,200\n", "a|1,200", -1},
      {"\"x\ty\"\t\"say \"\"no\"\"\"\n", "x\ty|say \"no\"", -1},
      {"\"two\nlines\"\tb\n", "two\nlines|b", -1},
      /* Not quoted at all: as typed. */
      {"5\" disk\t\"open\n", "5\" disk|\"open", -1},
      {"\"a\"b\tc\n", "\"a\"b|c", -1},
      {"\xef\xbb\xbf"
       "a\tb",
       "a|b", -1},
      {"a\tb\tc\nd\n", "a|b|c/d||", -1},
      {"=1+1\t<b>&\n", "=1+1|<b>&", -1},
      {"a\0b\tc",
       "a\xef\xbf\xbd"
       "b|c",
       5},
      {"a\xff\tc", "a\xef\xbf\xbd|c", -1},
      {"", "", -1},
      {"\rb", "/b", -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MzSheet) sheet = mz_sheet_parse (rows[i].text, rows[i].length, NULL);
      g_autofree char *cells = sheet_text (sheet);

      g_assert_cmpstr (cells, ==, rows[i].cells);
    }
}

static void
test_written_and_read (void)
{
  static const char *const cells[] = {"plain", "a\tb", "line\nfeed", "say \"no\"", "\"", "", "'=1"};

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) text = g_string_new ("first\t");
      g_autoptr (MzSheet) sheet = NULL;

      mz_sheet_append_tsv (text, cells[i]);
      sheet = mz_sheet_parse (text->str, -1, NULL);
      g_assert_cmpuint (mz_sheet_n_rows (sheet), ==, 1);
      g_assert_cmpstr (mz_sheet_cell (sheet, 0, 1), ==, cells[i]);
    }
}

static void
test_too_many_rows (void)
{
  g_autofree char *text = g_strnfill (MZ_SHEET_MAX_ROWS + 1, '\n');
  g_autoptr (GError) error = NULL;

  g_assert_null (mz_sheet_parse (text, -1, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
}

/* Importing. */

static MzModel *
make_model (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  const MzKind *risk = mz_schema_kind (mz_schema_default (), "risk");
  const MzKind *system = mz_schema_kind (mz_schema_default (), "system");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  static const char *const systems[] = {"Web shop", "Mail", "Twin", "Twin"};
  const char *id = mz_edit_insert (edit, risk, NULL);

  mz_edit_set_text (edit, risk, id, "code", "R-01");
  mz_edit_set_text (edit, risk, id, "title", "Old");
  mz_edit_set_text (edit, risk, id, "owner", "CISO");
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    mz_edit_set_text (edit, system, mz_edit_insert (edit, system, NULL), "title", systems[i]);
  g_assert_true (mz_model_edit (model, edit, NULL));
  return model;
}

static MzSheetImport *
import (MzModel *model, const char *kind, const char *text)
{
  static const char *const order[] = {"code", "title", "=value", "likelihood", NULL};
  MzSheetProfile profile = {.kind = kind, .unit = MZ_MONEY_UNIT_MAN};
  MzSheetImport *self =
      mz_sheet_import_new (model, mz_sheet_parse (text, -1, NULL), &profile, order);

  g_assert_true (mz_sheet_import_check (self, ONCE));
  return self;
}

/* One cell in one column: what is read, or that it is refused. */
static void
test_cells (void)
{
  static const struct
  {
    const char *heading, *cell, *field, *machine; /* NULL: refused */
  } rows[] = {
      {"Loss, low", "1,200", "loss_low", "12000000"},
      {"loss_low", "1億2,000万円", "loss_low", "120000000"},
      {"Loss, low (million yen)", "５００", "loss_low", "5000000"},
      {"loss_low", "a lot", "loss_low", NULL},
      {"loss_low", "-5", "loss_low", NULL},
      {"Treatment", "avoid", "treatment", "avoid"},
      {"Treatment", "nonsense", "treatment", NULL},
      {"State", "Open", "state", "open"},
      {"System", "web shop", "system", "Web shop"},
      {"System", "Twin", "system", NULL},
      {"System", "Nowhere", "system", NULL},
      {"LIKELIHOOD", "3", "likelihood", "3"},
      {"Likelihood", "11", "likelihood", NULL},
      {"Events a year", "once in 50 years", "frequency", "0.02"},
      {"Events a year", "50年に1回", "frequency", "0.02"},
      {"Next review", "2026/4/1", "review_date", "2026-04-01"},
      {"Next review", "2026-02-30", "review_date", NULL},
      {"Owner", "=cmd|'/c calc'!A1", "owner", "=cmd|'/c calc'!A1"},
      {"Owner", "<b>&amp;", "owner", "<b>&amp;"},
      {"Illustrative assumption", "yes", "assumed", "true"},
      {"assumed", "はい", "assumed", "true"},
      {"assumed", "maybe", "assumed", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MzModel) model = make_model ();
      g_autofree char *text =
          g_strdup_printf ("Risk\t%s\nNew\t%s\n", rows[i].heading, rows[i].cell);
      g_autoptr (MzSheetImport) self = import (model, "risk", text);
      g_autoptr (MzEdit) edit = mz_sheet_import_edit (self, NULL);
      g_autoptr (GError) error = NULL;
      const MzSheetRow *row = mz_sheet_import_row (self, 0);
      MzRecord *record;
      g_autofree char *machine = NULL;
      guint field;

      g_test_message ("%s: %s", rows[i].heading, rows[i].cell);
      g_assert_cmpuint (mz_sheet_import_n_rows (self), ==, 1);
      g_assert_cmpuint (row->number, ==, 2);
      if (rows[i].machine == NULL)
        {
          g_assert_cmpint (row->state, ==, MZ_SHEET_WRONG);
          g_assert_cmpint (row->column, ==, 1);
          g_assert_nonnull (row->reason);
          g_assert_cmpuint (mz_edit_n_changes (edit), ==, 0);
          continue;
        }
      g_assert_cmpstr (row->reason, ==, NULL);
      g_assert_cmpint (row->state, ==, MZ_SHEET_NEW);
      g_assert_true (mz_model_edit (model, edit, &error));
      g_assert_no_error (error);
      record = mz_model_nth (model, "risk", 1);
      field = (guint)mz_kind_find (mz_record_kind (record), rows[i].field);
      machine = mz_value_to_machine (mz_kind_field (mz_record_kind (record), field),
                                     mz_record_value (record, field));
      if (mz_model_find (model, machine) != NULL)
        {
          g_autofree char *title = mz_record_title (mz_model_find (model, machine));
          g_assert_cmpstr (title, ==, rows[i].machine);
        }
      else
        g_assert_cmpstr (machine, ==, rows[i].machine);
    }
}

static void
test_by_position (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self = import (model, "risk", "R-09\tNine\t6\t3\nR-10\tTen\t\t\n");

  g_assert_false (mz_sheet_import_has_heading (self));
  g_assert_cmpuint (mz_sheet_import_n_rows (self), ==, 2);
  g_assert_cmpstr (mz_sheet_import_target_label (self, (guint)mz_sheet_import_target (self, 1)), ==,
                   "Risk");
  /* A column that is computed fills nothing. */
  g_assert_cmpint (mz_sheet_import_target (self, 2), ==, -1);
  g_assert_cmpuint (mz_sheet_import_count (self, MZ_SHEET_NEW), ==, 2);
}

static void
test_column_changed (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self = import (model, "risk", "R-09\tNine\n");
  int title = mz_sheet_import_target (self, 1);

  /* The title goes to the first column, so nothing is left for the second. */
  mz_sheet_import_set_target (self, 0, title);
  g_assert_cmpint (mz_sheet_import_target (self, 1), ==, -1);
  g_assert_cmpint (mz_sheet_import_row (self, 0)->state, ==, MZ_SHEET_WAITING);
  g_assert_true (mz_sheet_import_check (self, ONCE));
  g_assert_cmpint (mz_sheet_import_row (self, 0)->state, ==, MZ_SHEET_NEW);
  mz_sheet_import_set_target (self, 0, -1);
  g_assert_true (mz_sheet_import_check (self, ONCE));
  g_assert_cmpint (mz_sheet_import_row (self, 0)->state, ==, MZ_SHEET_WRONG);
  g_assert_cmpint (mz_sheet_import_row (self, 0)->column, ==, -1);
}

static void
test_heading_switched (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self = import (model, "risk", "Number\tRisk\nR-09\tNine\n");

  g_assert_true (mz_sheet_import_has_heading (self));
  mz_sheet_import_set_heading (self, FALSE);
  g_assert_cmpuint (mz_sheet_import_n_rows (self), ==, 2);
  g_assert_true (mz_sheet_import_check (self, ONCE));
  g_assert_cmpuint (mz_sheet_import_count (self, MZ_SHEET_NEW), ==, 2);
}

static void
test_update_and_choice (void)
{
  static const char text[] = "Number\tRisk\tOwner\n"
                             "R-01\tRenamed\t\n"
                             "R-02\tTwo\tCFO\n"
                             "\t\t\n"
                             "R-02\tTwo again\t\n"
                             "R-03\t\tCFO\n"
                             "\tNo number\tCFO\n";
  static const MzSheetState states[] = {MZ_SHEET_CHANGE, MZ_SHEET_NEW, MZ_SHEET_WRONG,
                                        MZ_SHEET_WRONG, MZ_SHEET_NEW};
  static const guint numbers[] = {2, 3, 5, 6, 7};
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self = import (model, "risk", text);
  g_autoptr (MzEdit) edit = NULL;
  MzRecord *old = mz_model_nth (model, "risk", 0);

  g_assert_cmpuint (mz_sheet_import_n_rows (self), ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpint (mz_sheet_import_row (self, i)->state, ==, states[i]);
      g_assert_cmpuint (mz_sheet_import_row (self, i)->number, ==, numbers[i]);
    }
  g_assert_cmpuint (mz_sheet_import_n_taken (self), ==, 3);
  mz_sheet_import_choose (self, 4, FALSE);
  g_assert_cmpuint (mz_sheet_import_n_taken (self), ==, 2);
  edit = mz_sheet_import_edit (self, "Paste");
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, 2);
  g_assert_cmpstr (mz_record_text (old, "title"), ==, "Renamed");
  g_assert_false (mz_record_has (old, "owner"));
}

static void
test_add_in_any_case (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self = import (model, "risk", "Number\tRisk\nR-01\tAnother\n");

  g_assert_true (mz_sheet_import_can_update (self));
  mz_sheet_import_set_updates (self, FALSE);
  g_assert_true (mz_sheet_import_check (self, ONCE));
  g_assert_cmpint (mz_sheet_import_row (self, 0)->state, ==, MZ_SHEET_NEW);
}

static void
test_unique (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self =
      import (model, "matrix_cell", "likelihood\timpact\tvalue\n1\t1\t1\n1\t2\t2\n1\t1\t3\n");

  g_assert_cmpint (mz_sheet_import_row (self, 1)->state, ==, MZ_SHEET_NEW);
  g_assert_cmpint (mz_sheet_import_row (self, 2)->state, ==, MZ_SHEET_WRONG);
}

static void
test_preset (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzSheetImport) self = import (model, "context", "Title\nA law\n");
  g_autoptr (MzEdit) edit = NULL;

  mz_sheet_import_preset (self, "category", "law");
  g_assert_true (mz_sheet_import_check (self, ONCE));
  edit = mz_sheet_import_edit (self, NULL);
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_true (mz_record_choice_is (mz_model_nth (model, "context", 0), "category", "law"));
}

static void
test_hostile (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autofree char *many = g_strnfill (100000, 'x');
  g_autofree char *text =
      g_strdup_printf ("Risk\tWhat happens\nA\t%s\n%s\tb\n😀 مرحبا\t<b>\n", many, many);
  g_autoptr (MzSheetImport) self = import (model, "risk", text);
  g_autoptr (MzEdit) edit = NULL;

  g_assert_cmpint (mz_sheet_import_row (self, 0)->state, ==, MZ_SHEET_NEW);
  g_assert_cmpint (mz_sheet_import_row (self, 1)->state, ==, MZ_SHEET_WRONG);
  g_assert_cmpint (mz_sheet_import_row (self, 2)->state, ==, MZ_SHEET_NEW);
  edit = mz_sheet_import_edit (self, NULL);
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_cmpuint (strlen (mz_record_text (mz_model_nth (model, "risk", 1), "scenario")), ==,
                    100000);
}

static void
test_many_rows_in_pieces (void)
{
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (GString) text = g_string_new ("Number\tRisk\tLikelihood\tLoss, low\tState\n");
  MzSheetProfile profile = {.kind = "risk", .unit = MZ_MONEY_UNIT_YEN};
  g_autoptr (MzSheetImport) self = NULL;
  gint64 start, longest = 0, all = g_get_monotonic_time ();
  gboolean done;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "N-%u\tTitle %u\t%u\t%u万\t%s\n", i, i, i % 12, i, "open");
  self = mz_sheet_import_new (model, mz_sheet_parse (text->str, -1, NULL), &profile, NULL);
  do
    {
      start = g_get_monotonic_time ();
      done = mz_sheet_import_check (self, 5000);
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  while (!done);
  g_test_minimized_result ((g_get_monotonic_time () - all) / 1e6, "seconds for 5,000 rows");
  g_assert_cmpint (longest, <, 100000);
  /* Level 0 and level 11: two of each twelve rows. */
  g_assert_cmpuint (mz_sheet_import_count (self, MZ_SHEET_WRONG), ==, 417 + 416);
  g_assert_cmpuint (mz_sheet_import_n_taken (self), ==, 5000 - 833);
}

static void
test_losses (void)
{
  static const char text[] = "id,name,frequency,low,mode,high\n"
                             "R-01,Renamed,once in 50 years,1億,2億,5億\n"
                             "N-1,New,0.5,\"1,000\",,9000\n"
                             "N-2,Upside down,0.5,9,,1\n"
                             "N-3,Nothing lost,0.5,0,,1\n"
                             "N-4,No frequency,,1,,2\n";
  static const MzSheetState states[] = {MZ_SHEET_CHANGE, MZ_SHEET_NEW, MZ_SHEET_WRONG,
                                        MZ_SHEET_WRONG, MZ_SHEET_WRONG};
  static const int columns[] = {-1, -1, 5, 3, 2};
  g_autoptr (MzModel) model = make_model ();
  g_autoptr (MzCsv) csv = mz_csv_parse (text, strlen (text), "x.csv", MZ_CSV_READ_UNGUARD, NULL);
  g_autoptr (MzSheetImport) self =
      mz_sheet_import_new (model, mz_sheet_from_csv (csv), mz_loss_import_profile (), NULL);
  g_autoptr (MzEdit) edit = NULL;

  g_assert_true (mz_sheet_import_check (self, ONCE));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpint (mz_sheet_import_row (self, i)->state, ==, states[i]);
      g_assert_cmpint (mz_sheet_import_row (self, i)->column, ==, columns[i]);
    }
  edit = mz_sheet_import_edit (self, NULL);
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_assert_true (mz_record_choice_is (mz_model_nth (model, "risk", 0), "magnitude", "pert"));
  g_assert_cmpint (mz_record_integer (mz_model_nth (model, "risk", 0), "loss_high", 0), ==,
                   500000000);
  g_assert_true (mz_record_choice_is (mz_model_nth (model, "risk", 1), "magnitude", "lognormal"));
  g_assert_cmpint (mz_record_integer (mz_model_nth (model, "risk", 1), "loss_low", 0), ==, 1000);
}

int
main (int argc, char **argv)
{
  mz_language_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/sheet/parse", test_parse);
  g_test_add_func ("/store/sheet/written-and-read", test_written_and_read);
  g_test_add_func ("/store/sheet/too-many-rows", test_too_many_rows);
  g_test_add_func ("/store/sheet/cells", test_cells);
  g_test_add_func ("/store/sheet/by-position", test_by_position);
  g_test_add_func ("/store/sheet/column-changed", test_column_changed);
  g_test_add_func ("/store/sheet/heading-switched", test_heading_switched);
  g_test_add_func ("/store/sheet/update-and-choice", test_update_and_choice);
  g_test_add_func ("/store/sheet/add-in-any-case", test_add_in_any_case);
  g_test_add_func ("/store/sheet/unique", test_unique);
  g_test_add_func ("/store/sheet/preset", test_preset);
  g_test_add_func ("/store/sheet/hostile", test_hostile);
  g_test_add_func ("/store/sheet/many-rows-in-pieces", test_many_rows_in_pieces);
  g_test_add_func ("/store/sheet/losses", test_losses);
  return g_test_run ();
}
