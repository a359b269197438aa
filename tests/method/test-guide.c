/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The guide: its table fits the schema, and its rules count what is there. */

#include "config.h"

#include <string.h>

#include "build-model.h"
#include "mezasu/guide.h"

static const MzKind *
kind_of (const char *name)
{
  return mz_schema_kind (mz_schema_default (), name);
}

static void
check_fields (const MzQuestion *question, const char *list)
{
  g_auto (GStrv) names = g_strsplit_set (list != NULL ? list : "", " |", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      g_assert_cmpint (mz_kind_find (kind_of (question->kind), names[i]), >=, 0);
}

/* Every name in the table is one of the schema, and every row can be said. */
static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const MzQuestion *question;
  guint step = 0;

  for (guint i = 0; (question = mz_guide_nth (i)) != NULL; i++)
    {
      const MzKind *kind = kind_of (question->kind);
      g_auto (GStrv) codes = mz_guide_codes (question);
      g_auto (GStrv) from = g_strsplit_set (question->from != NULL ? question->from : "", " ?", -1);
      g_autofree char *text = mz_guide_text (question);

      g_assert_nonnull (kind);
      g_assert_true (g_hash_table_add (seen, (gpointer)question->name));
      g_assert_null (strchr (question->name, ' '));
      g_assert_true (mz_guide_find (question->name) == question);
      g_assert_cmpuint (mz_guide_place (question), ==, i);
      /* The steps come in their order, each without a gap. */
      if (!g_str_equal (mz_guide_step_nth (step)->code, question->step))
        step++;
      g_assert_cmpstr (mz_guide_step_nth (step)->code, ==, question->step);
      check_fields (question, question->fields);
      check_fields (question, question->needed);
      for (guint j = 0; from[j] != NULL; j++)
        g_assert_true (*from[j] == '\0' || kind_of (from[j]) != NULL);
      if (question->filter != NULL)
        {
          int field = mz_guide_filter_field (question, kind);

          g_assert_cmpint (field, >=, 0);
          for (guint j = 0; codes[j] != NULL; j++)
            {
              MzValue value;

              g_assert_true (mz_value_from_machine (mz_kind_field (kind, (guint)field), codes[j],
                                                    &value, NULL));
              mz_value_clear (mz_kind_field (kind, (guint)field), &value);
            }
        }
      g_assert_cmpstr (text, !=, "");
      g_assert_nonnull (mz_guide_hint (question, NULL));
      g_assert_true (question->rule != MZ_ANSWERED_BY_EACH || question->from != NULL ||
                     question->filter != NULL);
    }
  g_assert_null (mz_guide_step_nth (step + 1));
}

/* The whole taxonomy is asked for, but for what the method only offers. */
static void
test_taxonomy (void)
{
  const MzKind *kind = kind_of ("context");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "category"));
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const MzQuestion *question;

  for (guint i = 0; (question = mz_guide_nth (i)) != NULL; i++)
    if (g_str_equal (question->kind, "context"))
      {
        g_auto (GStrv) codes = mz_guide_codes (question);

        for (guint j = 0; codes[j] != NULL; j++)
          g_assert_true (g_hash_table_add (asked, g_strdup (codes[j])));
      }
  for (const MzChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      gboolean offered =
          g_str_equal (choice->code, "market") || g_str_equal (choice->code, "industry");

      g_assert_nonnull (mz_category_hint (choice->code));
      g_assert_cmpint (g_hash_table_contains (asked, choice->code), ==, !offered);
    }
  g_assert_null (mz_category_hint ("nothing"));
}

static void
test_sectors (void)
{
  const MzKind *kind = kind_of ("organisation");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "sector"));

  for (const MzChoice *a = field->choices; a->code != NULL; a++)
    {
      g_assert_cmpuint (mz_sector_distance (a->code, a->code), ==, 0);
      /* Every trade but "other" has a relative. */
      guint nearest = 2;
      for (const MzChoice *b = field->choices; b->code != NULL; b++)
        if (a != b)
          nearest = MIN (nearest, mz_sector_distance (a->code, b->code));
      g_assert_cmpuint (nearest, ==, g_str_equal (a->code, "other") ? 2 : 1);
    }
  g_assert_cmpuint (mz_sector_distance ("ec", "retail"), ==, 1);
  g_assert_cmpuint (mz_sector_distance ("ec", "chemical"), ==, 2);
  g_assert_cmpuint (mz_sector_distance (NULL, "ec"), ==, 2);
  g_assert_cmpuint (mz_sector_distance (NULL, NULL), ==, 2);
}

