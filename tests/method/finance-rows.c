/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Finance by rows, for tests that compare with another program. One row of standard input is
 *
 *   rate finance_rate reinvest_rate flow_0 flow_1 ... flow_N
 *
 * and becomes one row of standard output, its columns parted by tabs:
 *
 *   npv, irr status, irr roots (parted by commas), mirr, payback status, payback,
 *   discounted payback status, discounted payback
 *
 * with 17 significant digits and `-` for what is undefined or refused. */

#include "config.h"

#include "mezasu/cash-flow.h"
#include "mezasu/payback.h"
#include "mezasu/rate-of-return.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_RATES 3

static void
print_irr (const gint64 *flows, int horizon)
{
  MzIrr irr;

  if (!mz_irr (flows, horizon, &irr, NULL))
    {
      printf ("\t-\t-");
      return;
    }
  printf ("\t%s\t", mz_irr_status_nick (irr.status));
  for (int i = 0; i < irr.n_roots; i++)
    printf ("%s%.17g", i > 0 ? "," : "", irr.roots[i]);
  if (irr.n_roots == 0)
    printf ("-");
}

static void
print_payback (gboolean known, const MzPayback *payback)
{
  if (!known)
    printf ("\t-\t-");
  else if (payback->has_final)
    printf ("\t%s\t%.17g", mz_payback_status_nick (payback->status), payback->final);
  else
    printf ("\t%s\t-", mz_payback_status_nick (payback->status));
}

static void
print_row (const double *rates, const gint64 *flows, int horizon)
{
  double value;
  MzPayback payback;
  gboolean known;

  if (mz_npv (flows, horizon, rates[0], &value, NULL))
    printf ("%.17g", value);
  else
    printf ("-");
  print_irr (flows, horizon);
  if (mz_mirr (flows, horizon, rates[1], rates[2], &value, NULL))
    printf ("\t%.17g", value);
  else
    printf ("\t-");
  known = mz_payback_simple (flows, horizon, &payback, NULL);
  print_payback (known, &payback);
  known = mz_payback_discounted (flows, horizon, rates[0], &payback, NULL);
  print_payback (known, &payback);
  printf ("\n");
}

/* FALSE when @line is not rates and flows. */
static gboolean
read_row (char *line, double *rates, gint64 *flows, int *horizon)
{
  char *rest = NULL;
  int n = 0;

  for (char *word = strtok_r (line, " \t\n", &rest); word != NULL;
       word = strtok_r (NULL, " \t\n", &rest), n++)
    {
      char *end;

      if (n >= N_RATES + MZ_YEARS_MAX)
        return FALSE;
      if (n < N_RATES)
        rates[n] = g_ascii_strtod (word, &end);
      else
        flows[n - N_RATES] = g_ascii_strtoll (word, &end, 10);
      if (*end != '\0')
        return FALSE;
    }
  *horizon = n - N_RATES - 1;
  return n > N_RATES;
}

int
main (void)
{
  char *line = NULL;
  size_t size = 0;
  int status = EXIT_SUCCESS;

  for (int row = 1; status == EXIT_SUCCESS && getline (&line, &size, stdin) >= 0; row++)
    {
      double rates[N_RATES];
      gint64 flows[MZ_YEARS_MAX];
      int horizon;

      if (read_row (line, rates, flows, &horizon))
        print_row (rates, flows, horizon);
      else
        {
          fprintf (stderr, "finance-rows: row %d is not three rates and the flows of years 0..30\n",
                   row);
          status = EXIT_FAILURE;
        }
    }
  free (line);
  return status;
}
