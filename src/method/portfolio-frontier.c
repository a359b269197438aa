/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The efficient frontier: the sets that no other one beats in money and in expected loss at once.
 *
 * Each point is the answer to "the least loss for at most so much", and among equal losses the cheapest: nothing that
 * costs as little leaves less. Between two neighbours the money is halved and asked for again; where nothing new is found
 * below the half, the question is one yen less than the upper point. When that gives the lower one, nothing lies between
 * them. The widest interval is looked into first, so that the points are well spread wherever it stops. */

#include "config.h"

#include "portfolio-private.h"

#include <math.h>

/* Between two neighbours; nothing new costs up to @empty. */
typedef struct
{
  MzPortfolioSet *low;
  MzPortfolioSet *high;
  gint64 empty;
} Gap;

typedef struct
{
  const MzPortfolio *portfolio;
  MzPortfolioQuestion question;
  GCancellable *cancellable;
  MzFrontier *frontier;
  GArray *gaps;
} Sweep;

void
mz_frontier_free (MzFrontier *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->points);
  g_free (self);
}

gint64
mz_frontier_money (const MzFrontier *self, const MzPortfolioSet *set)
{
  g_return_val_if_fail (self != NULL && set != NULL, 0);

  return self->money == MZ_PORTFOLIO_TOTAL ? set->total : set->this_year;
}

/* Lowers a cap to @cap. */
static MzMaybe
at_most (MzMaybe cap, gint64 most)
{
  return MZ_SOME (cap.is_set ? MIN (cap.value, most) : most);
}

/* The set of least loss for at most @money, and of those the one of least money on the axis. */
static gboolean
ask (Sweep *self, const gint64 *money, const MzPortfolioSet *start, MzPortfolioSet **set,
     GError **error)
{
  MzPortfolioQuestion question = self->question;
  g_autoptr (MzPortfolioAnswer) answer = NULL;

  *set = NULL;
  if (money != NULL && self->frontier->money == MZ_PORTFOLIO_TOTAL)
    question.total = at_most (question.total, *money);
  else if (money != NULL)
    question.this_year = at_most (question.this_year, *money);
  answer = mz_portfolio_search (self->portfolio, &question, start != NULL ? start->chosen : NULL,
                                self->cancellable, error);
  if (answer == NULL)
    return FALSE;
  if (answer->status == MZ_PORTFOLIO_FOUND)
    self->frontier->exact = FALSE;
  *set = g_steal_pointer (&answer->set);
  return TRUE;
}

/* Takes @set as a point unless @low is as good and as cheap; then NULL. */
static MzPortfolioSet *
take (Sweep *self, MzPortfolioSet *set, const MzPortfolioSet *low)
{
  if (low != NULL &&
      mz_frontier_money (self->frontier, set) <= mz_frontier_money (self->frontier, low))
    {
      mz_portfolio_set_free (set);
      return NULL;
    }
  if (low != NULL && round (set->loss) >= round (low->loss))
    {
      mz_portfolio_set_free (set);
      return NULL;
    }
  g_ptr_array_add (self->frontier->points, set);
  return set;
}

static void
add_gap (Sweep *self, MzPortfolioSet *low, MzPortfolioSet *high, gint64 empty)
{
  Gap gap = {low, high, MAX (empty, mz_frontier_money (self->frontier, low))};

  if (mz_frontier_money (self->frontier, high) - gap.empty > 1)
    g_array_append_val (self->gaps, gap);
}

static Gap
take_widest (Sweep *self)
{
  guint widest = 0;
  Gap gap;

  for (guint i = 1; i < self->gaps->len; i++)
    {
      const Gap *a = &g_array_index (self->gaps, Gap, i);
      const Gap *b = &g_array_index (self->gaps, Gap, widest);

      if (mz_frontier_money (self->frontier, a->high) - a->empty >
          mz_frontier_money (self->frontier, b->high) - b->empty)
        widest = i;
    }
  gap = g_array_index (self->gaps, Gap, widest);
  g_array_remove_index (self->gaps, widest);
  return gap;
}

