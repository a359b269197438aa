/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Payback, rates of return and needed sales: a row a scenario, with the rules of docs/method.md 7.2 to 7.6 as formulas. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

/* Columns of helpers: the last year in which the total is below 0, and the first year after which it is recovered. */
#define LAST_BELOW (1 + 2 * (MZ_PAYBACK_COLUMNS - 1))

static const char *
status_text (MzPaybackStatus status)
{
  switch (status)
    {
    case MZ_PAYBACK_IMMEDIATE:
      return _ ("recovered at once");
    case MZ_PAYBACK_NEVER:
      return _ ("not recovered within the plan");
    case MZ_PAYBACK_LOST_AGAIN:
      return _ ("recovered, then lost again");
    case MZ_PAYBACK_RECOVERED_NON_MONOTONE:
      return _ ("recovered for good after a relapse");
    default:
      return _ ("recovered");
    }
}

/* The places that one payback, simple or discounted, is read from. */
typedef struct
{
  const MzPayback *payback;
  guint first_column; /* of its status */
  guint helper;
  guint sums_row, flows_row, crossing_row;
} Source;

static void
add_helpers (MzBoardBook *self, const MzFlowSheet *flow, guint row, const Source *source)
{
  g_autofree char *sums = mz_board_years (self, flow, source->sums_row, 0);
  g_autofree char *years = mz_board_years (self, flow, MZ_BOARD_HEAD_ROW, 0);
  g_autofree char *crossings = mz_board_years (self, flow, source->crossing_row, 0);
  const MzPayback *payback = source->payback;
  int last = payback->status == MZ_PAYBACK_IMMEDIATE ? -1
             : payback->has_final                    ? (int)payback->final
                                                     : (int)self->horizon;

  /* A recovery at the very end of a year belongs to the year before. */
  if (payback->has_final && last > 0 && payback->final == last)
    last--;
  mz_book_sheet_formula (self->payback, row, source->helper, MZ_CELL_WHOLE, last,
                         "=SUMPRODUCT(MAX((%s<0)*(%s+1)))-1", sums, years);
  mz_book_sheet_formula (
      self->payback, row, source->helper + 1, MZ_CELL_WHOLE,
      payback->has_first && payback->status != MZ_PAYBACK_IMMEDIATE ? (int)payback->first : -1,
      "=IF(COUNT(%s)=0,-1,MIN(%s))", crossings, crossings);
}

/* The moment at which the total reaches 0 within the year after @year; nothing where @known says no. */
static char *
crossing_formula (MzBoardBook *self, const MzFlowSheet *flow, const Source *source,
                  const char *year, const char *known)
{
  g_autofree char *sums = mz_board_years (self, flow, source->sums_row, 0);
  g_autofree char *flows = mz_board_years (self, flow, source->flows_row, 0);

  return g_strdup_printf (
      "IF(%s,%s+MIN(1,MAX(0,-INDEX(%s,%s+1)/INDEX(%s,%s+2))),\"" MZ_BOARD_UNKNOWN "\")", known,
      year, sums, year, flows, year);
}

static void
add_moment (MzBoardBook *self, guint row, guint column, int style, gboolean known, double value,
            const char *formula)
{
  if (known)
    mz_book_sheet_formula (self->payback, row, column, style, value, "%s", formula);
  else
    mz_book_sheet_formula_text (self->payback, row, column, style, MZ_BOARD_UNKNOWN, "%s", formula);
}

