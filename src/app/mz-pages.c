/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The page table: what stands on each page of the window. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pages.h"

#include "mezasu/headline.h"
#include "mz-answers.h"
#include "mz-board-page.h"
#include "mz-budget.h"
#include "mz-compare-page.h"
#include "mz-criteria-editor.h"
#include "mz-loss-status.h"
#include "mz-month-entry.h"
#include "mz-workspace-loss.h"

#define CONTEXT_FIELDS "title category targets strength level needs_assessment text"
#define EXTERNAL                                                                                   \
  "category=politics economy finance society technology law nature rivalry new_entrants "          \
  "substitutes buyers suppliers market industry driver"
#define INTERNAL                                                                                   \
  "category=governance structure roles management_policy security_policy capital people "          \
  "processes skills management security_department it_department staff behaviour thinking "        \
  "it_literacy assets processing premises risk_assessment standards models employee_contracts "    \
  "partner_contracts"
#define BLOCKS(array) .blocks = (array), .n_blocks = G_N_ELEMENTS (array)

/* Sentences. */

static char *
say_situation (MzWorkspace *workspace)
{
  return mz_headline_situation (mz_workspace_analysis (workspace));
}

/* Entries of one side of the context that lead nowhere yet. */
static guint
count_open (MzWorkspace *workspace, gboolean external)
{
  const GPtrArray *open = mz_workspace_analysis (workspace)->levels.open_entries;
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    {
      const MzCategory *category =
          mz_category_find (mz_record_text (g_ptr_array_index (open, i), "category"));

      n += category != NULL && category->external == external ? 1 : 0;
    }
  return n;
}

static char *
say_open (guint open)
{
  return g_strdup_printf (ngettext ("%u entry of this context leads nowhere yet.",
                                    "%u entries of this context lead nowhere yet.", open),
                          open);
}

static char *
say_external (MzWorkspace *workspace)
{
  g_autofree char *headline = mz_headline_external (mz_workspace_analysis (workspace));
  guint open = count_open (workspace, TRUE);
  g_autofree char *rest = open > 0 ? say_open (open) : NULL;

  if (rest == NULL)
    return g_steal_pointer (&headline);
  /* TRANSLATORS: two sentences, one after the other; Japanese puts no space between them. */
  return g_strdup_printf (_ ("%1$s %2$s"), headline, rest);
}

static char *
say_internal (MzWorkspace *workspace)
{
  guint open = count_open (workspace, FALSE);

  return open > 0 ? say_open (open) : g_strdup (_ ("Every entry of the context leads to something."));
}

static char *
say_conclusions (MzWorkspace *workspace)
{
  GListModel *list = mz_model_list (mz_workspace_model (workspace), "conclusion");
  guint answered = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (list, i);
      answered += mz_record_has (record, "text") ? 1 : 0;
    }
  return g_strdup_printf (_ ("%u of the five questions to the context are answered."), answered);
}

static char *
say_gaps (MzWorkspace *workspace)
{
  return mz_headline_gaps (mz_workspace_analysis (workspace));
}

static char *
say_risks (MzWorkspace *workspace)
{
  return mz_headline_risks (mz_workspace_analysis (workspace), mz_workspace_scenario (workspace));
}

static char *
say_loss (MzWorkspace *workspace)
{
  const MzLoss *loss = mz_workspace_loss (workspace);

  if (loss == NULL)
    return g_strdup (_ ("The losses are being simulated."));
  return mz_loss_headline (loss, mz_loss_scenario (loss, mz_workspace_scenario (workspace)->id));
}

static char *
say_options (MzWorkspace *workspace)
{
  return mz_headline_payback (mz_workspace_analysis (workspace), mz_workspace_scenario (workspace));
}

static char *
say_compare (MzWorkspace *workspace)
{
  return mz_headline_scenarios (mz_workspace_analysis (workspace));
}

static char *
say_strategy (MzWorkspace *workspace)
{
  return mz_headline_strategy (mz_workspace_analysis (workspace),
                               mz_workspace_scenario (workspace));
}

static char *
say_dashboard (MzWorkspace *workspace)
{
  return mz_headline_dashboard (mz_workspace_analysis (workspace));
}

static char *
say_board (MzWorkspace *workspace)
{
  return mz_headline_board (mz_workspace_analysis (workspace), mz_workspace_scenario (workspace));
}

/* Blocks: type, title, what, fields, filter, half, make. */

static const MzBlock organisation[] = {
    {MZ_BLOCK_FORM, N_ ("Profile"), "organisation",
     "name sector staff fiscal_year money_unit contribution_margin discount_rate horizon "
     "profit_measure business",
     NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "system-map", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "system", "title zone type data owner", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "weakness", "title system type", NULL, TRUE, NULL},
    {MZ_BLOCK_TABLE, NULL, "pl_line", "item title amount", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "zone", "title type text", NULL, TRUE, NULL},
    {MZ_BLOCK_TABLE, NULL, "flow", "title source sink", NULL, FALSE, NULL},
};