static void
check_state (MzModel *model, const char *name, MzQuestionState state, guint done, guint total)
{
  guint met, all;

  g_assert_cmpint (mz_guide_state (model, mz_guide_find (name), &met, &all), ==, state);
  g_assert_cmpuint (met, ==, done);
  g_assert_cmpuint (all, ==, total);
}

static void
test_rules (void)
{
  const char *const lines[] = {"context c1 title=Law category=law targets=requirement",
                               "context c2 title=War category=politics",
                               "context c3 title=Board category=governance targets=scope",
                               "context c4 title=Sites category=structure no_effect=true "
                               "no_effect_reason=one",
                               "aspect a title=Cards current=x target=y",
                               "aspect b title=Staff current=x",
                               "damage d title=Leak likely=100",
                               "link a d",
                               "option o title=Plan trigger=strategy",
                               "step s1 title=One option=o",
                               "step s2 title=Two option=o",
                               "cash_flow f step=s1 amount=5",
                               NULL};
  g_autoptr (MzModel) model = build_model (lines);

  check_state (model, "organisation.firm", MZ_QUESTION_OPEN, 0, 3);
  check_state (model, "organisation.sales", MZ_QUESTION_OPEN, 0, 1);
  check_state (model, "external.law", MZ_QUESTION_ANSWERED, 1, 1);
  /* An entry that bears on nothing is no answer yet. */
  check_state (model, "external.politics", MZ_QUESTION_PARTLY, 0, 1);
  check_state (model, "internal.structure", MZ_QUESTION_PARTLY, 2, 5);
  check_state (model, "gaps.aspects", MZ_QUESTION_PARTLY, 1, 2);
  check_state (model, "damages.damage", MZ_QUESTION_PARTLY, 1, 2);
  check_state (model, "options.amounts", MZ_QUESTION_PARTLY, 1, 2);
  check_state (model, "options.steps", MZ_QUESTION_ANSWERED, 1, 1);
  set_field (model, "organisation", "name", "Firm");
  check_state (model, "organisation.firm", MZ_QUESTION_PARTLY, 1, 3);
}

static void
apply (MzModel *model, MzEdit *edit)
{
  g_autoptr (MzEdit) own = edit;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (own);
  mz_model_edit (model, own, &error);
  g_assert_no_error (error);
}

static MzRecord *
add (MzModel *model, const char *name, const char *code, const char *first, const char *second,
     const char *text)
{
  const char *sources[] = {first, second};
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  MzEdit *edit = mz_guide_add (model, mz_guide_find (name), code, sources,
                               second != NULL  ? 2
                               : first != NULL ? 1
                                               : 0,
                               text, MZ_MONEY_UNIT_MAN, &id, &error);

  g_assert_no_error (error);
  apply (model, edit);
  return mz_model_find (model, id);
}

