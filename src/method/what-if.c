/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Where the order of two scenarios turns, and what moves their difference. Each value that is tried is an edit of a copy and
 * a whole new reckoning. */

#include "config.h"

#include "mezasu/what-if.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "analysis-private.h"
#include "mezasu/error.h"

/* Parts of the way to a bound that are looked at before halving. */
#define PARTS 4
/* Enough to bring 3·10^15 yen below one by halving every third time. */
#define TRIES 200
#define FREQUENCY_STEP 1e-6
#define MOST_THREADS 8

typedef struct
{
  MzModel *model; /* own copy, changed at will */
  const MzLever *lever;
  char *first, *second;
  MzCriterion criterion;
  GCancellable *cancellable;
} Probe;

static gboolean
difference_of (MzModel *model, const char *first, const char *second, MzCriterion criterion,
               double *difference)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new_scenarios (model);
  const MzScenarioResult *a = mz_analysis_scenario (analysis, first);
  const MzScenarioResult *b = mz_analysis_scenario (analysis, second);
  const char *ids[] = {first, second, NULL};
  g_autoptr (MzComparison) comparison = NULL;
  guint place_a = 0, place_b = 0;

  if (a == NULL || b == NULL)
    return FALSE;
  comparison = mz_comparison_new (analysis, NULL, ids);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    {
      place_a = mz_comparison_scenario (comparison, i) == a ? i : place_a;
      place_b = mz_comparison_scenario (comparison, i) == b ? i : place_b;
    }
  return mz_comparison_difference (comparison, criterion, place_a, place_b, difference);
}

/* A value that the model refuses has no difference. */
static gboolean
try_value (const Probe *self, double value, double *difference)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);

  mz_lever_edit (self->lever, self->model, edit, value);
  return mz_model_edit (self->model, edit, NULL) &&
         difference_of (self->model, self->first, self->second, self->criterion, difference);
}

static double
step_of (const MzLever *lever)
{
  return lever->type == MZ_LEVER_FREQUENCY ? FREQUENCY_STEP : 1;
}

/* Whole yen and ppm; millionths of an event. */
static double
on_step (const MzLever *lever, double value)
{
  return round (value / step_of (lever)) * step_of (lever);
}

/* Between @same, where the order is as now, and @turned, where it is not. Most differences are straight lines, so that the
 * next value is where the line through both ends meets zero, and every third one the middle. */
static double
close_in (const Probe *self, double same, double turned, double at_same, double at_turned, int sign)
{
  double step = step_of (self->lever);

  for (guint i = 0; i < TRIES && fabs (turned - same) > step * 1.5; i++)
    {
      double share = i % 3 == 2 ? 0.5 : at_same / (at_same - at_turned), difference;
      double least = MIN (same, turned) + step, most = MAX (same, turned) - step;
      double next = CLAMP (on_step (self->lever, same + (turned - same) * share), least, most);

      if (g_cancellable_is_cancelled (self->cancellable))
        break;
      if (!try_value (self, next, &difference))
        {
          same = next;
          at_same = at_same / 2;
        }
      else if (difference * sign > 0)
        {
          same = next;
          at_same = difference;
        }
      else
        {
          turned = next;
          at_turned = difference;
        }
    }
  return turned;
}

/* The first turn on the way to @bound. */
static gboolean
walk (const Probe *self, double bound, double present, double *value)
{
  double before = self->lever->value, at_before = present;
  int sign = present > 0 ? 1 : -1;

  for (guint i = 1; i <= PARTS; i++)
    {
      double next =
          on_step (self->lever, self->lever->value + (bound - self->lever->value) * i / PARTS);
      double difference;

      if (g_cancellable_is_cancelled (self->cancellable) || next == before)
        return FALSE;
      /* What has no figure on the way has no order: the search goes on behind it. */
      if (!try_value (self, next, &difference))
        continue;
      if (difference * sign <= 0)
        {
          *value = close_in (self, before, next, at_before, difference, sign);
          return TRUE;
        }
      at_before = difference;
      before = next;
    }
  return FALSE;
}

static MzBreakEven
search (const Probe *self, gboolean known, double difference)
{
  MzBreakEven result = {MZ_TURN_NEVER, 0};
  double below, above;
  gboolean down, up;

  if (!known || difference == 0)
    return (MzBreakEven){known ? MZ_TURN_TIE : MZ_TURN_BLANK, 0};
  down = walk (self, self->lever->least, difference, &below);
  up = walk (self, self->lever->most, difference, &above);
  if (!down && !up)
    return result;
  result.turn = MZ_TURN_AT;
  if (down && up)
    result.value = self->lever->value - below <= above - self->lever->value ? below : above;
  else
    result.value = down ? below : above;
  return result;
}

