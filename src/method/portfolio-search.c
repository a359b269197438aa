/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The exact choice: depth first over the steps, each taken and left out, with everything that follows from it by the rules.
 * A part of the tree is dropped only when no set in it can come before the best one so far: its bound is below the best
 * value, or equal to it in whole yen where each of its sets costs more. So the answer is the first set in the
 * order of mz_portfolio_set_compare(), whatever the order of the search. */

#include "config.h"

#include "portfolio-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mezasu/error.h"

/* Seconds of work; far more than forty steps take. */
#define USUAL_LIMIT 3000000
#define SURE_LIMIT 100000000
/* Nodes between two looks at the cancellable. */
#define LOOK_EVERY 256
#define ROOT_ROUNDS 200
#define NODE_ROUNDS 4

#define STEP(self, i) (&g_array_index ((self)->portfolio->steps, MzPortfolioStep, i))

typedef struct
{
  const MzPortfolio *portfolio;
  const MzPortfolioQuestion *question;
  MzBound *bound;
  GCancellable *cancellable;
  MzPortfolioSet *best;
  guint64 nodes;
  guint64 limit;
  gboolean stopped;
  double open; /* the greatest bound of what the limit left unsearched */
  gboolean *chosen;
} Search;

/* Propagation: FALSE when a rule is broken. */

static gboolean
take_out (const Search *self, MzStepState *states, guint step)
{
  const GArray *later = self->bound->needed_by[step];

  if (states[step] == MZ_STEP_IN)
    return FALSE;
  states[step] = MZ_STEP_OUT;
  for (guint i = 0; i < later->len; i++)
    {
      guint other = g_array_index (later, guint, i);

      if (states[other] == MZ_STEP_IN)
        return FALSE;
      states[other] = MZ_STEP_OUT;
    }
  return TRUE;
}

static gboolean
take_one (const Search *self, MzStepState *states, guint step)
{
  const GArray *excludes = self->bound->excludes[step];

  if (states[step] == MZ_STEP_OUT)
    return FALSE;
  states[step] = MZ_STEP_IN;
  for (guint i = 0; i < excludes->len; i++)
    if (!take_out (self, states, g_array_index (excludes, guint, i)))
      return FALSE;
  return TRUE;
}

static gboolean
take_in (const Search *self, MzStepState *states, guint step)
{
  const GArray *needs = self->bound->needs[step];

  for (guint i = 0; i < needs->len; i++)
    if (!take_one (self, states, g_array_index (needs, guint, i)))
      return FALSE;
  return take_one (self, states, step);
}

/* Leaves out every free step that no cap has room for; FALSE when what is chosen breaks a cap whatever comes. */
static gboolean
keep_caps (const Search *self, MzStepState *states)
{
  const MzBound *bound = self->bound;

  for (guint c = 0; c < bound->n_caps; c++)
    {
      const MzBoundCap *cap = &bound->caps[c];
      gint64 least = 0;

      for (guint i = 0; i < bound->n; i++)
        if (states[i] == MZ_STEP_IN || (states[i] == MZ_STEP_FREE && cap->costs[i] < 0))
          least += cap->costs[i];
      if (least > cap->cap)
        return FALSE;
      for (guint i = 0; i < bound->n; i++)
        if (states[i] == MZ_STEP_FREE && cap->costs[i] > 0 && least + cap->costs[i] > cap->cap &&
            !take_out (self, states, i))
          return FALSE;
    }
  return TRUE;
}

/* Whether a free step and all that need it lower nothing any more and save nothing: any allowed set stays allowed and
 * as good without them, and comes first. */
static gboolean
is_idle (const Search *self, const MzStepState *states, const gboolean *lowers, guint step)
{
  const GArray *later = self->bound->needed_by[step];

  for (guint k = 0; k <= later->len; k++)
    {
      guint i = k == 0 ? step : g_array_index (later, guint, k - 1);

      if (states[i] != MZ_STEP_FREE)
        continue;
      if (lowers[i])
        return FALSE;
      for (int t = 0; t <= self->portfolio->horizon; t++)
        if (STEP (self, i)->costs[t] < 0)
          return FALSE;
    }
  return TRUE;
}

