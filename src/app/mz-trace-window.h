/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The trace of the selected record as a picture, in a window beside the document: choosing another record there puts it
 * in the middle, Enter jumps to its page. */

#pragma once

#include "mz-window.h"

G_BEGIN_DECLS

#define MZ_TYPE_TRACE_WINDOW (mz_trace_window_get_type ())
G_DECLARE_FINAL_TYPE (MzTraceWindow, mz_trace_window, MZ, TRACE_WINDOW, AdwWindow)

/** mz_trace_window_new: Returns: (transfer none): the window, which follows the selection in @parent */
GtkWidget *mz_trace_window_new (MzWindow *parent);

G_END_DECLS
