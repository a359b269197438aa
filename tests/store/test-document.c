/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The life of a document: edits that are safe at once, undo on a later day, saving that never loses, and the way back after
 * a crash. */

#include "config.h"

#include "store-support.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

static MzDocument *
new_document (void)
{
  g_autoptr (GError) error = NULL;
  MzDocument *document = mz_document_new (mz_schema_default (), &error);
  g_assert_no_error (error);
  return document;
}

static MzDocument *
open_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  MzDocument *document = mz_document_open (mz_schema_default (), path, &error);
  g_assert_no_error (error);
  return document;
}

static void
save_as (MzDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  mz_document_save_as (document, path, FALSE, &error);
  g_assert_no_error (error);
}

static void
save (MzDocument *document)
{
  g_autoptr (GError) error = NULL;
  mz_document_save (document, &error);
  g_assert_no_error (error);
}

static void
undo (MzDocument *document)
{
  g_autoptr (GError) error = NULL;
  mz_document_undo (document, &error);
  g_assert_no_error (error);
}

static void
redo (MzDocument *document)
{
  g_autoptr (GError) error = NULL;
  mz_document_redo (document, &error);
  g_assert_no_error (error);
}

/* Ends the work as a crash would leave it, but for the lock, which the system frees. */
static void
drop (MzDocument *document)
{
  g_object_unref (document);
}

static void
finish (MzDocument *document)
{
  mz_document_close (document, TRUE);
  g_object_unref (document);
}

static void
test_new (void)
{
  MzDocument *document = new_document ();
  g_autofree char *working = support_working_folder ();
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);
  g_assert_null (mz_document_path (document));
  g_assert_null (mz_document_undo_label (document));
  g_assert_true (mz_id_check (mz_document_uuid (document)));
  g_assert_cmpuint (support_entries (working), ==, 1);
  mz_document_close (document, FALSE);
  g_assert_cmpuint (support_entries (working), ==, 0);
  g_object_unref (document);
}

