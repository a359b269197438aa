/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pages and their blocks. */

#include "config.h"

#include "report-private.h"

static void
block_free (gpointer data)
{
  MzBlock *self = data;
  g_free (self->name);
  g_free (self->description);
  g_clear_pointer (&self->widths, g_array_unref);
  g_clear_pointer (&self->heights, g_array_unref);
  g_free (self);
}

MzPage *
mz_report_page_new (MzScene *scene)
{
  MzPage *self = g_new0 (MzPage, 1);
  self->scene = scene;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
mz_page_free (MzPage *self)
{
  mz_scene_free (self->scene);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->targets);
  g_free (self->subject);
  g_free (self->sentence);
  g_free (self);
}

MzPage *
mz_pages_page_of (MzPages *self, const MzScene *scene)
{
  /* The page that is worked on is one of the last. */
  for (guint i = self->pages->len; i > 0; i--)
    {
      MzPage *page = g_ptr_array_index (self->pages, i - 1);
      if (page->scene == scene)
        return page;
    }
  g_return_val_if_reached (NULL);
}

void
mz_pages_begin (MzPages *self, MzScene *page, MzBlockType type, const char *name, MzBox box)
{
  MzBlock *block = g_new0 (MzBlock, 1);
  block->type = type;
  block->name = g_strdup (name);
  block->box = box;
  block->first = mz_scene_n_shapes (page);
  g_ptr_array_add (mz_pages_page_of (self, page)->blocks, block);
}

MzBlock *
mz_pages_end (MzPages *self, MzScene *page)
{
  GPtrArray *blocks = mz_pages_page_of (self, page)->blocks;
  MzBlock *block = g_ptr_array_index (blocks, blocks->len - 1);
  block->n = mz_scene_n_shapes (page) - block->first;
  return block;
}
