/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Cells as values: amounts and numbers as people write them, choices by label or code, references by what a record is
 * called. */

#include "config.h"

#include "sheet-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/message-catalogue.h"

struct _MzSheetReader
{
  MzModel *model;
  MzMoneyUnit unit;
  GHashTable *choices; /* MzField → GHashTable of folded label → code */
  GHashTable *records; /* name of a kind → GHashTable of folded name → MzRecord, or `several` */
};

/* Stands in an index for a name that several records have. */
static char several_mark;

static const char *const languages[] = {"en", "ja"};

char *
mz_sheet_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);

  return g_strstrip (g_steal_pointer (&folded));
}

/* "Loss a year (million yen)" is the heading "Loss a year". */
char *
mz_sheet_fold_heading (const char *text)
{
  char *folded = mz_sheet_fold (text);
  gsize length = strlen (folded);
  char *open = length > 0 && folded[length - 1] == ')' ? strrchr (folded, '(') : NULL;

  if (open != NULL && open > folded)
    *open = '\0';
  return g_strchomp (folded);
}

MzSheetReader *
mz_sheet_reader_new (MzModel *model, MzMoneyUnit unit)
{
  MzSheetReader *self = g_new0 (MzSheetReader, 1);

  self->model = g_object_ref (model);
  self->unit = unit;
  self->choices = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  self->records =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  return self;
}

void
mz_sheet_reader_free (MzSheetReader *self)
{
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->records);
  g_object_unref (self->model);
  g_free (self);
}

/* Choices. */

static GHashTable *
choices_of (MzSheetReader *self, const MzField *field)
{
  GHashTable *index = g_hash_table_lookup (self->choices, field);

  if (index != NULL)
    return index;
  index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Codes last: they win over a label that looks like one. */
  for (guint i = 0; field->choices[i].code != NULL; i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      g_hash_table_insert (index,
                           mz_sheet_fold (mz_message_in (languages[l], field->choices[i].label)),
                           (gpointer)field->choices[i].code);
  for (guint i = 0; field->choices[i].code != NULL; i++)
    g_hash_table_insert (index, mz_sheet_fold (field->choices[i].code),
                         (gpointer)field->choices[i].code);
  g_hash_table_insert (self->choices, (gpointer)field, index);
  return index;
}

static const char *
choice_for (MzSheetReader *self, const MzField *field, const char *text, GError **error)
{
  g_autofree char *folded = mz_sheet_fold (text);
  const char *code = g_hash_table_lookup (choices_of (self, field), folded);

  if (code == NULL)
    g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                 _ ("%s: “%.60s” is not one of the choices."), mz_translate (field->label), text);
  return code;
}

static gboolean
read_choices (MzSheetReader *self, const MzField *field, const char *text, MzValue *value,
              GError **error)
{
  g_auto (GStrv) by_comma = g_strsplit (text, ",", -1);
  g_autofree char *bars = g_strjoinv ("|", by_comma);
  g_auto (GStrv) by_mark = g_strsplit (bars, "、", -1);
  g_autofree char *joined = g_strjoinv ("|", by_mark);
  g_auto (GStrv) parts = g_strsplit (joined, "|", -1);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *code;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      code = choice_for (self, field, parts[i], error);
      if (code == NULL)
        return FALSE;
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? "|" : "", code);
    }
  return mz_value_from_machine (field, codes->str, value, error);
}

static gboolean
read_boolean (const MzField *field, const char *text, MzValue *value, GError **error)
{
  static const struct
  {
    const char *word;
    const char *machine;
  } words[] = {{"yes", "true"}, {"no", "false"}, {"true", "true"}, {"false", "false"},
               {"1", "true"},   {"0", "false"},  {"○", "true"},    {"×", "false"},
               {"〇", "true"},  {"on", "true"},  {"off", "false"}, {"✓", "true"}};
  g_autofree char *folded = mz_sheet_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *japanese = mz_sheet_fold (mz_message_in ("ja", words[i].word));

      if (g_str_equal (folded, words[i].word) || g_str_equal (folded, japanese))
        return mz_value_from_machine (field, words[i].machine, value, error);
    }
  return mz_value_from_machine (field, text, value, error);
}

/* References. */

static void
note_name (GHashTable *index, const char *name, MzRecord *record)
{
  char *folded;
  gpointer other;

  if (name == NULL || *name == '\0')
    return;
  folded = mz_sheet_fold (name);
  other = g_hash_table_lookup (index, folded);
  g_hash_table_insert (index, folded,
                       other == NULL || other == record ? (gpointer)record : &several_mark);
}

