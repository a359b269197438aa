/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `merge`: two copies of one model brought together, made to serve as git's merge driver: git names its temporary files as it
 * likes, writes the result over one of them, and takes the exit status for the answer whether there were conflicts. */

#include "config.h"

#include "differences.h"

#include "mezasu/json.h"
#include "mezasu/merge.h"
#include "mezasu/model-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is known of the order before a file is read. */
typedef struct
{
  const char *base, *mine, *theirs, *out;
  gboolean settles;
  MzMergeSide side;
} Order;

static int
read_order (MzCall *call, Order *order)
{
  const char *side = mz_call_option (call, "prefer");

  *order = (Order){call->arguments[0], call->arguments[1],
                   call->arguments[2], mz_call_option (call, "output"),
                   side != NULL,       MZ_MERGE_MINE};
  if (order->out == NULL)
    return mz_cli_usage (_ ("say where to write with -o OUT.mezasu or -o OUT.json."));
  if (side != NULL && !g_str_equal (side, "mine") && !g_str_equal (side, "theirs"))
    return mz_cli_usage (_ ("--prefer is mine or theirs, not “%s”."), side);
  if (g_strcmp0 (side, "theirs") == 0)
    order->side = MZ_MERGE_THEIRS;
  return MZ_CLI_DONE;
}

/* The result is what its name says; else what mine is. */
static gboolean
wants_document (const Order *order)
{
  if (g_str_has_suffix (order->out, MZ_DOCUMENT_SUFFIX))
    return TRUE;
  return !g_str_has_suffix (order->out, ".json") && !g_str_equal (order->out, "-") &&
         mz_model_file_version (order->mine) != 0;
}

/* Each conflict on a line, with what either side has and who is taken. */
static void
print_conflicts (MzMerge *merge, gboolean settled)
{
  for (guint i = 0; i < mz_merge_n_conflicts (merge); i++)
    {
      g_autofree char *words = mz_merge_conflict_words (merge, i);
      g_autofree char *mine = mz_merge_side_words (merge, i, MZ_MERGE_MINE);
      g_autofree char *theirs = mz_merge_side_words (merge, i, MZ_MERGE_THEIRS);
      gboolean taken = mz_merge_conflict (merge, i)->side == MZ_MERGE_MINE;

      g_printerr ("mezasu-cli: %s", settled ? _ ("settled: ") : _ ("conflict: "));
      /* TRANSLATORS: what a conflict is about, then what this copy and the other copy have */
      g_printerr (_ ("%s; mine: %s; theirs: %s; %s taken"), words, mine, theirs,
                  taken ? _ ("mine") : _ ("theirs"));
      g_printerr ("\n");
    }
}

static int
write_json (MzCall *call, const Order *order, MzModel *model, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  /* The conflicts are still told of mine as it was. */
  g_autoptr (MzModel) merged = mz_model_copy (model);
  char *text;

  if (!mz_model_edit (merged, edit, &error))
    return mz_cli_fail (order->mine, error);
  root = mz_model_to_json (merged);
  text = mz_json_to_text (root, TRUE);
  bytes = g_bytes_new_take (text, strlen (text));
  return mz_cli_write (call, order->out, bytes);
}

/* Mine keeps its identity and its history, to which the merge is one edit. */
static int
write_document (const Order *order, MzModel *model, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document =
      mz_model_file_version (order->mine) != 0
          ? mz_document_open (mz_schema_default (), order->mine, &error)
          : mz_document_new_from_model (model, &error);
  gboolean good;

  if (document == NULL)
    return mz_cli_fail (order->mine, error);
  good = mz_document_edit (document, edit, &error) &&
         mz_document_save_as (document, order->out, TRUE, &error);
  mz_document_close (document, TRUE);
  return good ? MZ_CLI_DONE : mz_cli_fail (order->out, error);
}

static MzMerge *
start_merge (const Order *order, MzModel **mine, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) base = mz_cli_load_or_nothing (order->base, status);
  g_autoptr (MzModel) theirs = NULL;
  MzMerge *merge;

  *mine = base == NULL ? NULL : mz_cli_load (order->mine, status);
  theirs = *mine == NULL ? NULL : mz_cli_load (order->theirs, status);
  if (theirs == NULL)
    return NULL;
  merge = mz_merge_new (base, *mine, theirs, &error);
  if (merge == NULL)
    *status = mz_cli_fail (order->base, error);
  return merge;
}

int
mz_cmd_merge (MzCall *call)
{
  Order order;
  int status = read_order (call, &order);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) mine = NULL;
  g_autoptr (MzMerge) merge = NULL;
  g_autoptr (MzEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (status != MZ_CLI_DONE)
    return status;
  merge = start_merge (&order, &mine, &status);
  if (merge == NULL)
    return status;
  if (order.settles)
    mz_merge_choose_all (merge, order.side);
  name = g_filename_display_basename (order.theirs);
  label = g_strdup_printf (_ ("Merge “%s”"), name);
  edit = mz_merge_edit (merge, label, &error);
  if (edit == NULL)
    return mz_cli_fail (order.mine, error);
  status = wants_document (&order) ? write_document (&order, mine, edit)
                                   : write_json (call, &order, mine, edit);
  if (status != MZ_CLI_DONE)
    return status;
  print_conflicts (merge, order.settles);
  return mz_merge_n_conflicts (merge) > 0 && !order.settles ? MZ_CLI_REFUSED : MZ_CLI_DONE;
}
