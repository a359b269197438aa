/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Bounds that the closed forms share. */

#pragma once

#include <glib.h>

/* An entered amount: 0..10^15 yen. */
gboolean mz_rosi_check_amount (double yen, const char *field, GError **error);

/* 0..1. */
gboolean mz_rosi_check_share (double share, const char *field, GError **error);

/* A computed amount: within ±9·10^15 yen. */
gboolean mz_rosi_check_result (double yen, GError **error);
