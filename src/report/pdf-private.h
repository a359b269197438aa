/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is added to the PDF that cairo writes. */

#pragma once

#include <glib.h>

/* Says in which language, as in ja-JP, a finished file is. A file that is not as cairo writes it stays as it is. */
void mz_pdf_add_language (GByteArray *pdf, const char *language);
