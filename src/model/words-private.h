/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records, fields and values as they are called in a sentence; one line each. */

#pragma once

#include "mezasu/model.h"

/* A value of @record of @model: references by title, a place in the list by number, a dash when missing. */
char *mz_value_words (MzModel *model, MzRecord *record, guint index);

/* Name of field @index. */
const char *mz_field_words (const MzKind *kind, guint index);

/* Kind and label, as in: Risk “R-07 Card data stolen”; a record of @model without a title by what it belongs to. */
char *mz_record_words (MzModel *model, MzRecord *record);
