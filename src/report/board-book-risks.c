/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Damages by class, and the risk register with its expected losses: SLE from the damages or the loss of one event, ALE =
 * SLE × events a year, and what each scenario leaves of it. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

/* The 95 % point of the normal distribution, for lognormal 90 % ranges. */
#define Z95 "1.6448536269514722"

static void
add_damage (MzBoardBook *self, guint row, const MzDamage *damage)
{
  const int style = MZ_CELL_YEN | MZ_CELL_INPUT;
  const MzKind *kind = mz_record_kind (damage->record);
  const char *const fields[] = {"class", "method"};
  const guint columns[] = {MZ_DAMAGE_CLASS, MZ_DAMAGE_METHOD};

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint index = (guint)mz_kind_find (kind, fields[i]);
      g_autofree char *text =
          mz_value_display (mz_kind_field (kind, index), mz_record_value (damage->record, index));

      mz_book_sheet_text (self->damages, row, columns[i], MZ_CELL_PLAIN, text);
    }
  mz_book_sheet_text (self->damages, row, MZ_DAMAGE_KIND, MZ_CELL_PLAIN,
                      damage->is_sales ? _ ("lower profit") : _ ("one-off loss"));
  mz_book_sheet_text (self->damages, row, MZ_DAMAGE_TITLE, MZ_CELL_LONG,
                      mz_record_text (damage->record, "title"));
  mz_board_figure (self->damages, row, MZ_DAMAGE_LOW, style, &damage->low);
  mz_board_figure (self->damages, row, MZ_DAMAGE_LIKELY, style, &damage->likely);
  mz_board_figure (self->damages, row, MZ_DAMAGE_HIGH, style, &damage->high);
  mz_book_sheet_text (self->damages, row, MZ_DAMAGE_NOTE, MZ_CELL_LONG,
                      mz_record_text (damage->record, "note"));
  g_hash_table_insert (self->damage_rows, damage->record, GUINT_TO_POINTER (row));
}

static void
add_class (MzBoardBook *self, guint row, guint last, const MzDamageClass *class)
{
  const MzFigure *figures[] = {&class->low, &class->likely, &class->high};
  const int style = MZ_CELL_MONEY | MZ_CELL_TOTAL;

  mz_book_sheet_text (self->damages, row, MZ_DAMAGE_CLASS, MZ_CELL_PLAIN | MZ_CELL_TOTAL,
                      class->label);
  mz_book_sheet_text (self->damages, row, MZ_DAMAGE_KIND, MZ_CELL_PLAIN | MZ_CELL_TOTAL,
                      class->is_sales ? _ ("lower profit") : _ ("one-off loss"));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i]->known)
      mz_book_sheet_formula (self->damages, row, MZ_DAMAGE_LOW + i, style, figures[i]->real,
                             "=SUMIF(%s:%s,%s,%s:%s)", MZ_AT (MZ_BOARD_FIRST_ROW, MZ_DAMAGE_CLASS),
                             MZ_AT (last, MZ_DAMAGE_CLASS), MZ_AT (row, MZ_DAMAGE_CLASS),
                             MZ_AT (MZ_BOARD_FIRST_ROW, MZ_DAMAGE_LOW + i),
                             MZ_AT (last, MZ_DAMAGE_LOW + i));
    else
      mz_book_sheet_text (self->damages, row, MZ_DAMAGE_LOW + i, style, MZ_BOARD_UNKNOWN);
}

void
mz_board_damages (MzBoardBook *self)
{
  const char *headings[] = {_ ("Class"), _ ("Kind"),    _ ("Damage"), _ ("Reckoned by"),
                            _ ("#Low"),  _ ("#Likely"), _ ("#High"),  _ ("Basis and remarks"),
                            NULL};
  const double widths[] = {26, 16, 34, 20, 17, 17, 17, 50, 0};
  const GPtrArray *damages = self->analysis->damages, *classes = self->analysis->damage_classes;
  guint row = MZ_BOARD_FIRST_ROW, last;
  g_autofree char *note = NULL, *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);

  mz_board_title (
      self, self->damages, _ ("Possible damage"),
      _ ("Effect on profit of each damage. Damage of a leak is a model estimate, not a court forecast."),
      MZ_CELL_YEN);
  mz_book_sheet_widths (self->damages, widths);
  mz_book_sheet_headings (self->damages, MZ_BOARD_HEAD_ROW, headings);
  for (guint i = 0; i < damages->len; i++)
    add_damage (self, row++, g_ptr_array_index (damages, i));
  last = MAX (row, MZ_BOARD_FIRST_ROW + 1) - 1;
  row++;
  note = g_strdup_printf ("%s　%s", _ ("Effect on profit by class"), unit);
  mz_book_sheet_text (self->damages, row++, MZ_DAMAGE_CLASS, MZ_CELL_SECTION, note);
  for (guint i = 0; i < classes->len; i++)
    add_class (self, row++, last, g_ptr_array_index (classes, i));
  mz_book_sheet_frame (self->damages, MZ_BOARD_FIRST_ROW, 0, row, MZ_DAMAGE_NOTE);
}

