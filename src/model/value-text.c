/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values as text: for machines, for people, and as people write them. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mezasu/language.h"
#include "mezasu/ratio.h"
#include "mezasu/record.h"
#include "mezasu/value.h"
#include "number-text-private.h"

static gboolean
unreadable (const MzField *field, const char *text, GError **error)
{
  const char *right;
  if (field->type == MZ_TYPE_BOOLEAN)
    right = _ ("write true or false");
  else if (mz_field_storage (field) == MZ_STORED_REAL)
    right = _ ("write a number such as 0.5");
  else
    right = _ ("write a whole number such as 300");
  /* TRANSLATORS: name of a field, what was typed, what would be right. */
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s: “%.60s” cannot be read; %s."),
               mz_translate (field->label), text, right);
  return FALSE;
}

/* Reads all of @text as a whole number of at most 18 digits. */
static gboolean
read_integer (const char *text, gint64 *number)
{
  gsize digits = strspn (text + (*text == '-'), "0123456789");
  if (digits == 0 || digits > 18 || text[digits + (*text == '-')] != '\0')
    return FALSE;
  *number = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* Reads all of @text as a finite decimal number; neither hexadecimal nor the words that strtod() knows. */
static gboolean
read_real (const char *text, double *number)
{
  char *end;
  if (text[strspn (text, "+-0123456789.eE")] != '\0' || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

static gboolean
read_choices (const MzField *field, const char *text, gint64 *set, GError **error)
{
  g_auto (GStrv) codes = g_strsplit (text, "|", MZ_CHOICES_MAX + 1);
  *set = 0;
  for (int i = 0; codes[i] != NULL; i++)
    {
      int choice = mz_field_choice (field, codes[i]);
      if (choice < 0)
        {
          g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                       _ ("%s: “%.60s” is not one of the choices."), mz_translate (field->label),
                       codes[i]);
          return FALSE;
        }
      *set |= G_GINT64_CONSTANT (1) << choice;
    }
  return TRUE;
}

gboolean
mz_value_from_machine (const MzField *field, const char *text, MzValue *value, GError **error)
{
  MzValue read = {TRUE, {0}};

  *value = (MzValue)MZ_VALUE_MISSING;
  if (text == NULL || *text == '\0')
    return mz_value_check (field, value, error);
  switch (mz_field_storage (field))
    {
    case MZ_STORED_REAL:
      if (!read_real (text, &read.real))
        return unreadable (field, text, error);
      break;
    case MZ_STORED_TEXT:
      read.text = g_strdup (text);
      break;
    case MZ_STORED_INTEGER:
      if (field->type == MZ_TYPE_BOOLEAN)
        {
          read.integer = g_str_equal (text, "true");
          if (!read.integer && !g_str_equal (text, "false"))
            return unreadable (field, text, error);
        }
      else if (field->type == MZ_TYPE_CHOICES)
        {
          if (!read_choices (field, text, &read.integer, error))
            return FALSE;
        }
      else if (!read_integer (text, &read.integer))
        return unreadable (field, text, error);
      break;
    }
  if (!mz_value_check (field, &read, error))
    {
      mz_value_clear (field, &read);
      return FALSE;
    }
  *value = read;
  return TRUE;
}

/* The shortest decimal form that reads back as the same number. */
static char *
write_real (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  /* 60 is "60", not "6e+01", as long as a person can still count the digits; all of these are whole numbers. */
  if (strchr (buffer, 'e') != NULL && fabs (number) >= 1 && fabs (number) < 1e15)
    g_ascii_formatd (buffer, sizeof buffer, "%.0f", number);
  return g_strdup (number == 0 ? "0" : buffer);
}

static char *
write_choices (const MzField *field, gint64 set, const char *separator, gboolean labels)
{
  GString *text = g_string_new (NULL);
  for (int i = 0; field->choices[i].code != NULL; i++)
    if (set & (G_GINT64_CONSTANT (1) << i))
      {
        if (text->len > 0)
          g_string_append (text, separator);
        g_string_append (text,
                         labels ? mz_translate (field->choices[i].label) : field->choices[i].code);
      }
  return g_string_free (text, FALSE);
}

char *
mz_value_to_machine (const MzField *field, const MzValue *value)
{
  if (!value->set)
    return g_strdup ("");
  switch (mz_field_storage (field))
    {
    case MZ_STORED_REAL:
      return write_real (value->real);
    case MZ_STORED_TEXT:
      return g_strdup (value->text);
    default:
      if (field->type == MZ_TYPE_BOOLEAN)
        return g_strdup (value->integer ? "true" : "false");
      if (field->type == MZ_TYPE_CHOICES)
        return write_choices (field, value->integer, "|", FALSE);
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    }
}

/* "1/50", "50年に1回", "once in 50 years": a frequency told by its period. */
static gboolean
read_rate (const char *text, double *rate)
{
  static const struct
  {
    const char *pattern;
    double times; /* where the words do not tell a number */
  } forms[] = {
      {"^(?<n>[0-9.]+)/(?<years>[0-9.]+)$", 1},
      {"^(?<years>[0-9.]+)年に(?<n>[0-9.]+)(回|度|件)$", 1},
      {"^(?<years>[0-9.]+)年に(?<n>)一(回|度|件)$", 1},
      {"^once(?<n>) (in|every) (?<years>[0-9.]+) years?$", 1},
      {"^every(?<n>) (?<years>[0-9.]+) years?$", 1},
      {"^(?<n>[0-9.]+) times? in (?<years>[0-9.]+) years?$", 1},
      {"^once(?<n>) (a|per) (?<years>)year$", 1},
      {"^twice(?<n>) (a|per) (?<years>)year$", 2},
      {"^(?<n>[0-9.]+) times? (a|per) (?<years>)year$", 1},
      {"^年(?<years>)(?<n>[0-9.]+)(回|度|件)$", 1},
  };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) form = g_regex_new (forms[i].pattern, G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *times = NULL;
      g_autofree char *years = NULL;
      double n = forms[i].times, period = 1;
      if (!g_regex_match (form, text, 0, &match))
        continue;
      times = g_match_info_fetch_named (match, "n");
      years = g_match_info_fetch_named (match, "years");
      if ((*times != '\0' && !read_real (times, &n)) ||
          (*years != '\0' && !read_real (years, &period)) || period <= 0)
        return FALSE;
      *rate = n / period;
      return isfinite (*rate);
    }
  return FALSE;
}

/* Takes "2026/4/1" and "2026年4月1日" for 2026-04-01. */
static char *
read_date (const char *folded)
{
  g_autoptr (GRegex) form =
      g_regex_new ("^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int part[3];
  if (!g_regex_match (form, folded, 0, &match))
    return g_strdup (folded);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *digits = g_match_info_fetch (match, i + 1);
      part[i] = atoi (digits);
    }
  return g_strdup_printf ("%04d-%02d-%02d", part[0], part[1], part[2]);
}

/* Takes a choice by its label as well as by its code. */
static char *
read_choice (const MzField *field, const char *text)
{
  for (int i = 0; field->choices[i].code != NULL; i++)
    if (g_strcmp0 (mz_translate (field->choices[i].label), text) == 0)
      return g_strdup (field->choices[i].code);
  return g_strdup (text);
}

static gboolean
parse_number (const MzField *field, const char *text, MzMoneyUnit unit, MzValue *value,
              GError **error)
{
  g_autofree char *folded = mz_number_fold (text);
  g_autofree char *plain = NULL;
  g_auto (GStrv) pieces = NULL;

  value->set = TRUE;
  if (field->type == MZ_TYPE_MONEY)
    return mz_money_parse (text, unit, &value->integer, error);
  if (field->type == MZ_TYPE_PPM)
    return mz_ratio_parse_percent (text, &value->integer, error);
  if (folded == NULL)
    return unreadable (field, text, error);
  pieces = g_strsplit (folded, ",", -1);
  plain = g_strjoinv ("", pieces);
  if (mz_field_storage (field) == MZ_STORED_REAL)
    return read_real (plain, &value->real) ||
           ((field->flags & MZ_FIELD_RATE) && read_rate (folded, &value->real)) ||
           unreadable (field, text, error);
  return read_integer (plain, &value->integer) || unreadable (field, text, error);
}

gboolean
mz_value_parse (const MzField *field, const char *text, MzMoneyUnit unit, MzValue *value,
                GError **error)
{
  MzValue read = MZ_VALUE_MISSING;
  g_autofree char *machine = NULL;
  g_autofree char *folded = NULL;

  *value = read;
  switch (field->type)
    {
    case MZ_TYPE_INTEGER:
    case MZ_TYPE_REAL:
    case MZ_TYPE_MONEY:
    case MZ_TYPE_PPM:
    case MZ_TYPE_LEVEL:
      if (text[strspn (text, " \t")] == '\0')
        return mz_value_check (field, value, error);
      if (!parse_number (field, text, unit, &read, error) || !mz_value_check (field, &read, error))
        return FALSE;
      *value = read;
      return TRUE;
    case MZ_TYPE_DATE:
      folded = mz_number_fold (text);
      machine = read_date (folded != NULL ? folded : text);
      break;
    case MZ_TYPE_CHOICE:
      machine = read_choice (field, text);
      break;
    default:
      machine = g_strdup (text);
      break;
    }
  return mz_value_from_machine (field, machine, value, error);
}

char *
mz_value_display (const MzField *field, const MzValue *value)
{
  g_autofree char *number = NULL;

  if (!value->set)
    return g_strdup ("");
  switch (field->type)
    {
    case MZ_TYPE_MONEY:
      return mz_money_format (value->integer, MZ_MONEY_UNIT_YEN, 0, mz_language_minus ());
    case MZ_TYPE_PPM:
      number = mz_ratio_format_percent (value->integer, 0);
      return g_strdup_printf ("%s %%", number);
    case MZ_TYPE_CHOICE:
      {
        int choice = mz_field_choice (field, value->text);
        return g_strdup (choice < 0 ? value->text : mz_translate (field->choices[choice].label));
      }
    case MZ_TYPE_CHOICES:
      /* TRANSLATORS: separates the items of a list. */
      return write_choices (field, value->integer, _ (", "), TRUE);
    case MZ_TYPE_BOOLEAN:
      return g_strdup (value->integer ? _ ("yes") : _ ("no"));
    default:
      number = mz_value_to_machine (field, value);
      return field->unit == NULL ? g_steal_pointer (&number)
                                 : g_strdup_printf ("%s %s", number, mz_translate (field->unit));
    }
}
