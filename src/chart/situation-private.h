/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The part of the situation sheet that tells the possible damage. */

#pragma once

#include "cards-private.h"

/* What all classes of damage need at this width, 0 when there are none. */
double mz_situation_damage_height (const MzChartRequest *request, double width);

/* As many classes as @box has room for, the rest counted. */
void mz_situation_damage_draw (const MzDraw *draw, const MzChartRequest *request, const MzBox *box);
