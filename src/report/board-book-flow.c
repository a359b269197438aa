/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cash flow of a scenario: a line for each amount and each risk whose loss is avoided, sums by kind, tax where there
 * is one, and what payback and rates of return are read from. docs/method.md 7.1 to 7.4 and 7.8. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mezasu/depreciation.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"
#include "mezasu/tax.h"

static const MzField *
kind_field (MzBoardBook *self)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), "cash_flow");
  return mz_kind_field (kind, (guint)mz_kind_find (kind, "kind"));
}

static const char *
kind_label (MzBoardBook *self, MzCashKind kind)
{
  return mz_translate (kind_field (self)->choices[kind].label);
}

/* The first cells of a row: what it is, and its sum over the years. */
static void
start_row (MzBoardBook *self, const MzFlowSheet *flow, guint row, const char *label,
           const char *kind, gboolean summed, double sum, int variant)
{
  mz_book_sheet_text (flow->sheet, row, 0, MZ_CELL_PLAIN | variant, label);
  mz_book_sheet_text (flow->sheet, row, MZ_FLOW_KIND, MZ_CELL_PLAIN | variant, kind);
  if (summed)
    mz_book_sheet_formula (flow->sheet, row, MZ_FLOW_TOTAL, MZ_CELL_MONEY | variant, sum,
                           "=SUM(%s:%s)", MZ_AT (row, MZ_FLOW_YEARS),
                           MZ_AT (row, MZ_FLOW_YEARS + self->horizon));
  else
    mz_book_sheet_blank (flow->sheet, row, MZ_FLOW_TOTAL, MZ_CELL_MONEY | variant);
}

static double
sum_of (const gint64 *years, guint horizon)
{
  double sum = 0;

  for (guint t = 0; t <= horizon; t++)
    sum += (double)years[t];
  return sum;
}

/* What an amount is in year @t, extra sales after the margin. */
static gint64
amount_in (MzBoardBook *self, const MzFlowSheet *flow, MzRecord *amount, guint t)
{
  MzRecord *organisation = mz_model_single (self->model, "organisation");
  gint64 yen = mz_record_integer (amount, "amount", 0);
  gint64 margin = mz_record_integer (organisation, "contribution_margin", 0);

  if ((gint64)t < mz_record_integer (amount, "from_year", 0) ||
      (gint64)t > mz_record_integer (amount, "to_year", self->horizon))
    return 0;
  if (!mz_record_choice_is (amount, "kind", "revenue"))
    return yen;
  if (flow->scenario->record != NULL)
    margin = mz_record_integer (flow->scenario->record, "contribution_margin", margin);
  return mz_money_times_ppm (yen, margin, &yen, NULL) ? yen : 0;
}

static void
add_amount (MzBoardBook *self, MzFlowSheet *flow, guint row, MzRecord *amount)
{
  guint source = mz_board_row (self->amount_rows, amount);
  const char *p = mz_book_sheet_prefix (self->amounts);
  g_autofree char *step = mz_record_label (mz_model_referred (self->model, amount, "step"));
  const char *title = mz_record_text (amount, "title");
  g_autofree char *label =
      title == NULL || *title == '\0' ? g_strdup (step) : g_strdup_printf ("%s: %s", step, title);
  g_autofree char *revenue = mz_formula_quote (kind_label (self, MZ_CASH_REVENUE));
  g_autofree char *kind = mz_value_display (kind_field (self), mz_record_find (amount, "kind"));
  double sum = 0;

  for (guint t = 0; t <= self->horizon; t++)
    {
      double value = (double)amount_in (self, flow, amount, t);

      sum += value;
      mz_book_sheet_formula (flow->sheet, row, MZ_FLOW_YEARS + t, MZ_CELL_MONEY, value,
                             "=IF(AND(%s>=%s%s,%s<=%s%s),IF(%s=%s,ROUND(%s%s*%s,0),%s%s),0)",
                             mz_board_year (&(MzCellName){""}, t), p,
                             MZ_AT (source, MZ_AMOUNT_FROM), mz_board_year (&(MzCellName){""}, t),
                             p, MZ_AT (source, MZ_AMOUNT_LAST), MZ_AT (row, MZ_FLOW_KIND), revenue,
                             p, MZ_AT (source, MZ_AMOUNT_AMOUNT), flow->margin, p,
                             MZ_AT (source, MZ_AMOUNT_AMOUNT));
    }
  start_row (self, flow, row, label, NULL, TRUE, sum, 0);
  mz_book_sheet_formula_text (flow->sheet, row, MZ_FLOW_KIND, MZ_CELL_PLAIN, kind, "=%s%s", p,
                              MZ_AT (source, MZ_AMOUNT_KIND));
}

