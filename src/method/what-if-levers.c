/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The assumptions that can be moved, and how. */

#include "config.h"

#include "mezasu/what-if.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "mezasu/language.h"
#include "mezasu/ratio.h"

#define SWING 0.2
#define REACH 3.0

static const char *const loss_fields[] = {"loss_low", "loss_likely", "loss_high"};

static void
lever_free (MzLever *self)
{
  g_free (self->record);
  g_free (self->label);
  g_free (self);
}

static MzLever *
add (GPtrArray *levers, MzLeverType type, MzRecord *record, const char *field, double value)
{
  MzLever *self = g_new0 (MzLever, 1);
  const MzKind *kind = mz_record_kind (record);
  const MzField *about = mz_kind_field (kind, (guint)mz_kind_find (kind, field));
  g_autofree char *name = mz_record_label (record);
  double far = value != 0 ? value * REACH : 0;

  self->type = type;
  self->record = g_strdup (mz_record_id (record));
  self->field = about->name;
  if (kind->singleton)
    self->label = g_strdup (mz_translate (about->label));
  else
    /* TRANSLATORS: a record and one of its fields. */
    self->label = g_strdup_printf (_ ("%1$s: %2$s"), name, mz_translate (about->label));
  self->value = value;
  self->least = MIN (0, far);
  self->most = MAX (0, far);
  if (about->maximum > about->minimum)
    {
      self->least = MAX (self->least, about->minimum);
      self->most = MIN (self->most, about->maximum);
    }
  self->low = MAX (self->least, MIN (value * (1 - SWING), value * (1 + SWING)));
  self->high = MIN (self->most, MAX (value * (1 - SWING), value * (1 + SWING)));
  g_ptr_array_add (levers, self);
  return self;
}

/* An amount that says what it is for and of which step. */
static void
add_amounts (GPtrArray *levers, MzModel *model, MzRecord *step)
{
  g_autoptr (GPtrArray) flows =
      mz_model_referring (model, "cash_flow", "step", mz_record_id (step));

  for (guint i = 0; i < flows->len; i++)
    {
      MzRecord *flow = g_ptr_array_index (flows, i);
      gint64 amount = mz_record_integer (flow, "amount", 0);
      g_autofree char *of = mz_record_label (step);
      g_autofree char *title = mz_record_title (flow);
      MzLever *lever;

      if (amount == 0)
        continue;
      lever = add (levers, MZ_LEVER_AMOUNT, flow, "amount", (double)amount);
      g_free (lever->label);
      lever->label = g_strdup_printf (_ ("%1$s: %2$s"), of, title);
    }
}

static void
add_effects (GPtrArray *levers, MzModel *model, MzRecord *step)
{
  static const char *const cuts[] = {"frequency_cut", "loss_cut"};
  g_autoptr (GPtrArray) effects = mz_model_referring (model, "effect", "step", mz_record_id (step));

  for (guint i = 0; i < effects->len; i++)
    {
      MzRecord *effect = g_ptr_array_index (effects, i);
      MzRecord *risk = mz_model_referred (model, effect, "risk");
      g_autofree char *of = mz_record_label (step);
      g_autofree char *on = risk != NULL ? mz_record_label (risk) : g_strdup ("");

      for (guint j = 0; j < G_N_ELEMENTS (cuts); j++)
        {
          gint64 cut = mz_record_integer (effect, cuts[j], 0);
          const MzKind *kind = mz_record_kind (effect);
          const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, cuts[j]));
          MzLever *lever;

          if (cut == 0)
            continue;
          lever = add (levers, MZ_LEVER_MITIGATION, effect, cuts[j], (double)cut);
          lever->most = (double)MZ_PPM;
          g_free (lever->label);
          /* TRANSLATORS: a step, the risk that it acts on, and what it does to it. */
          lever->label =
              g_strdup_printf (_ ("%1$s → %2$s: %3$s"), of, on, mz_translate (field->label));
        }
    }
}

/* Amounts and effects of every step that one of the scenarios has, each once. */
static void
add_steps (GPtrArray *levers, const MzAnalysis *analysis)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);

      for (guint j = 0; j < scenario->steps->len; j++)
        {
          MzRecord *step = ((MzStepMoney *)g_ptr_array_index (scenario->steps, j))->step;

          if (g_hash_table_add (seen, step))
            g_ptr_array_add (steps, step);
        }
    }
  for (guint i = 0; i < steps->len; i++)
    add_amounts (levers, analysis->model, g_ptr_array_index (steps, i));
  for (guint i = 0; i < steps->len; i++)
    add_effects (levers, analysis->model, g_ptr_array_index (steps, i));
}

static void
add_frequency (GPtrArray *levers, const MzRisk *risk)
{
  MzLever *lever;

  if (!risk->frequency.known || risk->frequency.real <= 0)
    return;
  lever = add (levers, MZ_LEVER_FREQUENCY, risk->record, "frequency", risk->frequency.real);
  if (mz_record_choice_is (risk->record, "frequency_model", "bernoulli"))
    {
      lever->most = MIN (lever->most, 1);
      lever->high = MIN (lever->high, 1);
    }
  if (!mz_record_has (risk->record, "frequency_low") ||
      !mz_record_has (risk->record, "frequency_high"))
    return;
  lever->ranged = TRUE;
  lever->low = MIN (lever->value, mz_record_real (risk->record, "frequency_low", 0));
  lever->high = MAX (lever->value, mz_record_real (risk->record, "frequency_high", 0));
  if (mz_record_choice_is (risk->record, "frequency_model", "bernoulli"))
    lever->high = MIN (lever->high, 1);
  lever->most = MAX (lever->most, lever->high);
}

