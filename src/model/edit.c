/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edits: lists of changes. */

#include "config.h"

#include "mezasu/edit.h"

struct _MzEdit
{
  char *label;
  GArray *changes;
};

static void
change_clear (gpointer data)
{
  MzChange *change = data;
  if (change->type == MZ_CHANGE_SET)
    mz_value_clear (mz_kind_field (change->kind, change->field), &change->value);
  g_free (change->id);
}

MzEdit *
mz_edit_new (const char *label)
{
  MzEdit *self = g_new0 (MzEdit, 1);
  self->label = g_strdup (label);
  self->changes = g_array_new (FALSE, TRUE, sizeof (MzChange));
  g_array_set_clear_func (self->changes, change_clear);
  return self;
}

void
mz_edit_free (MzEdit *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_array_unref (self->changes);
  g_free (self);
}

const char *
mz_edit_label (MzEdit *self)
{
  return self->label;
}

void
mz_edit_set_label (MzEdit *self, const char *label)
{
  char *copy = g_strdup (label);
  g_free (self->label);
  self->label = copy;
}

guint
mz_edit_n_changes (MzEdit *self)
{
  return self->changes->len;
}

const MzChange *
mz_edit_change (MzEdit *self, guint index)
{
  g_assert (index < self->changes->len);
  return &g_array_index (self->changes, MzChange, index);
}

static const char *
add (MzEdit *self, MzChangeType type, const MzKind *kind, char *id, guint field, MzValue value)
{
  MzChange change = {type, kind, id, field, value};
  g_array_append_val (self->changes, change);
  return id;
}

const char *
mz_edit_insert (MzEdit *self, const MzKind *kind, const char *id)
{
  return add (self, MZ_CHANGE_INSERT, kind, id == NULL ? mz_id_new () : g_strdup (id), 0,
              (MzValue)MZ_VALUE_MISSING);
}

void
mz_edit_set (MzEdit *self, const MzKind *kind, const char *id, guint field, const MzValue *value)
{
  add (self, MZ_CHANGE_SET, kind, g_strdup (id), field,
       mz_value_copy (mz_kind_field (kind, field), value));
}

static guint
field_index (const MzKind *kind, const char *field, MzStorage storage)
{
  int index = mz_kind_find (kind, field);
  if (index < 0 || mz_field_storage (mz_kind_field (kind, (guint)index)) != storage)
    g_error ("the kind %s has no such field %s", kind->name, field);
  return (guint)index;
}

void
mz_edit_set_text (MzEdit *self, const MzKind *kind, const char *id, const char *field,
                  const char *text)
{
  MzValue value = MZ_VALUE_MISSING;
  value.set = text != NULL;
  value.text = (char *)text;
  mz_edit_set (self, kind, id, field_index (kind, field, MZ_STORED_TEXT), &value);
}

void
mz_edit_set_integer (MzEdit *self, const MzKind *kind, const char *id, const char *field,
                     gint64 number)
{
  MzValue value = {TRUE, {.integer = number}};
  mz_edit_set (self, kind, id, field_index (kind, field, MZ_STORED_INTEGER), &value);
}

void
mz_edit_set_real (MzEdit *self, const MzKind *kind, const char *id, const char *field,
                  double number)
{
  MzValue value = {TRUE, {.real = number}};
  mz_edit_set (self, kind, id, field_index (kind, field, MZ_STORED_REAL), &value);
}

void
mz_edit_delete (MzEdit *self, const MzKind *kind, const char *id)
{
  add (self, MZ_CHANGE_DELETE, kind, g_strdup (id), 0, (MzValue)MZ_VALUE_MISSING);
}

void
mz_edit_link (MzEdit *self, const MzSchema *schema, const char *cause, const char *result)
{
  const MzKind *kind = mz_schema_kind (schema, "link");
  const char *id = mz_edit_insert (self, kind, NULL);
  mz_edit_set_text (self, kind, id, "cause", cause);
  mz_edit_set_text (self, kind, id, "result", result);
}
