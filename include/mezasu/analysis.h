/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the method says of a company model: levels, gaps, damages, risks, and every scenario in money. A pure function of the
 * model; one analysis holds all scenarios, so that whoever shows one can show the others on the same axes.
 *
 * Every figure carries the ids of the records that it was computed from, so that a person can walk from any yen back to a
 * context entry. A figure that cannot be computed is unknown with its reason in words, never zero. */

#pragma once

#include "mezasu/cash-flow.h"
#include "mezasu/model.h"
#include "mezasu/payback.h"
#include "mezasu/rate-of-return.h"
#include "mezasu/simulation.h"
#include "mezasu/tax.h"

G_BEGIN_DECLS

/**
 * MzFigure:
 * @known: whether there is a value
 * @yen: the amount, rounded half away from zero
 * @real: the unrounded amount, or the number where the figure is none of money
 * @assumed: whether an illustrative assumption went into it
 * @reason: (nullable): why it is unknown, one sentence
 * @sources: (nullable) (array zero-terminated=1): ids of the records that it was computed from
 */
typedef struct {
  gboolean known;
  gint64 yen;
  double real;
  gboolean assumed;
  char *reason;
  char **sources;
} MzFigure;

/** MzRiskState: the three states of a risk */
typedef enum { MZ_STATE_INHERENT, MZ_STATE_CURRENT, MZ_STATE_RESIDUAL, MZ_N_STATES } MzRiskState;

/** MzVerdict: a risk value against appetite and tolerance */
typedef enum { MZ_VERDICT_UNKNOWN, MZ_VERDICT_ACCEPT, MZ_VERDICT_TREAT_OR_JUSTIFY, MZ_VERDICT_MUST_TREAT } MzVerdict;

/**
 * MzRating:
 * @known: whether both axes are rated
 * @likelihood: 1 … n
 * @impact: 1 … m (importance in the schemes that call it so)
 * @value: risk value of the cell
 * @band: index into #MzScale.bands, -1 for none
 * @verdict: against appetite and tolerance
 */
typedef struct {
  gboolean known;
  int likelihood;
  int impact;
  int value;
  int band;
  MzVerdict verdict;
} MzRating;

/**
 * MzBand:
 * @name: its name, from the model or the default
 * @severity: 1 is the mildest
 * @value_from: least risk value
 */
typedef struct {
  char *name;
  int severity;
  int value_from;
} MzBand;

/**
 * MzScale:
 * @scheme: code of the scheme: `matrix`, `s3` or `ipa7`
 * @n_likelihood: steps of likelihood
 * @n_impact: steps of impact
 * @likelihood_names: (array length=n_likelihood): names, mildest first
 * @impact_names: (array length=n_impact): names, mildest first
 * @values: risk value of each cell, at [likelihood - 1][impact - 1]
 * @bands: mildest first
 * @n_bands: number of @bands
 * @has_appetite: whether appetite is given
 * @appetite: values up to here are accepted
 * @has_tolerance: whether tolerance is given
 * @tolerance: values above must be treated
 *
 * The risk criteria as they are used.
 */
typedef struct {
  char *scheme;
  int n_likelihood;
  int n_impact;
  char *likelihood_names[10];
  char *impact_names[10];
  int values[10][10];
  MzBand bands[9];
  int n_bands;
  gboolean has_appetite;
  int appetite;
  gboolean has_tolerance;
  int tolerance;
} MzScale;

/** mz_scale_band: Returns: index of the band that @value falls into, -1 for none */
int mz_scale_band (const MzScale *self, int value);

/** mz_scale_verdict: Returns: @value against appetite and tolerance */
MzVerdict mz_scale_verdict (const MzScale *self, int value);

/** MzSeverity: how grave a finding is */
typedef enum { MZ_FINDING_NOTE, MZ_FINDING_WARNING, MZ_FINDING_ERROR } MzSeverity;

/**
 * MzFinding:
 * @code: stable name for machines, such as `residual_above_current`
 * @severity: errors block a result, warnings ask for a look
 * @record: (nullable): id of the record
 * @field: (nullable): name of its field
 * @message: one sentence: what is wrong, where, what would be right
 */
typedef struct {
  const char *code;
  MzSeverity severity;
  char *record;
  const char *field;
  char *message;
} MzFinding;

/**
 * MzLevels:
 * @minimum: greatest level that stakeholders and law demand, 0 while nobody demands any (unknown)
 * @minimum_by: (element-type MzRecord): who demands it
 * @target: max of @minimum and what drivers demand, 0 for unknown
 * @target_by: (element-type MzRecord): who demands it
 * @open_entries: (element-type MzRecord): context entries that lead nowhere and are not marked as without effect
 */
