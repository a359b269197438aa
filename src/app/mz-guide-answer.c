/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The answer to a question of the guide. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-guide-answer.h"

#include "mz-display.h"
#include "mz-field-editor.h"
#include "mz-guide-source.h"

/* More records than that are looked at on the page. */
#define MOST_RECORDS 12

struct _MzGuideAnswer
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  const MzQuestion *question;
  const MzKind *kind;
  GPtrArray *shown; /* of MzRecord: what the cards were made from */
  char *open;       /* id of the record whose fields are shown */
  char *shown_open;
  GtkWidget *cards;
  GtkWidget *adding;
  GtkWidget *codes; /* drop-down, or NULL */
  char **code_list;
  GPtrArray *sources; /* of MzGuideSourceChooser */
  GtkWidget *entry;   /* or NULL where nothing is typed */
  GtkWidget *reason;
  GtkWidget *unit;
  guint refresh;
};

enum
{
  NEXT,
  CODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MzGuideAnswer, mz_guide_answer, GTK_TYPE_WIDGET)

static void build_cards (MzGuideAnswer *self);

/* Focus. */

static GPtrArray *
editors_of (MzGuideAnswer *self)
{
  GPtrArray *editors = g_ptr_array_new ();

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (MZ_IS_FIELD_EDITOR (child))
        g_ptr_array_add (editors, child);
  return editors;
}

static gboolean
focus_adding (MzGuideAnswer *self)
{
  return gtk_widget_get_visible (self->adding) &&
         gtk_widget_child_focus (self->entry != NULL ? self->entry : self->adding,
                                 GTK_DIR_TAB_FORWARD);
}

/* Behind the last field comes the next record, and behind that the next question. */
static void
done_cb (MzFieldEditor *editor, MzGuideAnswer *self)
{
  g_autoptr (GPtrArray) editors = editors_of (self);
  guint place;

  if (!g_ptr_array_find (editors, editor, &place))
    return;
  if (place + 1 < editors->len)
    gtk_widget_grab_focus (editors->pdata[place + 1]);
  else if (!focus_adding (self))
    g_signal_emit (self, signals[NEXT], 0);
}

static void
focus_rest (MzGuideAnswer *self)
{
  g_autoptr (GPtrArray) editors = editors_of (self);

  /* The first field is the one that was typed already. */
  if (editors->len > 1)
    gtk_widget_grab_focus (editors->pdata[1]);
  else
    focus_adding (self);
}

void
mz_guide_answer_begin (MzGuideAnswer *self)
{
  g_autoptr (GPtrArray) editors = editors_of (self);

  if (focus_adding (self))
    return;
  if (editors->len > 0)
    gtk_widget_grab_focus (editors->pdata[0]);
}

/* Cards of records. */

static void
open_cb (GtkButton *button, MzGuideAnswer *self)
{
  g_autoptr (GPtrArray) editors = NULL;

  g_free (self->open);
  self->open = g_strdup (g_object_get_data (G_OBJECT (button), "mz-record"));
  mz_workspace_select (self->workspace, self->open);
  build_cards (self);
  editors = editors_of (self);
  if (editors->len > 0)
    gtk_widget_grab_focus (editors->pdata[0]);
}

static void
delete_cb (GtkButton *button, MzGuideAnswer *self)
{
  MzRecord *record = mz_model_find (mz_workspace_model (self->workspace),
                                    g_object_get_data (G_OBJECT (button), "mz-record"));

  focus_adding (self);
  if (record != NULL)
    mz_workspace_delete (self->workspace, record);
}

static void
append_head (MzGuideAnswer *self, GtkWidget *card, MzRecord *record)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *title = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = mz_display_name (self->workspace, record);
  g_autofree char *words = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (title), label);
  gtk_widget_add_css_class (title, "flat");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (title), "mz-record", g_strdup (mz_record_id (record)), g_free);
  g_object_set_data_full (G_OBJECT (delete), "mz-record", g_strdup (mz_record_id (record)), g_free);
  g_object_set_data (G_OBJECT (card), "mz-title", label);
  g_signal_connect (title, "clicked", G_CALLBACK (open_cb), self);
  g_signal_connect (delete, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  if (self->question->type == MZ_QUESTION_RECORDS)
    gtk_box_append (GTK_BOX (head), delete);
  gtk_box_append (GTK_BOX (card), head);
}

static void
append_editors (MzGuideAnswer *self, GtkWidget *card, MzRecord *record)
{
  g_auto (GStrv) names = g_strsplit (self->question->fields, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = mz_kind_find (self->kind, names[i]);
      GtkWidget *editor;

      if (field < 0)
        continue;
      editor = mz_field_editor_new (self->workspace, record, (guint)field);
      g_signal_connect (editor, "done", G_CALLBACK (done_cb), self);
      gtk_box_append (GTK_BOX (card), editor);
    }
}

