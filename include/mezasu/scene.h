/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A scene: what a picture is made of, laid out once. Rectangles, paths and texts with a meaning, a colour token, a tooltip
 * and the id of the record that each stands for. Painters, hit testing, keyboard order and the table for screen readers
 * read it; none of them knows what chart it is. Lengths are in points of the scene; y grows downward. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MzColour:
 *
 * Colour tokens. A palette gives each a colour at paint time (light, dark, print). The bands rise in severity; colour is
 * never the only carrier of meaning.
 */
typedef enum {
  MZ_COLOUR_NONE,
  MZ_COLOUR_PAPER,
  MZ_COLOUR_INK,
  MZ_COLOUR_SECONDARY,
  MZ_COLOUR_HAIRLINE,
  MZ_COLOUR_WASH,
  MZ_COLOUR_ACCENT,
  MZ_COLOUR_ACCENT_SOFT,
  MZ_COLOUR_ON_ACCENT,
  MZ_COLOUR_BAND_1,
  MZ_COLOUR_BAND_2,
  MZ_COLOUR_BAND_3,
  MZ_COLOUR_BAND_4,
  MZ_COLOUR_ON_BAND_1,
  MZ_COLOUR_ON_BAND_2,
  MZ_COLOUR_ON_BAND_3,
  MZ_COLOUR_ON_BAND_4,
  MZ_COLOUR_SCENARIO_0,
  MZ_COLOUR_SCENARIO_1,
  MZ_COLOUR_SCENARIO_2,
  MZ_COLOUR_SCENARIO_3,
  MZ_COLOUR_SCENARIO_4,
  MZ_COLOUR_GOOD,
  MZ_COLOUR_WATCH,
  MZ_COLOUR_BAD,
  MZ_COLOUR_NO_DATA,
  MZ_N_COLOURS,
} MzColour;

/**
 * MzRole:
 * @MZ_ROLE_DECORATION: grounds, frames, grid lines: nothing to point at
 * @MZ_ROLE_AXIS: axis names and ticks
 * @MZ_ROLE_LABEL: a text that belongs to the mark of the same record
 * @MZ_ROLE_TITLE: headings inside the picture
 * @MZ_ROLE_CELL: a place that marks lie in, such as a cell of the heat map; can be pointed at
 * @MZ_ROLE_MARK: stands for a record; can be pointed at, selected and reached by keyboard
 * @MZ_ROLE_LINK: a line between marks; can be pointed at
 *
 * What a shape means.
 */
typedef enum {
  MZ_ROLE_DECORATION,
  MZ_ROLE_AXIS,
  MZ_ROLE_LABEL,
  MZ_ROLE_TITLE,
  MZ_ROLE_CELL,
  MZ_ROLE_MARK,
  MZ_ROLE_LINK,
} MzRole;

/** MzWeight: weight of a text */
typedef enum { MZ_WEIGHT_REGULAR, MZ_WEIGHT_BOLD } MzWeight;

/** MzAlign: where the lines of a text stand in their box */
typedef enum { MZ_ALIGN_START, MZ_ALIGN_MIDDLE, MZ_ALIGN_END } MzAlign;

/** MzDash: pattern of a line */
typedef enum { MZ_DASH_SOLID, MZ_DASH_DASHED, MZ_DASH_DOTTED, MZ_DASH_DASH_DOT } MzDash;

/** MzShapeType: what a shape is */
typedef enum { MZ_SHAPE_RECTANGLE, MZ_SHAPE_ELLIPSE, MZ_SHAPE_PATH, MZ_SHAPE_TEXT } MzShapeType;

/** MzPathStep: one step of a path; a curve is a cubic with control points (x1, y1), (x2, y2) and end (x, y) */
typedef struct {
  enum { MZ_PATH_MOVE, MZ_PATH_LINE, MZ_PATH_CURVE, MZ_PATH_CLOSE } op;
  double x1, y1, x2, y2, x, y;
} MzPathStep;

