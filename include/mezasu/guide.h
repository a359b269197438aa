/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The guide: the questions of the method, step by step in the order of ISO 31000, as a constant table. What a question
 * fills, when it counts as answered and what a new record starts with follow from its row, so that a new question is a
 * row. The guide changes nothing by itself: it makes edits. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzGuideStep:
 * @code: stable name, such as `organisation`
 * @label: its name, a gettext message id
 * @completeness: (nullable): the process step whose #MzCompleteness it shares
 *
 * A step of the guide. Damages and scenarios are steps of their own here and parts of `gaps` and `options` there.
 */
typedef struct {
  const char *code;
  const char *label;
  const char *completeness;
} MzGuideStep;

/**
 * MzQuestionType:
 * @MZ_QUESTION_RECORDS: it is answered by records of a kind (by the one record, for a singleton)
 * @MZ_QUESTION_EXISTING: it is answered in records that other questions made, so it adds none
 */
typedef enum { MZ_QUESTION_RECORDS, MZ_QUESTION_EXISTING } MzQuestionType;

/**
 * MzQuestionRule:
 * @MZ_ANSWERED_BY_ONE: one record is enough
 * @MZ_ANSWERED_BY_EACH: every code of the filter, or every record that one may come from, has one
 *
 * When a question is answered. Either way each of its records has the fields that are needed.
 */
typedef enum { MZ_ANSWERED_BY_ONE, MZ_ANSWERED_BY_EACH } MzQuestionRule;

/**
 * MzQuestion:
 * @name: stable name, such as `external.law`: kept in documents for questions that were skipped
 * @step: code of its step
 * @page: name of the page on which the answer shows
 * @kind: the kind that it fills
 * @filter: (nullable): "field=code code…": which records of the kind are meant; a new one gets one of the codes
 * @from: (nullable): kinds that a new record comes from, separated by spaces: a reference field of the kind that points
 *   there is set, else a link is made; "?" behind a kind means that it may be left out
 * @fields: fields that are asked for, separated by spaces; the first is what is typed to add a record
 * @needed: fields that each record must have, separated by spaces; "a|b" for either
 * @type: whether it adds records
 * @rule: when it is answered
 * @board: whether the board page lacks something without it
 * @text: (nullable): the question, a gettext message id; %NULL asks for the sub-item of the filter
 * @hint: (nullable): what belongs there, a gettext message id; %NULL for the hint of the sub-item
 */
typedef struct {
  const char *name;
  const char *step;
  const char *page;
  const char *kind;
  const char *filter;
  const char *from;
  const char *fields;
  const char *needed;
  MzQuestionType type;
  MzQuestionRule rule;
  gboolean board;
  const char *text;
  const char *hint;
} MzQuestion;

/**
 * MzQuestionState:
 * @MZ_QUESTION_OPEN: nothing is there
 * @MZ_QUESTION_PARTLY: something is there, not all
 * @MZ_QUESTION_SKIPPED: put off by the person, and not answered since
 * @MZ_QUESTION_ANSWERED: its rule is met
 */
typedef enum {
  MZ_QUESTION_OPEN,
  MZ_QUESTION_PARTLY,
  MZ_QUESTION_SKIPPED,
  MZ_QUESTION_ANSWERED,
} MzQuestionState;

/** mz_guide_step_nth: Returns: (transfer none) (nullable): step @index, %NULL behind the last */
const MzGuideStep *mz_guide_step_nth (guint index);

/** mz_guide_step_find: Returns: (transfer none) (nullable): the step of that code */
const MzGuideStep *mz_guide_step_find (const char *code);

/** mz_guide_nth: Returns: (transfer none) (nullable): question @index in the order of the method, %NULL behind the last */
const MzQuestion *mz_guide_nth (guint index);

/** mz_guide_find: Returns: (transfer none) (nullable): the question of that name */
const MzQuestion *mz_guide_find (const char *name);

/** mz_guide_place: Returns: the place of @question among all of them */
guint mz_guide_place (const MzQuestion *question);

/** mz_guide_text: Returns: (transfer full): the question in the language of the program */
char *mz_guide_text (const MzQuestion *question);

/**
 * mz_guide_hint:
 * @question: a question
 * @code: (nullable): the code of its filter that is looked at
 *
 * Returns: (transfer none): what belongs there, in the language of the program
 */
const char *mz_guide_hint (const MzQuestion *question, const char *code);

