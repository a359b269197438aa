/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The graph around a record, and the breaks of the chain. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "build-model.h"
#include "mezasu/trace.h"

/* law → cards → comp → theft → s1 → option → plan, and c1 ← s1; dig joins comp at both ends. */
static const char *const chain[] = {
    "context law title=Law category=law targets=requirement",
    "aspect cards title=Cards",
    "damage comp title=Comp low=1 likely=1 high=1",
    "damage dig title=Dig low=1 likely=1 high=1",
    "risk theft code=R-1 title=Theft",
    "option a title=A",
    "step s1 title=S1 option=a",
    "step s2 title=S2 option=a predecessor=s1",
    "cash_flow c1 title=Page step=s1",
    "effect e1 step=s1 risk=theft frequency_cut=1",
    "scenario plan title=Plan",
    "scenario_option so scenario=plan option=a",
    "link law cards",
    "link cards comp",
    "link cards dig",
    "link comp theft",
    "link dig theft",
    NULL,
};

static int
node_of (const MzTrace *trace, MzRecord *record)
{
  for (guint i = 0; i < trace->nodes->len; i++)
    if (mz_trace_node (trace, i)->record == record)
      return (int)i;
  return -1;
}

static const char *
relation_of (const MzTrace *trace, MzRecord *cause, MzRecord *result)
{
  for (guint i = 0; i < trace->arcs->len; i++)
    {
      const MzTraceArc *arc = mz_trace_arc (trace, i);

      if (mz_trace_node (trace, arc->cause)->record == cause &&
          mz_trace_node (trace, arc->result)->record == result)
        return arc->relation;
    }
  return NULL;
}

static void
assert_node (const MzTrace *trace, MzRecord *record, guint depth, MzTraceDirection direction)
{
  int index = node_of (trace, record);

  g_assert_cmpint (index, >=, 0);
  g_assert_cmpuint (mz_trace_node (trace, (guint)index)->depth, ==, depth);
  g_assert_cmpint (mz_trace_node (trace, (guint)index)->direction, ==, direction);
}

static void
test_all (void)
{
  g_autoptr (MzModel) model = build_model (chain);
  g_autoptr (MzTrace) trace = mz_trace_new (model, mz_record_id (find (model, "theft")), 0);

  assert_node (trace, find (model, "theft"), 0, MZ_TRACE_ORIGIN);
  assert_node (trace, find (model, "comp"), 1, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "dig"), 1, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "cards"), 2, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "law"), 3, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "s1"), 1, MZ_TRACE_RESULT);
  assert_node (trace, find (model, "c1"), 2, MZ_TRACE_RESULT);
  assert_node (trace, find (model, "s2"), 2, MZ_TRACE_RESULT);
  assert_node (trace, find (model, "a"), 2, MZ_TRACE_RESULT);
  assert_node (trace, find (model, "plan"), 3, MZ_TRACE_RESULT);
  g_assert_cmpuint (trace->nodes->len, ==, 10);
  /* Effects and links are seen through. */
  g_assert_cmpint (node_of (trace, find (model, "e1")), ==, -1);
  /* Five links, theft → s1, s1 → c1, s2, a, s2 → a, a → plan. */
  g_assert_cmpuint (trace->arcs->len, ==, 11);
  g_assert_cmpuint (mz_trace_node (trace, (guint)node_of (trace, find (model, "law")))->parent, ==,
                    node_of (trace, find (model, "cards")));
}

static void
test_relations (void)
{
  g_autoptr (MzModel) model = build_model (chain);
  g_autoptr (MzTrace) trace = mz_trace_new (model, mz_record_id (find (model, "theft")), 0);

  g_assert_cmpstr (relation_of (trace, find (model, "comp"), find (model, "theft")), ==, "Link");
  g_assert_cmpstr (relation_of (trace, find (model, "theft"), find (model, "s1")), ==, "Effect");
  g_assert_cmpstr (relation_of (trace, find (model, "s1"), find (model, "s2")), ==, "After");
  g_assert_cmpstr (relation_of (trace, find (model, "s1"), find (model, "a")), ==, "Option");
  g_assert_cmpstr (relation_of (trace, find (model, "s1"), find (model, "c1")), ==, "Step");
  g_assert_cmpstr (relation_of (trace, find (model, "a"), find (model, "plan")), ==,
                   "Option of a scenario");
  g_assert_null (relation_of (trace, find (model, "theft"), find (model, "comp")));
}

