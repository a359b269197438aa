/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What amounts and percentages share when they are read and written: folding of full-width signs, and a rounded,
 * grouped number. Private to the model. */

#pragma once

#include <glib.h>

#include "mezasu/money.h"
#include "mezasu/ratio.h"

/* @text without white space around it, its full-width digits, comma, point, signs, parentheses, percent and yen signs
 * folded to ASCII (the yen sign to `\`, which no amount contains); NULL when it is not UTF-8 or has a backslash. */
char *mz_number_fold (const char *text);

/* Takes a leading +, -, ▲ or △ off *@text; TRUE when it meant minus. */
gboolean mz_number_take_sign (const char **text, gboolean *had_sign);

/* @value / 10^@decimals as text. */
char *mz_number_format (MzInt128 value, guint decimals, gboolean group, MzMinusStyle minus);
