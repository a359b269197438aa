/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc simulate`: a run over risks, one distribution, or the statistics of given losses. */

#include "config.h"

#include "calc.h"

#include "mezasu/money.h"
#include "mezasu/simulation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const double default_percentiles[] = {0.5, 0.9, 0.95, 0.99};

/* What is asked of a sample of losses. */
typedef struct
{
  GArray *percentiles;
  GArray *amounts;
} Questions;

static void
questions_clear (Questions *self)
{
  g_clear_pointer (&self->percentiles, g_array_unref);
  g_clear_pointer (&self->amounts, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Questions, questions_clear)

static void
read_questions (MzCalc *calc, Questions *self)
{
  self->percentiles = mz_calc_reals (calc, "percentiles");
  self->amounts = mz_calc_reals (calc, "exceed");
  if (self->percentiles == NULL)
    {
      self->percentiles = g_array_new (FALSE, FALSE, sizeof (double));
      g_array_append_vals (self->percentiles, default_percentiles,
                           G_N_ELEMENTS (default_percentiles));
    }
  if (self->amounts == NULL)
    self->amounts = g_array_new (FALSE, FALSE, sizeof (double));
}

/* Probabilities count in millionths, so that the rank of a percentile is exact. */
static gboolean
to_ppm (MzCalc *calc, double p, gint64 *ppm)
{
  double scaled = p * (double)MZ_PPM;
  if (p > 0 && p <= 1 && fabs (scaled - round (scaled)) <= 1e-6)
    {
      *ppm = (gint64)round (scaled);
      return TRUE;
    }
  mz_calc_refuse (calc, _ ("percentiles must be above 0, at most 1, with up to six decimals."));
  return FALSE;
}

static void
put_percentiles (MzCalc *calc, const MzLossStatistics *statistics, GArray *percentiles,
                 const char *name)
{
  JsonObject *values = json_object_new (), *tails = json_object_new ();
  for (guint i = 0; mz_calc_ok (calc) && i < percentiles->len; i++)
    {
      double p = g_array_index (percentiles, double, i);
      g_autofree char *key = mz_calc_key (p);
      MzLossPercentile percentile;
      gint64 ppm;
      if (!to_ppm (calc, p, &ppm) ||
          !mz_loss_statistics_percentile (statistics, ppm, &percentile, &calc->error))
        break;
      json_object_set_double_member (values, key, percentile.value);
      json_object_set_double_member (tails, key, percentile.tail_mean);
    }
  json_object_set_object_member (calc->out, name, values);
  json_object_set_object_member (calc->out, "tvar", tails);
}

static void
put_exceedance (MzCalc *calc, const MzLossStatistics *statistics, GArray *amounts, const char *name)
{
  JsonObject *shares = json_object_new ();
  for (guint i = 0; i < amounts->len; i++)
    {
      double amount = g_array_index (amounts, double, i);
      g_autofree char *key = mz_calc_key (amount);
      json_object_set_double_member (shares, key,
                                     mz_loss_statistics_exceedance (statistics, amount));
    }
  json_object_set_object_member (calc->out, name, shares);
}

static void
put_moments (MzCalc *calc, const MzLossStatistics *statistics)
{
  double deviation, error;
  mz_calc_put_real (calc, "mean", mz_loss_statistics_get_mean (statistics));
  if (mz_loss_statistics_get_deviation (statistics, &deviation, &error))
    {
      mz_calc_put_real (calc, "sd", deviation);
      mz_calc_put_real (calc, "se", error);
      return;
    }
  mz_calc_put_nothing (calc, "sd", _ ("One loss alone has no standard deviation."));
  mz_calc_put_nothing (calc, "se", _ ("One loss alone has no standard deviation."));
}

static void
read_magnitude (MzCalc *calc, MzMagnitude *magnitude)
{
  const char *name = mz_calc_need_text (calc, "magnitude");
  g_autoptr (GArray) parameters = mz_calc_reals (calc, "parameters");
  *magnitude = (MzMagnitude){0};
  if (name != NULL && !mz_magnitude_kind_from_name (name, &magnitude->kind))
    mz_calc_refuse (calc,
                    _ ("%smagnitude must be point, uniform, triangular, pert or lognormal90."),
                    calc->prefix);
  if (parameters == NULL)
    mz_calc_refuse (calc, _ ("%s%s must be given."), calc->prefix, "parameters");
  else if (parameters->len > MZ_MAGNITUDE_MAX_PARAMETERS)
    mz_calc_refuse (calc, _ ("%sparameters must be at most %d numbers."), calc->prefix,
                    MZ_MAGNITUDE_MAX_PARAMETERS);
  if (!mz_calc_ok (calc))
    return;
  magnitude->n_parameters = parameters->len;
  for (guint i = 0; i < parameters->len; i++)
    magnitude->parameters[i] = g_array_index (parameters, double, i);
}

static void
put_shape (MzCalc *calc, const MzMagnitude *entered, const MzDistribution *distribution)
{
  const char *reason = _ ("Equal bounds make it a fixed sum, which has no shape.");
  gboolean point = distribution->kind != entered->kind;
  if (entered->kind == MZ_MAGNITUDE_LOGNORMAL90 && !point)
    {
      mz_calc_put_real (calc, "mu", distribution->mu);
      mz_calc_put_real (calc, "sigma", distribution->sigma);
    }
  else if (entered->kind == MZ_MAGNITUDE_LOGNORMAL90)
    {
      mz_calc_put_nothing (calc, "mu", reason);
      mz_calc_put_nothing (calc, "sigma", reason);
    }
  else if (entered->kind == MZ_MAGNITUDE_PERT && !point)
    {
      mz_calc_put_real (calc, "alpha", distribution->alpha);
      mz_calc_put_real (calc, "beta", distribution->beta);
    }
  else if (entered->kind == MZ_MAGNITUDE_PERT)
    {
      mz_calc_put_nothing (calc, "alpha", reason);
      mz_calc_put_nothing (calc, "beta", reason);
    }
}

static void
distribution (MzCalc *calc)
{
  static const struct
  {
    const char *name;
    double p;
  } quantiles[] = {{"p05", 0.05}, {"p50", 0.5}, {"p95", 0.95}};
  MzMagnitude magnitude;
  MzDistribution shape;
  read_magnitude (calc, &magnitude);
  if (!mz_calc_ok (calc) || !mz_distribution_init (&shape, &magnitude, &calc->error))
    return;
  mz_calc_put_real (calc, "mean", mz_distribution_mean (&shape));
  mz_calc_put_real (calc, "variance", mz_distribution_variance (&shape));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      double value;
      if (!mz_distribution_quantile (&shape, quantiles[i].p, &value, &calc->error))
        return;
      mz_calc_put_real (calc, quantiles[i].name, value);
    }
  put_shape (calc, &magnitude, &shape);
}

static void
empirical (MzCalc *calc)
{
  g_auto (Questions) questions = {0};
  g_autoptr (GArray) losses = mz_calc_reals (calc, "losses");
  read_questions (calc, &questions);
  if (losses == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "losses");
  if (!mz_calc_ok (calc))
    return;
  g_autoptr (MzLossStatistics) statistics =
      mz_loss_statistics_new ((const double *)(gpointer)losses->data, losses->len, &calc->error);
  if (statistics == NULL)
    return;
  put_moments (calc, statistics);
  put_percentiles (calc, statistics, questions.percentiles, "var");
  put_exceedance (calc, statistics, questions.amounts, "exceed");
}

static void
read_risk (MzCalc *calc, MzSimulationRisk *risk)
{
  const char *frequency = mz_calc_need_text (calc, "frequency");
  *risk = (MzSimulationRisk){0};
  if (frequency != NULL && !mz_frequency_kind_from_name (frequency, &risk->frequency))
    mz_calc_refuse (calc, _ ("%sfrequency must be poisson or bernoulli."), calc->prefix);
  risk->rate = mz_calc_need_real (calc, "rate");
  read_magnitude (calc, &risk->magnitude);
}

static GArray *
read_risks (MzCalc *calc)
{
  GArray *risks = g_array_new (FALSE, TRUE, sizeof (MzSimulationRisk));
  JsonArray *list = mz_calc_list (calc, "risks");
  if (list == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "risks");
  for (guint i = 0; mz_calc_ok (calc) && i < json_array_get_length (list); i++)
    {
      MzCalc item;
      MzSimulationRisk risk;
      if (!mz_calc_enter (calc, list, i, "risks", &item))
        break;
      read_risk (&item, &risk);
      g_array_append_val (risks, risk);
      mz_calc_leave (calc, &item);
    }
  return risks;
}

/* Seeds are unsigned 64 bit; JSON integers are signed, so greater ones come and go as texts. */
static guint64
read_seed (MzCalc *calc)
{
  JsonNode *node = json_object_get_member (calc->in, "seed");
  guint64 seed = 0;
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    {
      if (!g_ascii_string_to_unsigned (json_node_get_string (node), 10, 0, G_MAXUINT64, &seed,
                                       NULL))
        mz_calc_refuse (calc, _ ("seed must be a whole number from 0 to 18446744073709551615."));
      return seed;
    }
  MzMaybe number = mz_calc_integer (calc, "seed");
  if (number.is_set && number.value < 0)
    mz_calc_refuse (calc, _ ("seed must be a whole number from 0 to 18446744073709551615."));
  return (guint64)number.value;
}

static void
put_seed (MzCalc *calc, guint64 seed)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);
  if (seed <= G_MAXINT64)
    mz_calc_put_integer (calc, "seed", (gint64)seed);
  else
    mz_calc_put_text (calc, "seed", text);
}

static void
put_simulation (MzCalc *calc, const MzSimulation *simulation, const Questions *questions)
{
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  MzConvergence convergence = mz_loss_statistics_get_convergence (statistics);
  double mean, deviation;
  mz_simulation_get_analytic (simulation, &mean, &deviation);
  mz_calc_put_integer (calc, "trials", (gint64)mz_simulation_get_trials (simulation));
  put_seed (calc, mz_simulation_get_seed (simulation));
  put_moments (calc, statistics);
  mz_calc_put_real (calc, "analytic_mean", mean);
  mz_calc_put_real (calc, "analytic_sd", deviation);
  put_percentiles (calc, statistics, questions->percentiles, "percentiles");
  put_exceedance (calc, statistics, questions->amounts, "exceedance");
  if (convergence == MZ_CONVERGENCE_UNKNOWN)
    mz_calc_put_nothing (calc, "converged", _ ("The mean is 0, so its error has no share of it."));
  else
    json_object_set_boolean_member (calc->out, "converged", convergence == MZ_CONVERGENCE_REACHED);
}

/* A risk that the run leaves out makes the whole figure another one: here that is a refusal which names it. */
static gboolean
check_left_out (MzCalc *calc, const MzSimulation *simulation)
{
  gsize n;
  const MzSimulationRiskResult *risks = mz_simulation_get_risks (simulation, &n);
  for (gsize i = 0; i < n; i++)
    if (risks[i].error != NULL)
      {
        calc->error = g_error_copy (risks[i].error);
        g_prefix_error (&calc->error, "risks[%zu]: ", i);
        return FALSE;
      }
  return TRUE;
}

static void
simulate (MzCalc *calc)
{
  g_auto (Questions) questions = {0};
  g_autoptr (GArray) risks = read_risks (calc);
  MzMaybe trials = mz_calc_integer (calc, "trials");
  MzSimulationOptions options = {
      .seed = read_seed (calc),
      .trials = trials.is_set ? (guint64)MAX (trials.value, 0) : MZ_SIMULATION_DEFAULT_TRIALS,
  };
  read_questions (calc, &questions);
  if (!mz_calc_ok (calc))
    return;
  g_autoptr (MzSimulation) simulation = mz_simulation_run (
      (const MzSimulationRisk *)(gpointer)risks->data, risks->len, &options, NULL, &calc->error);
  if (simulation != NULL && check_left_out (calc, simulation))
    put_simulation (calc, simulation, &questions);
}

void
mz_calc_simulate (MzCalc *calc)
{
  const char *kind = mz_calc_text (calc, "kind");
  if (kind == NULL || g_str_equal (kind, "simulate"))
    simulate (calc);
  else if (g_str_equal (kind, "distribution"))
    distribution (calc);
  else if (g_str_equal (kind, "empirical"))
    empirical (calc);
  else
    mz_calc_refuse (calc, _ ("kind must be distribution or empirical, or not given."));
}
