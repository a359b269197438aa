/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board workbook: which sheets, in which order. All sheets are there before the first is filled, so that formulas can
 * point anywhere. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

#include "register-cell-private.h"

void
mz_board_title (MzBoardBook *self, MzBookSheet *sheet, const char *title, const char *note,
                int unit_style)
{
  g_autofree char *unit =
      unit_style < 0 ? NULL : mz_book_unit_text (self->book, (MzCellStyle)unit_style);
  g_autofree char *line = unit == NULL ? g_strdup (note) : g_strdup_printf ("%s　%s", unit, note);

  mz_book_sheet_text (sheet, 0, 1, MZ_CELL_TITLE, title);
  mz_book_sheet_text (sheet, 1, 1, MZ_CELL_NOTE, line);
}

void
mz_board_figure (MzBookSheet *sheet, guint row, guint column, int style, const MzFigure *figure)
{
  if (figure->known)
    mz_book_sheet_number (sheet, row, column, style, figure->real);
  else
    mz_book_sheet_text (sheet, row, column, style, MZ_BOARD_UNKNOWN);
}

guint
mz_board_row (GHashTable *rows, MzRecord *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (rows, record));
}

void
mz_board_column (MzBoardBook *self, MzBookSheet *sheet, guint column, const MzKind *kind,
                 const char *name, int variant)
{
  guint index = (guint)mz_kind_find (kind, name), n = mz_model_count (self->model, kind->name);
  const MzField *field = mz_kind_field (kind, index);

  mz_book_sheet_text (sheet, MZ_BOARD_MARK_ROW, column, MZ_CELL_NOTE, name);
  mz_book_sheet_text (sheet, MZ_BOARD_HEAD_ROW, column, MZ_CELL_HEAD, mz_translate (field->label));
  if (n > 0)
    mz_register_allow (sheet, MZ_BOARD_FIRST_ROW, MZ_BOARD_FIRST_ROW + n - 1, column, field,
                       self->model, self->names);
  mz_book_sheet_width (sheet, column, column, mz_register_width (field));
  for (guint i = 0; i < n; i++)
    mz_register_cell (sheet, MZ_BOARD_FIRST_ROW + i, column, variant, field,
                      mz_record_value (mz_model_nth (self->model, kind->name, i), index),
                      self->names);
}

char *
mz_board_scenario (const MzScenarioResult *scenario)
{
  return g_str_equal (scenario->short_name, scenario->name)
             ? g_strdup (scenario->name)
             : g_strdup_printf ("%s %s", scenario->short_name, scenario->name);
}

const char *
mz_board_year (MzCellName *buffer, guint t)
{
  return mz_cell_name (buffer, MZ_BOARD_HEAD_ROW, MZ_FLOW_YEARS + t);
}

char *
mz_board_years (const MzBoardBook *self, const MzFlowSheet *flow, guint row, guint from)
{
  return g_strdup_printf ("%s%s:%s", mz_book_sheet_prefix (flow->sheet),
                          MZ_AT (row, MZ_FLOW_YEARS + from),
                          MZ_AT (row, MZ_FLOW_YEARS + self->horizon));
}

static void
add_flow_sheets (MzBoardBook *self)
{
  guint place = 0;

  self->n_flows = self->analysis->scenarios->len;
  self->flows = g_new0 (MzFlowSheet, self->n_flows);
  for (guint i = 0; i < self->n_flows; i++)
    {
      MzFlowSheet *flow = &self->flows[i];
      g_autofree char *name = NULL;

      flow->scenario = g_ptr_array_index (self->analysis->scenarios, i);
      if (flow->scenario->baseline)
        continue;
      name = g_strdup_printf ("%s %s", _ ("Cash flow"), flow->scenario->short_name);
      flow->sheet = mz_book_add_sheet (self->book, name);
      flow->place = place++;
    }
}

