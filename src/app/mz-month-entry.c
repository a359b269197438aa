/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table in which a month's actuals are typed. Its rows follow the model; a value that is being typed is left alone. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mz-month-entry.h"

#include "mezasu/actual-import.h"
#include "mezasu/dashboard.h"
#include "mezasu/period.h"
#include "mz-month-entry-private.h"

#define NUMBER_CHARS 10
/* What a column keeps where large text or a narrow window leaves little room. */
#define LEAST_CHARS 5

G_DEFINE_FINAL_TYPE (MzMonthEntry, mz_month_entry, GTK_TYPE_WIDGET)

static void
row_free (MzMonthRow *row)
{
  g_object_unref (row->owner);
  g_free (row);
}

MzMonthRow *
mz_month_entry_nth (MzMonthEntry *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static MzModel *
model_of (MzMonthEntry *self)
{
  return mz_workspace_model (self->workspace);
}

int
mz_month_entry_find (MzMonthEntry *self, const char *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (mz_record_id (mz_month_entry_nth (self, i)->owner), record) == 0)
      return (int)i;
  return -1;
}

/* Numbers. */

static char *
say_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}

gboolean
mz_month_entry_read (MzMonthEntry *self, const char *text, MzMaybeReal *value, GError **error)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model_of (self)), "kpi_value");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "actual"));
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  MzValue parsed = MZ_VALUE_MISSING;

  *value = (MzMaybeReal){FALSE, 0};
  if (*trimmed == '\0')
    return TRUE;
  if (!mz_value_parse (field, trimmed, MZ_MONEY_UNIT_YEN, &parsed, error))
    return FALSE;
  *value = MZ_SOME_REAL (parsed.real);
  return TRUE;
}

static char *
say_field (MzRecord *record, const char *field)
{
  return mz_record_has (record, field) ? say_number (mz_record_real (record, field, 0))
                                       : g_strdup ("–");
}

static char *
say_target (const MzMonthRow *row)
{
  MzRecord *owner = row->owner;
  const char *direction = mz_record_choice_is (owner, "direction", "range")   ? "↕"
                          : mz_record_choice_is (owner, "direction", "lower") ? "↓"
                                                                              : "↑";
  gboolean two = row->indicator || mz_record_choice_is (owner, "direction", "range");
  g_autofree char *first = say_field (owner, row->indicator ? "warning" : two ? "low" : "target");
  g_autofree char *second = two ? say_field (owner, row->indicator ? "alarm" : "high") : NULL;

  if (second == NULL)
    return g_strdup_printf ("%s %s", direction, first);
  return g_strdup_printf ("%s %s%s%s", direction, first, row->indicator ? " / " : "…", second);
}

/* Lights. */

static const char *
light_name (MzLight light, gboolean indicator)
{
  static const char *const kpis[] = {N_ ("No data"), N_ ("Reached"), N_ ("Watch"), N_ ("Missed")};
  static const char *const indicators[] = {N_ ("No data"), N_ ("Within limits"), N_ ("Warning"),
                                           N_ ("Alarm")};

  return _ (indicator ? indicators[light] : kpis[light]);
}

/* The light of what stands in the entry, and why there is none. */
static MzLight
light_of (MzMonthRow *row, MzMaybeReal value, char **percent, GError **error)
{
  MzLight light = MZ_LIGHT_GREY;
  MzKpiScore score = {0};

  if (row->indicator)
    {
      mz_dashboard_light (row->owner, value, &light, error);
      return light;
    }
  if (!mz_scorecard_score (row->owner, value, &score, error))
    return light;
  if (score.score.is_set)
    *percent = g_strdup_printf (" %.0f %%", floor (score.score.value * 100 + 0.5));
  mz_light_of_score (score.score, mz_scorecard_thresholds (model_of (row->table)), &light, NULL);
  return light;
}

