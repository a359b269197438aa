/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What neither side did wrong, but both together do: two records that must differ and do not, and circles. */

#include "config.h"

#include "merge-private.h"

/* The places of the fields of @kind with @flag; NULL when it has none. */
static GArray *
fields_with (const MzKind *kind, MzFieldFlags flag)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & flag) != 0)
      g_array_append_val (fields, i);
  return fields->len > 0 ? g_steal_pointer (&fields) : NULL;
}

/* The records of @kind in the merged model; NULL when theirs had no part in a field with @flag of any, so that nothing can be
 * wrong that was not before. */
static GPtrArray *
cells_of (MzMerge *self, const MzKind *kind, MzFieldFlags flag)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  gboolean touched = FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      MzCell *cell = self->cells->pdata[i];

      if (cell->kind != kind || !cell->here)
        continue;
      g_ptr_array_add (cells, cell);
      touched = touched || mz_cell_theirs_taken (self, cell, flag);
    }
  return touched ? g_steal_pointer (&cells) : NULL;
}

/* Keys. */

static char *
key_of (MzMerge *self, const MzCell *cell, const GArray *fields)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);
      MzValue value = mz_cell_value (self, cell, field);
      g_autofree char *part = mz_value_to_machine (mz_kind_field (cell->kind, field), &value);

      g_string_append_printf (key, "%s\n", part);
    }
  return g_string_free (key, FALSE);
}

static gboolean
settle_pair (MzMerge *self, MzConflictType type, MzFieldFlags flag, MzCell *mine, MzCell *theirs)
{
  if (mz_merge_report (self, type, theirs, -1, mine) == MZ_MERGE_MINE)
    mz_cell_undo_theirs (theirs, flag);
  else
    mz_cell_undo_mine (mine, flag);
  return TRUE;
}

static gboolean
settle_keys_of (MzMerge *self, const MzKind *kind)
{
  g_autoptr (GArray) fields = fields_with (kind, MZ_FIELD_UNIQUE);
  g_autoptr (GPtrArray) cells = fields == NULL ? NULL : cells_of (self, kind, MZ_FIELD_UNIQUE);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean undone = FALSE;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      MzCell *cell = cells->pdata[i];
      char *key = key_of (self, cell, fields);
      MzCell *other = g_hash_table_lookup (known, key);

      if (other == NULL)
        {
          g_hash_table_insert (known, key, cell);
          continue;
        }
      g_free (key);
      if (mz_cell_theirs_taken (self, cell, MZ_FIELD_UNIQUE))
        undone = settle_pair (self, MZ_CONFLICT_SAME_KEY, MZ_FIELD_UNIQUE, other, cell);
      else
        undone = settle_pair (self, MZ_CONFLICT_SAME_KEY, MZ_FIELD_UNIQUE, cell, other);
    }
  return undone;
}

gboolean
mz_merge_settle_keys (MzMerge *self)
{
  const MzSchema *schema = mz_model_schema (self->mine);
  gboolean undone = FALSE;

  for (guint i = 0; i < schema->n_kinds; i++)
    undone = settle_keys_of (self, &schema->kinds[i]) || undone;
  return undone;
}

/* Circles. A kind with two such references is an arc from the first to the second; with one, from the record to its target. */

typedef struct
{
  MzMerge *merge;
  GArray *fields;
  GHashTable *leaving; /* id → GPtrArray of cells whose arc leaves it */
  GHashTable *done;    /* ids that lead to no circle */
  GPtrArray *trail;    /* the arcs on the way from the start */
  GHashTable *open;    /* ids on the way → place in the trail + 1 */
} Search;

static const char *
arc_end (Search *search, const MzCell *cell, gboolean to)
{
  guint last = search->fields->len - 1;
  MzValue value;

  if (!to && last == 0)
    return cell->id;
  value = mz_cell_value (search->merge, cell, g_array_index (search->fields, guint, to ? last : 0));
  return value.set ? value.text : NULL;
}

