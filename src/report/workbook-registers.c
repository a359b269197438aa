/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Registers as tables: a sheet a kind, a row a record. The hidden first row names the columns for reading back. */

#include "config.h"

#include "mezasu/workbook.h"

#include <glib/gi18n-lib.h>

#include "mezasu/cell-text.h"
#include "mezasu/ratio.h"
#include "register-cell-private.h"

#define MARK_ROW 0
#define HEAD_ROW 1
#define FIRST_ROW 2

static const struct
{
  int style;
  double width;
} looks[] = {
    [MZ_TYPE_TEXT] = {MZ_CELL_LONG, 26},     [MZ_TYPE_LONG_TEXT] = {MZ_CELL_LONG, 44},
    [MZ_TYPE_INTEGER] = {MZ_CELL_REAL, 11},  [MZ_TYPE_REAL] = {MZ_CELL_REAL, 11},
    [MZ_TYPE_MONEY] = {MZ_CELL_YEN, 17},     [MZ_TYPE_PPM] = {MZ_CELL_PERCENT, 11},
    [MZ_TYPE_LEVEL] = {MZ_CELL_REAL, 9},     [MZ_TYPE_CHOICE] = {MZ_CELL_PLAIN, 18},
    [MZ_TYPE_CHOICES] = {MZ_CELL_LONG, 26},  [MZ_TYPE_DATE] = {MZ_CELL_DATE, 13},
    [MZ_TYPE_BOOLEAN] = {MZ_CELL_PLAIN, 10}, [MZ_TYPE_REFERENCE] = {MZ_CELL_LONG, 26},
};

double
mz_register_width (const MzField *field)
{
  return looks[field->type].width;
}

void
mz_register_cell (MzBookSheet *sheet, guint row, guint column, int variant, const MzField *field,
                  const MzValue *value, const MzRecordNames *names)
{
  int style = looks[field->type].style | variant;
  g_autofree char *text = NULL;

  if (!value->set)
    {
      mz_book_sheet_blank (sheet, row, column, style);
      return;
    }
  switch (field->type)
    {
    case MZ_TYPE_REAL:
      mz_book_sheet_number (sheet, row, column, style, value->real);
      break;
    case MZ_TYPE_INTEGER:
    case MZ_TYPE_LEVEL:
    case MZ_TYPE_MONEY:
      mz_book_sheet_number (sheet, row, column, style, (double)value->integer);
      break;
    case MZ_TYPE_PPM:
      mz_book_sheet_number (sheet, row, column, style, (double)value->integer / (double)MZ_PPM);
      break;
    case MZ_TYPE_BOOLEAN:
      mz_book_sheet_boolean (sheet, row, column, style, value->integer != 0);
      break;
    case MZ_TYPE_DATE:
      mz_book_sheet_date (sheet, row, column, style, value->text);
      break;
    default:
      text = mz_register_text (field, value, names);
      mz_book_sheet_text (sheet, row, column, style, text);
      break;
    }
}

static void
allow_reference (MzBookSheet *sheet, guint first, guint last, guint column, const MzField *field,
                 MzModel *model, const MzRecordNames *names)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (g_str_equal (field->target, "*"))
    return;
  for (guint i = 0; i < mz_model_count (model, field->target); i++)
    g_ptr_array_add (labels, (gpointer)mz_record_names_of (
                                 names, mz_record_id (mz_model_nth (model, field->target, i))));
  g_ptr_array_add (labels, NULL);
  mz_book_sheet_allow_choice (sheet, first, last, column, (const char *const *)labels->pdata);
}

void
mz_register_allow (MzBookSheet *sheet, guint first, guint last, guint column, const MzField *field,
                   MzModel *model, const MzRecordNames *names)
{
  double least, greatest;

  switch (field->type)
    {
    case MZ_TYPE_INTEGER:
    case MZ_TYPE_LEVEL:
    case MZ_TYPE_MONEY:
      mz_field_bounds (field, &least, &greatest);
      mz_book_sheet_allow_whole (sheet, first, last, column, least, greatest);
      break;
    case MZ_TYPE_REAL:
      /* Once in 50 years may also be written in words. */
      mz_field_bounds (field, &least, &greatest);
      if (!(field->flags & MZ_FIELD_RATE))
        mz_book_sheet_allow_real (sheet, first, last, column, least, greatest);
      break;
    case MZ_TYPE_PPM:
      mz_book_sheet_allow_share (sheet, first, last, column);
      break;
    case MZ_TYPE_CHOICE:
      mz_book_sheet_allow_choices_of (sheet, first, last, column, field);
      break;
    case MZ_TYPE_REFERENCE:
      allow_reference (sheet, first, last, column, field, model, names);
      break;
    default:
      break;
    }
}

