/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The error domain of the model and of the method. */

#include "config.h"

#include "mezasu/error.h"

G_DEFINE_QUARK (mz-error-quark, mz_error)

const char *
mz_error_code_name (MzError code)
{
  static const char *const names[] = {
    [MZ_ERROR_INVALID_INPUT] = "invalid_input",
    [MZ_ERROR_OVERFLOW] = "overflow",
    [MZ_ERROR_UNDEFINED] = "undefined",
  };
  g_return_val_if_fail (code < G_N_ELEMENTS (names), "invalid_input");
  return names[code];
}
