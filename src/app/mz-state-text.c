/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the header bar says of a document. */

#include "config.h"

#include "mz-state-text.h"

#include <glib/gi18n-lib.h>

char *
mz_document_name (MzDocument *document)
{
  const char *path = mz_document_path (document);
  const char *name;

  if (path != NULL)
    return g_filename_display_basename (path);
  name = mz_record_text (mz_model_single (mz_document_model (document), "organisation"), "name");
  return g_strdup (name != NULL && *name != '\0' ? name : _ ("Untitled"));
}

char *
mz_suggest_name (MzDocument *document, const char *suffix)
{
  g_autofree char *name = mz_document_name (document);
  char *dot = g_strrstr (name, ".");

  if (mz_document_path (document) != NULL && dot != NULL && dot != name)
    *dot = '\0';
  /* An organisation may be called "A/B", a file may not; and a leading dot would hide it. */
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (*name == '.' ? "_" : "", name, suffix, NULL);
}

char *
mz_time_text (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  gboolean same_day;

  if (then == NULL || today == NULL)
    return g_strdup ("");
  same_day = g_date_time_get_year (then) == g_date_time_get_year (today) &&
             g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (today);
  return g_date_time_format (then, same_day ? "%H:%M" : "%Y-%m-%d %H:%M");
}

char *
mz_state_text (MzDocument *document, gint64 now)
{
  const char *path = mz_document_path (document);
  g_autofree char *time = NULL;

  if (mz_document_read_only (document) != NULL)
    return g_strdup_printf (_ ("Read-only: %s"), mz_document_read_only (document));
  if (mz_document_state (document) == MZ_DOCUMENT_FAILED)
    return g_strdup_printf (_ ("NOT saved: %s"), mz_document_state_reason (document));
  if (path == NULL)
    return g_strdup (mz_document_undo_label (document) != NULL
                         ? _ ("Edited — kept safely, not yet in a file")
                         : _ ("Not yet in a file"));
  if (mz_document_state (document) == MZ_DOCUMENT_EDITED)
    return g_strdup (_ ("Edited — kept safely, not yet in the file"));
  time = mz_time_text (mz_document_saved_at (document), now);
  /* TRANSLATORS: %s is a time, such as 14:02 */
  return g_strdup_printf (_ ("Saved %s"), time);
}
