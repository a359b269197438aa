/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the scorecard and the dashboard say in one sentence. */

#include "config.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mezasu/dashboard.h"
#include "mezasu/scorecard.h"

#define MOST_NAMES 3

char *
mz_headline_scorecard (const MzAnalysis *analysis)
{
  g_autoptr (MzScorecard) card =
      mz_scorecard_new (analysis->model, mz_scorecard_thresholds (analysis->model));
  guint lights[MZ_LIGHT_RED + 1] = {0};
  guint n = card->kpis->len;

  for (guint i = 0; i < n; i++)
    lights[g_array_index (card->kpis, MzScorecardKpi, i).light]++;
  if (n == 0)
    return g_strdup (_ ("No KPI has been set yet."));
  if (!card->whole.rollup.score.is_set)
    return g_strdup_printf (
        ngettext ("The KPI has no score yet.", "None of the %u KPIs has a score yet.", n), n);
  return g_strdup_printf (
      _ ("The scorecard stands at %.0f %%. Of %u KPIs: reached %u, to be watched %u, missed %u, "
         "without score %u."),
      floor (card->whole.rollup.score.value * 100 + 0.5), n, lights[MZ_LIGHT_GREEN],
      lights[MZ_LIGHT_AMBER], lights[MZ_LIGHT_RED], lights[MZ_LIGHT_GREY]);
}

/* The names of the indicators with that light, the first few. */
static char *
list_names (const MzDashboard *dashboard, MzLight light)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < dashboard->items->len; i++)
    {
      const MzDashboardItem *item = mz_dashboard_item (dashboard, i);
      g_autofree char *title = mz_record_title (item->record);

      if (item->light != light || ++n > MOST_NAMES)
        continue;
      /* TRANSLATORS: stands between the names of a list. */
      g_string_append_printf (names, "%s%s", n > 1 ? _ (", ") : "", title);
    }
  if (n > MOST_NAMES)
    g_string_append_printf (names, _ (" and %u more"), n - MOST_NAMES);
  return g_string_free (names, FALSE);
}

char *
mz_headline_dashboard (const MzAnalysis *analysis)
{
  g_autoptr (MzDashboard) dashboard = mz_dashboard_new (analysis->model);
  guint areas = 0;

  if (dashboard->items->len == 0)
    return g_strdup (_ ("No indicator has been set yet."));
  if (dashboard->state.state == MZ_LIGHT_GREY)
    return g_strdup (_ ("No indicator has a light yet."));
  for (guint i = 0; i < MZ_DASHBOARD_N_AREAS; i++)
    areas += dashboard->state.areas[i] == dashboard->state.state ? 1 : 0;
  if (dashboard->state.state == MZ_LIGHT_GREEN)
    return g_strdup (_ ("Every indicator that was measured is within its limits."));
  g_autofree char *names = list_names (dashboard, dashboard->state.state);
  if (dashboard->state.state == MZ_LIGHT_RED)
    return g_strdup_printf (_ ("Alarm in %u of the 4 conditions: %s."), areas, names);
  return g_strdup_printf (_ ("Warning in %u of the 4 conditions: %s."), areas, names);
}
