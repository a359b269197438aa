/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only +, -, *, / and sqrt are used, each of which IEEE 754 rounds correctly: every machine gets the same bits. */

#include "config.h"

#include "distribution-elementary-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

G_STATIC_ASSERT (FLT_EVAL_METHOD == 0);

/* ln 2 in two parts: the first has 32 trailing zero bits, so that its multiples by an exponent are exact. */
#define LN2_HIGH 6.93147180369123816490e-01
#define LN2_LOW 1.90821492927058770002e-10
#define LOG2_E 1.44269504088896338700e+00

static double
power_of_two (int exponent)
{
  guint64 bits = (guint64)(1023 + exponent) << 52;
  double value;
  memcpy (&value, &bits, sizeof value);
  return value;
}

/* e^x to about one unit in the last place: x = k ln 2 + r with |r| <= ln 2 / 2, then Taylor's series of e^r.
 * Below the least normal number the result is 0; above the greatest, the greatest. */
double
mz_exact_exp (double x)
{
  if (x < -708.0)
    return 0.0;
  if (x > 709.0)
    return DBL_MAX;
  int k = (int)(x * LOG2_E + (x < 0.0 ? -0.5 : 0.5));
  double r = (x - k * LN2_HIGH) - k * LN2_LOW;
  double sum = 1.0 / 6227020800.0;
  static const double inverse_factorials[] = {
      1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
      1.0 / 40320.0,     1.0 / 5040.0,     1.0 / 720.0,     1.0 / 120.0,
      1.0 / 24.0,        1.0 / 6.0,        1.0 / 2.0,
  };
  for (guint i = 0; i < G_N_ELEMENTS (inverse_factorials); i++)
    sum = sum * r + inverse_factorials[i];
  sum = (sum * r + 1.0) * r + 1.0;
  /* In two factors, because 2^1024 has no double of its own. */
  return sum * power_of_two (k / 2) * power_of_two (k - k / 2);
}

/* ln x for x > 0: x = 2^k m with m in [sqrt(1/2), sqrt 2), ln m = 2 artanh ((m - 1) / (m + 1)). */
double
mz_exact_log (double x)
{
  int shift = 0;
  if (x < DBL_MIN)
    {
      x *= power_of_two (54);
      shift = -54;
    }
  guint64 bits;
  memcpy (&bits, &x, sizeof bits);
  int k = (int)(bits >> 52) - 1023 + shift;
  bits = (bits & G_GUINT64_CONSTANT (0x000fffffffffffff)) | G_GUINT64_CONSTANT (0x3ff0000000000000);
  double m;
  memcpy (&m, &bits, sizeof m);
  if (m > 1.4142135623730951)
    {
      m *= 0.5;
      k++;
    }
  double s = (m - 1.0) / (m + 1.0), s2 = s * s, sum = 1.0 / 25.0;
  for (int i = 23; i >= 3; i -= 2)
    sum = sum * s2 + 1.0 / i;
  return k * LN2_HIGH + (2.0 * s + (2.0 * s * s2 * sum + k * LN2_LOW));
}

/* The ratio of two polynomials of degree 7, highest coefficient first. */
static double
ratio (const double numerator[8], const double denominator[8], double r)
{
  double num = numerator[0], den = denominator[0];
  for (guint i = 1; i < 8; i++)
    {
      num = num * r + numerator[i];
      den = den * r + denominator[i];
    }
  return num / den;
}

static double
normal_centre (double q)
{
  static const double num[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4,
                               6.7265770927008700853e+4, 4.5921953931549871457e+4,
                               1.3731693765509461125e+4, 1.9715909503065514427e+3,
                               1.3314166789178437745e+2, 3.3871328727963666080e+0};
  static const double den[] = {5.2264952788528545610e+3, 2.8729085735721942674e+4,
                               3.9307895800092710610e+4, 2.1213794301586595867e+4,
                               5.3941960214247511077e+3, 6.8718700749205790830e+2,
                               4.2313330701600911252e+1, 1.0};
  return q * ratio (num, den, 0.180625 - q * q);
}

static double
normal_tail (double r)
{
  static const double num[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                               2.41780725177450611770e-1, 1.27045825245236838258e+0,
                               3.64784832476320460504e+0, 5.76949722146069140550e+0,
                               4.63033784615654529590e+0, 1.42343711074968357734e+0};
  static const double den[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4,
                               1.51986665636164571966e-2, 1.48103976427480074590e-1,
                               6.89767334985100004550e-1, 1.67638483018380384940e+0,
                               2.05319162663775882187e+0, 1.0};
  return ratio (num, den, r - 1.6);
}

static double
normal_far_tail (double r)
{
  static const double num[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                               1.24266094738807843860e-3, 2.65321895265761230930e-2,
                               2.96560571828504891230e-1, 1.78482653991729133580e+0,
                               5.46378491116411436990e+0, 6.65790464350110377720e+0};
  static const double den[] = {2.04426310338993978564e-15, 1.42151175831644588870e-7,
                               1.84631831751005468180e-5,  7.86869131145613259100e-4,
                               1.48753612908506148525e-2,  1.36929880922735805310e-1,
                               5.99832206555887937690e-1,  1.0};
  return ratio (num, den, r - 5.0);
}

/* z with Phi(z) = p for 0 < p <= 1/2, relative error about 1e-16: Wichura, "Algorithm AS 241: The percentage points
 * of the normal distribution", Applied Statistics 37 (1988), 477-484. */
double
mz_normal_lower_quantile (double p)
{
  double q = p - 0.5;
  if (q >= -0.425)
    return normal_centre (q);
  double r = sqrt (-mz_exact_log (p));
  return r <= 5.0 ? -normal_tail (r) : -normal_far_tail (r);
}
