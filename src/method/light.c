/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Traffic lights of scores and indicators, and the state of the CISO dashboard. */

#include "config.h"

#include "mezasu/kpi.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

const char *
mz_light_name (MzLight light)
{
  static const char *const names[] = {"grey", "green", "amber", "red"};

  g_return_val_if_fail ((guint)light < G_N_ELEMENTS (names), NULL);
  return names[light];
}

MzLight
mz_light_worst (const MzLight *lights, gsize n_lights)
{
  MzLight worst = MZ_LIGHT_GREY;

  g_return_val_if_fail (lights != NULL || n_lights == 0, MZ_LIGHT_GREY);

  for (gsize i = 0; i < n_lights; i++)
    worst = MAX (worst, lights[i]);
  return worst;
}

gboolean
mz_light_of_score (MzMaybeReal score, MzLightThresholds thresholds, MzLight *light, GError **error)
{
  g_return_val_if_fail (light != NULL, FALSE);

  if (!(thresholds.amber >= 0 && thresholds.amber <= thresholds.green && thresholds.green <= 1))
    return refuse (error, _ ("thresholds must be from 0 to 1, with amber not above green."));
  if (!score.is_set)
    *light = MZ_LIGHT_GREY;
  else if (score.value >= thresholds.green - MZ_LIGHT_TOLERANCE)
    *light = MZ_LIGHT_GREEN;
  else if (score.value >= thresholds.amber - MZ_LIGHT_TOLERANCE)
    *light = MZ_LIGHT_AMBER;
  else
    *light = MZ_LIGHT_RED;
  return TRUE;
}

gboolean
mz_indicator_light (gboolean higher_is_better, MzMaybeReal value, double warning, double alarm,
                    MzLight *light, GError **error)
{
  /* Lower-better is higher-better with all signs turned. */
  double sign = higher_is_better ? 1 : -1;

  g_return_val_if_fail (light != NULL, FALSE);

  if (!isfinite (warning) || !isfinite (alarm) || sign * warning < sign * alarm)
    return refuse (error, higher_is_better ? _ ("warning must not be below alarm.")
                                           : _ ("warning must not be above alarm."));
  if (value.is_set && !isfinite (value.value))
    return refuse (error, _ ("value must be a number."));
  if (!value.is_set)
    *light = MZ_LIGHT_GREY;
  else if (sign * value.value >= sign * warning)
    *light = MZ_LIGHT_GREEN;
  else if (sign * value.value >= sign * alarm)
    *light = MZ_LIGHT_AMBER;
  else
    *light = MZ_LIGHT_RED;
  return TRUE;
}

MzDashboardState
mz_dashboard_state (const MzDashboardIndicator *indicators, gsize n_indicators)
{
  MzDashboardState result = {0};

  g_return_val_if_fail (indicators != NULL || n_indicators == 0, result);

  for (gsize i = 0; i < n_indicators; i++)
    {
      g_return_val_if_fail ((guint)indicators[i].area < MZ_DASHBOARD_N_AREAS, result);
      result.areas[indicators[i].area] =
          MAX (result.areas[indicators[i].area], indicators[i].light);
    }
  result.state = mz_light_worst (result.areas, MZ_DASHBOARD_N_AREAS);
  return result;
}