static char *
heading_of (const MzField *field)
{
  gboolean number = field->type == MZ_TYPE_INTEGER || field->type == MZ_TYPE_REAL ||
                    field->type == MZ_TYPE_MONEY || field->type == MZ_TYPE_PPM ||
                    field->type == MZ_TYPE_LEVEL;
  const char *unit = field->type == MZ_TYPE_MONEY ? N_ ("yen") : field->unit;

  return unit == NULL ? g_strdup_printf ("%s%s", number ? "#" : "", mz_translate (field->label))
                      : g_strdup_printf ("%s%s (%s)", number ? "#" : "",
                                         mz_translate (field->label), mz_translate (unit));
}

/* Marks, headings, widths and rules of one column; returns the column behind it. */
static guint
add_column (MzBookSheet *sheet, guint column, const MzKind *kind, guint index, MzModel *model,
            const MzRecordNames *names)
{
  const MzField *field = mz_kind_field (kind, index);
  guint n = mz_model_count (model, kind->name), last = FIRST_ROW + (n > 0 ? n - 1 : 0);
  g_autofree char *heading = heading_of (field);

  if (!mz_register_shows (field))
    return column;
  mz_book_sheet_text (sheet, MARK_ROW, column, MZ_CELL_NOTE, field->name);
  mz_book_sheet_text (sheet, HEAD_ROW, column, *heading == '#' ? MZ_CELL_HEAD_NUMBER : MZ_CELL_HEAD,
                      heading + (*heading == '#' ? 1 : 0));
  mz_book_sheet_width (sheet, column, column, mz_register_width (field));
  mz_register_allow (sheet, FIRST_ROW, last, column, field, model, names);
  for (guint i = 0; i < n; i++)
    mz_register_cell (sheet, FIRST_ROW + i, column, 0, field,
                      mz_record_value (mz_model_nth (model, kind->name, i), index), names);
  return column + 1;
}

static void
add_register (MzBook *book, MzModel *model, const MzKind *kind, const MzRecordNames *names)
{
  MzBookSheet *sheet = mz_book_add_sheet (book, mz_translate (kind->plural));
  guint n = mz_model_count (model, kind->name), column = 1;
  g_autofree char *mark = mz_register_mark (kind);

  mz_book_sheet_text (sheet, MARK_ROW, 0, MZ_CELL_NOTE, mark);
  mz_book_sheet_text (sheet, HEAD_ROW, 0, MZ_CELL_HEAD, "id");
  for (guint i = 0; i < n; i++)
    mz_book_sheet_text (sheet, FIRST_ROW + i, 0, MZ_CELL_NOTE,
                        mz_record_id (mz_model_nth (model, kind->name, i)));
  mz_book_sheet_hide_column (sheet, 0);
  mz_book_sheet_hide_row (sheet, MARK_ROW);
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    column = add_column (sheet, column, kind, i, model, names);
  mz_book_sheet_frame (sheet, FIRST_ROW, 2, FIRST_ROW + n, column - 1);
  mz_book_sheet_filter (sheet, HEAD_ROW, 1, HEAD_ROW + n, column - 1);
}

GBytes *
mz_workbook_registers (MzModel *model, const char *kind, GError **error)
{
  const MzSchema *schema = mz_model_schema (model);
  g_autoptr (MzBook) book = mz_book_new (MZ_MONEY_UNIT_YEN);
  g_autoptr (MzRecordNames) names = mz_record_names_new (model);
  MzRecord *organisation = mz_model_single (model, "organisation");

  g_return_val_if_fail (kind == NULL || mz_schema_kind (schema, kind) != NULL, NULL);

  mz_book_set_properties (book, _ ("Registers"), mz_record_text (organisation, "name"),
                          _ ("Column A of each sheet is hidden and holds the ids of the records; "
                             "Mezasu needs them to take changes over."),
                          mz_record_text (organisation, "report_date"));
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const MzKind *each = &schema->kinds[i];

      if (kind == NULL ? mz_model_count (model, each->name) > 0 : g_str_equal (each->name, kind))
        add_register (book, model, each, names);
    }
  return mz_book_finish (book, error);
}