static void
show_light (MzMonthRow *row)
{
  static const char *const signs[] = {"○", "◎", "▲", "✕"};
  static const char *const classes[] = {"dim-label", "success", "warning", "error"};
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *percent = NULL, *shown = NULL;
  MzMaybeReal value;
  MzLight light = MZ_LIGHT_GREY;
  gboolean good = mz_month_entry_read (row->table, text, &value, &error);

  if (good)
    light = light_of (row, value, &percent, value.is_set ? &error : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (row->state, classes[i]);
  gtk_widget_add_css_class (row->state, classes[light]);
  shown = g_strdup_printf ("%s %s%s", signs[light], light_name (light, row->indicator),
                           percent != NULL ? percent : "");
  gtk_label_set_text (GTK_LABEL (row->state), shown);
  gtk_widget_set_tooltip_text (row->state, error != NULL ? error->message : shown);
  if (good)
    gtk_widget_remove_css_class (row->entry, "error");
  else
    gtk_widget_add_css_class (row->entry, "error");
  gtk_widget_set_tooltip_text (row->entry, good || error == NULL ? NULL : error->message);
}

/* Values go into the model. */

gboolean
mz_month_entry_commit (MzMonthEntry *self, MzEdit *edit)
{
  if (mz_edit_n_changes (edit) == 0)
    {
      mz_edit_free (edit);
      return FALSE;
    }
  return mz_workspace_edit (self->workspace, edit, NULL);
}

static void
commit_row (MzMonthRow *row)
{
  MzMonthEntry *self = row->table;
  g_autofree char *title = mz_record_title (row->owner);
  g_autofree char *label = g_strdup_printf (_ ("Actual of “%s”"), title);
  MzEdit *edit;
  MzMaybeReal value;

  if (!mz_month_entry_read (self, gtk_editable_get_text (GTK_EDITABLE (row->entry)), &value, NULL))
    return;
  edit = mz_edit_new (label);
  mz_actual_set (edit, model_of (self), row->owner, self->period,
                 value.is_set ? &value.value : NULL);
  mz_month_entry_commit (self, edit);
}

/* What a person does in an entry. */

static void
changed_cb (GtkEditable *editable, MzMonthRow *row)
{
  if (!row->filling)
    show_light (row);
}

static void
focus_row (MzMonthEntry *self, int index)
{
  if (index >= 0 && (guint)index < self->rows->len)
    gtk_widget_grab_focus (mz_month_entry_nth (self, (guint)index)->entry);
}

static void
activate_cb (GtkEntry *entry, MzMonthRow *row)
{
  MzMonthEntry *self = row->table;
  int index = mz_month_entry_find (self, mz_record_id (row->owner));

  commit_row (row);
  focus_row (self, index + 1);
}

static void
leave_cb (GtkEventControllerFocus *focus, MzMonthRow *row)
{
  commit_row (row);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        MzMonthRow *row)
{
  int index = mz_month_entry_find (row->table, mz_record_id (row->owner));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 ||
      (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  focus_row (row->table, index + (key == GDK_KEY_Up ? -1 : 1));
  return GDK_EVENT_STOP;
}

static void
select_cb (GtkButton *button, MzMonthRow *row)
{
  mz_workspace_select (row->table->workspace, mz_record_id (row->owner));
}

/* Rows. */

static GtkWidget *
new_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_entry (MzMonthRow *row, const char *title)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), LEAST_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), NUMBER_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_editable_set_editable (GTK_EDITABLE (entry), mz_workspace_editable (row->table->workspace));
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), row);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), row);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (mz_month_entry_paste_cb), row);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, key);
  return entry;
}

static GtkWidget *
make_name (MzMonthRow *row, const char *title)
{
  const char *unit = mz_record_text (row->owner, "unit");
  g_autofree char *text =
      unit != NULL ? g_strdup_printf ("%s (%s)", title, unit) : g_strdup (title);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = new_label (text, 0, NULL);
  g_autoptr (PangoAttrList) plain = pango_attr_list_new ();

  /* A name is read, not pressed: the bold letters of buttons would drown the figures. */
  pango_attr_list_insert (plain, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  gtk_label_set_attributes (GTK_LABEL (label), plain);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, text);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (select_cb), row);
  return button;
}

/* A figure beside the entries; the whole is in its tooltip where it had to be shortened. */
static GtkWidget *
new_figure (float xalign)
{
  GtkWidget *label = new_label (NULL, xalign, "numeric");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  return label;
}

static void
add_row (MzMonthEntry *self, MzRecord *owner, gboolean indicator, int line)
{
  MzMonthRow *row = g_new0 (MzMonthRow, 1);
  g_autofree char *title = mz_record_title (owner);
  GtkGrid *grid = GTK_GRID (self->grid);

  row->table = self;
  row->owner = g_object_ref (owner);
  row->indicator = indicator;
  row->previous = new_figure (1);
  row->target = new_figure (1);
  row->state = new_figure (0);
  row->entry = make_entry (row, title);
  gtk_widget_add_css_class (row->previous, "dim-label");
  gtk_grid_attach (grid, make_name (row, title), 0, line, 1, 1);
  gtk_grid_attach (grid, row->previous, 1, line, 1, 1);
  gtk_grid_attach (grid, row->target, 2, line, 1, 1);
  gtk_grid_attach (grid, row->entry, 3, line, 1, 1);
  gtk_grid_attach (grid, row->state, 4, line, 1, 1);
  g_ptr_array_add (self->rows, row);
}

