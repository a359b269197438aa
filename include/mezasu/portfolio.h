/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The best set of steps under a budget: which steps of all options to take when this year and every later year may cost
 * only so much, when some steps need others, rule each other out or must be taken.
 *
 * The answer is exact for the model as it stands: mitigations multiply, amounts and years are those of the steps, and a
 * step avoids losses from the year after the last investment of its option among the chosen steps. A portfolio is plain
 * data, so a thread of its own may search it. */

#pragma once

#include <gio/gio.h>

#include "mezasu/analysis.h"
#include "mezasu/edit.h"
#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MZ_PORTFOLIO_MAX_STEPS:
 *
 * The most steps that are chosen among.
 */
#define MZ_PORTFOLIO_MAX_STEPS 500

/**
 * MZ_PORTFOLIO_SURE_STEPS:
 *
 * Up to as many steps the search runs to its end; beyond, it may stop at its limit with a stated bound.
 */
#define MZ_PORTFOLIO_SURE_STEPS 40

/**
 * MzPortfolioAim:
 * @MZ_PORTFOLIO_LOSS: least expected loss a year
 * @MZ_PORTFOLIO_NPV: highest net present value
 * @MZ_PORTFOLIO_BAD_YEAR: least loss in a one-in-twenty year (95 %), by simulation among the efficient sets
 * @MZ_PORTFOLIO_N_AIMS: how many there are
 *
 * What makes a set the best.
 */
typedef enum
{
  MZ_PORTFOLIO_LOSS,
  MZ_PORTFOLIO_NPV,
  MZ_PORTFOLIO_BAD_YEAR,
  MZ_PORTFOLIO_N_AIMS,
} MzPortfolioAim;

/**
 * MzPortfolioMoney:
 * @MZ_PORTFOLIO_THIS_YEAR: what a set costs this year
 * @MZ_PORTFOLIO_TOTAL: what it costs over the whole horizon
 *
 * The money of the efficient frontier.
 */
typedef enum
{
  MZ_PORTFOLIO_THIS_YEAR,
  MZ_PORTFOLIO_TOTAL,
} MzPortfolioMoney;

/**
 * MzPortfolioStep:
 * @id: id of the step
 * @label: its name
 * @option_label: name of its option
 * @option: number of its option, from 0
 * @from_year: first year in which it can avoid losses
 * @last_investment: last year in which it invests, -1 for none
 * @must: whether it is taken whatever the budget is
 * @enters_avoided: whether avoided losses were entered by hand, which stand for the risks that it acts on
 * @costs: investment and running cost by year, yen
 * @net: what it brings by year besides avoided loss: extra sales and entered avoided losses less costs, yen
 * @taxable: its part of the taxable amount by year, yen; equal to @net without investments that are written off
 */
typedef struct
{
  char *id;
  char *label;
  char *option_label;
  guint option;
  int from_year;
  int last_investment;
  gboolean must;
  gboolean enters_avoided;
  gint64 costs[MZ_YEARS_MAX];
  gint64 net[MZ_YEARS_MAX];
  gint64 taxable[MZ_YEARS_MAX];
} MzPortfolioStep;

/**
 * MzPortfolioEffect:
 * @step: index of the step
 * @risk: index of the risk
 * @keep_frequency: what is left of its frequency, 0 to 1
 * @keep_loss: what is left of one loss, 0 to 1
 * @is_cut: whether it says by how much it cuts anything
 */
typedef struct
{
  guint step;
  guint risk;
  double keep_frequency;
  double keep_loss;
  gboolean is_cut;
} MzPortfolioEffect;

/**
 * MzPortfolioRisk:
 * @ale: expected loss a year as things are, in yen; 0 when it is not known
 * @known: whether it is
 * @usable: whether it can be simulated
 * @simulated: what is simulated
 */
typedef struct
{
  double ale;
  gboolean known;
  gboolean usable;
  MzSimulationRisk simulated;
} MzPortfolioRisk;

/** MzPortfolioPair: two steps by index: @step needs @other, or rules it out */
typedef struct
{
  guint step;
  guint other;
} MzPortfolioPair;

/**
 * MzPortfolio:
 * @revision: revision of the model
 * @horizon: last year
 * @rate: discount rate, as a ratio
 * @taxed: whether @tax_rate is given; the present value is after tax then
 * @tax_rate: in ppm
 * @other_profit: whether other profit takes a negative tax
 * @seed: of the simulation
 * @trials: of the simulation
 * @this_year: cap of the conclusions for this year, as a default
 * @yearly: cap of the conclusions for every later year, as a default
 * @steps: (element-type MzPortfolioStep): what can be chosen
 * @risks: (element-type MzPortfolioRisk): what is lowered
 * @effects: (element-type MzPortfolioEffect): by risk, in the order in which the analysis multiplies them
 * @needs: (element-type MzPortfolioPair): precedences
 * @exclusions: (element-type MzPortfolioPair): steps that rule each other out
 * @notes: (element-type utf8): what was left out or taken for nothing, in sentences
 */
