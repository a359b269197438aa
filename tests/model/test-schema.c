/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The schema table holds together: names, defaults, choices, targets. */

#include "config.h"

#include <string.h>

#include "mezasu/value.h"

typedef void (*FieldCheck) (const MzKind *kind, const MzField *field);

static void
each_field (FieldCheck check)
{
  const MzSchema *schema = mz_schema_default ();
  for (guint i = 0; i < schema->n_kinds; i++)
    for (guint j = 0; j < mz_kind_n_fields (&schema->kinds[i]); j++)
      check (&schema->kinds[i], mz_kind_field (&schema->kinds[i], j));
}

static void
check_name (const MzKind *kind, const MzField *field)
{
  g_assert_true (g_ascii_islower (field->name[0]));
  g_assert_cmpuint (strspn (field->name, "abcdefghijklmnopqrstuvwxyz0123456789_"), ==,
                    strlen (field->name));
  g_assert_cmpstr (field->name, !=, "id");
  /* The name finds this very field: no name stands twice in a kind. */
  g_assert_true (mz_kind_field (kind, (guint)mz_kind_find (kind, field->name)) == field);
  g_assert_nonnull (field->label);
}

static void
check_default (const MzKind *kind, const MzField *field)
{
  g_autoptr (GError) error = NULL;
  MzValue value;

  if (field->fallback == NULL)
    {
      /* What is required and has no default must be something a person is asked for. */
      if (field->flags & MZ_FIELD_REQUIRED)
        g_assert_true (field->type == MZ_TYPE_REFERENCE || field->type == MZ_TYPE_TEXT);
      return;
    }
  g_assert_true (mz_value_from_machine (field, field->fallback, &value, &error));
  g_assert_no_error (error);
  mz_value_clear (field, &value);
}

static void
check_parts (const MzKind *kind, const MzField *field)
{
  gboolean chooses = field->type == MZ_TYPE_CHOICE || field->type == MZ_TYPE_CHOICES;
  double least, greatest;
  int n = 0;

  g_assert_true (chooses == (field->choices != NULL));
  g_assert_true ((field->type == MZ_TYPE_REFERENCE) == (field->target != NULL));
  if (field->target != NULL && !g_str_equal (field->target, "*"))
    g_assert_nonnull (mz_schema_kind (mz_schema_default (), field->target));
  for (; chooses && field->choices[n].code != NULL; n++)
    g_assert_cmpint (mz_field_choice (field, field->choices[n].code), ==, n);
  g_assert_cmpint (n, <=, MZ_CHOICES_MAX);
  if (field->type == MZ_TYPE_BOOLEAN)
    g_assert_true (field->flags & MZ_FIELD_REQUIRED);
  if (mz_field_storage (field) != MZ_STORED_TEXT && field->type != MZ_TYPE_CHOICES &&
      field->type != MZ_TYPE_BOOLEAN)
    {
      mz_field_bounds (field, &least, &greatest);
      g_assert_cmpfloat (least, <, greatest);
    }
}

static void
test_names (void)
{
  each_field (check_name);
}

static void
test_defaults (void)
{
  each_field (check_default);
}

static void
test_parts (void)
{
  each_field (check_parts);
}

static void
test_kinds (void)
{
  const MzSchema *schema = mz_schema_default ();
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const MzKind *kind = &schema->kinds[i];
      g_assert_true (mz_schema_kind (schema, kind->name) == kind);
      /* Lists are kept in order by this very place. */
      g_assert_cmpint (mz_kind_find (kind, "position"), ==, (int) kind->n_fields + 2);
      g_assert_nonnull (kind->plural);
      g_assert_nonnull (kind->hint);
    }
  g_assert_null (mz_schema_kind (schema, "no_such_kind"));
  g_assert_null (mz_schema_kind (schema, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/schema/names", test_names);
  g_test_add_func ("/model/schema/defaults", test_defaults);
  g_test_add_func ("/model/schema/parts", test_parts);
  g_test_add_func ("/model/schema/kinds", test_kinds);
  return g_test_run ();
}