/* The loss of a risk that is avoided, rounded to yen year by year. */
static void
add_avoided (MzBoardBook *self, MzFlowSheet *flow, guint row, guint index)
{
  const MzRisk *risk = g_ptr_array_index (self->analysis->risks, index);
  g_autoptr (GArray) cuts = mz_board_cuts (self, flow->scenario, risk->record);
  g_autofree char *ale = g_strdup_printf ("%s%s", mz_book_sheet_prefix (self->risks),
                                          MZ_AT (MZ_BOARD_FIRST_ROW + index, MZ_RISK_ALE));
  g_autofree char *label = mz_record_label (risk->record);
  const char *p = mz_book_sheet_prefix (self->effects);
  double sum = 0;

  for (guint t = 0; t <= self->horizon; t++)
    {
      g_autoptr (GString) kept = g_string_new (ale);
      double left = 1, value;

      for (guint i = 0; i < cuts->len; i++)
        {
          guint source = g_array_index (cuts, guint, i);
          int start;
          double factor = mz_board_kept (self, source, &start);

          left *= start <= (int)t ? factor : 1;
          g_string_append_printf (kept, "*IF(%s%s<=%s,%s%s,1)", p, MZ_AT (source, MZ_EFFECT_START),
                                  mz_board_year (&(MzCellName){""}, t), p,
                                  MZ_AT (source, MZ_EFFECT_KEPT));
        }
      value = round (risk->ale.real - risk->ale.real * left);
      sum += value;
      mz_book_sheet_formula (flow->sheet, row, MZ_FLOW_YEARS + t, MZ_CELL_MONEY, value,
                             "=ROUND(%s-%s,0)", ale, kept->str);
    }
  start_row (self, flow, row, label, kind_label (self, MZ_CASH_AVOIDED), TRUE, sum, 0);
}

/* All lines; returns the row behind them. */
static guint
add_lines (MzBoardBook *self, MzFlowSheet *flow)
{
  guint row = flow->first_line;

  for (guint i = 0; i < flow->scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (flow->scenario->steps, i);
      g_autoptr (GPtrArray) amounts =
          mz_model_referring (self->model, "cash_flow", "step", mz_record_id (money->step));

      for (guint n = 0; n < amounts->len; n++)
        add_amount (self, flow, row++, g_ptr_array_index (amounts, n));
    }
  for (guint i = 0; i < self->analysis->risks->len; i++)
    if (mz_board_avoids (self, flow->scenario, g_ptr_array_index (self->analysis->risks, i)))
      add_avoided (self, flow, row++, i);
  flow->n_lines = row - flow->first_line;
  return row;
}

/* The amounts of a kind by year, where the scenario as a whole cannot be reckoned. */
static void
sum_amounts (MzBoardBook *self, const MzFlowSheet *flow, MzCashKind kind, gint64 *years)
{
  for (guint i = 0; i < flow->scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (flow->scenario->steps, i);
      g_autoptr (GPtrArray) amounts =
          mz_model_referring (self->model, "cash_flow", "step", mz_record_id (money->step));

      for (guint n = 0; n < amounts->len; n++)
        for (guint t = 0; t <= self->horizon; t++)
          if (mz_record_choice_is (g_ptr_array_index (amounts, n), "kind",
                                   mz_cash_kind_nick (kind)))
            years[t] += amount_in (self, flow, g_ptr_array_index (amounts, n), t);
    }
}