static void
add_status (MzBoardBook *self, guint row, const Source *source, const char *last, const char *first)
{
  g_autofree char *texts[5] = {NULL};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = mz_formula_quote (status_text ((MzPaybackStatus)i));
  mz_book_sheet_formula_text (self->payback, row, source->first_column, MZ_CELL_PLAIN,
                              status_text (source->payback->status),
                              "=IF(%s<0,%s,IF(%s<Horizon,IF(%s<%s,%s,%s),IF(%s>=0,%s,%s)))", last,
                              texts[MZ_PAYBACK_IMMEDIATE], last, first, last,
                              texts[MZ_PAYBACK_RECOVERED_NON_MONOTONE], texts[MZ_PAYBACK_RECOVERED],
                              first, texts[MZ_PAYBACK_LOST_AGAIN], texts[MZ_PAYBACK_NEVER]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (&texts[i], g_free);
}

static void
add_payback (MzBoardBook *self, const MzFlowSheet *flow, guint row, const Source *source)
{
  const MzPayback *payback = source->payback;
  MzCellName last_name, first_name, final_name;
  const char *last = mz_cell_name (&last_name, row, source->helper);
  const char *first = mz_cell_name (&first_name, row, source->helper + 1);
  const char *final = mz_cell_name (&final_name, row, source->first_column + 1);
  g_autofree char *has_final = g_strdup_printf ("%s<Horizon", last);
  g_autofree char *has_first = g_strdup_printf ("%s>=0", first);
  g_autofree char *final_moment = crossing_formula (self, flow, source, last, has_final);
  g_autofree char *first_moment = crossing_formula (self, flow, source, first, has_first);
  g_autofree char *final_formula = g_strdup_printf ("=IF(%s<0,0,%s)", last, final_moment);
  g_autofree char *first_formula = g_strdup_printf ("=IF(%s<0,0,%s)", last, first_moment);
  g_autofree char *shown = g_strdup_printf (
      "=IF(ISNUMBER(%s),MAX(0,ROUNDUP(%s-1E-9,0)),\"" MZ_BOARD_UNKNOWN "\")", final, final);

  add_helpers (self, flow, row, source);
  add_status (self, row, source, last, first);
  add_moment (self, row, source->first_column + 1, MZ_CELL_TENTHS, payback->has_final,
              payback->final, final_formula);
  add_moment (self, row, source->first_column + 2, MZ_CELL_WHOLE, payback->has_final,
              payback->shown_year, shown);
  add_moment (self, row, source->first_column + 3, MZ_CELL_TENTHS, payback->has_first,
              payback->first, first_formula);
}

static void
name_result (MzBoardBook *self, const char *stem, const MzFlowSheet *flow, const MzBookSheet *sheet,
             guint row, guint column)
{
  g_autofree char *identifier = mz_book_identifier (flow->scenario->short_name);
  g_autofree char *name = *identifier != '\0' ? g_strdup_printf ("%s_%s", stem, identifier)
                                              : g_strdup_printf ("%s_%u", stem, flow->place + 1);

  mz_book_name_cell (self->book, name, sheet, row, column);
}

static void
add_payback_row (MzBoardBook *self, const MzFlowSheet *flow, guint row)
{
  const MzScenarioResult *scenario = flow->scenario;
  const Source sources[] = {
      {&scenario->payback, MZ_PAYBACK_STATUS, LAST_BELOW, flow->cumulative_row, flow->flow_row,
       flow->crossing_row},
      {&scenario->discounted_payback, MZ_PAYBACK_COLUMNS, LAST_BELOW + 2, flow->discounted_sum_row,
       flow->discounted_row, flow->discounted_crossing_row},
  };
  g_autofree char *name = mz_board_scenario (scenario);

  mz_book_sheet_text (self->payback, row, MZ_PAYBACK_SCENARIO, MZ_CELL_LONG, name);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (scenario->has_payback)
      add_payback (self, flow, row, &sources[i]);
    else
      for (guint n = 0; n < MZ_PAYBACK_COLUMNS - 1; n++)
        mz_book_sheet_text (self->payback, row, sources[i].first_column + n, MZ_CELL_PLAIN,
                            MZ_BOARD_UNKNOWN);
  name_result (self, "Payback", flow, self->payback, row, MZ_PAYBACK_FINAL);
  name_result (self, "Discounted_payback", flow, self->payback, row, MZ_PAYBACK_COLUMNS + 1);
}

static void
add_payback_chart (MzBoardBook *self, guint row)
{
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  guint last = MZ_FLOW_YEARS + self->horizon;
  MzBookChart *chart = NULL;

  for (guint i = 0; i < self->n_flows; i++)
    {
      const MzFlowSheet *flow = &self->flows[i];

      if (flow->sheet == NULL || !flow->scenario->flow_known)
        continue;
      if (chart == NULL)
        chart = mz_book_chart_new (self->book, MZ_CHART_LINES, _ ("Cumulative cash flow"),
                                   _ ("Year"), unit);
      mz_book_chart_series (
          chart, flow->sheet, flow->scenario->short_name,
          (MzRange){MZ_BOARD_HEAD_ROW, MZ_FLOW_YEARS, MZ_BOARD_HEAD_ROW, last},
          (MzRange){flow->cumulative_row, MZ_FLOW_YEARS, flow->cumulative_row, last});
    }
  if (chart != NULL)
    mz_book_chart_place (chart, self->payback, row, MZ_PAYBACK_SCENARIO);
}

void
mz_board_payback (MzBoardBook *self)
{
  const char *headings[] = {_ ("Scenario"),        _ ("Payback"),
                            _ ("#Years"),          _ ("#In year"),
                            _ ("#First recovery"), _ ("Discounted payback"),
                            _ ("#Years"),          _ ("#In year"),
                            _ ("#First recovery"), NULL};
  const double widths[] = {34, 34, 10, 10, 12, 34, 10, 10, 12, 0};
  guint row = MZ_BOARD_FIRST_ROW;

  mz_book_sheet_text (self->payback, 0, 0, MZ_CELL_TITLE, _ ("Payback"));
  mz_book_sheet_text (
      self->payback, 1, 0, MZ_CELL_NOTE,
      _ ("Years from now until the costs are back and stay so, against doing nothing."));
  mz_book_sheet_headings (self->payback, MZ_BOARD_HEAD_ROW, headings);
  mz_book_sheet_widths (self->payback, widths);
  for (guint i = 0; i < self->n_flows; i++)
    if (self->flows[i].sheet != NULL)
      add_payback_row (self, &self->flows[i], MZ_BOARD_FIRST_ROW + self->flows[i].place), row++;
  for (guint i = 0; i < 4; i++)
    mz_book_sheet_hide_column (self->payback, LAST_BELOW + i);
  add_payback_chart (self, row + 1);
  mz_book_sheet_frame (self->payback, MZ_BOARD_FIRST_ROW, 1, row + 18, LAST_BELOW - 1);
}

/* A spreadsheet looks for the rate near a guess and may miss it; so it gets several. */
static char *
irr_search (const char *flows, double root, const char *none)
{
  const double guesses[] = {root, 0.1, -0.2, -0.5, 1, 10};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "IFERROR(IRR(%s,%s),", flows,
                              g_ascii_formatd (number, sizeof number, "%.6f", guesses[i]));
    }
  g_string_append (text, none);
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

