/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Merging: named cases, and random pairs of edits whose outcome is worked out here without a merge. */

#include "config.h"

#include "mezasu/merge.h"

#include <string.h>

#include "mezasu/difference.h"

#define N_PAIRS 1000

static const MzKind *
kind_of (const char *name)
{
  return mz_schema_kind (mz_schema_default (), name);
}

/* One edit written as "+kind id field=value …; kind id field=value …; -kind id", ids readable, values in machine form. A value
 * that begins with @ is a readable id. */
static void
change (MzModel *model, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", -1);
      gboolean plain = words[0][0] != '+' && words[0][0] != '-';
      const MzKind *kind = kind_of (plain ? words[0] : words[0] + 1);
      g_autofree char *id = kind->singleton ? mz_id_derive (kind->name) : mz_id_derive (words[1]);

      if (words[0][0] == '-')
        mz_edit_delete (edit, kind, id);
      if (words[0][0] == '+')
        mz_edit_insert (edit, kind, id);
      for (guint w = 2; words[w] != NULL; w++)
        {
          g_auto (GStrv) pair = g_strsplit (words[w], "=", 2);
          guint field = (guint)mz_kind_find (kind, pair[0]);
          g_autofree char *target = pair[1][0] == '@' ? mz_id_derive (pair[1] + 1) : NULL;
          MzValue value;

          g_assert_true (mz_value_from_machine (mz_kind_field (kind, field),
                                                target != NULL ? target : pair[1], &value, &error));
          g_assert_no_error (error);
          mz_edit_set (edit, kind, id, field, &value);
          mz_value_clear (mz_kind_field (kind, field), &value);
        }
    }
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
}

static MzModel *
firm (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());

  change (model, "+risk a title=A likelihood=3 impact=2; +risk b title=B likelihood=1 impact=1;"
                 "+risk c title=C; +option o title=O; +option p title=P;"
                 "+step s title=S option=@o; +step t title=T option=@o; +step u title=U option=@p;"
                 "+effect e step=@s risk=@a likelihood=2; +effect f step=@t risk=@b;"
                 "+objective x title=X; +objective y title=Y; +objective z title=Z;"
                 "+kpi k title=K objective=@x");
  return model;
}

typedef struct
{
  MzModel *base, *mine, *theirs;
  MzMerge *merge;
} Three;

static Three
three (const char *mine, const char *theirs)
{
  g_autoptr (GError) error = NULL;
  Three self = {firm (), NULL, NULL, NULL};

  self.mine = mz_model_copy (self.base);
  self.theirs = mz_model_copy (self.base);
  if (mine != NULL)
    change (self.mine, mine);
  if (theirs != NULL)
    change (self.theirs, theirs);
  self.merge = mz_merge_new (self.base, self.mine, self.theirs, &error);
  g_assert_no_error (error);
  return self;
}

/* The merged model. */
static MzModel *
result_of (Three *self)
{
  MzModel *merged = mz_model_copy (self->mine);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = mz_merge_edit (self->merge, "Merge", &error);

  g_assert_no_error (error);
  g_assert_true (mz_model_edit (merged, edit, &error));
  g_assert_no_error (error);
  return merged;
}

static void
three_clear (Three *self)
{
  mz_merge_free (self->merge);
  g_object_unref (self->base);
  g_object_unref (self->mine);
  g_object_unref (self->theirs);
}

static MzRecord *
find (MzModel *model, const char *name)
{
  g_autofree char *id = mz_id_derive (name);

  return mz_model_find (model, id);
}

