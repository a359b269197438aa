/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The state that two copies of a document both come from: the other copy is taken back, in a working copy of its own, to the last
 * edit that both have. */

#include "config.h"

#include "mezasu/document.h"
#include "mezasu/model-json.h"

static gboolean
is_same_edit (const MzHistoryEntry *one, const MzHistoryEntry *other)
{
  return one->sequence == other->sequence && one->time == other->time &&
         g_str_equal (one->label, other->label) && g_str_equal (one->author, other->author);
}

/* How many edits of @theirs have to be undone so that only such are left that begin @mine too. */
static guint
count_own_edits (GPtrArray *mine, GPtrArray *theirs)
{
  guint common = 0, own = 0;

  while (common < mine->len && common < theirs->len)
    {
      const MzHistoryEntry *one = mine->pdata[common], *other = theirs->pdata[common];

      if (one->undone || other->undone || !is_same_edit (one, other))
        break;
      common++;
    }
  for (guint i = common; i < theirs->len; i++)
    own += !((const MzHistoryEntry *)theirs->pdata[i])->undone;
  return own;
}

MzModel *
mz_document_common_state (MzDocument *self, const char *path, GError **error)
{
  g_autoptr (MzDocument) other = NULL;
  g_autoptr (GPtrArray) mine = mz_document_history (self);
  g_autoptr (GPtrArray) theirs = NULL;
  MzModel *state = NULL;

  if (mz_model_file_version (path) == 0)
    return NULL;
  other = mz_document_open (mz_model_schema (mz_document_model (self)), path, error);
  if (other == NULL)
    return NULL;
  if (g_str_equal (mz_document_uuid (self), mz_document_uuid (other)) &&
      mz_document_read_only (other) == NULL)
    {
      gboolean good = TRUE;

      theirs = mz_document_history (other);
      for (guint own = count_own_edits (mine, theirs); good && own > 0; own--)
        good = mz_document_undo (other, error);
      state = good ? mz_model_copy (mz_document_model (other)) : NULL;
    }
  mz_document_close (other, TRUE);
  return state;
}