/* The rate at which the present value is 0; with more changes of sign than one there may be several, and none is shown. */
static void
add_irr (MzBoardBook *self, const MzFlowSheet *flow, guint row)
{
  const MzIrr *irr = &flow->scenario->irr;
  g_autofree char *flows = mz_board_years (self, flow, flow->flow_row, 0);
  g_autofree char *changes = mz_board_years (self, flow, flow->change_row, 0);
  g_autofree char *none = mz_formula_quote (_ ("none"));
  g_autofree char *several = mz_formula_quote (_ ("several; see NPV and MIRR"));
  /* Where there is one rate in spite of several changes, it is shown. */
  int most = irr->status == MZ_IRR_ONE ? (int)self->horizon : 1;
  g_autofree char *search =
      irr_search (flows, irr->status == MZ_IRR_ONE ? irr->roots[0] : 0.1, none);
  g_autofree char *formula = g_strdup_printf ("=IF(SUM(%s)=0,%s,IF(SUM(%s)<=%d,%s,%s))", changes,
                                              none, changes, most, search, several);

  if (irr->status == MZ_IRR_ONE)
    mz_book_sheet_formula (self->returns, row, MZ_RETURN_IRR, MZ_CELL_PERCENT, irr->roots[0], "%s",
                           formula);
  else
    mz_book_sheet_formula_text (
        self->returns, row, MZ_RETURN_IRR, MZ_CELL_PERCENT,
        irr->status == MZ_IRR_MANY ? _ ("several; see NPV and MIRR") : _ ("none"), "%s", formula);
}