static void
test_fields (void)
{
  Three t =
      three ("risk a likelihood=4 title=Mine", "risk a impact=5 title=Theirs; risk b impact=3");
  g_autofree char *words = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, 1);
  words = mz_merge_conflict_words (t.merge, 0);
  mine = mz_merge_side_words (t.merge, 0, MZ_MERGE_MINE);
  theirs = mz_merge_side_words (t.merge, 0, MZ_MERGE_THEIRS);
  g_assert_cmpstr (words, ==, "Risk “Mine”: Risk");
  g_assert_cmpstr (mine, ==, "Mine");
  g_assert_cmpstr (theirs, ==, "Theirs");
  for (MzMergeSide side = MZ_MERGE_MINE; side <= MZ_MERGE_THEIRS; side++)
    {
      g_autoptr (MzModel) merged = NULL;

      mz_merge_choose (t.merge, 0, side);
      merged = result_of (&t);
      g_assert_cmpint (mz_record_integer (find (merged, "a"), "likelihood", 0), ==, 4);
      g_assert_cmpint (mz_record_integer (find (merged, "a"), "impact", 0), ==, 5);
      g_assert_cmpint (mz_record_integer (find (merged, "b"), "impact", 0), ==, 3);
      g_assert_cmpstr (mz_record_text (find (merged, "a"), "title"), ==,
                       side == MZ_MERGE_MINE ? "Mine" : "Theirs");
    }
  three_clear (&t);
}

/* Each case: both edits, type and number of conflicts, and which of the named records there are for either choice. */
static void
test_deletions (void)
{
  static const struct
  {
    const char *mine, *theirs;
    guint conflicts;
    MzConflictType type;
    const char *here_mine, *gone_mine, *here_theirs, *gone_theirs;
  } cases[] = {
      {"-risk a", "risk b impact=4", 0, 0, "b", "a e", NULL, NULL},
      {"risk b impact=4", "-risk a", 0, 0, "b", "a e", NULL, NULL},
      {"-risk a", "-risk a", 0, 0, "b", "a e", NULL, NULL},
      {"risk a impact=4", "-risk a", 1, MZ_CONFLICT_DELETED_THERE, "a e s", "", "s", "a e"},
      {"-risk a", "risk a impact=4", 1, MZ_CONFLICT_DELETED_HERE, "s", "a e", "a e s", ""},
      /* The effect of a deleted risk was changed: keeping it keeps the risk. */
      {"effect e likelihood=1", "-risk a", 1, MZ_CONFLICT_DELETED_THERE, "a e", "", "s", "a e"},
      {"-risk a", "effect e likelihood=1", 1, MZ_CONFLICT_DELETED_HERE, "s", "a e", "a e", ""},
      /* A new effect on a deleted risk. */
      {"+effect n step=@t risk=@a", "-risk a", 1, MZ_CONFLICT_DELETED_THERE, "a e n", "", "t",
       "a e n"},
      {"-risk a", "+effect n step=@t risk=@a", 1, MZ_CONFLICT_DELETED_HERE, "t", "a e n", "a e n",
       ""},
      /* A reference that may be empty. */
      {"-step u", "kpi k action=@u", 1, MZ_CONFLICT_DELETED_HERE, "k", "u", "k u", ""},
      {"step t predecessor=@s", "-step s", 1, MZ_CONFLICT_DELETED_THERE, "t s e", "", "t", "s e"},
      /* A step moved to an option that goes. */
      {"-option p", "step t option=@p", 1, MZ_CONFLICT_DELETED_HERE, "t o", "p u", "t p u", ""},
      {"step t option=@p", "-option p", 1, MZ_CONFLICT_DELETED_THERE, "t p u", "", "t o", "p u"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Three t = three (cases[i].mine, cases[i].theirs);

      g_test_message ("%s | %s", cases[i].mine, cases[i].theirs);
      g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, cases[i].conflicts);
      if (cases[i].conflicts > 0)
        g_assert_cmpint (mz_merge_conflict (t.merge, 0)->type, ==, cases[i].type);
      for (guint side = 0; side <= cases[i].conflicts; side++)
        {
          g_autoptr (MzModel) merged = NULL;
          g_auto (GStrv) here =
              g_strsplit (side == 0 ? cases[i].here_mine : cases[i].here_theirs, " ", -1);
          g_auto (GStrv) gone =
              g_strsplit (side == 0 ? cases[i].gone_mine : cases[i].gone_theirs, " ", -1);

          if (cases[i].conflicts > 0)
            mz_merge_choose (t.merge, 0, (MzMergeSide)side);
          merged = result_of (&t);
          for (guint n = 0; here[n] != NULL; n++)
            g_assert_nonnull (find (merged, here[n]));
          for (guint n = 0; gone[n] != NULL; n++)
            g_assert_null (find (merged, gone[n]));
        }
      three_clear (&t);
    }
}

