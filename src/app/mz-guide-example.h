/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Examples from the sample firm nearest in trade. The samples are read one an idle moment and kept: reading all of them
 * at once would hold up the window. */

#pragma once

#include "mezasu/guide.h"
#include "mz-workspace.h"

G_BEGIN_DECLS

/** mz_nearest_sample: Returns: (transfer none) (nullable): the nearest of the samples that are read so far */
MzModel *mz_nearest_sample (const char *sector);

/** mz_nearest_sample_read: reads one more sample; Returns: whether there may be a nearer one left to read */
gboolean mz_nearest_sample_read (const char *sector);

/**
 * mz_guide_examples:
 * @workspace: what is worked on: what stands there already is no example any more
 * @sample: a sample
 * @question: a question
 * @code: (nullable): code of its filter that is looked at
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type MzRecord): records of @sample that answer the question
 */
GPtrArray *mz_guide_examples (MzWorkspace *workspace, MzModel *sample, const MzQuestion *question,
                              const char *code, guint most);

/** mz_guide_example_text: Returns: (transfer full): what an example says, a few short lines */
char *mz_guide_example_text (const MzQuestion *question, MzRecord *example);

G_END_DECLS
