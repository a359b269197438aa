/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the simulation says in words. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-loss-status.h"

#include "mz-style.h"
#include "mz-template.h"
#include "mz-workspace-loss.h"

/* A run that is over before that is not worth a bar. */
#define PATIENCE_MS 250
#define TICK_MS 100

struct _MzLossStatus
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  GtkWidget *verdicts;
  GtkWidget *exactness;
  GtkWidget *left_out;
  GtkWidget *remarks;
  GtkWidget *remarks_list;
  GtkWidget *more;
  GtkWidget *running;
  GtkWidget *bar;
  GtkWidget *note;
  guint64 offered;
  guint tick;
  guint waited;
};

G_DEFINE_FINAL_TYPE (MzLossStatus, mz_loss_status, GTK_TYPE_WIDGET)

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_verdicts (MzLossStatus *self, const MzLoss *loss)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < loss->scenarios->len; i++)
    {
      g_autofree char *sentence =
          mz_loss_verdict_sentence (loss, g_ptr_array_index (loss->scenarios, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
      /* Without a limit, or without any risk, all scenarios say the same. */
      if (!loss->has_limit || !((MzLossScenario *)g_ptr_array_index (loss->scenarios, i))->known)
        break;
    }
  set_text (self->verdicts, text->str);
}

static void
show_left_out (MzLossStatus *self, const MzLossScenario *scenario)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scenario->risks->len; i++)
    {
      const MzLossRisk *risk = g_ptr_array_index (scenario->risks, i);

      if (risk->reason != NULL)
        g_string_append_printf (text, "\n%s", risk->reason);
    }
  if (text->len > 0)
    {
      g_autofree char *head = g_strdup_printf (
          ngettext ("%u risk is left out:", "%u risks are left out:", scenario->n_left_out),
          scenario->n_left_out);
      g_string_prepend (text, head);
    }
  set_text (self->left_out, text->str);
}

static void
show_remarks (MzLossStatus *self, const MzLoss *loss)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *head = g_strdup_printf (
      ngettext ("%u remark on the inputs", "%u remarks on the inputs", loss->warnings->len),
      loss->warnings->len);

  for (guint i = 0; i < loss->warnings->len; i++)
    {
      const MzFinding *finding = g_ptr_array_index (loss->warnings, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", finding->message);
    }
  gtk_expander_set_label (GTK_EXPANDER (self->remarks), head);
  gtk_label_set_text (GTK_LABEL (self->remarks_list), text->str);
  gtk_widget_set_visible (self->remarks, loss->warnings->len > 0);
}

static void
show_offer (MzLossStatus *self, guint64 trials)
{
  g_autofree char *years =
      mz_money_format_number ((gint64)trials, MZ_MONEY_UNIT_YEN, 0, MZ_MINUS_HYPHEN);
  /* Translators: a number of years. */
  g_autofree char *label = g_strdup_printf (_ ("Simulate %s Years"), years);

  self->offered = trials;
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, trials > 0);
}

static void
show_result (MzLossStatus *self, const MzLoss *loss)
{
  const MzLossScenario *scenario =
      mz_loss_scenario (loss, mz_workspace_scenario (self->workspace)->id);
  g_autofree char *exactness = NULL, *note = mz_loss_note (loss);

  if (scenario == NULL)
    scenario = mz_loss_scenario (loss, NULL);
  exactness = scenario->known ? mz_loss_convergence_sentence (loss, scenario) : NULL;
  show_verdicts (self, loss);
  set_text (self->exactness, exactness);
  show_left_out (self, scenario);
  show_remarks (self, loss);
  show_offer (self, scenario->offered_trials);
  set_text (self->note, note);
}

static void
show (MzLossStatus *self)
{
  const MzLoss *loss = mz_workspace_loss (self->workspace);
  const char *error = mz_workspace_loss_error (self->workspace);

  if (loss != NULL)
    {
      show_result (self, loss);
      return;
    }
  set_text (self->verdicts, error);
  set_text (self->exactness, NULL);
  set_text (self->left_out, NULL);
  set_text (self->note, NULL);
  gtk_widget_hide (self->remarks);
  gtk_widget_hide (self->more);
}

/* The bar of a run that takes its time. */
static gboolean
tick_cb (gpointer data)
{
  MzLossStatus *self = data;
  double done = mz_workspace_loss_progress (self->workspace);

  self->waited += TICK_MS;
  if (!mz_workspace_loss_is_stale (self->workspace) || done >= 1)
    {
      self->tick = 0;
      gtk_widget_hide (self->running);
      return G_SOURCE_REMOVE;
    }
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), done);
  if (self->waited > PATIENCE_MS)
    gtk_widget_show (self->running);
  return G_SOURCE_CONTINUE;
}

static void
loss_changed_cb (MzWorkspace *workspace, MzLossStatus *self)
{
  gboolean stale = mz_workspace_loss_is_stale (workspace);

  gtk_widget_set_sensitive (self->verdicts, !stale);
  if (!stale)
    gtk_widget_hide (self->running);
  else if (self->tick == 0)
    {
      self->waited = 0;
      self->tick = g_timeout_add (TICK_MS, tick_cb, self);
    }
  show (self);
}

static void
changed_cb (MzWorkspace *workspace, MzLossStatus *self)
{
  show (self);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_workspace_loss_cancel (MZ_LOSS_STATUS (widget)->workspace);
}

static void
extend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzLossStatus *self = MZ_LOSS_STATUS (widget);

  if (self->offered > 0)
    mz_workspace_loss_extend (self->workspace, self->offered);
}

static void
mz_loss_status_dispose (GObject *object)
{
  MzLossStatus *self = MZ_LOSS_STATUS (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_LOSS_STATUS);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_loss_status_parent_class)->dispose (object);
}

static void
mz_loss_status_class_init (MzLossStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_loss_status_dispose;
  gtk_widget_class_install_action (widget_class, "loss.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "loss.extend", NULL, extend_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-loss-status.ui");
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, verdicts);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, exactness);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, left_out);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, remarks);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, remarks_list);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, more);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, running);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, bar);
  gtk_widget_class_bind_template_child (widget_class, MzLossStatus, note);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mz_loss_status_init (MzLossStatus *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mz_loss_status_new (MzWorkspace *workspace)
{
  MzLossStatus *self = g_object_new (MZ_TYPE_LOSS_STATUS, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "loss-changed", G_CALLBACK (loss_changed_cb), self);
  loss_changed_cb (workspace, self);
  return GTK_WIDGET (self);
}
