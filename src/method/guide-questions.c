/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The questions of the guide, one row each, in the order of the method's steps. Names are kept in documents, so a row may
 * move but its name stays. */

#include "config.h"

#include "guide-private.h"

#include <glib/gi18n-lib.h>

#define ENTRY "title targets text"
#define FORCE "title strength targets text"
#define DEMAND "title level targets text"
#define SETTLED "targets|no_effect_reason"

/* One sub-item of the external context, whose text and hint are those of the sub-item. */
#define SUB_ITEM(code, asked)                                                                      \
  {                                                                                                \
    .name = "external." code, .step = "external", .page = "external", .kind = "context",           \
    .filter = "category=" code, .fields = asked, .needed = SETTLED                                 \
  }

/* A group of the internal context: every one of its sub-items is asked for. */
#define GROUP(group, codes, question)                                                              \
  {                                                                                                \
    .name = "internal." group, .step = "internal", .page = "internal", .kind = "context",          \
    .filter = "category=" codes, .fields = ENTRY, .needed = SETTLED, .rule = MZ_ANSWERED_BY_EACH,  \
    .text = question                                                                               \
  }

/* One of the five answers. */
#define ANSWER(code, asked, wanted, words)                                                         \
  {                                                                                                \
    .name = "conclusions." code, .step = "conclusions", .page = "conclusions",                     \
    .kind = "conclusion", .filter = "question=" code, .from = "context?", .fields = asked,         \
    .needed = wanted, .hint = words                                                                \
  }

