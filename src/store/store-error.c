/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The error domain of files and documents. */

#include "config.h"

#include "mezasu/store-error.h"

G_DEFINE_QUARK (mz - store - error - quark, mz_store_error)

const char *
mz_store_error_code_name (MzStoreError code)
{
  static const char *const names[] = {
      [MZ_STORE_ERROR_MALFORMED] = "malformed",
      [MZ_STORE_ERROR_REFUSED] = "refused",
      [MZ_STORE_ERROR_IO] = "io",
      [MZ_STORE_ERROR_CONFLICT] = "conflict",
      [MZ_STORE_ERROR_NEWER] = "newer",
  };
  g_return_val_if_fail (code < G_N_ELEMENTS (names), "io");
  return names[code];
}
