/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A record: one entry of one kind, with an id and the values of its fields. There is one GObject type per kind, whose
 * properties are made from the schema table; they can be read and watched, and change only through an edit of the model.
 */

#pragma once

#include <glib-object.h>

#include "mezasu/value.h"

G_BEGIN_DECLS

#define MZ_TYPE_RECORD (mz_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (MzRecord, mz_record, MZ, RECORD, GObject)

struct _MzRecordClass
{
  GObjectClass parent_class;
  const MzKind *kind;
};

/**
 * mz_record_kind:
 * @self: a record
 *
 * Returns: (transfer none): its kind
 */
const MzKind *mz_record_kind (MzRecord *self);

/**
 * mz_record_is:
 * @self: a record
 * @kind: a kind's name
 *
 * Returns: whether it is of that kind
 */
gboolean mz_record_is (MzRecord *self, const char *kind);

/**
 * mz_record_id:
 * @self: a record
 *
 * Returns: (transfer none): its id, a UUID in lower case
 */
const char *mz_record_id (MzRecord *self);

/**
 * mz_record_value:
 * @self: a record
 * @index: a field's index in its kind
 *
 * Returns: (transfer none): the value, which belongs to the record
 */
const MzValue *mz_record_value (MzRecord *self, guint index);

/**
 * mz_record_find:
 * @self: a record
 * @field: name of a field that its kind has; another name is a programmer's error
 *
 * Returns: (transfer none): the value
 */
const MzValue *mz_record_find (MzRecord *self, const char *field);

/**
 * mz_record_text:
 * @self: a record
 * @field: name of a field stored as text (text, choice, date, reference)
 *
 * Returns: (transfer none) (nullable): the text, or %NULL when missing
 */
const char *mz_record_text (MzRecord *self, const char *field);

/**
 * mz_record_choice_is:
 * @self: a record
 * @field: name of a choice field
 * @code: a code
 *
 * Returns: whether that choice is taken
 */
gboolean mz_record_choice_is (MzRecord *self, const char *field, const char *code);

/**
 * mz_record_has:
 * @self: a record
 * @field: name of a field
 *
 * Returns: whether it has a value; an empty text counts as none
 */
gboolean mz_record_has (MzRecord *self, const char *field);

/**
 * mz_record_integer:
 * @self: a record
 * @field: name of a field stored as a whole number
 * @fallback: what to answer when missing
 *
 * Returns: the number: yen, ppm, level, 0 or 1 …
 */
gint64 mz_record_integer (MzRecord *self, const char *field, gint64 fallback);

/**
 * mz_record_real:
 * @self: a record
 * @field: name of a real field
 * @fallback: what to answer when missing
 *
 * Returns: the number
 */
double mz_record_real (MzRecord *self, const char *field, double fallback);

/**
 * mz_record_flag:
 * @self: a record
 * @field: name of a boolean field
 *
 * Returns: whether it is true
 */
gboolean mz_record_flag (MzRecord *self, const char *field);

/**
 * mz_record_title:
 * @self: a record
 *
 * What the record is called in a list: its title, the label of its choice, or its kind when it has neither.
 *
 * Returns: (transfer full): the text, one line, as typed
 */
char *mz_record_title (MzRecord *self);

/**
 * mz_record_label:
 * @self: a record
 *
 * Returns: (transfer full): its code and its title, as in "R-07 Card data stolen"
 */
char *mz_record_label (MzRecord *self);

/**
 * mz_id_new:
 *
 * Returns: (transfer full): a fresh random id (RFC 9562, version 4)
 */
char *mz_id_new (void);

/**
 * mz_id_derive:
 * @name: a readable id
 *
 * Ids that people write into a JSON file are readable; each always becomes the same UUID (version 5 in the name space
 * of Mezasu), so that two imports of one file can be compared and merged.
 *
 * Returns: (transfer full): the id
 */
char *mz_id_derive (const char *name);

/**
 * mz_id_check:
 * @text: (nullable): a text
 *
 * Returns: whether it is a UUID in lower case with dashes
 */
gboolean mz_id_check (const char *text);

G_END_DECLS
