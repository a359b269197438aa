/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reads workbooks sheet by sheet. */

#include "config.h"

#include "workbook-reader-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/file.h"
#include "mezasu/store-error.h"

static void
table_free (MzWorkbookTable *table)
{
  mz_csv_free (table->table);
  g_free (table->name);
  g_free (table);
}

static void
source_clear (MzWorkbookSource *self)
{
  g_clear_pointer (&self->zip, mz_zip_reader_free);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->looks, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_free (self->shown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MzWorkbookSource, source_clear)

static void
source_init (MzWorkbookSource *self, const char *name)
{
  self->shown = g_filename_display_name (name);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->looks = g_array_new (FALSE, FALSE, sizeof (MzNumberLook));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->relations = g_ptr_array_new_with_free_func (g_free);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
read_sheets (MzWorkbookSource *self, GPtrArray *tables, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *part =
          g_hash_table_lookup (self->targets, g_ptr_array_index (self->relations, i));
      MzWorkbookTable *table;
      MzCsv *cells;

      /* A sheet that is one chart has no cells. */
      if (part == NULL || !g_str_has_prefix (part, "xl/worksheets/"))
        continue;
      cells = mz_workbook_read_cells (self, part, error);
      if (cells == NULL)
        return FALSE;
      table = g_new (MzWorkbookTable, 1);
      *table = (MzWorkbookTable){g_strdup (g_ptr_array_index (self->names, i)), cells};
      g_ptr_array_add (tables, table);
    }
  return TRUE;
}

GPtrArray *
mz_workbook_read (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify)table_free);
  g_auto (MzWorkbookSource) source = {0};

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  source_init (&source, name);
  source.zip = mz_zip_reader_new (bytes, name, error);
  if (source.zip == NULL)
    return NULL;
  if (!mz_zip_reader_has (source.zip, "xl/workbook.xml"))
    {
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
                   _ ("“%s” is not a workbook (.xlsx), is protected by a password, or is damaged."),
                   source.shown);
      return NULL;
    }
  if (!mz_workbook_read_parts (&source, error) || !read_sheets (&source, tables, error))
    return NULL;
  return g_steal_pointer (&tables);
}

GPtrArray *
mz_workbook_load (const char *path, GError **error)
{
  gsize length;
  g_autofree char *data = mz_file_load (path, MZ_FILE_TEXT_LIMIT, &length, error);

  return data == NULL ? NULL : mz_workbook_read (data, length, path, error);
}
