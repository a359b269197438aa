/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Ratios: margins, shares, probabilities and rates as whole parts per million, decimals as written, and chains of
 * factors that are rounded once, at their end. Amounts themselves are in money.h.
 *
 * A person enters a ratio in per cent with up to four decimals; 1 ppm is 0.0001 %, so nothing is rounded on the way in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_PPM:
 *
 * The whole: 10^6 parts per million are 100 %.
 */
#define MZ_PPM G_GINT64_CONSTANT (1000000)

/**
 * MzInt128:
 *
 * A 128-bit integer, for exact products of two 64-bit numbers.
 */
__extension__ typedef __int128 MzInt128;

/**
 * MzRounding:
 * @MZ_ROUNDING_HALF_AWAY: to the nearest whole number, a half away from zero (四捨五入)
 * @MZ_ROUNDING_UP: to the next whole number towards plus infinity (切り上げ)
 *
 * The two roundings the method knows. Each use happens once, at the end of an exact computation.
 */
typedef enum
{
  MZ_ROUNDING_HALF_AWAY,
  MZ_ROUNDING_UP,
} MzRounding;

/**
 * MzDecimal:
 * @mantissa: the digits as an integer
 * @scale: digits after the decimal point, 0 to 18
 *
 * A number exactly as it was written: @mantissa / 10^@scale.
 */
typedef struct
{
  gint64 mantissa;
  guint scale;
} MzDecimal;

/**
 * MZ_RATIO_N_LIMBS:
 *
 * 64-bit words of each half of an #MzRatio: room for seven factors of any 64-bit size in one chain.
 */
#define MZ_RATIO_N_LIMBS 8

/**
 * MzRatio:
 *
 * An exact fraction that is built factor by factor and rounded once. Treat the members as private.
 */
typedef struct
{
  guint64 numerator[MZ_RATIO_N_LIMBS];
  guint64 denominator[MZ_RATIO_N_LIMBS];
  gboolean negative;
  gboolean too_long;
} MzRatio;

/**
 * mz_ratio_start:
 * @ratio: (out): a chain of one factor
 * @value: that factor
 */
void mz_ratio_start (MzRatio *ratio, gint64 value);

/**
 * mz_ratio_multiply:
 * @ratio: a chain
 * @factor: any whole number
 */
void mz_ratio_multiply (MzRatio *ratio, gint64 factor);

/**
 * mz_ratio_divide:
 * @ratio: a chain
 * @divisor: any whole number but 0
 */
void mz_ratio_divide (MzRatio *ratio, gint64 divisor);

/**
 * mz_ratio_multiply_ppm:
 * @ratio: a chain
 * @ppm: a factor in millionths
 */
void mz_ratio_multiply_ppm (MzRatio *ratio, gint64 ppm);

/**
 * mz_ratio_multiply_decimal:
 * @ratio: a chain
 * @factor: a decimal number
 */
void mz_ratio_multiply_decimal (MzRatio *ratio, MzDecimal factor);

/**
 * mz_ratio_divide_decimal:
 * @ratio: a chain
 * @divisor: a decimal number other than 0
 */
void mz_ratio_divide_decimal (MzRatio *ratio, MzDecimal divisor);

/**
 * mz_ratio_to_money:
 * @ratio: a chain that started with an amount in yen
 * @rounding: how its end is rounded
 * @yen: (out): the amount; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_ratio_to_money (const MzRatio *ratio, MzRounding rounding, gint64 *yen, GError **error);

/**
 * mz_ratio_divide_128:
 * @numerator: an exact integer
 * @denominator: an exact integer, not 0
 * @rounding: how the quotient is rounded
 *
 * |@numerator| and |@denominator| must stay below 2^126.
 *
 * Returns: the quotient as a whole number
 */
MzInt128 mz_ratio_divide_128 (MzInt128 numerator, MzInt128 denominator, MzRounding rounding);

/**
 * mz_ratio_check_share:
 * @ppm: a ratio in millionths
 * @field: name of its field, for the message
 *
 * Returns: %TRUE when 0 <= @ppm <= 10^6, else %MZ_ERROR_INVALID_INPUT
 */
gboolean mz_ratio_check_share (gint64 ppm, const char *field, GError **error);

/**
 * mz_ratio_parse_percent:
 * @text: (nullable): a percentage, UTF-8: `12.5`, `12.5 %`, `１２．５％`, `△3`
 * @ppm: (out): millionths; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT: empty, malformed, finer than 0.0001 % or beyond ±10^9 %
 */
gboolean mz_ratio_parse_percent (const char *text, gint64 *ppm, GError **error);

/**
 * mz_ratio_format_percent:
 * @ppm: millionths
 * @min_decimals: digits after the point that are always shown, 0 to 4; further ones only when they are not zero
 *
 * Returns: (transfer full): the exact percentage without its sign for per cent: 125000 -> `12.5`
 */
char *mz_ratio_format_percent (gint64 ppm, guint min_decimals);

/**
 * mz_ratio_round_percent:
 * @ppm: millionths
 * @decimals: digits after the point, 0 to 4
 *
 * Returns: (transfer full): the percentage rounded half away from zero to @decimals digits; what rounds to zero has no
 *   sign: 20050 with 1 -> `2.0`
 */
char *mz_ratio_round_percent (gint64 ppm, guint decimals);

/**
 * mz_decimal_parse:
 * @text: (nullable): a plain decimal number in the C locale, an exponent allowed: `12.50`, `-3`, `1e-7`
 * @field: name of its field, for the message
 * @decimal: (out): the same number, exactly; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT: empty, malformed, or of more than 18 digits
 */
gboolean mz_decimal_parse (const char *text, const char *field, MzDecimal *decimal, GError **error);

/**
 * mz_decimal_from_double:
 * @value: a finite number
 * @field: name of its field, for the message
 * @decimal: (out): the shortest decimal that reads back as @value, rounded to 18 digits after the point where it has
 *   more; untouched on failure
 *
 * A JSON number such as 0.1 means one tenth, not the nearest binary fraction.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT: not finite, or of 10^18 and more
 */
gboolean
mz_decimal_from_double (double value, const char *field, MzDecimal *decimal, GError **error);

/**
 * mz_decimal_sign:
 * @decimal: a decimal number
 *
 * Returns: -1, 0 or 1
 */
int mz_decimal_sign (MzDecimal decimal);

/**
 * mz_decimal_to_double:
 * @decimal: a decimal number
 *
 * Returns: the nearest double, for charts and statistics
 */
double mz_decimal_to_double (MzDecimal decimal);

G_END_DECLS
