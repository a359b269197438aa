/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Which records of a list changed their place among the others. */

#pragma once

#include "mezasu/model.h"

/* The ids of the records of @kind in both models that have to be moved to get from the one order to the other; as few as can
 * be, and none whose position is the same number in both. NULL when there are none. The ids belong to the records. */
GHashTable *mz_order_moved (MzModel *before, MzModel *after, const MzKind *kind);
