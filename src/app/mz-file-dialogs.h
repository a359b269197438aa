/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Questions to the person: which file, and which of a few answers. Every question of the program passes through the two
 * functions here, so that a test can answer in the person's place. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MzFileKind: what kind of file is asked for */
typedef enum
{
  MZ_FILE_DOCUMENT,
  MZ_FILE_JSON,
  MZ_FILE_DOCUMENT_OR_JSON,
  MZ_FILE_IMPORT,
  MZ_FILE_PICTURE,
  MZ_FILE_PACK,
  MZ_FILE_WORKBOOK,
  MZ_FILE_SLIDES
} MzFileKind;

/**
 * MzFileQuestion:
 * @title: title of the dialog
 * @save: whether a file to write is asked for, else one to read
 * @name: (nullable): suggested name for a file to write, without folder
 * @kind: what kind of file
 */
typedef struct
{
  const char *title;
  gboolean save;
  const char *name;
  MzFileKind kind;
} MzFileQuestion;

/**
 * MzFileAnswer:
 * @parent: the window that asked
 * @path: the file
 * @confirmed: whether the person has agreed to replace a file of exactly that name
 * @data: as handed to mz_choose_file()
 */
typedef void (*MzFileAnswer) (GtkWindow *parent, const char *path, gboolean confirmed,
                              gpointer data);

/**
 * mz_choose_file:
 * @parent: the window that asks
 * @question: what is asked
 * @answer: called with the file; not called when the person cancels
 * @data: for @answer
 */
void mz_choose_file (GtkWindow *parent, const MzFileQuestion *question, MzFileAnswer answer,
                     gpointer data);

/**
 * MzResponse:
 * @id: stable name
 * @label: what the button says, translated
 * @appearance: 0 plain, 1 suggested, 2 destructive
 */
typedef struct
{
  const char *id;
  const char *label;
  int appearance;
} MzResponse;

/**
 * MzAnswer:
 * @parent: the window that asked
 * @response: id of the answer
 * @data: as handed to mz_ask()
 */
typedef void (*MzAnswer) (GtkWindow *parent, const char *response, gpointer data);

/**
 * mz_ask:
 * @parent: the window that asks
 * @heading: the question, plain text
 * @body: what hangs on it, plain text
 * @responses: (array length=n): the answers; the first is what Escape means
 * @n: how many
 * @answer: called with the answer
 * @data: for @answer
 * @destroy: (nullable): frees @data
 */
void mz_ask (GtkWindow *parent, const char *heading, const char *body, const MzResponse *responses,
             guint n, MzAnswer answer, gpointer data, GDestroyNotify destroy);

/** mz_tell_error: says in a dialog that something failed: @heading what, @message why */
void mz_tell_error (GtkWindow *parent, const char *heading, const char *message);

/** MzChooser: answers in the person's place; Returns: (transfer full) (nullable): a path, %NULL to cancel */
typedef char *(*MzChooser) (const MzFileQuestion *question);

/** MzAsker: answers in the person's place; Returns: id of an answer, %NULL to let the question stand */
typedef const char *(*MzAsker) (const char *heading, const char *body);

/** mz_dialogs_replace: for tests: @chooser: (nullable): and @asker: (nullable): answer instead of dialogs */
void mz_dialogs_replace (MzChooser chooser, MzAsker asker);

G_END_DECLS