static void
add_kind_sums (MzBoardBook *self, MzFlowSheet *flow, guint *row)
{
  guint last = flow->first_line + MAX (flow->n_lines, 1) - 1;

  for (guint kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    {
      gint64 own[MZ_YEARS_MAX] = {0};
      const gint64 *known = flow->scenario->flow_known ? flow->scenario->flow.by_kind[kind] : own;

      if (!flow->scenario->flow_known)
        sum_amounts (self, flow, kind, own);
      flow->kind_rows[kind] = *row;
      start_row (self, flow, *row, kind_label (self, kind), kind_label (self, kind), TRUE,
                 sum_of (known, self->horizon), MZ_CELL_TOTAL);
      for (guint t = 0; t <= self->horizon; t++)
        mz_book_sheet_formula (
            flow->sheet, *row, MZ_FLOW_YEARS + t, MZ_CELL_MONEY | MZ_CELL_TOTAL, (double)known[t],
            "=SUMIF(%s:%s,%s,%s:%s)", MZ_AT (flow->first_line, MZ_FLOW_KIND),
            MZ_AT (last, MZ_FLOW_KIND), MZ_AT (*row, MZ_FLOW_KIND),
            MZ_AT (flow->first_line, MZ_FLOW_YEARS + t), MZ_AT (last, MZ_FLOW_YEARS + t));
      (*row)++;
    }
}

static guint
add_year_row (MzBoardBook *self, MzFlowSheet *flow, guint *row, const char *label,
              const gint64 *years)
{
  start_row (self, flow, *row, label, NULL, years != NULL,
             years != NULL ? sum_of (years, self->horizon) : 0, 0);
  return (*row)++;
}

/* Straight-line depreciation of the amounts of this scenario: every year's purchase over its life, the last year taking
 * the rest; what costs less than the limit is an expense. */
static void
add_depreciation (MzBoardBook *self, MzFlowSheet *flow, guint t, GString *depreciation,
                  GString *capital)
{
  const char *p = mz_book_sheet_prefix (self->amounts);
  MzCellName year_name;
  const char *year = mz_board_year (&year_name, t);

  for (guint i = 0; i < flow->scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (flow->scenario->steps, i);
      g_autoptr (GPtrArray) amounts =
          mz_model_referring (self->model, "cash_flow", "step", mz_record_id (money->step));

      for (guint n = 0; n < amounts->len; n++)
        {
          MzRecord *amount = g_ptr_array_index (amounts, n);
          guint source = mz_board_row (self->amount_rows, amount);
          g_autofree char *a = g_strconcat (p, MZ_AT (source, MZ_AMOUNT_AMOUNT), NULL);
          g_autofree char *l = g_strconcat (p, MZ_AT (source, MZ_AMOUNT_LIFE), NULL);
          g_autofree char *from = g_strconcat (p, MZ_AT (source, MZ_AMOUNT_FROM), NULL);
          g_autofree char *last = g_strconcat (p, MZ_AT (source, MZ_AMOUNT_LAST), NULL);

          if (!mz_record_choice_is (amount, "kind", "investment") ||
              !mz_record_has (amount, "life"))
            continue;
          g_string_append_printf (depreciation,
                                  "+IF(%s<%d,0,INT(%s/%s)*MAX(0,MIN(%s,%s)-MAX(%s,%s-%s+2)+1)"
                                  "+IF(AND(%s-%s+1>=%s,%s-%s+1<=%s),%s-(%s-1)*INT(%s/%s),0))",
                                  a, MZ_EXPENSE_BELOW, a, l, last, year, from, year, l, year, l,
                                  from, year, l, last, a, l, a, l);
          g_string_append_printf (capital, "-IF(AND(%s>=%d,%s>=%s,%s<=%s),%s,0)", a,
                                  MZ_EXPENSE_BELOW, year, from, year, last, a);
        }
    }
}

static void
add_tax (MzBoardBook *self, MzFlowSheet *flow, guint *row)
{
  const MzTax *tax = &flow->scenario->tax;
  gboolean other_profit =
      mz_record_flag (mz_model_single (self->model, "organisation"), "other_profit");
  guint before = *row, expensed, depreciation, taxable, paid, after;

  add_year_row (self, flow, row, _ ("Flow before tax"), flow->scenario->flow.flows);
  expensed =
      add_year_row (self, flow, row, _ ("Investment that is an expense at once"), tax->expensed);
  depreciation = add_year_row (self, flow, row, _ ("Depreciation"), tax->depreciation);
  taxable = add_year_row (self, flow, row, _ ("Taxable amount"), tax->taxable);
  paid = add_year_row (self, flow, row, _ ("Tax"), tax->tax);
  after = add_year_row (self, flow, row, _ ("Flow after tax"), tax->after_tax);
  for (guint t = 0; t <= self->horizon; t++)
    {
      guint c = MZ_FLOW_YEARS + t;
      g_autoptr (GString) writing_off = g_string_new ("=0");
      g_autoptr (GString) capital = g_string_new (NULL);

      add_depreciation (self, flow, t, writing_off, capital);
      mz_book_sheet_formula (flow->sheet, before, c, MZ_CELL_MONEY,
                             (double)flow->scenario->flow.flows[t], "=%s+%s-%s-%s",
                             MZ_AT (flow->kind_rows[MZ_CASH_AVOIDED], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_REVENUE], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_INVESTMENT], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_RUNNING], c));
      mz_book_sheet_formula (flow->sheet, expensed, c, MZ_CELL_MONEY, (double)tax->expensed[t],
                             "=%s%s", MZ_AT (flow->kind_rows[MZ_CASH_INVESTMENT], c), capital->str);
      mz_book_sheet_formula (flow->sheet, depreciation, c, MZ_CELL_MONEY,
                             (double)tax->depreciation[t], "%s", writing_off->str);
      mz_book_sheet_formula (flow->sheet, taxable, c, MZ_CELL_MONEY, (double)tax->taxable[t],
                             "=%s+%s-%s-%s-%s", MZ_AT (flow->kind_rows[MZ_CASH_AVOIDED], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_REVENUE], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_RUNNING], c), MZ_AT (expensed, c),
                             MZ_AT (depreciation, c));
      mz_book_sheet_formula (flow->sheet, paid, c, MZ_CELL_MONEY, (double)tax->tax[t],
                             other_profit ? "=ROUND(%s*Tax_rate,0)"
                                          : "=MAX(0,ROUND(%s*Tax_rate,0))",
                             MZ_AT (taxable, c));
      mz_book_sheet_formula (flow->sheet, after, c, MZ_CELL_MONEY, (double)tax->after_tax[t],
                             "=%s-%s", MZ_AT (before, c), MZ_AT (paid, c));
    }
  flow->flow_row = after;
}