/* Low, likely and high of one event: from the damages, or as they were entered. */
static void
add_magnitude (MzBoardBook *self, guint row, const MzRisk *risk)
{
  static const char *const fields[] = {"loss_low", "loss_likely", "loss_high"};
  gboolean from_damages = mz_record_choice_is (risk->record, "magnitude", "damages");

  for (guint column = 0; column < 3; column++)
    {
      g_autoptr (GString) sum = g_string_new ("=");

      if (!from_damages)
        {
          if (mz_record_has (risk->record, fields[column]))
            mz_book_sheet_number (self->risks, row, MZ_RISK_LOW + column,
                                  MZ_CELL_YEN | MZ_CELL_INPUT,
                                  (double)mz_record_integer (risk->record, fields[column], 0));
          else
            mz_book_sheet_blank (self->risks, row, MZ_RISK_LOW + column,
                                 MZ_CELL_YEN | MZ_CELL_INPUT);
          continue;
        }
      for (guint i = 0; i < risk->damages->len; i++)
        g_string_append_printf (
            sum, "%s%s%s", i > 0 ? "+" : "", mz_book_sheet_prefix (self->damages),
            MZ_AT (mz_board_row (self->damage_rows, g_ptr_array_index (risk->damages, i)),
                   MZ_DAMAGE_LOW + column));
      if (risk->has_magnitude)
        mz_book_sheet_formula (self->risks, row, MZ_RISK_LOW + column, MZ_CELL_YEN,
                               risk->magnitude.parameters[column], "%s", sum->str);
      else
        mz_book_sheet_text (self->risks, row, MZ_RISK_LOW + column, MZ_CELL_YEN, MZ_BOARD_UNKNOWN);
    }
}

/* The mean of one event's loss, by the kind of its distribution. */
static void
add_single_loss (MzBoardBook *self, guint row, const MzRisk *risk)
{
  MzCellName low_name, likely_name, high_name;
  const char *low = mz_cell_name (&low_name, row, MZ_RISK_LOW);
  const char *likely = mz_cell_name (&likely_name, row, MZ_RISK_LIKELY);
  const char *high = mz_cell_name (&high_name, row, MZ_RISK_HIGH);
  const guint column = MZ_RISK_SLE;
  double value = risk->sle.real;

  if (!risk->sle.known)
    {
      mz_book_sheet_text (self->risks, row, column, MZ_CELL_MONEY, MZ_BOARD_UNKNOWN);
      return;
    }
  switch (risk->magnitude.kind)
    {
    case MZ_MAGNITUDE_POINT:
      mz_book_sheet_formula (self->risks, row, column, MZ_CELL_MONEY, value, "=%s", likely);
      break;
    case MZ_MAGNITUDE_UNIFORM:
      mz_book_sheet_formula (self->risks, row, column, MZ_CELL_MONEY, value, "=(%s+%s)/2", low,
                             high);
      break;
    case MZ_MAGNITUDE_TRIANGULAR:
      mz_book_sheet_formula (self->risks, row, column, MZ_CELL_MONEY, value, "=(%s+%s+%s)/3", low,
                             likely, high);
      break;
    case MZ_MAGNITUDE_PERT:
      mz_book_sheet_formula (self->risks, row, column, MZ_CELL_MONEY, value, "=(%s+4*%s+%s)/6", low,
                             likely, high);
      break;
    default:
      mz_book_sheet_formula (self->risks, row, column, MZ_CELL_MONEY, value,
                             "=EXP((LN(%s)+LN(%s))/2+((LN(%s)-LN(%s))/(2*" Z95 "))^2/2)", low, high,
                             high, low);
      break;
    }
}

static void
add_losses (MzBoardBook *self, guint row, const MzRisk *risk)
{
  const MzKind *kind = mz_record_kind (risk->record);
  guint index = (guint)mz_kind_find (kind, "magnitude");
  g_autofree char *magnitude =
      mz_value_display (mz_kind_field (kind, index), mz_record_value (risk->record, index));

  mz_board_figure (self->risks, row, MZ_RISK_FREQUENCY, MZ_CELL_REAL | MZ_CELL_INPUT,
                   &risk->frequency);
  add_magnitude (self, row, risk);
  mz_book_sheet_text (self->risks, row, MZ_RISK_MAGNITUDE, MZ_CELL_PLAIN, magnitude);
  add_single_loss (self, row, risk);
  if (risk->ale.known)
    mz_book_sheet_formula (self->risks, row, MZ_RISK_ALE, MZ_CELL_MONEY, risk->ale.real, "=%s*%s",
                           MZ_AT (row, MZ_RISK_SLE), MZ_AT (row, MZ_RISK_FREQUENCY));
  else
    mz_book_sheet_text (self->risks, row, MZ_RISK_ALE, MZ_CELL_MONEY, MZ_BOARD_UNKNOWN);
}

