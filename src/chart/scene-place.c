/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What can be done with the marks of a scene: the places into which they may be set down, between which of them a link
 * may be drawn, and what holds the others where they are meanwhile. */

#include "config.h"

#include <math.h>

#include "scene-private.h"

/* Areas and distances that differ by less are the same. */
#define SAME 0.5

static void
place_free (gpointer data)
{
  MzPlace *place = data;

  g_free (place->kind);
  g_free (place->label);
  g_free (place->strip);
  g_free (place->record);
  g_strfreev (place->values);
  g_free (place);
}

static void
linking_free (gpointer data)
{
  MzLinking *linking = data;

  g_free (linking->from);
  g_free (linking->to);
  g_free (linking->kind);
  g_free (linking->source);
  g_free (linking->sink);
  g_free (linking);
}

static void
hold_free (gpointer data)
{
  MzHold *hold = data;

  g_free (hold->record);
  g_strfreev (hold->values);
  g_free (hold);
}

void
mz_scene_places_init (MzScene *self)
{
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->linkings = g_ptr_array_new_with_free_func (linking_free);
  self->holds = g_ptr_array_new_with_free_func (hold_free);
}

void
mz_scene_places_clear (MzScene *self)
{
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->linkings);
  g_ptr_array_unref (self->holds);
}

void
mz_scene_places_add (MzScene *self, const MzScene *other, double x, double y)
{
  for (guint i = 0; i < other->places->len; i++)
    {
      const MzPlace *old = g_ptr_array_index (other->places, i);
      MzPlace *place =
          mz_scene_add_place (self, old->kind, old->x + x, old->y + y, old->width, old->height,
                              old->label, (const char *const *)old->values);

      place->adds = old->adds;
      place->by_key = old->by_key;
      mz_place_set_strip (place, old->strip);
      mz_place_set_record (place, old->record);
    }
  for (guint i = 0; i < other->linkings->len; i++)
    {
      const MzLinking *linking = g_ptr_array_index (other->linkings, i);

      mz_scene_set_linking (self, linking->from, linking->to, linking->kind, linking->source,
                            linking->sink);
    }
  for (guint i = 0; i < other->holds->len; i++)
    {
      const MzHold *hold = g_ptr_array_index (other->holds, i);

      mz_scene_add_hold (self, hold->record, (const char *const *)hold->values);
    }
}

void
mz_scene_places_zoom (MzScene *self, double zoom)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      MzPlace *place = g_ptr_array_index (self->places, i);

      place->x *= zoom, place->y *= zoom, place->width *= zoom, place->height *= zoom;
    }
}

/* Places. */

MzPlace *
mz_scene_add_place (MzScene *self, const char *kind, double x, double y, double width,
                    double height, const char *label, const char *const *values)
{
  MzPlace *place = g_new0 (MzPlace, 1);

  place->kind = g_strdup (kind);
  place->x = x;
  place->y = y;
  place->width = width;
  place->height = height;
  place->label = g_strdup (label);
  place->values = values != NULL ? g_strdupv ((char **)values) : g_new0 (char *, 1);
  place->adds = TRUE;
  place->by_key = TRUE;
  g_ptr_array_add (self->places, place);
  return place;
}

void
mz_place_set_strip (MzPlace *self, const char *strip)
{
  char *copy = g_strdup (strip);

  g_free (self->strip);
  self->strip = copy;
}

void
mz_place_set_record (MzPlace *self, const char *record)
{
  char *copy = g_strdup (record);

  g_free (self->record);
  self->record = copy;
}

guint
mz_scene_n_places (const MzScene *self)
{
  return self->places->len;
}

const MzPlace *
mz_scene_place (const MzScene *self, guint index)
{
  g_assert (index < self->places->len);
  return g_ptr_array_index (self->places, index);
}

gboolean
mz_scene_has_places (const MzScene *self, const char *kind)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_str_equal (mz_scene_place (self, i)->kind, kind))
      return TRUE;
  return FALSE;
}

static guint
cost_of (const MzPlace *place, MzPlaceCost cost, gpointer data)
{
  if (cost != NULL)
    return cost (place, data);
  return place->record == NULL ? 0 : MZ_PLACE_NEVER;
}

const MzPlace *
mz_scene_place_at (const MzScene *self, const char *kind, double x, double y, MzPlaceCost cost,
                   gpointer data)
{
  const MzPlace *best = NULL;
  double least_area = INFINITY;
  guint least_cost = MZ_PLACE_NEVER;

  for (guint i = 0; i < self->places->len; i++)
    {
      const MzPlace *place = mz_scene_place (self, i);
      double area = place->width * place->height;
      guint own;

      if (!g_str_equal (place->kind, kind) || x < place->x || x > place->x + place->width ||
          y < place->y || y > place->y + place->height || area > least_area + SAME)
        continue;
      own = cost_of (place, cost, data);
      if (own == MZ_PLACE_NEVER || (area >= least_area - SAME && own >= least_cost))
        continue;
      best = place;
      least_area = area;
      least_cost = own;
    }
  return best;
}

