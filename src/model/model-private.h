/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of the model share. */

#pragma once

#include "mezasu/model.h"

/* One reference: the record that holds it and the index of the field. */
typedef struct
{
  MzRecord *record;
  guint field;
} MzReferrer;

/* Every reference to @id (element type MzReferrer), or NULL when there is none. */
const GArray *mz_model_referrers (MzModel *self, const char *id);

/* Takes a new record over, which can be found by its id from now on; its kind's list lacks it. */
void mz_model_keep (MzModel *self, MzRecord *record);

/* Lists the records that were kept, each kind in its order, and notes who refers to whom; singletons are listed already. */
void mz_model_list_kept (MzModel *self, GPtrArray *records);

/* Order of a kind's list: by position, then by id. */
int mz_model_compare (gconstpointer a, gconstpointer b, gpointer unused);
