/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `budget`: the best set of steps within a cap for this year and a cap for every later year, and what more or less money
 * would leave. */

#include "config.h"

#include "figures.h"
#include "json-tools.h"

#include "mezasu/money.h"
#include "mezasu/portfolio.h"

#include <glib/gi18n-lib.h>

static const char *const aims[MZ_PORTFOLIO_N_AIMS] = {"loss", "npv", "bad-year"};
static const char *const statuses[] = {"best", "found", "simulated", "contradiction", "over_cap"};

/* A cap: as the person gave it, `none` for no cap, by default that of the conclusions. */
static gboolean
read_cap (MzCall *call, const char *name, MzMoneyUnit unit, MzMaybe *cap, int *status)
{
  const char *text = mz_call_option (call, name);
  g_autoptr (GError) error = NULL;
  gint64 yen;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "none"))
    {
      *cap = MZ_NONE;
      return TRUE;
    }
  if (!mz_money_parse (text, unit, &yen, &error))
    {
      *status = mz_cli_usage ("--%s: %s", name, error->message);
      return FALSE;
    }
  if (yen < 0)
    {
      *status = mz_cli_usage (_ ("--%s: a cap is not below zero."), name);
      return FALSE;
    }
  *cap = MZ_SOME (yen);
  return TRUE;
}

static gboolean
read_question (MzCall *call, const MzPortfolio *portfolio, MzMoneyUnit unit,
               MzPortfolioQuestion *question, int *status)
{
  const char *by = mz_call_option (call, "by");
  guint aim = 0;
  *question = (MzPortfolioQuestion){.this_year = portfolio->this_year, .yearly = portfolio->yearly};
  while (by != NULL && aim < MZ_PORTFOLIO_N_AIMS && !g_str_equal (by, aims[aim]))
    aim++;
  if (aim == MZ_PORTFOLIO_N_AIMS)
    {
      *status = mz_cli_usage (_ ("--by: loss, npv or bad-year, not “%s”."), by);
      return FALSE;
    }
  question->aim = aim;
  return read_cap (call, "this-year", unit, &question->this_year, status) &&
         read_cap (call, "yearly", unit, &question->yearly, status);
}

static void
put_cap (JsonObject *object, const char *name, MzMaybe cap)
{
  if (cap.is_set)
    json_object_set_int_member (object, name, cap.value);
  else
    json_object_set_null_member (object, name);
}

