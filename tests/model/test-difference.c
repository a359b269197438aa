/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Differences of two models: what is told, in which order, in which words. */

#include "config.h"

#include "mezasu/difference.h"

#include <string.h>

static const MzKind *
kind_of (MzModel *model, const char *name)
{
  return mz_schema_kind (mz_model_schema (model), name);
}

static void
apply (MzModel *model, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
  mz_edit_free (edit);
}

static char *
add_risk (MzModel *model, const char *code, const char *title)
{
  MzEdit *edit = mz_edit_new (NULL);
  char *id = g_strdup (mz_edit_insert (edit, kind_of (model, "risk"), NULL));

  mz_edit_set_text (edit, kind_of (model, "risk"), id, "code", code);
  mz_edit_set_text (edit, kind_of (model, "risk"), id, "title", title);
  mz_edit_set_integer (edit, kind_of (model, "risk"), id, "likelihood", 3);
  apply (model, edit);
  return id;
}

static void
set_number (MzModel *model, const char *id, const char *field, gint64 number)
{
  MzEdit *edit = mz_edit_new (NULL);

  mz_edit_set_integer (edit, kind_of (model, "risk"), id, field, number);
  apply (model, edit);
}

static void
remove_risk (MzModel *model, const char *id)
{
  MzEdit *edit = mz_edit_new (NULL);

  mz_edit_delete (edit, kind_of (model, "risk"), id);
  apply (model, edit);
}

static void
assert_words (MzDifferences *differences, guint index, const char *expected)
{
  g_autofree char *words = mz_differences_words (differences, index);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (MzModel) before = mz_model_new (mz_schema_default ());
  g_autofree char *first = add_risk (before, "R-07", "Card data stolen");
  g_autofree char *second = add_risk (before, "R-08", "Shop down");
  g_autoptr (MzModel) after = mz_model_copy (before);
  g_autofree char *third = add_risk (after, "R-09", "New");
  g_autoptr (MzDifferences) differences = NULL;
  g_autofree char *old = NULL;

  set_number (after, first, "likelihood", 2);
  remove_risk (after, second);
  differences = mz_differences_new (before, after);
  g_assert_cmpuint (mz_differences_count (differences), ==, 3);
  assert_words (differences, 0, "Risk “R-07 Card data stolen”: Likelihood 3 → 2");
  assert_words (differences, 1, "Risk “R-09 New”: added");
  assert_words (differences, 2, "Risk “R-08 Shop down”: deleted");
  old = mz_differences_value (differences, 0, FALSE);
  g_assert_cmpstr (old, ==, "3");
  g_assert_cmpint (mz_differences_nth (differences, 2)->type, ==, MZ_DIFFERENCE_REMOVED);
  g_assert_null (mz_differences_remark (differences));
}

/* Effects and the like have no title of their own: they are called by what they join. */
static void
test_untitled (void)
{
  g_autoptr (MzModel) before = mz_model_new (mz_schema_default ());
  g_autofree char *risk = add_risk (before, "R-01", "Fire");
  g_autofree char *other = add_risk (before, "R-02", "Flood");
  g_autoptr (MzModel) after = mz_model_copy (before);
  MzEdit *edit = mz_edit_new (NULL);
  g_autoptr (MzDifferences) differences = NULL;

  mz_edit_link (edit, mz_schema_default (), risk, other);
  apply (after, edit);
  differences = mz_differences_new (before, after);
  g_assert_cmpuint (mz_differences_count (differences), ==, 1);
  assert_words (differences, 0, "Link “R-01 Fire – R-02 Flood”: added");
}

static void
test_same_and_unrelated (void)
{
  g_autoptr (MzModel) one = mz_model_new (mz_schema_default ());
  g_autofree char *risk = add_risk (one, "R-01", "Fire");
  g_autoptr (MzModel) copy = mz_model_copy (one);
  g_autoptr (MzModel) stranger = mz_model_new (mz_schema_default ());
  g_autofree char *other = add_risk (stranger, "R-01", "Fire");
  g_autoptr (MzModel) empty = mz_model_new (mz_schema_default ());
  g_autoptr (MzDifferences) same = mz_differences_new (one, copy);
  g_autoptr (MzDifferences) apart = mz_differences_new (one, stranger);
  g_autofree char *said = mz_differences_remark (same);
  g_autofree char *apart_said = mz_differences_remark (apart);

  g_assert_cmpuint (mz_differences_count (same), ==, 0);
  g_assert_cmpstr (said, ==, "The records are the same.");
  g_assert_nonnull (strstr (apart_said, "no record in common"));
  g_assert_false (mz_models_related (one, stranger));
  g_assert_true (mz_models_related (one, copy));
  g_assert_true (mz_models_related (one, empty));
}

/* Places: the order given by letters, each list numbered 1024, 2048 … as a text file is read. */
static MzModel *
in_order (const char *letters)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  MzEdit *edit = mz_edit_new (NULL);

  for (guint i = 0; letters[i] != '\0'; i++)
    {
      char name[2] = {letters[i], '\0'};
      g_autofree char *id = mz_id_derive (name);

      mz_edit_insert (edit, kind_of (model, "risk"), id);
      mz_edit_set_text (edit, kind_of (model, "risk"), id, "title", name);
      mz_edit_set_integer (edit, kind_of (model, "risk"), id, "position", (i + 1) * 1024);
    }
  apply (model, edit);
  return model;
}

static void
test_places (void)
{
  static const struct
  {
    const char *before, *after;
    const char *words;
  } cases[] = {
      {"abc", "xabc", "Risk “x”: added"},
      {"abc", "bc", "Risk “a”: deleted"},
      {"abcdef", "bcdefa", "Risk “a”: Place in the list 1 → 6"},
      {"abcdef", "afbcde", "Risk “f”: Place in the list 6 → 2"},
      {"abcdef", "abcdef", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzModel) before = in_order (cases[i].before);
      g_autoptr (MzModel) after = in_order (cases[i].after);
      g_autoptr (MzDifferences) differences = mz_differences_new (before, after);

      g_assert_cmpuint (mz_differences_count (differences), ==, cases[i].words != NULL ? 1 : 0);
      if (cases[i].words != NULL)
        assert_words (differences, 0, cases[i].words);
    }
}

/* A list of which one number changed: that record moved, whichever neighbour it changed places with. */
static void
test_one_number (void)
{
  g_autoptr (MzModel) before = in_order ("ab");
  g_autoptr (MzModel) after = in_order ("ab");
  g_autofree char *b = mz_id_derive ("b");
  g_autofree char *a = mz_id_derive ("a");
  g_autoptr (MzModel) other = in_order ("ab");
  g_autoptr (MzDifferences) moved = NULL;
  g_autoptr (MzDifferences) other_moved = NULL;

  set_number (after, b, "position", 10);
  set_number (other, a, "position", 5000);
  moved = mz_differences_new (before, after);
  other_moved = mz_differences_new (before, other);
  g_assert_cmpuint (mz_differences_count (moved), ==, 1);
  assert_words (moved, 0, "Risk “b”: Place in the list 2 → 1");
  g_assert_cmpuint (mz_differences_count (other_moved), ==, 1);
  assert_words (other_moved, 0, "Risk “a”: Place in the list 1 → 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/words", test_words);
  g_test_add_func ("/difference/untitled", test_untitled);
  g_test_add_func ("/difference/same-and-unrelated", test_same_and_unrelated);
  g_test_add_func ("/difference/places", test_places);
  g_test_add_func ("/difference/one-number", test_one_number);
  return g_test_run ();
}