static void
add_net (MzBoardBook *self, MzFlowSheet *flow, guint *row)
{
  flow->flow_row = *row;
  start_row (self, flow, *row, _ ("Cash flow"), NULL, TRUE,
             sum_of (flow->scenario->flow.flows, self->horizon), MZ_CELL_TOTAL);
  for (guint t = 0; t <= self->horizon; t++)
    {
      guint c = MZ_FLOW_YEARS + t;

      mz_book_sheet_formula (flow->sheet, *row, c, MZ_CELL_MONEY | MZ_CELL_TOTAL,
                             (double)flow->scenario->flow.flows[t], "=%s+%s-%s-%s",
                             MZ_AT (flow->kind_rows[MZ_CASH_AVOIDED], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_REVENUE], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_INVESTMENT], c),
                             MZ_AT (flow->kind_rows[MZ_CASH_RUNNING], c));
    }
  (*row)++;
}

/* Running totals, plain and discounted. The flow of this year is not discounted. */
static void
add_totals (MzBoardBook *self, MzFlowSheet *flow, guint *row)
{
  const MzScenarioResult *scenario = flow->scenario;

  flow->cumulative_row = add_year_row (self, flow, row, _ ("Cumulative"), NULL);
  flow->discounted_row = add_year_row (self, flow, row, _ ("Discounted"), NULL);
  flow->discounted_sum_row = add_year_row (self, flow, row, _ ("Discounted, cumulative"), NULL);
  for (guint t = 0; t <= self->horizon; t++)
    {
      guint c = MZ_FLOW_YEARS + t;
      double before = t > 0 ? scenario->discounted_cumulative[t - 1] : 0;

      mz_book_sheet_formula (flow->sheet, flow->cumulative_row, c, MZ_CELL_MONEY,
                             (double)scenario->cumulative[t], "=SUM(%s:%s)",
                             MZ_AT (flow->flow_row, MZ_FLOW_YEARS), MZ_AT (flow->flow_row, c));
      mz_book_sheet_formula (flow->sheet, flow->discounted_row, c, MZ_CELL_MONEY,
                             scenario->discounted_cumulative[t] - before,
                             "=%s/(1+Discount_rate)^%s", MZ_AT (flow->flow_row, c),
                             mz_board_year (&(MzCellName){""}, t));
      mz_book_sheet_formula (
          flow->sheet, flow->discounted_sum_row, c, MZ_CELL_MONEY,
          scenario->discounted_cumulative[t],
          "=IF(ABS(SUM(%s:%s))<=1E-12*SUMPRODUCT(ABS(%s:%s)),0,SUM(%s:%s))",
          MZ_AT (flow->discounted_row, MZ_FLOW_YEARS), MZ_AT (flow->discounted_row, c),
          MZ_AT (flow->discounted_row, MZ_FLOW_YEARS),
          MZ_AT (flow->discounted_row, MZ_FLOW_YEARS + self->horizon),
          MZ_AT (flow->discounted_row, MZ_FLOW_YEARS), MZ_AT (flow->discounted_row, c));
    }
}

