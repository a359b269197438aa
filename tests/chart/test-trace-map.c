/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The picture of a trace: causes to the left, results to the right, nothing lost, links that meet no card. */

#include "config.h"

#include "board-support.h"
#include "mezasu/trace.h"

#define NAME "trace"

static MzScene *
draw (MzModel *model, const char *record, double width, double height)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  MzChartRequest request = {.analysis = analysis,
                            .scenario = mz_analysis_baseline (analysis),
                            .measurer = measurer,
                            .width = width,
                            .height = height,
                            .record = record};

  return mz_chart_find (NAME)->draw (&request);
}

static guint
count_marks (const MzScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    n += mz_scene_shape (scene, i)->role == MZ_ROLE_MARK ? 1 : 0;
  return n;
}

/* The sum of the texts that read "+12 more". */
static guint
count_folded (const MzScene *scene)
{
  guint sum = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);
      guint64 n;

      if (shape->text != NULL && *shape->text == '+')
        {
          g_auto (GStrv) words = g_strsplit (shape->text + 1, " ", 2);

          g_assert_true (g_ascii_string_to_unsigned (words[0], 10, 1, 100000, &n, NULL));
          sum += (guint)n;
        }
    }
  return sum;
}

/* Causes stand to the left of the record and results to the right, farther the more steps away. */
static void
check_sides (const MzScene *scene, MzModel *model, const char *record)
{
  g_autoptr (MzTrace) trace = mz_trace_new (model, record, 0);
  const MzShape *origin = mz_scene_mark_of (scene, record);

  g_assert_nonnull (origin);
  for (guint i = 1; i < trace->nodes->len; i++)
    {
      const MzTraceNode *node = mz_trace_node (trace, i);
      const MzShape *card = mz_scene_mark_of (scene, mz_record_id (node->record));
      const MzShape *parent =
          mz_scene_mark_of (scene, mz_record_id (mz_trace_node (trace, node->parent)->record));

      if (card == NULL)
        continue;
      if (node->direction == MZ_TRACE_CAUSE)
        g_assert_cmpfloat (card->x + card->width, <, origin->x);
      else
        g_assert_cmpfloat (card->x, >, origin->x + origin->width);
      if (parent != NULL && parent != origin)
        g_assert_true ((card->x < parent->x) == (node->direction == MZ_TRACE_CAUSE));
    }
}

/* No straight piece of a link runs through the inside of a card. */
static void
check_links (const MzScene *scene)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *link = mz_scene_shape (scene, i);

      if (link->role != MZ_ROLE_LINK)
        continue;
      for (guint k = 1; k < link->steps->len; k++)
        {
          const MzPathStep *a = &g_array_index (link->steps, MzPathStep, k - 1);
          const MzPathStep *b = &g_array_index (link->steps, MzPathStep, k);

          g_assert_true (a->x == b->x || a->y == b->y);
          for (guint j = 0; j < mz_scene_n_shapes (scene); j++)
            {
              const MzShape *card = mz_scene_shape (scene, j);

              if (card->role != MZ_ROLE_MARK)
                continue;
              g_assert_false (MAX (a->x, b->x) > card->x + 0.5 &&
                              MIN (a->x, b->x) < card->x + card->width - 0.5 &&
                              MAX (a->y, b->y) > card->y + 0.5 &&
                              MIN (a->y, b->y) < card->y + card->height - 0.5);
            }
        }
    }
}

static void
test_sizes (void)
{
  const char *const languages[] = {"en", "ja"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);

      board_check_sizes (NAME, model);
    }
}

/* Every kind of record of the sample, and every record of its trace is drawn or counted. */
static void
test_every_record (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  const MzSchema *schema = mz_model_schema (model);

  for (guint i = 0; i < schema->n_kinds; i++)
    {
      MzRecord *record = mz_model_nth (model, schema->kinds[i].name, 0);
      const char *id = record != NULL ? mz_record_id (record) : NULL;

      if (record == NULL)
        continue;
      g_autoptr (MzTrace) trace = mz_trace_new (model, id, 0);
      g_autoptr (MzScene) scene = draw (model, id, 960, 560);
      board_check (scene, model);
      check_sides (scene, model, id);
      check_links (scene);
      g_assert_cmpuint (count_marks (scene) + count_folded (scene), ==, trace->nodes->len);
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==, trace->nodes->len);
    }
}

static void
test_golden (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  MzRecord *risk = mz_model_nth (model, "risk", 0);
  g_autoptr (MzScene) scene = draw (model, mz_record_id (risk), 960, 560);

  board_check_golden (scene, "trace");
}

static void
test_small (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *a = NULL, *b = NULL, *c = NULL;

  board_check_sizes (NAME, model);
  a = board_add (model, "context", "title", "Law", "category", "law", NULL);
  b = board_add (model, "aspect", "title", "Cards", NULL);
  c = board_add (model, "damage", "title", "Leak", NULL);
  g_autoptr (MzScene) alone = draw (model, a, 960, 560);
  g_assert_cmpuint (count_marks (alone), ==, 1);
  g_free (board_add (model, "link", "cause", a, "result", b, NULL));
  g_free (board_add (model, "link", "cause", b, "result", c, NULL));
  g_free (board_add (model, "link", "cause", a, "result", c, NULL));
  g_autoptr (MzScene) scene = draw (model, b, 960, 560);
  board_check (scene, model);
  check_sides (scene, model, b);
  check_links (scene);
  g_assert_cmpuint (count_marks (scene), ==, 3);
  /* The law leads to the damage in one step too. */
  g_autoptr (MzScene) end = draw (model, c, 960, 560);
  check_sides (end, model, c);
  check_links (end);
  g_autoptr (MzScene) tiny = draw (model, b, 160, 120);
  board_check (tiny, model);
  g_assert_nonnull (mz_scene_mark_of (tiny, b));
}

static void
test_crowd (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *root = board_add (model, "aspect", "title", "Root", NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *damage = board_add (model, "damage", "title", "Damage <b>&", NULL);

      g_free (board_add (model, "link", "cause", root, "result", damage, NULL));
    }
  g_autoptr (MzScene) scene = draw (model, root, 960, 560);
  board_check (scene, model);
  check_links (scene);
  g_assert_cmpuint (count_marks (scene) + count_folded (scene), ==, 201);
  g_assert_cmpuint (count_folded (scene), >, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace-map/sizes", test_sizes);
  g_test_add_func ("/trace-map/every-record", test_every_record);
  g_test_add_func ("/trace-map/golden", test_golden);
  g_test_add_func ("/trace-map/small", test_small);
  g_test_add_func ("/trace-map/crowd", test_crowd);
  return g_test_run ();
}