static gboolean
look_into (Sweep *self, const Gap *gap, GError **error)
{
  gint64 high = mz_frontier_money (self->frontier, gap->high);
  gint64 half = gap->empty + (high - gap->empty) / 2;
  MzPortfolioSet *set;

  if (half < high - 1)
    {
      if (!ask (self, &half, gap->low, &set, error))
        return FALSE;
      set = set != NULL ? take (self, set, gap->low) : NULL;
      if (set != NULL)
        {
          add_gap (self, gap->low, set, gap->empty);
          add_gap (self, set, gap->high, half);
          return TRUE;
        }
    }
  half = high - 1;
  if (!ask (self, &half, gap->low, &set, error))
    return FALSE;
  set = set != NULL ? take (self, set, gap->low) : NULL;
  if (set != NULL)
    add_gap (self, gap->low, set, gap->empty);
  return TRUE;
}

static int
compare_money (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 x = mz_frontier_money (data, *(const MzPortfolioSet *const *)a);
  gint64 y = mz_frontier_money (data, *(const MzPortfolioSet *const *)b);

  return (x > y) - (x < y);
}

static gint64
money_of (const Sweep *self, guint step)
{
  const MzPortfolioStep *from = &g_array_index (self->portfolio->steps, MzPortfolioStep, step);
  int last = self->frontier->money == MZ_PORTFOLIO_TOTAL ? self->portfolio->horizon : 0;
  gint64 sum = 0;

  for (int t = 0; t <= last; t++)
    sum += from->costs[t];
  return sum;
}

/* What no allowed set costs less than: the must-haves with what they need, and every step that saves money. */
static gint64
least_money (const Sweep *self)
{
  const MzPortfolio *portfolio = self->portfolio;
  guint n = portfolio->steps->len;
  g_autofree gboolean *musts = g_new0 (gboolean, n + 1);
  gboolean grown = TRUE;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    musts[i] = g_array_index (portfolio->steps, MzPortfolioStep, i).must;
  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < portfolio->needs->len; i++)
        {
          const MzPortfolioPair *pair = &g_array_index (portfolio->needs, MzPortfolioPair, i);

          if (musts[pair->step] && !musts[pair->other])
            musts[pair->other] = grown = TRUE;
        }
    }
  for (guint i = 0; i < n; i++)
    sum += musts[i] ? money_of (self, i) : MIN (money_of (self, i), 0);
  return sum;
}

/* The cheapest allowed set, of those the one of least loss; NULL when that is @high. Where no step saves money it costs
 * what the must-haves do, which is asked for first. */
static gboolean
cheapest (Sweep *self, const MzPortfolioSet *high, MzPortfolioSet **low, GError **error)
{
  gint64 top = mz_frontier_money (self->frontier, high) - 1, bottom = least_money (self);
  gint64 money = bottom;

  for (*low = NULL; bottom <= top; money = bottom + (top - bottom) / 2)
    {
      MzPortfolioSet *set;

      if (!ask (self, &money, NULL, &set, error))
        return FALSE;
      if (set == NULL)
        {
          bottom = money + 1;
          continue;
        }
      mz_portfolio_set_free (*low);
      *low = set;
      top = mz_frontier_money (self->frontier, set) - 1;
    }
  return TRUE;
}

static gboolean
sweep (Sweep *self, guint most, GError **error)
{
  MzPortfolioSet *high, *low;

  if (!ask (self, NULL, NULL, &high, error))
    return FALSE;
  if (high == NULL)
    return TRUE;
  g_ptr_array_add (self->frontier->points, high);
  if (!cheapest (self, high, &low, error))
    return FALSE;
  if (low == NULL)
    return TRUE;
  g_ptr_array_add (self->frontier->points, low);
  add_gap (self, low, high, G_MININT64);
  while (self->gaps->len > 0 && self->frontier->points->len < most)
    {
      Gap gap = take_widest (self);

      if (!look_into (self, &gap, error))
        return FALSE;
    }
  self->frontier->complete = self->gaps->len == 0;
  return TRUE;
}

MzFrontier *
mz_portfolio_frontier (const MzPortfolio *self, MzPortfolioMoney money,
                       const MzPortfolioQuestion *question, guint most, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (MzFrontier) frontier = NULL;
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  Sweep run = {self, *question, cancellable, NULL, gaps};

  g_return_val_if_fail (self != NULL && question != NULL && most >= 2, NULL);

  frontier = g_new0 (MzFrontier, 1);
  frontier->money = money;
  frontier->points = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_portfolio_set_free);
  frontier->complete = frontier->exact = TRUE;
  run.frontier = frontier;
  run.question.aim = MZ_PORTFOLIO_LOSS;
  run.question.money = money;
  if (!sweep (&run, most, error))
    return NULL;
  g_ptr_array_sort_with_data (frontier->points, compare_money, frontier);
  return g_steal_pointer (&frontier);
}
