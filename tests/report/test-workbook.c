/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Registers written as a workbook and read back: a hundred nasty texts in every text field, and what edited rows do. */

#include "config.h"

#include "mezasu/cell-text.h"
#include "mezasu/register-import.h"
#include "mezasu/workbook-reader.h"
#include "mezasu/workbook.h"

#include <string.h>

static const char *const pieces[] = {
    "=cmd|' /C calc'!A0",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "'=1",
    "<&>\"'",
    "]]>",
    "&#x41;",
    "&amp;",
    "_x0041_",
    "_x005F_x0041_",
    "_x000D_",
    "a\x01"
    "b",
    "a\x1f",
    "a\x7f",
    "\xEF\xBF\xBE",
    "\xEF\xBF\xBF",
    "\xEF\xBF\xBD",
    "\u202Egnp.exe",
    "\u200F\u2066x\u2069",
    "😀👩‍👩‍👧‍👦",
    "が\u304B\u3099",
    "〜－①髙﨑",
    "ｱｲｳ",
    " leading",
    "trailing ",
    "  ",
    "two\nlines",
    "two\r\nlines",
    "cr\ronly",
    "#REF",
    "TRUE",
    "1e5",
    "007",
    "2026-04-01",
    "100%",
    "NaN",
    "%s%n%d",
    "{=A1}",
    "R1C1",
    "http://example.com/?a=b&c=d",
    "mailto:a@b",
    "\"quoted\"",
    "a|b | c",
    "&A&P",
    "\x1b[31mred",
    "null",
};

/* A hundred: each piece alone and inside a sentence; the last two are long. */
static GPtrArray *
nasty_texts (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_ptr_array_add (texts, g_strdup (pieces[i]));
      g_ptr_array_add (texts, g_strdup_printf ("危険 %s です", pieces[i]));
    }
  g_free (g_ptr_array_index (texts, texts->len - 1));
  g_free (g_ptr_array_index (texts, texts->len - 2));
  g_ptr_array_index (texts, texts->len - 1) = g_strnfill (40000, 'x');
  g_ptr_array_index (texts, texts->len - 2) = g_strnfill (32767, 'y');
  return texts;
}

/* A risk a text, with the text in every field that takes it. */
static MzModel *
nasty_model (GPtrArray *texts, guint *n_set)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  *n_set = 0;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *id = g_strdup (mz_edit_insert (edit, kind, NULL));

      mz_edit_set_text (edit, kind, id, "title", "title");
      for (guint f = 0; f < mz_kind_n_fields (kind); f++)
        {
          const MzField *field = mz_kind_field (kind, f);
          MzValue value = {TRUE, {.text = g_ptr_array_index (texts, i)}};

          if ((field->type != MZ_TYPE_TEXT && field->type != MZ_TYPE_LONG_TEXT) ||
              !mz_value_check (field, &value, NULL))
            continue;
          mz_edit_set (edit, kind, id, f, &value);
          (*n_set)++;
        }
    }
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  return model;
}

/* What a reader must find: the text itself, but for what XML cannot carry, line ends, and length. */
static gboolean
is_kept (const char *text, const char *cell)
{
  gboolean plain = strlen (text) <= 32767 && strchr (text, '\r') == NULL;

  for (const char *p = text; plain && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      plain = (c >= 0x20 || c == '\t' || c == '\n') && c != 0x7f && c != 0xfffe && c != 0xffff;
    }
  if (plain)
    return g_str_equal (text, cell);
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f || c == 0xfffe || c == 0xffff)
        return FALSE;
    }
  return *cell != '\0' && g_utf8_strlen (cell, -1) <= 32767 && !g_str_equal (text, cell);
}

static GPtrArray *
write_and_read (MzModel *model, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mz_workbook_registers (model, kind, &error);
  gsize size;
  const char *data;
  GPtrArray *sheets;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  sheets = mz_workbook_read (data, size, "registers.xlsx", &error);
  g_assert_no_error (error);
  return sheets;
}

static void
test_nasty (void)
{
  g_autoptr (GPtrArray) texts = nasty_texts ();
  guint n_set, n_compared = 0;
  g_autoptr (MzModel) model = nasty_model (texts, &n_set);
  g_autoptr (GPtrArray) sheets = write_and_read (model, "risk");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const MzCsv *table = ((MzWorkbookTable *)g_ptr_array_index (sheets, 0))->table;
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  MzRegisterSummary summary;
  g_autoptr (MzEdit) edit = NULL;

  g_assert_cmpuint (texts->len, ==, 100);
  g_assert_cmpuint (n_set, >, 300);
  for (guint i = 0; i < texts->len; i++)
    for (guint column = 1; column < mz_csv_get_n_cells (table, 0); column++)
      {
        guint index = (guint)mz_kind_find (kind, mz_csv_get_cell (table, 0, column));
        const MzField *field = mz_kind_field (kind, index);
        const MzValue *value = mz_record_value (mz_model_nth (model, "risk", i), index);

        if ((field->type != MZ_TYPE_TEXT && field->type != MZ_TYPE_LONG_TEXT) || !value->set)
          continue;
        n_compared++;
        if (!is_kept (value->text, mz_csv_get_cell (table, i + 2, column)))
          g_error ("text %u, field %s: “%s”", i, field->name,
                   mz_csv_get_cell (table, i + 2, column));
      }
  g_assert_cmpuint (n_compared, >=, n_set);
  edit = mz_register_import (sheets, model, NULL, &summary, &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mz_edit_n_changes (edit), ==, 0);
  g_assert_cmpuint (summary.n_left, ==, 0);
}