/* A loss that comes from damages is put into the risk as the same three amounts, scaled. */
static void
add_loss (GPtrArray *levers, const MzRisk *risk)
{
  gboolean damages =
      risk->magnitude.n_parameters == 3 && !mz_record_has (risk->record, "loss_likely");
  MzLever *lever;

  if (!risk->has_magnitude || !risk->sle.known || risk->sle.real <= 0)
    return;
  lever = add (levers, MZ_LEVER_LOSS, risk->record, "loss_likely", risk->sle.real);
  for (guint i = 0; i < G_N_ELEMENTS (loss_fields); i++)
    lever->parts[i] =
        damages || mz_record_choice_is (risk->record, "magnitude", "damages")
            ? risk->magnitude.parameters[MIN (i, MAX (risk->magnitude.n_parameters, 1) - 1)]
            : (double)mz_record_integer (risk->record, loss_fields[i], 0);
}

GPtrArray *
mz_levers_new (const MzAnalysis *analysis)
{
  GPtrArray *levers = g_ptr_array_new_with_free_func ((GDestroyNotify)lever_free);
  MzRecord *organisation;
  gint64 margin;

  g_return_val_if_fail (analysis != NULL, levers);

  add_steps (levers, analysis);
  for (guint i = 0; i < analysis->risks->len; i++)
    add_frequency (levers, g_ptr_array_index (analysis->risks, i));
  for (guint i = 0; i < analysis->risks->len; i++)
    add_loss (levers, g_ptr_array_index (analysis->risks, i));
  organisation = mz_model_single (analysis->model, "organisation");
  add (levers, MZ_LEVER_RATE, organisation, "discount_rate",
       (double)mz_record_integer (organisation, "discount_rate", 0));
  margin = mz_record_integer (organisation, "contribution_margin", 0);
  if (margin > 0)
    add (levers, MZ_LEVER_MARGIN, organisation, "contribution_margin", (double)margin)->least = 1;
  return levers;
}

/* Edits. */

static void
edit_loss (const MzLever *self, MzModel *model, MzEdit *edit, double value)
{
  MzRecord *risk = mz_model_find (model, self->record);
  const MzKind *kind = mz_record_kind (risk);
  double factor = self->value > 0 ? value / self->value : 0;
  gboolean damages =
      mz_record_choice_is (risk, "magnitude", "damages") || !mz_record_has (risk, "magnitude");

  if (damages)
    mz_edit_set_text (edit, kind, self->record, "magnitude", "pert");
  for (guint i = 0; i < G_N_ELEMENTS (loss_fields); i++)
    if (damages || mz_record_has (risk, loss_fields[i]))
      mz_edit_set_integer (edit, kind, self->record, loss_fields[i],
                           (gint64)round (MIN (self->parts[i] * factor, 1e15)));
}

void
mz_lever_edit (const MzLever *self, MzModel *model, MzEdit *edit, double value)
{
  MzRecord *record;

  g_return_if_fail (self != NULL && edit != NULL);

  record = mz_model_find (model, self->record);
  g_return_if_fail (record != NULL);
  if (self->type == MZ_LEVER_LOSS)
    edit_loss (self, model, edit, value);
  else if (self->type == MZ_LEVER_FREQUENCY)
    mz_edit_set_real (edit, mz_record_kind (record), self->record, self->field, value);
  else
    mz_edit_set_integer (edit, mz_record_kind (record), self->record, self->field,
                         (gint64)round (value));
}

char *
mz_lever_text (const MzLever *self, double value, MzMoneyUnit unit)
{
  gint64 yen;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case MZ_LEVER_FREQUENCY:
      return g_strdup_printf ("%.4g", value);
    case MZ_LEVER_MITIGATION:
    case MZ_LEVER_RATE:
    case MZ_LEVER_MARGIN:
      return g_strdup_printf ("%.2f %%", value * 100 / (double)MZ_PPM);
    case MZ_LEVER_AMOUNT:
    case MZ_LEVER_LOSS:
    default:
      if (!mz_money_from_double (value, &yen, NULL))
        return g_strdup ("–");
      return mz_money_format_number (yen, unit, mz_money_unit_decimals (unit),
                                     mz_language_minus ());
    }
}

gboolean
mz_lever_parse (const MzLever *self, const char *text, MzMoneyUnit unit, double *value,
                GError **error)
{
  MzDecimal decimal;
  gint64 number;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  if (self->type == MZ_LEVER_FREQUENCY)
    {
      if (!mz_decimal_parse (text, self->label, &decimal, error))
        return FALSE;
      *value = mz_decimal_to_double (decimal);
      return TRUE;
    }
  if (self->type == MZ_LEVER_AMOUNT || self->type == MZ_LEVER_LOSS
          ? !mz_money_parse (text, unit, &number, error)
          : !mz_ratio_parse_percent (text, &number, error))
    return FALSE;
  *value = (double)number;
  return TRUE;
}

char *
mz_break_even_text (const MzBreakEven *self, const MzLever *lever, MzMoneyUnit unit)
{
  g_autofree char *now = NULL, *then = NULL;

  g_return_val_if_fail (self != NULL && lever != NULL, NULL);

  switch (self->turn)
    {
    case MZ_TURN_AT:
      now = mz_lever_text (lever, lever->value, unit);
      then = mz_lever_text (lever, self->value, unit);
      /* Translators: two values of an assumption. */
      return g_strdup_printf (_ ("The order turns at %1$s (now %2$s)."), then, now);
    case MZ_TURN_NEVER:
      return g_strdup (_ ("The order never turns within its bounds."));
    case MZ_TURN_TIE:
      return g_strdup (_ ("Both are equal as things are."));
    case MZ_TURN_BLANK:
    default:
      return g_strdup (_ ("One of the two figures is not known."));
    }
}
