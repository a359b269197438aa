/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The catalogue of charts: one row each, in the order of the process. */

#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

static const MzChart charts[] = {
    {"pest-board", N_ ("External context"), 960, 560, mz_chart_pest_board},
    {"five-forces", N_ ("Five forces"), 640, 480, mz_chart_five_forces},
    {"stakeholder-map", N_ ("Stakeholders"), 640, 480, mz_chart_stakeholder_map},
    {"internal-board", N_ ("Internal context"), 960, 560, mz_chart_internal_board},
    {"system-map", N_ ("System map"), 960, 560, mz_chart_system_map},
    {"situation-sheet", N_ ("Situation sheet"), 960, 640, mz_chart_situation_sheet},
    {"gap-levels", N_ ("Levels now and as targets"), 560, 360, mz_chart_gap_levels},
    {"heat-map", N_ ("Heat map"), 640, 520, mz_chart_heat_map},
    {"common-ground", N_ ("Common ground"), 480, 340, mz_chart_common_ground},
    {"loss-exceedance", N_ ("Loss exceedance curve"), 720, 440, mz_chart_loss_exceedance, TRUE},
    {"loss-exceedance-log", N_ ("Loss exceedance curve, logarithmic"), 720, 440,
     mz_chart_loss_exceedance_log, TRUE},
    {"annual-loss", N_ ("Expected loss a year by risk"), 640, 480, mz_chart_annual_loss, TRUE},
    {"tornado", N_ ("What moves the expected loss"), 640, 440, mz_chart_tornado, TRUE},
    {"risk-distribution", N_ ("Loss of one risk"), 560, 360, mz_chart_risk_distribution, FALSE, TRUE},
    {"profit-and-loss-years", N_ ("Profit and loss in a typical and in a bad year"), 960, 420,
     mz_chart_profit_and_loss_years, TRUE},
    {"profit-and-loss", N_ ("Profit and loss with and without the incident"), 720, 440,
     mz_chart_profit_and_loss},
    {"cash-flow", N_ ("Money by year"), 640, 400, mz_chart_cash_flow},
    {"payback", N_ ("Payback"), 640, 400, mz_chart_payback},
    {"frontier", N_ ("Money and the loss that is left"), 720, 440, mz_chart_frontier, .budgets = TRUE},
    {"plan", N_ ("Plan by year"), 960, 420, mz_chart_plan},
    {"compare-table", N_ ("Scenarios side by side"), 960, 560, mz_chart_compare_table, TRUE},
    {"compare-heat", N_ ("Heat maps side by side"), 960, 420, mz_chart_compare_heat},
    {"trace", N_ ("Trace"), 960, 560, mz_chart_trace, FALSE, TRUE},
    {"strategy-map", N_ ("Strategy map"), 960, 560, mz_chart_strategy_map, .steady = TRUE},
    {"strategy-map-pair", N_ ("Strategy map now and with the plan"), 960, 960,
     mz_chart_strategy_map_pair, .steady = TRUE},
    {"scorecard", N_ ("Scorecard"), 960, 600, mz_chart_scorecard},
    {"kpi-trend", N_ ("KPI trend"), 960, 520, mz_chart_kpi_trend, FALSE, TRUE},
    {"dashboard", N_ ("CISO dashboard"), 960, 560, mz_chart_dashboard},
};

const MzChart *
mz_chart_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_strcmp0 (charts[i].name, name) == 0)
      return &charts[i];
  return NULL;
}

const MzChart *
mz_chart_nth (guint index)
{
  return index < G_N_ELEMENTS (charts) ? &charts[index] : NULL;
}
