/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The taxonomy of the context: what each sub-item of the schema stands for in the method, and what an entry there
 * usually bears on (リスクの落とし込み of the JNSA work on the ISO 31000 context). A test holds the rows against the
 * choices of the schema. */

#include "config.h"

#include "mezasu/analysis.h"

#define THREAT_AND_MEASURES "threat|measures"
#define ALL_VULNERABILITIES                                                                        \
  "vulnerability_organisational|vulnerability_human|vulnerability_technical|"                      \
  "vulnerability_physical"

static const MzCategory categories[] = {
    {"politics", TRUE, MZ_BOARD_POLITICS, "threat", FALSE},
    {"economy", TRUE, MZ_BOARD_ECONOMY, "investment", FALSE},
    {"finance", TRUE, MZ_BOARD_ECONOMY, "investment", FALSE},
    {"society", TRUE, MZ_BOARD_SOCIETY, THREAT_AND_MEASURES, TRUE},
    {"technology", TRUE, MZ_BOARD_TECHNOLOGY, THREAT_AND_MEASURES, TRUE},
    {"law", TRUE, MZ_BOARD_LAW, "requirement|threat|measures", TRUE},
    {"nature", TRUE, MZ_BOARD_NATURE, "threat|measures|continuity", FALSE},
    {"rivalry", TRUE, MZ_BOARD_FORCE, THREAT_AND_MEASURES, TRUE},
    {"new_entrants", TRUE, MZ_BOARD_FORCE, THREAT_AND_MEASURES, TRUE},
    {"substitutes", TRUE, MZ_BOARD_FORCE, THREAT_AND_MEASURES, TRUE},
    {"buyers", TRUE, MZ_BOARD_FORCE, THREAT_AND_MEASURES, TRUE},
    {"suppliers", TRUE, MZ_BOARD_FORCE, THREAT_AND_MEASURES, TRUE},
    /* The source's table knows neither of these two; its example does: the market among the competition, the industry
     * among those who make demands. */
    {"market", TRUE, MZ_BOARD_MARKET, THREAT_AND_MEASURES, TRUE},
    {"industry", TRUE, MZ_BOARD_INDUSTRY, "requirement|level|scope", FALSE},
    {"driver", TRUE, MZ_BOARD_DRIVER, "purpose|scope|level", FALSE},
    {"governance", FALSE, MZ_BOARD_STRUCTURE, "vulnerability_organisational", FALSE},
    {"structure", FALSE, MZ_BOARD_STRUCTURE, "vulnerability_organisational", FALSE},
    {"roles", FALSE, MZ_BOARD_STRUCTURE, "vulnerability_organisational", FALSE},
    {"management_policy", FALSE, MZ_BOARD_STRUCTURE, "vulnerability_organisational", FALSE},
    {"security_policy", FALSE, MZ_BOARD_STRUCTURE, "vulnerability_organisational", FALSE},
    {"capital", FALSE, MZ_BOARD_RESOURCES, "investment", FALSE},
    {"people", FALSE, MZ_BOARD_RESOURCES, "capability", FALSE},
    {"processes", FALSE, MZ_BOARD_RESOURCES, "capability", FALSE},
    {"skills", FALSE, MZ_BOARD_RESOURCES, "capability", FALSE},
    {"management", FALSE, MZ_BOARD_PEOPLE, "vulnerability_organisational", FALSE},
    {"security_department", FALSE, MZ_BOARD_PEOPLE, "vulnerability_organisational", FALSE},
    {"it_department", FALSE, MZ_BOARD_PEOPLE, "vulnerability_organisational", FALSE},
    {"staff", FALSE, MZ_BOARD_PEOPLE, "vulnerability_organisational", FALSE},
    {"behaviour", FALSE, MZ_BOARD_CULTURE, "vulnerability_human|vulnerability_technical", FALSE},
    {"thinking", FALSE, MZ_BOARD_CULTURE, "vulnerability_human|vulnerability_technical", FALSE},
    {"it_literacy", FALSE, MZ_BOARD_CULTURE, "vulnerability_human|vulnerability_technical", FALSE},
    {"assets", FALSE, MZ_BOARD_SYSTEMS, ALL_VULNERABILITIES "|present_level", FALSE},
    {"processing", FALSE, MZ_BOARD_SYSTEMS, ALL_VULNERABILITIES "|present_level", FALSE},
    {"premises", FALSE, MZ_BOARD_SYSTEMS, ALL_VULNERABILITIES "|present_level", FALSE},
    {"risk_assessment", FALSE, MZ_BOARD_SYSTEMS, ALL_VULNERABILITIES "|present_level", FALSE},
    {"standards", FALSE, MZ_BOARD_STANDARDS, "vulnerability_organisational|present_level", FALSE},
    {"models", FALSE, MZ_BOARD_STANDARDS, "vulnerability_organisational|present_level", FALSE},
    {"employee_contracts", FALSE, MZ_BOARD_CONTRACTS, "vulnerability_human|present_level", FALSE},
    {"partner_contracts", FALSE, MZ_BOARD_CONTRACTS, "vulnerability_human|present_level", FALSE},
};

const MzCategory *
mz_category_find (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (categories); i++)
    if (g_str_equal (categories[i].code, code))
      return &categories[i];
  return NULL;
}

const MzCategory *
mz_category_nth (guint index)
{
  return index < G_N_ELEMENTS (categories) ? &categories[index] : NULL;
}
