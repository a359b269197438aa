/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An upper bound of what any completion of a partial set is worth.
 *
 * Let S be the chosen steps and F the free ones. The value of S with a part T of F is
 *
 *   V(S + T) <= base + sum over chosen of linear + sum over cells w (1 - prod over acts of chosen steps of keep)
 *
 * with equality for the expected loss. For the present value a cell holds the years from one possible start to the next,
 * each step starting as early as it can alone; the set's own starts are never earlier, an entered avoided loss only takes
 * a risk's line away, and the tax of a firm that must have its own profit is never below the linear one. So the right
 * side is never too small, but for rounding to yen, which `slack` covers.
 *
 * 1. A cell by a plane. With P the product over S, the cell is w (1 - P prod over T of keep), 0 <= keep <= 1. Two planes
 *    lie nowhere below it on sets T, as functions of the incidence x of T:
 *    - the sum of what each step adds alone, w (1 - P) + sum w P (1 - keep_s) x_s, since what a step adds to a larger set is
 *      never more (prod (1 - m) >= 1 - sum m);
 *    - the tangent at any point p of w (1 - P exp (-sum a_s x_s)), a_s = -ln keep_s, which is concave and equals the cell at
 *      every incidence. (A keep of 0 is taken as e^-40 there; the difference, w e^-40, is added.)
 *    Each cell takes the one that is lower at p. A sum of planes that are nowhere too low is nowhere too low.
 * 2. The caps by prices. For any prices y >= 0: max of c x under A x <= b is at most y b + max of (c - y A) x. That maximum
 *    is taken over what is left of the rules: each step with one of the steps that it needs, a forest, where the best
 *    closed part is the sum over roots of max (0, own + children); and pairs that rule each other out under one parent,
 *    of which only the better counts. Dropping the other rules enlarges the set that is maximised over.
 *
 * Point and prices are only guesses: every guess gives a valid bound, good guesses a tight one. They are improved by a few
 * rounds (Frank and Wolfe's for the point, a subgradient step for the prices) from those of the parent node. */

#include "config.h"

#include "portfolio-private.h"

#include <math.h>
#include <string.h>

#define STEP(self, i) (&g_array_index ((self)->portfolio->steps, MzPortfolioStep, i))
/* -ln of the keep that stands for 0. */
#define STEEPEST 40.0

/* Making. */

static double
discount (const MzPortfolio *portfolio, int year)
{
  return pow (1 + portfolio->rate, -year);
}

/* The part of a yen before tax that is left after the linear tax. */
static double
after_tax (const MzPortfolio *portfolio)
{
  return portfolio->taxed ? 1 - (double)portfolio->tax_rate / 1e6 : 1;
}

static void
set_linear (MzBound *self)
{
  const MzPortfolio *portfolio = self->portfolio;
  double tax = 1 - after_tax (portfolio);

  for (guint i = 0; self->aim == MZ_PORTFOLIO_NPV && i < self->n; i++)
    for (int t = 0; t <= portfolio->horizon; t++)
      self->linear[i] += discount (portfolio, t) * ((double)STEP (self, i)->net[t] -
                                                    tax * (double)STEP (self, i)->taxable[t]);
}

static void
add_act (MzBound *self, const MzPortfolioEffect *effect)
{
  double keep = CLAMP (effect->keep_frequency * effect->keep_loss, 0, 1);
  MzBoundAct act = {effect->step, keep, keep > 0 ? MIN (-log (keep), STEEPEST) : STEEPEST};

  if (keep < 1)
    g_array_append_val (self->acts, act);
}

/* A cell of the effects of one risk that can have begun in year @until. */
static void
add_cell (MzBound *self, guint first, guint end, double weight, int until)
{
  MzBoundCell cell = {weight, self->acts->len, 0};

  for (guint i = first; i < end; i++)
    {
      const MzPortfolioEffect *effect =
          &g_array_index (self->portfolio->effects, MzPortfolioEffect, i);
      const MzPortfolioStep *step = STEP (self, effect->step);

      if (MAX (step->from_year, step->last_investment + 1) <= until)
        add_act (self, effect);
    }
  cell.end = self->acts->len;
  if (cell.end > cell.first && weight > 0)
    g_array_append_val (self->cells, cell);
}

static gboolean
begins_in (const MzBound *self, guint first, guint end, int year)
{
  for (guint i = first; i < end; i++)
    {
      const MzPortfolioStep *step =
          STEP (self, g_array_index (self->portfolio->effects, MzPortfolioEffect, i).step);

      if (MAX (step->from_year, step->last_investment + 1) == year)
        return TRUE;
    }
  return FALSE;
}

static void
add_risk (MzBound *self, guint first, guint end)
{
  const MzPortfolio *portfolio = self->portfolio;
  guint index = g_array_index (portfolio->effects, MzPortfolioEffect, first).risk;
  double ale = g_array_index (portfolio->risks, MzPortfolioRisk, index).ale, weight = 0;
  int from = 0;

  if (self->aim != MZ_PORTFOLIO_NPV)
    {
      add_cell (self, first, end, ale, G_MAXINT);
      return;
    }
  for (int t = 0; t <= portfolio->horizon; t++)
    {
      if (t > 0 && begins_in (self, first, end, t))
        {
          add_cell (self, first, end, weight, from);
          weight = 0;
          from = t;
        }
      weight += ale * discount (portfolio, t) * after_tax (portfolio);
    }
  add_cell (self, first, end, weight, from);
}

static void
set_cells (MzBound *self)
{
  const GArray *effects = self->portfolio->effects;

  for (guint first = 0, end; first < effects->len; first = end)
    {
      for (end = first;
           end < effects->len && g_array_index (effects, MzPortfolioEffect, end).risk ==
                                     g_array_index (effects, MzPortfolioEffect, first).risk;)
        end++;
      add_risk (self, first, end);
    }
}

static void
set_base (MzBound *self)
{
  const MzPortfolio *portfolio = self->portfolio;
  double factors = 0, size = 0;

  for (guint i = 0; i < portfolio->risks->len; i++)
    size += g_array_index (portfolio->risks, MzPortfolioRisk, i).ale;
  self->base = self->aim == MZ_PORTFOLIO_NPV ? 0 : -size;
  for (guint i = 0; i < self->cells->len; i++)
    size += g_array_index (self->cells, MzBoundCell, i).weight;
  for (guint i = 0; i < self->n; i++)
    size += fabs (self->linear[i]);
  for (int t = 0; t <= portfolio->horizon; t++)
    factors += discount (portfolio, t);
  /* Half a yen of rounding, and what is lost in the last digits of sums. */
  self->slack = 1e-11 * size + 0.5;
  if (self->aim == MZ_PORTFOLIO_NPV)
    self->slack += 0.5 * ((double)portfolio->risks->len + 2) * factors;
}

/* Caps. */

static void
add_cap (MzBound *self, MzMaybe cap, int first_year, int last_year)
{
  MzBoundCap *to = &self->caps[self->n_caps];
  gint64 most = 0;

  if (!cap.is_set)
    return;
  *to = (MzBoundCap){g_new0 (gint64, self->n + 1), cap.value, 0};
  for (guint i = 0; i < self->n; i++)
    {
      for (int t = first_year; t <= last_year; t++)
        to->costs[i] += STEP (self, i)->costs[t];
      most += MAX (to->costs[i], 0);
      to->scale += fabs ((double)to->costs[i]);
    }
  to->scale = MAX (to->scale, 1);
  for (guint c = 0; c < self->n_caps; c++)
    if (self->caps[c].cap <= to->cap &&
        memcmp (self->caps[c].costs, to->costs, self->n * sizeof (gint64)) == 0)
      most = G_MININT64;
  /* A cap that nothing can break, or that another one makes needless. */
  if (most <= cap.value)
    g_clear_pointer (&to->costs, g_free);
  else
    self->n_caps++;
}

static void
set_caps (MzBound *self, const MzPortfolioQuestion *question)
{
  int horizon = self->portfolio->horizon;

  self->caps = g_new0 (MzBoundCap, (gsize)horizon + 2);
  add_cap (self, question->this_year, 0, 0);
  for (int t = 1; t <= horizon; t++)
    add_cap (self, question->yearly, t, t);
  add_cap (self, question->total, 0, horizon);
}

/* Rules. */

static void
close_needs (const MzBound *self, guint of, guint step)
{
  const GArray *needs = self->portfolio->needs;

  for (guint i = 0; i < needs->len; i++)
    {
      const MzPortfolioPair *pair = &g_array_index (needs, MzPortfolioPair, i);
      gboolean known = pair->other == of;

      if (pair->step != step)
        continue;
      for (guint k = 0; k < self->needs[of]->len; k++)
        known = known || g_array_index (self->needs[of], guint, k) == pair->other;
      if (known)
        continue;
      g_array_append_val (self->needs[of], pair->other);
      g_array_append_val (self->needed_by[pair->other], of);
      close_needs (self, of, pair->other);
    }
}

/* Steps after all that need them: those that need most steps come first. */
static void
set_order (MzBound *self)
{
  guint place = 0;

  for (guint count = self->n + 1; count > 0; count--)
    for (guint i = 0; i < self->n; i++)
      if (self->needs[i]->len == count - 1)
        self->order[place++] = i;
}

static void
set_rules (MzBound *self)
{
  const MzPortfolio *portfolio = self->portfolio;

  for (guint i = 0; i < self->n; i++)
    {
      self->needs[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->needed_by[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->excludes[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->parent[i] = self->mate[i] = -1;
    }
  for (guint i = 0; i < self->n; i++)
    close_needs (self, i, i);
  for (guint i = 0; i < portfolio->needs->len; i++)
    {
      const MzPortfolioPair *pair = &g_array_index (portfolio->needs, MzPortfolioPair, i);

      if (self->parent[pair->step] < 0 && pair->step != pair->other)
        self->parent[pair->step] = (int)pair->other;
    }
  for (guint i = 0; i < portfolio->exclusions->len; i++)
    {
      const MzPortfolioPair *pair = &g_array_index (portfolio->exclusions, MzPortfolioPair, i);

      g_array_append_val (self->excludes[pair->step], pair->other);
      g_array_append_val (self->excludes[pair->other], pair->step);
      if (pair->step == pair->other || self->mate[pair->step] >= 0 || self->mate[pair->other] >= 0)
        continue;
      self->mate[pair->step] = (int)pair->other;
      self->mate[pair->other] = (int)pair->step;
    }
  set_order (self);
}

MzBound *
mz_bound_new (const MzPortfolio *portfolio, const MzPortfolioQuestion *question)
{
  MzBound *self = g_new0 (MzBound, 1);
  guint n = portfolio->steps->len;

  self->portfolio = portfolio;
  self->aim = question->aim;
  self->n = n;
  self->linear = g_new0 (double, n + 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (MzBoundCell));
  self->acts = g_array_new (FALSE, FALSE, sizeof (MzBoundAct));
  self->order = g_new0 (guint, n + 1);
  self->parent = g_new0 (int, n + 1);
  self->mate = g_new0 (int, n + 1);
  self->needs = g_new0 (GArray *, n + 1);
  self->needed_by = g_new0 (GArray *, n + 1);
  self->excludes = g_new0 (GArray *, n + 1);
  set_linear (self);
  set_cells (self);
  set_base (self);
  set_caps (self, question);
  set_rules (self);
  return self;
}

void
mz_bound_free (MzBound *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_array_unref (self->needs[i]);
      g_array_unref (self->needed_by[i]);
      g_array_unref (self->excludes[i]);
    }
  for (guint c = 0; c < self->n_caps; c++)
    g_free (self->caps[c].costs);
  g_free (self->caps);
  g_free (self->linear);
  g_free (self->order);
  g_free (self->parent);
  g_free (self->mate);
  g_free (self->needs);
  g_free (self->needed_by);
  g_free (self->excludes);
  g_array_unref (self->cells);
  g_array_unref (self->acts);
  g_free (self);
}

/* Bounding. */

/* A plane over the free steps: constant + sum of gain. */
typedef struct
{
  double constant;
  double *gain;
} Plane;

static void
add_cell_plane (const MzBound *self, const MzBoundCell *cell, const MzStepState *states,
                const double *point, Plane *plane)
{
  const MzBoundAct *acts = (const MzBoundAct *)(gpointer)self->acts->data;
  double product = 1, exponent = 0, alone = 0, left;

  for (guint i = cell->first; i < cell->end; i++)
    {
      const MzBoundAct *act = &acts[i];

      if (states[act->step] == MZ_STEP_IN)
        product *= act->keep;
      else if (states[act->step] == MZ_STEP_FREE)
        {
          exponent += act->slope * point[act->step];
          alone += (1 - act->keep) * point[act->step];
        }
    }
  plane->constant += cell->weight * (1 - product);
  if (product <= 0)
    return;
  left = exp (-exponent);
  if (alone <= 1 - left)
    {
      for (guint i = cell->first; i < cell->end; i++)
        if (states[acts[i].step] == MZ_STEP_FREE)
          plane->gain[acts[i].step] += cell->weight * product * (1 - acts[i].keep);
      return;
    }
  plane->constant += cell->weight * product * (1 - left - left * exponent + exp (-STEEPEST));
  for (guint i = cell->first; i < cell->end; i++)
    if (states[acts[i].step] == MZ_STEP_FREE)
      plane->gain[acts[i].step] += cell->weight * product * left * acts[i].slope;
}

static void
make_plane (const MzBound *self, const MzStepState *states, const double *point, Plane *plane)
{
  plane->constant = self->base;
  memset (plane->gain, 0, self->n * sizeof (double));
  for (guint i = 0; i < self->n; i++)
    if (states[i] == MZ_STEP_IN)
      plane->constant += self->linear[i];
    else if (states[i] == MZ_STEP_FREE)
      plane->gain[i] = self->linear[i];
  for (guint i = 0; i < self->cells->len; i++)
    add_cell_plane (self, &g_array_index (self->cells, MzBoundCell, i), states, point, plane);
}

/* The best closed part of the forest: its worth, and which steps are in it. */
static double
best_part (const MzBound *self, const MzStepState *states, double *worth, gboolean *taken)
{
  double sum = 0;

  memset (taken, 0, self->n * sizeof *taken);
  /* Children come before their parents: the worth of a parent holds those of its children when it is looked at. */
  for (guint i = 0; i < self->n; i++)
    {
      guint s = self->order[i];
      int parent = self->parent[s], mate = self->mate[s];
      gboolean held = parent >= 0 && states[parent] == MZ_STEP_FREE;
      double more;

      taken[s] = states[s] == MZ_STEP_FREE && worth[s] > 0;
      if (!taken[s])
        continue;
      more = worth[s];
      /* A mate under the same parent that was looked at before counts there already: only what is more is added. */
      if (mate >= 0 && states[mate] == MZ_STEP_FREE && taken[mate] &&
          (self->parent[mate] == parent ||
           (!held && !(self->parent[mate] >= 0 && states[self->parent[mate]] == MZ_STEP_FREE))))
        {
          more = MAX (0, worth[s] - worth[mate]);
          if (more > 0)
            taken[mate] = FALSE;
          else
            taken[s] = FALSE;
        }
      if (held)
        worth[parent] += more;
      else
        sum += more;
    }
  for (guint i = self->n; i > 0; i--)
    {
      guint s = self->order[i - 1];
      int parent = self->parent[s];

      if (taken[s] && parent >= 0 && states[parent] == MZ_STEP_FREE && !taken[parent])
        taken[s] = FALSE;
    }
  return sum;
}

typedef struct
{
  const MzBound *bound;
  const MzStepState *states;
  Plane plane;
  double *worth;
  gboolean *taken;
  double *room; /* by cap: what the free steps may cost */
} Work;

static double
price_out (Work *self, const double *prices)
{
  const MzBound *bound = self->bound;
  double sum = self->plane.constant;

  for (guint c = 0; c < bound->n_caps; c++)
    sum += prices[c] * self->room[c];
  memcpy (self->worth, self->plane.gain, bound->n * sizeof (double));
  for (guint c = 0; c < bound->n_caps; c++)
    if (prices[c] > 0)
      for (guint i = 0; i < bound->n; i++)
        self->worth[i] -= prices[c] * (double)bound->caps[c].costs[i];
  return sum + best_part (bound, self->states, self->worth, self->taken);
}

/* One step of the prices against what the last part costs beyond the room. */
static void
improve_prices (const Work *self, double *prices, double excess)
{
  const MzBound *bound = self->bound;
  double length = 0, over[MZ_YEARS_MAX + 2];

  for (guint c = 0; c < bound->n_caps; c++)
    {
      over[c] = -self->room[c];
      for (guint i = 0; i < bound->n; i++)
        if (self->taken[i])
          over[c] += (double)bound->caps[c].costs[i];
      over[c] /= bound->caps[c].scale;
      if (prices[c] <= 0 && over[c] < 0)
        over[c] = 0;
      length += over[c] * over[c];
    }
  if (length <= 0)
    return;
  for (guint c = 0; c < bound->n_caps; c++)
    prices[c] = MAX (0, prices[c] + excess / length * over[c] / bound->caps[c].scale);
}

double
mz_bound_value (const MzBound *self, const MzStepState *states, double enough, guint rounds,
                MzBoundHint *hint)
{
  guint n = self->n;
  g_autofree double *room = g_new0 (double, self->n_caps + 1);
  g_autofree double *numbers = g_new0 (double, 2 * (gsize)n + 2);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  g_autofree double *prices = g_memdup2 (hint->prices, (self->n_caps + 1) * sizeof (double));
  Work work = {self, states, {0, numbers}, numbers + n + 1, taken, room};
  double best = INFINITY;

  for (guint c = 0; c < self->n_caps; c++)
    {
      gint64 spent = 0;

      for (guint i = 0; i < n; i++)
        spent += states[i] == MZ_STEP_IN ? self->caps[c].costs[i] : 0;
      room[c] = (double)(self->caps[c].cap - spent);
    }
  for (guint round = 0; round < rounds; round++)
    {
      double value, share = 1 / (2 + (double)round);

      make_plane (self, states, hint->point, &work.plane);
      value = price_out (&work, prices);
      if (value < best)
        {
          best = value;
          memcpy (hint->prices, prices, self->n_caps * sizeof (double));
        }
      if (best < enough)
        break;
      for (guint i = 0; i < n; i++)
        if (states[i] == MZ_STEP_FREE)
          hint->point[i] += share * ((taken[i] ? 1 : 0) - hint->point[i]);
      if (isfinite (enough))
        improve_prices (&work, prices, 0.7 * MAX (value - enough, 0));
      else
        improve_prices (&work, prices, 0.02 * fabs (value));
    }
  return best + self->slack;
}
