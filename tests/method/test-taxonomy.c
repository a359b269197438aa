/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The taxonomy of the context against the choices of the schema. */

#include "config.h"

#include "mezasu/analysis.h"

static const MzField *
field_of (const char *kind_name, const char *name)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), kind_name);

  return mz_kind_field (kind, (guint)mz_kind_find (kind, name));
}

/* One category for each sub-item, in the same order. */
static void
test_rows (void)
{
  const MzField *field = field_of ("context", "category");
  guint n = 0;

  for (; field->choices[n].code != NULL; n++)
    {
      const MzCategory *category = mz_category_nth (n);

      g_assert_nonnull (category);
      g_assert_cmpstr (category->code, ==, field->choices[n].code);
      g_assert_true (mz_category_find (field->choices[n].code) == category);
    }
  g_assert_null (mz_category_nth (n));
  g_assert_null (mz_category_find ("weather"));
  g_assert_null (mz_category_find (NULL));
}

/* Default targets are choices of the field of targets, and every target is somebody's. */
static void
test_targets (void)
{
  const MzField *field = field_of ("context", "targets");
  const MzCategory *category;
  guint64 used = 0;
  guint n_targets = 0;

  for (guint i = 0; (category = mz_category_nth (i)) != NULL; i++)
    {
      g_auto (GStrv) codes = g_strsplit (category->targets, "|", -1);

      g_assert_nonnull (codes[0]);
      for (guint k = 0; codes[k] != NULL; k++)
        {
          int choice = mz_field_choice (field, codes[k]);

          g_assert_cmpint (choice, >=, 0);
          used |= G_GUINT64_CONSTANT (1) << choice;
        }
    }
  while (field->choices[n_targets].code != NULL)
    n_targets++;
  g_assert_cmpuint (used, ==, (G_GUINT64_CONSTANT (1) << n_targets) - 1);
}

/* The external ones stand on the columns of the external boards and no others. */
static void
test_sides (void)
{
  const MzCategory *category;
  guint n_external = 0;

  for (guint i = 0; (category = mz_category_nth (i)) != NULL; i++)
    {
      g_assert_cmpint (category->external, ==, category->column <= MZ_BOARD_DRIVER);
      n_external += category->external;
    }
  g_assert_cmpuint (n_external, ==, 15);
  g_assert_true (mz_category_find ("law")->needs_assessment);
  g_assert_false (mz_category_find ("economy")->needs_assessment);
  g_assert_cmpstr (mz_category_find ("driver")->targets, ==, "purpose|scope|level");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/taxonomy/rows", test_rows);
  g_test_add_func ("/method/taxonomy/targets", test_targets);
  g_test_add_func ("/method/taxonomy/sides", test_sides);
  return g_test_run ();
}
