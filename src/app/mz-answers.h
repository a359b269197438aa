/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The five answers that the context must give, each in a card of its own, and the levels that follow from it. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_ANSWERS (mz_answers_get_type ())
G_DECLARE_FINAL_TYPE (MzAnswers, mz_answers, MZ, ANSWERS, GtkWidget)

/** mz_answers_new: Returns: (transfer floating): the cards of the conclusions */
GtkWidget *mz_answers_new (MzWorkspace *workspace);

G_END_DECLS
