/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The frame of a page: who is speaking where, the message, and the foot line. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report-private.h"

#define FOOT 52.0

MzPageFrame
mz_frame_of_paper (double width, double height)
{
  double inner = width - 2 * MZ_PAGE_MARGIN;
  /* The right third of the foot line belongs to number, edition and date. */
  return (MzPageFrame){
      .width = width,
      .height = height,
      .x = MZ_PAGE_MARGIN,
      .inner = inner,
      .kicker_y = 32,
      .bottom = height - FOOT - 12,
      .note_y = height - FOOT + 18,
      .foot = {MZ_PAGE_MARGIN + inner * 0.68, height - FOOT + 18, inner * 0.32, 0},
      .ruled = TRUE,
  };
}

static MzRecord *
organisation (MzPages *self)
{
  return mz_model_single (self->request->analysis->model, "organisation");
}

/* A block of a single text; returns the y below it. */
static double
put (MzPages *self, MzScene *page, MzBlockType type, const char *text, MzBox box, MzWeight weight,
     MzAlign align)
{
  MzShape *shape;
  mz_pages_begin (self, page, type, NULL, box);
  shape = mz_scene_add_text (page, self->request->measurer, MZ_ROLE_DECORATION, text, box.x, box.y,
                             box.width, type == MZ_BLOCK_NOTE ? 2 : 1,
                             weight == MZ_WEIGHT_BOLD ? MZ_SIZE_BODY : MZ_SIZE_CAPTION, weight,
                             align, MZ_COLOUR_SECONDARY);
  mz_pages_end (self, page);
  return shape->y + shape->height;
}

/* Kicker to the left, meeting and mark to the right; returns the y below them. */
static double
put_kicker (MzPages *self, MzScene *page, const char *kicker)
{
  const MzPageFrame *frame = &self->frame;
  const char *mark = mz_record_text (organisation (self), "confidentiality");
  const char *meeting = mz_record_text (organisation (self), "meeting");
  g_autofree char *right =
      g_strjoin ("　", meeting != NULL ? meeting : "", mark != NULL ? mark : "", NULL);

  put (self, page, MZ_BLOCK_MARK, g_strstrip (right),
       (MzBox){frame->x + frame->inner * 0.6, frame->kicker_y, frame->inner * 0.4, 0},
       MZ_WEIGHT_REGULAR, MZ_ALIGN_END);
  return put (self, page, MZ_BLOCK_KICKER, kicker,
              (MzBox){frame->x, frame->kicker_y, frame->inner * 0.6, 0}, MZ_WEIGHT_BOLD,
              MZ_ALIGN_START);
}

