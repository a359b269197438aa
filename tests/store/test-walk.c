/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Random walks of up to 10,000 steps through edits, undo, redo, saving, opening and crashing, each compared with a plain model:
 * a list of the states that an honest history would hold, kept by the walk itself. */

#include "config.h"

#include "store-support.h"

#define MAX_RISKS 12
/* Everything is compared often, but not at every step, to be quick under sanitizers. */
#define COMPARE_EVERY 7

/* One risk of the plain model. */
typedef struct
{
  char *id;
  char *title;
  gint64 likelihood; /* 0 for missing */
} Plain;

/* One state of the plain model: the name of the firm and its risks. */
typedef struct
{
  char *name;
  GPtrArray *risks;
} State;

typedef struct
{
  GRand *random;
  MzDocument *document;
  char *path;
  GPtrArray *states; /* every state that undo and redo can reach */
  guint at;          /* the present one */
  guint n_edits, n_undone, n_redone, n_reopened, n_recovered;
} Walk;

static void
plain_free (Plain *plain)
{
  g_free (plain->id);
  g_free (plain->title);
  g_free (plain);
}

static void
state_free (State *state)
{
  g_free (state->name);
  g_ptr_array_unref (state->risks);
  g_free (state);
}

static gpointer
plain_copy_cb (gconstpointer source, gpointer data)
{
  const Plain *plain = source;
  Plain *copy = g_new0 (Plain, 1);
  *copy = (Plain){g_strdup (plain->id), g_strdup (plain->title), plain->likelihood};
  return copy;
}

static State *
state_copy (const State *state)
{
  State *copy = g_new0 (State, 1);
  copy->name = g_strdup (state->name);
  copy->risks = g_ptr_array_copy (state->risks, plain_copy_cb, NULL);
  g_ptr_array_set_free_func (copy->risks, (GDestroyNotify)plain_free);
  return copy;
}

static State *
present (Walk *walk)
{
  return walk->states->pdata[walk->at];
}

static void
compare (Walk *walk)
{
  MzModel *model = mz_document_model (walk->document);
  State *state = present (walk);
  g_assert_cmpstr (support_name (walk->document), ==, state->name);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, state->risks->len);
  for (guint i = 0; i < state->risks->len; i++)
    {
      const Plain *plain = state->risks->pdata[i];
      MzRecord *record = mz_model_find (model, plain->id);
      g_assert_nonnull (record);
      g_assert_cmpstr (mz_record_text (record, "title"), ==, plain->title);
      g_assert_cmpint (mz_record_integer (record, "likelihood", 0), ==, plain->likelihood);
    }
  g_assert_true ((mz_document_undo_label (walk->document) != NULL) == (walk->at > 0));
  g_assert_true ((mz_document_redo_label (walk->document) != NULL) ==
                 (walk->at + 1 < walk->states->len));
}

/* Makes @next the present state; what could be redone is gone. */
static void
push (Walk *walk, State *next)
{
  g_ptr_array_set_size (walk->states, (int)walk->at + 1);
  g_ptr_array_add (walk->states, next);
  walk->at++;
  walk->n_edits++;
}

static Plain *
pick (Walk *walk, State *state)
{
  return state->risks->len == 0
             ? NULL
             : state->risks->pdata[g_rand_int_range (walk->random, 0, (int)state->risks->len)];
}

static void
add (MzEdit *edit, const MzKind *kind, State *next, const char *title)
{
  Plain *plain = g_new0 (Plain, 1);
  plain->id = g_strdup (mz_edit_insert (edit, kind, NULL));
  plain->title = g_strdup (title);
  mz_edit_set_text (edit, kind, plain->id, "title", title);
  g_ptr_array_add (next->risks, plain);
}

static void
change (Walk *walk, MzEdit *edit, const MzKind *kind, Plain *plain, const char *title)
{
  gint64 level = g_rand_int_range (walk->random, 1, 11);
  if (plain == NULL)
    return;
  g_free (plain->title);
  plain->title = g_strdup (title);
  plain->likelihood = level;
  mz_edit_set_text (edit, kind, plain->id, "title", title);
  mz_edit_set_integer (edit, kind, plain->id, "likelihood", level);
}

static void
remove_one (MzEdit *edit, const MzKind *kind, State *next, Plain *plain)
{
  if (plain == NULL)
    return;
  mz_edit_delete (edit, kind, plain->id);
  g_ptr_array_remove (next->risks, plain);
}

