/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Where the walk from the context to the plan breaks: one rule for each kind and side of the chain. */

#include "config.h"

#include "mezasu/trace.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *kind;
  gboolean causes;
  const char *neighbours; /* kinds, one of which must be there; NULL for any */
  const char *message;
} Rule;

/* In the order of the process. */
static const Rule rules[] = {
    {"weakness", FALSE, NULL, N_ ("The weakness “%s” leads to nothing.")},
    {"context", FALSE, NULL, N_ ("The context entry “%s” leads to nothing.")},
    {"stakeholder", FALSE, NULL, N_ ("What “%s” demands leads to nothing.")},
    {"conclusion", TRUE, NULL, N_ ("The conclusion “%s” comes from nothing.")},
    {"aspect", TRUE, "context stakeholder conclusion", N_ ("The gap “%s” comes from no context.")},
    {"aspect", FALSE, "damage risk step", N_ ("The gap “%s” leads to no damage.")},
    {"damage", TRUE, "aspect", N_ ("The damage “%s” comes from no gap.")},
    {"damage", FALSE, "risk", N_ ("The damage “%s” leads to no risk.")},
    {"risk", TRUE, "damage aspect weakness", N_ ("The risk “%s” comes from nothing.")},
    {"risk", FALSE, "step", N_ ("No step acts on the risk “%s”.")},
    {"option", FALSE, "scenario", N_ ("The option “%s” is in no scenario.")},
};

/* Some ends are meant: an entry without effect, a risk that is taken or retained. */
static gboolean
is_meant (MzRecord *record)
{
  if (mz_record_is (record, "context"))
    return mz_record_flag (record, "no_effect");
  if (mz_record_is (record, "risk"))
    return mz_record_choice_is (record, "state", "accepted") ||
           mz_record_choice_is (record, "state", "closed") ||
           mz_record_choice_is (record, "treatment", "retain") ||
           mz_record_choice_is (record, "treatment", "take");
  return FALSE;
}

static gboolean
is_among (MzRecord *record, char *const *kinds)
{
  return kinds == NULL ||
         g_strv_contains ((const char *const *)kinds, mz_record_kind (record)->name);
}

static gboolean
has_neighbour (MzModel *model, MzRecord *record, const Rule *rule)
{
  const char *id = mz_record_id (record);
  g_autoptr (GPtrArray) found =
      rule->causes ? mz_model_causes (model, id) : mz_model_results (model, id);
  g_auto (GStrv) kinds = rule->neighbours != NULL ? g_strsplit (rule->neighbours, " ", -1) : NULL;

  for (guint i = 0; i < found->len; i++)
    if (is_among (g_ptr_array_index (found, i), kinds))
      return TRUE;
  return FALSE;
}

static void
look_at (MzModel *model, MzRecord *record, const Rule *rule, GPtrArray *ends)
{
  g_autofree char *title = NULL;
  g_autoptr (GString) message = NULL;

  if (has_neighbour (model, record, rule) || (!rule->causes && is_meant (record)))
    return;
  title = mz_record_label (record);
  message = g_string_new (mz_translate (rule->message));
  g_string_replace (message, "%s", title, 1);
  g_ptr_array_add (ends, mz_finding_new ("dead_end", MZ_FINDING_WARNING, record, NULL,
                                         g_string_free (g_steal_pointer (&message), FALSE)));
}

GPtrArray *
mz_trace_dead_ends (MzModel *model)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_finding_free);

  g_return_val_if_fail (MZ_IS_MODEL (model), ends);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      MzRecord *record;

      for (guint k = 0; (record = mz_model_nth (model, rules[i].kind, k)) != NULL; k++)
        look_at (model, record, &rules[i], ends);
    }
  return ends;
}