static void
add_mirr (MzBoardBook *self, const MzFlowSheet *flow, guint row)
{
  const MzScenarioResult *scenario = flow->scenario;
  const gint64 *flows = scenario->taxed ? scenario->tax.after_tax : scenario->flow.flows;
  double rate = self->analysis->discount_rate, mirr;
  g_autofree char *range = mz_board_years (self, flow, flow->flow_row, 0);

  if (mz_mirr (flows, (int)self->horizon, rate, rate, &mirr, NULL))
    mz_book_sheet_formula (
        self->returns, row, MZ_RETURN_MIRR, MZ_CELL_PERCENT, mirr,
        "=IFERROR(MIRR(%s,Discount_rate,Discount_rate),\"" MZ_BOARD_UNKNOWN "\")", range);
  else
    mz_book_sheet_formula_text (
        self->returns, row, MZ_RETURN_MIRR, MZ_CELL_PERCENT, MZ_BOARD_UNKNOWN,
        "=IFERROR(MIRR(%s,Discount_rate,Discount_rate),\"" MZ_BOARD_UNKNOWN "\")", range);
}

/* Sum of two kinds over all years. */
static void
add_sums (MzBoardBook *self, const MzFlowSheet *flow, guint row, guint column, MzCashKind a,
          MzCashKind b, gint64 value)
{
  mz_book_sheet_formula (
      self->returns, row, column, MZ_CELL_MONEY, (double)value, "=%s%s+%s%s",
      mz_book_sheet_prefix (flow->sheet), MZ_AT (flow->kind_rows[a], MZ_FLOW_TOTAL),
      mz_book_sheet_prefix (flow->sheet), MZ_AT (flow->kind_rows[b], MZ_FLOW_TOTAL));
}

static void
add_return_row (MzBoardBook *self, const MzFlowSheet *flow, guint row)
{
  const MzScenarioResult *scenario = flow->scenario;
  g_autofree char *name = mz_board_scenario (scenario);
  g_autofree char *discounted = mz_board_years (self, flow, flow->discounted_row, 0);

  mz_book_sheet_text (self->returns, row, MZ_RETURN_SCENARIO, MZ_CELL_LONG, name);
  if (!scenario->flow_known)
    {
      for (guint column = MZ_RETURN_COST; column < MZ_RETURN_COLUMNS; column++)
        mz_book_sheet_text (self->returns, row, column, MZ_CELL_PLAIN, MZ_BOARD_UNKNOWN);
      return;
    }
  add_sums (self, flow, row, MZ_RETURN_COST, MZ_CASH_INVESTMENT, MZ_CASH_RUNNING,
            scenario->flow.total_cost);
  add_sums (self, flow, row, MZ_RETURN_BENEFIT, MZ_CASH_AVOIDED, MZ_CASH_REVENUE,
            scenario->flow.total_benefit);
  if (scenario->npv.known)
    mz_book_sheet_formula (self->returns, row, MZ_RETURN_NPV, MZ_CELL_MONEY, scenario->npv.real,
                           "=SUM(%s)", discounted);
  else
    mz_book_sheet_text (self->returns, row, MZ_RETURN_NPV, MZ_CELL_MONEY, MZ_BOARD_UNKNOWN);
  add_irr (self, flow, row);
  add_mirr (self, flow, row);
  if (scenario->roi.known)
    mz_book_sheet_formula (self->returns, row, MZ_RETURN_ROI, MZ_CELL_PERCENT, scenario->roi.real,
                           "=IF(%s>0,(%s-%s)/%s,\"" MZ_BOARD_UNKNOWN "\")",
                           MZ_AT (row, MZ_RETURN_COST), MZ_AT (row, MZ_RETURN_BENEFIT),
                           MZ_AT (row, MZ_RETURN_COST), MZ_AT (row, MZ_RETURN_COST));
  else
    mz_book_sheet_text (self->returns, row, MZ_RETURN_ROI, MZ_CELL_PERCENT, MZ_BOARD_UNKNOWN);
  name_result (self, "NPV", flow, self->returns, row, MZ_RETURN_NPV);
  name_result (self, "IRR", flow, self->returns, row, MZ_RETURN_IRR);
}

