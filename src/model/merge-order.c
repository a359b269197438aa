/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The places of merged records: lists keep the order of mine; what theirs added or moved stands behind what it stands behind in
 * theirs. */

#include "config.h"

#include "merge-private.h"
#include "order-private.h"
#include "schema-private.h"

/* Room between two records, as everywhere. */
#define STEP 1024

static gint64
number_in (const MzCell *cell, MzRecord *record)
{
  return mz_record_value (record, mz_kind_position (cell->kind))->integer;
}

static gboolean
has (GHashTable *set, MzRecord *record)
{
  return set != NULL && record != NULL && g_hash_table_contains (set, mz_record_id (record));
}

/* Whether the place comes from theirs: a record of theirs alone, or one that only they moved, or that both moved. */
static gboolean
follows_theirs (MzMerge *self, MzCell *cell, GHashTable *moved_here, GHashTable *moved_there)
{
  int position = (int)mz_kind_position (cell->kind);

  if (cell->mine == NULL)
    return TRUE;
  if (cell->theirs == NULL || !has (moved_there, cell->theirs) ||
      mz_merge_is_left (self, cell, position))
    return FALSE;
  if (!has (moved_here, cell->mine) ||
      number_in (cell, cell->mine) == number_in (cell, cell->theirs))
    return TRUE;
  return mz_merge_report (self, MZ_CONFLICT_FIELD, cell, position, NULL) == MZ_MERGE_THEIRS;
}

/* Behind @last and what mine put there; at the beginning when there is no @last. */
static GList *
insert_behind (GQueue *order, GList *last, MzCell *cell)
{
  GList *next = last == NULL ? order->head : last->next;

  while (next != NULL && ((MzCell *)next->data)->theirs == NULL && last != NULL)
    next = next->next;
  if (next == NULL)
    {
      g_queue_push_tail (order, cell);
      return order->tail;
    }
  g_queue_insert_before (order, next, cell);
  return next->prev;
}

static void
insert_theirs (MzMerge *self, const MzKind *kind, GQueue *order, GHashTable *following)
{
  g_autoptr (GHashTable) links = g_hash_table_new (NULL, NULL);
  guint n = mz_model_count (self->theirs, kind->name);
  GList *last = NULL;

  for (GList *link = order->head; link != NULL; link = link->next)
    g_hash_table_insert (links, link->data, link);
  for (guint i = 0; i < n; i++)
    {
      MzCell *cell = g_hash_table_lookup (
          self->by_id, mz_record_id (mz_model_nth (self->theirs, kind->name, i)));
      GList *link = g_hash_table_lookup (links, cell);

      if (link != NULL)
        last = link;
      else if (g_hash_table_contains (following, cell))
        last = insert_behind (order, last, cell);
    }
}

/* Whether mine is numbered as a list that was read from a text file, so that it stays so. */
static gboolean
is_plainly_numbered (MzMerge *self, const MzKind *kind)
{
  guint n = mz_model_count (self->mine, kind->name);

  for (guint i = 0; i < n; i++)
    if (mz_record_integer (mz_model_nth (self->mine, kind->name, i), "position", 0) !=
        ((gint64)i + 1) * STEP)
      return FALSE;
  return n > 0;
}

static void
number_plainly (GQueue *order)
{
  gint64 place = 0;

  for (GList *link = order->head; link != NULL; link = link->next)
    ((MzCell *)link->data)->place = place += STEP;
}

/* Gives the records in @following numbers between those of their neighbours; Returns: whether there was room. */
static gboolean
number_between (GQueue *order, GHashTable *following)
{
  gint64 before = 0;
  gboolean first = TRUE;

  for (GList *link = order->head; link != NULL; link = link->next)
    {
      MzCell *cell = link->data;
      GList *next = link->next;

      if (g_hash_table_contains (following, cell))
        {
          while (next != NULL && g_hash_table_contains (following, next->data))
            next = next->next;
          if (next == NULL)
            cell->place = before + STEP;
          else if (first)
            cell->place = ((MzCell *)next->data)->place - STEP;
          else
            cell->place = before + (((MzCell *)next->data)->place - before) / 2;
          if (!first && cell->place <= before)
            return FALSE;
        }
      before = cell->place;
      first = FALSE;
    }
  return TRUE;
}

/* Several records in front of the first one get the same number from above; and numbers may have come to an end. */
static gboolean
is_rising (GQueue *order)
{
  for (GList *link = order->head; link != NULL && link->next != NULL; link = link->next)
    if (((MzCell *)link->data)->place > ((MzCell *)link->next->data)->place)
      return FALSE;
  return TRUE;
}

static void
settle_kind (MzMerge *self, const MzKind *kind, GPtrArray *cells)
{
  g_autoptr (GHashTable) moved_here = mz_order_moved (self->base, self->mine, kind);
  g_autoptr (GHashTable) moved_there = mz_order_moved (self->base, self->theirs, kind);
  g_autoptr (GHashTable) following = g_hash_table_new (NULL, NULL);
  g_auto (GQueue) order = G_QUEUE_INIT;

  for (guint i = 0; i < cells->len; i++)
    {
      MzCell *cell = cells->pdata[i];

      cell->place = number_in (cell, cell->mine != NULL ? cell->mine : cell->theirs);
      if (follows_theirs (self, cell, moved_here, moved_there))
        g_hash_table_add (following, cell);
      else
        g_queue_push_tail (&order, cell);
    }
  if (g_hash_table_size (following) == 0)
    return;
  insert_theirs (self, kind, &order, following);
  if (is_plainly_numbered (self, kind) || !number_between (&order, following) ||
      !is_rising (&order))
    number_plainly (&order);
}

void
mz_merge_settle_order (MzMerge *self)
{
  guint i = 0;

  while (i < self->cells->len)
    {
      const MzKind *kind = ((MzCell *)self->cells->pdata[i])->kind;
      g_autoptr (GPtrArray) cells = g_ptr_array_new ();

      for (; i < self->cells->len && ((MzCell *)self->cells->pdata[i])->kind == kind; i++)
        if (((MzCell *)self->cells->pdata[i])->here)
          g_ptr_array_add (cells, self->cells->pdata[i]);
      if (!kind->singleton)
        settle_kind (self, kind, cells);
    }
}
