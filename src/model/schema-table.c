/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The schema table itself: one row a field. Columns of a kind are only ever appended, never moved, renamed or reused,
 * because kept changesets address them by position; every change raises MZ_SCHEMA_VERSION.
 *
 * Words are those of ISO 31000, of Kaplan and Norton, and of the JNSA work on the context of an organisation. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "schema-private.h"

#define MZ_SCHEMA_VERSION 2

#define KIND_FIELDS(array) .fields = (array), .n_fields = G_N_ELEMENTS (array)
#define END_OF_CHOICES { NULL, NULL, NULL }

/* Choices. */

static const MzChoice sectors[] = {
  { "ec", N_("Online shop"), NULL },
  { "chemical", N_("Chemical maker"), NULL },
  { "machinery", N_("Machinery maker"), NULL },
  { "manufacturing", N_("Other manufacturing"), NULL },
  { "retail", N_("Retail"), NULL },
  { "medical", N_("Medical care"), NULL },
  { "trading", N_("Trading company"), NULL },
  { "logistics", N_("Logistics"), NULL },
  { "services", N_("Services"), NULL },
  { "finance", N_("Financial services"), NULL },
  { "public", N_("Public body"), NULL },
  { "other", N_("Other"), NULL },
  END_OF_CHOICES,
};

static const MzChoice profit_measures[] = {
  { "operating", N_("Operating profit"), NULL },
  { "ordinary", N_("Ordinary profit"), NULL },
  END_OF_CHOICES,
};

static const MzChoice money_units[] = {
  { "yen", N_("yen"), NULL },
  { "thousand", N_("thousand yen"), NULL },
  { "man", N_("10,000 yen"), NULL },
  { "million", N_("million yen"), NULL },
  { "oku", N_("100 million yen"), NULL },
  END_OF_CHOICES,
};

static const MzChoice pl_items[] = {
  { "sales", N_("Sales"), NULL },
  { "cost_of_sales", N_("Cost of sales"), NULL },
  { "sga", N_("Selling, general and administrative expenses"), NULL },
  { "non_operating_income", N_("Non-operating income"), NULL },
  { "non_operating_expense", N_("Non-operating expenses"), NULL },
  { "extraordinary_income", N_("Extraordinary income"), NULL },
  { "extraordinary_loss", N_("Extraordinary losses"), NULL },
  { "tax", N_("Income taxes"), NULL },
  END_OF_CHOICES,
};

static const MzChoice loss_places[] = {
  { "extraordinary_loss", N_("Extraordinary losses"), NULL },
  { "sga", N_("Selling, general and administrative expenses"), NULL },
  { "non_operating_expense", N_("Non-operating expenses"), NULL },
  END_OF_CHOICES,
};

static const MzChoice zone_types[] = {
  { "internet", N_("Internet"), NULL },
  { "cloud", N_("Cloud"), NULL },
  { "office", N_("Office"), NULL },
  { "plant", N_("Plant"), NULL },
  { "store", N_("Store"), NULL },
  { "partner", N_("Partner"), NULL },
  END_OF_CHOICES,
};

static const MzChoice system_types[] = {
  { "person", N_("People"), NULL },
  { "terminal", N_("Terminal"), NULL },
  { "application", N_("Application"), NULL },
  { "server", N_("Server"), NULL },
  { "database", N_("Database"), NULL },
  { "network", N_("Network device"), NULL },
  { "control", N_("Control system"), NULL },
  { "service", N_("Outside service"), NULL },
  END_OF_CHOICES,
};

static const MzChoice vulnerability_types[] = {
  { "organisational", N_("Organisational"), NULL },
  { "human", N_("Human"), NULL },
  { "technical", N_("Technical"), NULL },
  { "physical", N_("Physical"), NULL },
  END_OF_CHOICES,
};

/* Sub-items of the context; what each one stands for in the method is told by taxonomy.c. */
static const MzChoice categories[] = {
  { "politics", N_("Politics and policy"), N_("Macro environment") },
  { "economy", N_("Economy"), N_("Macro environment") },
  { "finance", N_("Finance and capital markets"), N_("Macro environment") },
  { "society", N_("Society and culture"), N_("Macro environment") },
  { "technology", N_("Technology"), N_("Macro environment") },
  { "law", N_("Laws and regulations"), N_("Macro environment") },
  { "nature", N_("Nature"), N_("Macro environment") },
  { "rivalry", N_("Rivalry among competitors"), N_("Micro environment") },
  { "new_entrants", N_("Threat of new entrants"), N_("Micro environment") },
  { "substitutes", N_("Threat of substitutes"), N_("Micro environment") },
  { "buyers", N_("Power of buyers"), N_("Micro environment") },
  { "suppliers", N_("Power of suppliers"), N_("Micro environment") },
  { "market", N_("Market"), N_("Micro environment") },
  { "industry", N_("Industry and its standards"), N_("Relations with the outside") },
  { "driver", N_("Drivers and trends"), N_("Drivers and trends") },
  { "governance", N_("Governance"), N_("Structure, policy and strategy") },
  { "structure", N_("Organisational structure"), N_("Structure, policy and strategy") },
  { "roles", N_("Roles and accountability"), N_("Structure, policy and strategy") },
  { "management_policy", N_("Management policy"), N_("Structure, policy and strategy") },
  { "security_policy", N_("Information security policies"), N_("Structure, policy and strategy") },
  { "capital", N_("Capital"), N_("Resources and knowledge") },
  { "people", N_("People and time"), N_("Resources and knowledge") },
  { "processes", N_("Processes and systems"), N_("Resources and knowledge") },
  { "skills", N_("Technical skill"), N_("Resources and knowledge") },
  { "management", N_("Management"), N_("Internal influences") },
  { "security_department", N_("Security department"), N_("Internal influences") },
  { "it_department", N_("IT department"), N_("Internal influences") },
  { "staff", N_("Staff"), N_("Internal influences") },
  { "behaviour", N_("Principles of behaviour"), N_("Culture") },
  { "thinking", N_("Ways of thinking"), N_("Culture") },
  { "it_literacy", N_("IT literacy"), N_("Culture") },
  { "assets", N_("Information assets"), N_("What is to be protected") },
  { "processing", N_("Information processing"), N_("What is to be protected") },
  { "premises", N_("Premises"), N_("What is to be protected") },
  { "risk_assessment", N_("Risk assessment today"), N_("What is to be protected") },
  { "standards", N_("Adopted standards and guidelines"), N_("Standards and contracts") },
  { "models", N_("Adopted models"), N_("Standards and contracts") },
  { "employee_contracts", N_("Contracts with employees"), N_("Standards and contracts") },
  { "partner_contracts", N_("Contracts with partners"), N_("Standards and contracts") },
  END_OF_CHOICES,
};