/* Both enter what can be there once only: one record, and a conflict where the values differ. */
static void
test_twins (void)
{
  Three same = three ("+link m cause=@a result=@b", "+link n cause=@a result=@b");
  Three other = three ("+kpi_value m kpi=@k period=2026-04-01 actual=5",
                       "+kpi_value n kpi=@k period=2026-04-01 actual=7");
  g_autoptr (MzModel) merged = result_of (&same);
  g_autoptr (MzModel) chosen = NULL;

  g_assert_cmpuint (mz_merge_n_conflicts (same.merge), ==, 0);
  g_assert_cmpuint (mz_model_count (merged, "link"), ==, 1);
  g_assert_cmpuint (mz_merge_n_conflicts (other.merge), ==, 1);
  g_assert_cmpint (mz_merge_conflict (other.merge, 0)->type, ==, MZ_CONFLICT_FIELD);
  mz_merge_choose_all (other.merge, MZ_MERGE_THEIRS);
  chosen = result_of (&other);
  g_assert_cmpuint (mz_model_count (chosen, "kpi_value"), ==, 1);
  g_assert_cmpfloat (mz_record_real (mz_model_nth (chosen, "kpi_value", 0), "actual", 0), ==, 7);
  three_clear (&same);
  three_clear (&other);
}

/* One moves an effect to where the other puts a new one. */
static void
test_same_key (void)
{
  for (MzMergeSide side = MZ_MERGE_MINE; side <= MZ_MERGE_THEIRS; side++)
    {
      Three t = three ("effect e risk=@b", "+effect n step=@s risk=@b likelihood=5");
      Three u = three ("+effect n step=@s risk=@b likelihood=5", "effect e risk=@b");
      g_autoptr (MzModel) merged = NULL;
      g_autoptr (MzModel) mirrored = NULL;
      g_autofree char *a = mz_id_derive ("a");
      g_autofree char *b = mz_id_derive ("b");

      g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, 1);
      g_assert_cmpint (mz_merge_conflict (t.merge, 0)->type, ==, MZ_CONFLICT_SAME_KEY);
      g_assert_cmpuint (mz_merge_n_conflicts (u.merge), ==, 1);
      mz_merge_choose (t.merge, 0, side);
      mz_merge_choose (u.merge, 0, side);
      merged = result_of (&t);
      mirrored = result_of (&u);
      g_assert_true ((find (merged, "n") == NULL) == (side == MZ_MERGE_MINE));
      g_assert_cmpstr (mz_record_text (find (merged, "e"), "risk"), ==,
                       side == MZ_MERGE_MINE ? b : a);
      g_assert_true ((find (mirrored, "n") == NULL) == (side == MZ_MERGE_THEIRS));
      g_assert_cmpstr (mz_record_text (find (mirrored, "e"), "risk"), ==,
                       side == MZ_MERGE_MINE ? a : b);
      three_clear (&t);
      three_clear (&u);
    }
}

static void
test_circles (void)
{
  static const struct
  {
    const char *mine, *theirs;
  } cases[] = {
      {"+objective_link m cause=@x result=@y", "+objective_link n cause=@y result=@x"},
      {"+objective_link m cause=@x result=@y; +objective_link l cause=@y result=@z",
       "+objective_link n cause=@z result=@x"},
      {"step s predecessor=@t", "step t predecessor=@s"},
      {"step s predecessor=@t", "step t predecessor=@u; step u predecessor=@s"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (MzMergeSide side = MZ_MERGE_MINE; side <= MZ_MERGE_THEIRS; side++)
      {
        Three t = three (cases[i].mine, cases[i].theirs);
        g_autoptr (MzModel) merged = NULL;

        g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, 1);
        g_assert_cmpint (mz_merge_conflict (t.merge, 0)->type, ==, MZ_CONFLICT_CIRCLE);
        mz_merge_choose (t.merge, 0, side);
        merged = result_of (&t);
        if (i < 2)
          {
            g_assert_true ((find (merged, "n") != NULL) == (side == MZ_MERGE_THEIRS));
          }
        else
          {
            g_assert_true (mz_record_has (find (merged, "s"), "predecessor") ==
                           (side == MZ_MERGE_MINE));
          }
        three_clear (&t);
      }
}

static char *
order_of (MzModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mz_model_count (model, "risk"); i++)
    g_string_append (text, mz_record_text (mz_model_nth (model, "risk", i), "title"));
  return g_string_free (text, FALSE);
}