/* Leaves out the steps that are idle. With present values a step is idle only when it moves no money at all. */
static void
drop_idle (const Search *self, MzStepState *states)
{
  const MzBound *bound = self->bound;
  g_autofree gboolean *lowers = g_new0 (gboolean, bound->n + 1);

  for (guint c = 0; c < bound->cells->len; c++)
    {
      const MzBoundCell *cell = &g_array_index (bound->cells, MzBoundCell, c);
      double product = 1;

      for (guint i = cell->first; i < cell->end; i++)
        if (states[g_array_index (bound->acts, MzBoundAct, i).step] == MZ_STEP_IN)
          product *= g_array_index (bound->acts, MzBoundAct, i).keep;
      for (guint i = cell->first; product > 0 && i < cell->end; i++)
        lowers[g_array_index (bound->acts, MzBoundAct, i).step] = TRUE;
    }
  for (guint i = 0; self->question->aim == MZ_PORTFOLIO_NPV && i < bound->n; i++)
    for (int t = 0; t <= self->portfolio->horizon; t++)
      if (STEP (self, i)->costs[t] != 0 || STEP (self, i)->net[t] != 0 ||
          STEP (self, i)->taxable[t] != 0)
        lowers[i] = TRUE;
  for (guint i = 0; i < bound->n; i++)
    if (states[i] == MZ_STEP_FREE && is_idle (self, states, lowers, i))
      take_out (self, states, i);
}

/* Candidates. */

static void
offer (Search *self, const gboolean *chosen)
{
  g_autoptr (MzPortfolioSet) set = NULL;

  if (!mz_portfolio_allowed (self->portfolio, self->question, chosen))
    return;
  set = mz_portfolio_value (self->portfolio, chosen);
  if (self->best != NULL &&
      mz_portfolio_set_compare (self->question, self->bound->n, self->best, set) <= 0)
    return;
  g_clear_pointer (&self->best, mz_portfolio_set_free);
  self->best = g_steal_pointer (&set);
}

static void
offer_states (Search *self, const MzStepState *states)
{
  for (guint i = 0; i < self->bound->n; i++)
    self->chosen[i] = states[i] == MZ_STEP_IN;
  offer (self, self->chosen);
}

/* Fills a partial set up by the guess of its bound, likeliest first, as the rules and caps allow. */
static void
fill_up (Search *self, const MzStepState *states, const double *point)
{
  guint n = self->bound->n;
  g_autofree MzStepState *now = g_memdup2 (states, n * sizeof *states);
  g_autofree MzStepState *next = g_new0 (MzStepState, n + 1);

  for (;;)
    {
      guint found = n;

      for (guint i = 0; i < n; i++)
        if (now[i] == MZ_STEP_FREE && point[i] > 0.02 && (found == n || point[i] > point[found]))
          found = i;
      if (found == n)
        break;
      memcpy (next, now, n * sizeof *next);
      if (take_in (self, next, found) && keep_caps (self, next))
        memcpy (now, next, n * sizeof *next);
      else if (!take_out (self, now, found))
        break;
    }
  offer_states (self, now);
}

/* The search. */

/* The money by which ties are broken. */
static gint64
money_of (const Search *self, guint step)
{
  int last = self->question->money == MZ_PORTFOLIO_TOTAL ? self->portfolio->horizon : 0;
  gint64 sum = 0;

  for (int t = 0; t <= last; t++)
    sum += STEP (self, step)->costs[t];
  return sum;
}

/* The least of it that a completion costs. */
static gint64
least_money (const Search *self, const MzStepState *states)
{
  gint64 least = 0;

  for (guint i = 0; i < self->bound->n; i++)
    if (states[i] == MZ_STEP_IN)
      least += money_of (self, i);
    else if (states[i] == MZ_STEP_FREE)
      least += MIN (money_of (self, i), 0);
  return least;
}

static gboolean
cannot_win (const Search *self, const MzStepState *states, double bound)
{
  double value;

  if (self->best == NULL)
    return FALSE;
  value = mz_portfolio_rank (self->question->aim, self->best);
  return floor (bound) < value ||
         (floor (bound) <= value &&
          least_money (self, states) > (self->question->money == MZ_PORTFOLIO_TOTAL
                                            ? self->best->total
                                            : self->best->this_year));
}

/* The step whose guess is least clear; those that nobody guesses at go by what they stand first. */
static guint
branch_step (const Search *self, const MzStepState *states, const double *point)
{
  guint found = self->bound->n;
  double clearest = 2;

  for (guint i = 0; i < self->bound->n; i++)
    {
      double clear = fabs (point[i] - 0.5);

      if (states[i] == MZ_STEP_FREE && clear < clearest)
        {
          clearest = clear;
          found = i;
        }
    }
  return found;
}