/* In the year before a total reaches 0 from below: that year. */
static guint
add_crossings (MzBoardBook *self, MzFlowSheet *flow, guint row, guint sums, const double *values)
{
  mz_book_sheet_text (flow->sheet, row, 0, MZ_CELL_NOTE, _ ("Recovered after year"));
  for (guint t = 0; t < self->horizon; t++)
    {
      guint c = MZ_FLOW_YEARS + t;
      g_autofree char *formula =
          g_strdup_printf ("=IF(AND(%s<0,%s>=0),%s,\"\")", MZ_AT (sums, c), MZ_AT (sums, c + 1),
                           mz_board_year (&(MzCellName){""}, t));

      if (values[t] < 0 && values[t + 1] >= 0)
        mz_book_sheet_formula (flow->sheet, row, c, MZ_CELL_WHOLE, t, "%s", formula);
      else
        mz_book_sheet_formula_text (flow->sheet, row, c, MZ_CELL_WHOLE, "", "%s", formula);
    }
  mz_book_sheet_hide_row (flow->sheet, row);
  return row;
}

/* The sign of the last flow that was not 0, and whether it changed: how many rates of return there can be. */
static void
add_signs (MzBoardBook *self, MzFlowSheet *flow, guint *row)
{
  const gint64 *flows =
      flow->scenario->taxed ? flow->scenario->tax.after_tax : flow->scenario->flow.flows;
  int sign = 0;

  flow->sign_row = (*row)++;
  flow->change_row = (*row)++;
  mz_book_sheet_text (flow->sheet, flow->sign_row, 0, MZ_CELL_NOTE, _ ("Sign"));
  mz_book_sheet_text (flow->sheet, flow->change_row, 0, MZ_CELL_NOTE, _ ("Change of sign"));
  for (guint t = 0; t <= self->horizon; t++)
    {
      guint c = MZ_FLOW_YEARS + t;
      int before = sign;
      MzCellName last_name;
      const char *last = t > 0 ? mz_cell_name (&last_name, flow->sign_row, c - 1) : "0";

      sign = flows[t] > 0 ? 1 : flows[t] < 0 ? -1 : sign;
      mz_book_sheet_formula (flow->sheet, flow->sign_row, c, MZ_CELL_WHOLE, sign,
                             "=IF(%s=0,%s,SIGN(%s))", MZ_AT (flow->flow_row, c), last,
                             MZ_AT (flow->flow_row, c));
      mz_book_sheet_formula (flow->sheet, flow->change_row, c, MZ_CELL_WHOLE,
                             before != 0 && sign != before ? 1 : 0, "=IF(AND(%s<>0,%s<>%s),1,0)",
                             last, MZ_AT (flow->sign_row, c), last);
    }
  mz_book_sheet_hide_row (flow->sheet, flow->sign_row);
  mz_book_sheet_hide_row (flow->sheet, flow->change_row);
}

static void
add_helpers (MzBoardBook *self, MzFlowSheet *flow, guint *row)
{
  double sums[MZ_YEARS_MAX];

  for (guint t = 0; t <= self->horizon; t++)
    sums[t] = (double)flow->scenario->cumulative[t];
  flow->crossing_row = add_crossings (self, flow, (*row)++, flow->cumulative_row, sums);
  flow->discounted_crossing_row = add_crossings (self, flow, (*row)++, flow->discounted_sum_row,
                                                 flow->scenario->discounted_cumulative);
  add_signs (self, flow, row);
}

