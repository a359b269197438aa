/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures the simulation and prints one number. What is measured is the first argument:
 *
 *   run RISKS TRIALS RATE     milliseconds of one run from risks to mean, percentiles and the full curve
 *   edit RISKS TRIALS RATE    the same for a second run in a warm process, after one risk was changed
 *   memory RISKS TRIALS RATE  MiB that a run adds to the process at its peak
 *
 * A fifth argument, "pert", takes three-point estimates, each with another mode, instead of lognormal losses. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mezasu/simulation.h"

/* Log-mean 13 and log-deviation 0.5, as the peers' scripts have it: e^(13 ± 0.5 z). */
#define LOW_END 194380.5639879351
#define HIGH_END 1006940.2280414588

static MzMagnitude
magnitude_of (gboolean pert, guint i, guint n)
{
  if (!pert)
    return (MzMagnitude){MZ_MAGNITUDE_LOGNORMAL90, {LOW_END, HIGH_END}, 2};
  /* Another shape for each, so that no table of one can serve another. */
  double mode = LOW_END + (HIGH_END - LOW_END) * (i + 0.5) / n;
  return (MzMagnitude){MZ_MAGNITUDE_PERT, {LOW_END, mode, HIGH_END}, 3};
}

static MzSimulationRisk *
make_risks (guint n, double rate, gboolean pert)
{
  MzSimulationRisk *risks = g_new0 (MzSimulationRisk, n);
  for (guint i = 0; i < n; i++)
    risks[i] = (MzSimulationRisk){
        .frequency = MZ_FREQUENCY_POISSON,
        .rate = rate,
        .magnitude = magnitude_of (pert, i, n),
    };
  return risks;
}

static double
run (const MzSimulationRisk *risks, guint n_risks, guint64 trials)
{
  static const gint64 probabilities[] = {500000, 900000, 950000, 990000};
  MzSimulationOptions options = {.seed = 1, .trials = trials, .threads = 2};
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MzSimulation) simulation = mz_simulation_run (risks, n_risks, &options, NULL, &error);
  if (simulation == NULL)
    g_error ("%s", error->message);
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  double sum = mz_loss_statistics_get_mean (statistics);
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    {
      MzLossPercentile percentile;
      mz_loss_statistics_percentile (statistics, probabilities[i], &percentile, NULL);
      sum += percentile.tail_mean;
    }
  gint64 end = g_get_monotonic_time ();
  return sum > 0.0 ? (end - start) / 1e3 : 0.0;
}

/* A line "NAME:  1234 kB" of the kernel's account of this process. */
static double
read_status_mib (const char *name)
{
  g_autofree char *status = NULL;
  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0.0;
  const char *line = strstr (status, name);
  return line != NULL ? strtod (line + strlen (name), NULL) / 1024.0 : 0.0;
}

static double
measure_memory (const MzSimulationRisk *risks, guint n_risks, guint64 trials)
{
  FILE *peaks = fopen ("/proc/self/clear_refs", "w");
  if (peaks != NULL)
    {
      /* Resets the peak to what is in memory now. */
      fputs ("5", peaks);
      fclose (peaks);
    }
  double before = read_status_mib ("VmRSS:");
  run (risks, n_risks, trials);
  return read_status_mib ("VmHWM:") - before;
}

int
main (int argc, char **argv)
{
  if (argc != 5 && argc != 6)
    {
      fprintf (stderr, "usage: %s run|edit|memory RISKS TRIALS RATE [pert]\n", argv[0]);
      return 2;
    }
  guint n_risks = strtoul (argv[2], NULL, 10);
  guint64 trials = strtoull (argv[3], NULL, 10);
  g_autofree MzSimulationRisk *risks = make_risks (n_risks, strtod (argv[4], NULL), argc == 6);
  double result;
  if (strcmp (argv[1], "memory") == 0)
    result = measure_memory (risks, n_risks, trials);
  else
    {
      result = run (risks, n_risks, trials);
      if (strcmp (argv[1], "edit") == 0)
        {
          risks[0].rate *= 1.1;
          result = run (risks, n_risks, trials);
        }
    }
  printf ("%.6g\n", result);
  return 0;
}
