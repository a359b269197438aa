/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Money: whole yen in a signed 64-bit integer, added and rounded so that no yen is ever lost in silence, and the
 * Japanese ways of writing it. Ratios that multiply money are in ratio.h.
 *
 * One entered amount stays within ±10^15 yen (one thousand times the sales of the largest firms). Sums and products
 * stay within ±9·10^15, which a double still counts yen by yen; beyond that the answer is %MZ_ERROR_OVERFLOW. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_MONEY_ENTRY_MAX:
 *
 * Largest absolute value of one entered amount, in yen.
 */
#define MZ_MONEY_ENTRY_MAX G_GINT64_CONSTANT (1000000000000000)

/**
 * MZ_MONEY_SUM_MAX:
 *
 * Largest absolute value of a sum or a product, in yen; below 2^53, so exact in a double.
 */
#define MZ_MONEY_SUM_MAX G_GINT64_CONSTANT (9000000000000000)

/**
 * MzMoneyUnit:
 * @MZ_MONEY_UNIT_YEN: 円, 1 yen
 * @MZ_MONEY_UNIT_THOUSAND: 千円, 10^3 yen
 * @MZ_MONEY_UNIT_MAN: 万円, 10^4 yen
 * @MZ_MONEY_UNIT_MILLION: 百万円, 10^6 yen
 * @MZ_MONEY_UNIT_OKU: 億円, 10^8 yen
 * @MZ_MONEY_UNIT_CHO: 兆円, 10^12 yen
 *
 * The units in which an amount is shown or, when its text names none, read.
 */
typedef enum
{
  MZ_MONEY_UNIT_YEN,
  MZ_MONEY_UNIT_THOUSAND,
  MZ_MONEY_UNIT_MAN,
  MZ_MONEY_UNIT_MILLION,
  MZ_MONEY_UNIT_OKU,
  MZ_MONEY_UNIT_CHO,
} MzMoneyUnit;

/**
 * MZ_MONEY_N_UNITS:
 *
 * How many units #MzMoneyUnit has.
 */
#define MZ_MONEY_N_UNITS 6

/**
 * MzMinusStyle:
 * @MZ_MINUS_HYPHEN: `-1,234`, for machines and English pages
 * @MZ_MINUS_TRIANGLE: `△1,234`, for Japanese screens and reports
 *
 * How a negative number is marked.
 */
typedef enum
{
  MZ_MINUS_HYPHEN,
  MZ_MINUS_TRIANGLE,
} MzMinusStyle;

/**
 * mz_money_check_entry:
 * @yen: an entered amount in yen
 * @field: name of the field it was entered in, for the message
 *
 * Returns: %TRUE when |@yen| <= %MZ_MONEY_ENTRY_MAX, else %MZ_ERROR_INVALID_INPUT
 */
gboolean mz_money_check_entry (gint64 yen, const char *field, GError **error);

/**
 * mz_money_check_sum:
 * @yen: a computed amount in yen
 *
 * Returns: %TRUE when |@yen| <= %MZ_MONEY_SUM_MAX, else %MZ_ERROR_OVERFLOW
 */
gboolean mz_money_check_sum (gint64 yen, GError **error);

/**
 * mz_money_add:
 * @a: yen
 * @b: yen
 * @result: (out): @a + @b; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_money_add (gint64 a, gint64 b, gint64 *result, GError **error);

/**
 * mz_money_subtract:
 * @a: yen
 * @b: yen
 * @result: (out): @a - @b; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_money_subtract (gint64 a, gint64 b, gint64 *result, GError **error);

/**
 * mz_money_sum:
 * @amounts: (array length=n_amounts) (nullable): yen
 * @n_amounts: how many
 * @result: (out): their exact total; 0 for none; untouched on failure
 *
 * Only the total is held against the limit, so the order of the amounts never matters.
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_money_sum (const gint64 *amounts, gsize n_amounts, gint64 *result, GError **error);

/**
 * mz_money_times:
 * @yen: an amount
 * @count: a whole number of times
 * @result: (out): the exact product; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_money_times (gint64 yen, gint64 count, gint64 *result, GError **error);

/**
 * mz_money_times_ppm:
 * @yen: an amount
 * @ppm: a ratio in millionths
 * @result: (out): @yen·@ppm/10^6 in yen, rounded once, half away from zero (四捨五入); untouched on failure
 *
 * Formed in 128 bits. For more than one factor use #MzRatio of ratio.h, which rounds at the end of the chain.
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_money_times_ppm (gint64 yen, gint64 ppm, gint64 *result, GError **error);

/**
 * mz_money_from_double:
 * @value: a real-valued result in yen
 * @result: (out): @value rounded half away from zero; untouched on failure
 *
 * For display and export of present values and simulation results; a rounded value never feeds a calculation again.
 *
 * Returns: %TRUE; %MZ_ERROR_OVERFLOW beyond ±9·10^15 or for an infinity; %MZ_ERROR_UNDEFINED for not-a-number
 */