/**
 * MzShape:
 * @type: what it is
 * @role: what it means
 * @fill: colour of its inside, or of the letters of a text
 * @stroke: colour of its line
 * @line_width: width of its line
 * @dash: pattern of its line
 * @x: left edge (the bounding box for paths)
 * @y: top edge
 * @width: extent to the right
 * @height: extent downward
 * @radius: corner radius of a rectangle
 * @steps: (nullable) (element-type MzPathStep): of a path
 * @text: (nullable): the whole text, also when the lines had to be shortened
 * @lines: (nullable) (array zero-terminated=1): the lines as they are drawn
 * @line_height: distance of two base lines
 * @ascent: distance of the first base line from the top of the box
 * @size: size of the letters
 * @weight: weight of the letters
 * @align: where the lines stand in the box
 * @shortened: whether a line ends in an ellipsis because the box was too small
 * @record: (nullable): id of the record that the shape stands for
 * @tooltip: (nullable): what is shown when it is pointed at
 * @fixed: whether a mark stays where it is although others of its kind can be moved; the tooltip may say why
 */
typedef struct {
  MzShapeType type;
  MzRole role;
  MzColour fill;
  MzColour stroke;
  double line_width;
  MzDash dash;
  double x, y, width, height;
  double radius;
  GArray *steps;
  char *text;
  char **lines;
  double line_height;
  double ascent;
  double size;
  MzWeight weight;
  MzAlign align;
  gboolean shortened;
  char *record;
  char *tooltip;
  gboolean fixed;
} MzShape;

/**
 * MzTable:
 * @title: what the table is about
 * @headers: (array zero-terminated=1): column headings
 * @rows: (element-type GStrv): cells as text, one array a row
 * @records: (element-type utf8): id of each row's record, "" for none
 * @numeric: (array): whether a column holds numbers and is aligned to the end
 *
 * The same content as a table: for screen readers, for copying as TSV and for the pages of a report.
 */
typedef struct {
  char *title;
  char **headers;
  GPtrArray *rows;
  GPtrArray *records;
  gboolean *numeric;
} MzTable;

/**
 * mz_table_new:
 * @title: what it is about
 * @headers: (array zero-terminated=1): column headings; one that starts with "#" is a column of numbers, the mark is taken
 *   off
 *
 * Returns: (transfer full): a table without rows
 */
MzTable *mz_table_new (const char *title, const char *const *headers);
void mz_table_free (MzTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzTable, mz_table_free)

/**
 * mz_table_add_row:
 * @self: a table
 * @record: (nullable): id of the record
 * @...: as many (nullable) texts as there are columns
 */
void mz_table_add_row (MzTable *self, const char *record, ...);

/** mz_table_take_row: like mz_table_add_row() with the cells as an array, @cells: (transfer full) */
void mz_table_take_row (MzTable *self, const char *record, char **cells);

/** mz_table_to_tsv: Returns: (transfer full): the table with headings, tabs and line feeds inside cells made spaces */
char *mz_table_to_tsv (const MzTable *self);

typedef struct _MzScene MzScene;

/**
 * mz_scene_new:
 * @name: stable name of the picture, such as "heat-map"
 * @title: what the picture shows, for screen readers and files
 * @width: width in points
 * @height: height in points
 *
 * Returns: (transfer full): an empty scene
 */
MzScene *mz_scene_new (const char *name, const char *title, double width, double height);
void mz_scene_free (MzScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzScene, mz_scene_free)

const char *mz_scene_name (const MzScene *self);
const char *mz_scene_title (const MzScene *self);
double mz_scene_width (const MzScene *self);
double mz_scene_height (const MzScene *self);

/** mz_scene_n_shapes: Returns: number of shapes, painted in their order */
guint mz_scene_n_shapes (const MzScene *self);

/** mz_scene_shape: Returns: (transfer none): shape @index */
const MzShape *mz_scene_shape (const MzScene *self, guint index);

/** mz_scene_description: Returns: (transfer none): the picture's message in a sentence, for screen readers */
const char *mz_scene_description (const MzScene *self);
void mz_scene_set_description (MzScene *self, const char *description);

/** mz_scene_table: Returns: (transfer none) (nullable): the table twin */
const MzTable *mz_scene_table (const MzScene *self);

/** mz_scene_set_table: @table: (transfer full): the table twin */
void mz_scene_set_table (MzScene *self, MzTable *table);

/**
 * mz_scene_add_rectangle:
 *
 * Returns: (transfer none): the shape, to be given a line, a record, a tooltip; valid until the next shape is added
 */
MzShape *mz_scene_add_rectangle (MzScene *self, MzRole role, double x, double y, double width, double height,
                                 double radius, MzColour fill);

/** mz_scene_add_ellipse: the ellipse that fills the box; Returns: (transfer none): the shape */
MzShape *mz_scene_add_ellipse (MzScene *self, MzRole role, double x, double y, double width, double height,
                               MzColour fill);