void
mz_board_returns (MzBoardBook *self)
{
  const char *headings[] = {_ ("Scenario"),
                            _ ("#All costs"),
                            _ ("#All benefits"),
                            _ ("#Net present value"),
                            _ ("#Internal rate of return"),
                            _ ("#Modified rate (MIRR)"),
                            _ ("#Return on investment"),
                            NULL};
  const double widths[] = {34, 17, 17, 17, 20, 17, 17, 0};
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  g_autofree char *note = g_strdup_printf (
      "%s　%s", unit, _ ("The flow of this year is not discounted; each later one by its year."));
  guint row = MZ_BOARD_FIRST_ROW;

  mz_book_sheet_text (self->returns, 0, 0, MZ_CELL_TITLE, _ ("Present value and rates of return"));
  mz_book_sheet_text (self->returns, 1, 0, MZ_CELL_NOTE, note);
  mz_book_sheet_headings (self->returns, MZ_BOARD_HEAD_ROW, headings);
  mz_book_sheet_widths (self->returns, widths);
  for (guint i = 0; i < self->n_flows; i++)
    if (self->flows[i].sheet != NULL)
      add_return_row (self, &self->flows[i], MZ_BOARD_FIRST_ROW + self->flows[i].place), row++;
  mz_book_sheet_frame (self->returns, MZ_BOARD_FIRST_ROW, 1, row, MZ_RETURN_COLUMNS - 1);
}

static void
add_needed (MzBoardBook *self, guint row, guint column, const MzFigure *figure, const char *formula)
{
  if (figure->known)
    mz_book_sheet_formula (self->needed, row, column, MZ_CELL_MONEY, figure->real, "%s", formula);
  else
    mz_book_sheet_text (self->needed, row, column, MZ_CELL_MONEY, MZ_BOARD_UNKNOWN);
}

static void
add_running (MzBoardBook *self, const MzFlowSheet *flow, guint row)
{
  g_autofree char *years = mz_board_years (self, flow, flow->kind_rows[MZ_CASH_RUNNING], 1);

  if (flow->scenario->running.known)
    mz_book_sheet_formula (self->needed, row, MZ_NEEDED_RUNNING, MZ_CELL_MONEY,
                           flow->scenario->running.real,
                           "=IF(Cautious,MAX(%s),ROUND(AVERAGE(%s),0))", years, years);
  else
    mz_book_sheet_text (self->needed, row, MZ_NEEDED_RUNNING, MZ_CELL_MONEY, MZ_BOARD_UNKNOWN);
}

