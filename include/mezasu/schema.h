/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The schema table: every kind of record that a company model is made of, and every field of each.
 *
 * Everything mechanical is derived from it: database tables, JSON in and out, the published JSON Schema, the GObject
 * properties of a record, validation and its messages, forms, columns, search, comparison. A new field is one row of
 * the table in schema.c; a list of fields anywhere else is a design error. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MzFieldType:
 * @MZ_TYPE_TEXT: one line of text
 * @MZ_TYPE_LONG_TEXT: text of several lines
 * @MZ_TYPE_INTEGER: a whole number
 * @MZ_TYPE_REAL: a finite real number
 * @MZ_TYPE_MONEY: whole yen, at most 10^15 in size
 * @MZ_TYPE_PPM: a ratio in millionths, shown in %
 * @MZ_TYPE_LEVEL: a step of an ordinal scale, a small whole number
 * @MZ_TYPE_CHOICE: one code of the field's choices
 * @MZ_TYPE_CHOICES: a set of codes of the field's choices
 * @MZ_TYPE_DATE: a day, `YYYY-MM-DD`
 * @MZ_TYPE_BOOLEAN: yes or no; never missing
 * @MZ_TYPE_REFERENCE: the id of another record
 */
typedef enum {
  MZ_TYPE_TEXT,
  MZ_TYPE_LONG_TEXT,
  MZ_TYPE_INTEGER,
  MZ_TYPE_REAL,
  MZ_TYPE_MONEY,
  MZ_TYPE_PPM,
  MZ_TYPE_LEVEL,
  MZ_TYPE_CHOICE,
  MZ_TYPE_CHOICES,
  MZ_TYPE_DATE,
  MZ_TYPE_BOOLEAN,
  MZ_TYPE_REFERENCE,
} MzFieldType;

/**
 * MzFieldFlags:
 * @MZ_FIELD_REQUIRED: may not be missing; an insert without it takes the default or is refused
 * @MZ_FIELD_TITLE: names the record in lists, labels and messages (one per kind)
 * @MZ_FIELD_CODE: a short mark shown before the title, such as R-07
 * @MZ_FIELD_OWNER: reference to the record that this one belongs to: deleting that one deletes this one
 * @MZ_FIELD_CAUSE: reference to a record that this one comes from; without this flag a reference is something this
 *   record leads to. The trace follows both
 * @MZ_FIELD_ACYCLIC: following this reference (or, in a kind with two such references, the arcs from the first to the
 *   second) may never lead back
 * @MZ_FIELD_INTERNAL: kept, compared and exported, but not offered in forms
 * @MZ_FIELD_UNIQUE: no two records of a kind agree in all fields so marked
 * @MZ_FIELD_RATE: events a year; a person may also write "once in 50 years"
 */
typedef enum {
  MZ_FIELD_PLAIN = 0,
  MZ_FIELD_REQUIRED = 1 << 0,
  MZ_FIELD_TITLE = 1 << 1,
  MZ_FIELD_CODE = 1 << 2,
  MZ_FIELD_OWNER = 1 << 3,
  MZ_FIELD_CAUSE = 1 << 4,
  MZ_FIELD_ACYCLIC = 1 << 5,
  MZ_FIELD_INTERNAL = 1 << 6,
  MZ_FIELD_RATE = 1 << 7,
  MZ_FIELD_UNIQUE = 1 << 8,
} MzFieldFlags;

/**
 * MzChoice:
 * @code: stable name for files and machines, `[a-z0-9_]+`
 * @label: English label, a gettext message id
 * @group: heading under which the choice stands in long lists, a gettext message id, or %NULL
 */
typedef struct {
  const char *code;
  const char *label;
  const char *group;
} MzChoice;

/**
 * MzField:
 * @name: stable name, `[a-z][a-z0-9_]*`: column, JSON member and GObject property (with dashes)
 * @type: what it holds
 * @flags: what it means in its record
 * @label: English label, a gettext message id
 * @hint: what to write there, a gettext message id, or %NULL
 * @unit: unit shown behind the value, a gettext message id, or %NULL
 * @minimum: least value of a numeric field
 * @maximum: greatest value of a numeric field; both 0: the bounds of the type
 * @fallback: value of a new record as machine text, or %NULL for missing
 * @choices: choices ended by a %NULL code, for the two choice types
 * @target: name of the kind that a reference points to, or `*` for any kind
 */