static int
add_heading (MzMonthEntry *self, const char *first, const char *target, int line)
{
  const char *const texts[] = {first, _ ("Value before"), target, _ ("Actual"), _ ("State")};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = new_label (texts[i], i == 0 || i == 4 ? 0 : 1, "heading");

      if (i == 0)
        gtk_widget_set_margin_start (label, 8);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), NUMBER_CHARS);
      gtk_label_set_justify (GTK_LABEL (label),
                             i == 0 || i == 4 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
      gtk_grid_attach (GTK_GRID (self->grid), label, (int)i, line, 1, 1);
    }
  return line + 1;
}

static int
add_rows (MzMonthEntry *self, const char *kind, const char *heading, const char *target, int line)
{
  MzModel *model = model_of (self);
  gboolean indicator = g_str_equal (kind, "indicator");

  if (mz_model_count (model, kind) == 0)
    return line;
  line = add_heading (self, heading, target, line);
  for (guint i = 0; i < mz_model_count (model, kind); i++)
    add_row (self, mz_model_nth (model, kind, i), indicator, line++);
  return line;
}

static gboolean
is_shown (MzMonthEntry *self)
{
  static const char *const kinds[] = {"kpi", "indicator"};
  MzModel *model = model_of (self);
  guint at = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < mz_model_count (model, kinds[k]); i++, at++)
      if (at >= self->rows->len ||
          mz_month_entry_nth (self, at)->owner != mz_model_nth (model, kinds[k], i))
        return FALSE;
  return at == self->rows->len;
}

static void
clear_rows (MzMonthEntry *self)
{
  GtkWidget *child;

  /* An entry that loses the focus while it goes must not write. */
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_handlers_disconnect_by_data (mz_month_entry_nth (self, i)->entry,
                                          mz_month_entry_nth (self, i));
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->rows, 0);
}

static void
build_rows (MzMonthEntry *self)
{
  int line;

  clear_rows (self);
  line = add_rows (self, "kpi", _ ("KPI"), _ ("Target"), 0);
  add_rows (self, "indicator", _ ("Indicator"), _ ("Warning / alarm"), line);
}

static void
fill_row (MzMonthRow *row, const MzPeriodValues *values)
{
  const MzPeriodValue *before = mz_period_values_before (values, row->owner, row->table->period);
  const MzPeriodValue *here = mz_period_values_at (values, row->owner, row->table->period);
  g_autofree char *previous = before != NULL ? say_number (before->value) : g_strdup ("–");
  g_autofree char *target = say_target (row);
  g_autofree char *before_tip =
      before != NULL ? g_strdup_printf ("%s: %s", before->period, previous) : NULL;
  g_autofree char *text = here != NULL ? say_number (here->value) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (row->previous), previous);
  gtk_widget_set_tooltip_text (row->previous, before_tip);
  gtk_label_set_text (GTK_LABEL (row->target), target);
  gtk_widget_set_tooltip_text (row->target, target);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row->entry)), text))
    {
      row->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (row->entry), text);
      row->filling = FALSE;
    }
  show_light (row);
}

/* @all also overwrites what is being typed, because it was typed for another period. */
static void
fill (MzMonthEntry *self, gboolean all)
{
  g_autoptr (MzPeriodValues) kpis = mz_period_values_new (model_of (self), "kpi_value");
  g_autoptr (MzPeriodValues) indicators = mz_period_values_new (model_of (self), "indicator_value");
  g_autofree char *name = mz_period_text (self->period, self->months);
  g_autofree char *count = NULL;
  guint entered = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      MzMonthRow *row = mz_month_entry_nth (self, i);
      const MzPeriodValues *values = row->indicator ? indicators : kpis;
      GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row->entry)));

      if (mz_period_values_at (values, row->owner, self->period) != NULL)
        entered++;
      if (all || !gtk_widget_has_focus (text))
        fill_row (row, values);
    }
  count = g_strdup_printf (_ ("%u of %u entered"), entered, self->rows->len);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
}

