/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What each damage costs in profit: low, likely and high, by the way in which it is reckoned.
 *
 * Amounts and unit price × number are effects on profit as they stand, in the classes of lower sales too (members lost ×
 * what each contributes in a year). Stops of business and lost customers are given in sales; the contribution margin
 * turns them into profit. A column whose inputs are not all given is unknown, not zero. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/damage.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"

enum
{
  LOW,
  LIKELY,
  HIGH,
  N_COLUMNS
};

static const char *const amounts[] = {"low", "likely", "high"};
static const char *const quantities[] = {"quantity_low", "quantity_likely", "quantity_high"};
static const char *const days[] = {"days_low", "days_likely", "days_high"};

/* One column under way. */
typedef struct
{
  MzWork *work;
  MzRecord *record;
  MzEvidence *evidence;
  int column;
} Column;

static gboolean
is_sales_class (const char *code)
{
  return g_strcmp0 (code, "members_lost") == 0 || g_strcmp0 (code, "purchase_decline") == 0 ||
         g_strcmp0 (code, "stop") == 0;
}

static const char *
label_of (MzRecord *record, const char *field)
{
  const MzKind *kind = mz_record_kind (record);

  return mz_translate (mz_kind_field (kind, (guint)mz_kind_find (kind, field))->label);
}

/* "“Site down”: Days of stop, low is missing." */
static MzFigure
lacks (const Column *column, MzRecord *record, const char *field)
{
  g_autofree char *title = mz_record_label (column->record);

  return mz_evidence_unknown (column->evidence,
                              g_strdup_printf (_ ("“%s” needs “%s”, which is not given."), title,
                                               label_of (record, field)));
}

static MzFigure
refused (const Column *column, const GError *error)
{
  g_autofree char *title = mz_record_label (column->record);

  return mz_evidence_unknown (column->evidence,
                              /* TRANSLATORS: a record, and what is wrong with it as a sentence */
                              g_strdup_printf (_ ("“%s”: %s"), title, error->message));
}

static MzFigure
by_amounts (const Column *column)
{
  const char *field = amounts[column->column];

  if (!mz_record_has (column->record, field))
    return lacks (column, column->record, field);
  return mz_evidence_yen (column->evidence, mz_record_integer (column->record, field, 0));
}

static MzFigure
by_unit_price (const Column *column)
{
  const char *field = quantities[column->column];
  g_autoptr (GError) error = NULL;
  gint64 yen;

  if (!mz_record_has (column->record, "unit_price"))
    return lacks (column, column->record, "unit_price");
  if (!mz_record_has (column->record, field))
    return lacks (column, column->record, field);
  if (!mz_money_times (mz_record_integer (column->record, "unit_price", 0),
                       mz_record_integer (column->record, field, 0), &yen, &error))
    return refused (column, error);
  return mz_evidence_yen (column->evidence, yen);
}

/* A factor of the JO model is a choice whose code is its number. */
static MzMaybe
factor (MzRecord *record, const char *field)
{
  const char *code = mz_record_text (record, field);

  return code != NULL ? MZ_SOME (g_ascii_strtoll (code, NULL, 10)) : MZ_NONE;
}

static GArray *
leaked_items (const Column *column)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (MzEpLevel));
  g_autoptr (GPtrArray) items = mz_model_referring (column->work->result.model, "damage_item",
                                                    "damage", mz_record_id (column->record));

  for (guint i = 0; i < items->len; i++)
    {
      MzRecord *item = g_ptr_array_index (items, i);
      MzEpLevel level = {mz_record_integer (item, "x", 1), mz_record_integer (item, "y", 1)};

      g_array_append_val (levels, level);
      mz_evidence_add (column->evidence, item);
    }
  return levels;
}

static MzFigure
by_jo_model (const Column *column, MzFigure *per_person)
{
  const char *field = quantities[column->column];
  g_autoptr (GArray) levels = leaked_items (column);
  g_autoptr (GError) error = NULL;
  MzJoResult result;
  MzJoInput input = {
      .items = (const MzEpLevel *)(gpointer)levels->data,
      .n_items = levels->len,
      .identifiability = factor (column->record, "identifiability"),
      .social = factor (column->record, "social"),
      .response = factor (column->record, "response"),
      .persons = mz_record_maybe (column->record, field),
      .claim_ppm = mz_record_maybe (column->record, "claim_share"),
  };

  if (!input.persons.is_set)
    return lacks (column, column->record, field);
  if (!input.identifiability.is_set)
    return lacks (column, column->record, "identifiability");
  if (!input.social.is_set)
    return lacks (column, column->record, "social");
  if (!mz_damage_jo (&input, &result, &error))
    return refused (column, error);
  if (column->column == LIKELY)
    *per_person = mz_evidence_yen (column->evidence, result.per_person_yen);
  return mz_evidence_yen (column->evidence, result.total_yen);
}

