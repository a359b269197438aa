/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The registers in full: what stands in the document, kind by kind, for whoever has to check it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/cell-text.h"
#include "report-private.h"

/* More columns than these are too narrow to be read. */
#define MOST_COLUMNS 8

static const char *const registers[] = {
    "context",       "stakeholder", "system", "weakness", "aspect",    "damage", "risk",
    "business_risk", "option",      "step",   "effect",   "objective", "kpi",    "indicator"};

static gboolean
is_number (const MzField *field)
{
  return field->type == MZ_TYPE_INTEGER || field->type == MZ_TYPE_REAL ||
         field->type == MZ_TYPE_MONEY || field->type == MZ_TYPE_PPM || field->type == MZ_TYPE_LEVEL;
}

/* Whether any record says something there. */
static gboolean
is_used (MzModel *model, const MzKind *kind, guint field)
{
  for (guint i = 0; i < mz_model_count (model, kind->name); i++)
    if (mz_record_value (mz_model_nth (model, kind->name, i), field)->set)
      return TRUE;
  return FALSE;
}

/* The fields that become columns. */
static GArray *
columns_of (MzModel *model, const MzKind *kind)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < mz_kind_n_fields (kind) && columns->len < MOST_COLUMNS; i++)
    if (mz_register_shows (mz_kind_field (kind, i)) && is_used (model, kind, i))
      g_array_append_val (columns, i);
  return columns;
}

static char *
heading_of (MzPages *self, const MzField *field)
{
  const char *unit = field->type == MZ_TYPE_MONEY ? mz_money_unit_label (self->request->unit)
                                                  : mz_translate (field->unit);

  return g_strdup_printf ("%s%s%s%s%s", is_number (field) ? "#" : "", mz_translate (field->label),
                          *unit != '\0' ? " (" : "", unit, *unit != '\0' ? ")" : "");
}

static char *
cell_of (MzPages *self, const MzField *field, const MzValue *value, const MzRecordNames *names)
{
  MzFigure figure = {.known = TRUE, .yen = value->integer};

  if (!value->set)
    return g_strdup ("");
  if (field->type == MZ_TYPE_MONEY)
    return mz_pages_amount (self, &figure);
  if (is_number (field) || field->type == MZ_TYPE_DATE || field->type == MZ_TYPE_BOOLEAN)
    return mz_value_display (field, value);
  return mz_register_text (field, value, names);
}

static void
add_register (MzPages *self, const MzKind *kind, const MzRecordNames *names)
{
  MzModel *model = self->request->analysis->model;
  g_autoptr (GArray) columns = columns_of (model, kind);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  guint n = mz_model_count (model, kind->name);
  const char *plural = mz_translate (kind->plural);
  g_autofree char *kicker = g_strdup_printf (_ ("Register: %s"), plural);
  g_autofree char *headline =
      g_strdup_printf (ngettext ("%u entry stands in the register “%s”.",
                                 "%u entries stand in the register “%s”.", n),
                       n, plural);
  g_autoptr (MzTable) table = NULL;
  MzBox content;
  MzScene *page;

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (headers,
                     heading_of (self, mz_kind_field (kind, g_array_index (columns, guint, i))));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (plural, (const char *const *)headers->pdata);
  for (guint i = 0; i < n; i++)
    {
      MzRecord *record = mz_model_nth (model, kind->name, i);
      char **cells = g_new0 (char *, columns->len + 1);
      for (guint j = 0; j < columns->len; j++)
        {
          guint index = g_array_index (columns, guint, j);
          cells[j] =
              cell_of (self, mz_kind_field (kind, index), mz_record_value (record, index), names);
        }
      mz_table_take_row (table, mz_record_id (record), cells);
    }
  page = mz_pages_add (self, "registers", kicker, headline, NULL, &content);
  mz_block_table_pages (self, page, "registers", kicker, headline, table, content, NULL);
}

void
mz_page_registers (MzPages *self)
{
  MzModel *model = self->request->analysis->model;
  g_autoptr (MzRecordNames) names = mz_record_names_new (model);

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (mz_model_count (model, registers[i]) > 0)
      add_register (self, mz_schema_kind (mz_model_schema (model), registers[i]), names);
}
