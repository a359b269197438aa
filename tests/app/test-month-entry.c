/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A month of actuals: typing, the light that answers, other periods, and columns that are pasted. */

#include "config.h"

#include <string.h>

#include "widget-fixture.h"

#include "mz-month-entry.h"

static char *last_message;

static void
message_cb (MzWorkspace *workspace, const char *text, gboolean undoable)
{
  g_free (last_message);
  last_message = g_strdup (text);
}

static MzRecord *
nth (MzWorkspace *workspace, const char *kind, guint index)
{
  return mz_model_nth (mz_workspace_model (workspace), kind, index);
}

static guint
count (MzWorkspace *workspace, const char *kind)
{
  return mz_model_count (mz_workspace_model (workspace), kind);
}

/* The actual of a KPI in a period, -1 for none. */
static double
actual (MzWorkspace *workspace, MzRecord *kpi, const char *period)
{
  for (guint i = 0; i < count (workspace, "kpi_value"); i++)
    {
      MzRecord *value = nth (workspace, "kpi_value", i);

      if (mz_model_referred (mz_workspace_model (workspace), value, "kpi") == kpi &&
          g_strcmp0 (mz_record_text (value, "period"), period) == 0)
        return mz_record_real (value, "actual", -1);
    }
  return -1;
}

/* The sample has quarters up to July 2026; its first KPI is at 6.5, from 2 to 8: 75 %. */
static void
test_typing (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *widget = mz_month_entry_new (workspace);
  MzMonthEntry *entry = MZ_MONTH_ENTRY (widget);
  GtkWidget *window = fixture_show (widget, 900, 1200);
  MzRecord *kpi = nth (workspace, "kpi", 0);
  const char *id = mz_record_id (kpi);
  GtkEditable *editable = mz_month_entry_editable (entry, id);
  guint before = count (workspace, "kpi_value");

  fixture_settle ();
  fixture_picture (widget, "month-entry");
  g_assert_cmpstr (mz_month_entry_period (entry), ==, "2026-07-01");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "6.5");
  g_assert_nonnull (strstr (mz_month_entry_state (entry, id), "75 %"));
  /* The light answers before anything is written: (8 - 2) / (8 - 2). */
  gtk_editable_set_text (editable, "8");
  g_assert_nonnull (strstr (mz_month_entry_state (entry, id), "100 %"));
  g_assert_cmpfloat (actual (workspace, kpi, "2026-07-01"), ==, 6.5);
  g_signal_emit_by_name (editable, "activate");
  fixture_settle ();
  g_assert_cmpfloat (actual (workspace, kpi, "2026-07-01"), ==, 8);
  g_assert_cmpuint (count (workspace, "kpi_value"), ==, before);
  /* What is no number is marked and not written. */
  gtk_editable_set_text (editable, "much");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (editable), "error"));
  g_signal_emit_by_name (editable, "activate");
  g_assert_cmpfloat (actual (workspace, kpi, "2026-07-01"), ==, 8);
  /* Nothing takes the value away, and undo brings it back. */
  gtk_editable_set_text (editable, "");
  g_signal_emit_by_name (editable, "activate");
  fixture_settle ();
  g_assert_cmpuint (count (workspace, "kpi_value"), ==, before - 1);
  mz_workspace_undo (workspace);
  fixture_settle ();
  g_assert_cmpfloat (actual (workspace, kpi, "2026-07-01"), ==, 8);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_periods (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *widget = mz_month_entry_new (workspace);
  MzMonthEntry *entry = MZ_MONTH_ENTRY (widget);
  GtkWidget *window = fixture_show (widget, 900, 1200);
  MzRecord *kpi = nth (workspace, "kpi", 0);
  MzRecord *indicator = nth (workspace, "indicator", 0);
  GtkEditable *editable = mz_month_entry_editable (entry, mz_record_id (kpi));
  GtkEditable *other = mz_month_entry_editable (entry, mz_record_id (indicator));
  guint before = count (workspace, "indicator_value");

  mz_month_entry_move (entry, 1);
  g_assert_cmpstr (mz_month_entry_period (entry), ==, "2026-10-01");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  gtk_editable_set_text (editable, "7");
  g_signal_emit_by_name (editable, "activate");
  gtk_editable_set_text (other, "61");
  /* Alarm from more than 60 on, because lower is better. */
  g_assert_nonnull (strstr (mz_month_entry_state (entry, mz_record_id (indicator)), "✕"));
  g_signal_emit_by_name (other, "activate");
  fixture_settle ();
  g_assert_cmpfloat (actual (workspace, kpi, "2026-10-01"), ==, 7);
  g_assert_cmpuint (count (workspace, "indicator_value"), ==, before + 1);
  mz_month_entry_move (entry, -1);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "6.5");
  mz_month_entry_set_period (entry, "2025-02-14");
  g_assert_cmpstr (mz_month_entry_period (entry), ==, "2025-01-01");
  mz_month_entry_set_period (entry, "nonsense");
  g_assert_cmpstr (mz_month_entry_period (entry), ==, "2025-01-01");
  fixture_hide (window);
  fixture_close (workspace);
}