static double
along_of (const MzPlace *a, const MzPlace *b, int dx, int dy)
{
  return dx * (b->x + b->width / 2 - a->x - a->width / 2) +
         dy * (b->y + b->height / 2 - a->y - a->height / 2);
}

static double
aside_of (const MzPlace *a, const MzPlace *b, int dx, int dy)
{
  return fabs (along_of (a, b, dy, dx));
}

static gboolean
contains (const MzPlace *outer, const MzPlace *inner)
{
  return inner->x >= outer->x - SAME && inner->y >= outer->y - SAME &&
         inner->x + inner->width <= outer->x + outer->width + SAME &&
         inner->y + inner->height <= outer->y + outer->height + SAME;
}

/* The nearest of the places that are wanted; what lies aside counts double, as among marks. */
static const MzPlace *
nearest (const MzScene *self, const MzPlace *from, int dx, int dy, const char *strip,
         MzPlaceCost cost, gpointer data)
{
  const MzPlace *best = NULL;
  double least = INFINITY;
  guint least_cost = MZ_PLACE_NEVER;

  for (guint i = 0; i < self->places->len; i++)
    {
      const MzPlace *place = mz_scene_place (self, i);
      double along = along_of (from, place, dx, dy);
      double far = along + 2 * aside_of (from, place, dx, dy);
      guint own;

      if (!place->by_key || !g_str_equal (place->kind, from->kind) || along <= SAME ||
          g_strcmp0 (place->strip, strip) != 0 || contains (place, from) || far > least + SAME)
        continue;
      own = cost_of (place, cost, data);
      if (own == MZ_PLACE_NEVER || (far >= least - SAME && own >= least_cost))
        continue;
      best = place;
      least = far;
      least_cost = own;
    }
  return best;
}

/* Whether the strip of @from runs in that direction at all. */
static gboolean
runs_along (const MzScene *self, const MzPlace *from, int dx, int dy)
{
  for (guint i = 0; from->strip != NULL && i < self->places->len; i++)
    {
      const MzPlace *place = mz_scene_place (self, i);

      if (g_strcmp0 (place->strip, from->strip) == 0 &&
          fabs (along_of (from, place, dx, dy)) > SAME)
        return TRUE;
    }
  return FALSE;
}

/* The lowest step of a strip that lies inside @from and runs in that direction. */
static const MzPlace *
first_step (const MzScene *self, const MzPlace *from, int dx, int dy, MzPlaceCost cost,
            gpointer data)
{
  const MzPlace *best = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const MzPlace *place = mz_scene_place (self, i);

      if (place->strip != NULL && place->by_key && g_str_equal (place->kind, from->kind) &&
          contains (from, place) && runs_along (self, place, dx, dy) &&
          cost_of (place, cost, data) != MZ_PLACE_NEVER &&
          (best == NULL || along_of (place, best, dx, dy) > SAME))
        best = place;
    }
  return best;
}

const MzPlace *
mz_scene_next_place (const MzScene *self, const MzPlace *from, int dx, int dy, MzPlaceCost cost,
                     gpointer data)
{
  const MzPlace *step;

  if (runs_along (self, from, dx, dy))
    return nearest (self, from, dx, dy, from->strip, cost, data);
  /* Rightward and upward is more; from a place without a step the first one is 1. */
  if (from->strip == NULL && (dx > 0 || dy < 0) &&
      (step = first_step (self, from, dx, dy, cost, data)) != NULL)
    return step;
  return nearest (self, from, dx, dy, NULL, cost, data);
}

/* Links. */

void
mz_scene_set_linking (MzScene *self, const char *from, const char *to, const char *kind,
                      const char *source, const char *sink)
{
  MzLinking *linking = g_new0 (MzLinking, 1);

  linking->from = g_strdup (from);
  linking->to = g_strdup (to);
  linking->kind = g_strdup (kind);
  linking->source = g_strdup (source);
  linking->sink = g_strdup (sink);
  g_ptr_array_add (self->linkings, linking);
}

const MzLinking *
mz_scene_linking (const MzScene *self, const char *from, const char *to)
{
  for (guint i = 0; i < self->linkings->len; i++)
    {
      const MzLinking *linking = g_ptr_array_index (self->linkings, i);

      if (g_str_equal (linking->from, from) && (to == NULL || g_str_equal (linking->to, to)))
        return linking;
    }
  return NULL;
}

/* Holds. */

void
mz_scene_add_hold (MzScene *self, const char *record, const char *const *values)
{
  MzHold *hold = g_new0 (MzHold, 1);

  hold->record = g_strdup (record);
  hold->values = g_strdupv ((char **)values);
  g_ptr_array_add (self->holds, hold);
}

guint
mz_scene_n_holds (const MzScene *self)
{
  return self->holds->len;
}

const MzHold *
mz_scene_hold (const MzScene *self, guint index)
{
  g_assert (index < self->holds->len);
  return g_ptr_array_index (self->holds, index);
}
