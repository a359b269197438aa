/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Gaps: where the company stands, where it wants to be, and what hangs on the difference. A level above the target is a
 * surplus, counted too: nobody should pay for what the company does not need. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
gap_free (MzGap *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->contexts, g_ptr_array_unref);
  g_clear_pointer (&self->damages, g_ptr_array_unref);
  mz_figure_clear (&self->low);
  mz_figure_clear (&self->likely);
  mz_figure_clear (&self->high);
  g_free (self);
}

static void
add_once (GPtrArray *found, MzRecord *record)
{
  if (!g_ptr_array_find (found, record, NULL))
    g_ptr_array_add (found, record);
}

GPtrArray *
mz_work_risks_of_gap (MzWork *self, MzRecord *aspect)
{
  GPtrArray *risks = mz_neighbours_of_kind (self->result.model, aspect, "risk", FALSE);
  g_autoptr (GPtrArray) damages =
      mz_neighbours_of_kind (self->result.model, aspect, "damage", FALSE);

  for (guint i = 0; i < damages->len; i++)
    {
      g_autoptr (GPtrArray) further =
          mz_neighbours_of_kind (self->result.model, g_ptr_array_index (damages, i), "risk", FALSE);

      for (guint k = 0; k < further->len; k++)
        add_once (risks, g_ptr_array_index (further, k));
    }
  return risks;
}

static void
set_levels (MzGap *gap)
{
  gap->current = mz_record_level (gap->record, "current_level");
  gap->target = mz_record_level (gap->record, "target_level");
  gap->known = gap->current >= 0 && gap->target >= 0;
  if (!gap->known)
    return;
  gap->difference = gap->target - gap->current;
  gap->gap = MAX (0, gap->difference);
  gap->surplus = MAX (0, -gap->difference);
}

static MzFigure
sum_column (MzWork *self, MzGap *gap, gsize offset)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autofree char *title = mz_record_label (gap->record);
  MzFigure sum, with_gap;

  for (guint i = 0; i < gap->damages->len; i++)
    {
      MzDamage *damage = g_hash_table_lookup (self->damage_of, g_ptr_array_index (gap->damages, i));

      g_ptr_array_add (figures, G_STRUCT_MEMBER_P (damage, offset));
    }
  sum = mz_figure_sum ((const MzFigure *const *)figures->pdata, figures->len,
                       g_strdup_printf (_ ("No damage is linked to “%s”."), title));
  mz_evidence_add (evidence, gap->record);
  mz_evidence_add_figure (evidence, &sum);
  with_gap = sum.known ? mz_evidence_amount (evidence, sum.real)
                       : mz_evidence_unknown (evidence, g_strdup (sum.reason));
  mz_figure_clear (&sum);
  return with_gap;
}

void
mz_work_gaps (MzWork *self)
{
  MzModel *model = self->result.model;
  MzRecord *record;

  self->result.gaps = g_ptr_array_new_with_free_func ((GDestroyNotify)gap_free);
  for (guint i = 0; (record = mz_model_nth (model, "aspect", i)) != NULL; i++)
    {
      MzGap *gap = g_new0 (MzGap, 1);

      gap->record = g_object_ref (record);
      set_levels (gap);
      gap->contexts = mz_records_hold (mz_neighbours_of_kind (model, record, "context", TRUE));
      gap->damages = mz_records_hold (mz_neighbours_of_kind (model, record, "damage", FALSE));
      gap->low = sum_column (self, gap, G_STRUCT_OFFSET (MzDamage, low));
      gap->likely = sum_column (self, gap, G_STRUCT_OFFSET (MzDamage, likely));
      gap->high = sum_column (self, gap, G_STRUCT_OFFSET (MzDamage, high));
      g_ptr_array_add (self->result.gaps, gap);
    }
}
