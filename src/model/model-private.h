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

/* Order of a kind's list: by position, then by id. */
int mz_model_compare (gconstpointer a, gconstpointer b, gpointer unused);
