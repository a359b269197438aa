/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Look-ups in a schema table. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "schema-private.h"

const MzKind *
mz_schema_kind (const MzSchema *schema, const char *name)
{
  if (name == NULL)
    return NULL;
  for (guint i = 0; i < schema->n_kinds; i++)
    if (g_str_equal (schema->kinds[i].name, name))
      return &schema->kinds[i];
  return NULL;
}

guint
mz_kind_n_fields (const MzKind *kind)
{
  return kind->n_fields + mz_n_common_fields;
}

const MzField *
mz_kind_field (const MzKind *kind, guint index)
{
  g_assert (index < mz_kind_n_fields (kind));
  return index < kind->n_fields ? &kind->fields[index] : &mz_common_fields[index - kind->n_fields];
}

int
mz_kind_find (const MzKind *kind, const char *name)
{
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    if (g_str_equal (mz_kind_field (kind, i)->name, name))
      return (int) i;
  return -1;
}

int
mz_kind_find_flag (const MzKind *kind, MzFieldFlags flag)
{
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    if (mz_kind_field (kind, i)->flags & flag)
      return (int) i;
  return -1;
}

int
mz_field_choice (const MzField *field, const char *code)
{
  if (field->choices == NULL || code == NULL)
    return -1;
  for (int i = 0; field->choices[i].code != NULL; i++)
    if (g_str_equal (field->choices[i].code, code))
      return i;
  return -1;
}

void
mz_field_bounds (const MzField *field, double *minimum, double *maximum)
{
  static const struct
  {
    double minimum, maximum;
  } types[] = {
    /* Every whole number up to here is exact in a double, so that no front end can bend it. */
    [MZ_TYPE_INTEGER] = { -9007199254740992.0, 9007199254740992.0 },
    [MZ_TYPE_REAL] = { -1e300, 1e300 },
    [MZ_TYPE_MONEY] = { -1e15, 1e15 },
    [MZ_TYPE_PPM] = { -1e12, 1e12 },
    [MZ_TYPE_LEVEL] = { 0, 10 },
    [MZ_TYPE_REFERENCE] = { 0, 0 },
  };
  gboolean own = field->minimum != 0 || field->maximum != 0;
  *minimum = own ? field->minimum : types[field->type].minimum;
  *maximum = own ? field->maximum : types[field->type].maximum;
}

gboolean
mz_field_is_text (const MzField *field)
{
  return field->type == MZ_TYPE_TEXT || field->type == MZ_TYPE_LONG_TEXT;
}

const char *
mz_translate (const char *message)
{
  /* gettext answers the empty string with the catalogue's header. */
  return message == NULL || *message == '\0' ? "" : g_dgettext (GETTEXT_PACKAGE, message);
}
