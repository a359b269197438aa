/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What tests of the window share: a program in this process, waiting for effects, and answers in the person's place. */

#pragma once

#include "mz-application.h"
#include "mz-window.h"

/* The program, started once for all tests of a file. */
MzApplication *start_program (void);

/* A shown window with the EC-site firm. */
MzWindow *open_sample (void);

/* Closes a window without keeping anything. */
void close_window (MzWindow *window);

/* Runs the main loop until @condition holds; fails when that takes too long. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 wait_end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;                               \
    while (!(condition) && g_get_monotonic_time () < wait_end)                                     \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (2000);                                                                           \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* The widget below @root whose id in its template is @id. */
GtkWidget *find_widget (GtkWidget *root, const char *id);

/* What the header bar says. */
const char *title_of (MzWindow *window);
const char *subtitle_of (MzWindow *window);

/* Sets the name of the firm, as one edit. */
void rename_firm (MzWindow *window, const char *name);
const char *firm_name (MzWindow *window);

/* The next file that is asked for, and the next answer; and what was said last. */
void answer_with (const char *path, const char *response);
const char *last_heading (void);
const char *last_body (void);

/* A path in a folder of this test program that is removed at its end. */
char *temporary_path (const char *name);