/* One edit of one to three changes. Titles count up, so that an edit always changes something. */
static void
edit_step (Walk *walk, guint step)
{
  MzModel *model = mz_document_model (walk->document);
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), "risk");
  g_autofree char *title = g_strdup_printf ("Step %u ✓", step);
  g_autoptr (MzEdit) edit = mz_edit_new (title);
  g_autoptr (GError) error = NULL;
  State *next = state_copy (present (walk));
  MzRecord *firm = mz_model_single (model, "organisation");
  g_free (next->name);
  next->name = g_strdup (title);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "name", title);
  for (int i = g_rand_int_range (walk->random, 0, 3); i > 0; i--)
    switch (g_rand_int_range (walk->random, 0, 3))
      {
      case 0:
        if (next->risks->len < MAX_RISKS)
          add (edit, kind, next, title);
        break;
      case 1:
        change (walk, edit, kind, pick (walk, next), title);
        break;
      default:
        remove_one (edit, kind, next, pick (walk, next));
        break;
      }
  mz_document_edit (walk->document, edit, &error);
  g_assert_no_error (error);
  push (walk, next);
}

static void
undo_step (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  gboolean done = mz_document_undo (walk->document, &error);
  g_assert_true (done == (walk->at > 0));
  walk->at -= done;
  walk->n_undone += done;
}

static void
redo_step (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  gboolean done = mz_document_redo (walk->document, &error);
  g_assert_true (done == (walk->at + 1 < walk->states->len));
  walk->at += done;
  walk->n_redone += done;
}

static void
reopen_step (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  if (mz_document_path (walk->document) == NULL)
    mz_document_save_as (walk->document, walk->path, FALSE, &error);
  else
    mz_document_save (walk->document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mz_document_state (walk->document), ==, MZ_DOCUMENT_SAVED);
  mz_document_close (walk->document, FALSE);
  g_object_unref (walk->document);
  walk->document = mz_document_open (mz_schema_default (), walk->path, &error);
  g_assert_no_error (error);
  walk->n_reopened++;
  compare (walk);
}

/* The process dies; the next one finds the work. */
static void
crash_step (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  if (mz_document_state (walk->document) == MZ_DOCUMENT_SAVED)
    return;
  g_object_unref (walk->document);
  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  g_assert_cmpuint (left->len, ==, 1);
  const MzRecovery *recovery = left->pdata[0];
  walk->document = mz_document_recover (mz_schema_default (), recovery->path, &error);
  g_assert_no_error (error);
  walk->n_recovered++;
  compare (walk);
}

static void
take_step (Walk *walk, guint step)
{
  int dice = g_rand_int_range (walk->random, 0, 1000);
  if (dice < 420)
    edit_step (walk, step);
  else if (dice < 720)
    undo_step (walk);
  else if (dice < 990)
    redo_step (walk);
  else if (dice < 995)
    reopen_step (walk);
  else
    crash_step (walk);
}

/* The long walk goes deep; the short ones make other choices. */
static const struct
{
  guint seed, n_steps;
} walks[] = {{1, 10000}, {20260401, 1500}, {31415926, 1500}};

static void
test_walk (gconstpointer data)
{
  guint n_steps = walks[GPOINTER_TO_UINT (data)].n_steps;
  g_autoptr (GError) error = NULL;
  Walk walk = {.random = g_rand_new_with_seed (walks[GPOINTER_TO_UINT (data)].seed)};
  State *first = g_new0 (State, 1);
  first->risks = g_ptr_array_new_with_free_func ((GDestroyNotify)plain_free);
  walk.path = support_path ("walk.mezasu");
  walk.states = g_ptr_array_new_with_free_func ((GDestroyNotify)state_free);
  g_ptr_array_add (walk.states, first);
  walk.document = mz_document_new (mz_schema_default (), &error);
  g_assert_no_error (error);
  for (guint step = 0; step < n_steps; step++)
    {
      take_step (&walk, step);
      if (step % COMPARE_EVERY == 0)
        compare (&walk);
    }
  while (walk.at > 0)
    undo_step (&walk);
  compare (&walk);
  g_test_message ("%u edits, %u undone, %u redone, %u times reopened, %u recovered", walk.n_edits,
                  walk.n_undone, walk.n_redone, walk.n_reopened, walk.n_recovered);
  /* One step in two hundred each, on average. */
  g_assert_cmpuint (MIN (walk.n_reopened, walk.n_recovered), >=, n_steps / 500);
  mz_document_close (walk.document, TRUE);
  g_object_unref (walk.document);
  g_ptr_array_unref (walk.states);
  g_rand_free (walk.random);
  g_free (walk.path);
}

int
main (int argc, char *argv[])
{
  support_start ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/walk/seed-%u", walks[i].seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_walk);
    }
  int result = g_test_run ();
  support_end ();
  return result;
}