static const MzBlock external[] = {
    {MZ_BLOCK_CHART, NULL, "pest-board", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "five-forces", NULL, NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "stakeholder-map", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, N_ ("External context"), "context", CONTEXT_FIELDS, EXTERNAL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "stakeholder", "title side group demand influence level", NULL, FALSE,
     NULL},
};

static const MzBlock internal[] = {
    {MZ_BLOCK_CHART, NULL, "internal-board", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, N_ ("Internal context"), "context", CONTEXT_FIELDS, INTERNAL, FALSE, NULL},
};

static const MzBlock conclusions[] = {
    {MZ_BLOCK_CUSTOM, NULL, "conclusion", NULL, NULL, FALSE, mz_answers_new},
    {MZ_BLOCK_CHART, NULL, "stakeholder-map", NULL, NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "gap-levels", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "cycle", "title lead decision held_on", NULL, FALSE, NULL},
};

static const MzBlock gap[] = {
    {MZ_BLOCK_CHART, NULL, "situation-sheet", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "gap-levels", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "aspect",
     "title current target gap current_level target_level =difference =damage", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "damage", "title class method =low =likely =high", NULL, FALSE, NULL},
};

static const MzBlock risks[] = {
    {MZ_BLOCK_CHART, NULL, "heat-map", NULL, NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "common-ground", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, N_ ("Risk register"), "risk",
     "code title likelihood impact =value =ale treatment =residual", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "business_risk", "title class level annual_loss owner", NULL, FALSE,
     NULL},
    {MZ_BLOCK_CUSTOM, NULL, "criteria", NULL, NULL, FALSE, mz_criteria_editor_new},
    {MZ_BLOCK_TABLE, NULL, "scale_level", "axis level title frequency_from loss_from", NULL, FALSE,
     NULL},
    {MZ_BLOCK_TABLE, NULL, "band", "title severity value_from", NULL, FALSE, NULL},
};

static const MzBlock loss[] = {
    {MZ_BLOCK_CUSTOM, NULL, NULL, NULL, NULL, FALSE, mz_loss_status_new},
    {MZ_BLOCK_CHART, NULL, "loss-exceedance", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "annual-loss", NULL, NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "tornado", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, N_ ("How often, and how much"), "risk",
     "code title frequency_model frequency frequency_low frequency_high magnitude loss_low "
     "loss_likely loss_high =ale",
     NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "risk-distribution", NULL, NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "loss-exceedance-log", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "profit-and-loss-years", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_FORM, N_ ("What a year may cost"), "criteria", "loss_limit loss_probability", NULL,
     TRUE, NULL},
    {MZ_BLOCK_FORM, N_ ("Simulation"), "organisation", "trials seed", NULL, FALSE, NULL},
};

static const MzBlock options[] = {
    {MZ_BLOCK_CHART, NULL, "payback", NULL, NULL, TRUE, NULL},
    {MZ_BLOCK_CHART, NULL, "cash-flow", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "plan", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CUSTOM, NULL, NULL, NULL, NULL, FALSE, mz_budget_block_new},
    {MZ_BLOCK_TABLE, NULL, "scenario", "code title recommended =investment =running =ale =npv",
     NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "option", "code title trigger lowered_risk owner =total", NULL, FALSE,
     NULL},
    {MZ_BLOCK_TABLE, NULL, "step",
     "code title option kind predecessor must from_year to_year =cost =avoided", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "cash_flow",
     "title step kind amount from_year to_year =year0 =year1 =year2 =year3 =year4 =year5", NULL,
     FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "step_exclusion", "step other text", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "step_actual", "step fiscal_year planned spent =over done text", NULL,
     FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "effect", "step risk frequency_cut loss_cut likelihood impact", NULL,
     FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "profit-and-loss", NULL, NULL, FALSE, NULL},
};

static const MzBlock compare[] = {
    {MZ_BLOCK_CUSTOM, NULL, NULL, NULL, NULL, FALSE, mz_compare_page_new},
};

static const MzBlock strategy[] = {
    {MZ_BLOCK_CHART, NULL, "strategy-map", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "strategy-map-pair", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "scorecard", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CHART, NULL, "kpi-trend", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CUSTOM, NULL, "kpi", NULL, NULL, FALSE, mz_month_entry_new},
    {MZ_BLOCK_TABLE, NULL, "objective", "title perspective theme owner weight", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "objective_link", "cause result text", NULL, FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "objective_change", "scenario objective change kpi new_target text", NULL,
     FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "kpi",
     "objective success_factor title direction unit baseline target low high weight action", NULL,
     FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "theme", "title text", NULL, TRUE, NULL},
    {MZ_BLOCK_TABLE, NULL, "perspective", "title code", NULL, FALSE, NULL},
};

