/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The editor of one field of one record. What it looks like follows from the schema alone. It takes what is typed as one
 * edit when Enter is pressed, when the focus leaves, or after a rest; what is refused stays in the entry with its reason
 * below, while the model keeps the old value. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_FIELD_EDITOR (mz_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (MzFieldEditor, mz_field_editor, MZ, FIELD_EDITOR, GtkWidget)

/**
 * mz_field_editor_new:
 * @workspace: what takes the edits
 * @record: the record
 * @field: index of its field
 *
 * Returns: (transfer floating): an editor with the field's label above it
 */
GtkWidget *mz_field_editor_new (MzWorkspace *workspace, MzRecord *record, guint field);

/**
 * mz_field_editor_new_for_cell:
 *
 * Returns: (transfer floating): an editor without label, which waits for Enter or the loss of focus
 */
GtkWidget *mz_field_editor_new_for_cell (MzWorkspace *workspace, MzRecord *record, guint field);

/**
 * MzFieldDetour:
 * @get: tells the value that is shown; @value is cleared by the caller
 * @set: takes what was typed
 *
 * What an editor edits instead of the field itself: an amount that lies in several records, for example. Text and number are
 * written and read as the field's are; empty is always allowed.
 */
typedef struct
{
  gboolean (*get) (MzWorkspace *workspace, MzRecord *record, int argument, MzValue *value);
  gboolean (*set) (MzWorkspace *workspace, MzRecord *record, int argument, const MzValue *value,
                   GError **error);
} MzFieldDetour;

/** mz_field_editor_set_detour: from now on it edits what @detour tells for @argument; @detour outlives the editor */
void mz_field_editor_set_detour (MzFieldEditor *self, const MzFieldDetour *detour, int argument);

/**
 * mz_field_editor_set_records:
 * @self: an editor in a cell
 * @records: (element-type MzRecord): several records of the same kind
 *
 * What is entered goes to all of them, as one edit; Enter also gives them the value that stands there already.
 */
void mz_field_editor_set_records (MzFieldEditor *self, GPtrArray *records);

/** mz_field_editor_control: Returns: (transfer none): the widget that takes the input */
GtkWidget *mz_field_editor_control (MzFieldEditor *self);

/** mz_field_editor_field: Returns: index of the field */
guint mz_field_editor_field (MzFieldEditor *self);

/** mz_field_editor_error: Returns: (transfer none) (nullable): why the text is refused, %NULL when it is not */
const char *mz_field_editor_error (MzFieldEditor *self);

/**
 * mz_field_editor_commit:
 * @self: an editor
 *
 * Takes what is typed now.
 *
 * Returns: whether nothing is left that the document has not taken
 */
gboolean mz_field_editor_commit (MzFieldEditor *self);

/** mz_field_editor_restore: gives up what is typed and shows the value that the record has */
void mz_field_editor_restore (MzFieldEditor *self);

/**
 * mz_field_editor_commit_focused:
 * @window: a window
 *
 * Takes what is typed in the editor that has the focus: before saving, closing, undoing.
 *
 * Returns: whether nothing is left
 */
gboolean mz_field_editor_commit_focused (GtkWindow *window);

/**
 * MzFieldEditor::done:
 * @self: an editor
 *
 * Emitted when a person ended the input with Enter or by choosing, and it was taken.
 *
 * MzFieldEditor::cancelled:
 * @self: an editor
 *
 * Emitted when a person pressed Escape.
 */

G_END_DECLS