/* Days on which all sales stand still: @days × share of the sales that is hit, exact while 18 digits hold it. */
static gboolean
full_days (double days_of_stop, gint64 share_ppm, MzMaybeDecimal *result, GError **error)
{
  MzDecimal decimal;
  gint64 mantissa;

  if (!mz_decimal_from_double (days_of_stop, "days", &decimal, error))
    return FALSE;
  if (share_ppm != MZ_PPM)
    {
      if (decimal.scale <= 12 && !__builtin_mul_overflow (decimal.mantissa, share_ppm, &mantissa))
        decimal = (MzDecimal){mantissa, decimal.scale + 6};
      else if (!mz_decimal_from_double (days_of_stop * (double)share_ppm / (double)MZ_PPM, "days",
                                        &decimal, error))
        return FALSE;
    }
  *result = (MzMaybeDecimal){TRUE, decimal};
  return TRUE;
}

/* The effect on profit of lost sales, and the sales themselves. */
static MzFigure
by_impact (const Column *column, MzImpactInput *input, MzFigure *lost_sales)
{
  g_autoptr (GError) error = NULL;
  MzImpactResult result;
  MzMaybe sales;

  input->contribution_ppm = column->work->margin;
  mz_evidence_add (column->evidence, column->work->organisation);
  if (!mz_damage_impact (input, &result, &error))
    return refused (column, error);
  sales = input->downtime_days.is_set ? result.lost_sales_yen : result.churn_sales_yen;
  if (column->column == LIKELY && sales.is_set)
    *lost_sales = mz_evidence_yen (column->evidence, sales.value);
  if (!result.total_profit_effect_yen.is_set)
    return lacks (column, column->work->organisation, "contribution_margin");
  return mz_evidence_yen (column->evidence, result.total_profit_effect_yen.value);
}

static MzFigure
by_stop (const Column *column, MzFigure *lost_sales)
{
  const char *field = days[column->column];
  const MzFigure *sales = &column->work->result.sales;
  g_autoptr (GError) error = NULL;
  MzImpactInput input = {0};
  gint64 share = mz_record_integer (column->record, "sales_share", MZ_PPM);

  if (!mz_record_has (column->record, field))
    return lacks (column, column->record, field);
  mz_evidence_add_figure (column->evidence, sales);
  if (!sales->known)
    {
      g_autofree char *title = mz_record_label (column->record);

      return mz_evidence_unknown (
          column->evidence,
          g_strdup_printf (_ ("“%s” needs the sales of the firm: %s"), title, sales->reason));
    }
  if (!full_days (mz_record_real (column->record, field, 0), share, &input.downtime_days, &error))
    return refused (column, error);
  input.annual_sales_yen = MZ_SOME (sales->yen);
  input.deferred_ppm = mz_record_maybe (column->record, "deferred_share");
  input.business_days = (MzMaybeDecimal){
      TRUE, {mz_record_integer (column->work->organisation, "business_days", 365), 0}};
  return by_impact (column, &input, lost_sales);
}

static MzFigure
by_churn (const Column *column, MzFigure *lost_sales)
{
  const char *field = quantities[column->column];
  g_autoptr (GError) error = NULL;
  MzImpactInput input = {0};

  if (!mz_record_has (column->record, field))
    return lacks (column, column->record, field);
  if (!mz_record_has (column->record, "customer_sales"))
    return lacks (column, column->record, "customer_sales");
  input.churned_customers = mz_record_maybe (column->record, field);
  input.sales_per_customer_year_yen = mz_record_maybe (column->record, "customer_sales");
  if (mz_record_has (column->record, "churn_years"))
    {
      if (!mz_decimal_from_double (mz_record_real (column->record, "churn_years", 1), "churn_years",
                                   &input.churn_years.value, &error))
        return refused (column, error);
      input.churn_years.is_set = TRUE;
    }
  return by_impact (column, &input, lost_sales);
}

/* In a class of lower sales an effect on profit that was entered stands for sales, too: effect / margin. */
static MzFigure
sales_behind (const Column *column, const MzFigure *effect)
{
  g_autoptr (GError) error = NULL;
  MzRatio ratio;
  gint64 yen;

  mz_evidence_add (column->evidence, column->work->organisation);
  if (!effect->known)
    return mz_evidence_unknown (column->evidence, g_strdup (effect->reason));
  if (column->work->margin.value <= 0)
    return lacks (column, column->work->organisation, "contribution_margin");
  mz_ratio_start (&ratio, effect->yen);
  mz_ratio_multiply (&ratio, MZ_PPM);
  mz_ratio_divide (&ratio, column->work->margin.value);
  if (!mz_ratio_to_money (&ratio, MZ_ROUNDING_HALF_AWAY, &yen, &error))
    return refused (column, error);
  return mz_evidence_yen (column->evidence, yen);
}

