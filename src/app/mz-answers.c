/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The answers are records of the kind "conclusion", at most one for each question. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-answers.h"

#include "mz-columns-layout.h"
#include "mz-display.h"
#include "mz-field-editor.h"
#include "mz-record-button.h"

#define CARD_WIDTH 330
#define MOST_CARDS 3
#define AMOUNT_WIDTH 150
#define SPACING 16
/* After this question the levels are shown: they are what its answer rests on. */
#define LEVELS_AFTER "reduction"

struct _MzAnswers
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  GPtrArray *shown; /* of MzRecord or NULL, by question: what the cards were made from */
  GPtrArray *
      grounds; /* of GtkWidget or NULL, by question: where the entries stand that led to the answer */
  GtkWidget *minimum;
  GtkWidget *minimum_by;
  GtkWidget *target;
  GtkWidget *target_by;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzAnswers, mz_answers, GTK_TYPE_WIDGET)

static const MzKind *
conclusion_kind (MzAnswers *self)
{
  return mz_schema_kind (mz_model_schema (mz_workspace_model (self->workspace)), "conclusion");
}

static const MzChoice *
questions (MzAnswers *self)
{
  const MzKind *kind = conclusion_kind (self);

  return mz_kind_field (kind, (guint)mz_kind_find (kind, "question"))->choices;
}

static MzRecord *
find_answer (MzAnswers *self, const char *question)
{
  GListModel *list = mz_model_list (mz_workspace_model (self->workspace), "conclusion");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (list, i);
      if (g_strcmp0 (mz_record_text (record, "question"), question) == 0)
        return record;
    }
  return NULL;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "form-card");
  return card;
}

/* A card of an answer. */

static void
select_cb (GtkButton *button, MzAnswers *self)
{
  MzRecord *record = find_answer (self, g_object_get_data (G_OBJECT (button), "mz-question"));

  if (record != NULL)
    mz_workspace_select (self->workspace, mz_record_id (record));
}

static void
answer_cb (GtkButton *button, MzAnswers *self)
{
  const char *presets[] = {"question", g_object_get_data (G_OBJECT (button), "mz-question"), NULL};

  mz_workspace_add (self->workspace, "conclusion", presets);
}

static GtkWidget *
new_button (MzAnswers *self, const char *label, const MzChoice *question, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "mz-question", (gpointer)question->code);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_heading (MzAnswers *self, const MzChoice *question, MzRecord *record)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = new_label (mz_translate (question->label), "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (record != NULL)
    {
      GtkWidget *all = new_button (self, _ ("All fields"), question, G_CALLBACK (select_cb));
      gtk_widget_add_css_class (all, "flat");
      gtk_box_append (GTK_BOX (head), all);
    }
  return head;
}

static GtkWidget *
make_editor (MzAnswers *self, MzRecord *record, const char *field)
{
  return mz_field_editor_new (self->workspace, record,
                              (guint)mz_kind_find (mz_record_kind (record), field));
}

static GtkWidget *
make_row (MzAnswers *self, MzRecord *record, const char *first, const char *second)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, mz_columns_layout_new (AMOUNT_WIDTH, 2, SPACING));
  gtk_box_append (GTK_BOX (row), make_editor (self, record, first));
  gtk_box_append (GTK_BOX (row), make_editor (self, record, second));
  return row;
}

/* What led to an answer: the records linked to it, and what it refers to itself. */

/* More would push the other questions out of sight; the rest is in the details. */
#define MOST_GROUNDS 5

static void
show_grounds (MzAnswers *self, GtkWidget *box, MzRecord *record)
{
  g_autoptr (GPtrArray) grounds =
      mz_model_causes (mz_workspace_model (self->workspace), mz_record_id (record));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  gtk_box_append (GTK_BOX (box), new_label (_ ("What led to this answer"), "field-label"));
  for (guint i = 0; i < MIN (grounds->len, MOST_GROUNDS); i++)
    gtk_box_append (GTK_BOX (box),
                    mz_record_button_new (self->workspace, g_ptr_array_index (grounds, i)));
  if (grounds->len == 0)
    gtk_box_append (GTK_BOX (box),
                    new_label (_ ("No entry of the context leads here yet."), "dim-label"));
  if (grounds->len > MOST_GROUNDS)
    {
      const guint more = grounds->len - MOST_GROUNDS;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", more), more);
      GtkWidget *all = gtk_button_new_with_label (text);

      gtk_widget_add_css_class (all, "flat");
      gtk_widget_set_halign (all, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (all), "mz-question",
                              g_strdup (mz_record_text (record, "question")), g_free);
      g_signal_connect (all, "clicked", G_CALLBACK (select_cb), self);
      gtk_box_append (GTK_BOX (box), all);
    }
}

