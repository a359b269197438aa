/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Figures and the evidence they rest on. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"

struct _MzEvidence
{
  GPtrArray *ids;
  GHashTable *seen;
  gboolean assumed;
};

MzEvidence *
mz_evidence_new (void)
{
  MzEvidence *self = g_new0 (MzEvidence, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
mz_evidence_free (MzEvidence *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
add_id (MzEvidence *self, const char *id)
{
  char *copy;

  if (g_hash_table_contains (self->seen, id))
    return;
  copy = g_strdup (id);
  g_ptr_array_add (self->ids, copy);
  g_hash_table_add (self->seen, copy);
}

void
mz_evidence_add (MzEvidence *self, MzRecord *record)
{
  if (record == NULL)
    return;
  add_id (self, mz_record_id (record));
  self->assumed = self->assumed || mz_record_flag (record, "assumed");
}

void
mz_evidence_add_figure (MzEvidence *self, const MzFigure *figure)
{
  for (guint i = 0; figure->sources != NULL && figure->sources[i] != NULL; i++)
    add_id (self, figure->sources[i]);
  self->assumed = self->assumed || figure->assumed;
}

static MzFigure
start (const MzEvidence *self)
{
  MzFigure figure = {0};

  figure.assumed = self->assumed;
  figure.sources = g_new0 (char *, self->ids->len + 1);
  for (guint i = 0; i < self->ids->len; i++)
    figure.sources[i] = g_strdup (g_ptr_array_index (self->ids, i));
  return figure;
}

MzFigure
mz_evidence_yen (const MzEvidence *self, gint64 yen)
{
  MzFigure figure = start (self);

  figure.known = TRUE;
  figure.yen = yen;
  figure.real = (double)yen;
  return figure;
}

MzFigure
mz_evidence_amount (const MzEvidence *self, double yen)
{
  g_autoptr (GError) error = NULL;
  MzFigure figure;
  gint64 rounded;

  if (!mz_money_from_double (yen, &rounded, &error))
    return mz_evidence_error (self, error);
  figure = mz_evidence_yen (self, rounded);
  figure.real = yen;
  return figure;
}

MzFigure
mz_evidence_number (const MzEvidence *self, double number)
{
  MzFigure figure = start (self);

  figure.known = TRUE;
  figure.real = number;
  return figure;
}

MzFigure
mz_evidence_unknown (const MzEvidence *self, char *reason)
{
  MzFigure figure = start (self);

  figure.reason = reason;
  return figure;
}

MzFigure
mz_evidence_error (const MzEvidence *self, const GError *error)
{
  return mz_evidence_unknown (self, g_strdup (error->message));
}

void
mz_figure_clear (MzFigure *self)
{
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
}

MzFigure
mz_figure_copy (const MzFigure *self)
{
  MzFigure copy = *self;

  copy.reason = g_strdup (self->reason);
  copy.sources = g_strdupv (self->sources);
  return copy;
}

MzFigure
mz_figure_sum (const MzFigure *const *figures, guint n_figures, char *nothing)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autofree char *empty = nothing;
  const MzFigure *unknown = NULL;
  double sum = 0;

  for (guint i = 0; i < n_figures; i++)
    {
      mz_evidence_add_figure (evidence, figures[i]);
      if (!figures[i]->known && unknown == NULL)
        unknown = figures[i];
      /* Whole yen stay exact in a double up to the limit, beyond which mz_evidence_amount() refuses. */
      sum += figures[i]->real;
    }
  if (unknown != NULL)
    return mz_evidence_unknown (evidence, g_strdup (unknown->reason));
  if (n_figures == 0)
    return mz_evidence_unknown (evidence, g_steal_pointer (&empty));
  return mz_evidence_amount (evidence, sum);
}
