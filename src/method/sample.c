/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is asked of a sample firm beyond completeness: how many records of a kind, which fields of each, and which records
 * have to refer to it. One row a rule. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

/* How many records there are, of those whose choice @field is @code. */
typedef struct
{
  const char *kind;
  const char *field;
  const char *code;
  guint least;
  guint most; /* 0 for any number */
} Count;

static const Count counts[] = {
    {"system", NULL, NULL, 8, 20},
    {"zone", NULL, NULL, 2, 0},
    {"flow", NULL, NULL, 7, 0},
    {"weakness", NULL, NULL, 8, 0},
    {"context", NULL, NULL, 30, 0},
    {"context", "category", "market", 1, 0},
    {"context", "category", "industry", 1, 0},
    {"stakeholder", NULL, NULL, 6, 0},
    {"aspect", NULL, NULL, 6, 0},
    {"damage", NULL, NULL, 6, 0},
    {"risk", NULL, NULL, 16, 0},
    {"business_risk", "class", "finance", 1, 0},
    {"business_risk", "class", "accident", 1, 0},
    {"business_risk", "class", "litigation", 1, 0},
    {"business_risk", "class", "economy", 1, 0},
    {"business_risk", "class", "quality", 1, 0},
    {"business_risk", "class", "society", 1, 0},
    {"business_risk", "class", "politics", 1, 0},
    {"option", NULL, NULL, 2, 0},
    {"scenario", NULL, NULL, 3, 4},
    {"objective", NULL, NULL, 12, 0},
    {"kpi", NULL, NULL, 8, 0},
    {"kpi_value", NULL, NULL, 96, 0},
    {"indicator", "area", "attack", 1, 0},
    {"indicator", "area", "protect", 1, 0},
    {"indicator", "area", "suspicious", 1, 0},
    {"indicator", "area", "indirect", 1, 0},
};

/* Fields that every record has whose choice @field is one of @codes (of all while NULL). */
typedef struct
{
  const char *kind;
  const char *field;
  const char *codes;
  const char *asked;
} Fields;

static const Fields fields[] = {
    {"organisation", NULL, NULL,
     "sector headline contribution_margin fiscal_year meeting confidentiality"},
    {"system", NULL, NULL, "zone owner"},
    {"weakness", NULL, NULL, "system"},
    {"context", "category", "law industry standards", "source as_of"},
    {"context", "category", "rivalry new_entrants substitutes buyers suppliers", "strength text"},
    {"stakeholder", NULL, NULL, "demand influence level"},
    {"aspect", NULL, NULL, "current target gap current_level target_level owner"},
    {"risk", NULL, NULL,
     "code inherent_likelihood inherent_impact likelihood impact owner treatment note"},
    {"business_risk", NULL, NULL, "level annual_loss owner"},
    {"objective", NULL, NULL, "owner"},
    {"kpi", NULL, NULL, "success_factor unit"},
    {"indicator", NULL, NULL, "warning alarm functions"},
};

/* At least @least records of @kind refer by @field to each record of @of. */
typedef struct
{
  const char *of;
  const char *kind;
  const char *field;
  guint least;
} Referring;

static const Referring referring[] = {
    {"step", "effect", "step", 1},
    {"indicator", "indicator_value", "indicator", 8},
};

static gboolean
is_one_of (MzRecord *record, const char *field, const char *codes)
{
  g_auto (GStrv) list = NULL;

  if (field == NULL || codes == NULL)
    return TRUE;
  list = g_strsplit (codes, " ", -1);
  for (guint i = 0; list[i] != NULL; i++)
    if (mz_record_choice_is (record, field, list[i]))
      return TRUE;
  return FALSE;
}

static const char *
kind_plural (MzModel *model, const char *name)
{
  return mz_translate (mz_schema_kind (mz_model_schema (model), name)->plural);
}

/* The kind in words, with the choice where only some of its records are meant. */
static char *
count_label (MzModel *model, const Count *count)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), count->kind);
  const MzField *field;

  if (count->field == NULL)
    return g_strdup (kind_plural (model, count->kind));
  field = mz_kind_field (kind, (guint)mz_kind_find (kind, count->field));
  /* Translators: records of a kind, and which of them, such as "Context: Market". */
  return g_strdup_printf (
      _ ("%s: %s"), kind_plural (model, count->kind),
      mz_translate (field->choices[mz_field_choice (field, count->code)].label));
}

static void
check_count (MzModel *model, const Count *count, GPtrArray *findings)
{
  g_autofree char *label = NULL;
  guint found = 0;
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, count->kind, i)) != NULL; i++)
    found += is_one_of (record, count->field, count->code);
  if (found >= count->least && (count->most == 0 || found <= count->most))
    return;
  label = count_label (model, count);
  g_ptr_array_add (
      findings,
      mz_finding_new (
          "sample_count", MZ_FINDING_WARNING, NULL, NULL,
          found < count->least
              ? g_strdup_printf (_ ("A sample firm has at least %u records of “%s”; there are %u."),
                                 count->least, label, found)
              : g_strdup_printf (_ ("A sample firm has at most %u records of “%s”; there are %u."),
                                 count->most, label, found)));
}

static void
check_fields (MzModel *model, const Fields *rule, GPtrArray *findings)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), rule->kind);
  g_auto (GStrv) asked = g_strsplit (rule->asked, " ", -1);
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, rule->kind, i)) != NULL; i++)
    for (guint j = 0; is_one_of (record, rule->field, rule->codes) && asked[j] != NULL; j++)
      {
        const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, asked[j]));
        g_autofree char *title = mz_record_label (record);

        if (!mz_record_has (record, asked[j]))
          g_ptr_array_add (
              findings,
              mz_finding_new ("sample_field", MZ_FINDING_WARNING, record, field->name,
                              g_strdup_printf (_ ("In a sample firm “%s” also tells “%s”."), title,
                                               mz_translate (field->label))));
      }
}

static void
check_referring (MzModel *model, const Referring *rule, GPtrArray *findings)
{
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, rule->of, i)) != NULL; i++)
    {
      g_autoptr (GPtrArray) found =
          mz_model_referring (model, rule->kind, rule->field, mz_record_id (record));
      g_autofree char *title = mz_record_label (record);

      if (found->len < rule->least)
        g_ptr_array_add (
            findings,
            mz_finding_new (
                "sample_referring", MZ_FINDING_WARNING, record, NULL,
                g_strdup_printf (
                    /* Translators: how many records of a kind belong to a record, such as
                                   "A sample firm has at least 8 records of “KPI values” for “Sales”; there are 3." */
                    _ ("A sample firm has at least %u records of “%s” for “%s”; there are %u."),
                    rule->least, kind_plural (model, rule->kind), title, found->len)));
    }
}

GPtrArray *
mz_analysis_sample_findings (const MzAnalysis *self)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_finding_free);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    check_count (self->model, &counts[i], findings);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    check_fields (self->model, &fields[i], findings);
  for (guint i = 0; i < G_N_ELEMENTS (referring); i++)
    check_referring (self->model, &referring[i], findings);
  return findings;
}
