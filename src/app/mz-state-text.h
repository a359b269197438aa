/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the header bar says of a document: its name and the truth about its file. */

#pragma once

#include "mezasu/document.h"

G_BEGIN_DECLS

/** mz_document_name: Returns: (transfer full): name of its file, or of the organisation while it has none */
char *mz_document_name (MzDocument *document);

/** mz_suggest_name: @suffix: such as ".mezasu"; Returns: (transfer full): a name for a new file of the document */
char *mz_suggest_name (MzDocument *document, const char *suffix);

/** mz_time_text: Returns: (transfer full): @time as "14:02", with its date before it when that is not the one of @now */
char *mz_time_text (gint64 time, gint64 now);

/** mz_state_text: @now: seconds since 1970; Returns: (transfer full): whether the file holds what is seen, and why not */
char *mz_state_text (MzDocument *document, gint64 now);

G_END_DECLS
