/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Into the next fiscal year: one edit on a copy for the years, then one that writes down what every record is like. */

#include "config.h"

#include "mezasu/carry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/year-amount.h"
#include "schema-private.h"

/* Kinds that tell what happened, or how things are kept: they are not followed from year to year. */
static const char *const not_followed[] = {"carried",         "step_actual", "kpi_value",
                                           "indicator_value", "slide",       NULL};

static gboolean
is_followed (const MzKind *kind)
{
  return !g_strv_contains (not_followed, kind->name);
}

/* Everything of a record but its place and what leads elsewhere by a fresh id would: references stay, ids are the same. */
static char *
fingerprint (MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      g_autofree char *text = NULL;

      if (i == mz_kind_position (kind) || !mz_record_value (record, i)->set)
        continue;
      text = mz_value_to_machine (field, mz_record_value (record, i));
      g_checksum_update (sum, (const guchar *)field->name, -1);
      g_checksum_update (sum, (const guchar *)"=", 1);
      /* With the zero at its end, so that no two records spell the same bytes. */
      g_checksum_update (sum, (const guchar *)text, (gssize)strlen (text) + 1);
    }
  return g_strndup (g_checksum_get_string (sum), 32);
}

/* Years. */

static gboolean
is_cost (MzRecord *flow)
{
  return mz_record_choice_is (flow, "kind", "investment") ||
         mz_record_choice_is (flow, "kind", "running");
}

/* What the steps were to cost in year 0, by id of the step. */
static GHashTable *
plans_of (MzModel *model)
{
  GHashTable *plans = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < mz_model_count (model, "cash_flow"); i++)
    {
      MzRecord *flow = mz_model_nth (model, "cash_flow", i);
      MzRecord *step = mz_model_referred (model, flow, "step");
      gint64 amount, *plan;

      if (step == NULL || !is_cost (flow) || !mz_year_amount (flow, 0, &amount))
        continue;
      plan = g_hash_table_lookup (plans, mz_record_id (step));
      if (plan == NULL)
        {
          plan = g_new0 (gint64, 1);
          g_hash_table_insert (plans, (gpointer)mz_record_id (step), plan);
        }
      if (!mz_money_add (*plan, amount, plan, NULL))
        *plan = G_MAXINT64;
    }
  return plans;
}

static MzRecord *
actual_of (MzModel *model, const char *step, gint64 year)
{
  g_autoptr (GPtrArray) actuals = mz_model_referring (model, "step_actual", "step", step);

  for (guint i = 0; i < actuals->len; i++)
    if (mz_record_integer (actuals->pdata[i], "fiscal_year", 0) == year)
      return actuals->pdata[i];
  return NULL;
}

static void
write_plans (MzModel *model, MzEdit *edit, gint64 year)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), "step_actual");
  guint planned = (guint)mz_kind_find (kind, "planned");
  g_autoptr (GHashTable) plans = plans_of (model);

  for (guint i = 0; i < mz_model_count (model, "step"); i++)
    {
      const char *step = mz_record_id (mz_model_nth (model, "step", i));
      const gint64 *plan = g_hash_table_lookup (plans, step);
      MzRecord *actual = plan == NULL ? NULL : actual_of (model, step, year);
      const char *id;

      /* More than a field can hold is no plan to compare with. */
      if (plan == NULL || *plan < 0 || *plan > MZ_MONEY_ENTRY_MAX ||
          (actual != NULL && mz_record_value (actual, planned)->set))
        continue;
      id = actual != NULL ? mz_record_id (actual) : mz_edit_insert (edit, kind, NULL);
      if (actual == NULL)
        {
          mz_edit_set_text (edit, kind, id, "step", step);
          mz_edit_set_integer (edit, kind, id, "fiscal_year", year);
        }
      mz_edit_set_integer (edit, kind, id, "planned", *plan);
    }
}

/* One year less, from 0 on; Returns: whether the record's last year is past. */
static gboolean
shift_years (MzEdit *edit, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  gint64 from = mz_record_integer (record, "from_year", 0);
  gint64 to = mz_record_integer (record, "to_year", G_MAXINT64);

  if (from > 0)
    mz_edit_set_integer (edit, kind, mz_record_id (record), "from_year", from - 1);
  if (to > 0 && to != G_MAXINT64)
    mz_edit_set_integer (edit, kind, mz_record_id (record), "to_year", to - 1);
  return to == 0;
}

static void
shift_all (MzModel *model, MzEdit *edit)
{
  for (guint i = 0; i < mz_model_count (model, "step"); i++)
    shift_years (edit, mz_model_nth (model, "step", i));
  for (guint i = 0; i < mz_model_count (model, "cash_flow"); i++)
    {
      MzRecord *flow = mz_model_nth (model, "cash_flow", i);

      if (shift_years (edit, flow))
        mz_edit_delete (edit, mz_record_kind (flow), mz_record_id (flow));
    }
}