static GHashTable *
records_of (MzSheetReader *self, const char *kind)
{
  GHashTable *index = g_hash_table_lookup (self->records, kind);
  const MzKind *def = mz_schema_kind (mz_model_schema (self->model), kind);
  int code = mz_kind_find_flag (def, MZ_FIELD_CODE);
  MzRecord *record;

  if (index != NULL)
    return index;
  index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; (record = mz_model_nth (self->model, kind, i)) != NULL; i++)
    {
      g_autofree char *title = mz_record_title (record), *label = mz_record_label (record);

      note_name (index, title, record);
      note_name (index, label, record);
      note_name (index, mz_record_id (record), record);
    }
  /* A number belongs to one record, also where another is called like it. */
  for (guint i = 0; code >= 0 && (record = mz_model_nth (self->model, kind, i)) != NULL; i++)
    {
      const MzValue *value = mz_record_value (record, (guint)code);

      if (value->set && *value->text != '\0')
        g_hash_table_insert (index, mz_sheet_fold (value->text), record);
    }
  g_hash_table_insert (self->records, (gpointer)def->name, index);
  return index;
}

MzRecord *
mz_sheet_reader_find (MzSheetReader *self, const char *kind, const char *text, gboolean *several)
{
  g_autofree char *folded = mz_sheet_fold (text);
  g_autofree char *derived = mz_id_derive (text);
  gpointer found = g_hash_table_lookup (records_of (self, kind), folded);

  if (found == NULL)
    found = g_hash_table_lookup (records_of (self, kind), derived);
  if (several != NULL)
    *several = found == &several_mark;
  return found == &several_mark ? NULL : found;
}

static MzRecord *
find_anywhere (MzSheetReader *self, const char *target, const char *text, gboolean *several)
{
  const MzSchema *schema = mz_model_schema (self->model);

  *several = FALSE;
  if (!g_str_equal (target, "*"))
    return mz_sheet_reader_find (self, target, text, several);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      MzRecord *record = mz_sheet_reader_find (self, schema->kinds[i].name, text, several);
      if (record != NULL || *several)
        return record;
    }
  return NULL;
}

static gboolean
read_reference (MzSheetReader *self, const MzField *field, const char *text, MzValue *value,
                GError **error)
{
  gboolean several;
  MzRecord *record = find_anywhere (self, field->target, text, &several);

  if (record != NULL)
    return mz_value_from_machine (field, mz_record_id (record), value, error);
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               several ? _ ("%s: several records are called “%.60s”; write the number of one.")
                       : _ ("%s: there is no “%.60s”."),
               mz_translate (field->label), text);
  return FALSE;
}

/* All the rest: without the unit that this program writes behind a value. */
static gboolean
read_plain (MzSheetReader *self, const MzField *field, const char *text, MzValue *value,
            GError **error)
{
  g_autofree char *bare = g_strdup (text);

  for (guint l = 0; field->unit != NULL && l < G_N_ELEMENTS (languages); l++)
    {
      const char *unit = mz_message_in (languages[l], field->unit);

      if (g_str_has_suffix (bare, unit))
        bare[strlen (bare) - strlen (unit)] = '\0';
    }
  return mz_value_parse (field, g_strstrip (bare), self->unit, value, error);
}

gboolean
mz_sheet_reader_read (MzSheetReader *self, const MzField *field, const char *text, MzValue *value,
                      GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = (MzValue)MZ_VALUE_MISSING;
  if (*stripped == '\0')
    return TRUE;
  switch (field->type)
    {
    case MZ_TYPE_TEXT:
    case MZ_TYPE_LONG_TEXT:
      return mz_value_from_machine (field, stripped, value, error);
    case MZ_TYPE_CHOICE:
      {
        const char *code = choice_for (self, field, stripped, error);
        return code != NULL && mz_value_from_machine (field, code, value, error);
      }
    case MZ_TYPE_CHOICES:
      return read_choices (self, field, stripped, value, error);
    case MZ_TYPE_BOOLEAN:
      return read_boolean (field, stripped, value, error);
    case MZ_TYPE_REFERENCE:
      return read_reference (self, field, stripped, value, error);
    default:
      return read_plain (self, field, stripped, value, error);
    }
}
