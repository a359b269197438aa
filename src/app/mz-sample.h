/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sample firms that come with the program: models in the interchange format, one file each. */

#pragma once

#include "mezasu/mezasu.h"

G_BEGIN_DECLS

/** mz_sample_ids: Returns: (transfer full): ids of the samples, such as "ec-site", in order of the alphabet, examples last */
char **mz_sample_ids (void);

/** mz_sample_is_example: Returns: whether sample @id is a worked example of a method and no firm: its id ends in "-example" */
gboolean mz_sample_is_example (const char *id);

/**
 * mz_sample_load:
 * @id: id of a sample
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): its model in the language of the program
 */
MzModel *mz_sample_load (const char *id, GError **error);

/** mz_sample_open: Returns: (transfer full) (nullable): an untitled document that starts as sample @id */
MzDocument *mz_sample_open (const char *id, GError **error);

G_END_DECLS