/* The message. Where the frame gives it a place, it has letters that let it fit there. */
static double
put_title (MzPages *self, MzScene *page, const char *headline, double y, double size)
{
  const MzPageFrame *frame = &self->frame;
  MzTextMeasurer *measurer = self->request->measurer;
  MzBox box = frame->title.height > 0 ? frame->title : (MzBox){frame->x, y + 6, frame->inner, 0};
  double least = box.height > 0 ? MIN (16, size) : 21;
  MzShape *shape;

  while (box.height > 0 && size > least &&
         mz_text_height (measurer, headline, box.width, 9, size, MZ_WEIGHT_BOLD) > box.height)
    size -= 1;
  mz_pages_begin (self, page, MZ_BLOCK_TITLE, NULL, box);
  shape = mz_block_fit (self, page, MZ_ROLE_TITLE, headline, box.x, box.y, box.width, 2, size,
                        MIN (least, size), MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_pages_end (self, page);
  return shape->y + shape->height;
}

/* What a person has put instead of @kicker. */
static char *
title_of (MzPages *self, const char *kicker)
{
  const char *own = self->slide->title;

  if (own == NULL)
    return g_strdup (kicker);
  return self->slide_pages == 0 ? g_strdup (own) : g_strdup_printf (_ ("%s (continued)"), own);
}

/* The page itself with what is said of it; of the sentences of several pages the first is the one that a person words. */
static MzScene *
open_page (MzPages *self, const char *name, const char *kicker, const char *sentence)
{
  const MzPackSlide *slide = self->slide;
  const char *headline = slide->headline != NULL ? slide->headline : sentence;
  MzScene *scene = mz_scene_new (name, headline, self->frame.width, self->frame.height);
  MzPage *page = mz_report_page_new (scene);

  page->subject = title_of (self, kicker);
  page->sentence = g_strdup (sentence);
  page->outdated = slide->headline != NULL && slide->basis != NULL && self->slide_pages == 0 &&
                   !g_str_equal (slide->basis, sentence);
  if (page->outdated)
    g_ptr_array_add (page->notes,
                     g_strdup_printf (_ ("The figures have changed since the headline was written. "
                                         "They say now: %s"),
                                      sentence));
  self->slide_pages++;
  g_ptr_array_add (self->pages, page);
  return scene;
}

MzScene *
mz_pages_add (MzPages *self, const char *name, const char *kicker, const char *headline,
              const char *subline, MzBox *content)
{
  const MzPageFrame *frame = &self->frame;
  MzScene *page = open_page (self, name, kicker, headline);
  double y, below;
  MzShape *shape;

  kicker = mz_pages_page_of (self, page)->subject;
  headline = mz_scene_title (page);
  mz_pages_begin (self, page, MZ_BLOCK_GROUND, NULL, (MzBox){0, 0, frame->width, frame->height});
  mz_scene_add_rectangle (page, MZ_ROLE_DECORATION, 0, 0, frame->width, frame->height, 0,
                          MZ_COLOUR_PAPER);
  mz_pages_end (self, page);
  y = put_kicker (self, page, kicker);
  below = put_title (self, page, headline, y, subline == NULL ? 24 : MZ_SIZE_HEADLINE);
  y = MAX (y, below);
  if (subline != NULL)
    {
      mz_pages_begin (self, page, MZ_BLOCK_SUBTITLE, NULL,
                      (MzBox){frame->x, y + 2, frame->inner, 0});
      shape = mz_block_fit (self, page, MZ_ROLE_TITLE, subline, frame->x, y + 2, frame->inner, 2,
                            MZ_SIZE_ANSWER, 18, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT);
      y = shape->y + shape->height;
      mz_pages_end (self, page);
    }
  y += frame->ruled ? 20 : 10;
  *content = (MzBox){frame->x, y, frame->inner, frame->bottom - y};
  return page;
}

void
mz_pages_note (MzPages *self, MzScene *page, const char *text)
{
  put (self, page, MZ_BLOCK_NOTE, text,
       (MzBox){self->frame.x, self->frame.note_y, self->frame.inner * 0.66, 0}, MZ_WEIGHT_REGULAR,
       MZ_ALIGN_START);
}

/* "3 / 18　edition 2　2026-11-21" */
static char *
foot_text (MzPages *self, guint index)
{
  const char *edition = mz_record_text (organisation (self), "edition");
  const char *date = self->request->date;
  GString *foot = g_string_new (NULL);

  if (date == NULL)
    date = mz_record_text (organisation (self), "report_date");
  g_string_append_printf (foot, "%u / %u", index + 1, self->pages->len);
  if (edition != NULL)
    {
      g_autofree char *version = g_strdup_printf (_ ("edition %s"), edition);
      g_string_append_printf (foot, "　%s", version);
    }
  if (date != NULL)
    {
      g_autofree char *day = mz_pages_date (self, date);
      g_string_append_printf (foot, "　%s", day);
    }
  return g_string_free (foot, FALSE);
}

void
mz_pages_finish (MzPages *self)
{
  const MzPageFrame *frame = &self->frame;

  for (guint i = 0; i < self->pages->len; i++)
    {
      MzPage *page = g_ptr_array_index (self->pages, i);
      g_autofree char *foot = foot_text (self, i);
      if (frame->ruled)
        {
          mz_pages_begin (self, page->scene, MZ_BLOCK_GROUND, NULL, frame->foot);
          mz_scene_add_line (page->scene, MZ_ROLE_DECORATION, frame->x, frame->foot.y - 10,
                             frame->x + frame->inner, frame->foot.y - 10, MZ_COLOUR_HAIRLINE, 1);
          mz_pages_end (self, page->scene);
        }
      put (self, page->scene, MZ_BLOCK_FOOT, foot, frame->foot, MZ_WEIGHT_REGULAR, MZ_ALIGN_END);
    }
}
