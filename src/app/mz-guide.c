/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The guide rail. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-guide.h"

#include "mz-guide-answer.h"
#include "mz-guide-example.h"
#include "mz-template.h"
#include "mz-wheel.h"

#define MOST_EXAMPLES 2
#define BOARD_PAGE "board-pack"

struct _MzGuide
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  const MzQuestion *question;
  GtkWidget *steps;
  GtkStringList *step_names;
  GtkWidget *bar;
  GtkWidget *progress;
  GtkWidget *scrolled;
  GtkWidget *text;
  GtkWidget *state;
  GtkWidget *hint;
  AdwBin *answer;
  GtkWidget *examples_group;
  GtkWidget *examples_title;
  GtkWidget *examples;
  GtkWidget *missing;
  GtkWidget *missing_list;
  GtkWidget *skip;
  GtkWidget *next;
  char *missing_names;
  gboolean filling;
  guint refresh;
  guint reading;
};

G_DEFINE_FINAL_TYPE (MzGuide, mz_guide, GTK_TYPE_WIDGET)

static MzModel *
model_of (MzGuide *self)
{
  return mz_workspace_model (self->workspace);
}

static MzGuideAnswer *
answer_of (MzGuide *self)
{
  return MZ_GUIDE_ANSWER (adw_bin_get_child (self->answer));
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Examples. */

static void
take_cb (GtkButton *button, MzGuide *self)
{
  mz_guide_answer_take (answer_of (self), g_object_get_data (G_OBJECT (button), "mz-example"));
}

static GtkWidget *
make_example (MzGuide *self, MzRecord *example)
{
  g_autofree char *text = mz_guide_example_text (self->question, example);
  g_autofree char *name = g_strdup_printf (_ ("Take over as a draft: %s"), text);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "mz-example");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, _ ("Take over as a draft"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "mz-example", g_object_ref (example), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (take_cb), self);
  return button;
}

static void
show_examples (MzGuide *self)
{
  MzRecord *firm = mz_model_single (model_of (self), "organisation");
  MzModel *sample = mz_nearest_sample (mz_record_text (firm, "sector"));
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  clear_box (self->examples);
  if (sample != NULL)
    found = mz_guide_examples (self->workspace, sample, self->question,
                               mz_guide_answer_code (answer_of (self)), MOST_EXAMPLES);
  for (guint i = 0; found != NULL && i < found->len; i++)
    gtk_box_append (GTK_BOX (self->examples), make_example (self, found->pdata[i]));
  gtk_widget_set_visible (self->examples_group, found != NULL && found->len > 0);
  if (sample == NULL)
    return;
  name = mz_record_title (mz_model_single (sample, "organisation"));
  /* TRANSLATORS: the name of a sample firm */
  title = g_strdup_printf (_ ("Example: %s"), name);
  gtk_label_set_text (GTK_LABEL (self->examples_title), title);
}

static gboolean
read_cb (gpointer data)
{
  MzGuide *self = data;
  MzRecord *firm = mz_model_single (model_of (self), "organisation");

  if (mz_nearest_sample_read (mz_record_text (firm, "sector")))
    return G_SOURCE_CONTINUE;
  self->reading = 0;
  show_examples (self);
  return G_SOURCE_REMOVE;
}

static void
read_samples (MzGuide *self)
{
  if (self->reading == 0)
    self->reading = g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
}

/* What is missing for the board page. */

static void
missing_cb (GtkButton *button, MzGuide *self)
{
  mz_guide_ask (self, g_object_get_data (G_OBJECT (button), "mz-question"));
}

static GtkWidget *
make_missing (MzGuide *self, const MzQuestion *question)
{
  g_autofree char *words = mz_guide_text (question);
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mz-missing");
  g_object_set_data (G_OBJECT (button), "mz-question", (gpointer)question);
  g_signal_connect (button, "clicked", G_CALLBACK (missing_cb), self);
  return button;
}

/* Made anew only when another list is to be shown, so that the focus stays in it. */
static void
show_missing (MzGuide *self)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *title = NULL;
  const MzQuestion *question;

  for (guint i = 0; (question = mz_guide_nth (i)) != NULL; i++)
    if (question->board &&
        mz_guide_state (model_of (self), question, NULL, NULL) != MZ_QUESTION_ANSWERED)
      {
        g_ptr_array_add (missing, (gpointer)question);
        g_string_append_printf (names, "%s ", question->name);
      }
  if (g_strcmp0 (names->str, self->missing_names) == 0)
    return;
  g_free (self->missing_names);
  self->missing_names = g_strdup (names->str);
  clear_box (self->missing_list);
  for (guint i = 0; i < missing->len; i++)
    gtk_box_append (GTK_BOX (self->missing_list), make_missing (self, missing->pdata[i]));
  title = missing->len > 0 ? g_strdup_printf (_ ("Missing for the board page: %u"), missing->len)
                           : g_strdup (_ ("Nothing is missing for the board page."));
  gtk_expander_set_label (GTK_EXPANDER (self->missing), title);
}