typedef struct
{
  guint64 revision;
  int horizon;
  double rate;
  gboolean taxed;
  gint64 tax_rate;
  gboolean other_profit;
  guint64 seed;
  guint64 trials;
  MzMaybe this_year;
  MzMaybe yearly;
  GArray *steps;
  GArray *risks;
  GArray *effects;
  GArray *needs;
  GArray *exclusions;
  GPtrArray *notes;
} MzPortfolio;

/**
 * mz_portfolio_new_empty:
 * @horizon: last year, 1 to %MZ_HORIZON_MAX
 *
 * Returns: (transfer full): a portfolio without steps; whoever fills it sees to it that indices are in range, and that
 *   effects stand by risk
 */
MzPortfolio *mz_portfolio_new_empty (int horizon);

/** mz_portfolio_new: Returns: (transfer full): the steps of all options of @analysis, copied for a thread of its own */
MzPortfolio *mz_portfolio_new (const MzAnalysis *analysis);

void mz_portfolio_free (MzPortfolio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPortfolio, mz_portfolio_free)

/**
 * MzPortfolioQuestion:
 * @aim: what makes a set the best
 * @this_year: the most that it may cost this year, missing for no cap
 * @yearly: the most that it may cost in each later year, missing for no cap
 * @total: the most that it may cost over the horizon, missing for no cap
 * @money: the cost that sets of equal value are ordered by
 * @node_limit: where the search stops; 0 for the usual limit
 */
typedef struct
{
  MzPortfolioAim aim;
  MzMaybe this_year;
  MzMaybe yearly;
  MzMaybe total;
  MzPortfolioMoney money;
  guint64 node_limit;
} MzPortfolioQuestion;

/**
 * MzPortfolioSet:
 * @chosen: (array): whether each step is in it
 * @n_chosen: how many are
 * @this_year: what it costs this year
 * @dearest_year: what the dearest later year costs
 * @total: what it costs over the horizon
 * @loss: expected loss a year that is left, over the risks whose loss is known
 * @npv: net present value, after tax where the firm gives a rate
 * @npv_known: whether it is known: no chosen step cuts a risk without expected loss
 * @bad_year: simulated loss of a one-in-twenty year
 * @has_bad_year: whether it was simulated
 */
typedef struct
{
  gboolean *chosen;
  guint n_chosen;
  gint64 this_year;
  gint64 dearest_year;
  gint64 total;
  double loss;
  double npv;
  gboolean npv_known;
  double bad_year;
  gboolean has_bad_year;
} MzPortfolioSet;

void mz_portfolio_set_free (MzPortfolioSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPortfolioSet, mz_portfolio_set_free)

/**
 * mz_portfolio_value:
 * @self: a portfolio
 * @chosen: (array): whether each step is taken; rules are not looked at
 *
 * Returns: (transfer full): the figures of a set, as the analysis would give them for a scenario made of it
 */
MzPortfolioSet *mz_portfolio_value (const MzPortfolio *self, const gboolean *chosen);

/**
 * MzPortfolioStatus:
 * @MZ_PORTFOLIO_BEST: no set within the caps is better
 * @MZ_PORTFOLIO_FOUND: the best found before the limit; no set is better than @bound
 * @MZ_PORTFOLIO_SIMULATED: the best of the efficient sets that were simulated
 * @MZ_PORTFOLIO_CONTRADICTION: the must-haves and what they need rule each other out
 * @MZ_PORTFOLIO_OVER_CAP: the must-haves and what they need cost more than a cap
 */
typedef enum
{
  MZ_PORTFOLIO_BEST,
  MZ_PORTFOLIO_FOUND,
  MZ_PORTFOLIO_SIMULATED,
  MZ_PORTFOLIO_CONTRADICTION,
  MZ_PORTFOLIO_OVER_CAP,
} MzPortfolioStatus;

/**
 * MzPortfolioAnswer:
 * @status: how sure it is
 * @set: (nullable): the set; %NULL when the rules allow none
 * @bound: least loss or highest present value that any set could have; that of @set when it is the best
 * @nodes: how many partial sets were looked at
 * @n_simulated: how many sets were simulated, for a bad year
 */