static MzFigure
reckon (const Column *column, MzDamage *damage)
{
  const char *method = mz_record_text (column->record, "method");
  MzFigure effect;

  if (g_strcmp0 (method, "jo") == 0)
    return by_jo_model (column, &damage->per_person);
  if (g_strcmp0 (method, "stop") == 0)
    return by_stop (column, &damage->lost_sales);
  if (g_strcmp0 (method, "churn") == 0)
    return by_churn (column, &damage->lost_sales);
  effect = g_strcmp0 (method, "unit_price") == 0 ? by_unit_price (column) : by_amounts (column);
  if (column->column == LIKELY && damage->is_sales)
    damage->lost_sales = sales_behind (column, &effect);
  return effect;
}

/* What no method filled is unknown with a reason. */
static void
complete (MzFigure *figure, MzRecord *record, const char *reason)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();

  if (figure->known || figure->reason != NULL)
    return;
  mz_evidence_add (evidence, record);
  mz_figure_clear (figure);
  *figure = mz_evidence_unknown (evidence, g_strdup (reason));
}

static MzDamage *
damage_new (MzWork *self, MzRecord *record)
{
  MzDamage *damage = g_new0 (MzDamage, 1);
  MzFigure *columns[] = {&damage->low, &damage->likely, &damage->high};

  damage->record = g_object_ref (record);
  damage->is_sales = is_sales_class (mz_record_text (record, "class"));
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (MzEvidence) evidence = mz_evidence_new ();
      Column column = {self, record, evidence, i};

      mz_evidence_add (evidence, record);
      *columns[i] = reckon (&column, damage);
    }
  complete (&damage->lost_sales, record,
            damage->likely.known ? _ ("A one-off loss takes no sales away.")
                                 : damage->likely.reason);
  complete (&damage->per_person, record,
            _ ("Only the JO model reckons an amount for each person."));
  return damage;
}

static void
damage_free (MzDamage *self)
{
  mz_figure_clear (&self->low);
  mz_figure_clear (&self->likely);
  mz_figure_clear (&self->high);
  mz_figure_clear (&self->lost_sales);
  mz_figure_clear (&self->per_person);
  g_object_unref (self->record);
  g_free (self);
}

static void
damage_class_free (MzDamageClass *self)
{
  mz_figure_clear (&self->low);
  mz_figure_clear (&self->likely);
  mz_figure_clear (&self->high);
  g_free (self);
}

static void
add_class (MzWork *self, const MzChoice *choice)
{
  g_autoptr (GPtrArray) low = g_ptr_array_new ();
  g_autoptr (GPtrArray) likely = g_ptr_array_new ();
  g_autoptr (GPtrArray) high = g_ptr_array_new ();
  MzDamageClass *found;

  for (guint i = 0; i < self->result.damages->len; i++)
    {
      MzDamage *damage = g_ptr_array_index (self->result.damages, i);

      if (!mz_record_choice_is (damage->record, "class", choice->code))
        continue;
      g_ptr_array_add (low, &damage->low);
      g_ptr_array_add (likely, &damage->likely);
      g_ptr_array_add (high, &damage->high);
    }
  if (low->len == 0)
    return;
  found = g_new0 (MzDamageClass, 1);
  found->code = choice->code;
  found->label = mz_translate (choice->label);
  found->is_sales = is_sales_class (choice->code);
  found->low = mz_figure_sum ((const MzFigure *const *)low->pdata, low->len, NULL);
  found->likely = mz_figure_sum ((const MzFigure *const *)likely->pdata, likely->len, NULL);
  found->high = mz_figure_sum ((const MzFigure *const *)high->pdata, high->len, NULL);
  g_ptr_array_add (self->result.damage_classes, found);
}

void
mz_work_damages (MzWork *self)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->result.model), "damage");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "class"));
  MzRecord *record;

  self->result.damages = g_ptr_array_new_with_free_func ((GDestroyNotify)damage_free);
  self->result.damage_classes = g_ptr_array_new_with_free_func ((GDestroyNotify)damage_class_free);
  for (guint i = 0; (record = mz_model_nth (self->result.model, "damage", i)) != NULL; i++)
    {
      MzDamage *damage = damage_new (self, record);

      g_ptr_array_add (self->result.damages, damage);
      g_hash_table_insert (self->damage_of, record, damage);
    }
  for (const MzChoice *choice = field->choices; choice->code != NULL; choice++)
    add_class (self, choice);
}
