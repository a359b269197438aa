/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What an edit of the strategy map may not do: lead down, round, to itself, or twice the same way. The reasons name the
 * way. */

#include "config.h"

#include "mezasu/error.h"
#include "mezasu/model.h"

#include <string.h>

#include "../../src/app/mz-edit-rules.h"

typedef struct
{
  MzModel *model;
  char *staff, *work, *trust;
} Map;

static char *
add_objective (MzModel *model, const char *title, const char *perspective)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "objective");
  char *id = g_strdup (mz_edit_insert (edit, kind, NULL));

  mz_edit_set_text (edit, kind, id, "title", title);
  mz_edit_set_text (edit, kind, id, "perspective", perspective);
  g_assert_true (mz_model_edit (model, edit, NULL));
  return id;
}

static MzEdit *
link_edit (const char *cause, const char *result)
{
  MzEdit *edit = mz_edit_new (NULL);
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "objective_link");
  const char *id = mz_edit_insert (edit, kind, NULL);

  mz_edit_set_text (edit, kind, id, "cause", cause);
  mz_edit_set_text (edit, kind, id, "result", result);
  return edit;
}

/* The rule of the window, then those of the model. */
static gboolean
take (MzModel *model, MzEdit *given, GError **error)
{
  g_autoptr (MzEdit) edit = given;

  return mz_edit_rules_check (model, edit, error) && mz_model_edit (model, edit, error);
}

static Map
make_map (void)
{
  Map map = {mz_model_new (mz_schema_default ()), NULL, NULL, NULL};

  map.staff = add_objective (map.model, "Able staff", "learning");
  map.work = add_objective (map.model, "Good work", "process");
  map.trust = add_objective (map.model, "Trust", "customer");
  g_assert_true (take (map.model, link_edit (map.staff, map.work), NULL));
  g_assert_true (take (map.model, link_edit (map.work, map.trust), NULL));
  return map;
}

static void
clear_map (Map *map)
{
  g_object_unref (map->model);
  g_free (map->staff);
  g_free (map->work);
  g_free (map->trust);
}

static void
refused (Map *map, MzEdit *edit, const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (take (map->model, edit, &error));
  g_assert_nonnull (error);
  if (first != NULL)
    g_assert_nonnull (strstr (error->message, first));
  if (second != NULL)
    g_assert_nonnull (strstr (error->message, second));
  g_assert_cmpuint (mz_model_count (map->model, "objective_link"), ==, 2);
}

static void
test_links (void)
{
  Map map = make_map ();

  refused (&map, link_edit (map.trust, map.staff), "Trust", "Able staff");
  refused (&map, link_edit (map.work, map.staff), "Good work", "Able staff");
  refused (&map, link_edit (map.work, map.work), "Good work", NULL);
  refused (&map, link_edit (map.staff, map.work), NULL, NULL);
  refused (&map, link_edit (map.staff, "nowhere"), NULL, NULL);
  clear_map (&map);
}

/* Within one perspective only the circle stands against it. */
static void
test_circle (void)
{
  Map map = make_map ();
  g_autofree char *other = add_objective (map.model, "Sure work", "process");
  g_autoptr (GError) error = NULL;

  g_assert_true (take (map.model, link_edit (map.work, other), NULL));
  g_assert_false (take (map.model, link_edit (other, map.work), &error));
  g_assert_true (strstr (error->message, "Good work → Sure work → Good work") != NULL ||
                 strstr (error->message, "Sure work → Good work → Sure work") != NULL);
  clear_map (&map);
}

static MzEdit *
move_edit (const char *id, const char *perspective)
{
  MzEdit *edit = mz_edit_new (NULL);

  mz_edit_set_text (edit, mz_schema_kind (mz_schema_default (), "objective"), id, "perspective",
                    perspective);
  return edit;
}

static void
test_perspectives (void)
{
  Map map = make_map ();

  refused (&map, move_edit (map.work, "finance"), "Good work", "Trust");
  refused (&map, move_edit (map.staff, "customer"), "Able staff", "Good work");
  g_assert_true (take (map.model, move_edit (map.trust, "finance"), NULL));
  g_assert_true (take (map.model, move_edit (map.work, "customer"), NULL));
  clear_map (&map);
}

/* A fault that came with a file does not stand in the way of other work on it. */
static void
test_old_fault (void)
{
  Map map = make_map ();
  MzEdit *edit = mz_edit_new (NULL);

  g_autoptr (MzEdit) move = move_edit (map.staff, "finance");
  g_assert_true (mz_model_edit (map.model, move, NULL));
  mz_edit_set_text (edit, mz_schema_kind (mz_schema_default (), "objective"), map.staff, "owner",
                    "Mori");
  g_assert_true (take (map.model, edit, NULL));
  clear_map (&map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/edit-rules/links", test_links);
  g_test_add_func ("/app/edit-rules/circle", test_circle);
  g_test_add_func ("/app/edit-rules/perspectives", test_perspectives);
  g_test_add_func ("/app/edit-rules/old-fault", test_old_fault);
  return g_test_run ();
}