/* リスクの落とし込み: what a context entry bears on. */
static const MzChoice targets[] = {
  { "purpose", N_("Purpose"), NULL },
  { "scope", N_("Scope"), NULL },
  { "level", N_("Level"), NULL },
  { "requirement", N_("Outside requirement"), NULL },
  { "threat", N_("Threat"), NULL },
  { "vulnerability_organisational", N_("Organisational vulnerability"), NULL },
  { "vulnerability_human", N_("Human vulnerability"), NULL },
  { "vulnerability_technical", N_("Technical vulnerability"), NULL },
  { "vulnerability_physical", N_("Physical vulnerability"), NULL },
  { "investment", N_("Investment"), NULL },
  { "present_level", N_("Present security level"), NULL },
  { "capability", N_("Capability to assess and control"), NULL },
  { "measures", N_("Measures"), NULL },
  { "continuity", N_("Business continuity"), NULL },
  END_OF_CHOICES,
};

static const MzChoice threat_sides[] = {
  { "external", N_("External threat"), NULL },
  { "internal", N_("Internal threat"), NULL },
  END_OF_CHOICES,
};

static const MzChoice reaches[] = {
  { "international", N_("International"), NULL },
  { "national", N_("National"), NULL },
  { "regional", N_("Regional"), NULL },
  { "local", N_("Local"), NULL },
  END_OF_CHOICES,
};

static const MzChoice polarities[] = {
  { "threat", N_("Threat"), NULL },
  { "opportunity", N_("Opportunity"), NULL },
  { "both", N_("Both"), NULL },
  END_OF_CHOICES,
};

static const MzChoice sides[] = {
  { "external", N_("Outside the organisation"), NULL },
  { "internal", N_("Inside the organisation"), NULL },
  END_OF_CHOICES,
};

static const MzChoice stakeholder_groups[] = {
  { "shareholders", N_("Shareholders"), NULL },
  { "customers", N_("Customers"), NULL },
  { "partners", N_("Business partners"), NULL },
  { "regulators", N_("Regulators"), NULL },
  { "industry", N_("Industry bodies"), NULL },
  { "community", N_("Community"), NULL },
  { "management", N_("Management"), NULL },
  { "security_department", N_("Security department"), NULL },
  { "it_department", N_("IT department"), NULL },
  { "staff", N_("Staff"), NULL },
  { "other", N_("Other"), NULL },
  END_OF_CHOICES,
};

static const MzChoice questions[] = {
  { "purpose", N_("Purpose: what is security for?"), NULL },
  { "scope", N_("Scope: what is protected?"), NULL },
  { "reduction", N_("How far are risks lowered?"), NULL },
  { "threshold", N_("From which risk on do we act?"), NULL },
  { "budget", N_("How much budget is given?"), NULL },
  END_OF_CHOICES,
};

static const MzChoice cycle_leads[] = {
  { "internal", N_("Led by the internal context"), NULL },
  { "external", N_("Based on the external context"), NULL },
  END_OF_CHOICES,
};

static const MzChoice damage_classes[] = {
  { "litigation", N_("Litigation"), N_("Losses") },
  { "compensation", N_("Compensation"), N_("Losses") },
  { "card_fraud", N_("Compensation for card fraud"), N_("Losses") },
  { "reissue", N_("Card reissue"), N_("Losses") },
  { "call_centre", N_("Call centre"), N_("Losses") },
  { "investigation", N_("Investigation and recovery"), N_("Losses") },
  { "other_loss", N_("Other loss"), N_("Losses") },
  { "members_lost", N_("Customers lost"), N_("Lower sales and profit") },
  { "purchase_decline", N_("Decline of purchases"), N_("Lower sales and profit") },
  { "stop", N_("Stop of business"), N_("Lower sales and profit") },
  END_OF_CHOICES,
};

static const MzChoice damage_methods[] = {
  { "amounts", N_("Amounts"), NULL },
  { "unit_price", N_("Unit price × number"), NULL },
  { "jo", N_("JO model (leak of personal data)"), NULL },
  { "stop", N_("Stop of business, by days"), NULL },
  { "churn", N_("Customers lost, by number"), NULL },
  END_OF_CHOICES,
};

static const MzChoice identifiabilities[] = {
  { "6", N_("6: name and address are known"), NULL },
  { "3", N_("3: name alone, or address with telephone"), NULL },
  { "1", N_("1: otherwise"), NULL },
  END_OF_CHOICES,
};

static const MzChoice responsibilities[] = {
  { "1", N_("1: usual"), NULL },
  { "2", N_("2: higher than usual (public, health, finance, well known)"), NULL },
  END_OF_CHOICES,
};

static const MzChoice responses[] = {
  { "1", N_("1: adequate or unknown"), NULL },
  { "2", N_("2: inadequate"), NULL },
  END_OF_CHOICES,
};

static const MzChoice schemes[] = {
  { "matrix", N_("Free matrix, likelihood × impact"), NULL },
  { "s3", N_("Three by three, likelihood × importance"), NULL },
  { "ipa7", N_("IPA guideline for small firms, appendix 7"), NULL },
  END_OF_CHOICES,
};

static const MzChoice importance_scales[] = {
  { "0-2", N_("0 to 2 (version 3)"), NULL },
  { "1-3", N_("1 to 3 (version 3.1)"), NULL },
  END_OF_CHOICES,
};

static const MzChoice axes[] = {
  { "likelihood", N_("Likelihood"), NULL },
  { "impact", N_("Impact"), NULL },
  END_OF_CHOICES,
};

/* 組織共通のリスク認識土台: the classes of business risk that system risk stands among. */
static const MzChoice risk_classes[] = {
  { "system", N_("System risk"), NULL },
  { "finance", N_("Financial risk"), NULL },
  { "accident", N_("Accidents and disasters"), NULL },
  { "litigation", N_("Litigation risk"), NULL },
  { "economy", N_("Economic risk"), NULL },
  { "quality", N_("Quality risk"), NULL },
  { "society", N_("Social risk"), NULL },
  { "politics", N_("Political risk"), NULL },
  END_OF_CHOICES,
};

static const MzChoice treatments[] = {
  { "avoid", N_("Avoid"), NULL },
  { "take", N_("Take or increase"), NULL },
  { "remove", N_("Remove the source"), NULL },
  { "likelihood", N_("Change the likelihood"), NULL },
  { "consequence", N_("Change the consequence"), NULL },
  { "share", N_("Share"), NULL },
  { "retain", N_("Retain"), NULL },
  END_OF_CHOICES,
};

static const MzChoice risk_states[] = {
  { "open", N_("Open"), NULL },
  { "treating", N_("Under treatment"), NULL },
  { "accepted", N_("Accepted"), NULL },
  { "closed", N_("Closed"), NULL },
  END_OF_CHOICES,
};

static const MzChoice frequency_models[] = {
  { "poisson", N_("Any number of times a year (Poisson)"), NULL },
  { "bernoulli", N_("At most once a year"), NULL },
  END_OF_CHOICES,
};

static const MzChoice magnitudes[] = {
  { "damages", N_("From the linked damages"), NULL },
  { "lognormal", N_("90 % range (lognormal)"), NULL },
  { "pert", N_("Low, most likely, high (PERT)"), NULL },
  { "triangular", N_("Low, most likely, high (triangular)"), NULL },
  { "uniform", N_("Anything between low and high"), NULL },
  { "point", N_("A fixed sum"), NULL },
  END_OF_CHOICES,
};

