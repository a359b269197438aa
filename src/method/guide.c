/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the rows of the guide mean: their records, whether they are answered, what was skipped. */

#include "config.h"

#include "guide-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MzGuideStep steps[] = {
    {"organisation", N_ ("Organisation"), "organisation"},
    {"external", N_ ("External context"), "external"},
    {"internal", N_ ("Internal context"), "internal"},
    {"stakeholders", N_ ("Stakeholders"), "stakeholders"},
    {"conclusions", N_ ("Conclusions"), "conclusions"},
    {"criteria", N_ ("Risk criteria"), "criteria"},
    {"gaps", N_ ("Gaps"), "gaps"},
    {"damages", N_ ("Possible damage"), NULL},
    {"risks", N_ ("Risks"), "risks"},
    {"loss", N_ ("Loss"), "loss"},
    {"options", N_ ("Options"), "options"},
    {"scenarios", N_ ("Scenarios"), NULL},
    {"scorecard", N_ ("Scorecard"), "scorecard"},
    {"review", N_ ("Review"), "review"},
};

const MzGuideStep *
mz_guide_step_nth (guint index)
{
  return index < G_N_ELEMENTS (steps) ? &steps[index] : NULL;
}

const MzGuideStep *
mz_guide_step_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (steps[i].code, code) == 0)
      return &steps[i];
  return NULL;
}

const MzQuestion *
mz_guide_nth (guint index)
{
  return index < mz_n_guide_questions ? &mz_guide_questions[index] : NULL;
}

const MzQuestion *
mz_guide_find (const char *name)
{
  for (guint i = 0; i < mz_n_guide_questions; i++)
    if (g_strcmp0 (mz_guide_questions[i].name, name) == 0)
      return &mz_guide_questions[i];
  return NULL;
}

guint
mz_guide_place (const MzQuestion *question)
{
  return (guint)(question - mz_guide_questions);
}

/* The filter. */

char **
mz_guide_codes (const MzQuestion *question)
{
  const char *equals = question->filter != NULL ? strchr (question->filter, '=') : NULL;

  return equals != NULL ? g_strsplit (equals + 1, " ", -1) : g_new0 (char *, 1);
}

int
mz_guide_filter_field (const MzQuestion *question, const MzKind *kind)
{
  g_autofree char *name =
      question->filter != NULL
          ? g_strndup (question->filter, (gsize)(strchr (question->filter, '=') - question->filter))
          : NULL;

  return name != NULL ? mz_kind_find (kind, name) : -1;
}

const MzKind *
mz_guide_kind (MzModel *model, const MzQuestion *question)
{
  return mz_schema_kind (mz_model_schema (model), question->kind);
}

static gboolean
has_code (MzRecord *record, int field, const char *code)
{
  g_autofree char *text =
      mz_value_to_machine (mz_kind_field (mz_record_kind (record), (guint)field),
                           mz_record_value (record, (guint)field));

  return g_str_equal (text, code);
}

static gboolean
has_any_code (MzRecord *record, int field, char **codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (has_code (record, field, codes[i]))
      return TRUE;
  return FALSE;
}

GPtrArray *
mz_guide_records (MzModel *model, const MzQuestion *question)
{
  GPtrArray *found = g_ptr_array_new ();
  const MzKind *kind = mz_guide_kind (model, question);
  int field = mz_guide_filter_field (question, kind);
  g_auto (GStrv) codes = mz_guide_codes (question);
  MzRecord *record;

  if (kind->singleton)
    g_ptr_array_add (found, mz_model_single (model, kind->name));
  for (guint i = 0; !kind->singleton && (record = mz_model_nth (model, kind->name, i)) != NULL; i++)
    if (field < 0 || has_any_code (record, field, codes))
      g_ptr_array_add (found, record);
  return found;
}

/* Words. */

char *
mz_guide_text (const MzQuestion *question)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), question->kind);
  g_auto (GStrv) codes = mz_guide_codes (question);
  int field = mz_guide_filter_field (question, kind);
  const MzField *def;
  int choice;

  if (question->text != NULL)
    return g_strdup (mz_translate (question->text));
  def = mz_kind_field (kind, (guint)field);
  choice = mz_field_choice (def, codes[0]);
  /* The answers of the context are questions by themselves; a sub-item is made one. */
  if (g_str_equal (question->kind, "conclusion"))
    return g_strdup (mz_translate (def->choices[choice].label));
  return g_strdup_printf (_ ("%s: what bears on security?"),
                          mz_translate (def->choices[choice].label));
}