/** mz_category_hint: Returns: (transfer none) (nullable): what belongs under sub-item @code of the context, a message id */
const char *mz_category_hint (const char *code);

/** mz_guide_codes: Returns: (transfer full): the codes of its filter, an empty list without filter */
char **mz_guide_codes (const MzQuestion *question);

/** mz_guide_filter_field: Returns: index of the field of its filter in its kind, -1 without filter */
int mz_guide_filter_field (const MzQuestion *question, const MzKind *kind);

/**
 * mz_guide_records:
 * @model: a model
 * @question: a question
 *
 * Returns: (transfer container) (element-type MzRecord): the records that answer it, in list order
 */
GPtrArray *mz_guide_records (MzModel *model, const MzQuestion *question);

/**
 * mz_guide_state:
 * @model: a model
 * @question: a question
 * @done: (out) (optional): how many of the things asked for are there
 * @total: (out) (optional): of how many
 *
 * Returns: whether the question is answered
 */
MzQuestionState mz_guide_state (MzModel *model, const MzQuestion *question, guint *done, guint *total);

/** mz_guide_is_whole: Returns: whether @record has all that @question needs */
gboolean mz_guide_is_whole (MzRecord *record, const MzQuestion *question);

/** mz_guide_may_add: Returns: whether another record may answer @question; not where each code of a filter has only one */
gboolean mz_guide_may_add (MzModel *model, const MzQuestion *question);

/** mz_guide_open_code: Returns: (transfer full) (nullable): the first code of its filter without a record, else the first */
char *mz_guide_open_code (MzModel *model, const MzQuestion *question);

/**
 * mz_guide_source_kind:
 * @question: a question
 * @place: which of its kinds in @from
 * @optional: (out): whether it may be left out
 *
 * Returns: (transfer none) (nullable): the kind, %NULL behind the last
 */
const MzKind *mz_guide_source_kind (const MzQuestion *question, guint place, gboolean *optional);

/** mz_guide_source_label: Returns: (transfer full): what source @place of @question is called */
char *mz_guide_source_label (const MzQuestion *question, guint place);

/**
 * mz_guide_source:
 * @model: a model
 * @question: a question
 * @place: which of its kinds in @from
 *
 * What a new record would most likely come from: the first record of that kind from which none comes yet, else the last.
 *
 * Returns: (transfer none) (nullable): the record; %NULL when there is none or it may be left out
 */
MzRecord *mz_guide_source (MzModel *model, const MzQuestion *question, guint place);

/**
 * mz_guide_add:
 * @model: a model
 * @question: a question that adds records
 * @code: (nullable): code of its filter
 * @sources: (array zero-terminated=0) (length=n_sources): ids of the records that it comes from, %NULL for none, one for
 *   each kind of @from
 * @n_sources: how many
 * @text: (nullable): what is typed for its first field; without fields nothing
 * @unit: unit of a bare amount
 * @id: (out) (transfer full): id of the new record
 * @error: return location for the reason, one sentence
 *
 * A context entry gets what its sub-item usually bears on.
 *
 * Returns: (transfer full) (nullable): the edit that adds the record and its links
 */
MzEdit *mz_guide_add (MzModel *model, const MzQuestion *question, const char *code, const char *const *sources,
                      guint n_sources, const char *text, MzMoneyUnit unit, char **id, GError **error);

/**
 * mz_guide_take:
 * @model: a model
 * @question: a question
 * @example: a record of another model that answers the same question
 * @sources: as for mz_guide_add()
 * @n_sources: how many
 *
 * Takes an example over as a draft: what it says without what it refers to, marked as an illustrative assumption. A
 * singleton gets only the fields that are asked for.
 *
 * Returns: (transfer full): the edit
 */
MzEdit *mz_guide_take (MzModel *model, const MzQuestion *question, MzRecord *example, const char *const *sources,
                       guint n_sources);

/** mz_guide_is_skipped: Returns: whether the person put @question off */
gboolean mz_guide_is_skipped (MzModel *model, const MzQuestion *question);

/** mz_guide_skip: Returns: (transfer full): the edit that puts @question off, or with !@skipped takes it up again */
MzEdit *mz_guide_skip (MzModel *model, const MzQuestion *question, gboolean skipped);

/**
 * mz_sector_distance:
 * @a: (nullable): code of a trade
 * @b: (nullable): code of another
 *
 * Returns: 0 for the same trade, 1 for trades of one family (making, selling, serving), 2 otherwise
 */
guint mz_sector_distance (const char *a, const char *b);

G_END_DECLS
