/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A card of the start page. */

#include "config.h"

#include "mz-start-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"
#include "mezasu/paint.h"

#include "mz-sample.h"

/* The chart is laid out larger than it is shown, so that its marks become small as well. */
#define SCALE 0.5

struct _MzStartCard
{
  GtkFlowBoxChild parent_instance;
  char *id;
  MzScene *scene;
  GtkDrawingArea *picture;
  GtkLabel *name;
  GtkLabel *sector;
  GtkLabel *headline;
};

G_DEFINE_FINAL_TYPE (MzStartCard, mz_start_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  MzStartCard *self = data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (self->scene == NULL)
    return;
  cairo_scale (cr, SCALE, SCALE);
  mz_scene_paint (self->scene, cr, dark ? MZ_THEME_DARK : MZ_THEME_LIGHT, NULL, NULL);
}

static void
mz_start_card_dispose (GObject *object)
{
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (object), NULL);
  G_OBJECT_CLASS (mz_start_card_parent_class)->dispose (object);
}

static void
mz_start_card_finalize (GObject *object)
{
  MzStartCard *self = MZ_START_CARD (object);
  g_free (self->id);
  g_clear_pointer (&self->scene, mz_scene_free);
  G_OBJECT_CLASS (mz_start_card_parent_class)->finalize (object);
}

static void
mz_start_card_class_init (MzStartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_start_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_start_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-start-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MzStartCard, picture);
  gtk_widget_class_bind_template_child (widget_class, MzStartCard, name);
  gtk_widget_class_bind_template_child (widget_class, MzStartCard, sector);
  gtk_widget_class_bind_template_child (widget_class, MzStartCard, headline);
}

static void
mz_start_card_init (MzStartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The heat map; the strategy map of an example that has no risks. */
static MzScene *
draw_picture (const MzAnalysis *analysis, double width, double height)
{
  gboolean risks = mz_model_count (analysis->model, "risk") > 0;
  const MzChart *chart = mz_chart_find (risks ? "heat-map" : "strategy-map");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  MzChartRequest request = {.analysis = analysis,
                            .scenario = mz_analysis_scenario (analysis, NULL),
                            .measurer = measurer,
                            .width = width,
                            .height = height,
                            .unit = MZ_MONEY_UNIT_OKU};

  if (request.scenario == NULL)
    request.scenario = mz_analysis_baseline (analysis);
  return chart != NULL ? chart->draw (&request) : NULL;
}

/* The trade and how large the firm is, as far as the model says it. */
static char *
trade_and_size (MzRecord *firm, const MzAnalysis *analysis)
{
  const MzKind *kind = mz_record_kind (firm);
  guint sector = (guint)mz_kind_find (kind, "sector");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *trade =
      mz_value_display (mz_kind_field (kind, sector), mz_record_value (firm, sector));

  g_string_append (text, trade);
  if (mz_record_has (firm, "staff"))
    {
      g_autofree char *staff =
          mz_value_display (mz_kind_field (kind, (guint)mz_kind_find (kind, "staff")),
                            mz_record_value (firm, (guint)mz_kind_find (kind, "staff")));

      g_string_append_printf (text, " · %s", staff);
    }
  if (analysis->sales.known)
    {
      g_autofree char *sales = mz_headline_money (analysis->sales.yen);

      /* Translators: yearly sales with their unit; stands on the card of a sample firm. */
      g_string_append_printf (text, _ (" · sales %s"), sales);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GtkWidget *
mz_start_card_new (const char *id, MzModel *model)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  MzStartCard *self = g_object_new (MZ_TYPE_START_CARD, NULL);
  MzRecord *firm = mz_model_single (model, "organisation");
  g_autofree char *trade = trade_and_size (firm, analysis);
  const char *headline = mz_record_text (firm, "headline");

  self->id = g_strdup (id);
  gtk_label_set_label (self->name, mz_record_text (firm, "name"));
  gtk_label_set_label (self->sector, mz_sample_is_example (id) ? _ ("Worked example") : trade);
  gtk_label_set_label (self->headline, headline != NULL ? headline : "");
  self->scene = draw_picture (analysis, gtk_drawing_area_get_content_width (self->picture) / SCALE,
                              gtk_drawing_area_get_content_height (self->picture) / SCALE);
  gtk_drawing_area_set_draw_func (self->picture, draw_cb, self, NULL);
  if (self->scene != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    mz_scene_description (self->scene), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mz_record_text (firm, "name"), -1);
  return GTK_WIDGET (self);
}

const char *
mz_start_card_id (MzStartCard *self)
{
  return self->id;
}
