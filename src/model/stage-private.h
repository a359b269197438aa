/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The stage on which an edit is tried before it is believed. */

#pragma once

#include "model-private.h"

/* A touched record as it would be. @origin is the record in the model, NULL for a new one. */
typedef struct
{
  const MzKind *kind;
  char *id;
  MzRecord *origin;
  MzValue *values;
  gboolean deleted;
  gboolean lent; /* id and values are those of a record */
} MzStaged;

typedef struct
{
  MzModel *model;
  GPtrArray *records;
  GHashTable *by_id;
  GHashTable *last_position;
  gboolean bulk; /* all records are lent, and each of their values was checked */
} MzStage;

MzStage *mz_stage_new (MzModel *model);
void mz_stage_free (MzStage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzStage, mz_stage_free)

/* Puts a new record of the model on the stage, which checks the record's own values. */
void mz_stage_lend (MzStage *self, MzRecord *record);

/* The record as it would be, put on the stage; NULL when there would be none. */
MzStaged *mz_stage_find (MzStage *self, const char *id);

/* The kind of the record that would have this id, NULL when there would be none. */
const MzKind *mz_stage_kind_of (MzStage *self, const char *id);

/* What a record would be called, for messages. */
char *mz_stage_title (MzStage *self, const char *id);

/* Sets @error to a sentence about the record; always FALSE. */
gboolean mz_stage_refuse (MzStage *self, const char *id, GError **error, const char *reason);

gboolean mz_stage_take (MzStage *self, const MzChange *change, GError **error);

/* Spreads deletion to what belongs to deleted records, and makes others forget them. */
void mz_stage_cascade (MzStage *self);

/* Gives a new record without position one behind the last of its kind. */
void mz_stage_place (MzStage *self, MzStaged *staged);

/* Checks what concerns several records: references, unique fields, cycles. */
gboolean mz_stage_check (MzStage *self, GError **error);