typedef struct
{
  MzPortfolioStatus status;
  MzPortfolioSet *set;
  double bound;
  guint64 nodes;
  guint n_simulated;
} MzPortfolioAnswer;

void mz_portfolio_answer_free (MzPortfolioAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPortfolioAnswer, mz_portfolio_answer_free)

/**
 * mz_portfolio_choose:
 * @self: a portfolio
 * @question: the aim and the caps
 * @cancellable: (nullable): stops the search within some milliseconds
 * @error: return location for an error
 *
 * Chooses the best set. Among sets that are equal to the yen the one that costs least this year wins (or over the
 * horizon, as the question says), then by the other of the two, then the one of fewest steps, then the one whose steps stand first: the same question has always the same
 * answer. Fails with %MZ_ERROR_INVALID_INPUT for too many steps, with the errors of the simulation, and with
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the answer
 */
MzPortfolioAnswer *mz_portfolio_choose (const MzPortfolio *self,
                                        const MzPortfolioQuestion *question,
                                        GCancellable *cancellable, GError **error);

/**
 * MzFrontier:
 * @money: what the sets are ordered by
 * @points: (element-type MzPortfolioSet): the efficient sets, cheapest first: no other set costs as little and leaves less
 * @complete: whether these are all; else more lie between them, but each that is here is efficient
 * @exact: whether every search ran to its end
 */
typedef struct
{
  MzPortfolioMoney money;
  GPtrArray *points;
  gboolean complete;
  gboolean exact;
} MzFrontier;

void mz_frontier_free (MzFrontier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzFrontier, mz_frontier_free)

/**
 * mz_portfolio_frontier:
 * @self: a portfolio
 * @money: what the sets cost
 * @question: the caps, all of which hold; the aim is always the expected loss
 * @most: the most points, 2 or more
 * @cancellable: (nullable): stops the search
 * @error: return location for an error
 *
 * Money against the expected loss that is left. Leave out the cap of the axis to see what lies beyond it.
 *
 * Returns: (transfer full) (nullable): the frontier; without points when the rules allow no set
 */
MzFrontier *mz_portfolio_frontier (const MzPortfolio *self, MzPortfolioMoney money,
                                   const MzPortfolioQuestion *question, guint most,
                                   GCancellable *cancellable, GError **error);

/** mz_frontier_money: Returns: what @set costs on the axis of @self, in yen */
gint64 mz_frontier_money (const MzFrontier *self, const MzPortfolioSet *set);

/**
 * MzBudget:
 * @portfolio: what was chosen from
 * @question: what was asked
 * @answer: the best set
 * @frontier: what less and more money this year would leave, the cap of later years kept
 *
 * One question with all of its answer, as a page shows it.
 */
typedef struct
{
  MzPortfolio *portfolio;
  MzPortfolioQuestion question;
  MzPortfolioAnswer *answer;
  MzFrontier *frontier;
} MzBudget;

/**
 * mz_budget_new:
 * @portfolio: (transfer full): what to choose from
 * @question: the aim and the caps
 * @cancellable: (nullable): stops the search
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the answer with its frontier; the errors of mz_portfolio_choose()
 */
MzBudget *mz_budget_new (MzPortfolio *portfolio, const MzPortfolioQuestion *question,
                         GCancellable *cancellable, GError **error);

void mz_budget_free (MzBudget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzBudget, mz_budget_free)

/**
 * mz_portfolio_answer_sentence:
 *
 * Returns: (transfer full): how sure the answer is, or why there is none, in words
 */
char *mz_portfolio_answer_sentence (const MzPortfolio *self, const MzPortfolioAnswer *answer,
                                    const MzPortfolioQuestion *question);

/**
 * mz_portfolio_why:
 * @self: a portfolio
 * @set: a set
 * @step: index of a step in it
 *
 * Returns: (transfer full): why the step is in the set: must-have, needed by others, or what it lowers; one phrase
 */
char *mz_portfolio_why (const MzPortfolio *self, const MzPortfolioSet *set, guint step);

/**
 * mz_portfolio_scenario_edit:
 * @self: a portfolio of @model
 * @model: the model
 * @set: a set
 * @title: what the scenario is called
 * @id: (out) (optional) (transfer full): id of the new scenario
 *
 * Makes a scenario of a set: it contains the options that have a chosen step, less the steps of them that were not chosen.
 * No step is copied, so what is changed in a step later changes everywhere.
 *
 * Returns: (transfer full): the edit, still to be prepared
 */
MzEdit *mz_portfolio_scenario_edit (const MzPortfolio *self, MzModel *model,
                                    const MzPortfolioSet *set, const char *title, char **id);

G_END_DECLS
