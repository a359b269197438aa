/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Chooses the record that a new answer of the guide comes from. */

#pragma once

#include <gtk/gtk.h>

#include "mezasu/guide.h"
#include "mz-workspace.h"

G_BEGIN_DECLS

/** mz_guide_source_new: Returns: (transfer floating): a labelled drop-down for source @place of @question */
GtkWidget *mz_guide_source_new (MzWorkspace *workspace, const MzQuestion *question, guint place);

/** mz_guide_source_fill: lists the records that there are now and chooses the likeliest */
void mz_guide_source_fill (GtkWidget *chooser);

/** mz_guide_source_chosen: Returns: (transfer none) (nullable): id of the chosen record, %NULL for none */
const char *mz_guide_source_chosen (GtkWidget *chooser);

G_END_DECLS
