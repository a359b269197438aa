/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of the choice under a budget share: how a set is valued, how the value of all sets that complete a
 * partial one is bounded, and the search. */

#pragma once

#include "mezasu/portfolio.h"

G_BEGIN_DECLS

/* A partial set: what is decided of a step. */
typedef enum
{
  MZ_STEP_FREE,
  MZ_STEP_IN,
  MZ_STEP_OUT,
} MzStepState;

/* A risk over years in which the same steps can act on it: what the steps avoid is weight * (1 - product of keep). */
typedef struct
{
  double weight;
  guint first; /* its acts are acts[first .. end) */
  guint end;
} MzBoundCell;

typedef struct
{
  guint step;
  double keep;
  double slope; /* -ln keep */
} MzBoundAct;

/* A cap: what the steps cost, and the most that the set may cost. */
typedef struct
{
  gint64 *costs; /* by step */
  gint64 cap;
  double scale;
} MzBoundCap;

/* The question as the search sees it. Values are yen to be maximised: the negative loss, or the present value. */
typedef struct
{
  const MzPortfolio *portfolio;
  MzPortfolioAim aim;
  guint n;
  double base;    /* value of the empty set */
  double slack;   /* how much rounding to yen can lift a value above its bound */
  double *linear; /* what a step adds whatever else is chosen */
  GArray *cells;  /* MzBoundCell */
  GArray *acts;   /* MzBoundAct */
  MzBoundCap *caps;
  guint n_caps;
  guint *order;   /* steps, those that are needed after those that need them */
  int *parent;    /* one step that a step needs, -1 for none */
  int *mate;      /* one step that it rules out, each step in one pair at most, -1 for none */
  GArray **needs; /* guint by step: all that it needs, directly or not */
  GArray **needed_by;
  GArray **excludes; /* direct */
} MzBound;

MzBound *mz_bound_new (const MzPortfolio *portfolio, const MzPortfolioQuestion *question);
void mz_bound_free (MzBound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzBound, mz_bound_free)

/* What a node hands to its children: where the bound was tight. Any contents are valid, good ones are tight. */
typedef struct
{
  double *point;  /* by step, 0 … 1 */
  double *prices; /* by cap, 0 or more */
} MzBoundHint;

/* An upper bound of the value of every allowed set that keeps what @states decides. Stops refining when it falls below
 * @enough. @hint is improved. */
double mz_bound_value (const MzBound *self, const MzStepState *states, double enough, guint rounds,
                       MzBoundHint *hint);

/* The value of a set in whole yen, by which sets are ranked. */
double mz_portfolio_rank (MzPortfolioAim aim, const MzPortfolioSet *set);

MzPortfolioSet *mz_portfolio_set_copy (const MzPortfolioSet *self, guint n);

/* Which of two sets is the better one by aim and tie rule: less than 0 when @a is. */
int mz_portfolio_set_compare (const MzPortfolioQuestion *question, guint n, const MzPortfolioSet *a,
                              const MzPortfolioSet *b);

/* Whether a set keeps the caps and the rules. */
gboolean mz_portfolio_allowed (const MzPortfolio *self, const MzPortfolioQuestion *question,
                               const gboolean *chosen);

/* The exact search. @start: (nullable): a set that is allowed. */
MzPortfolioAnswer *
mz_portfolio_search (const MzPortfolio *self, const MzPortfolioQuestion *question,
                     const gboolean *start, GCancellable *cancellable, GError **error);

/* The simulated one. */
MzPortfolioAnswer *
mz_portfolio_least_bad_year (const MzPortfolio *self, const MzPortfolioQuestion *question,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
