/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The last pages: where the figures come from, and what was assumed. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/ratio.h"
#include "report-private.h"

static void
table_pages (MzPages *self, const char *name, const char *kicker, const char *headline,
             const MzTable *table)
{
  MzBox content;
  MzScene *page = mz_pages_add (self, name, kicker, headline, NULL, &content);
  mz_block_table_pages (self, page, name, kicker, headline, table, content, NULL);
}

/* Titles of the records of @kind among @records, joined. */
static char *
titles_of (GPtrArray *records, const char *kind)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = NULL;
      if (!mz_record_is (g_ptr_array_index (records, i), kind))
        continue;
      title = mz_record_title (g_ptr_array_index (records, i));
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", title);
    }
  return g_string_free (text, FALSE);
}

/* What of @kind the records in @from come from. */
static GPtrArray *
causes_of (MzModel *model, GPtrArray *from, const char *kind)
{
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < from->len; i++)
    {
      g_autoptr (GPtrArray) causes =
          mz_model_causes (model, mz_record_id (g_ptr_array_index (from, i)));
      for (guint j = 0; j < causes->len; j++)
        if (mz_record_is (g_ptr_array_index (causes, j), kind) &&
            !g_ptr_array_find (found, g_ptr_array_index (causes, j), NULL))
          g_ptr_array_add (found, g_ptr_array_index (causes, j));
    }
  return found;
}

/* One row a risk: from the context through gap and damage to the risk, and on to the steps that act on it. */
static MzTable *
origin_table (MzPages *self)
{
  const MzAnalysis *analysis = self->request->analysis;
  g_autofree char *loss = g_strdup_printf ("#%s (%s)", _ ("Loss a year"),
                                           mz_money_unit_label (self->request->unit));
  const char *headers[] = {_ ("Context"), _ ("Gap"),   _ ("Damage"), _ ("Risk"),
                           loss,          _ ("Steps"), NULL};
  MzTable *table = mz_table_new (_ ("How to follow the figures"), headers);

  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);
      const MzResidual *residual = mz_analysis_residual (self->request->scenario, i);
      g_autoptr (GPtrArray) start = g_ptr_array_new ();
      g_autoptr (GPtrArray) damages = NULL;
      g_autoptr (GPtrArray) aspects = NULL;
      g_autoptr (GPtrArray) own = NULL;
      g_autoptr (GPtrArray) contexts = NULL;
      char **cells = g_new0 (char *, 7);
      g_ptr_array_add (start, risk->record);
      damages = causes_of (analysis->model, start, "damage");
      aspects = causes_of (analysis->model, damages, "aspect");
      own = causes_of (analysis->model, start, "aspect");
      g_ptr_array_extend (own, aspects, NULL, NULL);
      contexts = causes_of (analysis->model, own, "context");
      cells[0] = titles_of (contexts, "context");
      cells[1] = titles_of (aspects->len > 0 ? aspects : own, "aspect");
      cells[2] = titles_of (damages, "damage");
      cells[3] = mz_record_label (risk->record);
      cells[4] = mz_pages_amount (self, &risk->ale);
      cells[5] = titles_of (residual->steps, "step");
      mz_table_take_row (table, mz_record_id (risk->record), cells);
    }
  return table;
}

void
mz_page_origin (MzPages *self)
{
  g_autoptr (MzTable) table = origin_table (self);
  table_pages (
      self, "origin", _ ("How to follow the figures"),
      _ ("Every amount is followed from the steps through risk, damage and gap back to the context."),
      table);
}

static void
add_parameter (MzTable *table, const char *name, char *value)
{
  char **cells = g_new0 (char *, 5);
  cells[0] = g_strdup (_ ("Parameter"));
  cells[1] = g_strdup (name);
  cells[2] = value;
  cells[3] = g_strdup ("");
  mz_table_take_row (table, NULL, cells);
}