static void
put_real_yen (JsonObject *object, const char *name, gboolean known, double value)
{
  gint64 yen;
  if (known && mz_money_from_double (value, &yen, NULL))
    json_object_set_int_member (object, name, yen);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
set_to_json (const MzPortfolio *portfolio, const MzPortfolioSet *set)
{
  JsonObject *object = json_object_new ();
  JsonArray *steps = json_array_new ();
  for (guint i = 0; i < portfolio->steps->len; i++)
    if (set->chosen[i])
      {
        const MzPortfolioStep *step = &g_array_index (portfolio->steps, MzPortfolioStep, i);
        g_autofree char *why = mz_portfolio_why (portfolio, set, i);
        JsonObject *member = json_object_new ();
        json_object_set_string_member (member, "id", step->id);
        json_object_set_string_member (member, "title", step->label);
        json_object_set_string_member (member, "option", step->option_label);
        json_object_set_string_member (member, "why", why);
        json_object_set_int_member (member, "this_year_yen", step->costs[0]);
        json_array_add_object_element (steps, member);
      }
  json_object_set_array_member (object, "steps", steps);
  json_object_set_int_member (object, "this_year_yen", set->this_year);
  json_object_set_int_member (object, "dearest_later_year_yen", set->dearest_year);
  json_object_set_int_member (object, "total_yen", set->total);
  put_real_yen (object, "ale_yen", TRUE, set->loss);
  put_real_yen (object, "npv_yen", set->npv_known, set->npv);
  if (set->has_bad_year)
    put_real_yen (object, "p95_yen", TRUE, set->bad_year);
  return object;
}

static int
print_json (MzCall *call, const MzPortfolio *portfolio, const MzPortfolioQuestion *question,
            const MzPortfolioAnswer *answer, const MzFrontier *frontier)
{
  JsonObject *object = json_object_new ();
  JsonArray *notes = json_array_new ();
  g_autofree char *sentence = mz_portfolio_answer_sentence (portfolio, answer, question);
  json_object_set_string_member (object, "by", aims[question->aim]);
  put_cap (object, "cap_this_year_yen", question->this_year);
  put_cap (object, "cap_yearly_yen", question->yearly);
  json_object_set_string_member (object, "status", statuses[answer->status]);
  json_object_set_string_member (object, "sentence", sentence);
  json_object_set_boolean_member (object, "exact", answer->status == MZ_PORTFOLIO_BEST);
  if (answer->set != NULL)
    {
      json_object_set_object_member (object, "set", set_to_json (portfolio, answer->set));
      put_real_yen (object, "bound_yen", TRUE, answer->bound);
    }
  else
    json_object_set_null_member (object, "set");
  if (frontier != NULL)
    {
      JsonArray *points = json_array_new ();
      for (guint i = 0; i < frontier->points->len; i++)
        json_array_add_object_element (
            points, set_to_json (portfolio, g_ptr_array_index (frontier->points, i)));
      json_object_set_array_member (object, "frontier", points);
      json_object_set_boolean_member (object, "frontier_complete", frontier->complete);
    }
  for (guint i = 0; i < portfolio->notes->len; i++)
    json_array_add_string_element (notes, g_ptr_array_index (portfolio->notes, i));
  json_object_set_array_member (object, "notes", notes);
  g_autoptr (JsonNode) node = mz_json_take_object (object);
  return mz_cli_print_json (call, node);
}

static char *
yen_text (double value, gboolean known, MzMoneyUnit unit)
{
  MzFigure figure = {.known = known};
  figure.known = known && mz_money_from_double (value, &figure.yen, NULL);
  return mz_figure_text (&figure, unit);
}

static void
print_line (MzCall *call, const char *label, double value, gboolean known, MzMoneyUnit unit)
{
  g_autofree char *text = yen_text (value, known, unit);
  mz_cli_print (call, "%s: %s\n", label, text);
}

static void
print_cap (MzCall *call, const char *label, MzMaybe cap, MzMoneyUnit unit)
{
  if (cap.is_set)
    print_line (call, label, (double)cap.value, TRUE, unit);
  else
    mz_cli_print (call, "%s: %s\n", label, _ ("no cap"));
}

static void
print_set (MzCall *call, const MzPortfolio *portfolio, const MzPortfolioSet *set, MzMoneyUnit unit)
{
  g_autofree char *heading = g_strconcat ("#", _ ("This year"), NULL);
  g_autoptr (MzTextTable) table =
      mz_text_table_new (_ ("Step"), _ ("Option"), _ ("Why"), heading, NULL);
  for (guint i = 0; i < portfolio->steps->len; i++)
    if (set->chosen[i])
      {
        const MzPortfolioStep *step = &g_array_index (portfolio->steps, MzPortfolioStep, i);
        g_autofree char *why = mz_portfolio_why (portfolio, set, i);
        g_autofree char *cost = yen_text ((double)step->costs[0], TRUE, unit);
        mz_text_table_add (table, step->label, step->option_label, why, cost, NULL);
      }
  if (set->n_chosen > 0)
    mz_text_table_print (table, call);
  print_line (call, _ ("Cost this year"), (double)set->this_year, TRUE, unit);
  print_line (call, _ ("Cost of the dearest later year"), (double)set->dearest_year, TRUE, unit);
  print_line (call, _ ("Expected loss a year afterwards"), set->loss, TRUE, unit);
  print_line (call, _ ("Net present value"), set->npv, set->npv_known, unit);
  if (set->has_bad_year)
    print_line (call, _ ("Loss in a 1-in-20 year"), set->bad_year, TRUE, unit);
}

static void
print_frontier (MzCall *call, const MzPortfolio *portfolio, const MzFrontier *frontier,
                MzMoneyUnit unit)
{
  g_autofree char *cost = g_strconcat ("#", _ ("Cost this year"), NULL);
  g_autofree char *loss = g_strconcat ("#", _ ("Expected loss a year afterwards"), NULL);
  g_autoptr (MzTextTable) table = mz_text_table_new (cost, loss, _ ("Steps"), NULL);
  for (guint i = 0; i < frontier->points->len; i++)
    {
      const MzPortfolioSet *set = g_ptr_array_index (frontier->points, i);
      g_autofree char *money = yen_text ((double)set->this_year, TRUE, unit);
      g_autofree char *left = yen_text (set->loss, TRUE, unit);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *steps = NULL;
      for (guint k = 0; k < portfolio->steps->len; k++)
        if (set->chosen[k])
          g_ptr_array_add (names, g_array_index (portfolio->steps, MzPortfolioStep, k).label);
      g_ptr_array_add (names, NULL);
      steps = g_strjoinv (", ", (char **)names->pdata);
      mz_text_table_add (table, money, left, steps, NULL);
    }
  mz_cli_print (call, "\n%s\n", _ ("Less and more money this year:"));
  mz_text_table_print (table, call);
  if (!frontier->complete)
    mz_cli_print (call, "%s\n", _ ("More sets lie between these; each of these is efficient."));
}

static void
print_text (MzCall *call, const MzPortfolio *portfolio, const MzPortfolioQuestion *question,
            const MzPortfolioAnswer *answer, const MzFrontier *frontier, MzMoneyUnit unit)
{
  g_autofree char *sentence = mz_portfolio_answer_sentence (portfolio, answer, question);
  mz_cli_print (call, _ ("Unit of money: %s\n\n"), mz_money_unit_label (unit));
  print_cap (call, _ ("Cap this year"), question->this_year, unit);
  print_cap (call, _ ("Cap in each later year"), question->yearly, unit);
  mz_cli_print (call, "%s\n\n", sentence);
  if (answer->set != NULL)
    print_set (call, portfolio, answer->set, unit);
  if (frontier != NULL && frontier->points->len > 0)
    print_frontier (call, portfolio, frontier, unit);
  for (guint i = 0; i < portfolio->notes->len; i++)
    mz_cli_print (call, "%s\n", (const char *)g_ptr_array_index (portfolio->notes, i));
}

static int
print (MzCall *call, const MzPortfolio *portfolio, const MzPortfolioQuestion *question,
       const MzPortfolioAnswer *answer, const MzFrontier *frontier, MzMoneyUnit unit)
{
  if (mz_call_has (call, "json"))
    return print_json (call, portfolio, question, answer, frontier);
  print_text (call, portfolio, question, answer, frontier, unit);
  return MZ_CLI_DONE;
}

int
mz_cmd_budget (MzCall *call)
{
  int status = MZ_CLI_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = mz_cli_load (call->arguments[0], &status);
  MzPortfolioQuestion question;
  if (model == NULL)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzPortfolio) portfolio = mz_portfolio_new (analysis);
  MzMoneyUnit unit = mz_cli_unit (model);
  if (!read_question (call, portfolio, unit, &question, &status))
    return status;
  if (!mz_call_has (call, "frontier"))
    {
      g_autoptr (MzPortfolioAnswer) answer =
          mz_portfolio_choose (portfolio, &question, NULL, &error);
      return answer != NULL ? print (call, portfolio, &question, answer, NULL, unit)
                            : mz_cli_fail (call->arguments[0], error);
    }
  g_autoptr (MzBudget) budget =
      mz_budget_new (g_steal_pointer (&portfolio), &question, NULL, &error);
  if (budget == NULL)
    return mz_cli_fail (call->arguments[0], error);
  return print (call, budget->portfolio, &question, budget->answer, budget->frontier, unit);
}