static void
add_sheets (MzBoardBook *self)
{
  self->summary = mz_book_add_sheet (self->book, _ ("Summary"));
  self->assumptions = mz_book_add_sheet (self->book, _ ("Assumptions"));
  self->amounts = mz_book_add_sheet (self->book, _ ("Amounts"));
  self->effects = mz_book_add_sheet (self->book, _ ("Effects"));
  add_flow_sheets (self);
  self->payback = mz_book_add_sheet (self->book, _ ("Payback"));
  self->returns = mz_book_add_sheet (self->book, _ ("Present value"));
  self->needed = mz_book_add_sheet (self->book, _ ("Sales needed"));
  self->risks = mz_book_add_sheet (self->book, _ ("Risks"));
  self->damages = mz_book_add_sheet (self->book, _ ("Damages"));
  self->scorecard = mz_book_add_sheet (self->book, _ ("Scorecard"));
  if (self->request->loss != NULL)
    self->loss = mz_book_add_sheet (self->book, _ ("Simulated loss"));
  self->basis = mz_book_add_sheet (self->book, _ ("Basis"));
}

static void
number_options (MzBoardBook *self)
{
  for (guint i = 0; i < mz_model_count (self->model, "option"); i++)
    g_hash_table_insert (self->option_numbers, mz_model_nth (self->model, "option", i),
                         GUINT_TO_POINTER (i + 1));
}

static void
fill (MzBoardBook *self)
{
  mz_board_assumptions (self);
  mz_board_amounts (self);
  mz_board_damages (self);
  mz_board_effects (self);
  mz_board_risks (self);
  for (guint i = 0; i < self->n_flows; i++)
    if (self->flows[i].sheet != NULL)
      mz_board_flow (self, &self->flows[i]);
  mz_board_payback (self);
  mz_board_returns (self);
  mz_board_needed (self);
  mz_board_scorecard (self);
  if (self->loss != NULL)
    mz_board_loss (self);
  mz_board_summary (self);
}

static void
set_properties (MzBoardBook *self)
{
  MzRecord *organisation = mz_model_single (self->model, "organisation");
  const char *name = mz_record_text (organisation, "name");
  g_autofree char *title = g_strdup_printf ("%s　%s", name != NULL ? name : "", _ ("Board pack"));

  g_strstrip (title);
  mz_book_set_properties (
      self->book, title, name,
      _ ("Yellow cells can be changed; everything else is a formula that follows them."),
      self->request->date != NULL ? self->request->date
                                  : mz_record_text (organisation, "report_date"));
}

static void
clear (MzBoardBook *self)
{
  for (guint i = 0; i < self->n_flows; i++)
    g_free (self->flows[i].margin);
  g_free (self->flows);
  g_free (self->matrix);
  g_free (self->band_values);
  g_free (self->band_names);
  g_hash_table_unref (self->amount_rows);
  g_hash_table_unref (self->effect_rows);
  g_hash_table_unref (self->damage_rows);
  g_hash_table_unref (self->option_numbers);
  mz_record_names_free (self->names);
  mz_book_free (self->book);
}

GBytes *
mz_workbook_report (const MzReportRequest *request, GError **error)
{
  MzBoardBook self = {.request = request,
                      .analysis = request->analysis,
                      .model = request->analysis->model,
                      .horizon = (guint)request->analysis->horizon};
  GBytes *bytes;

  self.book = mz_book_new (request->unit);
  self.names = mz_record_names_new (self.model);
  self.amount_rows = g_hash_table_new (NULL, NULL);
  self.effect_rows = g_hash_table_new (NULL, NULL);
  self.damage_rows = g_hash_table_new (NULL, NULL);
  self.option_numbers = g_hash_table_new (NULL, NULL);
  set_properties (&self);
  number_options (&self);
  add_sheets (&self);
  fill (&self);
  bytes = mz_book_finish (self.book, error);
  clear (&self);
  return bytes;
}