static void
add_level (MzBoardBook *self, guint row, guint column, gboolean known, int level)
{
  if (known)
    mz_book_sheet_number (self->risks, row, column, MZ_CELL_WHOLE | MZ_CELL_INPUT, level);
  else
    mz_book_sheet_text (self->risks, row, column, MZ_CELL_WHOLE, MZ_BOARD_UNKNOWN);
}

static void
add_rating (MzBoardBook *self, guint row, const MzRating *rating)
{
  const MzScale *scale = &self->analysis->scale;
  g_autofree char *value =
      g_strdup_printf ("INDEX(%s,%s,%s)", self->matrix, MZ_AT (row, MZ_RISK_LIKELIHOOD),
                       MZ_AT (row, MZ_RISK_IMPACT));

  add_level (self, row, MZ_RISK_LIKELIHOOD, rating->known, rating->likelihood);
  add_level (self, row, MZ_RISK_IMPACT, rating->known, rating->impact);
  if (!rating->known)
    {
      mz_book_sheet_text (self->risks, row, MZ_RISK_VALUE, MZ_CELL_WHOLE, MZ_BOARD_UNKNOWN);
      return;
    }
  mz_book_sheet_formula (self->risks, row, MZ_RISK_VALUE, MZ_CELL_WHOLE, rating->value, "=%s",
                         value);
  if (self->band_values != NULL)
    mz_book_sheet_formula_text (self->risks, row, MZ_RISK_BAND, MZ_CELL_PLAIN,
                                rating->band >= 0 ? scale->bands[rating->band].name
                                                  : MZ_BOARD_UNKNOWN,
                                "=IFERROR(LOOKUP(%s,%s,%s),\"" MZ_BOARD_UNKNOWN "\")",
                                MZ_AT (row, MZ_RISK_VALUE), self->band_values, self->band_names);
}

/* What the scenario makes of the risk: its value then, and the loss that is left. */
static void
add_residual (MzBoardBook *self, guint row, const MzRisk *risk, const MzFlowSheet *flow,
              guint index)
{
  const MzResidual *residual = mz_analysis_residual (flow->scenario, index);
  guint column = MZ_RISK_SCENARIOS + 2 * flow->place;
  g_autoptr (GArray) cuts = mz_board_cuts (self, flow->scenario, risk->record);
  g_autoptr (GString) formula = g_string_new (NULL);

  if (residual->rating.known)
    mz_book_sheet_number (self->risks, row, column, MZ_CELL_WHOLE, residual->rating.value);
  else
    mz_book_sheet_text (self->risks, row, column, MZ_CELL_WHOLE, MZ_BOARD_UNKNOWN);
  if (!residual->ale.known)
    {
      mz_book_sheet_text (self->risks, row, column + 1, MZ_CELL_MONEY, MZ_BOARD_UNKNOWN);
      return;
    }
  g_string_printf (formula, "=%s", MZ_AT (row, MZ_RISK_ALE));
  for (guint i = 0; i < cuts->len; i++)
    g_string_append_printf (formula, "*%s%s", mz_book_sheet_prefix (self->effects),
                            MZ_AT (g_array_index (cuts, guint, i), MZ_EFFECT_KEPT));
  mz_book_sheet_formula (self->risks, row, column + 1, MZ_CELL_MONEY, residual->ale.real, "%s",
                         formula->str);
}

static void
add_sum (MzBoardBook *self, guint row, guint column, const MzFigure *figure)
{
  const int style = MZ_CELL_MONEY | MZ_CELL_TOTAL;

  if (figure->known && row > MZ_BOARD_FIRST_ROW)
    mz_book_sheet_formula (self->risks, row, column, style, figure->real, "=SUM(%s:%s)",
                           MZ_AT (MZ_BOARD_FIRST_ROW, column), MZ_AT (row - 1, column));
  else
    mz_book_sheet_text (self->risks, row, column, style, MZ_BOARD_UNKNOWN);
}