static void
add_needed_row (MzBoardBook *self, const MzFlowSheet *flow, guint row)
{
  const MzNeededSales *needed = &flow->scenario->needed;
  MzCellName running_name, margin_name, first_name, second_name;
  const char *running = mz_cell_name (&running_name, row, MZ_NEEDED_RUNNING);
  const char *margin = mz_cell_name (&margin_name, row, MZ_NEEDED_MARGIN);
  const char *first = mz_cell_name (&first_name, row, MZ_NEEDED_CONTRIBUTION);
  const char *second = mz_cell_name (&second_name, row, MZ_NEEDED_PROFIT);
  g_autofree char *name = mz_board_scenario (flow->scenario);
  /* Rounded up to whole yen; a rounding of the division alone is no yen. */
  g_autofree char *by_contribution = g_strdup_printf (
      "=IF(%s>0,-INT(-ROUND((Sales*Contribution_margin+%s)/%s,3)),\"" MZ_BOARD_UNKNOWN "\")",
      margin, running, margin);
  g_autofree char *by_profit = g_strdup_printf (
      "=IF(Profit>0,-INT(-ROUND(Sales+%s*Sales/Profit,3)),\"" MZ_BOARD_UNKNOWN "\")", running);
  g_autofree char *headline = g_strdup_printf ("=IF(ISNUMBER(%s),%s,%s)", first, first, second);

  mz_book_sheet_text (self->needed, row, MZ_NEEDED_SCENARIO, MZ_CELL_LONG, name);
  add_running (self, flow, row);
  mz_book_sheet_formula (
      self->needed, row, MZ_NEEDED_MARGIN, MZ_CELL_PERCENT,
      (double)mz_record_integer (flow->scenario->record, "contribution_margin",
                                 mz_record_integer (mz_model_single (self->model, "organisation"),
                                                    "contribution_margin", 0)) /
          1e6,
      "=%s", flow->margin);
  add_needed (self, row, MZ_NEEDED_CONTRIBUTION, &needed->by_contribution, by_contribution);
  add_needed (self, row, MZ_NEEDED_PROFIT, &needed->by_profit, by_profit);
  add_needed (self, row, MZ_NEEDED_HEADLINE, &needed->headline, headline);
  if (needed->headline.known)
    mz_book_sheet_formula (
        self->needed, row, MZ_NEEDED_INCREASE, MZ_CELL_PERCENT,
        (double)needed->increase_tenths / 1000,
        "=ROUND(IF(ISNUMBER(%s),(Sales*Contribution_margin+%s)/MAX(%s,1E-6)/Sales-1,"
        "%s/Profit),3)",
        first, running, margin, running);
  else
    mz_book_sheet_text (self->needed, row, MZ_NEEDED_INCREASE, MZ_CELL_PERCENT, MZ_BOARD_UNKNOWN);
  name_result (self, "Needed_sales", flow, self->needed, row, MZ_NEEDED_HEADLINE);
}

void
mz_board_needed (MzBoardBook *self)
{
  const char *headings[] = {_ ("Scenario"),
                            _ ("#Running cost a year"),
                            _ ("#Contribution margin"),
                            _ ("#By contribution margin"),
                            _ ("#By profit margin"),
                            _ ("#Sales needed"),
                            _ ("#Increase"),
                            NULL};
  const double widths[] = {34, 18, 14, 20, 20, 20, 12, 0};
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  g_autofree char *note = g_strdup_printf (
      "%s　%s", unit,
      _ ("Sales that keep today's profit, rounded up to whole yen. By profit margin, fixed costs are taken to grow with "
         "the sales, so it asks for more."));
  guint row = MZ_BOARD_FIRST_ROW;

  mz_book_sheet_text (self->needed, 0, 0, MZ_CELL_TITLE, _ ("Sales needed to keep today's profit"));
  mz_book_sheet_text (self->needed, 1, 0, MZ_CELL_NOTE, note);
  mz_book_sheet_headings (self->needed, MZ_BOARD_HEAD_ROW, headings);
  mz_book_sheet_widths (self->needed, widths);
  for (guint i = 0; i < self->n_flows; i++)
    if (self->flows[i].sheet != NULL)
      add_needed_row (self, &self->flows[i], MZ_BOARD_FIRST_ROW + self->flows[i].place), row++;
  mz_book_sheet_frame (self->needed, MZ_BOARD_FIRST_ROW, 1, row, MZ_NEEDED_COLUMNS - 1);
}
