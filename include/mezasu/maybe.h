/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values that may not have been given. A missing amount is never 0 in this house: it stays missing until a figure that
 * needs it is missing too. */

#pragma once

#include <glib.h>

#include "mezasu/ratio.h"

G_BEGIN_DECLS

/**
 * MzMaybe:
 * @is_set: whether there is a value
 * @value: the value: yen, ppm or a count, as its field says
 *
 * A whole number, or nothing. All zero bytes are nothing.
 */
typedef struct
{
  gboolean is_set;
  gint64 value;
} MzMaybe;

/**
 * MzMaybeDecimal:
 * @is_set: whether there is a value
 * @value: the value
 *
 * A decimal number exactly as entered, or nothing.
 */
typedef struct
{
  gboolean is_set;
  MzDecimal value;
} MzMaybeDecimal;

/**
 * MzMaybeReal:
 * @is_set: whether there is a value
 * @value: the value, finite
 *
 * A real number, or nothing.
 */
typedef struct
{
  gboolean is_set;
  double value;
} MzMaybeReal;

/**
 * MZ_SOME:
 * @v: a whole number
 *
 * An #MzMaybe that holds @v.
 */
#define MZ_SOME(v) ((MzMaybe){TRUE, (v)})

/**
 * MZ_NONE:
 *
 * An #MzMaybe that holds nothing.
 */
#define MZ_NONE ((MzMaybe){FALSE, 0})

/**
 * MZ_SOME_DECIMAL:
 * @m: digits as an integer
 * @s: digits after the point
 *
 * An #MzMaybeDecimal that holds @m / 10^@s.
 */
#define MZ_SOME_DECIMAL(m, s) ((MzMaybeDecimal){TRUE, {(m), (s)}})

/**
 * MZ_SOME_REAL:
 * @v: a finite number
 *
 * An #MzMaybeReal that holds @v.
 */
#define MZ_SOME_REAL(v) ((MzMaybeReal){TRUE, (v)})

G_END_DECLS
