/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Checks a risk and prepares what its draws need. */

#include "config.h"

#include "simulation-plan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mezasu/error.h"

#include "simulation-poisson-private.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
check_frequency (const MzSimulationRisk *risk, GError **error)
{
  if ((guint)risk->frequency >= MZ_N_FREQUENCIES)
    return refuse (error, _ ("The kind of the frequency is not known."));
  if (risk->frequency == MZ_FREQUENCY_POISSON &&
      !(risk->rate >= 0.0 && risk->rate <= MZ_SIMULATION_MAX_RATE))
    return refuse (error, _ ("The rate must be a number of events a year from 0 to 1000."));
  if (risk->frequency == MZ_FREQUENCY_BERNOULLI && !(risk->rate >= 0.0 && risk->rate <= 1.0))
    return refuse (error, _ ("The probability of an event must be a number from 0 to 100 %."));
  if (!(risk->frequency_mitigation >= 0.0 && risk->frequency_mitigation <= 1.0))
    return refuse (error, _ ("The mitigation of the frequency must be a share from 0 to 100 %."));
  if (!(risk->magnitude_mitigation >= 0.0 && risk->magnitude_mitigation <= 1.0))
    return refuse (error, _ ("The mitigation of the magnitude must be a share from 0 to 100 %."));
  return TRUE;
}

gboolean
mz_planned_risk_init (MzPlannedRisk *planned, const MzSimulationRisk *risk, gsize index,
                      GError **error)
{
  *planned = (MzPlannedRisk){.index = index, .id = risk->id, .frequency = risk->frequency};
  if (!check_frequency (risk, error) ||
      !mz_distribution_init (&planned->distribution, &risk->magnitude, error))
    return FALSE;
  planned->name =
      risk->id != NULL ? mz_random_name_of_id (risk->id) : mz_random_name_of_position (index);
  planned->rate = risk->rate * (1.0 - risk->frequency_mitigation);
  planned->magnitude_factor = 1.0 - risk->magnitude_mitigation;
  return TRUE;
}

void
mz_planned_risk_clear (MzPlannedRisk *self)
{
  g_clear_pointer (&self->table, mz_quantile_table_free);
  g_clear_pointer (&self->totals, g_free);
}

/* Risks without an id by position, then the others by the bytes of their ids. */
int
mz_planned_risk_compare (gconstpointer a, gconstpointer b)
{
  const MzPlannedRisk *left = a, *right = b;
  int order = g_strcmp0 (left->id, right->id);
  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

/* Draw 0 of each block is its number of events. */
static void
draw_totals (MzPlannedRisk *self, guint64 seed, guint n_blocks)
{
  g_autoptr (MzPoissonTable) poisson = mz_poisson_table_new (self->rate * MZ_BLOCK_TRIALS);
  self->totals = g_new (guint32, n_blocks);
  for (guint block = 0; block < n_blocks; block++)
    {
      MzRandomStream stream = mz_random_stream (seed, &self->name, block);
      self->totals[block] = mz_poisson_table_quantile (poisson, mz_random_draw (&stream, 0));
    }
}

void
mz_planned_risk_prepare (MzPlannedRisk *self, guint64 seed, guint n_blocks)
{
  if (self->rate == 0.0)
    return;
  self->table = mz_quantile_table_new (&self->distribution, self->magnitude_factor);
  if (self->frequency == MZ_FREQUENCY_POISSON)
    draw_totals (self, seed, n_blocks);
  else
    self->threshold = ceil (self->rate * 0x1p53);
}

void
mz_planned_risk_analytic (const MzPlannedRisk *self, double *mean, double *variance)
{
  double one = mz_distribution_mean (&self->distribution) * self->magnitude_factor;
  double spread = mz_distribution_variance (&self->distribution) * self->magnitude_factor *
                  self->magnitude_factor;
  *mean = self->rate * one;
  if (self->frequency == MZ_FREQUENCY_POISSON)
    *variance = self->rate * (spread + one * one);
  else
    /* p E[X²] - (p E[X])², without its cancellation. */
    *variance = self->rate * (spread + (1.0 - self->rate) * one * one);
}
