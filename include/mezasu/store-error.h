/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The ways in which a file, a document or a text from outside can be refused. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_STORE_ERROR:
 *
 * Error domain of everything that reads or writes files. A message is one translated sentence that names the file and,
 * where there is one, the place in it, and says what would be right.
 */
#define MZ_STORE_ERROR (mz_store_error_quark ())

/**
 * MzStoreError:
 * @MZ_STORE_ERROR_MALFORMED: the text or file is not what it should be; whoever made it must mend it
 * @MZ_STORE_ERROR_REFUSED: it was understood and is refused: the wrong kind of file, one over a limit, one whose
 *   integrity check fails, or content that the wanted format cannot carry
 * @MZ_STORE_ERROR_IO: it cannot be read or written: missing, forbidden, no space, a failing disk
 * @MZ_STORE_ERROR_CONFLICT: somebody else changed the file since it was opened; writing now would lose their work
 * @MZ_STORE_ERROR_NEWER: a newer version of Mezasu wrote it, so only that version can say what it means
 */
typedef enum
{
  MZ_STORE_ERROR_MALFORMED,
  MZ_STORE_ERROR_REFUSED,
  MZ_STORE_ERROR_IO,
  MZ_STORE_ERROR_CONFLICT,
  MZ_STORE_ERROR_NEWER,
} MzStoreError;

GQuark mz_store_error_quark (void);

/**
 * mz_store_error_code_name:
 * @code: an error code
 *
 * Returns: (transfer none): the code's name for machines: `malformed`, `refused`, `io`, `conflict` or `newer`
 */
const char *mz_store_error_code_name (MzStoreError code);

G_END_DECLS