/** mz_scene_add_line: a straight line; Returns: (transfer none): the shape */
MzShape *mz_scene_add_line (MzScene *self, MzRole role, double x1, double y1, double x2, double y2, MzColour stroke,
                            double line_width);

/** mz_scene_add_path: @steps: the path, its bounding box is reckoned; Returns: (transfer none): the shape */
MzShape *mz_scene_add_path (MzScene *self, MzRole role, const MzPathStep *steps, guint n_steps, MzColour fill,
                            MzColour stroke, double line_width);

void mz_shape_set_stroke (MzShape *self, MzColour stroke, double line_width, MzDash dash);
void mz_shape_set_record (MzShape *self, const char *record);
void mz_shape_set_tooltip (MzShape *self, const char *tooltip);

/**
 * mz_scene_add_scene:
 * @self: a scene
 * @other: another, whose shapes, places, linkings and holds are copied
 * @x: where its left edge goes
 * @y: where its top edge goes
 */
void mz_scene_add_scene (MzScene *self, const MzScene *other, double x, double y);

/**
 * mz_scene_zoom:
 * @self: a scene
 * @zoom: what all lengths are multiplied by, letters and lines too; above 0
 *
 * Makes the picture as a whole larger or smaller.
 */
void mz_scene_zoom (MzScene *self, double zoom);

/** mz_scene_moves: Returns: whether a record's mark stands elsewhere in @to than in @from, a scene of the same size */
gboolean mz_scene_moves (const MzScene *from, const MzScene *to);

/**
 * mz_scene_between:
 * @from: the scene before
 * @to: the scene after
 * @part: 0 for the beginning of the way, 1 for its end
 *
 * For animation: everything as in @to, but the shapes of a record that has a mark in both are on their way, and so are lines
 * with the same pieces as before.
 *
 * Returns: (transfer full): a scene to be painted
 */
MzScene *mz_scene_between (const MzScene *from, const MzScene *to, double part);

/**
 * mz_scene_pick:
 * @self: a scene
 * @x: a place
 * @y: a place
 *
 * Returns: (transfer none) (nullable): the topmost mark, link or cell there (lines within 4 points), marks first
 */
const MzShape *mz_scene_pick (const MzScene *self, double x, double y);

/**
 * mz_scene_next:
 * @self: a scene
 * @record: (nullable): id of the record that has the focus
 * @dx: -1, 0 or 1: the direction
 * @dy: -1, 0 or 1
 *
 * Keyboard order: with a direction the nearest mark that way; with none (0, 0) the first mark.
 *
 * Returns: (transfer none) (nullable): the mark to go to
 */
const MzShape *mz_scene_next (const MzScene *self, const char *record, int dx, int dy);

/** mz_scene_mark_of: Returns: (transfer none) (nullable): the first mark that stands for @record, rather one that can be moved */
const MzShape *mz_scene_mark_of (const MzScene *self, const char *record);

/**
 * MzPlace:
 * @kind: kind of the records whose marks may be set down here
 * @x: left edge
 * @y: top edge
 * @width: extent to the right
 * @height: extent downward
 * @label: (nullable): what the place is called, such as "Law and regulation"; a place without is not listed in menus
 * @values: (array zero-terminated=1): pairs of field name and machine text that setting down means; an empty text makes the
 *   field missing
 * @adds: whether a new record can begin here; %TRUE unless set otherwise
 * @by_key: whether the keyboard stops here; %TRUE unless set otherwise
 * @strip: (nullable): name of the strip of steps that it belongs to, such as the strengths 1 to 5 of one force: keys keep to
 *   the strip in its direction and leave it across
 * @record: (nullable): id of the one record that may be set down here; %NULL for all of @kind
 *
 * A place into which a mark may be set down by pointer or keyboard. Places are not painted and cannot be picked.
 */
typedef struct {
  char *kind;
  double x, y, width, height;
  char *label;
  char **values;
  gboolean adds;
  gboolean by_key;
  char *strip;
  char *record;
} MzPlace;

/**
 * MzLinking:
 * @from: kind of the marks that a link can be drawn from
 * @to: kind of the marks that it can be drawn to
 * @kind: kind of the record that drawing makes
 * @source: its field for the id of the first
 * @sink: its field for the id of the second
 *
 * What drawing a line from one mark to another means.
 */
typedef struct {
  char *from;
  char *to;
  char *kind;
  char *source;
  char *sink;
} MzLinking;

