/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the schema table and its look-ups share. */

#pragma once

#include "mezasu/schema.h"

/* The fields that stand behind the own fields of every kind. */
extern const MzField mz_common_fields[];
extern const guint mz_n_common_fields;
