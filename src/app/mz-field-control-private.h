/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the editor of a field is made of: a control a field type, behind one table of functions. */

#pragma once

#include "mz-field-editor.h"

G_BEGIN_DECLS

struct _MzFieldEditor
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzRecord *record;
  guint field;
  const MzField *def;
  const struct _MzControl *type;
  GtkWidget *head;
  GtkWidget *label;
  GtkWidget *unit;
  GtkWidget *slot;
  GtkWidget *echo;
  GtkWidget *reason;
  GtkWidget *control;
  GListModel *items;
  gboolean in_cell;
  gboolean filling;
  gboolean moving; /* the items of a dropdown change under it: no choice of a person */
  gboolean composing;
  gboolean dirty;
  guint rest;
  guint back;
  guint fit;
  GPtrArray *records; /* of MzRecord: all that get the value; NULL for the one that is shown */
  const MzFieldDetour *detour;
  int argument;
};

/**
 * MzControl:
 * @make: builds the control into `slot` and sets `control`
 * @show: shows a value
 * @read: reads what the person left there
 */
typedef struct _MzControl
{
  void (*make) (MzFieldEditor *self);
  void (*show) (MzFieldEditor *self, const MzValue *value);
  gboolean (*read) (MzFieldEditor *self, MzValue *value, GError **error);
} MzControl;

/** mz_control_for: Returns: (transfer none): the control for fields of @type */
const MzControl *mz_control_for (MzFieldType type);

extern const MzControl mz_control_entry;
extern const MzControl mz_control_text;
extern const MzControl mz_control_date;
extern const MzControl mz_control_switch;
extern const MzControl mz_control_level;
extern const MzControl mz_control_choice;
extern const MzControl mz_control_choices;
extern const MzControl mz_control_reference;

/** mz_field_editor_typed: to be called by a control whose text changed */
void mz_field_editor_typed (MzFieldEditor *self);

/** mz_field_editor_chosen: to be called by a control in which something was chosen */
void mz_field_editor_chosen (MzFieldEditor *self);

/** mz_field_editor_watch_text: makes Enter, Escape, leaving and input methods work on @text, a GtkText or GtkTextView */
void mz_field_editor_watch_text (MzFieldEditor *self, GtkWidget *text);

/** mz_field_editor_end: commits at the person's wish and tells it */
void mz_field_editor_end (MzFieldEditor *self);

G_END_DECLS
