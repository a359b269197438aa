/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parts of a package (zip) from outside, trusting nothing in it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MzZipReader MzZipReader;

/* Opens @bytes, which a message calls @name. Refuses what is no zip, encrypted parts, names that lead out of it or stand in
 * it twice, and what unpacks to more than a table can be. */
MzZipReader *mz_zip_reader_new (GBytes *bytes, const char *name, GError **error);
void mz_zip_reader_free (MzZipReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzZipReader, mz_zip_reader_free)

gboolean mz_zip_reader_has (MzZipReader *self, const char *part);
/* The content of a part, or an error that says that it is missing or damaged. */
GBytes *mz_zip_reader_read (MzZipReader *self, const char *part, GError **error);

G_END_DECLS
