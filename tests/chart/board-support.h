/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of the pictures of the context share: models made of short lines, and what must hold for every picture. */

#pragma once

#include "mezasu/chart.h"

/* Adds a record; fields and values as machine text follow, ended by NULL. Returns its id, owned by the caller. */
char *board_add (MzModel *model, const char *kind, ...) G_GNUC_NULL_TERMINATED;

/* The sample firm with its texts in @language. */
MzModel *board_load_sample (const char *language);

/* Draws chart @name of the catalogue. */
MzScene *board_draw (const char *name, MzModel *model, MzTextMeasurer *measurer, double width,
                     double height, gboolean titled);

/* What holds for every picture: no text over another or outside, no letters under 10 points, a description, a table, and
 * marks that stand for records of the model and have a tooltip. */
void board_check (const MzScene *scene, MzModel *model);

/* Draws and checks @name at all sizes of the house, with both measurers, titled and not. */
void board_check_sizes (const char *name, MzModel *model);

/* Compares with tests/golden/@name.txt; MEZASU_WRITE_GOLDENS=1 writes it anew. */
void board_check_golden (const MzScene *scene, const char *name);

/* How many marks stand for records of @kind. */
guint board_count_marks (const MzScene *scene, MzModel *model, const char *kind);

/* The sum of all texts that read "+12". */
guint board_count_rest (const MzScene *scene);

/* The first text that reads exactly @text, or NULL. */
const MzShape *board_find_text (const MzScene *scene, const char *text);
