/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The strategy map (R. S. Kaplan and D. P. Norton, "Strategy Maps", 2004): objectives in perspectives from learning at
 * the bottom to finance at the top, causes below their results; and what a plan adds, moves or endangers. */

#include "config.h"

#include "strategy-map-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define LABEL_WIDTH 150.0
#define LEGEND 22.0
/* A pinned place counts from 0 at the left to this at the right. */
#define PIN_RIGHT 100.0

const char *
mz_strategy_map_light (MzLight light)
{
  static const char *const texts[] = {[MZ_LIGHT_GREY] = N_ ("No data"),
                                      [MZ_LIGHT_GREEN] = N_ ("Reached"),
                                      [MZ_LIGHT_AMBER] = N_ ("Watch"),
                                      [MZ_LIGHT_RED] = N_ ("Missed")};

  return _ (texts[light]);
}

const char *
mz_strategy_map_change (MzObjectiveChange change)
{
  static const char *const texts[] = {
      [MZ_OBJECTIVE_AS_IT_IS] = NULL,
      [MZ_OBJECTIVE_ADDED] = N_ ("added"),
      [MZ_OBJECTIVE_MOVED] = N_ ("moved"),
      [MZ_OBJECTIVE_ENDANGERED] = N_ ("endangered"),
      [MZ_OBJECTIVE_ELSEWHERE] = N_ ("only in another plan"),
  };

  return texts[change] != NULL ? _ (texts[change]) : NULL;
}

char *
mz_strategy_map_percent (MzMaybeReal value)
{
  return value.is_set ? g_strdup_printf ("%.0f %%", round (value.value * 100)) : g_strdup ("–");
}

static void
clear_objective (gpointer data)
{
  MzMapObjective *objective = data;

  g_free (objective->kpi);
  g_clear_pointer (&objective->risks, g_ptr_array_unref);
}

static void
clear_link (gpointer data)
{
  MzMapLink *link = data;

  g_clear_pointer (&link->way, g_array_unref);
}

static MzObjectiveChange
change_from (MzRecord *change)
{
  if (mz_record_choice_is (change, "change", "adds"))
    return MZ_OBJECTIVE_ADDED;
  return mz_record_choice_is (change, "change", "endangers") ? MZ_OBJECTIVE_ENDANGERED
                                                             : MZ_OBJECTIVE_MOVED;
}

/* What the scenario looked at says of an objective; else whether any other adds it. */
static void
find_change (const MzStrategyMap *map, MzMapObjective *objective)
{
  const MzScenarioResult *scenario = map->request->scenario;
  g_autoptr (GPtrArray) changes = mz_model_referring (map->model, "objective_change", "objective",
                                                      mz_record_id (objective->record));

  for (guint i = 0; i < changes->len; i++)
    {
      MzRecord *change = g_ptr_array_index (changes, i);
      MzObjectiveChange kind = change_from (change);

      if (scenario != NULL && scenario->record != NULL &&
          mz_model_referred (map->model, change, "scenario") == scenario->record)
        {
          objective->change = kind;
          objective->change_record = change;
          objective->acts = kind != MZ_OBJECTIVE_ENDANGERED;
          return;
        }
      if (kind == MZ_OBJECTIVE_ADDED)
        objective->change = MZ_OBJECTIVE_ELSEWHERE;
    }
}

static char *
say_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.6g", number));
}

/* The KPI that the change is about, else the weightiest. */
static const MzScorecardKpi *
choose_kpi (const MzStrategyMap *map, const MzMapObjective *objective)
{
  MzRecord *wanted = objective->change_record != NULL
                         ? mz_model_referred (map->model, objective->change_record, "kpi")
                         : NULL;
  const MzScorecardKpi *best = NULL;

  for (guint i = 0; i < map->scorecard->kpis->len; i++)
    {
      const MzScorecardKpi *kpi = &g_array_index (map->scorecard->kpis, MzScorecardKpi, i);

      if (kpi->objective != objective->record)
        continue;
      if (kpi->record == wanted)
        return kpi;
      if (best == NULL || mz_record_integer (kpi->record, "weight", 1) >
                              mz_record_integer (best->record, "weight", 1))
        best = kpi;
    }
  return best;
}

