/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The minimum level, which others demand, and the target level, which the drivers raise above it.
 *
 * Stakeholders and laws demand the minimum; so does any entry that is marked as an outside requirement, such as the
 * rules of an industry. Every other entry with a level, the drivers first of all, counts for the target. */

#include "config.h"

#include "analysis-private.h"

static int
demanded (MzRecord *record)
{
  return (int)mz_record_integer (record, "level", 0);
}

static gboolean
bears_on (MzRecord *entry, const char *target)
{
  const MzKind *kind = mz_record_kind (entry);
  int field = mz_kind_find (kind, "targets");
  int bit = mz_field_choice (mz_kind_field (kind, (guint)field), target);

  return bit >= 0 && (mz_record_integer (entry, "targets", 0) >> bit & 1) != 0;
}

static gboolean
demands_minimum (MzRecord *record)
{
  return mz_record_is (record, "stakeholder") || mz_record_choice_is (record, "category", "law") ||
         bears_on (record, "requirement");
}

/* Whether @entry bears on something or leads somewhere, or says why it has no effect. */
static gboolean
is_settled (MzWork *self, MzRecord *entry)
{
  g_autoptr (GPtrArray) results = NULL;

  if (mz_record_flag (entry, "no_effect"))
    return mz_record_has (entry, "no_effect_reason");
  if (mz_record_integer (entry, "targets", 0) != 0)
    return TRUE;
  results = mz_model_results (self->result.model, mz_record_id (entry));
  return results->len > 0;
}

static void
raise_to (int *level, GPtrArray *by, MzRecord *record)
{
  if (demanded (record) > *level)
    {
      *level = demanded (record);
      g_ptr_array_set_size (by, 0);
    }
  if (demanded (record) == *level)
    g_ptr_array_add (by, record);
}

static void
look_at (MzWork *self, MzRecord *record)
{
  MzLevels *levels = &self->result.levels;

  if (demanded (record) <= 0)
    return;
  if (demands_minimum (record))
    raise_to (&levels->minimum, levels->minimum_by, record);
  raise_to (&levels->target, levels->target_by, record);
}

void
mz_work_levels (MzWork *self)
{
  MzLevels *levels = &self->result.levels;
  MzModel *model = self->result.model;
  MzRecord *record;

  levels->minimum_by = g_ptr_array_new ();
  levels->target_by = g_ptr_array_new ();
  levels->open_entries = g_ptr_array_new ();
  for (guint i = 0; (record = mz_model_nth (model, "stakeholder", i)) != NULL; i++)
    look_at (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "context", i)) != NULL; i++)
    {
      /* What has no effect on security demands nothing of it. */
      if (!mz_record_flag (record, "no_effect"))
        look_at (self, record);
      if (!is_settled (self, record))
        g_ptr_array_add (levels->open_entries, record);
    }
  mz_records_hold (levels->minimum_by);
  mz_records_hold (levels->target_by);
  mz_records_hold (levels->open_entries);
}