static GtkWidget *
make_card (MzGuideAnswer *self, MzRecord *record)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gboolean open = self->kind->singleton || g_strcmp0 (mz_record_id (record), self->open) == 0;

  if (!self->kind->singleton)
    append_head (self, card, record);
  if (open)
    append_editors (self, card, record);
  if (open && !self->kind->singleton)
    gtk_widget_add_css_class (card, "form-card");
  return card;
}

static void
build_cards (MzGuideAnswer *self)
{
  g_autoptr (GPtrArray) records =
      mz_guide_records (mz_workspace_model (self->workspace), self->question);
  guint first = records->len > MOST_RECORDS ? records->len - MOST_RECORDS : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  g_ptr_array_set_size (self->shown, 0);
  g_free (self->shown_open);
  self->shown_open = g_strdup (self->open);
  if (first > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u more stands on the page", "%u more stand on the page", first), first);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (self->cards), label);
    }
  for (guint i = 0; i < records->len; i++)
    {
      g_ptr_array_add (self->shown, g_object_ref (records->pdata[i]));
      if (i >= first)
        gtk_box_append (GTK_BOX (self->cards), make_card (self, records->pdata[i]));
    }
  gtk_widget_set_visible (self->cards, records->len > 0);
  gtk_widget_set_visible (self->adding,
                          mz_guide_may_add (mz_workspace_model (self->workspace), self->question));
}

/* The line that adds. */

const char *
mz_guide_answer_code (MzGuideAnswer *self)
{
  guint place = self->codes != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->codes)) : 0;

  return place < g_strv_length (self->code_list) ? self->code_list[place] : NULL;
}

static const char **
chosen_sources (MzGuideAnswer *self)
{
  const char **ids = g_new0 (const char *, self->sources->len + 1);

  for (guint i = 0; i < self->sources->len; i++)
    ids[i] = mz_guide_source_chosen (self->sources->pdata[i]);
  return ids;
}

static void
say (MzGuideAnswer *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  if (self->entry == NULL)
    return;
  if (reason != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
}

/* What a new record will most likely come from changes with every record. */
static void
choose_defaults (MzGuideAnswer *self)
{
  MzModel *model = mz_workspace_model (self->workspace);
  g_autofree char *code = mz_guide_open_code (model, self->question);

  for (guint i = 0; i < self->sources->len; i++)
    mz_guide_source_fill (self->sources->pdata[i]);
  for (guint i = 0; self->codes != NULL && self->code_list[i] != NULL; i++)
    if (g_strcmp0 (self->code_list[i], code) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->codes), i);
}

static void
add (MzGuideAnswer *self)
{
  MzModel *model = mz_workspace_model (self->workspace);
  const char *text =
      self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL;
  g_autofree const char **sources = chosen_sources (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  MzEdit *edit =
      mz_guide_add (model, self->question, mz_guide_answer_code (self), sources, self->sources->len,
                    text, mz_workspace_unit (self->workspace), &id, &error);

  if (edit == NULL || !mz_workspace_edit (self->workspace, edit, &error))
    {
      say (self, error->message);
      return;
    }
  say (self, NULL);
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_free (self->open);
  self->open = g_steal_pointer (&id);
  build_cards (self);
  choose_defaults (self);
  focus_rest (self);
}

static void
add_cb (GtkWidget *widget, MzGuideAnswer *self)
{
  add (self);
}

/* Enter where nothing is typed means that there is nothing more to add. */
static void
activate_cb (GtkWidget *entry, MzGuideAnswer *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    g_signal_emit (self, signals[NEXT], 0);
  else
    add (self);
}

static void
typed_cb (GtkWidget *entry, MzGuideAnswer *self)
{
  say (self, NULL);
}

static void
code_cb (GtkDropDown *codes, GParamSpec *pspec, MzGuideAnswer *self)
{
  g_signal_emit (self, signals[CODE_CHANGED], 0);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_codes (MzGuideAnswer *self)
{
  int field = mz_guide_filter_field (self->question, self->kind);
  const MzField *def = field >= 0 ? mz_kind_field (self->kind, (guint)field) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (g_strv_length (self->code_list) < 2)
    return;
  for (guint i = 0; self->code_list[i] != NULL; i++)
    gtk_string_list_append (
        names, mz_translate (def->choices[mz_field_choice (def, self->code_list[i])].label));
  self->codes = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->codes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mz_translate (def->label), -1);
  gtk_box_append (GTK_BOX (self->adding), new_label (mz_translate (def->label), "field-label"));
  gtk_box_append (GTK_BOX (self->adding), self->codes);
  g_signal_connect (self->codes, "notify::selected", G_CALLBACK (code_cb), self);
}

static void
append_sources (MzGuideAnswer *self)
{
  g_auto (GStrv) names =
      g_strsplit (self->question->from != NULL ? self->question->from : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *chooser = mz_guide_source_new (self->workspace, self->question, i);

      g_ptr_array_add (self->sources, chooser);
      gtk_box_append (GTK_BOX (self->adding), chooser);
    }
}

static void
append_line (MzGuideAnswer *self)
{
  g_auto (GStrv) names = g_strsplit (self->question->fields, " ", 2);
  int typed = names[0] != NULL && *names[0] != '\0' ? mz_kind_find (self->kind, names[0]) : -1;
  const MzField *def = typed >= 0 ? mz_kind_field (self->kind, (guint)typed) : NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add"));
  g_autofree char *name = g_strdup_printf (_ ("Add %s"), mz_translate (self->kind->label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (add_cb), self);
  if (def != NULL)
    {
      self->entry = gtk_entry_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), name);
      gtk_widget_set_hexpand (self->entry, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
      g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
      g_signal_connect (self->entry, "changed", G_CALLBACK (typed_cb), self);
      gtk_box_append (GTK_BOX (self->adding), new_label (mz_translate (def->label), "field-label"));
      gtk_box_append (GTK_BOX (line), self->entry);
      self->unit = gtk_label_new (mz_display_unit (self->workspace, def));
      gtk_widget_set_visible (self->unit, *mz_display_unit (self->workspace, def) != '\0');
      gtk_box_append (GTK_BOX (line), self->unit);
    }
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->adding), line);
  self->reason = new_label (NULL, "error");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_box_append (GTK_BOX (self->adding), self->reason);
}

