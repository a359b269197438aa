/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The ways in which arithmetic and a model's values can refuse. Files and databases have their own domain in store.h. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_ERROR:
 *
 * Error domain of the model and of the method. A message is one translated sentence that names the field or the item
 * and says what would be right.
 */
#define MZ_ERROR (mz_error_quark ())

/**
 * MzError:
 * @MZ_ERROR_INVALID_INPUT: a value is missing, malformed or out of its range; the message names the field
 * @MZ_ERROR_OVERFLOW: an amount leaves ±9·10^15 yen, the range in which doubles still count every yen
 * @MZ_ERROR_UNDEFINED: the question has no answer for these inputs (a rate of return of nothing, a share of zero)
 */
typedef enum {
  MZ_ERROR_INVALID_INPUT,
  MZ_ERROR_OVERFLOW,
  MZ_ERROR_UNDEFINED,
} MzError;

GQuark mz_error_quark (void);

/**
 * mz_error_code_name:
 * @code: an error code
 *
 * Returns: (transfer none): the code's name for machines: `invalid_input`, `overflow` or `undefined`
 */
const char *mz_error_code_name (MzError code);

G_END_DECLS