typedef struct {
  const char *name;
  MzFieldType type;
  MzFieldFlags flags;
  const char *label;
  const char *hint;
  const char *unit;
  double minimum;
  double maximum;
  const char *fallback;
  const MzChoice *choices;
  const char *target;
} MzField;

/**
 * MzKind:
 * @name: stable name, `[a-z][a-z_]*`: table, JSON member, GType suffix
 * @label: English singular, a gettext message id
 * @plural: English plural, a gettext message id
 * @hint: what such a record is for, one sentence, a gettext message id
 * @singleton: a model has exactly one, which can be neither added nor deleted
 * @fields: its own fields; the fields common to all kinds follow them
 * @n_fields: number of @fields
 */
typedef struct {
  const char *name;
  const char *label;
  const char *plural;
  const char *hint;
  gboolean singleton;
  const MzField *fields;
  guint n_fields;
} MzKind;

/**
 * MzSchema:
 * @version: raised with every change of the table; kept in each file
 * @kinds: all kinds, in the order in which tables are written
 * @n_kinds: number of @kinds
 *
 * A table of kinds. Code takes the schema from the model or the document it works on, so that a test can add a field
 * and watch it appear everywhere.
 */
typedef struct {
  guint version;
  const MzKind *kinds;
  guint n_kinds;
} MzSchema;

/** MZ_TEXT_MAX: characters a one-line text may have */
#define MZ_TEXT_MAX 2000
/** MZ_LONG_TEXT_MAX: characters a long text may have */
#define MZ_LONG_TEXT_MAX 100000
/** MZ_CHOICES_MAX: choices that a set field can have, one bit each */
#define MZ_CHOICES_MAX 62

/**
 * mz_schema_default:
 *
 * Returns: (transfer none): the schema of this version of Mezasu
 */
const MzSchema *mz_schema_default (void);

/**
 * mz_schema_kind:
 * @schema: a schema
 * @name: (nullable): a kind's name
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL when there is none of that name
 */
const MzKind *mz_schema_kind (const MzSchema *schema, const char *name);

/**
 * mz_kind_n_fields:
 * @kind: a kind
 *
 * Returns: the number of its fields, the common ones included
 */
guint mz_kind_n_fields (const MzKind *kind);

/**
 * mz_kind_field:
 * @kind: a kind
 * @index: 0 … n - 1; its own fields come first, then the common ones
 *
 * The index is the place of the value in a record. Tables keep another order, common columns first, so that a field
 * appended to a kind is also the last column of its table.
 *
 * Returns: (transfer none): the field
 */
const MzField *mz_kind_field (const MzKind *kind, guint index);

/**
 * mz_kind_find:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: the field's index, or -1 when the kind has no such field
 */
int mz_kind_find (const MzKind *kind, const char *name);

/**
 * mz_kind_find_flag:
 * @kind: a kind
 * @flag: one flag
 *
 * Returns: the index of the first field with that flag, or -1
 */
int mz_kind_find_flag (const MzKind *kind, MzFieldFlags flag);

/**
 * mz_field_choice:
 * @field: a field with choices
 * @code: (nullable): a code
 *
 * Returns: the place of @code among the choices, or -1
 */
int mz_field_choice (const MzField *field, const char *code);

/**
 * mz_field_bounds:
 * @field: a numeric field
 * @minimum: (out): its least value
 * @maximum: (out): its greatest value
 *
 * The field's own bounds, or those of its type.
 */
void mz_field_bounds (const MzField *field, double *minimum, double *maximum);

/**
 * mz_field_is_text:
 * @field: a field
 *
 * Returns: whether a person writes it in a language: such a value may stand in a file once per language
 */
gboolean mz_field_is_text (const MzField *field);

/**
 * mz_translate:
 * @message: (nullable): a message id of the schema table, or %NULL
 *
 * Returns: (transfer none): it in the language of the program, or the empty string for %NULL
 */
const char *mz_translate (const char *message);

G_END_DECLS
