/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How the model makes and changes records. */

#pragma once

#include "mezasu/record.h"

/* A record with the defaults of its kind. */
MzRecord *mz_record_new (const MzKind *kind, const char *id);

/* A record without any value. */
MzRecord *mz_record_new_bare (const MzKind *kind, const char *id);

/* Its own values, to be filled while nobody else has the record. */
MzValue *mz_record_values (MzRecord *self);

/* Takes @value (not checked here) over and notifies when it differs. */
void mz_record_take (MzRecord *self, guint index, MzValue *value);

/* The value that a new record has in @field. */
MzValue mz_field_default (const MzField *field);
