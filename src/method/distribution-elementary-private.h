/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * exp, log and the normal quantile in plain IEEE arithmetic. The C library's own may differ in the last bit from one
 * version or processor to the next; these may not, because simulated losses are made of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The 95 % quantile of the standard normal distribution: a 90 % interval spans it on both sides. */
#define MZ_NORMAL_Z95 1.6448536269514722

double mz_exact_exp (double x);
double mz_exact_log (double x);
double mz_normal_lower_quantile (double p);

G_END_DECLS
