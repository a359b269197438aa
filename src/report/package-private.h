/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Packages of parts (Open Packaging Conventions, ECMA-376 part 2): a zip whose parts are listed with their types and point to
 * each other by relationships. */

#pragma once

#include <glib.h>

/* A part. */
typedef struct
{
  char *name; /* without the slash in front: "ppt/slides/slide1.xml" */
  char *type; /* content type */
  GBytes *bytes;
} MzPart;

typedef struct _MzPackage MzPackage;

MzPackage *mz_package_new (void);
void mz_package_free (MzPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPackage, mz_package_free)

/* Takes @bytes; NULL, as a writer without memory returns it, makes mz_package_finish() fail. */
void mz_package_add (MzPackage *self, const char *name, const char *type, GBytes *bytes);

/* Says that @source points to @target; both are parts, the source "" is the package. Returns the relationship's id, the same
 * whenever the same is said again; owned by the package. */
const char *
mz_package_relate (MzPackage *self, const char *source, const char *type, const char *target);

/* The file: types and relationships first, parts in the order in which they were added, no clock. */
GBytes *mz_package_finish (MzPackage *self, GError **error);

/* Reads a package from outside. */
typedef struct _MzPackageReader MzPackageReader;

/* Opens @bytes. Refuses what is no zip, names that leave the package, encrypted entries, and contents out of all proportion:
 * more than 4096 entries, 256 MiB, or a part of over 1 MiB that is 100 times what it was packed into. */
MzPackageReader *mz_package_reader_new (GBytes *bytes, GError **error);
void mz_package_reader_free (MzPackageReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPackageReader, mz_package_reader_free)

/* A part as it is; NULL and an error when there is none or it is damaged. */
GBytes *mz_package_reader_read (MzPackageReader *self, const char *name, GError **error);
