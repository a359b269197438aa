/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table of contents: what each page is about, what it says, and its number. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report-private.h"

/* The pages on which something new begins: a table that goes on has one entry. */
static GArray *
beginnings (MzPages *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *before = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const MzPage *page = g_ptr_array_index (self->pages, i);
      if (g_strcmp0 (before, mz_scene_name (page->scene)) != 0)
        g_array_append_val (found, i);
      before = mz_scene_name (page->scene);
    }
  return found;
}

/* The index that page @index has once @own pages of contents stand before page @place. */
static guint
moved (guint index, guint place, guint own)
{
  return index < place ? index : index + own;
}

static MzTable *
make_table (MzPages *self, GArray *entries, guint place, guint own)
{
  const char *headers[] = {_ ("Subject"), _ ("Message"), _ ("#Page"), NULL};
  MzTable *table = mz_table_new (_ ("Contents"), headers);

  for (guint i = 0; i < entries->len; i++)
    {
      guint index = g_array_index (entries, guint, i);
      const MzPage *page = g_ptr_array_index (self->pages, index);
      g_autofree char *number = g_strdup_printf ("%u", moved (index, place, own) + 1);
      mz_table_add_row (table, NULL, page->subject, mz_scene_title (page->scene), number);
    }
  return table;
}

/* Lays out the contents behind all pages; returns how many pages they took. */
static guint
lay_out (MzPages *self, GArray *entries, guint place, guint own)
{
  guint before = self->pages->len;
  g_autoptr (MzTable) table = make_table (self, entries, place, own);
  g_autofree char *headline = g_strdup_printf (
      ngettext ("The pack has %u part.", "The pack has %u parts.", entries->len), entries->len);
  MzBox content;
  MzScene *page = mz_pages_add (self, "contents", _ ("Contents"), headline, NULL, &content);

  mz_block_table_pages (self, page, "contents", _ ("Contents"), headline, table, content, NULL);
  return self->pages->len - before;
}

/* Tells each page of contents where its rows lead. */
static void
set_targets (MzPages *self, GArray *entries, guint first, guint place, guint own)
{
  guint entry = 0;

  for (guint i = 0; i < own; i++)
    {
      MzPage *page = g_ptr_array_index (self->pages, first + i);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const MzBlock *block = g_ptr_array_index (page->blocks, j);
          guint rows = block->type == MZ_BLOCK_TABLE ? block->heights->len - 1 : 0;
          for (guint row = 0; row < rows && entry < entries->len; row++, entry++)
            {
              guint target = moved (g_array_index (entries, guint, entry), place, own);
              g_array_append_val (page->targets, target);
            }
        }
    }
}

void
mz_page_contents (MzPages *self, guint place)
{
  g_autoptr (GArray) entries = beginnings (self);
  const guint last = self->pages->len;
  guint own = 1, taken;

  /* The numbers depend on how many pages the contents take; a longer number may take another line. */
  while ((taken = lay_out (self, entries, place, own)) > own)
    {
      g_ptr_array_set_size (self->pages, (int)last);
      self->slide_pages = 0;
      own = taken;
    }
  set_targets (self, entries, last, place, taken);
  for (guint i = 0; i < taken; i++)
    g_ptr_array_insert (self->pages, (int)(place + i),
                        g_ptr_array_steal_index (self->pages, last + i));
}
