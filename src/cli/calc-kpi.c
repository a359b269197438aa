/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc kpi`: the score of one KPI, and the roll-up of several. */

#include "config.h"

#include "calc.h"

#include "mezasu/kpi.h"

#include <glib/gi18n-lib.h>

static void
rollup (MzCalc *calc)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (MzKpiItem));
  JsonArray *list = mz_calc_list (calc, "items");
  if (list == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "items");
  for (guint i = 0; mz_calc_ok (calc) && i < json_array_get_length (list); i++)
    {
      MzCalc in;
      MzKpiItem item;
      if (!mz_calc_enter (calc, list, i, "items", &in))
        break;
      item = (MzKpiItem){mz_calc_real (&in, "score"), mz_calc_need_integer (&in, "weight")};
      g_array_append_val (items, item);
      mz_calc_leave (calc, &in);
    }
  MzKpiRollup result;
  if (!mz_calc_ok (calc) ||
      !mz_kpi_rollup ((const MzKpiItem *)(gpointer)items->data, items->len, &result, &calc->error))
    return;
  mz_calc_put_maybe_real (calc, "score", result.score);
  mz_calc_put_maybe_real (calc, "coverage", result.coverage);
}

static void
score (MzCalc *calc, const char *kind)
{
  MzKpiScore result;
  MzLight light;
  MzKpiInput input = {
      .actual = mz_calc_real (calc, "actual"),
      .target = mz_calc_real (calc, "target"),
      .baseline = mz_calc_real (calc, "baseline"),
      .low = mz_calc_real (calc, "low"),
      .high = mz_calc_real (calc, "high"),
      .tolerance = mz_calc_real (calc, "tolerance"),
  };
  if (!mz_calc_ok (calc) || !mz_kpi_kind_from_name (kind, &input.kind, &calc->error) ||
      !mz_kpi_score (&input, &result, &calc->error) ||
      !mz_light_of_score (result.score, MZ_LIGHT_THRESHOLDS_DEFAULT, &light, &calc->error))
    return;
  mz_calc_put_maybe_real (calc, "raw", result.raw);
  mz_calc_put_maybe_real (calc, "score", result.score);
  mz_calc_put_text (calc, "light", mz_light_name (light));
}

void
mz_calc_kpi (MzCalc *calc)
{
  const char *kind = mz_calc_need_text (calc, "kind");
  if (g_strcmp0 (kind, "rollup") == 0)
    rollup (calc);
  else
    score (calc, kind);
}
