/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The answer to one question of the guide, in place: the records that are there with the fields that are asked for, and a
 * line that adds another one. Enter adds and moves on. */

#pragma once

#include <gtk/gtk.h>

#include "mezasu/guide.h"
#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_GUIDE_ANSWER (mz_guide_answer_get_type ())
G_DECLARE_FINAL_TYPE (MzGuideAnswer, mz_guide_answer, MZ, GUIDE_ANSWER, GtkWidget)

/** mz_guide_answer_new: Returns: (transfer floating): the answer to @question */
GtkWidget *mz_guide_answer_new (MzWorkspace *workspace, const MzQuestion *question);

/** mz_guide_answer_begin: puts the focus where the answer begins */
void mz_guide_answer_begin (MzGuideAnswer *self);

/** mz_guide_answer_code: Returns: (transfer none) (nullable): the code of the filter that is chosen */
const char *mz_guide_answer_code (MzGuideAnswer *self);

/** mz_guide_answer_take: takes @example over as a draft, from what is chosen to come from */
void mz_guide_answer_take (MzGuideAnswer *self, MzRecord *example);

/**
 * MzGuideAnswer::next:
 * @self: an answer
 *
 * Emitted when a person pressed Enter where nothing was left to say.
 *
 * MzGuideAnswer::code-changed:
 * @self: an answer
 *
 * Emitted when another code of the filter was chosen.
 */

G_END_DECLS
