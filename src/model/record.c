/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records: one GObject type a kind, its properties made from the schema table. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/record.h"
#include "record-private.h"

typedef struct
{
  char *id;
  MzValue *values;
} MzRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MzRecord, mz_record, G_TYPE_OBJECT)

/* Property 0 means none to GObject, so that of field i is i + 1. */
static void
mz_record_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  MzRecord *self = MZ_RECORD (object);
  const MzKind *kind = mz_record_kind (self);
  const MzValue *own = mz_record_value (self, property - 1);

  if (!own->set)
    {
      g_param_value_set_default (spec, value);
      return;
    }
  switch (mz_field_storage (mz_kind_field (kind, property - 1)))
    {
    case MZ_STORED_REAL:
      g_value_set_double (value, own->real);
      break;
    case MZ_STORED_TEXT:
      g_value_set_string (value, own->text);
      break;
    default:
      if (G_IS_PARAM_SPEC_BOOLEAN (spec))
        g_value_set_boolean (value, own->integer != 0);
      else
        g_value_set_int64 (value, own->integer);
      break;
    }
}

static void
mz_record_finalize (GObject *object)
{
  MzRecord *self = MZ_RECORD (object);
  MzRecordPrivate *own = mz_record_get_instance_private (self);
  const MzKind *kind = mz_record_kind (self);

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    mz_value_clear (mz_kind_field (kind, i), &own->values[i]);
  g_free (own->values);
  g_free (own->id);
  G_OBJECT_CLASS (mz_record_parent_class)->finalize (object);
}

static void
mz_record_class_init (MzRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->finalize = mz_record_finalize;
}

static void
mz_record_init (MzRecord *self)
{
}

static GParamSpec *
property_of (const MzField *field)
{
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  if (field->type == MZ_TYPE_BOOLEAN)
    return g_param_spec_boolean (name, field->label, field->hint, FALSE, flags);
  switch (mz_field_storage (field))
    {
    case MZ_STORED_REAL:
      return g_param_spec_double (name, field->label, field->hint, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                  flags);
    case MZ_STORED_TEXT:
      return g_param_spec_string (name, field->label, field->hint, NULL, flags);
    default:
      return g_param_spec_int64 (name, field->label, field->hint, G_MININT64, G_MAXINT64, 0, flags);
    }
}

/* One class_init for all kinds: @data is the kind. */
static void
kind_class_init (gpointer klass, gpointer data)
{
  const MzKind *kind = data;
  MZ_RECORD_CLASS (klass)->kind = kind;
  /* GObject hands everything down but this. */
  G_OBJECT_CLASS (klass)->get_property = mz_record_get_property;
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1,
                                     property_of (mz_kind_field (kind, i)));
}

/* MzRecordDamageItem for damage_item; a second schema's kind of the same name gets a number behind it. */
static char *
type_name (const MzKind *kind)
{
  GString *name = g_string_new ("MzRecord");
  gboolean upper = TRUE;
  for (const char *p = kind->name; *p != '\0'; p++)
    {
      if (*p != '_')
        g_string_append_c (name, upper ? g_ascii_toupper (*p) : *p);
      upper = *p == '_';
    }
  for (guint n = 2; g_type_from_name (name->str) != 0; n++)
    {
      g_string_truncate (name, strcspn (name->str, "0123456789"));
      g_string_append_printf (name, "%u", n);
    }
  return g_string_free (name, FALSE);
}

static GType
kind_type (const MzKind *kind)
{
  static GMutex lock;
  static GHashTable *types;
  GTypeInfo info = {sizeof (MzRecordClass), NULL, NULL, kind_class_init, NULL, kind,
                    sizeof (MzRecord),      0,    NULL};
  GType type;

  g_mutex_lock (&lock);
  if (types == NULL)
    types = g_hash_table_new (NULL, NULL);
  type = GPOINTER_TO_SIZE (g_hash_table_lookup (types, kind));
  if (type == 0)
    {
      g_autofree char *name = type_name (kind);
      type = g_type_register_static (MZ_TYPE_RECORD, name, &info, 0);
      g_hash_table_insert (types, (gpointer)kind, GSIZE_TO_POINTER (type));
    }
  g_mutex_unlock (&lock);
  return type;
}

MzValue
mz_field_default (const MzField *field)
{
  MzValue value = MZ_VALUE_MISSING;
  if (field->fallback != NULL && !mz_value_from_machine (field, field->fallback, &value, NULL))
    g_error ("the default of the field %s is not a value of it", field->name);
  return value;
}

