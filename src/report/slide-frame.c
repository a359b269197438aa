/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Where a page has its places on a firm's slides: the title where the firm has it, the content between title and foot. */

#include "config.h"

#include <string.h>

#include "slide-template-private.h"

/* The margin that a text box has on each side unless it says otherwise, in English metric units. */
#define INSET 91440
#define KICKER_HEIGHT 18.0
#define NOTE_HEIGHT 16.0
#define GAP 6.0

typedef struct
{
  gboolean found;
  gboolean placed;
  int index;
  gint64 x, y, width, height;
} Place;

xmlNode *
mz_xml_child (xmlNode *node, const char *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_str_equal (child->name, name))
      return child;
  return NULL;
}

char *
mz_xml_attribute (xmlNode *node, const char *name)
{
  for (xmlAttr *attribute = node != NULL ? node->properties : NULL; attribute != NULL;
       attribute = attribute->next)
    if (g_str_equal (attribute->name, name))
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *)value : "");
        xmlFree (value);
        return copy;
      }
  return NULL;
}

gint64
mz_xml_number (xmlNode *node, const char *name, gint64 otherwise)
{
  g_autofree char *text = mz_xml_attribute (node, name);
  gint64 number;
  if (text == NULL ||
      !g_ascii_string_to_signed (text, 10, -G_MAXUINT32, G_MAXUINT32, &number, NULL))
    return otherwise;
  return number;
}

static xmlNode *
tree_of (xmlNode *root)
{
  return mz_xml_child (mz_xml_child (root, "cSld"), "spTree");
}

static void
read_place (xmlNode *shape, xmlNode *ph, Place *place)
{
  xmlNode *frame = mz_xml_child (mz_xml_child (shape, "spPr"), "xfrm");
  xmlNode *offset = mz_xml_child (frame, "off"), *extent = mz_xml_child (frame, "ext");

  place->found = TRUE;
  place->index = (int)mz_xml_number (ph, "idx", 0);
  place->placed = offset != NULL && extent != NULL;
  place->x = mz_xml_number (offset, "x", 0);
  place->y = mz_xml_number (offset, "y", 0);
  place->width = mz_xml_number (extent, "cx", 0);
  place->height = mz_xml_number (extent, "cy", 0);
}

static Place
find_in (xmlNode *root, const char *type)
{
  Place place = {.index = -1};
  xmlNode *tree = tree_of (root);

  for (xmlNode *shape = tree != NULL ? tree->children : NULL; shape != NULL && !place.found;
       shape = shape->next)
    {
      xmlNode *ph = mz_xml_child (mz_xml_child (mz_xml_child (shape, "nvSpPr"), "nvPr"), "ph");
      g_autofree char *is = mz_xml_attribute (ph, "type");
      if (ph != NULL && g_strcmp0 (is, type) == 0)
        read_place (shape, ph, &place);
    }
  return place;
}

/* A place of the layout; where it does not say where it stands, it stands where the master has it. */
static Place
find_place (xmlNode *layout, xmlNode *master, const char *type)
{
  Place place = find_in (layout, type), parent = find_in (master, type);

  if (place.found && !place.placed && parent.placed)
    {
      int index = place.index;
      place = parent;
      place.index = index;
    }
  return place;
}

static MzBox
box_of (const Place *place, double unit)
{
  return (MzBox){place->x / unit, place->y / unit, place->width / unit, place->height / unit};
}

/* The upper edge of what a firm has at the foot of its slides, or 0. */
static double
foot_edge (xmlNode *layout, xmlNode *master, double height, double unit)
{
  static const char *const kinds[] = {"sldNum", "ftr", "dt"};
  double edge = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Place place = find_place (layout, master, kinds[i]);
      double y = place.y / unit;
      if (place.placed && y > height * 0.7 && (edge == 0 || y < edge))
        edge = y;
    }
  return edge;
}

/* Letters must stay legible when a slide is wide and low or narrow and high; these widths in scene units do that. */
static double
width_of (const MzSlideTemplate *self)
{
  double aspect = (double)self->width / self->height;
  return aspect >= 1.5 ? 1280 : aspect >= 1 ? 1120 : 793.7;
}

static void
set_sides (MzPageFrame *frame, const MzBox *title, const MzBox *body)
{
  const MzBox *wide = body->width > frame->width * 0.6 ? body : title;

  frame->x = MZ_PAGE_MARGIN;
  frame->inner = frame->width - 2 * MZ_PAGE_MARGIN;
  if (wide->width > frame->width * 0.6 && wide->x >= 0 && wide->x + wide->width <= frame->width)
    {
      frame->x = wide->x;
      frame->inner = wide->width;
    }
}

static void
set_foot (MzPageFrame *frame, const Place *number, double edge, double unit)
{
  /* Above the foot many slides have a line. */
  double end = edge > 0 ? edge - 2 * GAP : frame->height - 40;

  frame->note_y = end - NOTE_HEIGHT;
  frame->bottom = frame->note_y - GAP;
  if (number->placed)
    frame->foot = box_of (number, unit);
  else
    frame->foot = (MzBox){frame->x + frame->inner * 0.68, frame->height - 30, frame->inner * 0.32,
                          NOTE_HEIGHT};
}

/* Whether the ground is anything but the plain paper that letters are meant for. */
static gboolean
is_busy (xmlNode *layout, xmlNode *master)
{
  xmlNode *ground = mz_xml_child (mz_xml_child (layout, "cSld"), "bg");
  xmlNode *fill, *scheme;
  g_autofree char *name = NULL;

  if (ground == NULL)
    ground = mz_xml_child (mz_xml_child (master, "cSld"), "bg");
  if (ground == NULL)
    return FALSE;
  fill = mz_xml_child (mz_xml_child (ground, "bgPr"), "solidFill");
  /* ECMA-376, ST_StyleMatrixColumnIndex: 1001 is the first, plain ground of a theme. */
  if (mz_xml_number (mz_xml_child (ground, "bgRef"), "idx", 0) == 1001)
    fill = mz_xml_child (ground, "bgRef");
  scheme = mz_xml_child (fill, "schemeClr");
  name = mz_xml_attribute (scheme, "val");
  return g_strcmp0 (name, "bg1") != 0 && g_strcmp0 (name, "bg2") != 0;
}

gboolean
mz_slide_template_measure (MzSlideTemplate *self, xmlNode *layout, xmlNode *master)
{
  Place title = find_place (layout, master, "title");
  Place number = find_place (layout, master, "sldNum");
  Place body = find_in (master, "body");
  MzPageFrame *frame = &self->frame;
  double unit;
  MzBox box;

  if (!title.found)
    return FALSE;
  *frame = (MzPageFrame){.width = width_of (self)};
  unit = self->width / frame->width;
  frame->height = self->height / unit;
  box = box_of (&title, unit);
  {
    MzBox content = box_of (&body, unit);
    set_sides (frame, &box, &content);
  }
  set_foot (frame, &number, foot_edge (layout, master, frame->height, unit), unit);
  self->number_place = find_in (layout, "sldNum").index;
  self->busy = is_busy (layout, master);
  /* A title at the side or in the middle leaves no room for a page; then it goes where we have it. */
  self->own_title = !title.placed || box.width < frame->width * 0.5 || box.height < 24 ||
                    box.y < 0 || box.y + box.height > frame->height * 0.4;
  if (self->own_title)
    box = (MzBox){frame->x, 36, frame->inner, 64};
  box.x += INSET / unit;
  box.width -= 2 * INSET / unit;
  frame->title = box;
  frame->kicker_y = box.y + box.height + 2;
  return TRUE;
}