static void
test_sheet_names (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (GPtrArray) sheets = write_and_read (model, NULL);

  const MzSchema *schema = mz_schema_default ();
  guint n_singletons = 0, n_registers = 0;

  /* A new model has nothing but its singletons. */
  for (guint i = 0; i < schema->n_kinds; i++)
    n_singletons += schema->kinds[i].singleton ? 1 : 0;
  for (guint i = 0; i < sheets->len; i++)
    {
      const MzCsv *table = ((MzWorkbookTable *)g_ptr_array_index (sheets, i))->table;

      n_registers += g_str_has_prefix (mz_csv_get_cell (table, 0, 0), "mezasu:") ? 1 : 0;
    }
  g_assert_cmpuint (n_registers, ==, n_singletons);
}

static void
table_free (MzWorkbookTable *table)
{
  mz_csv_free (table->table);
  g_free (table->name);
  g_free (table);
}

/* A sheet of the name "Risks" as somebody left it. */
static GPtrArray *
sheet_of (const char *text)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)table_free);
  MzWorkbookTable *table = g_new (MzWorkbookTable, 1);

  *table = (MzWorkbookTable){g_strdup ("Risks"),
                             mz_csv_parse (text, strlen (text), "test", MZ_CSV_READ_DEFAULT, NULL)};
  g_assert_nonnull (table->table);
  g_ptr_array_add (sheets, table);
  return sheets;
}

#define FIRST "11111111-1111-4111-8111-111111111111"
#define SECOND "22222222-2222-4222-8222-222222222222"

static MzModel *
two_risks (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);

  mz_edit_insert (edit, kind, FIRST);
  mz_edit_set_text (edit, kind, FIRST, "title", "Theft");
  mz_edit_set_real (edit, kind, FIRST, "frequency", 0.1);
  mz_edit_insert (edit, kind, SECOND);
  mz_edit_set_text (edit, kind, SECOND, "title", "Fire");
  g_assert_true (mz_model_edit (model, edit, NULL));
  return model;
}

static MzEdit *
take (MzModel *model, const char *text, MzRegisterSummary *summary, GPtrArray **faults)
{
  g_autoptr (GPtrArray) sheets = sheet_of (text);
  g_autoptr (GError) error = NULL;

  return mz_register_import (sheets, model, "label", summary, faults, &error);
}

static void
test_rows (void)
{
  g_autoptr (MzModel) model = two_risks ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  MzRegisterSummary summary;
  /* One changed, one copied with its id, one new with a frequency in words, and "Fire" deleted. */
  g_autoptr (MzEdit) edit = take (model,
                                  "A title,,\n"
                                  "mezasu:risk,title,frequency,state\n"
                                  "id,Risk,Events a year,State\n" FIRST ",Theft,0.2,Open\n" FIRST
                                  ",Copied theft,0.3,accepted\n"
                                  ",New,once in 50 years,\n"
                                  ",,,\n",
                                  &summary, &faults);

  g_assert_nonnull (edit);
  g_assert_cmpuint (summary.n_changed, ==, 1);
  g_assert_cmpuint (summary.n_new, ==, 2);
  g_assert_cmpuint (summary.n_left, ==, 1);
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, 4);
  g_assert_cmpfloat (mz_record_real (mz_model_find (model, FIRST), "frequency", 0), ==, 0.2);
  g_assert_cmpstr (mz_record_text (mz_model_find (model, SECOND), "title"), ==, "Fire");
  g_assert_cmpstr (mz_record_text (mz_model_nth (model, "risk", 2), "state"), ==, "accepted");
  g_assert_cmpfloat (mz_record_real (mz_model_nth (model, "risk", 3), "frequency", 0), ==, 0.02);
}

static void
test_faults (void)
{
  g_autoptr (MzModel) model = two_risks ();
  g_autoptr (GPtrArray) faults = NULL;
  MzRegisterSummary summary;
  g_autoptr (MzEdit) edit = take (model,
                                  "mezasu:risk,title,frequency,system,state\n"
                                  "id,Risk,Events a year,System,State\n" FIRST
                                  ",Theft,often,,open\n" SECOND ",Fire,#REF!,No such system,burnt\n"
                                  "no id,x,,,\n",
                                  &summary, &faults);
  const guint rows[] = {5, 3, 4, 4, 4};

  g_assert_null (edit);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < faults->len; i++)
    {
      const MzRegisterFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->row, ==, rows[i]);
      g_assert_cmpstr (fault->sheet, ==, "Risks");
      g_assert_cmpuint (strlen (fault->message), >, 10);
    }
}

static void
test_no_register (void)
{
  g_autoptr (MzModel) model = two_risks ();
  g_autoptr (GPtrArray) faults = NULL;
  MzRegisterSummary summary;
  g_autoptr (MzEdit) edit = take (model, "a,b\n1,2\n", &summary, &faults);

  g_assert_null (edit);
  g_assert_cmpuint (summary.n_sheets, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/nasty", test_nasty);
  g_test_add_func ("/workbook/sheet-names", test_sheet_names);
  g_test_add_func ("/workbook/rows", test_rows);
  g_test_add_func ("/workbook/faults", test_faults);
  g_test_add_func ("/workbook/no-register", test_no_register);
  return g_test_run ();
}