MzRecord *
mz_record_new_bare (const MzKind *kind, const char *id)
{
  MzRecord *self = g_object_new (kind_type (kind), NULL);
  MzRecordPrivate *own = mz_record_get_instance_private (self);

  own->id = g_strdup (id);
  own->values = g_new0 (MzValue, mz_kind_n_fields (kind));
  return self;
}

MzRecord *
mz_record_new (const MzKind *kind, const char *id)
{
  MzRecord *self = mz_record_new_bare (kind, id);
  MzValue *values = mz_record_values (self);

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    values[i] = mz_field_default (mz_kind_field (kind, i));
  return self;
}

MzValue *
mz_record_values (MzRecord *self)
{
  MzRecordPrivate *own = mz_record_get_instance_private (self);
  return own->values;
}

void
mz_record_take (MzRecord *self, guint index, MzValue *value)
{
  MzRecordPrivate *own = mz_record_get_instance_private (self);
  const MzField *field = mz_kind_field (mz_record_kind (self), index);

  if (mz_value_equal (field, &own->values[index], value))
    {
      mz_value_clear (field, value);
      return;
    }
  mz_value_clear (field, &own->values[index]);
  own->values[index] = *value;
  *value = (MzValue)MZ_VALUE_MISSING;
  {
    g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
    g_object_notify (G_OBJECT (self), name);
  }
}

const MzKind *
mz_record_kind (MzRecord *self)
{
  return MZ_RECORD_GET_CLASS (self)->kind;
}

gboolean
mz_record_is (MzRecord *self, const char *kind)
{
  return g_str_equal (mz_record_kind (self)->name, kind);
}

const char *
mz_record_id (MzRecord *self)
{
  MzRecordPrivate *own = mz_record_get_instance_private (self);
  return own->id;
}

const MzValue *
mz_record_value (MzRecord *self, guint index)
{
  MzRecordPrivate *own = mz_record_get_instance_private (self);
  g_assert (index < mz_kind_n_fields (mz_record_kind (self)));
  return &own->values[index];
}

const MzValue *
mz_record_find (MzRecord *self, const char *field)
{
  int index = mz_kind_find (mz_record_kind (self), field);
  if (index < 0)
    g_error ("the kind %s has no field %s", mz_record_kind (self)->name, field);
  return mz_record_value (self, (guint)index);
}

const char *
mz_record_text (MzRecord *self, const char *field)
{
  const MzValue *value = mz_record_find (self, field);
  return value->set ? value->text : NULL;
}

gboolean
mz_record_choice_is (MzRecord *self, const char *field, const char *code)
{
  return g_strcmp0 (mz_record_text (self, field), code) == 0;
}

gboolean
mz_record_has (MzRecord *self, const char *field)
{
  int index = mz_kind_find (mz_record_kind (self), field);
  const MzValue *value = mz_record_find (self, field);
  return value->set && (mz_field_storage (mz_kind_field (mz_record_kind (self), (guint)index)) !=
                            MZ_STORED_TEXT ||
                        *value->text != '\0');
}

gint64
mz_record_integer (MzRecord *self, const char *field, gint64 fallback)
{
  const MzValue *value = mz_record_find (self, field);
  return value->set ? value->integer : fallback;
}

double
mz_record_real (MzRecord *self, const char *field, double fallback)
{
  const MzValue *value = mz_record_find (self, field);
  return value->set ? value->real : fallback;
}

gboolean
mz_record_flag (MzRecord *self, const char *field)
{
  return mz_record_integer (self, field, 0) != 0;
}

char *
mz_record_title (MzRecord *self)
{
  const MzKind *kind = mz_record_kind (self);
  int index = mz_kind_find_flag (kind, MZ_FIELD_TITLE);

  if (index >= 0)
    {
      g_autofree char *title = mz_value_display (mz_kind_field (kind, (guint)index),
                                                 mz_record_value (self, (guint)index));
      if (*title != '\0')
        return g_steal_pointer (&title);
    }
  /* What has no title of its own is known by its first choice, as a line of the statement is, or by its kind. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MZ_TYPE_CHOICE && mz_record_value (self, i)->set && index >= 0 &&
        !kind->singleton)
      return mz_value_display (&kind->fields[i], mz_record_value (self, i));
  return g_strdup (mz_translate (kind->label));
}

char *
mz_record_label (MzRecord *self)
{
  int code = mz_kind_find_flag (mz_record_kind (self), MZ_FIELD_CODE);
  g_autofree char *title = mz_record_title (self);
  const MzValue *value = code < 0 ? NULL : mz_record_value (self, (guint)code);

  if (value == NULL || !value->set || *value->text == '\0')
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s %s", value->text, title);
}