static const MzBlock dashboard[] = {
    {MZ_BLOCK_CHART, NULL, "dashboard", NULL, NULL, FALSE, NULL},
    {MZ_BLOCK_CUSTOM, NULL, "indicator", NULL, NULL, FALSE, mz_month_entry_new},
    {MZ_BLOCK_TABLE, NULL, "indicator", "title area functions direction unit warning alarm", NULL,
     FALSE, NULL},
    {MZ_BLOCK_TABLE, NULL, "indicator_value", "indicator period value", NULL, FALSE, NULL},
};

static const MzBlock board[] = {
    {MZ_BLOCK_CUSTOM, NULL, NULL, NULL, NULL, FALSE, mz_board_page_new},
};

static const MzPageInfo pages[] = {
    {"organisation", N_ ("Context"), N_ ("Organisation"), "user-home-symbolic", "organisation",
     say_situation,
     N_ ("Who the company is, what it earns, and where its systems stand. Start with its name and its "
         "yearly sales, then add systems and what they lack."),
     BLOCKS (organisation)},
    {"external", N_ ("Context"), N_ ("External"), "network-workgroup-symbolic", "external",
     say_external,
     N_ ("What happens outside and bears on security: laws, markets, rivals, attackers, and those who "
         "demand something. One fact a card, such as a law that asks for a level of protection."),
     BLOCKS (external)},
    {"internal", N_ ("Context"), N_ ("Internal"), "system-users-symbolic", "internal", say_internal,
     N_ ("What the company is like inside: policy, people, culture, systems, contracts. One fact a "
         "card, such as staff who can see card numbers."),
     BLOCKS (internal)},
    {"conclusions", N_ ("Context"), N_ ("Conclusions"), "object-select-symbolic", "conclusions",
     say_conclusions,
     N_ ("The five answers that the context must give: what for, what, how far, from which risk on, "
         "and with how much money."),
     BLOCKS (conclusions)},
    {"gap", N_ ("Assessment"), N_ ("Gap"), "view-dual-symbolic", "gaps", say_gaps,
     N_ ("Where the company stands, where it wants to be, and what the difference may cost."),
     BLOCKS (gap)},
    {"risks", N_ ("Assessment"), N_ ("Risks"), "dialog-warning-symbolic", "risks", say_risks,
     N_ ("What may happen, how often, and what it costs. Begin with a weakness of a system and ask who "
         "could use it."),
     BLOCKS (risks)},
    {"loss", N_ ("Assessment"), N_ ("Loss"), "utilities-system-monitor-symbolic", "loss", say_loss,
     N_ ("How much a year may cost, and how sure that is. Say of a risk how often it happens and "
         "what one event costs: once in ten years, 2 to 30 million yen."),
     BLOCKS (loss)},
    {"options", N_ ("Decision"), N_ ("Options"), "view-list-bullet-symbolic", "options",
     say_options,
     N_ ("Plans to improve, their steps by year, what they cost and what they spare. Doing nothing is "
         "always one of the scenarios."),
     BLOCKS (options)},
    {"compare", N_ ("Decision"), N_ ("Compare"), "view-column-symbolic", NULL, say_compare, NULL,
     BLOCKS (compare)},
    {"strategy", N_ ("Decision"), N_ ("Strategy map"), "view-grid-symbolic", "scorecard",
     say_strategy,
     N_ ("What the company wants to reach, what leads to what, and how it is measured. Start with an "
         "objective of the business, such as keeping customers, and ask what security adds to it."),
     BLOCKS (strategy)},
    {"dashboard", N_ ("Board"), N_ ("Dashboard"), "security-high-symbolic", NULL,
     say_dashboard,
     N_ ("What the management meeting sees of security each month: attacks, protection, suspected "
         "intrusion and indirect signs. Start with an indicator, such as the share of systems that "
         "are patched, and its warning and alarm limits."),
     BLOCKS (dashboard)},
    {"board-pack", N_ ("Board"), N_ ("Board pack"), "x-office-presentation-symbolic", NULL,
     say_board, NULL, BLOCKS (board)},
};

const MzPageInfo *
mz_pages_nth (guint index)
{
  return index < G_N_ELEMENTS (pages) ? &pages[index] : NULL;
}

const MzPageInfo *
mz_pages_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}

static const MzPageInfo *
page_with (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint j = 0; j < pages[i].n_blocks; j++)
      if (g_strcmp0 (pages[i].blocks[j].what, kind) == 0)
        return &pages[i];
  return NULL;
}

/* A kind without a table of its own is at home where what it belongs to is. */
const MzPageInfo *
mz_pages_for_kind (const char *kind_name)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), kind_name);
  const MzPageInfo *page = page_with (kind_name);

  for (guint i = 0; page == NULL && kind != NULL && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MZ_FIELD_OWNER) != 0)
      page = page_with (kind->fields[i].target);
  return page != NULL ? page : &pages[0];
}
