/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whole files in and out. Reading takes no memory before it knows the size; writing replaces a file in one step, so that
 * a full disk or a crash leaves either the old file or the new one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_FILE_TEXT_LIMIT:
 *
 * The largest text (JSON, CSV) that is read, in bytes: 64 MiB.
 */
#define MZ_FILE_TEXT_LIMIT ((gsize)64 * 1024 * 1024)

/**
 * mz_file_load:
 * @path: (type filename): a file, or `-` for the standard input
 * @limit: the largest size that is accepted, in bytes
 * @length: (out): the size in bytes
 * @error: return location for a #MzStoreError
 *
 * Reads a whole file. Only regular files are read, because a device or a pipe that somebody named as a document could
 * block or never end; the standard input may be a pipe.
 *
 * Errors: %MZ_STORE_ERROR_IO when it cannot be read, %MZ_STORE_ERROR_REFUSED when it is no regular file or too large.
 *
 * Returns: (transfer full) (nullable): the content, with a zero byte after it that @length does not count
 */
char *mz_file_load (const char *path, gsize limit, gsize *length, GError **error);

/**
 * mz_file_replace:
 * @path: (type filename): where the file shall be, or `-` for the standard output
 * @data: (array length=length): its content
 * @length: the size in bytes
 * @error: return location for a #MzStoreError
 *
 * Writes a file so that no reader ever sees half of it: a temporary file in the same folder is written, forced to the
 * disk and renamed over the target, then the folder is forced to the disk. The mode of a file that was there is kept
 * (and its owner, where the system allows); a new file gets 0666 less the umask. A symbolic link stays and its target
 * is replaced. A device or a named pipe is written to directly.
 *
 * On an error the old file is whole and no temporary file is left. The one exception is said in its message: the folder
 * could not be forced to the disk, and the new file is in place but may not outlive a power failure.
 *
 * Errors: %MZ_STORE_ERROR_IO.
 *
 * Returns: %TRUE when the content is safely on the disk
 */
gboolean mz_file_replace (const char *path, const void *data, gsize length, GError **error);

/**
 * mz_file_check_free:
 * @path: (type filename): a file that shall be replaced
 * @error: return location for a #MzStoreError
 *
 * Looks for the files by which LibreOffice and Microsoft Office tell that they have @path open: what they save later would
 * undo what is written now.
 *
 * Errors: %MZ_STORE_ERROR_CONFLICT.
 *
 * Returns: whether nobody has it open
 */
gboolean mz_file_check_free (const char *path, GError **error);

G_END_DECLS