static gboolean
refresh_cb (gpointer data)
{
  MzMonthEntry *self = data;

  self->refresh = 0;
  if (!is_shown (self))
    build_rows (self);
  fill (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
workspace_changed_cb (MzWorkspace *workspace, MzMonthEntry *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* The period. */

const char *
mz_month_entry_period (MzMonthEntry *self)
{
  return self->period;
}

/* What is being typed belongs to the period that goes. */
static void
commit_focused (MzMonthEntry *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MzMonthRow *row = mz_month_entry_nth (self, i);

      if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row->entry)))))
        commit_row (row);
    }
}

void
mz_month_entry_set_period (MzMonthEntry *self, const char *period)
{
  char *first = mz_period_first_day (period, self->months);

  if (first == NULL)
    return;
  commit_focused (self);
  g_free (self->period);
  self->period = first;
  fill (self, TRUE);
}

void
mz_month_entry_move (MzMonthEntry *self, int periods)
{
  g_autofree char *moved = mz_period_move (self->period, periods * (int)self->months);

  if (moved != NULL)
    mz_month_entry_set_period (self, moved);
}

static void
previous_cb (GtkButton *button, MzMonthEntry *self)
{
  mz_month_entry_move (self, -1);
}

static void
next_cb (GtkButton *button, MzMonthEntry *self)
{
  mz_month_entry_move (self, 1);
}

static void
rhythm_cb (GtkDropDown *drop_down, GParamSpec *pspec, MzMonthEntry *self)
{
  g_autofree char *period = g_strdup (self->period);

  commit_focused (self);
  self->months = gtk_drop_down_get_selected (drop_down) == 1 ? 3 : 1;
  mz_month_entry_set_period (self, period);
}

GtkEditable *
mz_month_entry_editable (MzMonthEntry *self, const char *record)
{
  int index = mz_month_entry_find (self, record);

  return index >= 0 ? GTK_EDITABLE (mz_month_entry_nth (self, (guint)index)->entry) : NULL;
}

const char *
mz_month_entry_state (MzMonthEntry *self, const char *record)
{
  int index = mz_month_entry_find (self, record);

  return index >= 0
             ? gtk_label_get_text (GTK_LABEL (mz_month_entry_nth (self, (guint)index)->state))
             : NULL;
}

/* Widget. */

static GtkWidget *
new_arrow (const char *icon, const char *name, GCallback clicked, MzMonthEntry *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_head (MzMonthEntry *self)
{
  const char *const rhythms[] = {_ ("Month"), _ ("Quarter"), NULL};
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = new_label (_ ("Enter actuals"), 0, "heading");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, _ ("Enter actuals"));
  self->count = new_label (NULL, 1, "dim-label");
  self->name = new_label (NULL, 0.5, "heading");
  self->rhythm = gtk_drop_down_new_from_strings (rhythms);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rhythm), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Month or quarter"), -1);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (head), new_arrow ("go-previous-symbolic", _ ("Period before"),
                                             G_CALLBACK (previous_cb), self));
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (head),
                  new_arrow ("go-next-symbolic", _ ("Next period"), G_CALLBACK (next_cb), self));
  gtk_box_append (GTK_BOX (head), self->rhythm);
  return head;
}

static void
mz_month_entry_dispose (GObject *object)
{
  MzMonthEntry *self = MZ_MONTH_ENTRY (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->rows != NULL)
    clear_rows (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->period, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_month_entry_parent_class)->dispose (object);
}

static void
mz_month_entry_class_init (MzMonthEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_month_entry_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mz_month_entry_init (MzMonthEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_widget_add_css_class (card, "form-card");
  gtk_box_append (GTK_BOX (card), self->grid);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), card);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/* The latest period that has values; this month where there are none. */
static char *
choose_period (MzMonthEntry *self)
{
  const char *latest = mz_period_latest (model_of (self));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return mz_period_first_day (latest != NULL ? latest : today, self->months);
}

GtkWidget *
mz_month_entry_new (MzWorkspace *workspace)
{
  MzMonthEntry *self = g_object_new (MZ_TYPE_MONTH_ENTRY, NULL);

  self->workspace = g_object_ref (workspace);
  self->months = mz_period_rhythm (model_of (self));
  self->period = choose_period (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rhythm), self->months == 3 ? 1 : 0);
  g_signal_connect (self->rhythm, "notify::selected", G_CALLBACK (rhythm_cb), self);
  g_signal_connect (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
  build_rows (self);
  fill (self, TRUE);
  return GTK_WIDGET (self);
}