/* How far it is. */

static void
count (MzGuide *self, const char *step, guint *answered, guint *skipped, guint *total)
{
  const MzQuestion *question;

  *answered = *skipped = *total = 0;
  for (guint i = 0; (question = mz_guide_nth (i)) != NULL; i++)
    {
      MzQuestionState state;

      if (step != NULL && !g_str_equal (question->step, step))
        continue;
      state = mz_guide_state (model_of (self), question, NULL, NULL);
      *answered += state == MZ_QUESTION_ANSWERED ? 1 : 0;
      *skipped += state == MZ_QUESTION_SKIPPED ? 1 : 0;
      (*total)++;
    }
}

static void
show_steps (MzGuide *self)
{
  guint selected = 0;
  const MzGuideStep *step;

  self->filling = TRUE;
  for (guint i = 0; (step = mz_guide_step_nth (i)) != NULL; i++)
    {
      g_autofree char *text = NULL;
      const char *const added[] = {NULL, NULL};
      const char **line = (const char **)added;
      const char *old = gtk_string_list_get_string (self->step_names, i);
      guint answered, skipped, total;

      count (self, step->code, &answered, &skipped, &total);
      text = g_strdup_printf ("%s  %u/%u", mz_translate (step->label), answered, total);
      line[0] = text;
      if (g_strcmp0 (old, text) != 0)
        gtk_string_list_splice (self->step_names, i, old != NULL ? 1 : 0, line);
      if (g_str_equal (step->code, self->question->step))
        selected = i;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->steps), selected);
  self->filling = FALSE;
}

/* The rules of the process step say more than the questions: they look at links between records too. */
static char *
say_progress (MzGuide *self, guint answered, guint skipped, guint total)
{
  const MzGuideStep *step = mz_guide_step_find (self->question->step);
  const MzCompleteness *rules =
      step->completeness != NULL
          ? mz_analysis_completeness (mz_workspace_analysis (self->workspace), step->completeness)
          : NULL;
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("%u of %u questions answered"), answered, total);
  if (skipped > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("%u skipped"), skipped);
    }
  if (rules != NULL && rules->total > 0)
    {
      g_string_append (text, " · ");
      /* TRANSLATORS: a step of the process, rules met, rules that apply */
      g_string_append_printf (text, _ ("%s complete by %u of %u"), mz_translate (step->label),
                              rules->met, rules->total);
    }
  return g_string_free (text, FALSE);
}

static void
show_progress (MzGuide *self)
{
  guint answered, skipped, total;
  g_autofree char *text = NULL;

  count (self, NULL, &answered, &skipped, &total);
  text = say_progress (self, answered, skipped, total);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), (double)answered / total);
  gtk_label_set_text (GTK_LABEL (self->progress), text);
}

static void
show_state (MzGuide *self)
{
  guint done, total;
  MzQuestionState state = mz_guide_state (model_of (self), self->question, &done, &total);
  gboolean last = mz_guide_nth (mz_guide_place (self->question) + 1) == NULL;
  g_autofree char *text = NULL;

  if (state == MZ_QUESTION_ANSWERED)
    text = g_strdup (_ ("✓ Answered"));
  else if (state == MZ_QUESTION_SKIPPED)
    text = g_strdup (_ ("Skipped"));
  else if (total > 1)
    text = g_strdup_printf (_ ("%u of %u are there"), done, total);
  gtk_label_set_text (GTK_LABEL (self->state), text != NULL ? text : "");
  gtk_widget_set_visible (self->state, text != NULL);
  gtk_button_set_label (GTK_BUTTON (self->skip),
                        state == MZ_QUESTION_SKIPPED ? _ ("Ta_ke Up") : _ ("S_kip"));
  gtk_button_set_label (GTK_BUTTON (self->next), last ? _ ("_Board Page") : _ ("_Next"));
}

static void
show_hint (MzGuide *self)
{
  gtk_label_set_text (GTK_LABEL (self->hint),
                      mz_guide_hint (self->question, mz_guide_answer_code (answer_of (self))));
}

static void
refresh (MzGuide *self)
{
  show_steps (self);
  show_progress (self);
  show_state (self);
  show_missing (self);
  show_examples (self);
}

