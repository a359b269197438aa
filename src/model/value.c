/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values: storage, comparison and the check of what a field may hold. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mezasu/record.h"
#include "mezasu/value.h"

MzStorage
mz_field_storage (const MzField *field)
{
  switch (field->type)
    {
    case MZ_TYPE_INTEGER:
    case MZ_TYPE_MONEY:
    case MZ_TYPE_PPM:
    case MZ_TYPE_LEVEL:
    case MZ_TYPE_BOOLEAN:
    case MZ_TYPE_CHOICES:
      return MZ_STORED_INTEGER;
    case MZ_TYPE_REAL:
      return MZ_STORED_REAL;
    default:
      return MZ_STORED_TEXT;
    }
}

void
mz_value_clear (const MzField *field, MzValue *value)
{
  if (value->set && mz_field_storage (field) == MZ_STORED_TEXT)
    g_free (value->text);
  *value = (MzValue)MZ_VALUE_MISSING;
}

MzValue
mz_value_copy (const MzField *field, const MzValue *value)
{
  MzValue copy = *value;
  if (value->set && mz_field_storage (field) == MZ_STORED_TEXT)
    copy.text = g_strdup (value->text);
  return copy;
}

gboolean
mz_value_equal (const MzField *field, const MzValue *a, const MzValue *b)
{
  if (!a->set || !b->set)
    return a->set == b->set;
  switch (mz_field_storage (field))
    {
    case MZ_STORED_INTEGER:
      return a->integer == b->integer;
    case MZ_STORED_REAL:
      return a->real == b->real;
    default:
      return g_str_equal (a->text, b->text);
    }
}

gboolean
mz_date_check (const char *text)
{
  int year, month, day;
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  year = atoi (text);
  month = atoi (text + 5);
  day = atoi (text + 8);
  return year >= 1 && g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static gboolean
refuse (const MzField *field, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* One sentence: the field's label, then what is wrong and what would be right. */
static gboolean
refuse (const MzField *field, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* TRANSLATORS: name of a field, then what is wrong with its value. */
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s: %s"), mz_translate (field->label),
               reason);
  return FALSE;
}

static gboolean
check_bounds (const MzField *field, double number, GError **error)
{
  MzValue minimum = {TRUE, {0}}, maximum = {TRUE, {0}};
  double least, greatest;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  mz_field_bounds (field, &least, &greatest);
  if (isfinite (number) && number >= least && number <= greatest)
    return TRUE;
  if (mz_field_storage (field) == MZ_STORED_REAL)
    minimum.real = least, maximum.real = greatest;
  else
    minimum.integer = (gint64)least, maximum.integer = (gint64)greatest;
  from = mz_value_display (field, &minimum);
  to = mz_value_display (field, &maximum);
  return refuse (field, error, _ ("the value has to lie between %s and %s."), from, to);
}

static gboolean
check_text (const MzField *field, const char *text, GError **error)
{
  glong limit = field->type == MZ_TYPE_TEXT ? MZ_TEXT_MAX : MZ_LONG_TEXT_MAX;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (field, error, _ ("the text is not valid UTF-8."));
  /* There are never more characters than bytes. */
  if (strlen (text) > (gsize)limit && g_utf8_strlen (text, -1) > limit)
    return refuse (field, error, _ ("the text is longer than %ld characters."), limit);
  if (field->type == MZ_TYPE_TEXT && strpbrk (text, "\n\r") != NULL)
    return refuse (field, error, _ ("the text has to stand on one line."));
  return TRUE;
}

static gboolean
check_choices (const MzField *field, gint64 set, GError **error)
{
  int n = 0;
  while (field->choices[n].code != NULL)
    n++;
  if (set >= 0 && set < (G_GINT64_CONSTANT (1) << n))
    return TRUE;
  return refuse (field, error, _ ("the set holds an unknown choice."));
}

gboolean
mz_value_check (const MzField *field, const MzValue *value, GError **error)
{
  if (!value->set)
    return !(field->flags & MZ_FIELD_REQUIRED) || refuse (field, error, _ ("a value is needed."));
  switch (field->type)
    {
    case MZ_TYPE_TEXT:
    case MZ_TYPE_LONG_TEXT:
      if ((field->flags & MZ_FIELD_REQUIRED) && *value->text == '\0')
        return refuse (field, error, _ ("a value is needed."));
      return check_text (field, value->text, error);
    case MZ_TYPE_INTEGER:
    case MZ_TYPE_MONEY:
    case MZ_TYPE_PPM:
    case MZ_TYPE_LEVEL:
      return check_bounds (field, (double)value->integer, error);
    case MZ_TYPE_REAL:
      return check_bounds (field, value->real, error);
    case MZ_TYPE_CHOICE:
      return mz_field_choice (field, value->text) >= 0 ||
             refuse (field, error, _ ("“%.60s” is not one of the choices."), value->text);
    case MZ_TYPE_CHOICES:
      return check_choices (field, value->integer, error);
    case MZ_TYPE_DATE:
      return mz_date_check (value->text) ||
             refuse (field, error, _ ("“%.60s” is not a day; write it as 2026-04-01."),
                     value->text);
    case MZ_TYPE_BOOLEAN:
      return value->integer == 0 || value->integer == 1 ||
             refuse (field, error, _ ("write yes or no."));
    case MZ_TYPE_REFERENCE:
      return mz_id_check (value->text) ||
             refuse (field, error, _ ("“%.60s” is not an id."), value->text);
    }
  g_assert_not_reached ();
}
