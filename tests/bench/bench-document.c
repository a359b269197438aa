/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures the store and prints milliseconds. Working copies go where XDG_STATE_HOME says.
 *
 *   make N FILE       writes a document of N records; prints 0
 *   open FILE         from the file to a document that can be edited
 *   edit FILE         one durable edit, the middle one of 101
 *   save FILE         a save after an edit
 *   diff FILE         the differences to a copy of which every tenth risk has another title, read and told in words */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-support.h"
#include "mezasu/difference.h"
#include "mezasu/document.h"

#define EDITS 101

static void
check (gboolean good, const GError *error)
{
  if (!good)
    g_error ("%s", error->message);
}

static void
make (guint n, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = bench_model (n);
  g_autoptr (MzDocument) document = mz_document_new_from_model (model, &error);
  check (document != NULL && mz_document_save_as (document, path, TRUE, &error), error);
  mz_document_close (document, TRUE);
}

/* Gives the risk of that number another title. */
static double
edit (MzDocument *document, guint index)
{
  g_autoptr (GError) error = NULL;
  MzRecord *risk = mz_model_nth (mz_document_model (document), "risk", index);
  g_autofree char *title = g_strdup_printf ("What was renamed, %u", index);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MzEdit) change = mz_edit_new (NULL);
  mz_edit_set_text (change, mz_record_kind (risk), mz_record_id (risk), "title", title);
  check (mz_document_edit (document, change, &error), error);
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
edit_often (MzDocument *document)
{
  double figures[EDITS];
  for (guint i = 0; i < EDITS; i++)
    figures[i] = edit (document, 7 * i);
  return bench_median (figures, EDITS);
}

static double
save (MzDocument *document)
{
  g_autoptr (GError) error = NULL;
  edit (document, 0);
  gint64 start = g_get_monotonic_time ();
  check (mz_document_save (document, &error), error);
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
compare (MzDocument *document)
{
  g_autoptr (GError) error = NULL;
  MzModel *model = mz_document_model (document);
  g_autoptr (MzModel) copy = mz_model_copy (model);
  g_autoptr (MzEdit) change = mz_edit_new (NULL);
  for (guint i = 0; i < mz_model_count (copy, "risk"); i += 10)
    {
      MzRecord *risk = mz_model_nth (copy, "risk", i);
      mz_edit_set_text (change, mz_record_kind (risk), mz_record_id (risk), "title", "Renamed");
    }
  check (mz_model_edit (copy, change, &error), error);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MzDifferences) differences = mz_differences_new (model, copy);
  for (guint i = 0; i < mz_differences_count (differences); i++)
    g_free (mz_differences_words (differences, i));
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
measure (const char *what, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MzDocument) document = mz_document_open (mz_schema_default (), path, &error);
  check (document != NULL, error);
  double result = (g_get_monotonic_time () - start) / 1e3;
  if (strcmp (what, "edit") == 0)
    result = edit_often (document);
  else if (strcmp (what, "save") == 0)
    result = save (document);
  else if (strcmp (what, "diff") == 0)
    result = compare (document);
  mz_document_close (document, TRUE);
  return result;
}

int
main (int argc, char **argv)
{
  double result = 0;
  if (argc == 4 && strcmp (argv[1], "make") == 0)
    make (strtoul (argv[2], NULL, 10), argv[3]);
  else if (argc == 3)
    result = measure (argv[1], argv[2]);
  else
    {
      fprintf (stderr, "usage: %s make N FILE | open FILE | edit FILE | save FILE | diff FILE\n",
               argv[0]);
      return 2;
    }
  printf ("%.6g\n", result);
  return 0;
}
