/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Common ground (組織共通のリスク認識土台): system risk beside the other business risks, by the same measure, the
 * expected loss a year. A class in which one record has no amount is unknown as a whole. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
class_free (MzClassLoss *self)
{
  mz_figure_clear (&self->annual_loss);
  g_free (self);
}

static MzFigure
business_loss (MzRecord *record)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autofree char *title = mz_record_label (record);

  mz_evidence_add (evidence, record);
  if (mz_record_has (record, "annual_loss"))
    return mz_evidence_yen (evidence, mz_record_integer (record, "annual_loss", 0));
  return mz_evidence_unknown (
      evidence, g_strdup_printf (_ ("The expected loss a year of “%s” is not given."), title));
}

static void
add_class (MzWork *self, const MzChoice *choice)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (MzFigure));
  MzClassLoss *loss;
  MzRecord *record;

  for (guint i = 0; i < self->result.risks->len; i++)
    {
      MzRisk *risk = g_ptr_array_index (self->result.risks, i);

      if (mz_record_choice_is (risk->record, "class", choice->code))
        g_ptr_array_add (figures, &risk->ale);
    }
  g_array_set_clear_func (own, (GDestroyNotify)mz_figure_clear);
  for (guint i = 0; (record = mz_model_nth (self->result.model, "business_risk", i)) != NULL; i++)
    if (mz_record_choice_is (record, "class", choice->code))
      {
        MzFigure figure = business_loss (record);

        g_array_append_val (own, figure);
      }
  /* Only now, when the array no longer moves. */
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (figures, &g_array_index (own, MzFigure, i));
  if (figures->len == 0)
    return;
  loss = g_new0 (MzClassLoss, 1);
  loss->code = choice->code;
  loss->label = mz_translate (choice->label);
  loss->n_records = figures->len;
  loss->annual_loss = mz_figure_sum ((const MzFigure *const *)figures->pdata, figures->len, NULL);
  g_ptr_array_add (self->result.classes, loss);
}

/* Greatest first, the unknown ones last; equal ones in the order of the schema. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const MzClassLoss *left = *(MzClassLoss *const *)a, *right = *(MzClassLoss *const *)b;
  double l = left->annual_loss.known ? left->annual_loss.real : -1;
  double r = right->annual_loss.known ? right->annual_loss.real : -1;

  return (l < r) - (l > r);
}

void
mz_work_common_ground (MzWork *self)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->result.model), "business_risk");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "class"));

  self->result.classes = g_ptr_array_new_with_free_func ((GDestroyNotify)class_free);
  for (const MzChoice *choice = field->choices; choice->code != NULL; choice++)
    add_class (self, choice);
  /* GLib sorts stably. */
  g_ptr_array_sort (self->result.classes, compare);
}