static MzModel *
in_order (const char *letters)
{
  MzModel *model = mz_model_new (mz_schema_default ());

  for (guint i = 0; letters[i] != '\0'; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("+risk %c title=%c position=%u", letters[i], letters[i], (i + 1) * 1024);
      change (model, text);
    }
  return model;
}

static void
test_order (void)
{
  static const struct
  {
    const char *base, *mine, *theirs, *merged;
  } cases[] = {
      {"abc", "axbc", "abyc", "axbyc"},
      {"abc", "abcx", "abcy", "abcxy"},
      {"abc", "abc", "cab", "cab"},
      {"abc", "bca", "abcd", "bcda"},
      {"abc", "xabc", "yabc", "yxabc"},
      {"abcde", "abde", "eabcd", "eabd"},
      {"abcde", "abcde", "abXYZcde", "abXYZcde"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Three t = {in_order (cases[i].base), in_order (cases[i].mine), in_order (cases[i].theirs),
                 NULL};
      g_autoptr (MzModel) merged = NULL;
      g_autofree char *order = NULL;

      t.merge = mz_merge_new (t.base, t.mine, t.theirs, NULL);
      g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, 0);
      merged = result_of (&t);
      order = order_of (merged);
      g_assert_cmpstr (order, ==, cases[i].merged);
      three_clear (&t);
    }
}

/* Both moved one record, to different places. */
static void
test_both_moved (void)
{
  for (MzMergeSide side = MZ_MERGE_MINE; side <= MZ_MERGE_THEIRS; side++)
    {
      Three t = {in_order ("abcde"), in_order ("bcade"), in_order ("bcdea"), NULL};
      g_autoptr (MzModel) merged = NULL;
      g_autofree char *order = NULL;

      t.merge = mz_merge_new (t.base, t.mine, t.theirs, NULL);
      g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, 1);
      mz_merge_choose (t.merge, 0, side);
      merged = result_of (&t);
      order = order_of (merged);
      g_assert_cmpstr (order, ==, side == MZ_MERGE_MINE ? "bcade" : "bcdea");
      three_clear (&t);
    }
}

static void
test_left_out (void)
{
  Three t = three (NULL, "risk a likelihood=5 impact=5; +risk n title=N; -risk b");
  g_autofree char *a = mz_id_derive ("a");
  g_autofree char *n = mz_id_derive ("n");
  g_autofree char *b = mz_id_derive ("b");
  g_autoptr (MzModel) merged = NULL;
  g_autoptr (MzModel) whole = NULL;

  mz_merge_leave (t.merge, a, mz_kind_find (kind_of ("risk"), "impact"), TRUE);
  mz_merge_leave (t.merge, n, -1, TRUE);
  mz_merge_leave (t.merge, b, -1, TRUE);
  merged = result_of (&t);
  g_assert_cmpint (mz_record_integer (find (merged, "a"), "likelihood", 0), ==, 5);
  g_assert_cmpint (mz_record_integer (find (merged, "a"), "impact", 0), ==, 2);
  g_assert_null (find (merged, "n"));
  g_assert_nonnull (find (merged, "b"));
  mz_merge_leave (t.merge, n, -1, FALSE);
  whole = result_of (&t);
  g_assert_nonnull (find (whole, "n"));
  three_clear (&t);
}

