/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of the analysis share. Each part fills its own members of one MzWork, in the order of mz_analysis_new();
 * none looks at what a later one will fill. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/matrix.h"
#include "mezasu/maybe.h"
#include "mezasu/profit-and-loss.h"

/* Lines of a profit-and-loss statement as it is shown. */
#define MZ_STATEMENT_LINES 11

/* Evidence: the records that a figure rests on, each once, in order of appearance. */
typedef struct _MzEvidence MzEvidence;

MzEvidence *mz_evidence_new (void);
void mz_evidence_free (MzEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzEvidence, mz_evidence_free)

/* @record may be NULL. */
void mz_evidence_add (MzEvidence *self, MzRecord *record);
void mz_evidence_add_figure (MzEvidence *self, const MzFigure *figure);

/* Figures on this evidence. @reason is taken over. */
MzFigure mz_evidence_yen (const MzEvidence *self, gint64 yen);
MzFigure mz_evidence_amount (const MzEvidence *self, double yen);
MzFigure mz_evidence_number (const MzEvidence *self, double number);
MzFigure mz_evidence_unknown (const MzEvidence *self, char *reason);
MzFigure mz_evidence_error (const MzEvidence *self, const GError *error);

void mz_figure_clear (MzFigure *self);
MzFigure mz_figure_copy (const MzFigure *self);

/* The sum of figures of money; unknown with the reason of the first unknown one, or with @nothing (taken over) when
 * there is none to add. */
MzFigure mz_figure_sum (const MzFigure *const *figures, guint n_figures, char *nothing);

/* Lower bounds of level 2, 3, … of an axis; none when the model gives none that can be used. */
typedef struct
{
  double from[MZ_MATRIX_MAX];
  int n;
} MzAnchors;

typedef struct
{
  MzAnalysis result;
  gatomicrefcount references;

  MzRecord *organisation;
  MzRecord *criteria;
  MzMaybe margin;
  MzAnchors frequency_anchors;
  MzAnchors loss_anchors;

  MzProfitAndLoss lines;
  MzFigure items[8]; /* by the choices of pl_line.item */

  GHashTable *damage_of; /* MzRecord to MzDamage */
  GHashTable *risk_of;   /* MzRecord to the risk's index + 1 */
} MzWork;

/* The analysis as far as scenarios need it: no statement, common ground, completeness or findings. For those who reckon the
 * same model hundreds of times. */
MzAnalysis *mz_analysis_new_scenarios (MzModel *model);

/* The parts, in order. */
void mz_work_scale (MzWork *self);
void mz_work_levels (MzWork *self);
void mz_work_accounts (MzWork *self);
void mz_work_damages (MzWork *self);
void mz_work_gaps (MzWork *self);
void mz_work_risks (MzWork *self);
void mz_work_scenarios (MzWork *self);
void mz_work_statement (MzWork *self);
void mz_work_common_ground (MzWork *self);
void mz_work_completeness (MzWork *self);
void mz_work_findings (MzWork *self);

/* Accounts: the statement lines that @lines are shown as. */
void mz_work_statement_lines (MzWork *self, const MzProfitAndLoss *lines,
                              const MzEvidence *evidence, MzFigure figures[MZ_STATEMENT_LINES]);

/* The lines of @lines as a statement shows them; the profits are missing on failure. */
gboolean mz_statement_show (const MzProfitAndLoss *lines, MzMaybe shown[MZ_STATEMENT_LINES],
                            GError **error);

/* Statement of a year with a loss: its tax, missing when that stays as it is; where one-off losses go; whether a damage
 * takes sales away, by its class or because it is reckoned in sales. */
gboolean mz_statement_tax (const MzProfitAndLoss *lines, gint64 loss, MzMaybe rate,
                           gboolean other_profit, MzMaybe *tax, GError **error);
MzOneOffLine mz_work_one_off_line (MzWork *self);
gboolean mz_damage_takes_sales (const MzDamage *damage);

/* Risks. */
MzRating mz_work_rate (MzWork *self, int likelihood, int impact);
int mz_anchors_level (const MzAnchors *self, const MzFigure *figure);

/* What one step of a scenario does to one risk. */
typedef struct
{
  MzRecord *effect;
  MzRecord *step;
  int start;             /* first year in which it avoids losses */
  gboolean is_cut;       /* whether it says by how much it cuts anything */
  double keep_frequency; /* 1 - cut */
  double keep_loss;
} MzCut;

/* Scenarios, in order of use. The steps of a scenario with the year from which on each avoids losses, as pointers to
 * step and year; the effects of those steps on @risk (MzCut); the residual risks; the money by step and year; what comes
 * of it. */
GHashTable *mz_work_effect_starts (MzWork *self, const MzScenarioResult *scenario);
GArray *mz_work_cuts (MzWork *self, MzRecord *risk, GHashTable *starts);
void mz_work_residuals (MzWork *self, MzScenarioResult *scenario, GHashTable *starts);
void mz_work_money (MzWork *self, MzScenarioResult *scenario, GHashTable *starts);
void mz_work_returns (MzWork *self, MzScenarioResult *scenario, const MzEvidence *evidence);

/* The amounts of a step (container only), and whether one of them is an avoided loss that somebody entered. */
GPtrArray *mz_step_amounts (MzModel *model, MzRecord *step);
gboolean mz_step_enters_avoided (MzModel *model, MzRecord *step);
/* The amounts of a step alone; what they add to the taxable amount by year; FALSE with a reason (transfer full). */
gboolean mz_work_step_flow (MzWork *self, MzRecord *step, MzCashFlow *flow, char **reason);
gboolean mz_work_step_taxable (MzWork *self, MzRecord *step, const MzCashFlow *flow,
                               gint64 *taxable, char **reason);
/* The last year within the horizon in which a step invests, -1 for none. */
int mz_work_last_investment (MzWork *self, MzRecord *step);
/* Last year of a step's amount or of a step itself within the horizon. */
int mz_work_last_year (MzWork *self, MzRecord *record);

/* Gaps: risks that come from @aspect, directly or through its damages (container only). */
GPtrArray *mz_work_risks_of_gap (MzWork *self, MzRecord *aspect);

/* Findings. @message is taken over. */
MzFinding *mz_finding_new (const char *code, MzSeverity severity, MzRecord *record,
                           const char *field, char *message);
void mz_finding_free (MzFinding *self);
void mz_work_find (MzWork *self, const char *code, MzSeverity severity, MzRecord *record,
                   const char *field, char *message);
void mz_work_find_criteria (MzWork *self);
void mz_work_find_money (MzWork *self);
void mz_work_find_risks (MzWork *self);
void mz_work_find_plans (MzWork *self);
void mz_work_find_strategy (MzWork *self);

/* Small helpers of all parts. */
int mz_record_level (MzRecord *record, const char *field);
MzMaybe mz_record_maybe (MzRecord *record, const char *field);
/* Container only. */
GPtrArray *
mz_neighbours_of_kind (MzModel *model, MzRecord *record, const char *kind, gboolean causes);
/* Makes a list of borrowed records hold them: an analysis outlives records that are deleted from
 * its model. */
GPtrArray *mz_records_hold (GPtrArray *records);