/**
 * MzHold:
 * @record: id of a record
 * @values: (array zero-terminated=1): pairs of field name and machine text that keep its mark where it is
 *
 * Where the layout chose places by itself, moving one mark must not let the others wander: their holds are set in the same
 * edit as the move of a mark of their kind, and when a record of their kind is added.
 */
typedef struct {
  char *record;
  char **values;
} MzHold;

/** MZ_PLACE_NEVER: cost of a place that is out of the question */
#define MZ_PLACE_NEVER G_MAXUINT

/** MzPlaceCost: Returns: how little a place is wanted; the least decides among places that are equal otherwise */
typedef guint (*MzPlaceCost) (const MzPlace *place, gpointer data);

/**
 * mz_scene_add_place:
 * @self: a scene
 * @kind: kind of the records whose marks may be set down here
 * @x: left edge
 * @y: top edge
 * @width: extent to the right
 * @height: extent downward
 * @label: (nullable): what the place is called
 * @values: (nullable) (array zero-terminated=1): pairs of field name and machine text
 *
 * Returns: (transfer none): the place, to be refined; valid as long as the scene
 */
MzPlace *mz_scene_add_place (MzScene *self, const char *kind, double x, double y, double width, double height,
                             const char *label, const char *const *values);
void mz_place_set_strip (MzPlace *self, const char *strip);
void mz_place_set_record (MzPlace *self, const char *record);

/** mz_scene_n_places: Returns: how many places there are */
guint mz_scene_n_places (const MzScene *self);

/** mz_scene_place: Returns: (transfer none): place @index */
const MzPlace *mz_scene_place (const MzScene *self, guint index);

/** mz_scene_has_places: Returns: whether marks of that kind can be moved */
gboolean mz_scene_has_places (const MzScene *self, const char *kind);

/**
 * mz_scene_place_at:
 * @self: a scene
 * @kind: kind of the record that is set down
 * @x: where
 * @y: where
 * @cost: (nullable): decides among places of the same size; without, places of single records are left out
 * @data: for @cost
 *
 * Returns: (transfer none) (nullable): the smallest place of that kind there
 */
const MzPlace *mz_scene_place_at (const MzScene *self, const char *kind, double x, double y, MzPlaceCost cost,
                                  gpointer data);

/**
 * mz_scene_next_place:
 * @self: a scene
 * @from: where the mark is; need not be a place of the scene
 * @dx: -1, 0 or 1: the direction
 * @dy: -1, 0 or 1
 * @cost: (nullable): decides among places equally far
 * @data: for @cost
 *
 * The neighbouring place in a direction. A strip is not left along its direction; from a place that holds a strip without
 * standing on a step of it, rightward and upward leads to its first step.
 *
 * Returns: (transfer none) (nullable): the place, or %NULL at the end
 */
const MzPlace *mz_scene_next_place (const MzScene *self, const MzPlace *from, int dx, int dy, MzPlaceCost cost,
                                    gpointer data);

/** mz_scene_set_linking: says what drawing a line from a mark of kind @from to one of kind @to means, see #MzLinking */
void mz_scene_set_linking (MzScene *self, const char *from, const char *to, const char *kind, const char *source,
                           const char *sink);

/** mz_scene_linking: @to: (nullable): %NULL for any; Returns: (transfer none) (nullable): what drawing means, or %NULL */
const MzLinking *mz_scene_linking (const MzScene *self, const char *from, const char *to);

/** mz_scene_add_hold: says what keeps the mark of @record where it is, see #MzHold */
void mz_scene_add_hold (MzScene *self, const char *record, const char *const *values);

/** mz_scene_n_holds: Returns: how many holds there are */
guint mz_scene_n_holds (const MzScene *self);

/** mz_scene_hold: Returns: (transfer none): hold @index */
const MzHold *mz_scene_hold (const MzScene *self, guint index);

/**
 * mz_scene_to_text:
 * @self: a scene
 *
 * Every shape on a line, coordinates with one decimal: what golden files compare.
 *
 * Returns: (transfer full): the text
 */
char *mz_scene_to_text (const MzScene *self);

/**
 * mz_scene_overlaps:
 * @self: a scene
 *
 * Finds texts that lie over each other by more than a point in both directions, and texts that leave the scene.
 *
 * Returns: (transfer full) (element-type utf8): one sentence each, empty when there is none
 */
GPtrArray *mz_scene_overlaps (const MzScene *self);

G_END_DECLS