/* What is written down. */

static void
forget_marks (MzModel *model, MzEdit *edit)
{
  for (guint i = 0; i < mz_model_count (model, "carried"); i++)
    {
      MzRecord *carried = mz_model_nth (model, "carried", i);

      mz_edit_delete (edit, mz_record_kind (carried), mz_record_id (carried));
    }
}

static void
write_mark (MzEdit *edit, const MzKind *carried, MzRecord *record, gint64 year)
{
  const char *id = mz_edit_insert (edit, carried, NULL);
  g_autofree char *label = g_strdelimit (mz_record_label (record), "\n\r\t", ' ');
  g_autofree char *print = fingerprint (record);
  /* A mark and a title together may be longer than one line of text can be. */
  g_autofree char *title = g_utf8_substring (label, 0, MIN (g_utf8_strlen (label, -1), 500));

  mz_edit_set_text (edit, carried, id, "record", mz_record_id (record));
  mz_edit_set_text (edit, carried, id, "kind", mz_record_kind (record)->name);
  mz_edit_set_text (edit, carried, id, "title", title);
  mz_edit_set_integer (edit, carried, id, "fiscal_year", year);
  mz_edit_set_text (edit, carried, id, "fingerprint", print);
}

static void
write_marks (MzModel *model, MzEdit *edit, gint64 year)
{
  const MzSchema *schema = mz_model_schema (model);
  const MzKind *carried = mz_schema_kind (schema, "carried");

  for (guint k = 0; k < schema->n_kinds; k++)
    if (is_followed (&schema->kinds[k]))
      for (guint i = 0; i < mz_model_count (model, schema->kinds[k].name); i++)
        write_mark (edit, carried, mz_model_nth (model, schema->kinds[k].name, i), year);
}

MzModel *
mz_carry (MzModel *model, GError **error)
{
  g_autoptr (MzModel) next = NULL;
  g_autoptr (MzEdit) years = mz_edit_new (NULL);
  g_autoptr (MzEdit) marks = mz_edit_new (NULL);
  MzRecord *organisation;
  gint64 year;

  g_return_val_if_fail (MZ_IS_MODEL (model), NULL);

  organisation = mz_model_single (model, "organisation");
  year = mz_record_integer (organisation, "fiscal_year", 0);
  if (year == 0)
    {
      g_set_error_literal (
          error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
          _ ("The fiscal year is not given; it has to be known which year follows."));
      return NULL;
    }
  next = mz_model_copy (model);
  write_plans (next, years, year);
  shift_all (next, years);
  forget_marks (next, years);
  mz_edit_set_integer (years, mz_record_kind (organisation), mz_record_id (organisation),
                       "fiscal_year", year + 1);
  if (!mz_model_edit (next, years, error))
    return NULL;
  write_marks (next, marks, year);
  return mz_model_edit (next, marks, error) ? g_steal_pointer (&next) : NULL;
}

/* What became of the records. */

struct _MzCarryMarks
{
  GHashTable *carried; /* id of a record → its fingerprint */
  GPtrArray *removed;
};

MzCarryMarks *
mz_carry_marks_new (MzModel *model)
{
  MzCarryMarks *self = g_new0 (MzCarryMarks, 1);

  self->carried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < mz_model_count (model, "carried"); i++)
    {
      MzRecord *carried = mz_model_nth (model, "carried", i);
      const char *id = mz_record_text (carried, "record");

      g_hash_table_insert (self->carried, g_strdup (id),
                           g_strdup (mz_record_text (carried, "fingerprint")));
      if (mz_model_find (model, id) == NULL)
        g_ptr_array_add (self->removed, g_object_ref (carried));
    }
  return self;
}

void
mz_carry_marks_free (MzCarryMarks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->carried);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

MzCarryMark
mz_carry_mark (MzCarryMarks *self, MzRecord *record)
{
  gpointer print;
  g_autofree char *now = NULL;

  if (g_hash_table_size (self->carried) == 0 || !is_followed (mz_record_kind (record)))
    return MZ_CARRY_NONE;
  if (!g_hash_table_lookup_extended (self->carried, mz_record_id (record), NULL, &print))
    return MZ_CARRY_NEW;
  now = fingerprint (record);
  return g_strcmp0 (now, print) == 0 ? MZ_CARRY_SAME : MZ_CARRY_CHANGED;
}

GPtrArray *
mz_carry_removed (MzCarryMarks *self)
{
  return self->removed;
}

const char *
mz_carry_mark_words (MzCarryMark mark)
{
  switch (mark)
    {
    case MZ_CARRY_CHANGED:
      return _ ("changed");
    case MZ_CARRY_NEW:
      return _ ("new");
    case MZ_CARRY_NONE:
    case MZ_CARRY_SAME:
    default:
      return "";
    }
}