typedef struct {
  int minimum;
  GPtrArray *minimum_by;
  int target;
  GPtrArray *target_by;
  GPtrArray *open_entries;
} MzLevels;

/**
 * MzGap:
 * @record: the aspect
 * @known: whether both levels are given
 * @current: current level, -1 for unknown
 * @target: target level, -1 for unknown
 * @difference: target - current, signed
 * @gap: max (0, difference)
 * @surplus: max (0, -difference)
 * @contexts: (element-type MzRecord): context entries that led to it
 * @damages: (element-type MzRecord): damages that hang on it
 * @low: sum of the damages, low column
 * @likely: sum of the damages, likely column
 * @high: sum of the damages, high column
 */
typedef struct {
  MzRecord *record;
  gboolean known;
  int current, target, difference, gap, surplus;
  GPtrArray *contexts;
  GPtrArray *damages;
  MzFigure low, likely, high;
} MzGap;

/**
 * MzDamage:
 * @record: the damage
 * @is_sales: whether its class is one of lower sales (else a one-off loss)
 * @low: effect on profit, low
 * @likely: effect on profit, likely
 * @high: effect on profit, high
 * @lost_sales: sales lost in the likely column, unknown for one-off losses
 * @per_person: yen a person in the JO model, unknown otherwise
 */
typedef struct {
  MzRecord *record;
  gboolean is_sales;
  MzFigure low, likely, high;
  MzFigure lost_sales;
  MzFigure per_person;
} MzDamage;

/**
 * MzDamageClass:
 * @code: code of the class
 * @label: its label in the language of the program
 * @is_sales: whether it is one of lower sales
 * @low: total, low
 * @likely: total, likely
 * @high: total, high
 */
typedef struct {
  const char *code;
  const char *label;
  gboolean is_sales;
  MzFigure low, likely, high;
} MzDamageClass;

/**
 * MzRisk:
 * @record: the risk
 * @inherent: rating without any measure
 * @current: rating as things are
 * @frequency: events a year
 * @has_magnitude: whether @magnitude can be used
 * @magnitude: size of one loss, for the simulation
 * @sle: loss of one event (mean of its magnitude)
 * @ale: expected loss a year
 * @number_cell: rating that the anchors give to @frequency and @sle, unknown when they are not both known
 * @damages: (element-type MzRecord): damages that are linked to it
 */
typedef struct {
  MzRecord *record;
  MzRating inherent;
  MzRating current;
  MzFigure frequency;
  gboolean has_magnitude;
  MzMagnitude magnitude;
  MzFigure sle;
  MzFigure ale;
  MzRating number_cell;
  GPtrArray *damages;
} MzRisk;

/**
 * MzResidual:
 * @risk: index into #MzAnalysis.risks
 * @rating: after the scenario; the current one when nothing changes it
 * @frequency_factor: what the frequency is multiplied by
 * @loss_factor: what the loss of one event is multiplied by
 * @ale: expected loss a year afterwards
 * @steps: (element-type MzRecord): steps that act on it
 */
typedef struct {
  guint risk;
  MzRating rating;
  double frequency_factor;
  double loss_factor;
  MzFigure ale;
  GPtrArray *steps;
} MzResidual;

/**
 * MzStepMoney:
 * @step: the step
 * @option: its option
 * @amounts: money by kind and year; costs positive
 * @cost: all its costs over the horizon
 * @avoided: expected loss a year that it alone would avoid
 */
typedef struct {
  MzRecord *step;
  MzRecord *option;
  gint64 amounts[MZ_CASH_N_KINDS][MZ_YEARS_MAX];
  MzFigure cost;
  MzFigure avoided;
} MzStepMoney;

/**
 * MzNeededSales:
 * @headline: sales needed to keep today's profit: by contribution when the margin is known, else by profit margin
 * @by_contribution: by contribution margin
 * @by_profit: by profit margin
 * @increase_tenths: increase of the headline in tenths of a percent
 */
typedef struct {
  MzFigure headline;
  MzFigure by_contribution;
  MzFigure by_profit;
  gint64 increase_tenths;
} MzNeededSales;

