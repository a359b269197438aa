/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Figures for reading on a terminal, and the choice of a scenario. */

#pragma once

#include "command.h"

#include "mezasu/analysis.h"

G_BEGIN_DECLS

/* The unit of money that the model is read in. */
MzMoneyUnit mz_cli_unit (MzModel *model);
/* The amount without its unit, which is said once; "–" when unknown, a star behind what rests on an assumption. */
char *mz_figure_text (const MzFigure *figure, MzMoneyUnit unit);
/* A ratio in per cent with one decimal. */
char *mz_ratio_text (const MzFigure *figure);
char *mz_payback_text (const MzScenarioResult *scenario);
char *mz_irr_text (const MzScenarioResult *scenario);
char *mz_rating_text (const MzAnalysis *analysis, const MzRating *rating);
/* The scenario that `--scenario` names, or the proposed one; NULL with a refusal when there is none of that name. */
const MzScenarioResult *
mz_cli_scenario (const MzAnalysis *analysis, const char *name, const char *file, int *status);

G_END_DECLS