const char *
mz_guide_hint (const MzQuestion *question, const char *code)
{
  g_auto (GStrv) codes = mz_guide_codes (question);

  if (question->hint != NULL)
    return mz_translate (question->hint);
  return mz_translate (mz_category_hint (code != NULL ? code : codes[0]));
}

/* Whether it is answered. */

static gboolean
is_filled (MzRecord *record, const char *name)
{
  const MzKind *kind = mz_record_kind (record);
  int field = mz_kind_find (kind, name);

  g_return_val_if_fail (field >= 0, FALSE);
  if (mz_kind_field (kind, (guint)field)->type == MZ_TYPE_CHOICES)
    return mz_record_integer (record, name, 0) != 0;
  return mz_record_has (record, name);
}

/* How many of the fields of @needed are filled, where "a|b" is one. */
static guint
count_needed (MzRecord *record, const char *needed, guint *total)
{
  g_auto (GStrv) groups = g_strsplit (needed != NULL ? needed : "", " ", -1);
  guint done = 0;

  *total = 0;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (groups[i], "|", -1);
      gboolean any = FALSE;

      for (guint j = 0; names[j] != NULL; j++)
        any |= is_filled (record, names[j]);
      done += any ? 1 : 0;
      (*total)++;
    }
  return done;
}

gboolean
mz_guide_is_whole (MzRecord *record, const MzQuestion *question)
{
  guint total;

  return count_needed (record, question->needed, &total) == total;
}

static gboolean
any_whole (GPtrArray *records, const MzQuestion *question, int field, const char *code)
{
  for (guint i = 0; i < records->len; i++)
    if (has_code (records->pdata[i], field, code) &&
        mz_guide_is_whole (records->pdata[i], question))
      return TRUE;
  return FALSE;
}

static guint
count_codes (MzModel *model, const MzQuestion *question, GPtrArray *records, guint *total)
{
  int field = mz_guide_filter_field (question, mz_guide_kind (model, question));
  g_auto (GStrv) codes = mz_guide_codes (question);
  guint done = 0;

  *total = g_strv_length (codes);
  for (guint i = 0; codes[i] != NULL; i++)
    done += any_whole (records, question, field, codes[i]) ? 1 : 0;
  return done;
}

static int
reference_to (const MzKind *kind, const char *target, guint skip)
{
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *def = mz_kind_field (kind, i);

      if (def->type == MZ_TYPE_REFERENCE && g_strcmp0 (def->target, target) == 0 && skip-- == 0)
        return (int)i;
    }
  return -1;
}

MzGuideSource
mz_guide_source_nth (const MzQuestion *question, const MzKind *kind, guint place)
{
  g_auto (GStrv) names = g_strsplit (question->from != NULL ? question->from : "", " ", -1);
  MzGuideSource source = {NULL, -1, FALSE};
  guint before = 0;

  if (place >= g_strv_length (names))
    return source;
  source.optional = g_str_has_suffix (names[place], "?");
  source.name = g_strdup (names[place]);
  if (source.optional)
    source.name[strlen (source.name) - 1] = '\0';
  for (guint i = 0; i < place; i++)
    before += g_str_equal (names[i], names[place]) ? 1 : 0;
  source.field = reference_to (kind, source.name, before);
  return source;
}

const MzKind *
mz_guide_source_kind (const MzQuestion *question, guint place, gboolean *optional)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), question->kind);
  MzGuideSource source = mz_guide_source_nth (question, kind, place);
  g_autofree char *name = source.name;

  *optional = source.optional;
  return name != NULL ? mz_schema_kind (mz_schema_default (), name) : NULL;
}

char *
mz_guide_source_label (const MzQuestion *question, guint place)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), question->kind);
  MzGuideSource source = mz_guide_source_nth (question, kind, place);
  g_autofree char *name = source.name;

  if (source.field >= 0)
    return g_strdup (mz_translate (mz_kind_field (kind, (guint)source.field)->label));
  /* TRANSLATORS: the kind of record that a new one comes from, such as "Gap" */
  return g_strdup_printf (_ ("Comes from: %s"),
                          mz_translate (mz_schema_kind (mz_schema_default (), name)->label));
}

static gboolean
leads_to (MzModel *model, const MzGuideSource *source, const MzKind *kind, MzRecord *from)
{
  if (source->field >= 0)
    {
      g_autoptr (GPtrArray) found = mz_model_referring (
          model, kind->name, mz_kind_field (kind, (guint)source->field)->name, mz_record_id (from));
      return found->len > 0;
    }
  g_autoptr (GPtrArray) results = mz_model_results (model, mz_record_id (from));
  for (guint i = 0; i < results->len; i++)
    if (mz_record_is (results->pdata[i], kind->name))
      return TRUE;
  return FALSE;
}