static void
test_depth (void)
{
  static const guint expected[] = {0, 4, 8, 10};
  g_autoptr (MzModel) model = build_model (chain);

  for (guint depth = 1; depth < G_N_ELEMENTS (expected); depth++)
    {
      g_autoptr (MzTrace) trace = mz_trace_new (model, mz_record_id (find (model, "theft")), depth);

      g_assert_cmpuint (trace->nodes->len, ==, expected[depth]);
    }
}

/* From an amount back to the context. */
static void
test_back (void)
{
  g_autoptr (MzModel) model = build_model (chain);
  g_autoptr (MzTrace) trace = mz_trace_new (model, mz_record_id (find (model, "c1")), 0);

  assert_node (trace, find (model, "s1"), 1, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "theft"), 2, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "law"), 5, MZ_TRACE_CAUSE);
  g_assert_cmpint (node_of (trace, find (model, "plan")), ==, -1);
  g_assert_null (mz_trace_new (model, "nothing", 0));
  g_assert_null (mz_trace_new (model, NULL, 0));
}

/* The model refuses cycles of links, but a step's flow and its system may still meet themselves: two systems that send
 * data to each other. */
static void
test_cycle (void)
{
  static const char *const lines[] = {
      "system a title=A",
      "system b title=B",
      "flow f source=a sink=b title=F",
      "flow g source=b sink=a title=G",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzTrace) trace = mz_trace_new (model, mz_record_id (find (model, "a")), 0);

  /* Flows have a title, so they are nodes. */
  g_assert_cmpuint (trace->nodes->len, ==, 4);
  g_assert_cmpuint (trace->arcs->len, ==, 4);
  assert_node (trace, find (model, "g"), 1, MZ_TRACE_CAUSE);
  assert_node (trace, find (model, "b"), 2, MZ_TRACE_CAUSE);
}

static guint
count_about (const GPtrArray *ends, MzModel *model, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < ends->len; i++)
    {
      const MzFinding *end = g_ptr_array_index (ends, i);

      g_assert_cmpstr (end->code, ==, "dead_end");
      g_assert_null (strchr (end->message, '%'));
      n += g_strcmp0 (end->record, mz_record_id (find (model, name))) == 0;
    }
  return n;
}

static void
test_dead_ends (void)
{
  static const char *const lines[] = {
      "context lost title=Lost category=law",
      "context quiet title=Quiet category=nature no_effect=true",
      "stakeholder bank title=Bank",
      "conclusion q question=scope",
      "aspect alone title=Alone",
      "damage loose title=Loose",
      "risk bare title=Bare",
      "risk kept title=Kept treatment=retain",
      "risk fine title=Fine state=accepted",
      "weakness w title=W",
      "option o title=O",
      "link w fine",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (GPtrArray) ends = mz_trace_dead_ends (model);
  g_autoptr (MzModel) whole = build_model (chain);
  g_autoptr (GPtrArray) none = mz_trace_dead_ends (whole);

  g_assert_cmpuint (count_about (ends, model, "lost"), ==, 1);
  g_assert_cmpuint (count_about (ends, model, "quiet"), ==, 0);
  g_assert_cmpuint (count_about (ends, model, "bank"), ==, 1);
  g_assert_cmpuint (count_about (ends, model, "q"), ==, 1);
  g_assert_cmpuint (count_about (ends, model, "alone"), ==, 2);
  g_assert_cmpuint (count_about (ends, model, "loose"), ==, 2);
  g_assert_cmpuint (count_about (ends, model, "bare"), ==, 2);
  g_assert_cmpuint (count_about (ends, model, "kept"), ==, 1);
  g_assert_cmpuint (count_about (ends, model, "fine"), ==, 0);
  g_assert_cmpuint (count_about (ends, model, "w"), ==, 0);
  g_assert_cmpuint (count_about (ends, model, "o"), ==, 1);
  g_assert_cmpuint (ends->len, ==, 11);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/trace/all", test_all);
  g_test_add_func ("/method/trace/relations", test_relations);
  g_test_add_func ("/method/trace/depth", test_depth);
  g_test_add_func ("/method/trace/back", test_back);
  g_test_add_func ("/method/trace/cycle", test_cycle);
  g_test_add_func ("/method/trace/dead-ends", test_dead_ends);
  return g_test_run ();
}