static GtkWidget *
make_answer (MzAnswers *self, const MzChoice *question, MzRecord *record)
{
  GtkWidget *card = new_card ();
  GtkWidget *grounds;

  gtk_box_append (GTK_BOX (card), make_heading (self, question, record));
  if (record == NULL)
    {
      gtk_box_append (GTK_BOX (card), new_button (self, _ ("Answer this question"), question,
                                                  G_CALLBACK (answer_cb)));
      g_ptr_array_add (self->grounds, NULL);
      return card;
    }
  gtk_box_append (GTK_BOX (card), make_editor (self, record, "text"));
  if (g_str_equal (question->code, "budget"))
    gtk_box_append (GTK_BOX (card), make_row (self, record, "this_year", "yearly"));
  gtk_box_append (GTK_BOX (card), make_row (self, record, "agreed_by", "agreed_on"));
  grounds = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_ptr_array_add (self->grounds, grounds);
  gtk_box_append (GTK_BOX (card), grounds);
  return card;
}

/* The card of the levels. */

static GtkWidget *
make_level (const char *title, GtkWidget **number, GtkWidget **by)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *number = new_label (NULL, "title-1");
  *by = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), new_label (title, "field-label"));
  gtk_box_append (GTK_BOX (box), *number);
  gtk_box_append (GTK_BOX (box), *by);
  return box;
}

static GtkWidget *
make_levels (MzAnswers *self)
{
  GtkWidget *card = new_card ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, mz_columns_layout_new (AMOUNT_WIDTH, 2, SPACING));
  gtk_box_append (GTK_BOX (row), make_level (_ ("Minimum level, and who demands it"),
                                             &self->minimum, &self->minimum_by));
  gtk_box_append (GTK_BOX (row), make_level (_ ("Target level, and who demands it"), &self->target,
                                             &self->target_by));
  gtk_box_append (GTK_BOX (card), new_label (_ ("Levels that follow from the context"), "heading"));
  gtk_box_append (GTK_BOX (card), row);
  return card;
}

static void
show_level (MzAnswers *self, GtkWidget *number, GtkWidget *by, int level, GPtrArray *records)
{
  g_autofree char *text = level > 0 ? g_strdup_printf ("%d", level) : g_strdup ("–");
  GtkWidget *child;

  gtk_label_set_text (GTK_LABEL (number), text);
  while ((child = gtk_widget_get_first_child (by)) != NULL)
    gtk_box_remove (GTK_BOX (by), child);
  for (guint i = 0; i < records->len; i++)
    gtk_box_append (GTK_BOX (by),
                    mz_record_button_new (self->workspace, g_ptr_array_index (records, i)));
  if (records->len == 0)
    gtk_box_append (GTK_BOX (by), new_label (_ ("Nobody demands a level yet."), "dim-label"));
}

static void
show_levels (MzAnswers *self)
{
  const MzLevels *levels = &mz_workspace_analysis (self->workspace)->levels;

  show_level (self, self->minimum, self->minimum_by, levels->minimum, levels->minimum_by);
  show_level (self, self->target, self->target_by, levels->target, levels->target_by);
}

static void
show_all_grounds (MzAnswers *self)
{
  for (guint i = 0; i < self->grounds->len; i++)
    if (g_ptr_array_index (self->grounds, i) != NULL)
      show_grounds (self, g_ptr_array_index (self->grounds, i), g_ptr_array_index (self->shown, i));
}

/* When things change. */

static gboolean
is_shown (MzAnswers *self)
{
  const MzChoice *all = questions (self);

  for (guint i = 0; all[i].code != NULL; i++)
    if (i >= self->shown->len ||
        g_ptr_array_index (self->shown, i) != find_answer (self, all[i].code))
      return FALSE;
  return TRUE;
}

static void
build (MzAnswers *self)
{
  const MzChoice *all = questions (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->grounds, 0);
  for (guint i = 0; all[i].code != NULL; i++)
    {
      MzRecord *record = find_answer (self, all[i].code);

      gtk_widget_set_parent (make_answer (self, &all[i], record), GTK_WIDGET (self));
      g_ptr_array_add (self->shown, record != NULL ? g_object_ref (record) : NULL);
      if (g_str_equal (all[i].code, LEVELS_AFTER))
        gtk_widget_set_parent (make_levels (self), GTK_WIDGET (self));
    }
}

static gboolean
refresh_cb (gpointer data)
{
  MzAnswers *self = data;

  self->refresh = 0;
  if (!is_shown (self))
    build (self);
  show_levels (self);
  show_all_grounds (self);
  return G_SOURCE_REMOVE;
}

/* The editors follow by themselves; cards come and go with their records. */
static void
changed_cb (MzWorkspace *workspace, MzAnswers *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
release (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
mz_answers_dispose (GObject *object)
{
  MzAnswers *self = MZ_ANSWERS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_answers_parent_class)->dispose (object);
}

static void
mz_answers_class_init (MzAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_answers_dispose;
}

static void
mz_answers_init (MzAnswers *self)
{
  self->shown = g_ptr_array_new_with_free_func (release);
  self->grounds = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 mz_columns_layout_new (CARD_WIDTH, MOST_CARDS, SPACING));
}

GtkWidget *
mz_answers_new (MzWorkspace *workspace)
{
  MzAnswers *self = g_object_new (MZ_TYPE_ANSWERS, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  build (self);
  show_levels (self);
  show_all_grounds (self);
  return GTK_WIDGET (self);
}