static void
test_no_base (void)
{
  g_autoptr (MzModel) mine = firm ();
  g_autoptr (MzModel) theirs = mz_model_copy (mine);
  g_autoptr (MzModel) stranger = mz_model_new (mz_schema_default ());
  g_autoptr (MzModel) other_kind = mz_model_copy (mine);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GError) third = NULL;

  change (stranger, "+risk stranger title=Stranger");
  g_assert_null (mz_merge_new (stranger, mine, theirs, &first));
  g_assert_nonnull (strstr (first->message, "not an earlier state of yours"));
  g_assert_null (mz_merge_new (mine, theirs, stranger, &second));
  g_assert_nonnull (strstr (second->message, "other copy"));
  change (theirs, "+risk twin title=Twin");
  change (other_kind, "+objective twin title=Twin");
  g_assert_null (mz_merge_new (mine, theirs, other_kind, &third));
  g_assert_nonnull (strstr (third->message, "“Twin”"));
}

/* Random pairs. A model of N risks; each side changes numbers, adds risks with effects, deletes risks. */

#define N_RISKS 24

static const char *const numbers[] = {"likelihood", "impact", NULL};

static MzModel *
many (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());

  change (model, "+option o title=O; +step s title=S option=@o");
  for (guint i = 0; i < N_RISKS; i++)
    {
      g_autofree char *text = g_strdup_printf ("+risk r%u title=R%u likelihood=1 impact=1", i, i);
      change (model, text);
    }
  return model;
}

/* Changes what belongs to one side: risks with an even or an odd number. The same is done to @both. */
static void
disjoint (GRand *random, guint parity, const char *side, MzModel *model, MzModel *both)
{
  for (int n = g_rand_int_range (random, 1, 8); n > 0; n--)
    {
      guint risk = 2 * (guint)g_rand_int_range (random, 0, N_RISKS / 2) + parity;
      g_autofree char *name = g_strdup_printf ("r%u", risk);
      g_autofree char *text = NULL;

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          text = g_strdup_printf ("+risk %s%d title=New; +effect e%s%d step=@s risk=@%s%d", side, n,
                                  side, n, side, n);
          break;
        case 1:
          text = find (model, name) == NULL ? NULL : g_strdup_printf ("-risk %s", name);
          break;
        default:
          text = find (model, name) == NULL
                     ? NULL
                     : g_strdup_printf ("risk %s %s=%d", name, numbers[n % 2],
                                        g_rand_int_range (random, 1, 6));
        }
      if (text != NULL)
        {
          change (model, text);
          change (both, text);
        }
    }
}

/* The same records with the same values; the order may be another, because new records of both stand at the end. */
static void
assert_same_records (MzModel *one, MzModel *other)
{
  g_autoptr (MzDifferences) differences = mz_differences_new (one, other);

  for (guint i = 0; i < mz_differences_count (differences); i++)
    {
      const MzDifference *difference = mz_differences_nth (differences, i);
      g_autofree char *words = mz_differences_words (differences, i);

      if (difference->field != mz_kind_find (difference->kind, "position"))
        g_error ("%s", words);
    }
}

static void
test_disjoint_pairs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);

  for (guint pair = 0; pair < N_PAIRS; pair++)
    {
      g_autoptr (MzModel) expected = many ();
      Three t = {mz_model_copy (expected), mz_model_copy (expected), mz_model_copy (expected),
                 NULL};
      g_autoptr (MzModel) merged = NULL;

      disjoint (random, 0, "m", t.mine, expected);
      disjoint (random, 1, "t", t.theirs, expected);
      t.merge = mz_merge_new (t.base, t.mine, t.theirs, NULL);
      g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, 0);
      merged = result_of (&t);
      assert_same_records (expected, merged);
      three_clear (&t);
    }
}

/* What a side did, kept here apart from the models: the number by risk and field, and which risks are deleted. */
typedef struct
{
  int number[N_RISKS][2];
  gboolean deleted[N_RISKS];
} Plan;