/**
 * MzScenarioResult:
 * @record: (nullable): the scenario, %NULL for "do nothing" in a model that does not spell it out
 * @id: its id, "" without record
 * @name: what it is called
 * @short_name: its code, or its name where it has none
 * @baseline: whether it is "do nothing"
 * @recommended: whether it is proposed
 * @residuals: (element-type MzResidual): one for each risk, same order
 * @steps: (element-type MzStepMoney): its steps
 * @flow: money by year, before tax
 * @flow_known: whether @flow could be computed
 * @flow_reason: (nullable): why it could not
 * @taxed: whether the organisation gives a tax rate; then @cumulative, @npv, @irr and the paybacks are after tax
 * @tax: tax by year, when @taxed
 * @cumulative: running total by year
 * @discounted_cumulative: running total of the discounted flows
 * @investment_this_year: asked for this year: investment and running cost of year 0
 * @total_investment: all investments
 * @running: mean running cost a year over years 1 … N (the dearest year when cautious)
 * @running_by_year: running cost by year
 * @avoided: expected loss avoided a year
 * @ale: expected loss a year that is left
 * @npv: net present value
 * @roi: return on investment (in @real, a ratio)
 * @rosi: return on security investment (in @real, a ratio)
 * @irr: internal rates of return
 * @has_payback: whether @payback and @discounted_payback are known; "do nothing" has none
 * @payback: simple
 * @discounted_payback: discounted
 * @needed: sales needed to keep today's profit
 * @n_must_treat: risks whose residual value is above tolerance
 * @n_unrated: risks without a rating
 * @max_value: greatest residual value, 0 for none
 * @gaps_closed: gaps whose steps are all in the scenario (every risk that comes from the gap is acted on)
 * @over_budget_this_year: @investment_this_year less the budget of the conclusions, negative within it; unknown without
 *   budget
 * @over_budget_yearly: @running less the yearly budget, likewise
 */
typedef struct {
  MzRecord *record;
  char *id;
  char *name;
  char *short_name;
  gboolean baseline;
  gboolean recommended;
  GPtrArray *residuals;
  GPtrArray *steps;
  MzCashFlow flow;
  gboolean flow_known;
  char *flow_reason;
  gboolean taxed;
  MzTax tax;
  gint64 cumulative[MZ_YEARS_MAX];
  double discounted_cumulative[MZ_YEARS_MAX];
  MzFigure investment_this_year;
  MzFigure total_investment;
  MzFigure running;
  gint64 running_by_year[MZ_YEARS_MAX];
  MzFigure avoided;
  MzFigure ale;
  MzFigure npv;
  MzFigure roi;
  MzFigure rosi;
  MzIrr irr;
  gboolean has_payback;
  MzPayback payback;
  MzPayback discounted_payback;
  MzNeededSales needed;
  guint n_must_treat;
  guint n_unrated;
  int max_value;
  guint gaps_closed;
  MzFigure over_budget_this_year;
  MzFigure over_budget_yearly;
} MzScenarioResult;

/**
 * MzStatementLine:
 * @code: `sales`, `cost_of_sales`, `gross_profit`, `sga`, `operating_profit`, `non_operating`, `ordinary_profit`,
 *   `extraordinary`, `profit_before_tax`, `tax`, `net_profit`
 * @label: its label
 * @subtotal: whether it is a profit line
 * @without: as things are
 * @with: in the year of the incident
 */
typedef struct {
  const char *code;
  const char *label;
  gboolean subtotal;
  MzFigure without;
  MzFigure with;
} MzStatementLine;

/**
 * MzCompleteness:
 * @step: code of the process step: `organisation`, `external`, `internal`, `stakeholders`, `conclusions`, `criteria`,
 *   `gaps`, `risks`, `loss`, `options`, `scorecard`, `review`
 * @label: its label
 * @met: rules that are met
 * @total: rules that apply
 * @missing: (element-type MzFinding): what is missing
 */
typedef struct {
  const char *step;
  const char *label;
  guint met;
  guint total;
  GPtrArray *missing;
} MzCompleteness;

/** MzClassLoss: expected loss a year of a class of business risk, for the common ground */
typedef struct {
  const char *code;
  const char *label;
  MzFigure annual_loss;
  guint n_records;
} MzClassLoss;

/**
 * MzAnalysis:
 * @model: the model it was made from (a reference is held)
 * @revision: revision of the model at that time
 * @horizon: last year of all plans
 * @discount_rate: as a ratio
 * @scale: the risk criteria
 * @levels: minimum and target level
 * @gaps: (element-type MzGap): in list order
 * @damages: (element-type MzDamage): in list order
 * @damage_classes: (element-type MzDamageClass): classes that occur, in order of the schema
 * @risks: (element-type MzRisk): in list order
 * @ale: expected loss a year as things are, all risks
 * @sales: sales a year
 * @profit: profit to keep
 * @gross_profit: gross profit
 * @operating_profit: operating profit
 * @statement: (element-type MzStatementLine): profit and loss with and without the incident
 * @incident: (nullable): the risk that @statement lets happen: the one with the greatest loss of one event that is linked
 *   to damages
 * @scenarios: (element-type MzScenarioResult): in list order, "do nothing" always among them
 * @classes: (element-type MzClassLoss): the common ground, greatest first
 * @completeness: (element-type MzCompleteness): in the order of the process
 * @findings: (element-type MzFinding): errors and warnings of the method
 * @assumptions: (element-type MzRecord): records marked as illustrative assumptions
 */