void
mz_guide_answer_take (MzGuideAnswer *self, MzRecord *example)
{
  g_autofree const char **sources = chosen_sources (self);
  MzEdit *edit = mz_guide_take (mz_workspace_model (self->workspace), self->question, example,
                                sources, self->sources->len);

  if (mz_workspace_edit (self->workspace, edit, NULL))
    mz_workspace_tell (self->workspace, _ ("Taken over as a draft, marked as an assumption"), TRUE);
}

/* When things change. */

static gboolean
is_shown (MzGuideAnswer *self, GPtrArray *records)
{
  if (records->len != self->shown->len || g_strcmp0 (self->open, self->shown_open) != 0)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != self->shown->pdata[i])
      return FALSE;
  return TRUE;
}

static void
show_titles (MzGuideAnswer *self)
{
  guint place = self->shown->len > MOST_RECORDS ? self->shown->len - MOST_RECORDS : 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      GtkWidget *label = g_object_get_data (G_OBJECT (card), "mz-title");
      g_autofree char *name = NULL;

      if (label == NULL || place >= self->shown->len)
        continue;
      name = mz_display_name (self->workspace, self->shown->pdata[place++]);
      gtk_label_set_text (GTK_LABEL (label), name);
    }
}

static gboolean
refresh_cb (gpointer data)
{
  MzGuideAnswer *self = data;
  g_autoptr (GPtrArray) records =
      mz_guide_records (mz_workspace_model (self->workspace), self->question);

  self->refresh = 0;
  if (!is_shown (self, records))
    {
      build_cards (self);
      choose_defaults (self);
    }
  else
    show_titles (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzGuideAnswer *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
mz_guide_answer_dispose (GObject *object)
{
  MzGuideAnswer *self = MZ_GUIDE_ANSWER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_guide_answer_parent_class)->dispose (object);
}

static void
mz_guide_answer_finalize (GObject *object)
{
  MzGuideAnswer *self = MZ_GUIDE_ANSWER (object);

  g_free (self->open);
  g_free (self->shown_open);
  g_strfreev (self->code_list);
  G_OBJECT_CLASS (mz_guide_answer_parent_class)->finalize (object);
}

static void
mz_guide_answer_class_init (MzGuideAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_guide_answer_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_guide_answer_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[NEXT] = g_signal_new ("next", MZ_TYPE_GUIDE_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CODE_CHANGED] = g_signal_new ("code-changed", MZ_TYPE_GUIDE_ANSWER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mz_guide_answer_init (MzGuideAnswer *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_ptr_array_new ();
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->adding = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->cards, GTK_WIDGET (self));
  gtk_widget_set_parent (self->adding, GTK_WIDGET (self));
}

/* Where nothing can be added the first record that lacks something is open, where one can be added none is. */
static char *
first_open (MzGuideAnswer *self)
{
  MzModel *model = mz_workspace_model (self->workspace);
  g_autoptr (GPtrArray) records = mz_guide_records (model, self->question);

  if (records->len == 0 || mz_guide_may_add (model, self->question))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!mz_guide_is_whole (records->pdata[i], self->question))
      return g_strdup (mz_record_id (records->pdata[i]));
  return g_strdup (mz_record_id (records->pdata[0]));
}

GtkWidget *
mz_guide_answer_new (MzWorkspace *workspace, const MzQuestion *question)
{
  MzGuideAnswer *self = g_object_new (MZ_TYPE_GUIDE_ANSWER, NULL);

  self->workspace = g_object_ref (workspace);
  self->question = question;
  self->kind = mz_schema_kind (mz_model_schema (mz_workspace_model (workspace)), question->kind);
  self->code_list = mz_guide_codes (question);
  self->open = first_open (self);
  append_codes (self);
  append_sources (self);
  append_line (self);
  build_cards (self);
  choose_defaults (self);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