static Plan
act (GRand *random, MzModel *model)
{
  Plan plan;

  memset (&plan, 0, sizeof plan);
  for (int n = g_rand_int_range (random, 1, 12); n > 0; n--)
    {
      int risk = g_rand_int_range (random, 0, N_RISKS), field = g_rand_int_range (random, 0, 2);
      int number = g_rand_int_range (random, 2, 6);
      g_autofree char *text = NULL;

      if (plan.deleted[risk])
        continue;
      plan.deleted[risk] = g_rand_int_range (random, 0, 5) == 0;
      if (plan.deleted[risk])
        text = g_strdup_printf ("-risk r%d", risk);
      else
        {
          plan.number[risk][field] = number;
          text = g_strdup_printf ("risk r%d %s=%d", risk, numbers[field], number);
        }
      change (model, text);
    }
  return plan;
}

static gboolean
is_changed (const Plan *plan, int risk)
{
  return !plan->deleted[risk] && (plan->number[risk][0] != 0 || plan->number[risk][1] != 0);
}

static guint
count_conflicts (const Plan *mine, const Plan *theirs)
{
  guint n = 0;

  for (int risk = 0; risk < N_RISKS; risk++)
    {
      n += mine->deleted[risk] && is_changed (theirs, risk);
      n += theirs->deleted[risk] && is_changed (mine, risk);
      for (int field = 0; field < 2 && !mine->deleted[risk] && !theirs->deleted[risk]; field++)
        n += mine->number[risk][field] != 0 && theirs->number[risk][field] != 0 &&
             mine->number[risk][field] != theirs->number[risk][field];
    }
  return n;
}

/* The risk as it has to be when every conflict is settled for @first, whose plan that is. */
static void
assert_settled (MzModel *merged, const Plan *first, const Plan *second, int risk)
{
  g_autofree char *name = g_strdup_printf ("r%d", risk);
  MzRecord *record = find (merged, name);
  gboolean gone = first->deleted[risk] || (second->deleted[risk] && !is_changed (first, risk));

  g_assert_true ((record == NULL) == gone);
  for (int field = 0; field < 2 && !gone; field++)
    {
      int number = first->number[risk][field];

      if (number == 0 && !second->deleted[risk])
        number = second->number[risk][field];
      g_assert_cmpint (mz_record_integer (record, numbers[field], 0), ==, MAX (number, 1));
    }
}

static void
test_random_conflicts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (77);
  guint seen = 0;

  for (guint pair = 0; pair < N_PAIRS; pair++)
    {
      Three t = {many (), NULL, NULL, NULL};
      Plan mine, theirs;

      t.mine = mz_model_copy (t.base);
      t.theirs = mz_model_copy (t.base);
      mine = act (random, t.mine);
      theirs = act (random, t.theirs);
      t.merge = mz_merge_new (t.base, t.mine, t.theirs, NULL);
      g_assert_cmpuint (mz_merge_n_conflicts (t.merge), ==, count_conflicts (&mine, &theirs));
      seen += mz_merge_n_conflicts (t.merge);
      for (MzMergeSide side = MZ_MERGE_MINE; side <= MZ_MERGE_THEIRS; side++)
        {
          g_autoptr (MzModel) merged = NULL;

          mz_merge_choose_all (t.merge, side);
          merged = result_of (&t);
          for (int risk = 0; risk < N_RISKS; risk++)
            assert_settled (merged, side == MZ_MERGE_MINE ? &mine : &theirs,
                            side == MZ_MERGE_MINE ? &theirs : &mine, risk);
        }
      three_clear (&t);
    }
  g_assert_cmpuint (seen, >, N_PAIRS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/fields", test_fields);
  g_test_add_func ("/merge/deletions", test_deletions);
  g_test_add_func ("/merge/twins", test_twins);
  g_test_add_func ("/merge/same-key", test_same_key);
  g_test_add_func ("/merge/circles", test_circles);
  g_test_add_func ("/merge/order", test_order);
  g_test_add_func ("/merge/both-moved", test_both_moved);
  g_test_add_func ("/merge/left-out", test_left_out);
  g_test_add_func ("/merge/no-base", test_no_base);
  g_test_add_func ("/merge/disjoint-pairs", test_disjoint_pairs);
  g_test_add_func ("/merge/random-conflicts", test_random_conflicts);
  return g_test_run ();
}
