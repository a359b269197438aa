/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The working copy of a document: a folder of its own in the person's state folder, in which every edit is durable. It
 * outlives the process when that dies. */

#pragma once

#include "database-private.h"

G_BEGIN_DECLS

/* Entries of mz_meta that only a working copy has. A save in progress is noted before the file appears, so that a crash
 * between the two does not look like somebody else's change. */
#define MZ_WORKING_PATH "working.path"           /* the file, absent while untitled */
#define MZ_WORKING_SHA256 "working.sha256"       /* of the file when it was opened or last saved */
#define MZ_WORKING_SAVED "working.saved"         /* cursor of what the file holds, -1 for none */
#define MZ_WORKING_TIME "working.time"           /* last edit */
#define MZ_WORKING_NEXT_PATH "working.next.path" /* the same three of a save in progress */
#define MZ_WORKING_NEXT_SHA256 "working.next.sha256"
#define MZ_WORKING_NEXT_SAVED "working.next.saved"

typedef struct
{
  char *folder;
  int lock; /* held as long as the process lives */
  sqlite3 *db;
} MzWorkingCopy;

/* Makes one that starts with @image. */
MzWorkingCopy *mz_working_copy_new (GBytes *image, GError **error);

/* Takes hold of one whose process has gone, without looking into it; %MZ_STORE_ERROR_CONFLICT when it lives. */
MzWorkingCopy *mz_working_copy_lock (const char *folder, GError **error);

/* The same, and opens its database. */
MzWorkingCopy *mz_working_copy_take (const char *folder, GError **error);

/* Lets go of it, and deletes it when @remove is set. */
void mz_working_copy_release (MzWorkingCopy *self, gboolean remove);

static inline void
mz_working_copy_keep (MzWorkingCopy *self)
{
  mz_working_copy_release (self, FALSE);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzWorkingCopy, mz_working_copy_keep)

/* The folder of all working copies. */
char *mz_working_copies_folder (void);

/* Deletes left folders that never became a working copy, because their process died while it made them. */
void mz_working_copies_clean (void);

/* Whether @path can be a folder of mz_working_copies_folder(): nothing else is ever deleted. */
gboolean mz_working_copy_is_ours (const char *path);

/* Makes the folder and those above it, for the owner alone. */
gboolean mz_make_private_folder (const char *path, GError **error);

/* Writes a new private file and forces it to the disk. */
gboolean mz_write_private_file (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
