/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Exact signs, bisection and extrema of a polynomial with whole coefficients. */

#include "config.h"

#include "polynomial-private.h"

#include <math.h>
#include <string.h>

/* A point is m·2^-s with m < 2^53 and s <= 72, so the scaled value stays below 2^(82 + 72·30 +
 * 5) and its sign bit has room in 40 words. */
#define N_LIMBS 40

/* Horner's rule in doubles is off by less than 2·30 roundings, 7·10^-15 of the absolute sum:
 * beyond this share its sign is certain and the exact one need not be formed. */
#define CERTAIN_SHARE 1e-13

__extension__ typedef unsigned __int128 MzUint128;

/* A whole number in two's complement, least word first. */
typedef struct
{
  guint64 limbs[N_LIMBS];
} Wide;

static void
wide_multiply (Wide *value, guint64 factor)
{
  MzUint128 carry = 0;

  for (int i = 0; i < N_LIMBS; i++)
    {
      carry += (MzUint128)value->limbs[i] * factor;
      value->limbs[i] = (guint64)carry;
      carry >>= 64;
    }
}

/* value += addend·2^shift */
static void
wide_add_shifted (Wide *value, MzInt128 addend, int shift)
{
  guint64 sign = addend < 0 ? G_MAXUINT64 : 0;
  guint64 words[N_LIMBS + 1];
  MzUint128 carry = 0;
  int first = shift / 64;
  int bits = shift % 64;

  for (int i = 0; i <= N_LIMBS; i++)
    words[i] = sign;
  words[0] = (guint64)addend;
  words[1] = (guint64)((MzUint128)addend >> 64);

  for (int i = first; i < N_LIMBS; i++)
    {
      int j = i - first;
      guint64 word = words[j] << bits;

      if (bits > 0 && j > 0)
        word |= words[j - 1] >> (64 - bits);
      carry += (MzUint128)value->limbs[i] + word;
      value->limbs[i] = (guint64)carry;
      carry >>= 64;
    }
}

static int
wide_sign (const Wide *value)
{
  if (value->limbs[N_LIMBS - 1] >> 63)
    return -1;
  for (int i = 0; i < N_LIMBS; i++)
    if (value->limbs[i] != 0)
      return 1;
  return 0;
}

/* Horner's rule on x = m·2^-shift, scaled by 2^(shift·degree). */
static int
exact_sign (const MzPolynomial *polynomial, double x)
{
  Wide value = {{0}};
  int exponent;
  guint64 mantissa = (guint64)ldexp (frexp (x, &exponent), 53);
  int shift = 53 - exponent;

  for (int i = polynomial->degree; i >= 0; i--)
    {
      wide_multiply (&value, mantissa);
      wide_add_shifted (&value, polynomial->coefficients[i], shift * (polynomial->degree - i));
    }
  return wide_sign (&value);
}

static void
evaluate (const MzPolynomial *polynomial, double x, double *value, double *absolute)
{
  *value = 0;
  *absolute = 0;
  for (int i = polynomial->degree; i >= 0; i--)
    {
      double coefficient = (double)polynomial->coefficients[i];

      *value = *value * x + coefficient;
      *absolute = *absolute * x + fabs (coefficient);
    }
}

/* Positive doubles have the order of their bits, so halving the bits halves the doubles between
 * two points, and a bracket closes in less than 64 steps whether its root is tiny or huge. */
static double
halfway (double low, double high)
{
  guint64 low_bits;
  guint64 high_bits;
  guint64 bits;
  double middle;

  memcpy (&low_bits, &low, sizeof low);
  memcpy (&high_bits, &high, sizeof high);
  bits = low_bits + (high_bits - low_bits) / 2;
  memcpy (&middle, &bits, sizeof middle);
  return middle;
}

/* Between two neighbours of low, @extrema, high the polynomial is monotone, so it crosses zero
 * at most once there. */
static void
cross (const MzPolynomial *polynomial, double low, double high, const MzCrossings *extrema,
       MzCrossings *crossings)
{
  double last_point = low;
  int last_sign = mz_polynomial_sign (polynomial, low);

  crossings->n_points = 0;
  for (int i = 0; i <= extrema->n_points; i++)
    {
      double point = i < extrema->n_points ? extrema->points[i] : high;
      int sign = mz_polynomial_sign (polynomial, point);

      if (sign == 0)
        continue;
      if (last_sign != 0 && sign != last_sign)
        {
          crossings->points[crossings->n_points] =
              mz_polynomial_bisect (polynomial, last_point, point);
          crossings->signs_before[crossings->n_points++] = last_sign;
        }
      last_sign = sign;
      last_point = point;
    }
}

void
mz_polynomial_derive (const MzPolynomial *polynomial, int order, MzPolynomial *derived)
{
  MzInt128 binomial = 1;

  derived->degree = MAX (polynomial->degree - order, 0);
  derived->coefficients[0] = 0;
  for (int i = order; i <= polynomial->degree; i++)
    {
      /* binomial = i over order */
      derived->coefficients[i - order] = binomial * polynomial->coefficients[i];
      binomial = binomial * (i + 1) / (i + 1 - order);
    }
}

int
mz_polynomial_sign (const MzPolynomial *polynomial, double x)
{
  double value;
  double absolute;

  evaluate (polynomial, x, &value, &absolute);
  if (fabs (value) > CERTAIN_SHARE * absolute)
    return value > 0 ? 1 : -1;
  return exact_sign (polynomial, x);
}

double
mz_polynomial_relative_size (const MzPolynomial *polynomial, double x)
{
  double value;
  double absolute;

  evaluate (polynomial, x, &value, &absolute);
  return absolute > 0 ? fabs (value) / absolute : 0;
}

double
mz_polynomial_bisect (const MzPolynomial *polynomial, double low, double high)
{
  int low_sign = mz_polynomial_sign (polynomial, low);

  for (double middle = halfway (low, high); middle > low && middle < high;
       middle = halfway (low, high))
    {
      int sign = mz_polynomial_sign (polynomial, middle);

      if (sign == 0)
        return middle;
      if (sign == low_sign)
        low = middle;
      else
        high = middle;
    }
  return high;
}

int
mz_polynomial_count_variations (const MzPolynomial *polynomial)
{
  int variations = 0;
  int last = 0;

  for (int i = 0; i <= polynomial->degree; i++)
    {
      MzInt128 coefficient = polynomial->coefficients[i];
      int sign = (coefficient > 0) - (coefficient < 0);

      if (sign != 0 && last != 0 && sign != last)
        variations++;
      if (sign != 0)
        last = sign;
    }
  return variations;
}

/* From the highest derivative that Descartes' rule settles down to the first: the crossings of
 * each are the extrema of the one before. */
void
mz_polynomial_extrema (const MzPolynomial *polynomial, double low, double high,
                       MzCrossings *extrema)
{
  MzCrossings found = {0};
  MzPolynomial derived;
  int order = 1;

  for (mz_polynomial_derive (polynomial, order, &derived);
       mz_polynomial_count_variations (&derived) > 1;)
    mz_polynomial_derive (polynomial, ++order, &derived);

  for (; order >= 1; order--)
    {
      MzCrossings next;

      mz_polynomial_derive (polynomial, order, &derived);
      cross (&derived, low, high, &found, &next);
      found = next;
    }
  *extrema = found;
}