/* All figures of a record, as "label value". */
static char *
figures_of (MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MzField *field = &kind->fields[i];
      g_autofree char *value = NULL;
      if (field->type != MZ_TYPE_MONEY && field->type != MZ_TYPE_PPM && field->type != MZ_TYPE_REAL)
        continue;
      if (!mz_record_value (record, i)->set)
        continue;
      value = mz_value_display (field, mz_record_value (record, i));
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? _ (", ") : "",
                              mz_translate (field->label), value);
    }
  return g_string_free (text, FALSE);
}

static void
add_sources (GHashTable *used, const MzFigure *figure)
{
  for (guint i = 0; figure->sources != NULL && figure->sources[i] != NULL; i++)
    g_hash_table_add (used, figure->sources[i]);
}

/* Ids of the records that a figure of this report was computed from. */
static GHashTable *
records_used (const MzAnalysis *analysis)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);

  add_sources (used, &analysis->ale);
  add_sources (used, &analysis->profit);
  for (guint i = 0; i < analysis->damage_classes->len; i++)
    add_sources (used,
                 &((const MzDamageClass *)g_ptr_array_index (analysis->damage_classes, i))->likely);
  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);
      const MzFigure *figures[] = {&scenario->total_investment, &scenario->running,
                                   &scenario->avoided, &scenario->npv, &scenario->needed.headline};
      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        add_sources (used, figures[j]);
    }
  return used;
}

/* What a record is called; one that only joins others by what it joins. */
static char *
name_of (MzModel *model, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  GString *name;

  if (mz_kind_find_flag (kind, MZ_FIELD_TITLE) >= 0)
    return mz_record_label (record);
  name = g_string_new (NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MzValue *value = mz_record_value (record, i);
      MzRecord *other = kind->fields[i].type == MZ_TYPE_REFERENCE && value->set
                            ? mz_model_find (model, value->text)
                            : NULL;
      g_autofree char *label = other != NULL ? mz_record_label (other) : NULL;
      if (label != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " → " : "", label);
    }
  return g_string_free (name, FALSE);
}

static MzTable *
assumption_table (MzPages *self)
{
  const MzAnalysis *analysis = self->request->analysis;
  MzRecord *organisation = mz_model_single (analysis->model, "organisation");
  g_autofree char *rate = mz_ratio_round_percent ((gint64)(analysis->discount_rate * 1e6 + 0.5), 1);
  const char *headers[] = {_ ("Kind"), _ ("What"), _ ("Figures"), _ ("Basis"), NULL};
  MzTable *table = mz_table_new (_ ("Assumptions"), headers);
  g_autoptr (GHashTable) used = records_used (analysis);

  add_parameter (table, _ ("Planning horizon"),
                 g_strdup_printf (_ ("%d years"), analysis->horizon));
  add_parameter (table, _ ("Discount rate"), g_strdup_printf ("%s %%", rate));
  add_parameter (
      table, _ ("Random seed"),
      g_strdup_printf ("%" G_GINT64_FORMAT, mz_record_integer (organisation, "seed", 0)));
  for (guint i = 0; i < analysis->assumptions->len; i++)
    {
      MzRecord *record = g_ptr_array_index (analysis->assumptions, i);
      g_autofree char *figures = figures_of (record);
      char **cells;
      if (*figures == '\0' || !g_hash_table_contains (used, mz_record_id (record)))
        continue;
      cells = g_new0 (char *, 5);
      cells[0] = g_strdup (mz_translate (mz_record_kind (record)->label));
      cells[1] = name_of (analysis->model, record);
      cells[2] = g_steal_pointer (&figures);
      cells[3] =
          g_strdup (mz_record_text (record, "note") != NULL ? mz_record_text (record, "note") : "");
      mz_table_take_row (table, mz_record_id (record), cells);
    }
  return table;
}

void
mz_page_assumptions (MzPages *self)
{
  g_autoptr (MzTable) table = assumption_table (self);
  table_pages (
      self, "assumptions", _ ("Assumptions"),
      _ ("Figures marked ※ are illustrative assumptions; these are the ones behind this report."),
      table);
}
