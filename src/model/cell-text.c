/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Text of cells, names of records, and how registers show values. */

#include "config.h"

#include "mezasu/cell-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTROL_PICTURES 0x2400
#define PICTURE_OF_DELETE 0x2421
/* Characters of an id that tell two records of one name apart. */
#define ID_SHOWN 8

struct _MzRecordNames
{
  GHashTable *by_id;
  GHashTable *by_name;
};

static gunichar
visible (gunichar c)
{
  if (c == '\t' || c == '\n')
    return c;
  if (c < 0x20)
    return CONTROL_PICTURES + c;
  if (c == 0x7f)
    return PICTURE_OF_DELETE;
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef) ? 0xfffd : c;
}

/* Plain text of the common kind needs no second look. */
static gboolean
is_plain (const char *text)
{
  gsize length = 0;
  for (; text[length] != '\0'; length++)
    if ((guchar)text[length] < 0x20 || (guchar)text[length] >= 0x7f || length >= MZ_CELL_TEXT_MAX)
      return FALSE;
  return TRUE;
}

/* Cuts @text, which has @n_characters, so that the remark at its end fits too. */
static void
shorten (GString *text, glong n_characters)
{
  g_autofree char *remark =
      /* Translators: stands at the end of a text that was cut; %ld is the number of characters it has. */
      g_strdup_printf (_ ("… [shortened; the whole text has %ld characters]"), n_characters);
  glong units = g_utf8_strlen (remark, -1);
  const char *end = text->str;

  while (*end != '\0')
    {
      units += g_utf8_get_char (end) > 0xffff ? 2 : 1;
      if (units > MZ_CELL_TEXT_MAX)
        break;
      end = g_utf8_next_char (end);
    }
  g_string_truncate (text, (gsize)(end - text->str));
  g_string_append (text, remark);
}

char *
mz_cell_text (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;
  glong units = 0, n_characters = 0;

  if (text == NULL || is_plain (text))
    return g_strdup (text == NULL ? "" : text);
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (clean, c == '\r' ? '\n' : visible (c));
      units += c > 0xffff ? 2 : 1;
      n_characters++;
    }
  if (units > MZ_CELL_TEXT_MAX)
    shorten (clean, n_characters);
  return g_string_free (clean, FALSE);
}

MzRecordNames *
mz_record_names_new (MzModel *model)
{
  const MzSchema *schema = mz_model_schema (model);
  MzRecordNames *self = g_new0 (MzRecordNames, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < schema->n_kinds; i++)
    for (guint nth = 0; nth < mz_model_count (model, schema->kinds[i].name); nth++)
      {
        MzRecord *record = mz_model_nth (model, schema->kinds[i].name, nth);
        g_autofree char *label = mz_record_label (record);

        mz_record_names_add (self, mz_record_id (record), label);
      }
  return self;
}

void
mz_record_names_free (MzRecordNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

void
mz_record_names_add (MzRecordNames *self, const char *id, const char *label)
{
  g_autofree char *name = mz_cell_text (label);
  char *key;

  if (g_hash_table_contains (self->by_id, id))
    return;
  key = g_strdup (id);
  g_strstrip (name);
  if (*name == '\0' || g_hash_table_contains (self->by_name, name))
    {
      g_autofree char *longer = g_strdup_printf ("%s [%.*s]", name, ID_SHOWN, id);
      g_autofree char *longest = g_strdup_printf ("%s [%s]", name, id);

      g_free (name);
      name = g_strdup (g_hash_table_contains (self->by_name, longer) ? longest : longer);
    }
  g_hash_table_insert (self->by_name, name, key);
  g_hash_table_insert (self->by_id, key, g_steal_pointer (&name));
}

const char *
mz_record_names_of (const MzRecordNames *self, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (self->by_id, id);
}

const char *
mz_record_names_find (const MzRecordNames *self, const char *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

char *
mz_register_mark (const MzKind *kind)
{
  return g_strconcat ("mezasu:", kind->name, NULL);
}

static char *
choices_text (const MzField *field, gint64 set)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; field->choices[i].code != NULL; i++)
    if (set & (G_GINT64_CONSTANT (1) << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? MZ_REGISTER_SEPARATOR : "",
                              mz_translate (field->choices[i].label));
  return g_string_free (text, FALSE);
}

char *
mz_register_text (const MzField *field, const MzValue *value, const MzRecordNames *names)
{
  const char *name;

  if (!value->set)
    return g_strdup ("");
  switch (field->type)
    {
    case MZ_TYPE_TEXT:
    case MZ_TYPE_LONG_TEXT:
      return mz_cell_text (value->text);
    case MZ_TYPE_CHOICE:
      return mz_value_display (field, value);
    case MZ_TYPE_CHOICES:
      return choices_text (field, value->integer);
    case MZ_TYPE_REFERENCE:
      name = mz_record_names_of (names, value->text);
      return g_strdup (name != NULL ? name : value->text);
    default:
      return mz_value_to_machine (field, value);
    }
}

gboolean
mz_register_shows (const MzField *field)
{
  return (field->flags & MZ_FIELD_INTERNAL) == 0;
}
