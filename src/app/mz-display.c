/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How values read in the window. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-display.h"

/* Longer than any cell or button is wide. */
#define ONE_LINE_MAX 200

char *
mz_display_one_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *p = text != NULL ? text : "";
  guint count = 0;

  for (; *p != '\0' && count < ONE_LINE_MAX; p = g_utf8_next_char (p), count++)
    {
      gunichar c = g_utf8_get_char (p);
      g_string_append_unichar (line, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
  if (*p != '\0')
    g_string_append (line, "…");
  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
mz_display_money (MzWorkspace *workspace, gint64 yen)
{
  MzMoneyUnit unit = mz_workspace_unit (workspace);
  guint decimals = mz_money_unit_decimals (unit);
  gint64 least = mz_money_unit_factor (unit);

  /* An amount far below the unit keeps two digits, or a unit price would read as nothing. */
  for (guint i = 0; i < decimals; i++)
    least /= 10;
  while (decimals < 4 && least > 1 && yen % least != 0 && ABS (yen) < least * 10)
    {
      decimals++;
      least /= 10;
    }
  return mz_money_format_number (yen, unit, decimals, mz_language_minus ());
}

char *
mz_display_value (MzWorkspace *workspace, MzRecord *record, guint field)
{
  const MzField *def = mz_kind_field (mz_record_kind (record), field);
  const MzValue *value = mz_record_value (record, field);
  g_autofree char *text = NULL;

  if (!value->set)
    return g_strdup ("");
  if (def->type == MZ_TYPE_REFERENCE)
    {
      MzRecord *target = mz_model_find (mz_workspace_model (workspace), value->text);
      text = target != NULL ? mz_record_label (target) : g_strdup ("");
    }
  else if (def->type == MZ_TYPE_MONEY)
    return mz_display_money (workspace, value->integer);
  else
    text = mz_value_display (def, value);
  return mz_display_one_line (text);
}

char *
mz_display_entry_text (MzWorkspace *workspace, const MzField *field, const MzValue *value)
{
  MzMoneyUnit unit = mz_workspace_unit (workspace);

  if (!value->set)
    return g_strdup ("");
  if (field->type == MZ_TYPE_MONEY)
    {
      if (value->integer % mz_money_unit_factor (unit) == 0)
        return mz_money_format_number (value->integer, unit, 0, mz_language_minus ());
      return mz_money_format_japanese (value->integer, MZ_MONEY_UNIT_YEN, 0, mz_language_minus ());
    }
  if (field->type == MZ_TYPE_PPM)
    return mz_ratio_format_percent (value->integer, 0);
  return mz_value_to_machine (field, value);
}

const char *
mz_display_unit (MzWorkspace *workspace, const MzField *field)
{
  if (field->type == MZ_TYPE_MONEY)
    return mz_money_unit_label (mz_workspace_unit (workspace));
  if (field->type == MZ_TYPE_PPM)
    return "%";
  return mz_translate (field->unit);
}

char *
mz_display_echo (const MzField *field, const MzValue *value)
{
  if (!value->set || field->type != MZ_TYPE_MONEY)
    return NULL;
  if (g_str_equal (mz_language (), "ja"))
    return mz_money_echo (value->integer, mz_language_minus ());
  return mz_money_format (value->integer, MZ_MONEY_UNIT_YEN, 0, mz_language_minus ());
}

static int
compare_text (MzWorkspace *workspace, guint field, MzRecord *a, MzRecord *b)
{
  g_autofree char *text_a = mz_display_value (workspace, a, field);
  g_autofree char *text_b = mz_display_value (workspace, b, field);

  return g_utf8_collate (text_a, text_b);
}

int
mz_display_compare (MzWorkspace *workspace, guint field, MzRecord *a, MzRecord *b)
{
  const MzField *def = mz_kind_field (mz_record_kind (a), field);
  const MzValue *value_a = mz_record_value (a, field);
  const MzValue *value_b = mz_record_value (b, field);

  if (!value_a->set || !value_b->set)
    return value_b->set - value_a->set;
  if (def->type == MZ_TYPE_CHOICE)
    return mz_field_choice (def, value_a->text) - mz_field_choice (def, value_b->text);
  switch (mz_field_storage (def))
    {
    case MZ_STORED_INTEGER:
      return (value_a->integer > value_b->integer) - (value_a->integer < value_b->integer);
    case MZ_STORED_REAL:
      return (value_a->real > value_b->real) - (value_a->real < value_b->real);
    default:
      return compare_text (workspace, field, a, b);
    }
}

char *
mz_display_name (MzWorkspace *workspace, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  MzModel *model = mz_workspace_model (workspace);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; mz_kind_find_flag (kind, MZ_FIELD_TITLE) < 0 && i < mz_kind_n_fields (kind);
       i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      MzRecord *other = field->type == MZ_TYPE_REFERENCE
                            ? mz_model_find (model, mz_record_text (record, field->name))
                            : NULL;

      if (other != NULL && other != mz_workspace_selected (workspace))
        {
          g_autofree char *name = mz_record_label (other);
          g_string_append_printf (joined, "%s%s", joined->len > 0 ? " → " : "", name);
        }
    }
  label = joined->len > 0 ? g_strdup (joined->str) : mz_record_label (record);
  return mz_display_one_line (label);
}
