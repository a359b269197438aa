/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of documents share: a state folder of their own, small models, and looks at the disk that do not go
 * through the code under test. */

#pragma once

#include "mezasu/document.h"
#include "mezasu/json.h"
#include "mezasu/model-json.h"

G_BEGIN_DECLS

/* Before anything else: an empty state folder, in memory where the machine has such a place, since tests need no power
 * cut to be survived; and temporary files of this run beside it. */
void support_start (void);
void support_end (void);

/* A path in a fresh folder of this run; the folder of such a path is its own. */
char *support_path (const char *name);

/* Number of entries of a folder, hidden ones included; 0 when it is not there. */
guint support_entries (const char *folder);

/* Folder of the working copies of this run. */
char *support_working_folder (void);

/* The whole content of a file. */
GBytes *support_read (const char *path);
void support_write (const char *path, const void *data, gsize length);

/* Adds a risk with this title and gives its id (transfer full). */
char *support_add_risk (MzDocument *document, const char *title);

/* Sets the name of the organisation, as one edit. */
void support_set_name (MzDocument *document, const char *name);

/* Its present name. */
const char *support_name (MzDocument *document);

void support_assert_equal (MzModel *a, MzModel *b);

G_END_DECLS