static void
add_charts (MzBoardBook *self, MzFlowSheet *flow, guint row)
{
  guint last = MZ_FLOW_YEARS + self->horizon;
  MzRange years = {MZ_BOARD_HEAD_ROW, MZ_FLOW_YEARS, MZ_BOARD_HEAD_ROW, last};
  const struct
  {
    guint row;
    const char *name;
  } lines[] = {{flow->cumulative_row, _ ("Cumulative")},
               {flow->discounted_sum_row, _ ("Discounted, cumulative")}};
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  MzBookChart *columns =
      mz_book_chart_new (self->book, MZ_CHART_COLUMNS, _ ("Cash flow"), _ ("Year"), unit);
  MzBookChart *curve =
      mz_book_chart_new (self->book, MZ_CHART_LINES, _ ("Payback"), _ ("Year"), unit);

  mz_book_chart_series (columns, flow->sheet, _ ("Cash flow"), years,
                        (MzRange){flow->flow_row, MZ_FLOW_YEARS, flow->flow_row, last});
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    mz_book_chart_series (curve, flow->sheet, lines[i].name, years,
                          (MzRange){lines[i].row, MZ_FLOW_YEARS, lines[i].row, last});
  mz_book_chart_place (columns, flow->sheet, row, 0);
  mz_book_chart_place (curve, flow->sheet, row, MZ_FLOW_YEARS + 1);
}

static void
add_margin (MzBoardBook *self, MzFlowSheet *flow)
{
  MzRecord *record = flow->scenario->record;

  if (record == NULL || !mz_record_has (record, "contribution_margin"))
    {
      flow->margin = g_strdup ("Contribution_margin");
      return;
    }
  mz_book_sheet_text (flow->sheet, 2, 0, MZ_CELL_PLAIN, _ ("New contribution margin"));
  mz_book_sheet_number (flow->sheet, 2, MZ_FLOW_TOTAL, MZ_CELL_PERCENT | MZ_CELL_INPUT,
                        (double)mz_record_integer (record, "contribution_margin", 0) /
                            (double)MZ_PPM);
  flow->margin =
      g_strdup_printf ("%s%s", mz_book_sheet_prefix (flow->sheet), MZ_AT (2, MZ_FLOW_TOTAL));
}

void
mz_board_flow (MzBoardBook *self, MzFlowSheet *flow)
{
  g_autofree char *name = mz_board_scenario (flow->scenario);
  g_autofree char *title = g_strdup_printf ("%s　%s", _ ("Cash flow"), name);
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  const char *headings[] = {_ ("Line"), _ ("Kind"), _ ("#All years"), NULL};
  guint row;

  mz_book_sheet_text (flow->sheet, 0, 0, MZ_CELL_TITLE, title);
  mz_book_sheet_text (flow->sheet, 1, 0, MZ_CELL_NOTE, unit);
  mz_book_sheet_headings (flow->sheet, MZ_BOARD_HEAD_ROW, headings);
  for (guint t = 0; t <= self->horizon; t++)
    mz_book_sheet_number (flow->sheet, MZ_BOARD_HEAD_ROW, MZ_FLOW_YEARS + t, MZ_CELL_HEAD_YEAR, t);
  mz_book_sheet_width (flow->sheet, 0, 0, 44);
  mz_book_sheet_width (flow->sheet, 1, 1, 14);
  mz_book_sheet_width (flow->sheet, MZ_FLOW_TOTAL, MZ_FLOW_YEARS + self->horizon, 13);
  add_margin (self, flow);
  flow->first_line = MZ_BOARD_FIRST_ROW;
  row = add_lines (self, flow) + 1;
  add_kind_sums (self, flow, &row);
  if (flow->scenario->flow_known)
    {
      if (flow->scenario->taxed)
        add_tax (self, flow, &row);
      else
        add_net (self, flow, &row);
      add_totals (self, flow, &row);
      add_helpers (self, flow, &row);
      add_charts (self, flow, row + 1);
    }
  else
    mz_book_sheet_text (flow->sheet, row++, 0, MZ_CELL_LONG, flow->scenario->flow_reason);
  mz_book_sheet_frame (flow->sheet, MZ_BOARD_FIRST_ROW, 1,
                       row + (flow->scenario->flow_known ? 18 : 0), MZ_FLOW_YEARS + self->horizon);
  mz_book_sheet_one_page (flow->sheet);
}
