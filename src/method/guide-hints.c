/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What belongs under each sub-item of the context, and the families of trades. A test holds both against the choices of
 * the schema. */

#include "config.h"

#include "mezasu/guide.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *hint;
} hints[] = {
    {"politics", N_ ("Government policy, elections, conflicts between states that raise attacks.")},
    {"economy", N_ ("Growth, prices, exchange rates: what leaves money for security or takes it.")},
    {"finance", N_ ("Interest, credit, what banks and the capital market ask for.")},
    {"society", N_ ("How people buy, work and complain; how the press reports incidents.")},
    {"technology", N_ ("Cloud, AI, new payment and new ways to attack.")},
    {"law",
     N_ ("Laws that ask for protection or for reports. In Japan for instance: personal data "
         "(revision in force since April 2022), instalment sales for card numbers, medical care "
         "(rule since April 2023), key infrastructure (act of May 2025); abroad the EU Cyber "
         "Resilience Act (reports since September 2026). Give source, date and the level demanded.")},
    {"nature", N_ ("Earthquakes, floods, epidemics: what could stop systems and people.")},
    {"rivalry", N_ ("How hard competitors fight, and whether they advertise with security.")},
    {"new_entrants", N_ ("Who could enter the market, with which systems and which safety.")},
    {"substitutes", N_ ("What customers could use instead, above all after an incident.")},
    {"buyers", N_ ("What customers can demand, and how easily they go elsewhere.")},
    {"suppliers", N_ ("On whom the company depends: makers, clouds, contractors.")},
    {"market", N_ ("Size and direction of the market.")},
    {"industry", N_ ("Rules and standards of the industry, such as the card security guideline 6.0 "
                     "(March 2025), the medical guideline 6.0 (May 2023), the factory guideline "
                     "(November 2022) or the rating of supply chains that starts at the end of "
                     "fiscal 2026.")},
    {"driver",
     N_ ("A trend that the company follows by its own will, such as selling online. Give the "
         "level that it takes.")},
    {"governance", N_ ("Who decides about security, and how the board follows it.")},
    {"structure", N_ ("Departments, sites and subsidiaries, and who belongs to which.")},
    {"roles", N_ ("Who is responsible for what, from the CISO to each system's owner.")},
    {"management_policy", N_ ("Vision, plan for the next years, where it wants to grow.")},
    {"security_policy", N_ ("Which rules are written, and how old they are.")},
    {"capital", N_ ("How much money could be spent on security.")},
    {"people", N_ ("Who could do the work, and how much time they have.")},
    {"processes", N_ ("Ways of working and tools with which risks are assessed and controlled.")},
    {"skills", N_ ("What the people can do, and what has to be bought.")},
    {"management", N_ ("What the managers think of security, and what would convince them.")},
    {"security_department", N_ ("Whether there is one, and what it is able to do.")},
    {"it_department", N_ ("What it runs itself, what it leaves to contractors.")},
    {"staff", N_ ("Who handles important data, and what they know of it.")},
    {"behaviour", N_ ("What people do when nobody looks: rules, shortcuts, help.")},
    {"thinking", N_ ("What is thought to be normal: “nothing has happened so far”.")},
    {"it_literacy", N_ ("How well people handle their tools and recognise fraud.")},
    {"assets", N_ ("Data that must not be lost, leaked or changed, and how much of it there is.")},
    {"processing", N_ ("Where data is entered, kept, passed on and deleted.")},
    {"premises", N_ ("Offices, plants, server rooms, homes: who can get in.")},
    {"risk_assessment", N_ ("How risks have been assessed so far, and when last.")},
    {"standards", N_ ("ISO/IEC 27001, IEC 62443 in plants, PCI DSS for cards, the Privacy Mark, "
                      "and how far they are followed.")},
    {"models", N_ ("Maturity models and frameworks with which the company compares itself.")},
    {"employee_contracts", N_ ("Secrecy, private devices, what happens after leaving.")},
    {"partner_contracts", N_ ("What contractors must do for security, and whether it is checked.")},
};

static const struct
{
  const char *code;
  enum
  {
    FAMILY_MAKING = 1,
    FAMILY_SELLING,
    FAMILY_SERVING,
  } family;
} sectors[] = {
    {"ec", FAMILY_SELLING},           {"chemical", FAMILY_MAKING},   {"machinery", FAMILY_MAKING},
    {"manufacturing", FAMILY_MAKING}, {"retail", FAMILY_SELLING},    {"medical", FAMILY_SERVING},
    {"trading", FAMILY_SELLING},      {"logistics", FAMILY_SELLING}, {"services", FAMILY_SERVING},
    {"finance", FAMILY_SERVING},      {"public", FAMILY_SERVING},
};

const char *
mz_category_hint (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (hints); i++)
    if (g_str_equal (hints[i].code, code))
      return hints[i].hint;
  return NULL;
}

/* 0 for a trade without family: "other" is near to none. */
static int
family (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (sectors); i++)
    if (g_str_equal (sectors[i].code, code))
      return sectors[i].family;
  return 0;
}

guint
mz_sector_distance (const char *a, const char *b)
{
  if (a != NULL && g_strcmp0 (a, b) == 0)
    return 0;
  return family (a) != 0 && family (a) == family (b) ? 1 : 2;
}