static const MzChoice triggers[] = {
  { "strategy", N_("The strategy uses systems and brings the risk"), NULL },
  { "lowers_other", N_("A system lowers another risk at a clear cost-benefit"), NULL },
  { "ranks_high", N_("System risk ranks high beside the other business risks"), NULL },
  END_OF_CHOICES,
};

static const MzChoice step_kinds[] = {
  { "modify", N_("Modify"), NULL },
  { "study", N_("Study"), NULL },
  { "build", N_("Build"), NULL },
  { "contract_out", N_("Contract out"), NULL },
  { "upkeep", N_("Upkeep"), NULL },
  { "review", N_("Review"), NULL },
  END_OF_CHOICES,
};

static const MzChoice plan_levels[] = {
  { "concept", N_("Concept"), NULL },
  { "program", N_("Programme"), NULL },
  { "project", N_("Project"), NULL },
  { "plan", N_("Plan"), NULL },
  { "activity", N_("Activity"), NULL },
  { "task", N_("Task"), NULL },
  END_OF_CHOICES,
};

static const MzChoice rhythms[] = {
  { "pdca", N_("PDCA"), NULL },
  { "pds", N_("Plan-Do-See"), NULL },
  { "ooda", N_("OODA"), NULL },
  END_OF_CHOICES,
};

static const MzChoice flow_kinds[] = {
  { "investment", N_("Investment"), NULL },
  { "running", N_("Running cost"), NULL },
  { "avoided", N_("Avoided loss"), NULL },
  { "revenue", N_("Extra sales"), NULL },
  END_OF_CHOICES,
};

static const MzChoice perspectives[] = {
  { "finance", N_("Finance"), NULL },
  { "customer", N_("Customer"), NULL },
  { "process", N_("Internal process"), NULL },
  { "learning", N_("Learning and growth"), NULL },
  END_OF_CHOICES,
};

static const MzChoice objective_changes[] = {
  { "adds", N_("Adds"), NULL },
  { "moves", N_("Moves"), NULL },
  { "endangers", N_("Endangers"), NULL },
  END_OF_CHOICES,
};

static const MzChoice kpi_directions[] = {
  { "higher", N_("Higher is better"), NULL },
  { "lower", N_("Lower is better"), NULL },
  { "range", N_("Within a range"), NULL },
  END_OF_CHOICES,
};

static const MzChoice indicator_directions[] = {
  { "higher", N_("Higher is better"), NULL },
  { "lower", N_("Lower is better"), NULL },
  END_OF_CHOICES,
};

static const MzChoice dashboard_areas[] = {
  { "attack", N_("Attack"), NULL },
  { "protect", N_("Protection"), NULL },
  { "suspicious", N_("Suspected intrusion"), NULL },
  { "indirect", N_("Indirect signs"), NULL },
  END_OF_CHOICES,
};

static const MzChoice csf_functions[] = {
  { "govern", N_("Govern"), NULL },
  { "identify", N_("Identify"), NULL },
  { "protect", N_("Protect"), NULL },
  { "detect", N_("Detect"), NULL },
  { "respond", N_("Respond"), NULL },
  { "recover", N_("Recover"), NULL },
  END_OF_CHOICES,
};

static const MzChoice report_languages[] = {
  { "ja", N_("Japanese"), NULL },
  { "en", N_("English"), NULL },
  END_OF_CHOICES,
};

static const MzChoice papers[] = {
  { "16:9", N_("Slides, 16:9"), NULL },
  { "4:3", N_("Slides, 4:3"), NULL },
  { "a4", N_("A4 landscape"), NULL },
  { "a4-portrait", N_("A4 portrait"), NULL },
  END_OF_CHOICES,
};

static const MzChoice report_palettes[] = {
  { "print", N_("Colours for print"), NULL },
  { "light", N_("Light"), NULL },
  { "dark", N_("Dark"), NULL },
  END_OF_CHOICES,
};

static const MzChoice audiences[] = {
  { "board", N_("Board"), NULL },
  { "management", N_("Management meeting"), NULL },
  { "audit", N_("Audit"), NULL },
  { "workshop", N_("Workshop"), NULL },
  END_OF_CHOICES,
};

/* Fields that every kind has, behind its own. */
const MzField mz_common_fields[] = {
  { "note", MZ_TYPE_LONG_TEXT, 0, N_("Basis and remarks"),
    N_("What the entry rests on: source, calculation, who said so") },
  { "assumed", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Illustrative assumption"),
    N_("Marks invented figures wherever they are shown"), .fallback = "false" },
  { "position", MZ_TYPE_INTEGER, MZ_FIELD_INTERNAL, N_("Position"), NULL, NULL, -9e15, 9e15 },
};
const guint mz_n_common_fields = G_N_ELEMENTS (mz_common_fields);

/* Fields. */

