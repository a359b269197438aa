/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Findings about the strategy map, its KPIs and the dashboard. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/kpi.h"

static gboolean
is_referred (MzWork *self, const char *kind, const char *field, MzRecord *record)
{
  g_autoptr (GPtrArray) found =
      mz_model_referring (self->result.model, kind, field, mz_record_id (record));

  return found->len > 0;
}

static void
check_objective (MzWork *self, MzRecord *objective)
{
  g_autofree char *title = mz_record_label (objective);

  if (!is_referred (self, "objective_link", "cause", objective) &&
      !is_referred (self, "objective_link", "result", objective))
    mz_work_find (self, "objective_without_link", MZ_FINDING_WARNING, objective, NULL,
                  g_strdup_printf (_ ("“%s” is linked to no other objective."), title));
  if (!is_referred (self, "kpi", "objective", objective))
    mz_work_find (self, "objective_without_kpi", MZ_FINDING_WARNING, objective, NULL,
                  g_strdup_printf (_ ("“%s” has no KPI."), title));
  if (!mz_record_has (objective, "owner"))
    mz_work_find (self, "objective_without_owner", MZ_FINDING_WARNING, objective, "owner",
                  g_strdup_printf (_ ("“%s” has no owner."), title));
}

/* The schema lists the perspectives from the top: finance, customer, process, learning. */
static int
height (MzRecord *objective)
{
  const MzKind *kind = mz_record_kind (objective);
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "perspective"));

  return -mz_field_choice (field, mz_record_text (objective, "perspective"));
}

static void
check_link (MzWork *self, MzRecord *link)
{
  MzRecord *cause = mz_model_referred (self->result.model, link, "cause");
  MzRecord *result = mz_model_referred (self->result.model, link, "result");
  g_autofree char *from = NULL, *to = NULL;

  if (cause == NULL || result == NULL || height (cause) <= height (result))
    return;
  from = mz_record_label (cause);
  to = mz_record_label (result);
  mz_work_find (self, "link_downwards", MZ_FINDING_ERROR, link, "result",
                g_strdup_printf (_ ("“%s” → “%s” leads down: a cause furthers an objective of its "
                                    "own or a higher perspective."),
                                 from, to));
}

static MzMaybeReal
real_of (MzRecord *record, const char *field)
{
  return mz_record_has (record, field) ? MZ_SOME_REAL (mz_record_real (record, field, 0))
                                       : (MzMaybeReal){FALSE, 0};
}

/* Asks the score of a KPI that has reached its target, to hear whether its definition can be used. */
static void
check_kpi (MzWork *self, MzRecord *kpi)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = mz_record_label (kpi);
  gboolean is_range = mz_record_choice_is (kpi, "direction", "range");
  MzKpiScore score;
  MzKpiInput input = {.target = real_of (kpi, "target"),
                      .baseline = real_of (kpi, "baseline"),
                      .low = real_of (kpi, "low"),
                      .high = real_of (kpi, "high"),
                      .tolerance = real_of (kpi, "tolerance")};

  if (is_range ? !input.low.is_set || !input.high.is_set : !input.target.is_set)
    {
      mz_work_find (self, "kpi_without_target", MZ_FINDING_WARNING, kpi,
                    is_range ? "low" : "target",
                    g_strdup_printf (_ ("“%s” has no target, so that it has no score."), title));
      return;
    }
  input.actual = is_range ? input.low : input.target;
  if (!mz_kpi_kind_from_name (mz_record_text (kpi, "direction"), &input.kind, &error) ||
      !mz_kpi_score (&input, &score, &error))
    mz_work_find (self, "kpi_unusable", MZ_FINDING_ERROR, kpi, NULL,
                  g_strdup_printf (_ ("“%s”: %s"), title, error->message));
}

static void
check_indicator (MzWork *self, MzRecord *indicator)
{
  gboolean higher = mz_record_choice_is (indicator, "direction", "higher");
  double warning = mz_record_real (indicator, "warning", 0);
  double alarm = mz_record_real (indicator, "alarm", 0);
  g_autofree char *title = mz_record_label (indicator);

  if (mz_record_has (indicator, "warning") && mz_record_has (indicator, "alarm") &&
      (higher ? warning < alarm : warning > alarm))
    mz_work_find (
        self, "limits_not_ordered", MZ_FINDING_ERROR, indicator, "warning",
        g_strdup_printf (_ ("“%s”: the alarm limit is reached before the warning limit."), title));
}

static void
check_thresholds (MzWork *self)
{
  if (mz_record_integer (self->criteria, "kpi_amber", 0) >
      mz_record_integer (self->criteria, "kpi_green", 0))
    mz_work_find (self, "thresholds_not_ordered", MZ_FINDING_ERROR, self->criteria, "kpi_amber",
                  g_strdup (_ ("A KPI must be watched from a lower score on than it is reached.")));
}

void
mz_work_find_strategy (MzWork *self)
{
  MzModel *model = self->result.model;
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, "objective", i)) != NULL; i++)
    check_objective (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "objective_link", i)) != NULL; i++)
    check_link (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "kpi", i)) != NULL; i++)
    check_kpi (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "indicator", i)) != NULL; i++)
    check_indicator (self, record);
  check_thresholds (self);
}