static void
test_add (void)
{
  g_autoptr (MzModel) model = build_model (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *open = NULL;
  MzRecord *line = add (model, "organisation.sales", NULL, NULL, NULL, "12億円");
  MzRecord *law, *aspect, *damage, *a, *b, *flow;

  g_assert_cmpint (mz_record_integer (line, "amount", 0), ==, 1200000000);
  g_assert_true (mz_record_choice_is (line, "item", "sales"));
  check_state (model, "organisation.sales", MZ_QUESTION_ANSWERED, 1, 1);
  open = mz_guide_open_code (model, mz_guide_find ("organisation.costs"));
  g_assert_cmpstr (open, ==, "cost_of_sales");
  add (model, "organisation.costs", open, NULL, NULL, "100");
  check_state (model, "organisation.costs", MZ_QUESTION_PARTLY, 1, 2);
  /* The law's entry gets what the taxonomy says, and so answers its question at once. */
  law = add (model, "external.law", NULL, NULL, NULL, "Privacy");
  g_assert_cmpint (mz_record_integer (law, "targets", 0), ==, 1 << 3 | 1 << 4 | 1 << 12);
  g_assert_true (mz_record_flag (law, "needs_assessment"));
  check_state (model, "external.law", MZ_QUESTION_ANSWERED, 1, 1);
  /* A link where the kind has no reference. */
  aspect = add (model, "gaps.aspects", NULL, mz_record_id (law), NULL, "Data");
  g_assert_true (mz_guide_source (model, mz_guide_find ("damages.damage"), 0) == aspect);
  damage = add (model, "damages.damage", NULL, mz_record_id (aspect), NULL, "Leak");
  g_autoptr (GPtrArray) causes = mz_model_causes (model, mz_record_id (damage));
  g_assert_true (g_ptr_array_find (causes, aspect, NULL));
  /* References, the second of the same kind too; nothing leads to itself. */
  a = add (model, "organisation.systems", NULL, NULL, NULL, "Shop");
  b = add (model, "organisation.systems", NULL, NULL, NULL, "Bank");
  g_assert_true (mz_guide_source (model, mz_guide_find ("organisation.flows"), 0) == a);
  g_assert_true (mz_guide_source (model, mz_guide_find ("organisation.flows"), 1) == b);
  flow = add (model, "organisation.flows", NULL, mz_record_id (a), mz_record_id (b), "Cards");
  g_assert_true (mz_model_referred (model, flow, "source") == a);
  g_assert_true (mz_model_referred (model, flow, "sink") == b);
  g_assert_null (mz_guide_add (model, mz_guide_find ("organisation.sales"), NULL, NULL, 0, "much",
                               MZ_MONEY_UNIT_MAN, &id, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  /* An answer of the context can be given once. */
  g_assert_true (mz_guide_may_add (model, mz_guide_find ("conclusions.budget")));
  add (model, "conclusions.budget", NULL, NULL, NULL, "Little");
  g_assert_false (mz_guide_may_add (model, mz_guide_find ("conclusions.budget")));
  g_assert_true (mz_guide_may_add (model, mz_guide_find ("conclusions.scope")));
  g_assert_false (mz_guide_may_add (model, mz_guide_find ("organisation.firm")));
  g_assert_false (mz_guide_may_add (model, mz_guide_find ("loss.frequency")));
}

static void
test_skip (void)
{
  g_autoptr (MzModel) model = build_model (NULL);
  const MzQuestion *law = mz_guide_find ("external.law");
  const MzQuestion *firm = mz_guide_find ("organisation.firm");

  apply (model, mz_guide_skip (model, law, TRUE));
  apply (model, mz_guide_skip (model, firm, TRUE));
  apply (model, mz_guide_skip (model, firm, TRUE));
  g_assert_cmpstr (mz_record_text (mz_model_single (model, "organisation"), "skipped"), ==,
                   "external.law organisation.firm");
  check_state (model, "external.law", MZ_QUESTION_SKIPPED, 0, 1);
  /* What is answered all the same is answered. */
  add (model, "external.law", NULL, NULL, NULL, "Privacy");
  check_state (model, "external.law", MZ_QUESTION_ANSWERED, 1, 1);
  apply (model, mz_guide_skip (model, law, FALSE));
  g_assert_false (mz_guide_is_skipped (model, law));
  apply (model, mz_guide_skip (model, firm, FALSE));
  g_assert_false (mz_record_has (mz_model_single (model, "organisation"), "skipped"));
}

static void
test_take (void)
{
  const char *const sample[] = {"organisation name=Sample business=Shop staff=300 sector=ec",
                                "option o code=A title=Move trigger=strategy owner=CIO",
                                "step s code=A-1 title=Cloud option=o kind=build from_year=1",
                                NULL};
  g_autoptr (MzModel) other = build_model (sample);
  g_autoptr (MzModel) model = build_model (NULL);
  MzRecord *plan, *taken, *firm = mz_model_single (model, "organisation");
  const char *sources[1];

  apply (model, mz_guide_take (model, mz_guide_find ("organisation.business"),
                               mz_model_single (other, "organisation"), NULL, 0));
  g_assert_cmpstr (mz_record_text (firm, "business"), ==, "Shop");
  g_assert_false (mz_record_has (firm, "name"));
  g_assert_false (mz_record_has (firm, "staff"));
  g_assert_true (mz_record_flag (firm, "assumed"));
  plan = add (model, "options.plans", NULL, NULL, NULL, "Ours");
  sources[0] = mz_record_id (plan);
  apply (model,
         mz_guide_take (model, mz_guide_find ("options.steps"), find (other, "s"), sources, 1));
  taken = mz_model_nth (model, "step", 0);
  g_assert_true (mz_model_referred (model, taken, "option") == plan);
  g_assert_cmpstr (mz_record_text (taken, "title"), ==, "Cloud");
  g_assert_cmpint (mz_record_integer (taken, "from_year", 0), ==, 1);
  g_assert_false (mz_record_has (taken, "code"));
  g_assert_true (mz_record_flag (taken, "assumed"));
  g_assert_cmpstr (mz_record_id (taken), !=, mz_record_id (find (other, "s")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/table", test_table);
  g_test_add_func ("/guide/taxonomy", test_taxonomy);
  g_test_add_func ("/guide/sectors", test_sectors);
  g_test_add_func ("/guide/rules", test_rules);
  g_test_add_func ("/guide/add", test_add);
  g_test_add_func ("/guide/skip", test_skip);
  g_test_add_func ("/guide/take", test_take);
  return g_test_run ();
}