static gboolean
refresh_cb (gpointer data)
{
  MzGuide *self = data;

  self->refresh = 0;
  /* Another trade has another nearest firm. */
  read_samples (self);
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzGuide *self)
{
  if (self->refresh == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh = g_idle_add (refresh_cb, self);
}

/* Asking. */

static void
next_cb (MzGuideAnswer *answer, MzGuide *self)
{
  mz_guide_next (self);
}

static void
code_changed_cb (MzGuideAnswer *answer, MzGuide *self)
{
  show_hint (self);
  show_examples (self);
}

static void
set_question (MzGuide *self, const MzQuestion *question)
{
  GtkWidget *answer = mz_guide_answer_new (self->workspace, question);
  g_autofree char *text = mz_guide_text (question);

  self->question = question;
  g_signal_connect (answer, "next", G_CALLBACK (next_cb), self);
  g_signal_connect (answer, "code-changed", G_CALLBACK (code_changed_cb), self);
  adw_bin_set_child (self->answer, answer);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  show_hint (self);
  refresh (self);
}

void
mz_guide_begin (MzGuide *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", self->question->page);
  mz_guide_answer_begin (answer_of (self));
}

void
mz_guide_ask (MzGuide *self, const MzQuestion *question)
{
  set_question (self, question);
  mz_guide_begin (self);
}

void
mz_guide_next (MzGuide *self)
{
  const MzQuestion *next = mz_guide_nth (mz_guide_place (self->question) + 1);

  if (next != NULL)
    mz_guide_ask (self, next);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", BOARD_PAGE);
}

void
mz_guide_back (MzGuide *self)
{
  guint place = mz_guide_place (self->question);

  if (place > 0)
    mz_guide_ask (self, mz_guide_nth (place - 1));
}

void
mz_guide_pass (MzGuide *self)
{
  gboolean skipped = mz_guide_is_skipped (model_of (self), self->question);

  if (mz_workspace_edit (self->workspace, mz_guide_skip (model_of (self), self->question, !skipped),
                         NULL) &&
      !skipped)
    mz_guide_next (self);
}

/* The first question of the step that is open, else its first. */
static void
step_chosen_cb (GtkDropDown *steps, GParamSpec *pspec, gpointer data)
{
  MzGuide *self = data;
  const MzGuideStep *step = mz_guide_step_nth (gtk_drop_down_get_selected (steps));
  const MzQuestion *question, *first = NULL;

  if (self->filling || self->workspace == NULL || step == NULL)
    return;
  for (guint i = 0; (question = mz_guide_nth (i)) != NULL; i++)
    if (g_str_equal (question->step, step->code))
      {
        MzQuestionState state = mz_guide_state (model_of (self), question, NULL, NULL);

        if (first == NULL)
          first = question;
        if (state == MZ_QUESTION_OPEN || state == MZ_QUESTION_PARTLY)
          {
            first = question;
            break;
          }
      }
  mz_guide_ask (self, first);
}

const MzQuestion *
mz_guide_question (MzGuide *self)
{
  return self->question;
}

static void
mz_guide_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mz_guide_parent_class)->map (widget);
  read_samples (MZ_GUIDE (widget));
  refresh (MZ_GUIDE (widget));
}

static void
mz_guide_dispose (GObject *object)
{
  MzGuide *self = MZ_GUIDE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->reading, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_GUIDE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_guide_parent_class)->dispose (object);
}

static void
mz_guide_finalize (GObject *object)
{
  g_free (MZ_GUIDE (object)->missing_names);
  G_OBJECT_CLASS (mz_guide_parent_class)->finalize (object);
}

static void
mz_guide_class_init (MzGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_guide_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_guide_finalize;
  widget_class->map = mz_guide_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mezasu/Mezasu/ui/mz-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, MzGuide, steps);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, step_names);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, bar);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, progress);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, text);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, state);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, hint);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, answer);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, examples_group);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, examples_title);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, examples);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, missing);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, missing_list);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, skip);
  gtk_widget_class_bind_template_child (widget_class, MzGuide, next);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mz_guide_init (MzGuide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Guide"),
                                  -1);
  mz_wheel_attach (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* Where the work was left: the first question that is neither answered nor skipped. */
static const MzQuestion *
first_open (MzModel *model)
{
  const MzQuestion *question;

  for (guint i = 0; (question = mz_guide_nth (i)) != NULL; i++)
    if (mz_guide_state (model, question, NULL, NULL) < MZ_QUESTION_SKIPPED)
      return question;
  return mz_guide_nth (0);
}

GtkWidget *
mz_guide_new (MzWorkspace *workspace)
{
  MzGuide *self = g_object_new (MZ_TYPE_GUIDE, NULL);

  self->workspace = g_object_ref (workspace);
  set_question (self, first_open (mz_workspace_model (workspace)));
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
