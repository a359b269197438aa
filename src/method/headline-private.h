/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the headlines share. */

#pragma once

#include "mezasu/headline.h"

/* Years with one decimal, as payback is shown. */
char *mz_headline_years (double years);

/* Whether there is something to decide. */
gboolean mz_headline_has_plan (const MzScenarioResult *scenario);

/* The sentence that there is nothing to decide. */
char *mz_headline_no_plan (void);
