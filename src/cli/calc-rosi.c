/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc rosi`: return on security investment, combined mitigations, Gordon and Loeb. */

#include "config.h"

#include "calc.h"

#include "mezasu/rosi.h"

#include <glib/gi18n-lib.h>

static void
rosi (MzCalc *calc)
{
  MzRosi result;
  double sle = mz_calc_need_real (calc, "sle");
  double aro = mz_calc_need_real (calc, "aro");
  double mitigation = mz_calc_need_real (calc, "mitigation");
  double cost = mz_calc_need_real (calc, "annual_cost");
  if (!mz_calc_ok (calc) || !mz_rosi_compute (sle, aro, mitigation, cost, &result, &calc->error))
    return;
  mz_calc_put_real (calc, "ale0", result.ale0);
  mz_calc_put_real (calc, "ale1", result.ale1);
  mz_calc_put_real (calc, "reduction", result.reduction);
  if (result.rosi.is_set)
    mz_calc_put_real (calc, "rosi", result.rosi.value);
  else
    mz_calc_put_nothing (calc, "rosi", _ ("The return is undefined: the annual cost is 0."));
}

static void
combine (MzCalc *calc)
{
  double combined;
  g_autoptr (GArray) mitigations = mz_calc_reals (calc, "mitigations");
  if (mitigations == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "mitigations");
  if (mz_calc_ok (calc) && mz_rosi_combine ((const double *)(gpointer)mitigations->data,
                                            mitigations->len, &combined, &calc->error))
    mz_calc_put_real (calc, "combined", combined);
}

/* The class as 1 and 2 or as the paper writes it, I and II. */
static int
read_class (MzCalc *calc)
{
  JsonNode *node = json_object_get_member (calc->in, "class");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return mz_calc_need_int (calc, "class");
  const char *text = json_node_get_string (node);
  if (g_str_equal (text, "I") || g_str_equal (text, "1"))
    return MZ_GORDON_LOEB_I;
  if (g_str_equal (text, "II") || g_str_equal (text, "2"))
    return MZ_GORDON_LOEB_II;
  mz_calc_refuse (calc, _ ("class must be 1 or 2."));
  return 0;
}

static void
gordon_loeb (MzCalc *calc)
{
  MzGordonLoeb result;
  int gl_class = read_class (calc);
  double v = mz_calc_need_real (calc, "v");
  double loss = mz_calc_need_real (calc, "loss");
  double alpha = mz_calc_need_real (calc, "alpha");
  double beta = gl_class == MZ_GORDON_LOEB_II ? 1 : mz_calc_need_real (calc, "beta");
  if (!mz_calc_ok (calc) ||
      !mz_rosi_gordon_loeb (gl_class, v, loss, alpha, beta, &result, &calc->error))
    return;
  mz_calc_put_real (calc, "z_star", result.z_star);
  mz_calc_put_real (calc, "remaining_probability", result.remaining_probability);
  mz_calc_put_real (calc, "net_benefit", result.net_benefit);
  mz_calc_put_real (calc, "bound_vL_over_e", result.bound);
}

static void
bound (MzCalc *calc)
{
  double result;
  double v = mz_calc_need_real (calc, "v");
  double loss = mz_calc_need_real (calc, "loss");
  if (mz_calc_ok (calc) && mz_rosi_gordon_loeb_bound (v, loss, &result, &calc->error))
    mz_calc_put_real (calc, "bound_vL_over_e", result);
}

void
mz_calc_rosi (MzCalc *calc)
{
  const char *kind = mz_calc_need_text (calc, "kind");
  if (g_strcmp0 (kind, "rosi") == 0)
    rosi (calc);
  else if (g_strcmp0 (kind, "combine") == 0)
    combine (calc);
  else if (g_strcmp0 (kind, "gordon_loeb") == 0)
    gordon_loeb (calc);
  else if (g_strcmp0 (kind, "gl_bound") == 0)
    bound (calc);
  else
    mz_calc_refuse (calc, _ ("kind must be rosi, combine, gordon_loeb or gl_bound."));
}
