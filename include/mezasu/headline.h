/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sentences made from figures: what a page says in one line, in the language of the program. Each is a whole sentence; a
 * figure that is not known leads to a sentence that says so. */

#pragma once

#include "mezasu/analysis.h"

G_BEGIN_DECLS

/**
 * mz_headline_money:
 * @yen: an amount
 *
 * An amount for reading in a sentence, in a unit of its size: in Japanese 億円 with one decimal from 1億円 on, else 万円, and
 * 円 below 1万円; in English million yen, with one decimal below 100, and yen below one million.
 *
 * Returns: (transfer full): the amount with its unit
 */
char *mz_headline_money (gint64 yen);

/**
 * mz_headline_situation:
 * @analysis: the results
 *
 * Returns: (transfer full): what things as they are cost a year
 */
char *mz_headline_situation (const MzAnalysis *analysis);

/**
 * mz_headline_proposal:
 * @analysis: the results
 * @scenario: (nullable): one of its scenarios
 *
 * Returns: (transfer full): what the scenario costs, when it pays back, and what it makes of the risks; that there is
 *   nothing to decide for %NULL and for "do nothing"
 */
char *mz_headline_proposal (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/**
 * mz_headline_board:
 * @analysis: the results
 * @scenario: (nullable): the scenario that is proposed
 *
 * Returns: (transfer full): the situation and the proposal, one after the other
 */
char *mz_headline_board (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/** mz_headline_external: Returns: (transfer full): minimum and target level, and who demands them */
char *mz_headline_external (const MzAnalysis *analysis);

/** mz_headline_forces: Returns: (transfer full): the entry through which competition presses hardest, and how hard */
char *mz_headline_forces (const MzAnalysis *analysis);

/** mz_headline_internal: Returns: (transfer full): how many facts the internal context holds */
char *mz_headline_internal (const MzAnalysis *analysis);

/** mz_headline_systems: Returns: (transfer full): how many weaknesses are known in how many systems */
char *mz_headline_systems (const MzAnalysis *analysis);

/** mz_headline_gaps: Returns: (transfer full): how many aspects are below their target, and which one most */
char *mz_headline_gaps (const MzAnalysis *analysis);

/**
 * mz_headline_risks:
 * @analysis: the results
 * @scenario: (nullable): one of its scenarios
 *
 * Returns: (transfer full): how many risks are above the tolerance, now and after the scenario
 */
char *mz_headline_risks (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/** mz_headline_damages: Returns: (transfer full): what the gravest incident costs */
char *mz_headline_damages (const MzAnalysis *analysis);

/**
 * mz_headline_options:
 * @analysis: the results
 * @scenario: (nullable): one of its scenarios
 *
 * Returns: (transfer full): what the scenario asks for, this year and a year from next year on
 */
char *mz_headline_options (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/**
 * mz_headline_payback:
 * @analysis: the results
 * @scenario: (nullable): one of its scenarios
 *
 * Returns: (transfer full): when the scenario pays back, and its present value
 */
char *mz_headline_payback (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/** mz_headline_statement: Returns: (transfer full): what the incident makes of the profit before tax */
char *mz_headline_statement (const MzAnalysis *analysis);

/**
 * mz_headline_scenarios:
 * @analysis: the results
 *
 * Returns: (transfer full): which scenario has the greatest present value; where that is below zero, that none is worth
 *   more than doing nothing
 */
char *mz_headline_scenarios (const MzAnalysis *analysis);

/**
 * mz_headline_strategy:
 * @analysis: the results
 * @scenario: (nullable): one of its scenarios
 *
 * Returns: (transfer full): how many objectives the scenario adds, moves and endangers; where it changes none, how many
 *   are reached, need watching and are missed
 */
char *mz_headline_strategy (const MzAnalysis *analysis, const MzScenarioResult *scenario);

/** mz_headline_scorecard: Returns: (transfer full): the score of the whole, and how many KPIs are reached, watched, missed */
char *mz_headline_scorecard (const MzAnalysis *analysis);

/** mz_headline_dashboard: Returns: (transfer full): the worst light of the CISO dashboard, and which indicators show it */
char *mz_headline_dashboard (const MzAnalysis *analysis);

G_END_DECLS
