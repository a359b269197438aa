/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cells of a register as values. */

#include "config.h"

#include "register-value-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mezasu/error.h"

/* Spreadsheets keep 15 digits. */
#define KEPT_SHARE 1e-14

gboolean
mz_register_value_shown (const MzField *field, const MzValue *value, const char *cell,
                         const MzRecordNames *names)
{
  g_autofree char *shown = mz_register_text (field, value, names);

  return g_str_equal (shown, cell);
}

gboolean
mz_register_value_same (const MzField *field, const MzValue *a, const MzValue *b)
{
  if (mz_field_storage (field) == MZ_STORED_REAL && a->set && b->set)
    return fabs (a->real - b->real) <= KEPT_SHARE * fabs (a->real);
  return mz_value_equal (field, a, b);
}

static gboolean
is_error (const char *cell)
{
  static const char *const words[] = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!",
                                      "#N/A",  "#NUM!",  "#NULL!"};
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (cell, words[i]))
      return TRUE;
  return FALSE;
}

/* The beginning of a cell, for a message. */
static char *
beginning (const char *cell)
{
  return g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), 60));
}

/* Takes @message. */
static gboolean
refuse (char *message, GError **error)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  g_free (message);
  return FALSE;
}

static gboolean
read_reference (const MzField *field, const char *cell, const MzRecordNames *names, MzValue *value,
                GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (cell));
  g_autofree char *shown = NULL;
  const char *id = mz_record_names_find (names, name);

  if (*name == '\0' || id != NULL || mz_id_check (name))
    return mz_value_from_machine (field, id != NULL ? id : name, value, error);
  shown = beginning (name);
  return refuse (
      g_strdup_printf (_ ("there is no record called “%s”; choose one from the list."), shown),
      error);
}

static int
find_choice (const MzField *field, const char *text)
{
  for (int i = 0; field->choices[i].code != NULL; i++)
    if (g_str_equal (mz_translate (field->choices[i].label), text))
      return i;
  return mz_field_choice (field, text);
}

static gboolean
read_choices (const MzField *field, const char *cell, MzValue *value, GError **error)
{
  g_auto (GStrv) items = g_strsplit_set (cell, "|\n", -1);

  *value = (MzValue){TRUE, {0}};
  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *item = g_strstrip (items[i]);
      g_autofree char *shown = beginning (item);
      int choice = find_choice (field, item);

      if (*item == '\0')
        continue;
      if (choice < 0)
        return refuse (g_strdup_printf (
                           _ ("“%s” is not one of the choices; items are separated by |."), shown),
                       error);
      value->integer |= G_GINT64_CONSTANT (1) << choice;
    }
  value->set = value->integer != 0;
  return mz_value_check (field, value, error);
}

static gboolean
read_boolean (const MzField *field, const char *cell, MzValue *value, GError **error)
{
  static const char *const yes[] = {"true", "yes", "1", "はい", "○"};
  static const char *const no[] = {"", "false", "no", "0", "いいえ", "×"};
  g_autofree char *stripped = g_strstrip (g_strdup (cell));
  g_autofree char *word = g_utf8_strdown (stripped, -1);

  *value = (MzValue){TRUE, {0}};
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_str_equal (word, yes[i]))
      {
        value->integer = TRUE;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_str_equal (word, no[i]))
      return TRUE;
  return mz_value_from_machine (field, word, value, error);
}

gboolean
mz_register_value_read (const MzField *field, const char *cell, const MzRecordNames *names,
                        MzValue *value, GError **error)
{
  if (is_error (cell))
    return refuse (g_strdup_printf (_ ("the formula of this cell has no value (%s)."), cell),
                   error);
  switch (field->type)
    {
    case MZ_TYPE_REFERENCE:
      return read_reference (field, cell, names, value, error);
    case MZ_TYPE_CHOICES:
      return read_choices (field, cell, value, error);
    case MZ_TYPE_BOOLEAN:
      return read_boolean (field, cell, value, error);
    default:
      return mz_value_parse (field, cell, MZ_MONEY_UNIT_YEN, value, error);
    }
}
