/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Finding records by what is written in them. Width, case and kind of kana make no difference: people type whatever the
 * input method gives. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzHit:
 * @record: (transfer full): what was found
 * @field: index of the field that holds the text
 * @snippet: the text around the place
 */
typedef struct
{
  MzRecord *record;
  guint field;
  char *snippet;
} MzHit;

void mz_hit_free (MzHit *self);

/** mz_search_fold: Returns: (transfer full): @text without the differences that a search overlooks */
char *mz_search_fold (const char *text);

/**
 * mz_search:
 * @model: a model
 * @text: words; a record is found when one of its fields holds them all
 * @limit: the most hits
 *
 * Returns: (transfer full) (element-type MzHit): one for a record, records with the words in their title first
 */
GPtrArray *mz_search (MzModel *model, const char *text, guint limit);

G_END_DECLS
