/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edits of the board pack. A record that is new gets its place among those that are there, so that writing a title moves no
 * page. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pack-edit.h"

#include "mezasu/pack.h"

static const MzKind *
slide_kind (MzWorkspace *workspace)
{
  return mz_schema_kind (mz_model_schema (mz_workspace_model (workspace)), "slide");
}

static MzPackSlide *
find (GPtrArray *slides, const char *page, guint *index)
{
  for (guint i = 0; i < slides->len; i++)
    {
      MzPackSlide *slide = g_ptr_array_index (slides, i);
      if (g_str_equal (slide->page->name, page))
        {
          if (index != NULL)
            *index = i;
          return slide;
        }
    }
  return NULL;
}

/* Gives @slide a record if it has none; returns its id. */
static const char *
record_of (MzWorkspace *workspace, MzEdit *edit, const MzPackSlide *slide)
{
  const MzKind *kind = slide_kind (workspace);
  const char *id;

  if (slide->record != NULL)
    return mz_record_id (slide->record);
  id = mz_edit_insert (edit, kind, NULL);
  mz_edit_set_text (edit, kind, id, "page", slide->page->name);
  mz_edit_set_integer (edit, kind, id, "shown", slide->shown);
  return id;
}

/* Records stand in the order of @slides; with @all every slide gets one. Returns the id of the record of @page. */
static const char *
put_in_order (MzWorkspace *workspace, MzEdit *edit, GPtrArray *slides, gboolean all,
              const char *page)
{
  const MzKind *kind = slide_kind (workspace);
  const char *found = NULL;

  for (guint i = 0; i < slides->len; i++)
    {
      const MzPackSlide *slide = g_ptr_array_index (slides, i);
      gboolean wanted = page != NULL && g_str_equal (slide->page->name, page);
      const char *id;

      if (slide->record == NULL && !all && !wanted)
        continue;
      id = record_of (workspace, edit, slide);
      if (slide->record == NULL || mz_record_integer (slide->record, "position", 0) != i + 1)
        mz_edit_set_integer (edit, kind, id, "position", i + 1);
      if (wanted)
        found = id;
    }
  return found;
}

gboolean
mz_pack_move (MzWorkspace *workspace, const char *page, const char *before)
{
  g_autoptr (GPtrArray) slides = mz_pack_slides (mz_workspace_model (workspace), MZ_AUDIENCE_KEPT);
  MzEdit *edit;
  guint from = 0, to = slides->len;
  gpointer slide;

  if (find (slides, page, &from) == NULL)
    return FALSE;
  if (before != NULL && find (slides, before, &to) == NULL)
    return FALSE;
  if (to == from || to == from + 1)
    return TRUE;
  slide = g_ptr_array_steal_index (slides, from);
  g_ptr_array_insert (slides, (int)(to > from ? to - 1 : to), slide);
  edit = mz_edit_new (_ ("Move page of the board pack"));
  put_in_order (workspace, edit, slides, TRUE, NULL);
  return mz_workspace_edit (workspace, edit, NULL);
}

gboolean
mz_pack_show (MzWorkspace *workspace, const char *page, gboolean shown)
{
  g_autoptr (GPtrArray) slides = mz_pack_slides (mz_workspace_model (workspace), MZ_AUDIENCE_KEPT);
  MzPackSlide *slide = find (slides, page, NULL);
  MzEdit *edit;

  if (slide == NULL || slide->shown == shown)
    return slide != NULL;
  edit = mz_edit_new (shown ? _ ("Put page into the board pack")
                            : _ ("Take page out of the board pack"));
  mz_edit_set_integer (edit, slide_kind (workspace),
                       put_in_order (workspace, edit, slides, FALSE, page), "shown", shown);
  return mz_workspace_edit (workspace, edit, NULL);
}

gboolean
mz_pack_word (MzWorkspace *workspace, const char *page, const char *title, const char *headline,
              const char *sentence)
{
  g_autoptr (GPtrArray) slides = mz_pack_slides (mz_workspace_model (workspace), MZ_AUDIENCE_KEPT);
  MzPackSlide *slide = find (slides, page, NULL);
  const MzKind *kind = slide_kind (workspace);
  const char *id;
  MzEdit *edit;

  if (title != NULL && *title == '\0')
    title = NULL;
  /* What the figures say anyway is nobody's own sentence. */
  if (headline != NULL && (*headline == '\0' || g_strcmp0 (headline, sentence) == 0))
    headline = NULL;
  if (headline == NULL)
    sentence = NULL;
  if (slide == NULL)
    return FALSE;
  if (g_strcmp0 (slide->title, title) == 0 && g_strcmp0 (slide->headline, headline) == 0 &&
      g_strcmp0 (slide->basis, sentence) == 0)
    return TRUE;
  edit = mz_edit_new (_ ("Word page of the board pack"));
  id = put_in_order (workspace, edit, slides, FALSE, page);
  mz_edit_set_text (edit, kind, id, "title", title);
  mz_edit_set_text (edit, kind, id, "headline", headline);
  mz_edit_set_text (edit, kind, id, "headline_basis", sentence);
  return mz_workspace_edit (workspace, edit, NULL);
}

gboolean
mz_pack_set_audience (MzWorkspace *workspace, const char *audience)
{
  MzModel *model = mz_workspace_model (workspace);
  MzRecord *firm = mz_model_single (model, "organisation");
  MzAudience whose = MZ_AUDIENCE_ANY;
  MzEdit *edit = mz_edit_new (_ ("Choose audience of the board pack"));
  g_autoptr (GPtrArray) slides = NULL;

  if (audience != NULL)
    mz_audience_from_name (audience, &whose);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "audience", audience);
  slides = mz_pack_slides (model, whose);
  for (guint i = 0; i < slides->len; i++)
    {
      const MzPackSlide *slide = g_ptr_array_index (slides, i);
      if (slide->record != NULL)
        mz_edit_set_integer (edit, slide_kind (workspace), mz_record_id (slide->record), "shown",
                             slide->shown);
    }
  return mz_workspace_edit (workspace, edit, NULL);
}