typedef struct {
  MzModel *model;
  guint64 revision;
  int horizon;
  double discount_rate;
  MzScale scale;
  MzLevels levels;
  GPtrArray *gaps;
  GPtrArray *damages;
  GPtrArray *damage_classes;
  GPtrArray *risks;
  MzFigure ale;
  MzFigure sales;
  MzFigure profit;
  MzFigure gross_profit;
  MzFigure operating_profit;
  GPtrArray *statement;
  MzRecord *incident;
  GPtrArray *scenarios;
  GPtrArray *classes;
  GPtrArray *completeness;
  GPtrArray *findings;
  GPtrArray *assumptions;
} MzAnalysis;

/**
 * mz_analysis_new:
 * @model: a model
 *
 * Returns: (transfer full): every result of the closed-form method
 */
MzAnalysis *mz_analysis_new (MzModel *model);

MzAnalysis *mz_analysis_ref (MzAnalysis *self);
void mz_analysis_unref (MzAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzAnalysis, mz_analysis_unref)

/**
 * mz_analysis_scenario:
 * @self: an analysis
 * @id: (nullable): id or code of a scenario; %NULL for the proposed one (else the first that is not "do nothing")
 *
 * Returns: (transfer none) (nullable): its result, %NULL when there is no such scenario
 */
const MzScenarioResult *mz_analysis_scenario (const MzAnalysis *self, const char *id);

/** mz_analysis_baseline: Returns: (transfer none): the result of "do nothing" */
const MzScenarioResult *mz_analysis_baseline (const MzAnalysis *self);

/** mz_analysis_residual: Returns: (transfer none): what @scenario makes of risk @index */
const MzResidual *mz_analysis_residual (const MzScenarioResult *scenario, guint index);

/**
 * mz_analysis_simulation_risk:
 * @self: an analysis
 * @scenario: (nullable): a result of @self, or %NULL for things as they are
 * @index: a risk's place
 * @risk: (out): its frequency and magnitude under @scenario; its id belongs to the model
 *
 * Returns: whether frequency and magnitude are known, so that it can be simulated
 */
gboolean mz_analysis_simulation_risk (const MzAnalysis *self, const MzScenarioResult *scenario, guint index,
                                      MzSimulationRisk *risk);

/** mz_analysis_completeness: Returns: (transfer none): completeness of process step @step */
const MzCompleteness *mz_analysis_completeness (const MzAnalysis *self, const char *step);

/**
 * mz_analysis_sample_findings:
 * @self: an analysis
 *
 * What a sample firm lacks beyond completeness and dead ends: how many records of a kind there are, which fields each of
 * them tells, and what refers to it.
 *
 * Returns: (transfer full) (element-type MzFinding): one warning for each rule that is not met
 */
GPtrArray *mz_analysis_sample_findings (const MzAnalysis *self);

/**
 * MzBoardColumn:
 *
 * Where a sub-item of the context stands on the boards.
 */
typedef enum {
  MZ_BOARD_POLITICS,
  MZ_BOARD_ECONOMY,
  MZ_BOARD_SOCIETY,
  MZ_BOARD_TECHNOLOGY,
  MZ_BOARD_LAW,
  MZ_BOARD_NATURE,
  MZ_BOARD_FORCE,
  MZ_BOARD_MARKET,
  MZ_BOARD_INDUSTRY,
  MZ_BOARD_DRIVER,
  MZ_BOARD_STRUCTURE,
  MZ_BOARD_RESOURCES,
  MZ_BOARD_PEOPLE,
  MZ_BOARD_CULTURE,
  MZ_BOARD_SYSTEMS,
  MZ_BOARD_STANDARDS,
  MZ_BOARD_CONTRACTS,
  MZ_N_BOARDS,
} MzBoardColumn;

/**
 * MzCategory:
 * @code: code of the choice in the field `category` of a context entry
 * @external: whether it is part of the external context
 * @column: where it stands on the boards
 * @targets: what it usually bears on: codes of the field `targets`, joined with `|`
 * @needs_assessment: whether it usually needs a risk evaluation
 *
 * The taxonomy of the context after ISO 31000 and the JNSA work on it; its labels are those of the schema's choices.
 */
typedef struct {
  const char *code;
  gboolean external;
  MzBoardColumn column;
  const char *targets;
  gboolean needs_assessment;
} MzCategory;

/** mz_category_find: Returns: (transfer none) (nullable): the category of that code */
const MzCategory *mz_category_find (const char *code);

/** mz_category_nth: Returns: (transfer none) (nullable): category @index, %NULL behind the last */
const MzCategory *mz_category_nth (guint index);

G_END_DECLS