static guint
count_sources (MzModel *model, const MzQuestion *question, guint *total)
{
  const MzKind *kind = mz_guide_kind (model, question);
  MzGuideSource source = mz_guide_source_nth (question, kind, 0);
  g_autofree char *name = source.name;
  MzRecord *from;
  guint done = 0;

  *total = 0;
  for (guint i = 0; (from = mz_model_nth (model, name, i)) != NULL; i++, (*total)++)
    done += leads_to (model, &source, kind, from) ? 1 : 0;
  return done;
}

static guint
count_records (const MzQuestion *question, GPtrArray *records, guint *total)
{
  guint done = 0;

  *total = records->len;
  for (guint i = 0; i < records->len; i++)
    done += mz_guide_is_whole (records->pdata[i], question) ? 1 : 0;
  return done;
}

MzQuestionState
mz_guide_state (MzModel *model, const MzQuestion *question, guint *done, guint *total)
{
  g_autoptr (GPtrArray) records = mz_guide_records (model, question);
  guint met, all;

  if (mz_guide_kind (model, question)->singleton)
    met = count_needed (records->pdata[0], question->needed, &all);
  else if (question->rule == MZ_ANSWERED_BY_EACH && question->filter != NULL)
    met = count_codes (model, question, records, &all);
  else if (question->rule == MZ_ANSWERED_BY_EACH)
    met = count_sources (model, question, &all);
  else
    met = count_records (question, records, &all);
  all = MAX (all, 1);
  if (done != NULL)
    *done = met;
  if (total != NULL)
    *total = all;
  if (met == all)
    return MZ_QUESTION_ANSWERED;
  if (mz_guide_is_skipped (model, question))
    return MZ_QUESTION_SKIPPED;
  return met > 0 || (records->len > 0 && !mz_guide_kind (model, question)->singleton)
             ? MZ_QUESTION_PARTLY
             : MZ_QUESTION_OPEN;
}

char *
mz_guide_open_code (MzModel *model, const MzQuestion *question)
{
  g_autoptr (GPtrArray) records = mz_guide_records (model, question);
  int field = mz_guide_filter_field (question, mz_guide_kind (model, question));
  g_auto (GStrv) codes = mz_guide_codes (question);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < records->len && !any; j++)
        any = has_code (records->pdata[j], field, codes[i]);
      if (!any)
        return g_strdup (codes[i]);
    }
  return g_strdup (codes[0]);
}

gboolean
mz_guide_may_add (MzModel *model, const MzQuestion *question)
{
  const MzKind *kind = mz_guide_kind (model, question);
  int field = mz_guide_filter_field (question, kind);
  g_autoptr (GPtrArray) records = NULL;
  g_auto (GStrv) codes = NULL;

  if (kind->singleton || question->type == MZ_QUESTION_EXISTING)
    return FALSE;
  if (field < 0 || (mz_kind_field (kind, (guint)field)->flags & MZ_FIELD_UNIQUE) == 0)
    return TRUE;
  records = mz_guide_records (model, question);
  codes = mz_guide_codes (question);
  return records->len < g_strv_length (codes);
}

MzRecord *
mz_guide_source (MzModel *model, const MzQuestion *question, guint place)
{
  const MzKind *kind = mz_guide_kind (model, question);
  MzGuideSource source = mz_guide_source_nth (question, kind, place);
  g_autofree char *name = source.name;
  MzGuideSource earlier = place > 0 ? mz_guide_source_nth (question, kind, place - 1)
                                    : (MzGuideSource){NULL, -1, FALSE};
  g_autofree char *earlier_name = earlier.name;
  MzRecord *taken = NULL, *last = NULL, *record;

  if (name == NULL || source.optional)
    return NULL;
  /* Nothing comes from a thing and leads back to it. */
  if (g_strcmp0 (name, earlier_name) == 0)
    taken = mz_guide_source (model, question, place - 1);
  for (guint i = 0; (record = mz_model_nth (model, name, i)) != NULL; i++)
    {
      if (record == taken)
        continue;
      if (!leads_to (model, &source, kind, record))
        return record;
      last = record;
    }
  return last;
}

/* What was skipped. */

gboolean
mz_guide_is_skipped (MzModel *model, const MzQuestion *question)
{
  const char *text = mz_record_text (mz_model_single (model, "organisation"), "skipped");
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", " ", -1);

  return g_strv_contains ((const char *const *)names, question->name);
}