const MzQuestion mz_guide_questions[] = {
    {"organisation.firm", "organisation", "organisation", "organisation", NULL, NULL,
     "name sector staff", "name sector staff", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("Which company is modelled?"),
     N_ ("The company, or the part of it that is looked at. The trade decides from which sample firm "
         "examples come.")},
    {"organisation.business", "organisation", "organisation", "organisation", NULL, NULL,
     "business", "business", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("What is its business?"),
     N_ ("What it makes and sells, to whom, through which channels.")},
    {"organisation.plan", "organisation", "organisation", "organisation", NULL, NULL,
     "fiscal_year horizon discount_rate", "fiscal_year", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE,
     FALSE, N_ ("Which fiscal year is this, and how far do plans reach?"),
     N_ ("This fiscal year is year 0 of all plans.")},
    {"organisation.sales", "organisation", "organisation", "pl_line", "item=sales", NULL,
     "amount title", "amount", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("How much does it sell in a year?"),
     N_ ("As people write it: 12億円, 1億2,000万, or 120000 in the unit of money.")},
    {"organisation.costs", "organisation", "organisation", "pl_line", "item=cost_of_sales sga",
     NULL, "amount title", "amount", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_EACH, TRUE,
     N_ ("What does a year cost?"),
     N_ ("Cost of sales, then selling, general and administrative expenses; what is left of the sales "
         "is the operating profit.")},
    {"organisation.margin", "organisation", "organisation", "organisation", NULL, NULL,
     "contribution_margin profit_measure", "contribution_margin", MZ_QUESTION_RECORDS,
     MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("How much of each sale is left after the costs that vary with it?"),
     N_ ("The contribution margin tells what lost sales cost, and which sales pay for a measure.")},
    {"organisation.zones", "organisation", "organisation", "zone", NULL, NULL, "title type", NULL,
     MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE, N_ ("Where do its systems stand?"),
     N_ ("Zones in which systems trust each other alike: internet, cloud, office, plant, partners.")},
    {"organisation.systems", "organisation", "organisation", "system", NULL, "zone?",
     "title type data owner", NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("Which systems carry the business?"),
     N_ ("Also people and outside services, with the data that they hold.")},
    {"organisation.flows", "organisation", "organisation", "flow", NULL, "system system", "title",
     NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE, N_ ("What passes between the systems?"),
     N_ ("Orders, card numbers, personal data: whatever somebody could want.")},
    {"organisation.weaknesses", "organisation", "organisation", "weakness", NULL, "system",
     "title type text", NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("What do the systems lack?"),
     N_ ("One weakness at a time, pinned to the system that has it.")},

    SUB_ITEM ("politics", ENTRY),
    SUB_ITEM ("economy", ENTRY),
    SUB_ITEM ("finance", ENTRY),
    SUB_ITEM ("society", ENTRY),
    SUB_ITEM ("technology", ENTRY),
    SUB_ITEM ("law", DEMAND),
    SUB_ITEM ("nature", ENTRY),
    SUB_ITEM ("rivalry", FORCE),
    SUB_ITEM ("new_entrants", FORCE),
    SUB_ITEM ("substitutes", FORCE),
    SUB_ITEM ("buyers", FORCE),
    SUB_ITEM ("suppliers", FORCE),
    SUB_ITEM ("driver", DEMAND),

    GROUP ("structure", "governance structure roles management_policy security_policy",
           N_ ("How is the company led, and what is its policy?")),
    GROUP ("resources", "capital people processes skills", N_ ("What resources are there?")),
    GROUP ("people", "management security_department it_department staff",
           N_ ("Who has a say inside?")),
    GROUP ("culture", "behaviour thinking it_literacy", N_ ("How do people here act and think?")),
    GROUP ("systems", "assets processing premises risk_assessment",
           N_ ("What is to be protected, and where?")),
    GROUP ("standards", "standards models", N_ ("Which standards and models are followed?")),
    GROUP ("contracts", "employee_contracts partner_contracts",
           N_ ("What do contracts say about security?")),

    {"stakeholders.outside", "stakeholders", "external", "stakeholder", "side=external", NULL,
     "title group demand level influence", "demand", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("Who outside demands something?"),
     N_ ("Customers, shareholders, business partners, regulators: what they demand, and the level of "
         "security from 1 to 5 that it takes. The highest is the minimum level.")},
    {"stakeholders.inside", "stakeholders", "external", "stakeholder", "side=internal", NULL,
     "title group demand level influence", "demand", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("Who inside demands something?"),
     N_ ("Management, staff, the IT department: what they expect of security, and how much they "
         "influence it.")},

    ANSWER ("purpose", "text agreed_by", "text",
            N_ ("What the company wants to keep or to reach by being secure.")),
    ANSWER ("scope", "text agreed_by", "text",
            N_ ("Which business, sites, systems and data are protected.")),
    ANSWER ("reduction", "text agreed_by", "text",
            N_ ("To which level, and why it is enough for those who demand it.")),
    ANSWER ("threshold", "text agreed_by", "text",
            N_ ("The risk value or the loss from which on something must be done.")),
    ANSWER ("budget", "text this_year yearly agreed_by", "text",
            N_ ("How much this year, and how much a year from next year on.")),

    {"criteria.scheme", "criteria", "risks", "criteria", NULL, NULL,
     "scheme likelihood_levels impact_levels", "scheme", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE,
     FALSE, N_ ("How are risks rated?"),
     N_ ("Five steps of likelihood by five of impact fit most companies.")},
    {"criteria.appetite", "criteria", "risks", "criteria", NULL, NULL, "appetite tolerance",
     "appetite tolerance", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("Which risk values are accepted, and which must be treated?"),
     N_ ("In a matrix of five by five an appetite of 6 and a tolerance of 12 are usual: up to 6 is "
         "accepted, above 12 must be treated.")},
    {"criteria.loss", "criteria", "loss", "criteria", NULL, NULL, "loss_limit loss_probability",
     "loss_limit loss_probability", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("How much may one year cost, and how rarely more?"),
     /* xgettext:no-c-format */
     N_ ("Such as 1億円, exceeded in no more than 5 % of the years.")},

    {"gaps.aspects", "gaps", "gap", "aspect", NULL, "context?",
     "title current target current_level target_level", "current|current_level target|target_level",
     MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("Where does the company stand, and where does it want to be?"),
     N_ ("One aspect at a time: the state now, the state that is wanted, and both as levels 0 to 5.")},
    {"damages.damage", "damages", "gap", "damage", NULL, "aspect", "title class low likely high",
     NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_EACH, FALSE, N_ ("What may each gap cost?"),
     N_ ("Losses such as compensation and investigation, and sales that are lost. Low, likely and high "
         "amounts of one event. For leaked personal data the JO model gives an amount a head; usual "
         "values of distress and economic loss are: name and address 1 and 1, purchases or a password 1 "
         "and 2, card number with its date 1 and 3, test results 2 and 1, income 2 and 2, medical record "
         "3 and 1.")},
    {"risks.register", "risks", "risks", "risk", NULL, "damage weakness?",
     "title likelihood impact owner", "likelihood|threat_level impact|confidentiality owner",
     MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE, N_ ("What may happen?"),
     N_ ("Who could use which weakness, and what follows. Likelihood and impact as things are now; the "
         "owner decides about the risk.")},
    {"risks.business", "risks", "risks", "business_risk", NULL, NULL,
     "title class annual_loss level", "annual_loss|level", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE,
     FALSE, N_ ("Which other risks does the company bear?"),
     N_ ("Money, accidents, quality, law: system risk is weighed beside them by the same measure.")},
    {"loss.frequency", "loss", "loss", "risk", NULL, NULL, "frequency magnitude loss_low loss_high",
     "frequency|frequency_low magnitude", MZ_QUESTION_EXISTING, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("How often does each risk happen, and what does one event cost?"),
     N_ ("0.1 or “once in ten years”. The loss comes from the linked damages, or as a range that holds "
         "nine of ten events.")},

    {"options.plans", "options", "options", "option", NULL, NULL, "title trigger owner", "trigger",
     MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE, N_ ("What could be done?"),
     N_ ("Each plan by the name under which the board will hear of it, and why the risk is treated.")},
    {"options.steps", "options", "options", "step", NULL, "option", "title kind from_year to_year",
     NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_EACH, TRUE, N_ ("In which steps?"),
     N_ ("First aid this year, the full solution, and its upkeep from next year on. Year 0 is this "
         "fiscal year.")},
    {"options.amounts", "options", "options", "cash_flow", NULL, "step",
     "amount kind from_year to_year", "amount", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_EACH, TRUE,
     N_ ("What does each step cost?"), N_ ("Investments once, running costs year by year.")},
    {"options.effects", "options", "options", "effect", NULL, "step risk", "frequency_cut loss_cut",
     "frequency_cut|loss_cut|likelihood|impact", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("Which risk does a step lower, and by how much?"),
     N_ ("In %: 80 means that the risk happens a fifth as often, or costs a fifth.")},
    {"scenarios.proposal", "scenarios", "options", "scenario", "recommended=true", NULL,
     "title text", NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("What is proposed to the board?"),
     N_ ("A scenario is a choice of plans. Doing nothing is always compared with it.")},
    {"scenarios.contents", "scenarios", "options", "scenario_option", NULL, "scenario option", "",
     NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, TRUE,
     N_ ("Which plans does the scenario contain?"), N_ ("Choose scenario and plan, then add.")},

    {"scorecard.objectives", "scorecard", "strategy", "objective", NULL, NULL,
     "title perspective owner", NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("What does the company want to reach?"),
     N_ ("Objectives of the business in four perspectives, and what security adds to them.")},
    {"scorecard.links", "scorecard", "strategy", "objective_link", NULL, "objective objective", "",
     NULL, MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE, N_ ("Which objective furthers which?"),
     N_ ("The first is the cause, the second the result.")},
    {"scorecard.kpis", "scorecard", "strategy", "kpi", NULL, "objective",
     "title unit baseline target", "target|low", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_EACH, FALSE,
     N_ ("How is each objective measured?"),
     N_ ("One number for each objective, now and as a target.")},

    {"review.date", "review", "organisation", "organisation", NULL, NULL, "review_date",
     "review_date", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE, FALSE,
     N_ ("When is all this looked at again?"),
     N_ ("Risks, context and plans change: a year is the longest usual time.")},
    {"review.board", "review", "board-pack", "organisation", NULL, NULL,
     "meeting report_date confidentiality", "report_date", MZ_QUESTION_RECORDS, MZ_ANSWERED_BY_ONE,
     FALSE, N_ ("Where and when will the board see it?"),
     N_ ("Meeting, date and confidentiality mark stand on every page of the board pack.")},
};
const guint mz_n_guide_questions = G_N_ELEMENTS (mz_guide_questions);
