/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The records that stay are a heaviest increasing subsequence: in the order before, those whose places afterwards rise. A
 * record that kept its number weighs more than all that did not, because such records keep their order anyway. */

#include "config.h"

#include "order-private.h"
#include "schema-private.h"

typedef struct
{
  const char *id;
  guint place;     /* afterwards, from 1 */
  gboolean pinned; /* has the same number in both */
  guint64 weight;  /* of the heaviest subsequence that ends here */
  guint previous;  /* index + 1 of the one before in it */
} Common;

static GArray *
collect (MzModel *before, MzModel *after, const MzKind *kind, gboolean *same)
{
  GArray *common = g_array_new (FALSE, TRUE, sizeof (Common));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint position = mz_kind_position (kind);
  guint n = mz_model_count (after, kind->name);

  *same = TRUE;
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, (gpointer)mz_record_id (mz_model_nth (after, kind->name, i)),
                         GUINT_TO_POINTER (i + 1));
  n = mz_model_count (before, kind->name);
  for (guint i = 0; i < n; i++)
    {
      MzRecord *old = mz_model_nth (before, kind->name, i);
      Common one = {mz_record_id (old), 0, FALSE, 0, 0};

      one.place = GPOINTER_TO_UINT (g_hash_table_lookup (places, one.id));
      if (one.place == 0)
        continue;
      one.pinned = mz_record_value (old, position)->integer ==
                   mz_record_value (mz_model_find (after, one.id), position)->integer;
      *same &= one.pinned;
      g_array_append_val (common, one);
    }
  return common;
}

/* The heaviest subsequence among those that end at a place of at most @place; a binary indexed tree of maxima. */
static guint
heaviest_up_to (const GArray *common, const guint *tree, guint place)
{
  guint best = 0;

  for (; place > 0; place &= place - 1)
    if (tree[place] != 0 && (best == 0 || g_array_index (common, Common, tree[place] - 1).weight >
                                              g_array_index (common, Common, best - 1).weight))
      best = tree[place];
  return best;
}

static void
chain (GArray *common, guint n_places)
{
  g_autofree guint *tree = g_new0 (guint, n_places + 1);

  for (guint i = 0; i < common->len; i++)
    {
      Common *one = &g_array_index (common, Common, i);

      one->previous = heaviest_up_to (common, tree, one->place);
      one->weight = one->pinned ? common->len + 1 : 1;
      if (one->previous != 0)
        one->weight += g_array_index (common, Common, one->previous - 1).weight;
      for (guint place = one->place; place <= n_places; place += place & -place)
        if (tree[place] == 0 ||
            g_array_index (common, Common, tree[place] - 1).weight < one->weight)
          tree[place] = i + 1;
    }
}

GHashTable *
mz_order_moved (MzModel *before, MzModel *after, const MzKind *kind)
{
  gboolean same;
  g_autoptr (GArray) common = collect (before, after, kind, &same);
  g_autoptr (GHashTable) moved = NULL;
  guint last = 0;

  if (same)
    return NULL;
  chain (common, mz_model_count (after, kind->name));
  moved = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < common->len; i++)
    {
      g_hash_table_add (moved, (gpointer)g_array_index (common, Common, i).id);
      if (last == 0 || g_array_index (common, Common, i).weight >
                           g_array_index (common, Common, last - 1).weight)
        last = i + 1;
    }
  for (; last != 0; last = g_array_index (common, Common, last - 1).previous)
    g_hash_table_remove (moved, g_array_index (common, Common, last - 1).id);
  return g_hash_table_size (moved) > 0 ? g_steal_pointer (&moved) : NULL;
}