static void
add_scenarios (MzBoardBook *self, guint total_row)
{
  for (guint i = 0; i < self->n_flows; i++)
    {
      const MzFlowSheet *flow = &self->flows[i];
      guint column = MZ_RISK_SCENARIOS + 2 * flow->place;
      g_autofree char *value = g_strdup_printf (_ ("Value under %s"), flow->scenario->short_name);
      g_autofree char *left =
          g_strdup_printf (_ ("Loss left under %s"), flow->scenario->short_name);

      if (flow->sheet == NULL)
        continue;
      mz_book_sheet_text (self->risks, MZ_BOARD_HEAD_ROW, column, MZ_CELL_HEAD_NUMBER, value);
      mz_book_sheet_text (self->risks, MZ_BOARD_HEAD_ROW, column + 1, MZ_CELL_HEAD_NUMBER, left);
      mz_book_sheet_width (self->risks, column, column, 9);
      mz_book_sheet_width (self->risks, column + 1, column + 1, 16);
      for (guint nth = 0; nth < self->analysis->risks->len; nth++)
        add_residual (self, MZ_BOARD_FIRST_ROW + nth,
                      g_ptr_array_index (self->analysis->risks, nth), flow, nth);
      add_sum (self, total_row, column + 1, &flow->scenario->ale);
    }
}

static void
add_headings (MzBoardBook *self)
{
  static const struct
  {
    guint column;
    const char *field;
  } columns[] = {
      {MZ_RISK_CODE, "code"},           {MZ_RISK_TITLE, "title"},
      {MZ_RISK_CLASS, "class"},         {MZ_RISK_OWNER, "owner"},
      {MZ_RISK_STATE, "state"},         {MZ_RISK_VULNERABILITY, "vulnerability"},
      {MZ_RISK_TREATMENT, "treatment"},
  };
  const char *more[] = {_ ("Likelihood"),         _ ("Impact"),
                        _ ("Risk value"),         _ ("Band"),
                        _ ("Events a year"),      _ ("Loss, low (yen)"),
                        _ ("Loss, likely (yen)"), _ ("Loss, high (yen)"),
                        _ ("Loss of one event"),  _ ("Mean of one event"),
                        _ ("Loss a year")};
  const double widths[] = {9, 9, 9, 12, 11, 17, 17, 17, 24, 17, 17};
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), "risk");
  g_autofree char *mark = mz_register_mark (kind);

  mz_book_sheet_text (self->risks, MZ_BOARD_MARK_ROW, 0, MZ_CELL_NOTE, mark);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mz_board_column (self, self->risks, columns[i].column, kind, columns[i].field, 0);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      guint column = MZ_RISK_LIKELIHOOD + i;

      mz_book_sheet_text (self->risks, MZ_BOARD_HEAD_ROW, column,
                          column == MZ_RISK_BAND || column == MZ_RISK_MAGNITUDE
                              ? MZ_CELL_HEAD
                              : MZ_CELL_HEAD_NUMBER,
                          more[i]);
      mz_book_sheet_width (self->risks, column, column, widths[i]);
    }
}

void
mz_board_risks (MzBoardBook *self)
{
  const GPtrArray *risks = self->analysis->risks;
  guint total_row = MZ_BOARD_FIRST_ROW + risks->len, n_sheets = 0;

  mz_board_title (self, self->risks, _ ("Risk register"),
                  _ ("Loss a year = mean of one event × events a year."), MZ_CELL_MONEY);
  add_headings (self);
  for (guint i = 0; i < risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (risks, i);

      mz_book_sheet_text (self->risks, MZ_BOARD_FIRST_ROW + i, MZ_RISK_ID, MZ_CELL_NOTE,
                          mz_record_id (risk->record));
      add_rating (self, MZ_BOARD_FIRST_ROW + i, &risk->current);
      add_losses (self, MZ_BOARD_FIRST_ROW + i, risk);
    }
  mz_book_sheet_text (self->risks, total_row, MZ_RISK_MAGNITUDE, MZ_CELL_PLAIN | MZ_CELL_TOTAL,
                      _ ("Total"));
  add_sum (self, total_row, MZ_RISK_ALE, &self->analysis->ale);
  mz_book_name_cell (self->book, "Expected_loss", self->risks, total_row, MZ_RISK_ALE);
  add_scenarios (self, total_row);
  for (guint i = 0; i < self->n_flows; i++)
    n_sheets += self->flows[i].sheet != NULL ? 1 : 0;
  mz_book_sheet_hide_row (self->risks, MZ_BOARD_MARK_ROW);
  mz_book_sheet_hide_column (self->risks, MZ_RISK_ID);
  mz_book_sheet_frame (self->risks, MZ_BOARD_FIRST_ROW, MZ_RISK_TITLE + 1, total_row,
                       MZ_RISK_SCENARIOS - 1 + 2 * n_sheets);
}
