/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the schema table and its look-ups share. */

#pragma once

#include "mezasu/schema.h"

/* The fields that stand behind the own fields of every kind. */
extern const MzField mz_common_fields[];
extern const guint mz_n_common_fields;

/* Place of "position" among the common fields; the order of lists asks for it all the time. */
#define MZ_COMMON_POSITION 2

static inline guint
mz_kind_position (const MzKind *kind)
{
  return kind->n_fields + MZ_COMMON_POSITION;
}
