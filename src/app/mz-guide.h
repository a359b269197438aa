/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The guide rail: the method's questions one after the other, answered in place, with examples from the sample firm
 * nearest in trade and with what is missing for the board page. */

#pragma once

#include <adwaita.h>

#include "mezasu/guide.h"
#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_GUIDE (mz_guide_get_type ())
G_DECLARE_FINAL_TYPE (MzGuide, mz_guide, MZ, GUIDE, GtkWidget)

/** mz_guide_new: Returns: (transfer floating): the guide at the first question that is open */
GtkWidget *mz_guide_new (MzWorkspace *workspace);

/** mz_guide_question: Returns: (transfer none): the question that is asked */
const MzQuestion *mz_guide_question (MzGuide *self);

/** mz_guide_ask: asks @question, shows its page and puts the focus into its answer */
void mz_guide_ask (MzGuide *self, const MzQuestion *question);

/** mz_guide_begin: puts the focus into the answer, and shows its page */
void mz_guide_begin (MzGuide *self);

/** mz_guide_next: goes to the next question; behind the last it shows the board page */
void mz_guide_next (MzGuide *self);

/** mz_guide_back: goes to the question before */
void mz_guide_back (MzGuide *self);

/** mz_guide_pass: skips the question, which the document keeps, and goes on; takes up one that was skipped */
void mz_guide_pass (MzGuide *self);

G_END_DECLS
