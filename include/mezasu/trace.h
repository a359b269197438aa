/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The trace: what a record comes from and what it leads to, as a graph around it. From any amount of a plan a person
 * walks back over step, risk, damage and gap to a fact of the context. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzTraceDirection:
 * @MZ_TRACE_ORIGIN: the record that was asked for
 * @MZ_TRACE_CAUSE: it comes from this one
 * @MZ_TRACE_RESULT: it leads to this one
 *
 * On which side of the origin a record stands.
 */
typedef enum {
  MZ_TRACE_ORIGIN,
  MZ_TRACE_CAUSE,
  MZ_TRACE_RESULT,
} MzTraceDirection;

/**
 * MzTraceNode:
 * @record: the record; the trace holds a reference
 * @depth: the least number of arcs between it and the origin
 * @direction: on which side it stands
 * @parent: index of the node over which it was found first, nearer to the origin; its own for the origin
 *
 * A record of the trace. Each record stands in it once.
 */
typedef struct {
  MzRecord *record;
  guint depth;
  MzTraceDirection direction;
  guint parent;
} MzTraceNode;

/**
 * MzTraceArc:
 * @cause: index of the node that the other comes from
 * @result: index of the node that it leads to
 * @relation: (transfer none): what joins them, in the language of the program: the label of the reference or of the
 *   record between them, such as "Effect" or "Link"
 *
 * One step of the trace.
 */
typedef struct {
  guint cause;
  guint result;
  const char *relation;
} MzTraceArc;

/**
 * MzTrace:
 * @nodes: (element-type MzTraceNode): the origin, then its causes by depth, then its results by depth
 * @arcs: (element-type MzTraceArc): in the order in which they were found
 *
 * A graph around one record.
 */
typedef struct {
  GArray *nodes;
  GArray *arcs;
} MzTrace;

/**
 * mz_trace_new:
 * @model: a model
 * @id: (nullable): id of a record
 * @depth: how many arcs to walk each way, 0 for all
 *
 * Walks breadth first, causes of causes and results of results, never back and forth; cycles end where they began.
 *
 * Returns: (transfer full) (nullable): the trace, %NULL when there is no such record
 */
MzTrace *mz_trace_new (MzModel *model, const char *id, guint depth);

void mz_trace_free (MzTrace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzTrace, mz_trace_free)

/** mz_trace_node: Returns: (transfer none): node @index */
const MzTraceNode *mz_trace_node (const MzTrace *self, guint index);

/** mz_trace_arc: Returns: (transfer none): arc @index */
const MzTraceArc *mz_trace_arc (const MzTrace *self, guint index);

/**
 * mz_trace_dead_ends:
 * @model: a model
 *
 * Records at which the walk from the context to the plan breaks: a gap that comes from nothing, a damage that leads to no
 * risk, a risk on which no step acts although it is not retained. Entries without effect on security are no dead ends.
 *
 * Returns: (transfer full) (element-type MzFinding): one warning for each break, in the order of the process
 */
GPtrArray *mz_trace_dead_ends (MzModel *model);

G_END_DECLS
