#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Writes src/chart/layered-noise.c: quantiles of the standard Gumbel distribution, -ln (-ln ((i + 1/2) / n)) in 1024ths,
# shuffled with seed 20260401. The table is committed because the logarithm may differ between C libraries, and with it
# the drawings.
#
#   tools/gumbel-table.py > src/chart/layered-noise.c

import math
import random

SIZE = 2048
SEED = 20260401
A_LINE = 15

values = [round(-1024 * math.log(-math.log((i + 0.5) / SIZE))) for i in range(SIZE)]
random.Random(SEED).shuffle(values)
print('''/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Noise of the layered layout: quantiles of the standard Gumbel distribution in 1024ths, shuffled. Written by
 * tools/gumbel-table.py, which tells why it is a table. */

#include "config.h"

#include "layered-state-private.h"

/* clang-format off */
const gint16 mz_layered_noise[MZ_LAYERED_NOISE] = {''')
for start in range(0, SIZE, A_LINE):
    print('  ' + ' '.join('%d,' % value for value in values[start:start + A_LINE]))
print('};')
