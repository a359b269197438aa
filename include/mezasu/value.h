/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One value of one field. What it may hold is told by the field; missing is distinct from 0 and from the empty text. */

#pragma once

#include "mezasu/error.h"
#include "mezasu/money.h"
#include "mezasu/schema.h"

G_BEGIN_DECLS

/**
 * MzStorage:
 * @MZ_STORED_INTEGER: whole number, money (yen), ppm, level, boolean (0 or 1), set of choices (bit i = choice i)
 * @MZ_STORED_REAL: real number
 * @MZ_STORED_TEXT: text, choice (its code), date (`YYYY-MM-DD`), reference (an id)
 *
 * Which member of a #MzValue a field type uses.
 */
typedef enum {
  MZ_STORED_INTEGER,
  MZ_STORED_REAL,
  MZ_STORED_TEXT,
} MzStorage;

/**
 * MzValue:
 * @set: whether there is a value; when not, the other members mean nothing
 * @integer: for %MZ_STORED_INTEGER
 * @real: for %MZ_STORED_REAL
 * @text: (transfer full): for %MZ_STORED_TEXT, never %NULL when set
 */
typedef struct {
  gboolean set;
  union {
    gint64 integer;
    double real;
    char *text;
  };
} MzValue;

/** MZ_VALUE_MISSING: initialiser of a missing value */
#define MZ_VALUE_MISSING { FALSE, { 0 } }

/**
 * mz_field_storage:
 * @field: a field
 *
 * Returns: the member of a value that the field uses
 */
MzStorage mz_field_storage (const MzField *field);

/**
 * mz_value_clear:
 * @field: the field
 * @value: (inout): freed and set to missing
 */
void mz_value_clear (const MzField *field, MzValue *value);

/**
 * mz_value_copy:
 * @field: the field
 * @value: a value
 *
 * Returns: (transfer full): a deep copy, to be freed with mz_value_clear()
 */
MzValue mz_value_copy (const MzField *field, const MzValue *value);

/**
 * mz_value_equal:
 * @field: the field
 * @a: a value
 * @b: a value
 *
 * Returns: whether both are missing or both hold the same
 */
gboolean mz_value_equal (const MzField *field, const MzValue *a, const MzValue *b);

/**
 * mz_value_check:
 * @field: the field
 * @value: a value
 * @error: return location for the reason, domain %MZ_ERROR
 *
 * Checks type, bounds, length, UTF-8, choice, date and the shape of an id; not whether a reference leads anywhere.
 *
 * Returns: whether the field may hold it
 */
gboolean mz_value_check (const MzField *field, const MzValue *value, GError **error);

/**
 * mz_value_from_machine:
 * @field: the field
 * @text: (nullable): a value as mz_value_to_machine() writes it; %NULL or empty is missing
 * @value: (out): the value
 * @error: return location for the reason
 *
 * Returns: whether @text could be read and passes mz_value_check()
 */
gboolean mz_value_from_machine (const MzField *field, const char *text, MzValue *value, GError **error);

/**
 * mz_value_to_machine:
 * @field: the field
 * @value: a value
 *
 * The one form without language: digits, `true`/`false`, codes joined with `|`, reals in the shortest form that reads
 * back the same.
 *
 * Returns: (transfer full): the text, empty for a missing value
 */
char *mz_value_to_machine (const MzField *field, const MzValue *value);

/**
 * mz_value_parse:
 * @field: the field
 * @text: what a person typed
 * @unit: unit of a bare number in a money field
 * @value: (out): the value
 * @error: return location for the reason, one sentence that says what would be right
 *
 * Understands what people write: amounts as 1億2,000万 or ▲500万, shares in %, full-width digits, and for a field of
 * events a year also "once in 50 years" and 50年に1回. Empty is missing.
 *
 * Returns: whether it was understood and the field may hold it
 */
gboolean mz_value_parse (const MzField *field, const char *text, MzMoneyUnit unit, MzValue *value, GError **error);

/**
 * mz_value_display:
 * @field: the field
 * @value: a value
 *
 * For people, in the language of the program: choices by label, amounts with their unit, ratios in %. A reference shows
 * its id; whoever has the model shows the title instead.
 *
 * Returns: (transfer full): the text, empty for a missing value
 */
char *mz_value_display (const MzField *field, const MzValue *value);

/**
 * mz_date_check:
 * @text: a text
 *
 * Returns: whether it is a day of the Gregorian calendar, years 1 to 9999, written `YYYY-MM-DD`
 */
gboolean mz_date_check (const char *text);

G_END_DECLS
