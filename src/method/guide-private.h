/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table behind the guide, and how its rows are read. */

#pragma once

#include "mezasu/guide.h"

extern const MzQuestion mz_guide_questions[];
extern const guint mz_n_guide_questions;

/* What a new record comes from: a kind, and the field of the question's kind that points there, -1 for a link. */
typedef struct
{
  char *name;
  int field;
  gboolean optional;
} MzGuideSource;

/* The source at @place of the row, without name behind the last; the caller frees the name. */
MzGuideSource mz_guide_source_nth (const MzQuestion *question, const MzKind *kind, guint place);

/* The kind that a question fills. */
const MzKind *mz_guide_kind (MzModel *model, const MzQuestion *question);