gboolean mz_money_from_double (double value, gint64 *result, GError **error);

/**
 * mz_money_unit_factor:
 * @unit: a unit
 *
 * Returns: yen in one @unit, a power of ten
 */
gint64 mz_money_unit_factor (MzMoneyUnit unit);

/**
 * mz_money_unit_decimals:
 * @unit: a unit
 *
 * Returns: the decimals shown by default: 1 for 億円, else 0
 */
guint mz_money_unit_decimals (MzMoneyUnit unit);

/**
 * mz_money_unit_nick:
 * @unit: a unit
 *
 * Returns: (transfer none): the name for machines: `yen`, `thousand`, `man`, `million`, `oku`, `cho`
 */
const char *mz_money_unit_nick (MzMoneyUnit unit);

/**
 * mz_money_unit_japanese:
 * @unit: a unit
 *
 * Returns: (transfer none): `円`, `千円`, `万円`, `百万円`, `億円` or `兆円`, whatever the locale
 */
const char *mz_money_unit_japanese (MzMoneyUnit unit);

/**
 * mz_money_unit_label:
 * @unit: a unit
 *
 * Returns: (transfer none): the unit in the language of the screen, for a column heading ("million yen")
 */
const char *mz_money_unit_label (MzMoneyUnit unit);

/**
 * mz_money_unit_from_name:
 * @name: `man`, `万円` or `万`, and so for each unit
 * @unit: (out): the unit; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT for another word
 */
gboolean mz_money_unit_from_name (const char *name, MzMoneyUnit *unit, GError **error);

/**
 * mz_money_parse:
 * @text: (nullable): what a person wrote, UTF-8
 * @default_unit: unit of a text that names neither a unit nor ¥ nor 円; %MZ_MONEY_UNIT_YEN for plain yen
 * @yen: (out): the amount; untouched on failure
 *
 * Reads `1億2千万円`, `1億2,345万円`, `¥1,234`, `△５００`, `(1,000)`, `0.5万`. Digits may be full-width, commas must
 * group by three, the sign is -, +, ▲, △ or a pair of parentheses. Units are 兆 億 千万 百万 十万 万 千, the longest
 * name first, each smaller than the one before; each part stays below the unit before it, and only the last part has
 * decimals. The value must be a whole yen; there is no exponent notation. White space around the text is ignored.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT: empty, malformed, a fraction of a yen, or beyond ±10^15
 */
gboolean mz_money_parse (const char *text, MzMoneyUnit default_unit, gint64 *yen, GError **error);

/**
 * mz_money_format_number:
 * @yen: an amount
 * @unit: the unit to show it in
 * @decimals: digits after the point, 0 to 12; more are cut to 12
 * @minus: how a negative amount is marked
 *
 * Rounds half away from zero and groups by three digits; an amount that rounds to zero has no sign.
 *
 * Returns: (transfer full): the number alone: `1,234.5`
 */
char *mz_money_format_number (gint64 yen, MzMoneyUnit unit, guint decimals, MzMinusStyle minus);

/**
 * mz_money_format:
 * @yen: an amount
 * @unit: the unit to show it in
 * @decimals: digits after the point, 0 to 12
 * @minus: how a negative amount is marked
 *
 * Returns: (transfer full): the number with its unit in the language of the screen: `1,234.5 million yen`
 */
char *mz_money_format (gint64 yen, MzMoneyUnit unit, guint decimals, MzMinusStyle minus);

/**
 * mz_money_format_japanese:
 * @yen: an amount
 * @unit: the unit to show it in
 * @decimals: digits after the point, 0 to 12
 * @minus: how a negative amount is marked
 *
 * Returns: (transfer full): the number with its Japanese unit, whatever the locale: `1,234.5百万円`
 */
char *mz_money_format_japanese (gint64 yen, MzMoneyUnit unit, guint decimals, MzMinusStyle minus);

/**
 * mz_money_echo:
 * @yen: an amount
 * @minus: how a negative amount is marked
 *
 * The exact amount as a Japanese reader says it, to be shown below an entry so that a wrong number of zeros is seen.
 *
 * Returns: (transfer full): `1億2,000万円`, `1兆5円`, `0円`
 */
char *mz_money_echo (gint64 yen, MzMinusStyle minus);

G_END_DECLS