static void
test_private (void)
{
  MzDocument *document = new_document ();
  g_autofree char *working = support_working_folder ();
  g_autoptr (GDir) dir = g_dir_open (working, 0, NULL);
  g_autofree char *folder = g_build_filename (working, g_dir_read_name (dir), NULL);
  g_autofree char *database = g_build_filename (folder, "document.db", NULL);
  struct stat status;
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (database, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  finish (document);
}

static void
test_edit_refused (void)
{
  MzDocument *document = new_document ();
  g_autofree char *id = support_add_risk (document, "Card data stolen");
  g_autofree char *before = mz_document_digest (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = mz_edit_new ("too high");
  mz_edit_set_integer (edit, mz_schema_kind (mz_schema_default (), "risk"), id, "likelihood", 99);
  g_assert_false (mz_document_edit (document, edit, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_autofree char *after = mz_document_digest (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (mz_document_undo_label (document), ==, "Card data stolen");
  finish (document);
}

/* A label that is no text, such as the name of a file, may not make the document unreadable. */
static void
test_edit_label (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = mz_edit_new ("Import \xff\xfe.json");
  g_autoptr (MzEdit) unnamed = mz_edit_new (NULL);
  MzRecord *record = mz_model_single (mz_document_model (document), "organisation");
  mz_edit_set_text (edit, mz_record_kind (record), mz_record_id (record), "name", "One");
  mz_edit_set_text (unnamed, mz_record_kind (record), mz_record_id (record), "name", "Two");
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (mz_document_undo_label (document), -1, NULL));
  mz_document_edit (document, unnamed, &error);
  g_assert_no_error (error);
  /* An edit without a label is described. */
  g_assert_nonnull (strstr (mz_document_undo_label (document), "Two"));
  save_as (document, path);
  finish (document);
  document = open_document (path);
  g_autoptr (GPtrArray) history = mz_document_history (document);
  g_assert_cmpuint (history->len, ==, 2);
  const MzHistoryEntry *entry = history->pdata[0];
  g_assert_cmpstr (entry->author, ==, g_get_real_name ());
  g_assert_cmpint (ABS (entry->time - g_get_real_time () / G_USEC_PER_SEC), <, 600);
  finish (document);
}

/* The file is removed while it is open: the work is not, and the next save brings it back. */
static void
test_removed_file (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  save_as (document, path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  support_set_name (document, "Still here");
  save (document);
  finish (document);
  document = open_document (path);
  g_assert_cmpstr (support_name (document), ==, "Still here");
  finish (document);
}

static void
test_edit_without_change (void)
{
  MzDocument *document = new_document ();
  support_set_name (document, "Firm");
  support_set_name (document, "Firm");
  g_autoptr (GPtrArray) history = mz_document_history (document);
  g_assert_cmpuint (history->len, ==, 1);
  finish (document);
}

static void
count_cb (gpointer object, guint *count)
{
  ++*count;
}

static void
test_signals (void)
{
  MzDocument *document = new_document ();
  guint model = 0, changed = 0;
  g_autofree char *path = support_path ("s.mezasu");
  g_signal_connect (mz_document_model (document), "changed", G_CALLBACK (count_cb), &model);
  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &changed);
  support_set_name (document, "One");
  undo (document);
  redo (document);
  save_as (document, path);
  g_assert_cmpuint (model, ==, 3);
  g_assert_cmpuint (changed, ==, 4);
  finish (document);
}

static void
test_undo_across_reopen (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("文書.mezasu");
  support_set_name (document, "One");
  g_autofree char *risk = support_add_risk (document, "Risk");
  g_autofree char *third = mz_document_digest (document);
  support_set_name (document, "Two");
  undo (document);
  save_as (document, path);
  finish (document);

  document = open_document (path);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);
  g_assert_cmpstr (mz_document_undo_label (document), ==, "Risk");
  g_assert_cmpstr (mz_document_redo_label (document), ==, "Two");
  redo (document);
  g_assert_cmpstr (support_name (document), ==, "Two");
  undo (document);
  g_autofree char *again = mz_document_digest (document);
  g_assert_cmpstr (third, ==, again);
  undo (document);
  g_assert_null (mz_model_find (mz_document_model (document), risk));
  undo (document);
  g_assert_null (support_name (document));
  g_assert_null (mz_document_undo_label (document));
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  finish (document);
}

static void
test_new_edit_drops_redo (void)
{
  MzDocument *document = new_document ();
  g_autoptr (GError) error = NULL;
  support_set_name (document, "One");
  support_set_name (document, "Two");
  undo (document);
  g_assert_cmpstr (mz_document_redo_label (document), ==, "Two");
  support_set_name (document, "Three");
  g_assert_null (mz_document_redo_label (document));
  g_assert_false (mz_document_redo (document, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_autoptr (GPtrArray) history = mz_document_history (document);
  g_assert_cmpuint (history->len, ==, 2);
  const MzHistoryEntry *entry = history->pdata[1];
  g_assert_cmpstr (entry->label, ==, "Three");
  g_assert_false (entry->undone);
  /* Numbers are never used twice: the third edit is number 3 although number 2 is gone. */
  g_assert_cmpint (entry->sequence, ==, 3);
  finish (document);
}

static void
test_delete_with_children (void)
{
  MzDocument *document = new_document ();
  MzModel *model = mz_document_model (document);
  const MzSchema *schema = mz_schema_default ();
  const MzKind *option = mz_schema_kind (schema, "option"), *step = mz_schema_kind (schema, "step");
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) add = mz_edit_new ("add");
  g_autofree char *parent = g_strdup (mz_edit_insert (add, option, NULL));
  mz_edit_set_text (add, option, parent, "title", "A");
  g_autofree char *child = g_strdup (mz_edit_insert (add, step, NULL));
  mz_edit_set_text (add, step, child, "title", "1");
  mz_edit_set_text (add, step, child, "option", parent);
  mz_document_edit (document, add, &error);
  g_assert_no_error (error);
  g_autoptr (MzModel) full = mz_model_copy (model);

  g_autoptr (MzEdit) remove = mz_edit_new ("remove");
  mz_edit_delete (remove, option, parent);
  mz_document_edit (document, remove, &error);
  g_assert_no_error (error);
  g_assert_null (mz_model_find (model, child));
  undo (document);
  support_assert_equal (model, full);
  finish (document);
}

static void
test_save (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  struct stat status;
  g_assert_false (mz_document_save (document, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  support_set_name (document, "One");
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  save_as (document, path);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);
  g_assert_cmpstr (mz_document_path (document), ==, path);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  support_set_name (document, "Two");
  save (document);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (support_entries (folder), ==, 1);
  undo (document);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  redo (document);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);

  g_autoptr (MzModel) loaded = mz_model_load (mz_schema_default (), path, "ja", &error);
  g_assert_no_error (error);
  support_assert_equal (loaded, mz_document_model (document));
  finish (document);
}

static void
test_save_as_asks (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autoptr (GError) error = NULL;
  support_write (path, "precious", 8);
  support_set_name (document, "One");
  g_assert_false (mz_document_save_as (document, path, FALSE, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT);
  g_autoptr (GBytes) kept = support_read (path);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "precious", 8);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  g_clear_error (&error);
  mz_document_save_as (document, path, TRUE, &error);
  g_assert_no_error (error);
  finish (document);
}

static void
test_symbolic_link (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("real.mezasu");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = g_build_filename (folder, "link.mezasu", NULL);
  save_as (document, path);
  g_assert_cmpint (symlink ("real.mezasu", link), ==, 0);
  finish (document);
  document = open_document (link);
  support_set_name (document, "Through the link");
  save (document);
  finish (document);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  document = open_document (path);
  g_assert_cmpstr (support_name (document), ==, "Through the link");
  finish (document);
}

static void
test_hard_link (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("one.mezasu");
  g_autofree char *other = g_strconcat (path, ".other", NULL);
  g_autoptr (GError) error = NULL;
  save_as (document, path);
  g_assert_cmpint (link (path, other), ==, 0);
  support_set_name (document, "X");
  g_assert_false (mz_document_save (document, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT);
  finish (document);
}

static void
test_conflict (void)
{
  g_autofree char *path = support_path ("d.mezasu");
  g_autoptr (GError) error = NULL;
  MzDocument *mine = new_document ();
  support_set_name (mine, "Base");
  save_as (mine, path);
  MzDocument *theirs = open_document (path);
  support_set_name (theirs, "Theirs");
  save (theirs);
  support_set_name (mine, "Mine");
  g_assert_false (mz_document_save (mine, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT);
  g_assert_cmpint (mz_document_state (mine), ==, MZ_DOCUMENT_EDITED);
  g_autoptr (MzModel) on_disk = mz_model_load (mz_schema_default (), path, "ja", NULL);
  support_assert_equal (on_disk, mz_document_model (theirs));
  g_clear_error (&error);
  mz_document_save_as (mine, path, TRUE, &error);
  g_assert_no_error (error);
  /* What was replaced is among the backups. */
  g_autoptr (GPtrArray) backups = mz_document_backups (mine);
  gboolean found = FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (MzModel) model =
          mz_model_load (mz_schema_default (), backups->pdata[i], "ja", &error);
      g_assert_no_error (error);
      found |= g_strcmp0 (mz_record_text (mz_model_single (model, "organisation"), "name"),
                          "Theirs") == 0;
    }
  g_assert_true (found);
  finish (mine);
  finish (theirs);
}

static void
test_touched_file_is_no_conflict (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  struct utimbuf times = {1000000000, 1000000000};
  save_as (document, path);
  g_autoptr (GBytes) content = support_read (path);
  g_unlink (path);
  support_write (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  g_assert_cmpint (utime (path, &times), ==, 0);
  support_set_name (document, "X");
  save (document);
  finish (document);
}

static void
test_share_copy (void)
{
  static const char secret[] = "a label that nobody else may read";
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("mine.mezasu");
  g_autofree char *shared = support_path ("shared.mezasu");
  g_autoptr (GError) error = NULL;
  support_set_name (document, secret);
  support_set_name (document, "Public");
  save_as (document, path);
  support_set_name (document, "Later");
  mz_document_share_copy (document, shared, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mz_document_path (document), ==, path);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  g_autoptr (GBytes) bytes = support_read (shared);
  g_assert_null (
      memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), secret, strlen (secret)));
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         g_get_real_name (), strlen (g_get_real_name ())));
  MzDocument *copy = open_document (shared);
  g_assert_cmpstr (support_name (copy), ==, "Later");
  g_assert_cmpstr (mz_document_uuid (copy), ==, mz_document_uuid (document));
  g_autoptr (GPtrArray) history = mz_document_history (copy);
  g_assert_cmpuint (history->len, ==, 0);
  finish (copy);
  finish (document);
}

static void
test_deleted_text_is_gone (void)
{
  static const char secret[] = "deleted and not to be found again";
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autofree char *id = support_add_risk (document, secret);
  save_as (document, path);
  finish (document);
  /* A copy without history, in which the risk is deleted. */
  document = open_document (path);
  g_autofree char *shared = support_path ("s.mezasu");
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = mz_edit_new ("x");
  mz_edit_delete (edit, mz_schema_kind (mz_schema_default (), "risk"), id);
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
  mz_document_share_copy (document, shared, FALSE, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = support_read (shared);
  g_assert_null (
      memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), secret, strlen (secret)));
  finish (document);
}

static void
test_revert (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  support_set_name (document, "Saved");
  save_as (document, path);
  support_set_name (document, "Not saved");
  finish (document);
  document = open_document (path);
  g_assert_cmpstr (support_name (document), ==, "Saved");
  finish (document);
  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  g_assert_cmpuint (left->len, ==, 0);
}

/* In a process of its own, which dies without a word in the middle of its work. */
static void
crash_after_edits (const char *path)
{
  int status;
  pid_t child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      MzDocument *document = open_document (path);
      support_set_name (document, "Two");
      support_set_name (document, "Three");
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
test_recovery (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autoptr (GError) error = NULL;
  support_set_name (document, "One");
  save_as (document, path);
  finish (document);
  crash_after_edits (path);

  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  g_assert_cmpuint (left->len, ==, 1);
  const MzRecovery *recovery = left->pdata[0];
  g_assert_cmpstr (recovery->file, ==, path);
  g_assert_cmpstr (recovery->title, ==, "Three");
  g_assert_cmpuint (recovery->edits, ==, 2);
  g_assert_cmpint (ABS (recovery->time - g_get_real_time () / G_USEC_PER_SEC), <, 600);

  document = mz_document_recover (mz_schema_default (), recovery->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (support_name (document), ==, "Three");
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  g_assert_cmpstr (mz_document_path (document), ==, path);
  undo (document);
  undo (document);
  g_assert_cmpstr (support_name (document), ==, "One");
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);
  undo (document);
  g_assert_null (support_name (document));
  redo (document);
  redo (document);
  save (document);
  g_autoptr (GPtrArray) none = mz_document_recoveries ();
  g_assert_cmpuint (none->len, ==, 0);
  finish (document);
}

static void
test_recovery_of_untitled (void)
{
  MzDocument *document = new_document ();
  g_autoptr (GError) error = NULL;
  support_set_name (document, "Never saved");
  drop (document);
  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  g_assert_cmpuint (left->len, ==, 1);
  const MzRecovery *recovery = left->pdata[0];
  g_assert_null (recovery->file);
  g_assert_cmpstr (recovery->title, ==, "Never saved");
  mz_document_forget (recovery->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (recovery->path, G_FILE_TEST_EXISTS));
}

static void
test_recovery_leaves_the_living (void)
{
  MzDocument *document = new_document ();
  g_autofree char *working = support_working_folder ();
  support_set_name (document, "Alive");
  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  g_assert_cmpuint (left->len, ==, 0);
  g_autoptr (GDir) dir = g_dir_open (working, 0, NULL);
  g_autofree char *folder = g_build_filename (working, g_dir_read_name (dir), NULL);
  g_autoptr (GError) error = NULL;
  g_assert_null (mz_document_recover (mz_schema_default (), folder, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (mz_document_forget (folder, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT);
  support_set_name (document, "Still alive");
  finish (document);
}

static void
test_recovery_of_damaged (void)
{
  MzDocument *document = new_document ();
  g_autofree char *working = support_working_folder ();
  g_autoptr (GError) error = NULL;
  support_set_name (document, "X");
  drop (document);
  g_autoptr (GDir) dir = g_dir_open (working, 0, NULL);
  g_autofree char *folder = g_build_filename (working, g_dir_read_name (dir), NULL);
  g_autofree char *database = g_build_filename (folder, "document.db", NULL);
  support_write (database, "this is not a database", 22);
  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (mz_document_recover (mz_schema_default (), folder, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (database, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  mz_document_forget (folder, &error);
  g_assert_no_error (error);
}

static void
test_forget_touches_nothing_else (void)
{
  g_autofree char *path = support_path ("document.db");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  support_write (path, "x", 1);
  g_assert_false (mz_document_forget (folder, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_backups (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  struct stat status;
  save_as (document, path);
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *name = g_strdup_printf ("Save %u", i);
      support_set_name (document, name);
      save (document);
    }
  g_autoptr (GPtrArray) backups = mz_document_backups (document);
  /* All of one day, or of two around midnight. */
  g_assert_cmpuint (backups->len, >=, 10);
  g_assert_cmpuint (backups->len, <=, 11);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Save %u", 13 - i);
      g_autoptr (MzModel) model =
          mz_model_load (mz_schema_default (), backups->pdata[i], "ja", NULL);
      g_assert_nonnull (model);
      g_assert_cmpstr (mz_record_text (mz_model_single (model, "organisation"), "name"), ==, name);
      g_assert_cmpint (stat (backups->pdata[i], &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
  finish (document);
}

/* Backups of earlier days: one stays a day for thirty days. Names carry the day, so that old ones can be laid out here. */
static void
test_backups_of_days (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  save_as (document, path);
  g_autoptr (GPtrArray) first = mz_document_backups (document);
  g_autofree char *folder = g_path_get_dirname (first->pdata[0]);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  for (int day = 1; day <= 40; day++)
    for (int hour = 8; hour <= 9; hour++)
      {
        g_autoptr (GDateTime) then = g_date_time_add_days (now, -day);
        g_autofree char *date = g_date_time_format (then, "%Y%m%d");
        g_autofree char *old =
            g_strdup_printf ("%s/%sT%02d0000000000Z-0123456789abcdef.mezasu", folder, date, hour);
        support_write (old, "old", 3);
      }
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Save %u", i);
      support_set_name (document, name);
      save (document);
    }
  g_autoptr (GPtrArray) backups = mz_document_backups (document);
  g_assert_cmpuint (backups->len, >=, 10 + 30);
  g_assert_cmpuint (backups->len, <=, 10 + 31);
  g_assert_true (strstr (backups->pdata[20], "T090000") != NULL);
  finish (document);
}

static void
test_left_temporary_files (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *old =
      g_strdup_printf ("%s/.mezasu-save-%s-old", folder, mz_document_uuid (document));
  g_autofree char *fresh =
      g_strdup_printf ("%s/.mezasu-save-%s-new", folder, mz_document_uuid (document));
  g_autofree char *other =
      g_strdup_printf ("%s/.mezasu-save-01234567-0123-4123-8123-0123456789ab-old", folder);
  struct utimbuf times = {1000000000, 1000000000};
  support_write (old, "x", 1);
  support_write (fresh, "x", 1);
  support_write (other, "x", 1);
  g_assert_cmpint (utime (old, &times), ==, 0);
  g_assert_cmpint (utime (other, &times), ==, 0);
  save_as (document, path);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  finish (document);
}

static void
test_failed_save (void)
{
  MzDocument *document = new_document ();
  g_autofree char *path = support_path ("d.mezasu");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *below = g_build_filename (path, "d.mezasu", NULL);
  g_autoptr (GError) error = NULL;
  support_set_name (document, "One");
  save_as (document, path);
  support_set_name (document, "Two");
  /* A file is no folder. */
  g_assert_false (mz_document_save_as (document, below, FALSE, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_FAILED);
  g_assert_cmpstr (mz_document_state_reason (document), ==, error->message);
  g_assert_cmpstr (mz_document_path (document), ==, path);
  g_assert_cmpuint (support_entries (folder), ==, 1);
  save (document);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);
  g_assert_null (mz_document_state_reason (document));
  finish (document);
}

static void
test_from_model (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), "ec-site.json", NULL);
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), sample, "ja", &error);
  g_assert_no_error (error);
  MzDocument *document = mz_document_new_from_model (model, &error);
  g_assert_no_error (error);
  g_autofree char *path = support_path ("ec.mezasu");
  g_autofree char *digest = mz_document_digest (document);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_EDITED);
  save_as (document, path);
  finish (document);
  document = open_document (path);
  g_autofree char *again = mz_document_digest (document);
  g_assert_cmpstr (digest, ==, again);
  support_assert_equal (model, mz_document_model (document));
  finish (document);
}

/* A file of schema 1, written by the version that had it: nothing is lost, what came since has its defaults, its history
 * can be walked, and saved once it is a file of today. */
static void
test_schema_1 (void)
{
  g_autofree char *sample =
      g_test_build_filename (G_TEST_DIST, "data", "documents", "version-1.mezasu", NULL);
  g_autofree char *path = support_path ("old.mezasu");
  g_autoptr (GBytes) bytes = support_read (sample);
  support_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  MzDocument *document = open_document (path);
  MzModel *model = mz_document_model (document);
  MzRecord *step = mz_model_nth (model, "step", 0);
  g_assert_cmpstr (support_name (document), ==, "Old firm");
  g_assert_cmpstr (mz_record_text (step, "title"), ==, "First");
  g_assert_true (mz_record_has (step, "must"));
  g_assert_false (mz_record_flag (step, "must"));
  g_assert_cmpuint (mz_model_count (model, "slide"), ==, 0);
  undo (document);
  g_assert_cmpuint (mz_model_count (mz_document_model (document), "step"), ==, 0);
  redo (document);
  support_set_name (document, "New name");
  save (document);
  finish (document);
  document = open_document (path);
  g_assert_cmpstr (support_name (document), ==, "New name");
  undo (document);
  undo (document);
  redo (document);
  g_assert_cmpstr (support_name (document), ==, "Old firm");
  finish (document);
}

int
main (int argc, char *argv[])
{
  support_start ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/private", test_private);
  g_test_add_func ("/document/edit/refused", test_edit_refused);
  g_test_add_func ("/document/edit/without-change", test_edit_without_change);
  g_test_add_func ("/document/edit/label", test_edit_label);
  g_test_add_func ("/document/save/removed-file", test_removed_file);
  g_test_add_func ("/document/signals", test_signals);
  g_test_add_func ("/document/undo/across-reopen", test_undo_across_reopen);
  g_test_add_func ("/document/undo/new-edit-drops-redo", test_new_edit_drops_redo);
  g_test_add_func ("/document/undo/delete-with-children", test_delete_with_children);
  g_test_add_func ("/document/save", test_save);
  g_test_add_func ("/document/save/as-asks", test_save_as_asks);
  g_test_add_func ("/document/save/symbolic-link", test_symbolic_link);
  g_test_add_func ("/document/save/hard-link", test_hard_link);
  g_test_add_func ("/document/save/conflict", test_conflict);
  g_test_add_func ("/document/save/touched-file", test_touched_file_is_no_conflict);
  g_test_add_func ("/document/save/left-temporary-files", test_left_temporary_files);
  g_test_add_func ("/document/save/failed", test_failed_save);
  g_test_add_func ("/document/share-copy", test_share_copy);
  g_test_add_func ("/document/share-copy/deleted-text", test_deleted_text_is_gone);
  g_test_add_func ("/document/revert", test_revert);
  g_test_add_func ("/document/recovery", test_recovery);
  g_test_add_func ("/document/recovery/untitled", test_recovery_of_untitled);
  g_test_add_func ("/document/recovery/living", test_recovery_leaves_the_living);
  g_test_add_func ("/document/recovery/damaged", test_recovery_of_damaged);
  g_test_add_func ("/document/recovery/forget", test_forget_touches_nothing_else);
  g_test_add_func ("/document/backups", test_backups);
  g_test_add_func ("/document/backups/days", test_backups_of_days);
  g_test_add_func ("/document/from-model", test_from_model);
  g_test_add_func ("/document/schema-1", test_schema_1);
  int result = g_test_run ();
  support_end ();
  return result;
}
