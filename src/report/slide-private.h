/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the writers of slides share: DrawingML (ECMA-376 part 1, chapters 19 to 21) from shapes, tables and pages. */

#pragma once

#include "markup-private.h"
#include "package-private.h"
#include "report-private.h"

#define MZ_NS_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define MZ_NS_P "http://schemas.openxmlformats.org/presentationml/2006/main"
#define MZ_NS_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MZ_REL MZ_NS_R "/"
#define MZ_NAMESPACES "xmlns:a=\"" MZ_NS_A "\" xmlns:r=\"" MZ_NS_R "\" xmlns:p=\"" MZ_NS_P "\""
#define MZ_TYPE_OF(kind) "application/vnd.openxmlformats-officedocument.presentationml." kind "+xml"
#define MZ_TYPE_THEME "application/vnd.openxmlformats-officedocument.theme+xml"

/* The layouts of our own master. */
typedef enum
{
  MZ_LAYOUT_DECISION, /* a message and what follows from it */
  MZ_LAYOUT_MESSAGE,  /* a message alone */
  MZ_N_LAYOUTS,
} MzLayout;

/* MzSlide: a part while it is written. */
typedef struct
{
  MzMarkup *x;
  const MzReport *report;
  MzTheme theme;
  gboolean own; /* whether the master is ours */
  double scale; /* English metric units (1/914400 inch) a scene unit */
  guint n_shapes;
  gboolean plain; /* whether texts take colour and weight from their placeholder */
} MzSlide;

/* A length in English metric units. */
int mz_slide_emu (const MzSlide *self, double length);

/* Letters of @size scene units in hundredths of a point. */
int mz_slide_points (const MzSlide *self, double size);

/* A fill of a colour, or none. */
void mz_slide_fill (MzSlide *self, MzColour colour);

/* The colour that a slot of the theme has: "dk1", "lt1" … ; slots are numbered. */
MzColour mz_slide_theme_slot (guint index, const char **name);

/* "ja-JP" or "en-US" */
const char *mz_slide_language (void);

/* The line of a shape as element @name ("a:ln"). */
void mz_slide_line (MzSlide *self, const char *name, MzColour colour, double width, MzDash dash);

/* Paragraphs of @shape. @drawn: lines break where they broke on the page; else the text flows. */
void mz_slide_paragraphs (MzSlide *self, const MzShape *shape, gboolean drawn);

/* The same for any text: @size in scene units. */
void mz_slide_run (MzSlide *self, const char *text, double size, MzWeight weight, MzColour colour);

/* Non-visual properties: number, name and what a screen reader says. */
void mz_slide_name (MzSlide *self, const char *name, const char *description);

/* <a:off/> and <a:ext/> of a box. */
void mz_slide_place (MzSlide *self, MzBox box);

/* Shapes @first … @first + @n - 1 of @scene, each as a shape of the slide. */
void mz_slide_shapes (MzSlide *self, const MzScene *scene, guint first, guint n);

/* A block of shapes as a group. */
void mz_slide_group (MzSlide *self, const MzScene *scene, const MzBlock *block);

/* A table block as a table. Texts that its cells cannot hold are put into @notes. */
void mz_slide_table (MzSlide *self, const MzScene *scene, const MzBlock *block, GPtrArray *notes);

/* Slide @index with its notes. */
void mz_slide_write (MzSlide *self, MzPackage *package, guint index);

/* The name of slide @index as a part; owned by the caller. */
char *mz_slide_part (guint index);

/* Our own master, layouts and theme, and the master of notes. */
void mz_slide_write_master (MzSlide *self, MzPackage *package);
void mz_slide_write_notes_master (MzSlide *self, MzPackage *package);