/* A column goes downward as one edit; names find their rows; one bad line refuses all. */
static void
test_paste (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *widget = mz_month_entry_new (workspace);
  MzMonthEntry *entry = MZ_MONTH_ENTRY (widget);
  GtkWidget *window = fixture_show (widget, 900, 1200);
  MzRecord *kpis[] = {nth (workspace, "kpi", 0), nth (workspace, "kpi", 1),
                      nth (workspace, "kpi", 2), nth (workspace, "kpi", 3)};
  const char *id = mz_record_id (kpis[1]);
  guint before = count (workspace, "kpi_value");
  g_autofree char *title = mz_record_title (kpis[3]);
  g_autofree char *named = g_strdup_printf ("%s\t33\r\n", title);
  g_autofree char *twice = g_strdup_printf ("%s\t33\n%s\t34\n", title, title);

  g_signal_connect (workspace, "message", G_CALLBACK (message_cb), NULL);
  mz_month_entry_set_period (entry, "2026-10-01");
  g_assert_true (mz_month_entry_paste (entry, id, "5.5\r\n\r\n1,234\r\n"));
  g_assert_cmpfloat (actual (workspace, kpis[1], "2026-10-01"), ==, 5.5);
  g_assert_cmpfloat (actual (workspace, kpis[2], "2026-10-01"), ==, -1);
  g_assert_cmpfloat (actual (workspace, kpis[3], "2026-10-01"), ==, 1234);
  g_assert_cmpuint (count (workspace, "kpi_value"), ==, before + 2);
  mz_workspace_undo (workspace);
  g_assert_cmpuint (count (workspace, "kpi_value"), ==, before);
  g_assert_true (mz_month_entry_paste (entry, id, named));
  g_assert_cmpfloat (actual (workspace, kpis[3], "2026-10-01"), ==, 33);
  g_assert_cmpuint (count (workspace, "kpi_value"), ==, before + 1);
  g_assert_false (mz_month_entry_paste (entry, id, "1\nmuch\n3"));
  g_assert_nonnull (strstr (last_message, "2"));
  g_assert_false (mz_month_entry_paste (entry, id, "Nobody\t3"));
  g_assert_false (mz_month_entry_paste (entry, id, twice));
  g_assert_false (mz_month_entry_paste (entry, id, ""));
  g_assert_cmpuint (count (workspace, "kpi_value"), ==, before + 1);
  g_clear_pointer (&last_message, g_free);
  fixture_hide (window);
  fixture_close (workspace);
}

/* Rows come and go with their records; without any there is nothing to type. */
static void
test_rows (void)
{
  MzWorkspace *workspace = fixture_workspace (NULL);
  GtkWidget *widget = mz_month_entry_new (workspace);
  MzMonthEntry *entry = MZ_MONTH_ENTRY (widget);
  GtkWidget *window = fixture_show (widget, 600, 400);
  const char *presets[] = {"title", "Patches", NULL};
  g_autofree char *id = NULL;

  g_assert_cmpuint (fixture_count (widget, GTK_TYPE_ENTRY), ==, 0);
  id = g_strdup (mz_record_id (mz_workspace_add (workspace, "indicator", presets)));
  fixture_settle ();
  g_assert_cmpuint (fixture_count (widget, GTK_TYPE_ENTRY), ==, 1);
  g_assert_nonnull (mz_month_entry_editable (entry, id));
  /* Without limits a value has no light. */
  gtk_editable_set_text (mz_month_entry_editable (entry, id), "3");
  g_assert_nonnull (strstr (mz_month_entry_state (entry, id), "○"));
  mz_workspace_delete (workspace, mz_model_find (mz_workspace_model (workspace), id));
  fixture_settle ();
  g_assert_cmpuint (fixture_count (widget, GTK_TYPE_ENTRY), ==, 0);
  g_assert_null (mz_month_entry_editable (entry, id));
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/month-entry/typing", test_typing);
  g_test_add_func ("/app/month-entry/periods", test_periods);
  g_test_add_func ("/app/month-entry/paste", test_paste);
  g_test_add_func ("/app/month-entry/rows", test_rows);
  return g_test_run ();
}