static void
add_arcs (Search *search, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const char *from = arc_end (search, cells->pdata[i], FALSE);
      GPtrArray *arcs;

      if (from == NULL || arc_end (search, cells->pdata[i], TRUE) == NULL)
        continue;
      arcs = g_hash_table_lookup (search->leaving, from);
      if (arcs == NULL)
        g_hash_table_insert (search->leaving, (gpointer)from, arcs = g_ptr_array_new ());
      g_ptr_array_add (arcs, cells->pdata[i]);
    }
}

typedef struct
{
  const char *id;
  GPtrArray *arcs;
  guint next;
} Frame;

static Frame
enter (Search *search, const char *id)
{
  g_hash_table_insert (search->open, (gpointer)id, GUINT_TO_POINTER (search->trail->len + 1));
  return (Frame){id, g_hash_table_lookup (search->leaving, id), 0};
}

/* Depth first without recursion, because a chain may be long. Returns: where the circle begins in the trail, or -1. */
static int
find_circle (Search *search, const char *start)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  Frame frame = enter (search, start);

  g_array_append_val (stack, frame);
  while (stack->len > 0)
    {
      Frame *top = &g_array_index (stack, Frame, stack->len - 1);
      MzCell *arc;
      const char *next;
      guint place;

      if (top->arcs == NULL || top->next == top->arcs->len)
        {
          g_hash_table_remove (search->open, top->id);
          g_hash_table_add (search->done, (gpointer)top->id);
          g_array_set_size (stack, stack->len - 1);
          if (search->trail->len > 0)
            g_ptr_array_set_size (search->trail, (int)search->trail->len - 1);
          continue;
        }
      arc = top->arcs->pdata[top->next++];
      next = arc_end (search, arc, TRUE);
      place = GPOINTER_TO_UINT (g_hash_table_lookup (search->open, next));
      if (place == 0 && g_hash_table_contains (search->done, next))
        continue;
      g_ptr_array_add (search->trail, arc);
      if (place > 0)
        return (int)place - 1;
      frame = enter (search, next);
      g_array_append_val (stack, frame);
    }
  return -1;
}

/* One arc of each side in the circle; the circle cannot be without either, because neither side has it alone. */
static gboolean
settle_circle (Search *search, guint from)
{
  MzCell *mine = NULL, *theirs = NULL;

  for (guint i = from; i < search->trail->len; i++)
    {
      MzCell *arc = search->trail->pdata[i];

      if (theirs == NULL && mz_cell_theirs_taken (search->merge, arc, MZ_FIELD_ACYCLIC))
        theirs = arc;
      else if (mine == NULL && mz_cell_mine_made (search->merge, arc, MZ_FIELD_ACYCLIC))
        mine = arc;
    }
  if (mine == NULL || theirs == NULL)
    return FALSE;
  return settle_pair (search->merge, MZ_CONFLICT_CIRCLE, MZ_FIELD_ACYCLIC, mine, theirs);
}

static gboolean
settle_circles_of (MzMerge *self, const MzKind *kind)
{
  g_autoptr (GArray) fields = fields_with (kind, MZ_FIELD_ACYCLIC);
  g_autoptr (GPtrArray) cells = fields == NULL ? NULL : cells_of (self, kind, MZ_FIELD_ACYCLIC);
  g_autoptr (GHashTable) leaving =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) trail = g_ptr_array_new ();
  Search search = {self, fields, leaving, done, trail, open};

  if (cells == NULL)
    return FALSE;
  add_arcs (&search, cells);
  for (guint i = 0; i < cells->len; i++)
    {
      const char *from = arc_end (&search, cells->pdata[i], FALSE);
      int circle = -1;

      /* Every new circle passes through an arc of theirs. */
      if (from != NULL && mz_cell_theirs_taken (self, cells->pdata[i], MZ_FIELD_ACYCLIC) &&
          !g_hash_table_contains (done, from))
        circle = find_circle (&search, from);
      if (circle >= 0)
        return settle_circle (&search, (guint)circle);
    }
  return FALSE;
}

gboolean
mz_merge_settle_circles (MzMerge *self)
{
  const MzSchema *schema = mz_model_schema (self->mine);
  gboolean undone = FALSE;

  for (guint i = 0; i < schema->n_kinds; i++)
    undone = settle_circles_of (self, &schema->kinds[i]) || undone;
  return undone;
}