static gboolean
check (MzModel *model, const char *first, const char *second, MzCriterion criterion, GError **error)
{
  g_autoptr (MzAnalysis) analysis = NULL;

  if (mz_criterion_info (criterion)->simulated)
    {
      g_set_error_literal (
          error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
          _ ("A simulated figure has no exact turning point; choose another row."));
      return FALSE;
    }
  analysis = mz_analysis_new_scenarios (model);
  if (mz_analysis_scenario (analysis, first) != NULL &&
      mz_analysis_scenario (analysis, second) != NULL)
    return TRUE;
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                       _ ("There is no such scenario any more."));
  return FALSE;
}

gboolean
mz_break_even (MzModel *model, const MzLever *lever, const char *first, const char *second,
               MzCriterion criterion, MzBreakEven *result, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (MzModel) copy = NULL;
  double difference = 0;
  gboolean known;

  g_return_val_if_fail (MZ_IS_MODEL (model) && lever != NULL && result != NULL, FALSE);
  g_return_val_if_fail (first != NULL && second != NULL, FALSE);

  if (!check (model, first, second, criterion, error))
    return FALSE;
  known = difference_of (model, first, second, criterion, &difference);
  copy = mz_model_copy (model);
  *result = search (&(Probe){copy, lever, (char *)first, (char *)second, criterion, cancellable},
                    known, difference);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The tornado. */

typedef struct
{
  MzWhatIf *result;
  const char *first, *second;
  GCancellable *cancellable;
  int next; /* lever to be taken, atomic */
} Work;

typedef struct
{
  Work *work;
  MzModel *model; /* own copy, never changed */
} Hand;

static void
reckon (const Work *work, MzModel *base, guint index)
{
  MzDifferenceSwing *swing = &g_array_index (work->result->swings, MzDifferenceSwing, index);
  g_autoptr (MzModel) copy = mz_model_copy (base);
  Probe probe = {copy,
                 g_ptr_array_index (work->result->levers, index),
                 (char *)work->first,
                 (char *)work->second,
                 work->result->criterion,
                 work->cancellable};

  swing->lever = index;
  swing->known = try_value (&probe, probe.lever->low, &swing->at_low) &&
                 try_value (&probe, probe.lever->high, &swing->at_high);
  swing->even = search (&probe, work->result->known, work->result->difference);
}

static gpointer
hand_run (gpointer data)
{
  Hand *self = data;

  for (;;)
    {
      guint index = (guint)g_atomic_int_add (&self->work->next, 1);

      if (index >= self->work->result->levers->len ||
          g_cancellable_is_cancelled (self->work->cancellable))
        return NULL;
      reckon (self->work, self->model, index);
    }
}

static double
width_of (const MzDifferenceSwing *swing)
{
  return swing->known ? fabs (swing->at_high - swing->at_low) : -1;
}

static int
compare_swings (gconstpointer a, gconstpointer b)
{
  double first = width_of (a), second = width_of (b);

  if (first != second)
    return first > second ? -1 : 1;
  return (int)((const MzDifferenceSwing *)a)->lever - (int)((const MzDifferenceSwing *)b)->lever;
}

static void
run (Work *work, MzModel *model)
{
  guint n = CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  Hand hands[MOST_THREADS];
  GThread *threads[MOST_THREADS];

  for (guint i = 0; i < n; i++)
    hands[i] = (Hand){work, mz_model_copy (model)};
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("mz-what-if", hand_run, &hands[i]);
  hand_run (&hands[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < n; i++)
    g_object_unref (hands[i].model);
}

MzWhatIf *
mz_difference_tornado (MzModel *model, const char *first, const char *second, MzCriterion criterion,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (MzWhatIf) self = NULL;
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (MzComparison) comparison = NULL;
  const char *ids[] = {first, second, NULL};
  Work work;

  g_return_val_if_fail (MZ_IS_MODEL (model) && first != NULL && second != NULL, NULL);

  if (!check (model, first, second, criterion, error))
    return NULL;
  analysis = mz_analysis_new_scenarios (model);
  comparison = mz_comparison_new (analysis, NULL, ids);
  self = g_new0 (MzWhatIf, 1);
  self->revision = mz_model_revision (model);
  self->criterion = criterion;
  self->levers = mz_levers_new (comparison->analysis);
  self->known = difference_of (model, first, second, criterion, &self->difference);
  self->swings = g_array_new (FALSE, TRUE, sizeof (MzDifferenceSwing));
  g_array_set_size (self->swings, self->levers->len);
  work = (Work){self, first, second, cancellable, 0};
  run (&work, model);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_array_sort (self->swings, compare_swings);
  return g_steal_pointer (&self);
}

void
mz_what_if_free (MzWhatIf *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->levers);
  g_array_unref (self->swings);
  g_free (self);
}
