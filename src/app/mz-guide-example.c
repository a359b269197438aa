/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Examples from the sample firm nearest in trade. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-guide-example.h"

#include "mz-display.h"
#include "mz-sample.h"

#define LINE_CHARACTERS 90

/* The samples, read so far, in the order of their ids. They never change, so they are kept for all windows. */
static struct
{
  char **ids;
  guint next;
  GPtrArray *models;
} samples;

static const char *
sector_of (MzModel *model)
{
  return mz_record_text (mz_model_single (model, "organisation"), "sector");
}

MzModel *
mz_nearest_sample (const char *sector)
{
  MzModel *best = NULL;

  for (guint i = 0; samples.models != NULL && i < samples.models->len; i++)
    {
      MzModel *model = samples.models->pdata[i];

      if (best == NULL || mz_sector_distance (sector, sector_of (model)) <
                              mz_sector_distance (sector, sector_of (best)))
        best = model;
    }
  return best;
}

gboolean
mz_nearest_sample_read (const char *sector)
{
  MzModel *nearest = mz_nearest_sample (sector);
  g_autoptr (GError) error = NULL;
  MzModel *model;

  if (samples.ids == NULL)
    {
      samples.ids = mz_sample_ids ();
      samples.models = g_ptr_array_new_with_free_func (g_object_unref);
    }
  if (nearest != NULL && mz_sector_distance (sector, sector_of (nearest)) == 0)
    return FALSE;
  if (samples.ids[samples.next] == NULL)
    return FALSE;
  model = mz_sample_load (samples.ids[samples.next++], &error);
  if (model != NULL)
    g_ptr_array_add (samples.models, model);
  else
    g_message ("%s", error->message);
  return TRUE;
}

static char *
value_text (MzRecord *record, const char *name)
{
  const MzKind *kind = mz_record_kind (record);
  int field = mz_kind_find (kind, name);
  g_autofree char *whole = NULL;

  if (field < 0 || !mz_record_has (record, name))
    return NULL;
  whole =
      mz_value_display (mz_kind_field (kind, (guint)field), mz_record_value (record, (guint)field));
  if (*whole == '\0')
    return NULL;
  if (g_utf8_strlen (whole, -1) > LINE_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (whole, 0, LINE_CHARACTERS);
      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&whole);
}

char *
mz_guide_example_text (const MzQuestion *question, MzRecord *example)
{
  g_auto (GStrv) names = g_strsplit (question->fields, " ", -1);
  const MzKind *kind = mz_record_kind (example);
  GString *text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = mz_kind_find (kind, names[i]);
      g_autofree char *value = value_text (example, names[i]);

      if (value == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* What was typed first says by itself what it is. */
      if (i > 0 || kind->singleton)
        g_string_append_printf (text,
                                "%s: ", mz_translate (mz_kind_field (kind, (guint)field)->label));
      g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
stands_there (MzWorkspace *workspace, const MzQuestion *question, const char *text)
{
  g_autoptr (GPtrArray) own = mz_guide_records (mz_workspace_model (workspace), question);

  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *other = mz_guide_example_text (question, own->pdata[i]);

      if (g_str_equal (other, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_code (const MzQuestion *question, MzRecord *record, const char *code)
{
  int field = mz_guide_filter_field (question, mz_record_kind (record));
  g_autofree char *own = NULL;

  if (code == NULL || field < 0)
    return TRUE;
  own = mz_value_to_machine (mz_kind_field (mz_record_kind (record), (guint)field),
                             mz_record_value (record, (guint)field));
  return g_str_equal (own, code);
}

GPtrArray *
mz_guide_examples (MzWorkspace *workspace, MzModel *sample, const MzQuestion *question,
                   const char *code, guint most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = mz_guide_records (sample, question);

  /* Where nothing can be added nothing can be taken over. */
  if (question->type == MZ_QUESTION_EXISTING || (*question->fields == '\0') ||
      (!mz_guide_may_add (mz_workspace_model (workspace), question) &&
       !mz_schema_kind (mz_model_schema (sample), question->kind)->singleton))
    return found;
  for (guint i = 0; i < records->len && found->len < most; i++)
    {
      g_autofree char *text = mz_guide_example_text (question, records->pdata[i]);

      if (*text != '\0' && is_of_code (question, records->pdata[i], code) &&
          !stands_there (workspace, question, text))
        g_ptr_array_add (found, g_object_ref (records->pdata[i]));
    }
  return found;
}
