/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Copying records. First every record that is to be copied gets the id of its copy; then values are written, with references
 * among them turned to the copies. */

#include "config.h"

#include "mezasu/clone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  MzModel *model;
  MzEdit *edit;
  GHashTable *ids; /* id of a record → id of its copy */
  GPtrArray *all;  /* the records to copy, owners before what they own */
  GHashTable *codes;
} MzClone;

/* Kinds whose records tell what happened once. */
static const char *const observed[] = {"step_actual", "kpi_value", "indicator_value", "carried",
                                       NULL};
/* Fields that mark one record among all of its kind. */
static const char *const marks[] = {"recommended", "baseline", NULL};

static gboolean
is_link (const MzKind *kind)
{
  return g_str_equal (kind->name, "link");
}

/* Whether records of @kind belong to what field @index refers to. Where two records are joined, the join belongs to the
 * first of them; the trace belongs to both ends. */
static gboolean
belongs_by (const MzKind *kind, guint index)
{
  const MzField *field = mz_kind_field (kind, index);

  if ((field->flags & MZ_FIELD_OWNER) == 0 || g_strv_contains (observed, kind->name))
    return FALSE;
  return is_link (kind) || (int)index == mz_kind_find_flag (kind, MZ_FIELD_OWNER);
}

static void
collect (MzClone *self, MzRecord *record)
{
  const MzSchema *schema = mz_model_schema (self->model);
  const char *id = mz_record_id (record);

  if (g_hash_table_contains (self->ids, id) || mz_record_kind (record)->singleton)
    return;
  g_hash_table_insert (self->ids, g_strdup (id), mz_id_new ());
  g_ptr_array_add (self->all, record);
  for (guint k = 0; k < schema->n_kinds; k++)
    for (guint i = 0; i < schema->kinds[k].n_fields; i++)
      {
        const MzKind *kind = &schema->kinds[k];
        g_autoptr (GPtrArray) owned = NULL;

        if (!belongs_by (kind, i))
          continue;
        owned = mz_model_referring (self->model, kind->name, kind->fields[i].name, id);
        for (guint o = 0; o < owned->len; o++)
          collect (self, g_ptr_array_index (owned, o));
      }
}

/* Where the digits at the end of a number begin. */
static gsize
digits_from (const char *code)
{
  gsize end = strlen (code);

  while (end > 0 && g_ascii_isdigit (code[end - 1]))
    end--;
  return end;
}

static gint64
greatest_of (MzModel *model, const char *kind, const char *field, const char *code, gsize prefix)
{
  gint64 greatest = -1;
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, kind, i)) != NULL; i++)
    {
      const char *other = mz_record_text (record, field);

      if (other != NULL && strncmp (other, code, prefix) == 0 && digits_from (other) == prefix &&
          other[prefix] != '\0' && strlen (other + prefix) <= 15)
        greatest = MAX (greatest, g_ascii_strtoll (other + prefix, NULL, 10));
    }
  return greatest;
}

char *
mz_clone_next_code (MzModel *model, const char *kind, const char *field, const char *code)
{
  gsize prefix = digits_from (code);
  gint64 next = greatest_of (model, kind, field, code, prefix) + 1;

  return g_strdup_printf ("%.*s%0*" G_GINT64_FORMAT, (int)prefix, code,
                          (int)CLAMP (strlen (code + prefix), 1, 15), MAX (next, 1));
}

/* The next number, counted on from those that this edit has given already. */
static char *
take_code (MzClone *self, const MzKind *kind, const char *field, const char *code)
{
  g_autofree char *form = g_strdup_printf ("%s/%.*s", kind->name, (int)digits_from (code), code);
  const char *last = g_hash_table_lookup (self->codes, form);
  char *next;

  if (last == NULL)
    next = mz_clone_next_code (self->model, kind->name, field, code);
  else
    {
      gsize prefix = digits_from (last);
      next = g_strdup_printf ("%.*s%0*" G_GINT64_FORMAT, (int)prefix, last,
                              (int)strlen (last + prefix),
                              g_ascii_strtoll (last + prefix, NULL, 10) + 1);
    }
  g_hash_table_insert (self->codes, g_steal_pointer (&form), g_strdup (next));
  return next;
}

static void
write_text (MzClone *self, MzRecord *record, guint index, const char *id, gboolean asked_for)
{
  const MzKind *kind = mz_record_kind (record);
  const MzField *field = mz_kind_field (kind, index);
  const char *text = mz_record_value (record, index)->text;
  int code = mz_kind_find_flag (kind, MZ_FIELD_CODE);
  gboolean numbered = code >= 0 && mz_record_value (record, (guint)code)->set;
  g_autofree char *other = NULL;

  if (field->type == MZ_TYPE_REFERENCE)
    other = g_strdup (g_hash_table_lookup (self->ids, text));
  else if (asked_for && (field->flags & MZ_FIELD_CODE) != 0)
    other = take_code (self, kind, field->name, text);
  else if (asked_for && (field->flags & MZ_FIELD_TITLE) != 0 && !numbered &&
           mz_field_is_text (field) && g_utf8_strlen (text, -1) < MZ_TEXT_MAX - 20)
    /* TRANSLATORS: title of a record that was copied from another one */
    other = g_strdup_printf (_ ("%s (copy)"), text);
  mz_edit_set_text (self->edit, kind, id, field->name, other != NULL ? other : text);
}

static void
write_record (MzClone *self, MzRecord *record, gboolean asked_for)
{
  const MzKind *kind = mz_record_kind (record);
  const char *id = g_hash_table_lookup (self->ids, mz_record_id (record));

  mz_edit_insert (self->edit, kind, id);
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      const MzValue *value = mz_record_value (record, i);

      if (g_strv_contains (marks, field->name) || g_str_equal (field->name, "position"))
        continue;
      if (value->set && mz_field_storage (field) == MZ_STORED_TEXT)
        write_text (self, record, i, id, asked_for);
      else
        mz_edit_set (self->edit, kind, id, i, value);
    }
}

MzEdit *
mz_clone_edit (MzModel *model, GPtrArray *records, const char *label, GPtrArray **ids)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  MzClone self = {model, mz_edit_new (label), map, all, codes};

  g_return_val_if_fail (MZ_IS_MODEL (model) && records != NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    collect (&self, g_ptr_array_index (records, i));
  for (guint i = 0; i < all->len; i++)
    write_record (&self, g_ptr_array_index (all, i),
                  g_ptr_array_find (records, g_ptr_array_index (all, i), NULL));
  if (ids != NULL)
    {
      *ids = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < records->len; i++)
        {
          const char *id = g_hash_table_lookup (map, mz_record_id (g_ptr_array_index (records, i)));
          if (id != NULL)
            g_ptr_array_add (*ids, g_strdup (id));
        }
    }
  return self.edit;
}