/* The latest value and the target, which a plan may have moved; the name last, because it may be cut. */
static char *
say_kpi (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const MzScorecardKpi *kpi = choose_kpi (map, objective);

  if (kpi == NULL)
    return NULL;
  gboolean planned = objective->change_record != NULL &&
                     mz_record_has (objective->change_record, "new_target") &&
                     mz_model_referred (map->model, objective->change_record, "kpi") == kpi->record;
  gboolean is_range = mz_record_choice_is (kpi->record, "direction", "range");
  const char *unit = mz_record_text (kpi->record, "unit");
  g_autofree char *title = mz_record_title (kpi->record);
  g_autofree char *actual =
      kpi->latest != NULL ? say_number (mz_record_real (kpi->latest, "actual", 0)) : g_strdup ("–");
  g_autofree char *target =
      planned ? say_number (mz_record_real (objective->change_record, "new_target", 0))
      : !is_range && mz_record_has (kpi->record, "target")
          ? say_number (mz_record_real (kpi->record, "target", 0))
          : NULL;
  g_autofree char *low = say_number (mz_record_real (kpi->record, "low", 0));
  g_autofree char *high = say_number (mz_record_real (kpi->record, "high", 0));
  g_autofree char *range = g_strdup_printf ("%s…%s", low, high);
  const char *aim = target != NULL ? target : is_range ? range : NULL;

  /* A unit such as "10,000 cards" would read as a part of the number. */
  gboolean numeric = unit != NULL && g_ascii_isdigit (*unit);

  return g_strdup_printf ("%s%s%s%s%s%s · %s", actual, aim != NULL ? " → " : "",
                          aim != NULL ? aim : "",
                          unit == NULL ? ""
                          : numeric    ? " ("
                                       : " ",
                          unit != NULL ? unit : "", numeric ? ")" : "", title);
}

static void
collect_objectives (MzStrategyMap *map, GHashTable *places)
{
  for (guint i = 0; i < map->scorecard->objectives->len; i++)
    {
      MzMapObjective objective = {
          .score = &g_array_index (map->scorecard->objectives, MzScorecardObjective, i)};

      objective.record = objective.score->record;
      objective.band = MZ_SCORECARD_N_PERSPECTIVES - 1 -
                       CLAMP (objective.score->perspective, 0, MZ_SCORECARD_N_PERSPECTIVES - 1);
      find_change (map, &objective);
      objective.kpi = say_kpi (map, &objective);
      objective.pin =
          mz_record_has (objective.record, "pinned_place")
              ? MIN (mz_record_integer (objective.record, "pinned_place", 0), PIN_RIGHT) / PIN_RIGHT
              : -1;
      mz_strategy_map_find_risks (map, &objective);
      g_array_append_val (map->objectives, objective);
      g_hash_table_insert (places, objective.record, GUINT_TO_POINTER (i + 1));
    }
}

static void
collect_links (MzStrategyMap *map, GHashTable *places)
{
  for (guint i = 0; i < mz_model_count (map->model, "objective_link"); i++)
    {
      MzMapLink link = {.record = mz_model_nth (map->model, "objective_link", i)};
      guint from = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, mz_model_referred (map->model, link.record, "cause")));
      guint to = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, mz_model_referred (map->model, link.record, "result")));

      if (from == 0 || to == 0)
        continue;
      link.from = from - 1;
      link.to = to - 1;
      g_array_append_val (map->links, link);
    }
}

/* A change acts along the links from it, as long as they lead to something new. */
static void
spread_action (MzStrategyMap *map)
{
  gboolean spread = TRUE;

  while (spread)
    {
      spread = FALSE;
      for (guint i = 0; i < map->links->len; i++)
        {
          const MzMapObjective *from = mz_map_objective (map, mz_map_link (map, i)->from);
          MzMapObjective *to = mz_map_objective (map, mz_map_link (map, i)->to);

          if (!from->acts || to->acts || to->change == MZ_OBJECTIVE_ELSEWHERE)
            continue;
          to->acts = TRUE;
          spread = TRUE;
        }
    }
}

static void
collect_bands (MzStrategyMap *map)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (map->model), "objective");
  const MzField *field = mz_kind_field (kind, mz_kind_find (kind, "perspective"));

  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    {
      MzMapBand *band = &map->bands[b];
      guint perspective = MZ_SCORECARD_N_PERSPECTIVES - 1 - b;
      const MzChoice *choice = &field->choices[perspective];

      band->score = &map->scorecard->perspectives[perspective];
      for (guint i = 0; i < mz_model_count (map->model, "perspective"); i++)
        if (mz_record_choice_is (mz_model_nth (map->model, "perspective", i), "code", choice->code))
          band->record = mz_model_nth (map->model, "perspective", i);
      band->title =
          band->record != NULL ? mz_record_title (band->record) : g_strdup (_ (choice->label));
    }
}

