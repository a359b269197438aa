/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The JO model of JNSA: compensation after a leak of personal data. */

#include "config.h"

#include "mezasu/damage.h"

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"

/* Places on the EP map as the JNSA reports and the literature that quotes them give. */
static const MzEpKind KINDS[] = {
    {"contact", N_ ("name, address, mail address, phone number"), {1, 1}},
    {"passport", N_ ("passport number"), {1, 2}},
    {"purchases", N_ ("purchase history"), {1, 2}},
    {"account", N_ ("account name with password"), {1, 2}},
    {"bank-pin", N_ ("bank account with PIN"), {1, 3}},
    {"card", N_ ("card number with expiry date"), {1, 3}},
    {"exam", N_ ("examination results"), {2, 1}},
    {"history", N_ ("medical history"), {2, 1}},
    {"grades", N_ ("grades"), {2, 1}},
    {"income", N_ ("income, assets, debts"), {2, 2}},
    {"will", N_ ("last will"), {2, 3}},
    {"beliefs", N_ ("beliefs, sexual life"), {3, 1}},
    {"record", N_ ("medical record"), {3, 1}},
    {"criminal", N_ ("criminal record"), {3, 3}},
    {"blacklist", N_ ("credit blacklist"), {3, 3}},
};

/* 10^(x-1) and 5^(y-1) of levels 1..3. */
static const gint64 DISTRESS[] = {1, 10, 100};
static const gint64 ECONOMIC[] = {1, 5, 25};

const MzEpKind *
mz_damage_ep_kinds (gsize *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (KINDS);
  return KINDS;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
highest_levels (const MzJoInput *input, MzEpLevel *level, GError **error)
{
  *level = (MzEpLevel){0, 0};
  if (input->n_items == 0)
    return refuse (error, _ ("items_xy must have one kind of data at least."));
  for (gsize i = 0; i < input->n_items; i++)
    {
      const MzEpLevel *item = &input->items[i];

      if (item->x < 1 || item->x > 3 || item->y < 1 || item->y > 3)
        return refuse (error, _ ("items_xy must hold levels from 1 to 3."));
      level->x = MAX (level->x, item->x);
      level->y = MAX (level->y, item->y);
    }
  return TRUE;
}

static gboolean
is_one_or (MzMaybe factor, gint64 other)
{
  return factor.is_set && (factor.value == 1 || factor.value == other);
}

static gboolean
check_factors (const MzJoInput *input, GError **error)
{
  if (!is_one_or (input->identifiability, 6) &&
      !(input->identifiability.is_set && input->identifiability.value == 3))
    return refuse (error, _ ("identifiability must be 1, 3 or 6."));
  if (!is_one_or (input->social, 2))
    return refuse (error, _ ("social must be 1 or 2."));
  if (input->response.is_set && !is_one_or (input->response, 2))
    return refuse (error, _ ("response must be 1 or 2."));
  if (!input->persons.is_set || input->persons.value < 0)
    return refuse (error, _ ("persons must be 0 or more."));
  return !input->claim_ppm.is_set ||
         mz_ratio_check_share (input->claim_ppm.value, "claim_ppm", error);
}

gboolean
mz_damage_jo (const MzJoInput *input, MzJoResult *result, GError **error)
{
  MzJoResult found = {0};
  MzRatio total;

  g_return_val_if_fail (input != NULL && result != NULL, FALSE);
  g_return_val_if_fail (input->items != NULL || input->n_items == 0, FALSE);

  if (!highest_levels (input, &found.level, error) || !check_factors (input, error))
    return FALSE;

  found.sensitivity = DISTRESS[found.level.x - 1] + ECONOMIC[found.level.y - 1];
  found.per_person_yen = MZ_JO_BASE_YEN * found.sensitivity * input->identifiability.value *
                         input->social.value * (input->response.is_set ? input->response.value : 1);

  mz_ratio_start (&total, found.per_person_yen);
  mz_ratio_multiply (&total, input->persons.value);
  mz_ratio_multiply_ppm (&total, input->claim_ppm.is_set ? input->claim_ppm.value : MZ_PPM);
  if (!mz_ratio_to_money (&total, MZ_ROUNDING_HALF_AWAY, &found.total_yen, error))
    return FALSE;
  *result = found;
  return TRUE;
}