static const MzField organisation[] = {
  { "name", MZ_TYPE_TEXT, MZ_FIELD_TITLE, N_("Name"), N_("The company or the part of it that is looked at") },
  { "sector", MZ_TYPE_CHOICE, 0, N_("Trade"), NULL, .choices = sectors },
  { "business", MZ_TYPE_LONG_TEXT, 0, N_("Business"), N_("What it makes and sells, to whom, through which channels") },
  { "staff", MZ_TYPE_INTEGER, 0, N_("Staff"), NULL, N_("people"), 0, 1e7 },
  { "headline", MZ_TYPE_TEXT, 0, N_("In one line"), N_("What is at stake for this company, for the list of models") },
  { "fiscal_year", MZ_TYPE_INTEGER, 0, N_("This fiscal year"), N_("Year 0 of all plans"), NULL, 1900, 2200 },
  { "fiscal_month", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("First month of the fiscal year"), NULL, NULL, 1, 12,
    "4" },
  { "contribution_margin", MZ_TYPE_PPM, 0, N_("Contribution margin"),
    N_("Share of sales left after the costs that vary with them"), NULL, 0, 1e6 },
  { "business_days", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Business days a year"), NULL, N_("days"), 1, 366,
    "365" },
  { "horizon", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Planning horizon"),
    N_("Years after this one that plans are reckoned over"), N_("years"), 1, 30, "5" },
  { "discount_rate", MZ_TYPE_PPM, MZ_FIELD_REQUIRED, N_("Discount rate"), NULL, NULL, 0, 1e6, "50000" },
  { "profit_measure", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Profit to keep"),
    N_("The profit that the sales needed have to keep"), .fallback = "operating", .choices = profit_measures },
  { "cautious", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Cautious running cost"),
    N_("Use the dearest year instead of the mean"), .fallback = "false" },
  { "loss_place", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Line of one-off losses"),
    N_("Where the profit-and-loss statement shows them"), .fallback = "extraordinary_loss",
    .choices = loss_places },
  { "tax_rate", MZ_TYPE_PPM, 0, N_("Tax rate"), N_("Leave empty to reckon before tax"), NULL, 0, 1e6 },
  { "other_profit", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Has other profit to set losses against"), NULL,
    .fallback = "true" },
  { "seed", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Random seed"), NULL, NULL, 0, 9007199254740992.0, "20260401" },
  { "trials", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Simulated years"), NULL, NULL, 1000, 5e6, "100000" },
  { "money_unit", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Unit of money"), N_("Unit of tables and reports"),
    .fallback = "man", .choices = money_units },
  { "meeting", MZ_TYPE_TEXT, 0, N_("Meeting"), N_("Where the board pack is shown") },
  { "edition", MZ_TYPE_TEXT, 0, N_("Edition"), N_("Version of the board pack"), .fallback = "1.0" },
  { "report_date", MZ_TYPE_DATE, 0, N_("Date of the report"), NULL },
  { "confidentiality", MZ_TYPE_TEXT, 0, N_("Confidentiality mark"), NULL },
  { "review_date", MZ_TYPE_DATE, 0, N_("Next review"), NULL },
  { "audience", MZ_TYPE_CHOICE, 0, N_("Audience"), N_("Whom the board pack is for"), .choices = audiences },
  { "report_language", MZ_TYPE_CHOICE, 0, N_("Language of the pack"), N_("Empty: that of the reader"),
    .choices = report_languages },
  { "paper", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Paper"), NULL, .fallback = "16:9", .choices = papers },
  { "palette", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Colours of the pack"), NULL, .fallback = "print",
    .choices = report_palettes },
  { "japanese_era", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Years of the Japanese era"),
    N_("Dates of Japanese reports as in 令和8年"), .fallback = "false" },
  { "skipped", MZ_TYPE_TEXT, MZ_FIELD_INTERNAL, N_("Questions of the guide that were skipped"), NULL },
  { "slide_template", MZ_TYPE_TEXT, MZ_FIELD_INTERNAL, N_("Presentation of the firm"),
    N_("A file whose masters, theme and size the slides of the pack take") },
};

static const MzField pl_line[] = {
  { "item", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Line"), NULL, .fallback = "sales", .choices = pl_items },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE, N_("Detail"), NULL },
  { "amount", MZ_TYPE_MONEY, 0, N_("Amount a year"), NULL },
};

static const MzField zone[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Name"), NULL },
  { "type", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Type"), NULL, .fallback = "office", .choices = zone_types },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
};

static const MzField system_fields[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Name"), NULL },
  { "zone", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE, N_("Zone"), NULL, .target = "zone" },
  { "type", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Type"), NULL, .fallback = "server", .choices = system_types },
  { "data", MZ_TYPE_TEXT, 0, N_("Data held"), NULL },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
  { "column", MZ_TYPE_INTEGER, 0, N_("Column on the map"), NULL, NULL, 0, 99 },
  { "row", MZ_TYPE_INTEGER, 0, N_("Row on the map"), NULL, NULL, 0, 99 },
};

static const MzField flow[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE, N_("What flows"), NULL },
  { "source", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE, N_("From"), NULL,
    .target = "system" },
  { "sink", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER, N_("To"), NULL, .target = "system" },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
};

static const MzField weakness[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Weakness"), NULL },
  { "system", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE, N_("System"), NULL, .target = "system" },
  { "type", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Type"), NULL, .fallback = "technical",
    .choices = vulnerability_types },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
};

static const MzField context[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Entry"), N_("A short phrase for the card") },
  { "category", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Sub-item"), NULL, .fallback = "politics",
    .choices = categories },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Situation"), NULL },
  { "source", MZ_TYPE_TEXT, 0, N_("Source"), NULL },
  { "as_of", MZ_TYPE_DATE, 0, N_("As of"), NULL },
  { "targets", MZ_TYPE_CHOICES, 0, N_("Bears on"), N_("What the entry means for security"), .choices = targets },
  { "threat_side", MZ_TYPE_CHOICE, 0, N_("Kind of threat"), NULL, .choices = threat_sides },
  { "strength", MZ_TYPE_LEVEL, 0, N_("Strength"), N_("1 weak … 5 strong"), NULL, 1, 5 },
  { "level", MZ_TYPE_LEVEL, 0, N_("Level demanded"), N_("Security level that it asks for, 1 to 5"), NULL, 1, 5 },
  { "needs_assessment", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Needs risk evaluation"), NULL,
    .fallback = "false" },
  { "reach", MZ_TYPE_CHOICE, 0, N_("Reach"), NULL, .choices = reaches },
  { "polarity", MZ_TYPE_CHOICE, 0, N_("Direction"), NULL, .choices = polarities },
  { "no_effect", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Has no effect on security"), NULL, .fallback = "false" },
  { "no_effect_reason", MZ_TYPE_TEXT, 0, N_("Reason why it has none"), NULL },
};

static const MzField stakeholder[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Stakeholder"), NULL },
  { "side", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Side"), NULL, .fallback = "external", .choices = sides },
  { "group", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Group"), NULL, .fallback = "other",
    .choices = stakeholder_groups },
  { "perception", MZ_TYPE_LONG_TEXT, 0, N_("Perception and values"), NULL },
  { "demand", MZ_TYPE_LONG_TEXT, 0, N_("Demand"), NULL },
  { "influence", MZ_TYPE_LEVEL, 0, N_("Influence"), N_("1 weak … 5 strong"), NULL, 1, 5 },
  { "level", MZ_TYPE_LEVEL, 0, N_("Level demanded"), N_("Security level that it asks for, 1 to 5"), NULL, 1, 5 },
};

static const MzField conclusion[] = {
  { "question", MZ_TYPE_CHOICE, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Question"), NULL, .fallback = "purpose",
    .choices = questions },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Answer"), NULL },
  { "this_year", MZ_TYPE_MONEY, 0, N_("Budget this year"), N_("For the question of the budget"), NULL, 0, 1e15 },
  { "yearly", MZ_TYPE_MONEY, 0, N_("Budget a year from next year on"), N_("For the question of the budget"), NULL,
    0, 1e15 },
  { "agreed_by", MZ_TYPE_TEXT, 0, N_("Agreed by"), NULL },
  { "agreed_on", MZ_TYPE_DATE, 0, N_("Agreed on"), NULL },
};

static const MzField cycle[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Cycle"), NULL },
  { "lead", MZ_TYPE_CHOICE, 0, N_("What led it"), NULL, .choices = cycle_leads },
  { "decision", MZ_TYPE_LONG_TEXT, 0, N_("Decision"), NULL },
  { "held_on", MZ_TYPE_DATE, 0, N_("Date"), NULL },
};

static const MzField aspect[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Aspect"), NULL },
  { "current", MZ_TYPE_LONG_TEXT, 0, N_("Current state"), NULL },
  { "target", MZ_TYPE_LONG_TEXT, 0, N_("Target state"), NULL },
  { "gap", MZ_TYPE_LONG_TEXT, 0, N_("Difference"), NULL },
  { "current_level", MZ_TYPE_LEVEL, 0, N_("Current level"), N_("0 nothing in place … 5"), NULL, 0, 5 },
  { "target_level", MZ_TYPE_LEVEL, 0, N_("Target level"), N_("0 nothing in place … 5"), NULL, 0, 5 },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
};

static const MzField damage[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Damage"), NULL },
  { "class", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Class"), NULL, .fallback = "other_loss",
    .choices = damage_classes },
  { "method", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Reckoned by"), NULL, .fallback = "amounts",
    .choices = damage_methods },
  { "low", MZ_TYPE_MONEY, 0, N_("Low amount"), NULL, NULL, 0, 1e15 },
  { "likely", MZ_TYPE_MONEY, 0, N_("Likely amount"), NULL, NULL, 0, 1e15 },
  { "high", MZ_TYPE_MONEY, 0, N_("High amount"), NULL, NULL, 0, 1e15 },
  { "quantity_low", MZ_TYPE_INTEGER, 0, N_("Number, low"), N_("People, cards or customers"), NULL, 0, 1e10 },
  { "quantity_likely", MZ_TYPE_INTEGER, 0, N_("Number, likely"), N_("People, cards or customers"), NULL, 0, 1e10 },
  { "quantity_high", MZ_TYPE_INTEGER, 0, N_("Number, high"), N_("People, cards or customers"), NULL, 0, 1e10 },
  { "unit_price", MZ_TYPE_MONEY, 0, N_("Unit price"), N_("Yen for each"), NULL, 0, 1e15 },
  { "identifiability", MZ_TYPE_CHOICE, 0, N_("Ease of identification"), N_("JO model"),
    .choices = identifiabilities },
  { "social", MZ_TYPE_CHOICE, 0, N_("Social responsibility"), N_("JO model"), .choices = responsibilities },
  { "response", MZ_TYPE_CHOICE, 0, N_("Response afterwards"), N_("JO model"), .choices = responses },
  { "claim_share", MZ_TYPE_PPM, 0, N_("Share that claims"), N_("JO model: all claim unless told otherwise"), NULL, 0,
    1e6 },
  { "days_low", MZ_TYPE_REAL, 0, N_("Days of stop, low"), NULL, N_("days"), 0, 36500 },
  { "days_likely", MZ_TYPE_REAL, 0, N_("Days of stop, likely"), NULL, N_("days"), 0, 36500 },
  { "days_high", MZ_TYPE_REAL, 0, N_("Days of stop, high"), NULL, N_("days"), 0, 36500 },
  { "sales_share", MZ_TYPE_PPM, 0, N_("Share of sales hit"), N_("All sales unless told otherwise"), NULL, 0, 1e6 },
  { "deferred_share", MZ_TYPE_PPM, 0, N_("Share caught up later"), NULL, NULL, 0, 1e6 },
  { "customer_sales", MZ_TYPE_MONEY, 0, N_("Sales a customer and year"), NULL, NULL, 0, 1e15 },
  { "churn_years", MZ_TYPE_REAL, 0, N_("Years until won back"), NULL, N_("years"), 0, 100 },
};

static const MzField damage_item[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Kind of data"), NULL },
  { "damage", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER, N_("Damage"), NULL, .target = "damage" },
  { "x", MZ_TYPE_LEVEL, MZ_FIELD_REQUIRED, N_("Mental distress"), N_("JO model, 1 to 3"), NULL, 1, 3, "1" },
  { "y", MZ_TYPE_LEVEL, MZ_FIELD_REQUIRED, N_("Economic loss"), N_("JO model, 1 to 3"), NULL, 1, 3, "1" },
};

static const MzField criteria[] = {
  { "scheme", MZ_TYPE_CHOICE, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Scheme"), NULL, .fallback = "matrix",
    .choices = schemes },
  { "likelihood_levels", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Steps of likelihood"), NULL, NULL, 2, 10, "5" },
  { "impact_levels", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Steps of impact"), NULL, NULL, 2, 10, "5" },
  { "importance_scale", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Scale of importance"), N_("Appendix 7"),
    .fallback = "0-2", .choices = importance_scales },
  { "appetite", MZ_TYPE_INTEGER, 0, N_("Risk appetite"), N_("Risk values up to here are accepted"), NULL, 0, 1000 },
  { "tolerance", MZ_TYPE_INTEGER, 0, N_("Risk tolerance"), N_("Risk values above must be treated"), NULL, 0, 1000 },
  { "loss_limit", MZ_TYPE_MONEY, 0, N_("Loss limit a year"), N_("A year may cost more than this only rarely"), NULL,
    0, 1e15 },
  { "loss_probability", MZ_TYPE_PPM, 0, N_("Chance to exceed it"), N_("The greatest chance that is accepted"), NULL,
    0, 1e6 },
  { "kpi_green", MZ_TYPE_PPM, MZ_FIELD_REQUIRED, N_("KPI reached from"), NULL, NULL, 0, 1e6, "900000" },
  { "kpi_amber", MZ_TYPE_PPM, MZ_FIELD_REQUIRED, N_("KPI to be watched from"), NULL, NULL, 0, 1e6, "700000" },
};

static const MzField scale_level[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Name"), NULL },
  { "axis", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Axis"), NULL, .fallback = "likelihood", .choices = axes },
  { "level", MZ_TYPE_LEVEL, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Level"), NULL, NULL, 1, 10, "1" },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Meaning"), NULL },
  { "frequency_from", MZ_TYPE_REAL, MZ_FIELD_RATE, N_("Events a year from"), N_("Lowest frequency of this level"), NULL, 0,
    1e9 },
  { "loss_from", MZ_TYPE_MONEY, 0, N_("Loss from"), N_("Lowest loss of this level"), NULL, 0, 1e15 },
};

static const MzField matrix_cell[] = {
  { "likelihood", MZ_TYPE_LEVEL, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Likelihood"), NULL, NULL, 1, 10, "1" },
  { "impact", MZ_TYPE_LEVEL, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Impact"), NULL, NULL, 1, 10, "1" },
  { "value", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Risk value"), NULL, NULL, 0, 1000, "1" },
};

static const MzField band[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Name"), NULL },
  { "severity", MZ_TYPE_LEVEL, MZ_FIELD_REQUIRED, N_("Severity"), N_("1 is the mildest"), NULL, 1, 9, "1" },
  { "value_from", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Risk values from"), NULL, NULL, 0, 1000, "1" },
};

static const MzField risk[] = {
  { "code", MZ_TYPE_TEXT, MZ_FIELD_CODE, N_("Number"), NULL },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Risk"), NULL },
  { "scenario", MZ_TYPE_LONG_TEXT, 0, N_("What happens"), NULL },
  { "threat", MZ_TYPE_TEXT, 0, N_("Threat"), NULL },
  { "vulnerability", MZ_TYPE_TEXT, 0, N_("Vulnerability"), NULL },
  { "class", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Class"), NULL, .fallback = "system", .choices = risk_classes },
  { "system", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE, N_("System"), NULL, .target = "system" },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
  { "treatment", MZ_TYPE_CHOICE, 0, N_("Treatment"), NULL, .choices = treatments },
  { "state", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("State"), NULL, .fallback = "open", .choices = risk_states },
  { "review_date", MZ_TYPE_DATE, 0, N_("Next review"), NULL },
  { "inherent_likelihood", MZ_TYPE_LEVEL, 0, N_("Inherent likelihood"), N_("Without any measure"), NULL, 1, 10 },
  { "inherent_impact", MZ_TYPE_LEVEL, 0, N_("Inherent impact"), N_("Without any measure"), NULL, 1, 10 },
  { "likelihood", MZ_TYPE_LEVEL, 0, N_("Likelihood"), N_("As things are now"), NULL, 1, 10 },
  { "impact", MZ_TYPE_LEVEL, 0, N_("Impact"), N_("As things are now"), NULL, 1, 10 },
  { "threat_level", MZ_TYPE_LEVEL, 0, N_("Threat frequency"), N_("Appendix 7, 1 to 3"), NULL, 1, 3 },
  { "vulnerability_level", MZ_TYPE_LEVEL, 0, N_("Vulnerability level"), N_("Appendix 7, 1 to 3"), NULL, 1, 3 },
  { "confidentiality", MZ_TYPE_LEVEL, 0, N_("Confidentiality"), N_("Appendix 7"), NULL, 0, 3 },
  { "integrity", MZ_TYPE_LEVEL, 0, N_("Integrity"), N_("Appendix 7"), NULL, 0, 3 },
  { "availability", MZ_TYPE_LEVEL, 0, N_("Availability"), N_("Appendix 7"), NULL, 0, 3 },
  { "frequency_model", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Frequency model"), NULL, .fallback = "poisson",
    .choices = frequency_models },
  { "frequency", MZ_TYPE_REAL, MZ_FIELD_RATE, N_("Events a year"), N_("Empty: from the 90 % range"), NULL, 0, 1000 },
  { "frequency_low", MZ_TYPE_REAL, MZ_FIELD_RATE, N_("Events a year, low"), N_("Lower end of the 90 % range"), NULL, 0,
    1000 },
  { "frequency_high", MZ_TYPE_REAL, MZ_FIELD_RATE, N_("Events a year, high"), N_("Upper end of the 90 % range"), NULL, 0,
    1000 },
  { "magnitude", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Loss of one event"), NULL, .fallback = "damages",
    .choices = magnitudes },
  { "loss_low", MZ_TYPE_MONEY, 0, N_("Loss, low"), NULL, NULL, 0, 1e15 },
  { "loss_likely", MZ_TYPE_MONEY, 0, N_("Loss, most likely"), N_("Also the fixed sum"), NULL, 0, 1e15 },
  { "loss_high", MZ_TYPE_MONEY, 0, N_("Loss, high"), NULL, NULL, 0, 1e15 },
};

static const MzField business_risk[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Business risk"), NULL },
  { "class", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Class"), NULL, .fallback = "finance",
    .choices = risk_classes },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
  { "level", MZ_TYPE_INTEGER, 0, N_("Risk value"), N_("On the scale of the risk matrix"), NULL, 0, 1000 },
  { "annual_loss", MZ_TYPE_MONEY, 0, N_("Expected loss a year"), NULL, NULL, 0, 1e15 },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
};

static const MzField option_fields[] = {
  { "code", MZ_TYPE_TEXT, MZ_FIELD_CODE, N_("Mark"), NULL },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Option"), NULL },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
  { "trigger", MZ_TYPE_CHOICE, 0, N_("Why treat the risk"), NULL, .choices = triggers },
  { "lowered_risk", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE, N_("Other risk that it lowers"), NULL,
    .target = "business_risk" },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
};

static const MzField step[] = {
  { "code", MZ_TYPE_TEXT, MZ_FIELD_CODE, N_("Mark"), NULL },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Step"), NULL },
  { "option", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER, N_("Option"), NULL, .target = "option" },
  { "kind", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Kind"), NULL, .fallback = "modify", .choices = step_kinds },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
  { "predecessor", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE | MZ_FIELD_ACYCLIC, N_("After"), NULL, .target = "step" },
  { "from_year", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("From year"), N_("0 is this fiscal year"), NULL, 0, 30,
    "0" },
  { "to_year", MZ_TYPE_INTEGER, 0, N_("To year"), N_("Empty: to the end of the plan"), NULL, 0, 30 },
  { "times_per_year", MZ_TYPE_INTEGER, 0, N_("Times a year"), NULL, NULL, 0, 366 },
  { "plan_level", MZ_TYPE_CHOICE, 0, N_("Level of the plan"), NULL, .choices = plan_levels },
  { "rhythm", MZ_TYPE_CHOICE, 0, N_("Rhythm of review"), NULL, .choices = rhythms },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
  { "must", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Must have"), N_("Asked for whatever the budget is"),
    .fallback = "false" },
};

static const MzField step_exclusion[] = {
  { "step", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Step"), NULL, .target = "step" },
  { "other", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Not together with"), NULL,
    .target = "step" },
  { "text", MZ_TYPE_TEXT, 0, N_("Why"), NULL },
};

static const MzField step_actual[] = {
  { "step", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Step"), NULL, .target = "step" },
  { "fiscal_year", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Fiscal year"), NULL, NULL, 1900, 2200,
    "2026" },
  { "spent", MZ_TYPE_MONEY, 0, N_("Spent"), N_("What the year cost in fact"), NULL, 0, 1e15 },
  { "done", MZ_TYPE_PPM, 0, N_("Done"), N_("Share of the step that is finished"), NULL, 0, 1e6 },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Why it differs"), NULL },
  { "planned", MZ_TYPE_MONEY, 0, N_("Planned"), N_("What the plan had for the year"), NULL, 0, 1e15 },
};

static const MzField cash_flow[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE, N_("What for"), NULL },
  { "step", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE, N_("Step"), NULL,
    .target = "step" },
  { "kind", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Kind"), NULL, .fallback = "investment", .choices = flow_kinds },
  { "amount", MZ_TYPE_MONEY, MZ_FIELD_REQUIRED, N_("Amount a year"), NULL, .fallback = "0" },
  { "from_year", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("From year"), N_("0 is this fiscal year"), NULL, 0, 30,
    "0" },
  { "to_year", MZ_TYPE_INTEGER, 0, N_("To year"), N_("Empty: to the end of the plan"), NULL, 0, 30 },
  { "life", MZ_TYPE_INTEGER, 0, N_("Written off over"), N_("Empty: expensed at once"), N_("years"), 1, 50 },
};

static const MzField effect[] = {
  { "step", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Step"), NULL, .target = "step" },
  { "risk", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE | MZ_FIELD_UNIQUE, N_("Risk"), NULL,
    .target = "risk" },
  { "frequency_cut", MZ_TYPE_PPM, 0, N_("Cuts the frequency by"), NULL, NULL, 0, 1e6 },
  { "loss_cut", MZ_TYPE_PPM, 0, N_("Cuts the loss by"), NULL, NULL, 0, 1e6 },
  { "likelihood", MZ_TYPE_LEVEL, 0, N_("Likelihood afterwards"), NULL, NULL, 1, 10 },
  { "impact", MZ_TYPE_LEVEL, 0, N_("Impact afterwards"), NULL, NULL, 1, 10 },
};

static const MzField scenario[] = {
  { "code", MZ_TYPE_TEXT, MZ_FIELD_CODE, N_("Mark"), NULL },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Scenario"), NULL },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
  { "baseline", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Do nothing"), N_("What the others are measured against"),
    .fallback = "false" },
  { "recommended", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("Proposed to the board"), NULL, .fallback = "false" },
  { "contribution_margin", MZ_TYPE_PPM, 0, N_("New contribution margin"), N_("Where the scenario changes it"), NULL,
    0, 1e6 },
};

static const MzField scenario_option[] = {
  { "scenario", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Scenario"), NULL,
    .target = "scenario" },
  { "option", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE | MZ_FIELD_UNIQUE, N_("Option"), NULL,
    .target = "option" },
};

static const MzField scenario_omission[] = {
  { "scenario", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Scenario"), NULL,
    .target = "scenario" },
  { "step", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Step"), NULL, .target = "step" },
};

static const MzField theme[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Strategic theme"), NULL },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
};

static const MzField perspective[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Name"), NULL },
  { "code", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Perspective"), NULL, .fallback = "finance",
    .choices = perspectives },
};

static const MzField objective[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Objective"), NULL },
  { "perspective", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Perspective"), NULL, .fallback = "finance",
    .choices = perspectives },
  { "theme", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE, N_("Theme"), NULL, .target = "theme" },
  { "text", MZ_TYPE_LONG_TEXT, 0, N_("Description"), NULL },
  { "owner", MZ_TYPE_TEXT, 0, N_("Owner"), NULL },
  { "weight", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Weight"), NULL, NULL, 0, 100, "1" },
  { "pinned_place", MZ_TYPE_INTEGER, 0, N_("Pinned place in its row"), NULL, NULL, 0, 100000 },
};

static const MzField objective_link[] = {
  { "cause", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE | MZ_FIELD_ACYCLIC | MZ_FIELD_UNIQUE, N_("Cause"),
    NULL, .target = "objective" },
  { "result", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_ACYCLIC | MZ_FIELD_UNIQUE, N_("Result"), NULL,
    .target = "objective" },
  { "text", MZ_TYPE_TEXT, 0, N_("Why"), NULL },
};

static const MzField objective_change[] = {
  { "objective", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER, N_("Objective"), NULL,
    .target = "objective" },
  { "scenario", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE, N_("Scenario"), NULL,
    .target = "scenario" },
  { "change", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Change"), NULL, .fallback = "moves",
    .choices = objective_changes },
  { "kpi", MZ_TYPE_REFERENCE, 0, N_("KPI"), NULL, .target = "kpi" },
  { "new_target", MZ_TYPE_REAL, 0, N_("New target"), NULL },
  { "text", MZ_TYPE_TEXT, 0, N_("In words"), NULL },
};

static const MzField kpi[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("KPI"), NULL },
  { "objective", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER, N_("Objective"), NULL,
    .target = "objective" },
  { "success_factor", MZ_TYPE_TEXT, 0, N_("Critical success factor"), NULL },
  { "direction", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Direction"), NULL, .fallback = "higher",
    .choices = kpi_directions },
  { "unit", MZ_TYPE_TEXT, 0, N_("Unit"), NULL },
  { "baseline", MZ_TYPE_REAL, 0, N_("Baseline"), NULL },
  { "target", MZ_TYPE_REAL, 0, N_("Target"), NULL },
  { "low", MZ_TYPE_REAL, 0, N_("Range from"), NULL },
  { "high", MZ_TYPE_REAL, 0, N_("Range to"), NULL },
  { "tolerance", MZ_TYPE_REAL, 0, N_("Width outside the range"), N_("Distance at which the score is 0"), NULL, 0,
    1e15 },
  { "weight", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Weight"), NULL, NULL, 0, 100, "1" },
  { "action", MZ_TYPE_REFERENCE, MZ_FIELD_CAUSE, N_("Action"), N_("The step of an option that moves it"),
    .target = "step" },
};

static const MzField kpi_value[] = {
  { "kpi", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("KPI"), NULL, .target = "kpi" },
  { "period", MZ_TYPE_DATE, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Period"), N_("First day of the month or quarter"), NULL, 0, 0,
    "2026-04-01" },
  { "actual", MZ_TYPE_REAL, 0, N_("Actual"), NULL },
};

static const MzField indicator[] = {
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE | MZ_FIELD_REQUIRED, N_("Indicator"), NULL },
  { "area", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Condition"), NULL, .fallback = "attack",
    .choices = dashboard_areas },
  { "functions", MZ_TYPE_CHOICES, 0, N_("CSF functions"), NULL, .choices = csf_functions },
  { "direction", MZ_TYPE_CHOICE, MZ_FIELD_REQUIRED, N_("Direction"), NULL, .fallback = "lower",
    .choices = indicator_directions },
  { "unit", MZ_TYPE_TEXT, 0, N_("Unit"), NULL },
  { "warning", MZ_TYPE_REAL, 0, N_("Warning limit"), NULL },
  { "alarm", MZ_TYPE_REAL, 0, N_("Alarm limit"), NULL },
};

static const MzField indicator_value[] = {
  { "indicator", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_UNIQUE, N_("Indicator"), NULL,
    .target = "indicator" },
  { "period", MZ_TYPE_DATE, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Period"), N_("First day of the month or quarter"), NULL, 0, 0,
    "2026-04-01" },
  { "value", MZ_TYPE_REAL, 0, N_("Value"), NULL },
};

/* The trace beyond the references above: context entry → gap → damage → risk, weakness → risk, entry → conclusion. */
static const MzField link_fields[] = {
  { "cause", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_CAUSE | MZ_FIELD_ACYCLIC | MZ_FIELD_UNIQUE,
    N_("Comes from"), NULL, .target = "*" },
  { "result", MZ_TYPE_REFERENCE, MZ_FIELD_REQUIRED | MZ_FIELD_OWNER | MZ_FIELD_ACYCLIC | MZ_FIELD_UNIQUE, N_("Leads to"), NULL,
    .target = "*" },
};

/* A page of the board pack that differs from what the audience would see. */
static const MzField slide[] = {
  { "page", MZ_TYPE_TEXT, MZ_FIELD_CODE | MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Page"), N_("Stable name of the page") },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE, N_("Title"), N_("Empty: the usual title") },
  { "shown", MZ_TYPE_BOOLEAN, MZ_FIELD_REQUIRED, N_("In the pack"), NULL, .fallback = "true" },
  { "headline", MZ_TYPE_LONG_TEXT, 0, N_("Headline"), N_("Empty: the sentence made from the figures") },
  { "headline_basis", MZ_TYPE_TEXT, MZ_FIELD_INTERNAL, N_("Figures behind the headline"),
    N_("The sentence that the figures made when the headline was written") },
};

/* What a record was like when the model was carried into a new year. */
static const MzField carried[] = {
  { "record", MZ_TYPE_TEXT, MZ_FIELD_REQUIRED | MZ_FIELD_UNIQUE, N_("Record"), N_("Id of the record") },
  { "kind", MZ_TYPE_TEXT, MZ_FIELD_REQUIRED, N_("Kind"), NULL },
  { "title", MZ_TYPE_TEXT, MZ_FIELD_TITLE, N_("Name"), NULL },
  { "fiscal_year", MZ_TYPE_INTEGER, MZ_FIELD_REQUIRED, N_("Fiscal year"), N_("The year that it was carried from"), NULL,
    1900, 2200, "2026" },
  { "fingerprint", MZ_TYPE_TEXT, MZ_FIELD_INTERNAL, N_("Fingerprint"), N_("Digest of its values") },
};

/* Kinds, in the order of the method's steps. */
static const MzKind kinds[] = {
  { "organisation", N_("Organisation"), N_("Organisation"), N_("The company that is modelled, and how it is reckoned."),
    TRUE, KIND_FIELDS (organisation) },
  { "pl_line", N_("Profit-and-loss line"), N_("Profit and loss"), N_("One line of the yearly statement."), FALSE,
    KIND_FIELDS (pl_line) },
  { "zone", N_("Zone"), N_("Zones"), N_("A part of the map in which systems trust each other alike."), FALSE,
    KIND_FIELDS (zone) },
  { "system", N_("System"), N_("Systems"), N_("A system, a device, a service or the people who use one."), FALSE,
    KIND_FIELDS (system_fields) },
  { "flow", N_("Data flow"), N_("Data flows"), N_("What passes from one system to another."), FALSE,
    KIND_FIELDS (flow) },
  { "weakness", N_("Weakness"), N_("Weaknesses"), N_("What is lacking, pinned to the system that lacks it."), FALSE,
    KIND_FIELDS (weakness) },
  { "context", N_("Context entry"), N_("Context"), N_("A fact outside or inside that bears on security."), FALSE,
    KIND_FIELDS (context) },
  { "stakeholder", N_("Stakeholder"), N_("Stakeholders"), N_("Somebody who demands something of the company."), FALSE,
    KIND_FIELDS (stakeholder) },
  { "conclusion", N_("Conclusion"), N_("Conclusions"), N_("One of the five answers that the context must give."),
    FALSE, KIND_FIELDS (conclusion) },
  { "cycle", N_("Cycle"), N_("Cycles"), N_("One round of plan, execution and review."), FALSE, KIND_FIELDS (cycle) },
  { "aspect", N_("Gap"), N_("Gaps"), N_("Where the company stands, where it wants to be, and the difference."), FALSE,
    KIND_FIELDS (aspect) },
  { "damage", N_("Damage"), N_("Possible damage"), N_("What it costs when a gap is left open."), FALSE,
    KIND_FIELDS (damage) },
  { "damage_item", N_("Leaked data"), N_("Leaked data"), N_("A kind of data in the JO model."), FALSE,
    KIND_FIELDS (damage_item) },
  { "criteria", N_("Risk criteria"), N_("Risk criteria"), N_("How risks are rated and which are accepted."), TRUE,
    KIND_FIELDS (criteria) },
  { "scale_level", N_("Scale level"), N_("Scale levels"), N_("A step of the likelihood or impact scale."), FALSE,
    KIND_FIELDS (scale_level) },
  { "matrix_cell", N_("Matrix cell"), N_("Matrix cells"), N_("A risk value that differs from the product."), FALSE,
    KIND_FIELDS (matrix_cell) },
  { "band", N_("Risk band"), N_("Risk bands"), N_("A range of risk values with a name."), FALSE, KIND_FIELDS (band) },
  { "risk", N_("Risk"), N_("Risks"), N_("What may happen, how often, and what it costs."), FALSE, KIND_FIELDS (risk) },
  { "business_risk", N_("Business risk"), N_("Business risks"),
    N_("Another risk of the company, by the same measure as system risk."), FALSE, KIND_FIELDS (business_risk) },
  { "option", N_("Option"), N_("Options"), N_("A plan to improve, made of steps."), FALSE,
    KIND_FIELDS (option_fields) },
  { "step", N_("Step"), N_("Steps"), N_("A part of an option with its years and amounts."), FALSE,
    KIND_FIELDS (step) },
  { "cash_flow", N_("Amount"), N_("Amounts"), N_("Money of a step by year."), FALSE, KIND_FIELDS (cash_flow) },
  { "effect", N_("Effect"), N_("Effects"), N_("What a step does to a risk."), FALSE, KIND_FIELDS (effect) },
  { "scenario", N_("Scenario"), N_("Scenarios"), N_("A choice of options to compare."), FALSE,
    KIND_FIELDS (scenario) },
  { "scenario_option", N_("Option of a scenario"), N_("Options of scenarios"),
    N_("Says that a scenario contains an option."), FALSE, KIND_FIELDS (scenario_option) },
  { "theme", N_("Strategic theme"), N_("Strategic themes"), N_("Groups objectives."), FALSE, KIND_FIELDS (theme) },
  { "perspective", N_("Perspective"), N_("Perspectives"), N_("The firm's own name for a perspective."), FALSE,
    KIND_FIELDS (perspective) },
  { "objective", N_("Objective"), N_("Objectives"), N_("A strategic objective on the strategy map."), FALSE,
    KIND_FIELDS (objective) },
  { "objective_link", N_("Cause and effect"), N_("Causes and effects"), N_("One objective furthers another."), FALSE,
    KIND_FIELDS (objective_link) },
  { "objective_change", N_("Change of an objective"), N_("Changes of objectives"),
    N_("What a scenario adds, moves or endangers."), FALSE, KIND_FIELDS (objective_change) },
  { "kpi", N_("KPI"), N_("KPIs"), N_("How an objective is measured."), FALSE, KIND_FIELDS (kpi) },
  { "kpi_value", N_("KPI value"), N_("KPI values"), N_("The value of a KPI in one period."), FALSE,
    KIND_FIELDS (kpi_value) },
  { "indicator", N_("Indicator"), N_("Indicators"), N_("A sign on the dashboard of the CISO."), FALSE,
    KIND_FIELDS (indicator) },
  { "indicator_value", N_("Indicator value"), N_("Indicator values"), N_("The value of an indicator in one period."),
    FALSE, KIND_FIELDS (indicator_value) },
  { "link", N_("Link"), N_("Links"), N_("Says that one record comes from another."), FALSE,
    KIND_FIELDS (link_fields) },
  { "step_exclusion", N_("Exclusion"), N_("Exclusions"), N_("Two steps that rule each other out."), FALSE,
    KIND_FIELDS (step_exclusion) },
  { "step_actual", N_("Actual"), N_("Plan and actual"), N_("What a step cost and reached in a year."), FALSE,
    KIND_FIELDS (step_actual) },
  { "slide", N_("Slide"), N_("Slides"), N_("A page of the board pack, as it was chosen and worded."), FALSE,
    KIND_FIELDS (slide) },
  { "carried", N_("Carried record"), N_("Carried records"), N_("A record as it was in the year before."), FALSE,
    KIND_FIELDS (carried) },
  { "scenario_omission", N_("Omitted step"), N_("Omitted steps"),
    N_("Says that a scenario leaves out a step of an option that it contains."), FALSE,
    KIND_FIELDS (scenario_omission) },
};

static const MzSchema schema = { MZ_SCHEMA_VERSION, kinds, G_N_ELEMENTS (kinds) };

const MzSchema *
mz_schema_default (void)
{
  return &schema;
}
