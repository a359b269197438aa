/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inverse of a distribution as the engine asks for it: by the probability of the nearer tail, so that both tails
 * keep their full precision. */

#pragma once

#include "mezasu/distribution.h"

G_BEGIN_DECLS

/* Terms of the power series below: at x <= 1/2 the last is under 2^-54 of the first. */
#define MZ_BETA_TERMS 56

/* The lower tail of a beta distribution near one of its ends. */
typedef struct
{
  double a, b;
  double series[MZ_BETA_TERMS];
} MzBetaEnd;

/* A beta distribution seen from both ends; `end[1]` is the mirrored one. */
typedef struct
{
  MzBetaEnd end[2];
  double complete; /* the complete beta function B(a, b) */
} MzBetaShape;

/* A distribution with what its inverse needs. */
typedef struct
{
  MzDistribution distribution;
  MzBetaShape beta;
} MzInverse;

void mz_beta_shape_init (MzBetaShape *self, double a, double b);
double mz_beta_shape_quantile (const MzBetaShape *self, gboolean upper, double tail, double start);

void mz_inverse_init (MzInverse *self, const MzDistribution *distribution);
double mz_inverse_at (const MzInverse *self, gboolean upper, double tail, double *start);

G_END_DECLS
