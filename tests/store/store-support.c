/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of documents share. */

#include "config.h"

#include "store-support.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *root;

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
support_start (void)
{
  const char *base = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  root = g_build_filename (base, "mezasu-store-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (root));
  /* Behind a symbolic link, as home folders often are. */
  g_autofree char *state = g_build_filename (root, "state", NULL);
  g_autofree char *real = g_build_filename (root, "real-state", NULL);
  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink ("real-state", state), ==, 0);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
}

void
support_end (void)
{
  remove_tree (root);
  g_clear_pointer (&root, g_free);
}

char *
support_path (const char *name)
{
  g_autofree char *folder = g_build_filename (root, "place-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  return g_build_filename (folder, name, NULL);
}

guint
support_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

char *
support_working_folder (void)
{
  return g_build_filename (g_getenv ("XDG_STATE_HOME"), "mezasu", "working", NULL);
}

GBytes *
support_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

void
support_write (const char *path, const void *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, data, (gssize)length, &error);
  g_assert_no_error (error);
}

char *
support_add_risk (MzDocument *document, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = mz_edit_new (title);
  const MzKind *kind = mz_schema_kind (mz_model_schema (mz_document_model (document)), "risk");
  char *id = g_strdup (mz_edit_insert (edit, kind, NULL));
  mz_edit_set_text (edit, kind, id, "title", title);
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
  return id;
}

void
support_set_name (MzDocument *document, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = mz_edit_new (name);
  MzRecord *record = mz_model_single (mz_document_model (document), "organisation");
  mz_edit_set_text (edit, mz_record_kind (record), mz_record_id (record), "name", name);
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
}

const char *
support_name (MzDocument *document)
{
  return mz_record_text (mz_model_single (mz_document_model (document), "organisation"), "name");
}

void
support_assert_equal (MzModel *a, MzModel *b)
{
  const MzSchema *schema = mz_model_schema (a);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const MzKind *kind = &schema->kinds[i];
      g_assert_cmpuint (mz_model_count (a, kind->name), ==, mz_model_count (b, kind->name));
      for (guint nth = 0; nth < mz_model_count (a, kind->name); nth++)
        {
          MzRecord *left = mz_model_nth (a, kind->name, nth);
          MzRecord *right = mz_model_nth (b, kind->name, nth);
          g_assert_cmpstr (mz_record_id (left), ==, mz_record_id (right));
          for (guint index = 0; index < mz_kind_n_fields (kind); index++)
            g_assert_true (mz_value_equal (mz_kind_field (kind, index),
                                           mz_record_value (left, index),
                                           mz_record_value (right, index)));
        }
    }
}
