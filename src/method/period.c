/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values by period. Dates of the model are `YYYY-MM-DD`, so they compare as texts. */

#include "config.h"

#include "mezasu/period.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "mezasu/schema.h"

static const struct
{
  const char *kind, *owner, *value;
} sources[] = {
    {"kpi_value", "kpi", "actual"},
    {"indicator_value", "indicator", "value"},
};

struct _MzPeriodValues
{
  GHashTable *by_owner; /* MzRecord → GArray of MzPeriodValue */
};

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return strcmp (((const MzPeriodValue *)a)->period, ((const MzPeriodValue *)b)->period);
}

static void
add_value (MzPeriodValues *self, MzRecord *owner, const MzPeriodValue *value)
{
  GArray *values = g_hash_table_lookup (self->by_owner, owner);

  if (values == NULL)
    {
      values = g_array_new (FALSE, FALSE, sizeof (MzPeriodValue));
      g_hash_table_insert (self->by_owner, owner, values);
    }
  g_array_append_val (values, *value);
}

MzPeriodValues *
mz_period_values_new (MzModel *model, const char *kind)
{
  MzPeriodValues *self = g_new0 (MzPeriodValues, 1);
  const char *owner_field = NULL, *value_field = NULL;
  GHashTableIter iter;
  gpointer values;

  self->by_owner = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].kind, kind))
      {
        owner_field = sources[i].owner;
        value_field = sources[i].value;
      }
  g_return_val_if_fail (owner_field != NULL, self);

  for (guint i = 0; i < mz_model_count (model, kind); i++)
    {
      MzRecord *record = mz_model_nth (model, kind, i);
      MzRecord *owner = mz_model_referred (model, record, owner_field);
      MzPeriodValue value = {record, mz_record_text (record, "period"),
                             mz_record_real (record, value_field, 0)};

      if (owner != NULL && value.period != NULL && mz_record_has (record, value_field))
        add_value (self, owner, &value);
    }
  g_hash_table_iter_init (&iter, self->by_owner);
  while (g_hash_table_iter_next (&iter, NULL, &values))
    g_array_sort (values, compare_periods);
  return self;
}

void
mz_period_values_free (MzPeriodValues *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_owner);
  g_free (self);
}

guint
mz_period_values_count (const MzPeriodValues *self, MzRecord *owner)
{
  const GArray *values = g_hash_table_lookup (self->by_owner, owner);

  return values != NULL ? values->len : 0;
}

const MzPeriodValue *
mz_period_values_nth (const MzPeriodValues *self, MzRecord *owner, guint index)
{
  const GArray *values = g_hash_table_lookup (self->by_owner, owner);

  g_return_val_if_fail (values != NULL && index < values->len, NULL);
  return &g_array_index (values, MzPeriodValue, index);
}

const MzPeriodValue *
mz_period_values_at (const MzPeriodValues *self, MzRecord *owner, const char *period)
{
  for (guint i = 0; i < mz_period_values_count (self, owner); i++)
    {
      const MzPeriodValue *value = mz_period_values_nth (self, owner, i);

      if (g_str_equal (value->period, period))
        return value;
    }
  return NULL;
}

const MzPeriodValue *
mz_period_values_before (const MzPeriodValues *self, MzRecord *owner, const char *period)
{
  const MzPeriodValue *found = NULL;

  for (guint i = 0; i < mz_period_values_count (self, owner); i++)
    {
      const MzPeriodValue *value = mz_period_values_nth (self, owner, i);

      if (strcmp (value->period, period) < 0)
        found = value;
    }
  return found;
}

static gboolean
read_month (const char *date, int *year, int *month)
{
  int day;

  return date != NULL && sscanf (date, "%4d-%2d-%2d", year, month, &day) == 3 && *month >= 1 &&
         *month <= 12;
}

char *
mz_period_first_day (const char *date, guint months)
{
  int year, month;

  g_return_val_if_fail (months == 1 || months == 3, NULL);

  if (!read_month (date, &year, &month))
    return NULL;
  month -= (month - 1) % (int)months;
  return g_strdup_printf ("%04d-%02d-01", year, month);
}

char *
mz_period_move (const char *period, int months)
{
  int year, month;

  if (!read_month (period, &year, &month))
    return NULL;
  gint64 moved = (gint64)year * 12 + month - 1 + months;
  if (moved < 12 || moved >= 10000 * 12)
    return NULL;
  return g_strdup_printf ("%04d-%02d-01", (int)(moved / 12), (int)(moved % 12) + 1);
}

static gboolean
begins_quarter (const char *period)
{
  int year, month;

  return read_month (period, &year, &month) && month % 3 == 1;
}

guint
mz_period_rhythm (MzModel *model)
{
  gboolean any = FALSE;

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    for (guint i = 0; i < mz_model_count (model, sources[s].kind); i++)
      {
        any = TRUE;
        if (!begins_quarter (mz_record_text (mz_model_nth (model, sources[s].kind, i), "period")))
          return 1;
      }
  return any ? 3 : 1;
}

const char *
mz_period_latest (MzModel *model)
{
  const char *latest = NULL;

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    for (guint i = 0; i < mz_model_count (model, sources[s].kind); i++)
      {
        MzRecord *record = mz_model_nth (model, sources[s].kind, i);
        const char *period = mz_record_text (record, "period");

        if (mz_record_has (record, sources[s].value) && period != NULL &&
            (latest == NULL || strcmp (latest, period) < 0))
          latest = period;
      }
  return latest;
}

char *
mz_period_text (const char *period, guint months)
{
  int year, month;

  if (!read_month (period, &year, &month))
    return g_strdup (period != NULL ? period : "");
  if (months <= 1)
    /* TRANSLATORS: a month: year and number of the month. */
    return g_strdup_printf (_ ("%04d-%02d"), year, month);
  /* TRANSLATORS: a quarter: year, first and last month. */
  return g_strdup_printf (_ ("%04d-%02d to %02d"), year, month, MIN (12, month + (int)months - 1));
}
