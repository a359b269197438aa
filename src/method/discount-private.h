/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Discounting, shared by present value, discounted payback and the modified rate of return. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A finite rate above -1, else %MZ_ERROR_INVALID_INPUT naming @field. */
gboolean mz_discount_check_rate (double rate, const char *field, GError **error);

/* Checks flows and rate and fills @discounted with flow_t/(1+rate)^t, all finite, or says
 * %MZ_ERROR_OVERFLOW. */
gboolean mz_discount_flows (const gint64 *flows, int horizon, double rate, double *discounted,
                            GError **error);

/* The sum of @n values with Neumaier's compensation: exact to about one rounding. */
double mz_discount_sum (const double *values, int n);

G_END_DECLS
