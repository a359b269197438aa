/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A firm's own slides, as the layout of pages and the writer of slides need them. */

#pragma once

#include <libxml/tree.h>

#include "package-private.h"
#include "report-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* A master and its number, which no layout shares. */
typedef struct
{
  char *part;
  guint64 id;
} MzSlideMaster;

/* Parts on which slides stand, and where on them a page has its places. */
struct _MzSlideTemplate
{
  gatomicrefcount references;
  GPtrArray *parts;   /* of MzPart; relationship parts have no type */
  GPtrArray *masters; /* of MzSlideMaster */
  char *layout;       /* the part that our slides use */
  char *notes_master; /* or NULL */
  int number_place;   /* identifier of the layout's place for the slide number, -1 for none */
  gboolean own_title; /* whether the title stands where we put it */
  gboolean busy; /* whether texts need a ground of their own before pictures and strong colours */
  int width, height; /* in English metric units */
  int notes_width, notes_height;
  MzPageFrame frame;
};

/* Puts the parts into @package. */
void mz_slide_template_install (const MzSlideTemplate *self, MzPackage *package);

/* Finds the places of @layout, which stands on @master, and from them the frame of a page. FALSE when there is no title. */
gboolean mz_slide_template_measure (MzSlideTemplate *self, xmlNode *layout, xmlNode *master);

/* Children and attributes by their names without prefix; NULL when there is none. */
xmlNode *mz_xml_child (xmlNode *node, const char *name);
char *mz_xml_attribute (xmlNode *node, const char *name);
gint64 mz_xml_number (xmlNode *node, const char *name, gint64 otherwise);
