/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The dashboard of a model, from its indicators and their latest values. */

#include "config.h"

#include "mezasu/dashboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/error.h"
#include "mezasu/schema.h"

static void
clear_item (gpointer data)
{
  g_free (((MzDashboardItem *)data)->problem);
}

MzDashboardArea
mz_dashboard_area_of (MzRecord *indicator)
{
  const MzKind *kind = mz_record_kind (indicator);
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "area"));
  int area = mz_field_choice (field, mz_record_text (indicator, "area"));

  return (MzDashboardArea)CLAMP (area, 0, MZ_DASHBOARD_N_AREAS - 1);
}

gboolean
mz_dashboard_light (MzRecord *indicator, MzMaybeReal value, MzLight *light, GError **error)
{
  if (!mz_record_has (indicator, "warning") || !mz_record_has (indicator, "alarm"))
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("A light needs a warning and an alarm limit."));
      return FALSE;
    }
  return mz_indicator_light (mz_record_choice_is (indicator, "direction", "higher"), value,
                             mz_record_real (indicator, "warning", 0),
                             mz_record_real (indicator, "alarm", 0), light, error);
}

static void
add_item (MzDashboard *self, MzRecord *record)
{
  g_autoptr (GError) error = NULL;
  MzDashboardItem item = {.record = record, .area = mz_dashboard_area_of (record)};
  guint n = mz_period_values_count (self->values, record);
  MzMaybeReal value = {FALSE, 0};

  if (n > 0)
    {
      item.latest = mz_period_values_nth (self->values, record, n - 1);
      value = MZ_SOME_REAL (item.latest->value);
      if (self->period == NULL || strcmp (self->period, item.latest->period) < 0)
        self->period = item.latest->period;
    }
  if (n > 1)
    item.previous = mz_period_values_nth (self->values, record, n - 2);
  if (!mz_dashboard_light (record, value, &item.light, &error) && value.is_set)
    item.problem = g_strdup (error->message);
  g_array_append_val (self->items, item);
}

MzDashboard *
mz_dashboard_new (MzModel *model)
{
  MzDashboard *self = g_new0 (MzDashboard, 1);
  g_autoptr (GArray) lights = g_array_new (FALSE, FALSE, sizeof (MzDashboardIndicator));

  self->items = g_array_new (FALSE, TRUE, sizeof (MzDashboardItem));
  g_array_set_clear_func (self->items, clear_item);
  self->values = mz_period_values_new (model, "indicator_value");
  for (guint i = 0; i < mz_model_count (model, "indicator"); i++)
    {
      add_item (self, mz_model_nth (model, "indicator", i));
      const MzDashboardItem *item = mz_dashboard_item (self, i);
      MzDashboardIndicator light = {item->area, item->light};
      g_array_append_val (lights, light);
    }
  self->state =
      mz_dashboard_state ((const MzDashboardIndicator *)(gpointer)lights->data, lights->len);
  return self;
}

void
mz_dashboard_free (MzDashboard *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  mz_period_values_free (self->values);
  g_free (self);
}

const MzDashboardItem *
mz_dashboard_item (const MzDashboard *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return &g_array_index (self->items, MzDashboardItem, index);
}
