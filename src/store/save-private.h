/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Putting a document's bytes where its file shall be, without ever leaving less than a whole file there. */

#pragma once

#include "mezasu/schema.h"
#include "mezasu/store-error.h"

G_BEGIN_DECLS

typedef struct
{
  const MzSchema *schema;
  GBytes *image;
  const char *uuid;   /* of the document */
  const char *digest; /* of the records that the image has to hold */
  const char *known; /* SHA-256 of the content that may be replaced without asking; NULL for none */
  gboolean overwrite; /* whether anything may be replaced */
  gboolean backup;    /* whether the old and the new content go to the document's backups */
} MzSave;

/* Writes the image to @path; a symbolic link there is followed. */
gboolean mz_save_image (const MzSave *save, const char *path, GError **error);

/* Reads a document's bytes: a regular file of bearable size, never waiting for a pipe. */
GBytes *mz_save_read (const char *path, GError **error);

/* Keeps a copy of a document's bytes, and of the others only the last ten and one a day for thirty days. */
void mz_backups_add (const char *uuid, GBytes *bytes);

/* Paths of the backups of a document, newest first. */
GPtrArray *mz_backups_list (const char *uuid);

G_END_DECLS
