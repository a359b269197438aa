/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The preferences and the documents opened last. */

#include "config.h"

#include "mz-recent.h"

gboolean
mz_settings_check (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, MZ_APP_ID, TRUE) : NULL;
  return schema != NULL;
}

GSettings *
mz_settings (void)
{
  static GSettings *settings;
  if (settings == NULL)
    settings = g_settings_new (MZ_APP_ID);
  return settings;
}

char **
mz_recent_list (void)
{
  return g_settings_get_strv (mz_settings (), "recent");
}

/* Writes the list anew: @first, when given, and the others without @path. */
static void
store (const char *first, const char *path)
{
  g_auto (GStrv) old = mz_recent_list ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n = 0;

  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; old[i] != NULL && n < MZ_RECENT_MAX; i++)
    if (!g_str_equal (old[i], path))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  list = g_strv_builder_end (builder);
  g_settings_set_strv (mz_settings (), "recent", (const char *const *)list);
}

void
mz_recent_add (const char *path)
{
  if (g_settings_get_boolean (mz_settings (), "keep-recent") && g_utf8_validate (path, -1, NULL))
    store (path, path);
}

void
mz_recent_remove (const char *path)
{
  store (NULL, path);
}

void
mz_recent_clear (void)
{
  g_settings_reset (mz_settings (), "recent");
}