static void
search (Search *self, const MzStepState *states, const MzBoundHint *from, guint rounds)
{
  guint n = self->bound->n, step;
  g_autofree MzStepState *now = g_memdup2 (states, (n + 1) * sizeof *states);
  g_autofree double *point = g_memdup2 (from->point, (n + 1) * sizeof (double));
  g_autofree double *prices = g_memdup2 (from->prices, (self->bound->n_caps + 1) * sizeof (double));
  MzBoundHint hint = {point, prices};
  double enough, bound;

  self->nodes++;
  if (self->nodes % LOOK_EVERY == 0 && g_cancellable_is_cancelled (self->cancellable))
    self->stopped = TRUE;
  if (self->stopped || !keep_caps (self, now))
    return;
  drop_idle (self, now);
  enough = self->best != NULL
               ? mz_portfolio_rank (self->question->aim, self->best) - self->bound->slack
               : -INFINITY;
  bound = mz_bound_value (self->bound, now, enough, rounds, &hint);
  if (cannot_win (self, now, bound))
    return;
  if (self->nodes >= self->limit)
    {
      self->open = MAX (self->open, bound);
      return;
    }
  step = branch_step (self, now, point);
  if (step == n)
    {
      offer_states (self, now);
      return;
    }
  if (rounds == ROOT_ROUNDS || self->nodes % 64 == 0)
    fill_up (self, now, point);
  for (guint k = 0; k < 2; k++)
    {
      g_autofree MzStepState *next = g_memdup2 (now, (n + 1) * sizeof *now);
      gboolean in = (point[step] >= 0.5) == (k == 0);

      if (in ? take_in (self, next, step) : take_out (self, next, step))
        search (self, next, &hint, NODE_ROUNDS);
    }
}

/* What is sure before anything is chosen; FALSE when the must-haves contradict each other or break a cap. */
static gboolean
take_musts (const Search *self, MzStepState *states, MzPortfolioStatus *status)
{
  *status = MZ_PORTFOLIO_CONTRADICTION;
  for (guint i = 0; i < self->bound->n; i++)
    if (STEP (self, i)->must && !take_in (self, states, i))
      return FALSE;
  /* A step that needs what it rules out can never be. */
  for (guint i = 0; i < self->bound->n; i++)
    if (states[i] == MZ_STEP_FREE)
      {
        g_autofree MzStepState *alone = g_memdup2 (states, (self->bound->n + 1) * sizeof *states);

        if (!take_in (self, alone, i) && !take_out (self, states, i))
          return FALSE;
      }
  *status = MZ_PORTFOLIO_OVER_CAP;
  return TRUE;
}

static guint64
limit_of (const MzPortfolio *portfolio, const MzPortfolioQuestion *question)
{
  if (question->node_limit > 0)
    return question->node_limit;
  return portfolio->steps->len <= MZ_PORTFOLIO_SURE_STEPS ? SURE_LIMIT : USUAL_LIMIT / 10;
}

static MzPortfolioAnswer *
answer_of (Search *self, MzPortfolioStatus without)
{
  MzPortfolioAnswer *answer = g_new0 (MzPortfolioAnswer, 1);
  gboolean complete = self->open == -INFINITY;

  answer->nodes = self->nodes;
  answer->set = g_steal_pointer (&self->best);
  answer->status = answer->set == NULL ? without
                   : complete          ? MZ_PORTFOLIO_BEST
                                       : MZ_PORTFOLIO_FOUND;
  if (answer->set != NULL)
    {
      double value = mz_portfolio_rank (self->question->aim, answer->set);
      double bound = complete ? value : MAX (value, self->open);

      answer->bound = self->question->aim == MZ_PORTFOLIO_NPV ? bound : MAX (0, -bound);
    }
  return answer;
}

static void
run (Search *self, const gboolean *start, MzPortfolioStatus *status)
{
  guint n = self->bound->n;
  g_autofree MzStepState *states = g_new0 (MzStepState, n + 1);
  g_autofree double *point = g_new0 (double, n + 1);
  g_autofree double *prices = g_new0 (double, self->bound->n_caps + 1);
  MzBoundHint hint = {point, prices};

  if (!take_musts (self, states, status))
    return;
  if (start != NULL)
    offer (self, start);
  offer_states (self, states);
  search (self, states, &hint, ROOT_ROUNDS);
}

MzPortfolioAnswer *
mz_portfolio_search (const MzPortfolio *self, const MzPortfolioQuestion *question,
                     const gboolean *start, GCancellable *cancellable, GError **error)
{
  g_autoptr (MzBound) bound = NULL;
  g_autofree gboolean *chosen = g_new0 (gboolean, self->steps->len + 1);
  Search search = {.portfolio = self,
                   .question = question,
                   .cancellable = cancellable,
                   .limit = limit_of (self, question),
                   .open = -INFINITY,
                   .chosen = chosen};
  MzPortfolioStatus without = MZ_PORTFOLIO_OVER_CAP;

  if (self->steps->len > MZ_PORTFOLIO_MAX_STEPS)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("Steps are chosen among at most %d, not %u."), MZ_PORTFOLIO_MAX_STEPS,
                   self->steps->len);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  bound = mz_bound_new (self, question);
  search.bound = bound;
  run (&search, start, &without);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_clear_pointer (&search.best, mz_portfolio_set_free);
      return NULL;
    }
  return answer_of (&search, without);
}
