/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Positive roots of a polynomial with whole coefficients, as the internal rate of return needs
 * them.
 *
 * The sign at a point is exact: a double is a whole number times a power of two, so the value is
 * a whole number of at most some 2,400 bits. Roots close together, or of high multiplicity, are
 * then no harder than others. */

#pragma once

#include "mezasu/cash-flow.h"
#include "mezasu/ratio.h"

#include <glib.h>

G_BEGIN_DECLS

/* c_0 + c_1 x + ... + c_degree x^degree with |c_i| < 2^82 */
typedef struct {
  int degree;
  MzInt128 coefficients[MZ_YEARS_MAX];
} MzPolynomial;

/* Points at which a polynomial crosses zero, ascending, each to the last bit, and its sign just
 * before each. */
typedef struct {
  int n_points;
  double points[MZ_HORIZON_MAX];
  int signs_before[MZ_HORIZON_MAX];
} MzCrossings;

/* The range in which points may lie: small enough that no power leaves the doubles, fine enough
 * for the exact sign. */
#define MZ_POLYNOMIAL_X_MIN 0x1p-20
#define MZ_POLYNOMIAL_X_MAX 0x1p14

/* @polynomial differentiated @order times and divided by @order!, which keeps its coefficients
 *   whole and small. */
void mz_polynomial_derive (const MzPolynomial *polynomial, int order, MzPolynomial *derived);

/* The exact sign, -1, 0 or 1, at @x within the range above. */
int mz_polynomial_sign (const MzPolynomial *polynomial, double x);

/* |p(x)| / (|c_0| + ... + |c_n x^n|), to some 10^-14; 0 for the zero polynomial. */
double mz_polynomial_relative_size (const MzPolynomial *polynomial, double x);

/* The point between @low and @high, where the signs are opposite, at which the sign changes. */
double mz_polynomial_bisect (const MzPolynomial *polynomial, double low, double high);

/* How often the sign changes along the coefficients: by Descartes' rule, positive roots are no
 * more than that. */
int mz_polynomial_count_variations (const MzPolynomial *polynomial);

/* Where the derivative changes its sign between @low and @high; the sign before tells a maximum
 * from a minimum. */
void mz_polynomial_extrema (const MzPolynomial *polynomial, double low, double high,
                            MzCrossings *extrema);

G_END_DECLS