static char *
list_results (const MzStrategyMap *map, guint objective)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < map->links->len; i++)
    if (mz_map_link (map, i)->from == objective)
      {
        g_autofree char *title =
            mz_record_title (mz_map_objective (map, mz_map_link (map, i)->to)->record);

        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", title);
      }
  return g_string_free (text, FALSE);
}

static MzTable *
make_table (const MzStrategyMap *map, const char *title)
{
  g_autofree char *score_heading = g_strdup_printf ("#%s", _ ("Score"));
  const char *headers[] = {
      _ ("Perspective"), _ ("Objective"), _ ("Owner"),  _ ("State"),    score_heading,
      _ ("KPI"),         _ ("Risks"),     _ ("Change"), _ ("Leads to"), NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint b = MZ_SCORECARD_N_PERSPECTIVES; b-- > 0;)
    for (guint i = 0; i < map->objectives->len; i++)
      {
        const MzMapObjective *objective = mz_map_objective (map, i);
        g_autofree char *name = mz_record_title (objective->record);
        g_autofree char *score = mz_strategy_map_percent (objective->score->rollup.score);
        g_autofree char *risks = mz_strategy_map_say_risks (map, objective);
        g_autofree char *results = list_results (map, i);

        if (objective->band == b)
          mz_table_add_row (table, mz_record_id (objective->record), map->bands[b].title, name,
                            mz_record_text (objective->record, "owner"),
                            mz_strategy_map_light (objective->score->light), score, objective->kpi,
                            risks, mz_strategy_map_change (objective->change), results);
      }
  return table;
}

/* The column of names where the picture is wide, a line over the cards where it is tall enough. */
static void
measure_labels (MzStrategyMap *map)
{
  double width = 0;

  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    width = MAX (width, mz_frame_text_width (&map->frame, map->bands[b].title, MZ_SIZE_BODY,
                                             MZ_WEIGHT_BOLD));
  if (map->frame.width >= 560)
    map->label_width = MIN (width + 32, LABEL_WIDTH);
  else if (map->frame.height >= 260 && map->frame.width >= 200)
    map->label_height = mz_frame_line_height (&map->frame, MZ_SIZE_SMALLEST) + 3;
}

static gboolean
draw_map (MzStrategyMap *map)
{
  map->area = (MzBox){map->frame.x, map->frame.y, map->frame.width, map->frame.height};
  if (map->frame.height >= 300 && map->frame.width >= 300)
    map->area.height -= LEGEND;
  measure_labels (map);
  if (!mz_strategy_map_place (map))
    return FALSE;
  mz_strategy_map_draw (map);
  mz_strategy_map_set_places (map);
  return TRUE;
}

static void
collect (MzStrategyMap *map)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  map->scorecard = mz_scorecard_new (map->model, mz_scorecard_thresholds (map->model));
  map->objectives = g_array_new (FALSE, TRUE, sizeof (MzMapObjective));
  map->links = g_array_new (FALSE, TRUE, sizeof (MzMapLink));
  g_array_set_clear_func (map->objectives, clear_objective);
  g_array_set_clear_func (map->links, clear_link);
  collect_objectives (map, places);
  collect_links (map, places);
  collect_bands (map);
  spread_action (map);
}

static void
clear (MzStrategyMap *map)
{
  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    g_free (map->bands[b].title);
  g_array_unref (map->objectives);
  g_array_unref (map->links);
  g_clear_pointer (&map->layered, mz_layered_free);
  mz_scorecard_free (map->scorecard);
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzStrategyMap map = {
      {NULL, request->measurer}, .request = request, .model = request->analysis->model};
  const char *title = _ ("Strategy map");

  if (mz_model_count (map.model, "objective") == 0)
    return mz_frame_message (request, "strategy-map", title,
                             _ ("No objective yet. Add what the company wants to reach, then what "
                                "leads to what."));
  collect (&map);
  g_autofree char *message = mz_headline_strategy (request->analysis, request->scenario);
  map.frame = mz_frame_begin (request, "strategy-map", title, message);
  map.draw.scene = map.frame.scene;
  if (!draw_map (&map))
    {
      mz_scene_free (map.frame.scene);
      map.frame.scene = mz_frame_message (request, "strategy-map", title,
                                          _ ("There are too many objectives and links for a "
                                             "picture. The table lists them."));
    }
  mz_scene_set_table (map.frame.scene, make_table (&map, title));
  clear (&map);
  return map.frame.scene;
}

MzScene *
mz_chart_strategy_map (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
