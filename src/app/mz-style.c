/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The style sheet names colours by token, as charts do. The tokens' values come from the palette of the charts, so that a
 * chip in a table and a cell of the heat map never differ. */

#include "config.h"

#include <adwaita.h>

#include "mz-style.h"

#define DESKTOP_DPI 96.0

static const char *const names[MZ_N_COLOURS] = {
    [MZ_COLOUR_PAPER] = "paper",
    [MZ_COLOUR_INK] = "ink",
    [MZ_COLOUR_SECONDARY] = "secondary",
    [MZ_COLOUR_HAIRLINE] = "hairline",
    [MZ_COLOUR_WASH] = "wash",
    [MZ_COLOUR_ACCENT] = "accent",
    [MZ_COLOUR_ACCENT_SOFT] = "accent_soft",
    [MZ_COLOUR_ON_ACCENT] = "on_accent",
    [MZ_COLOUR_BAND_1] = "band_1",
    [MZ_COLOUR_BAND_2] = "band_2",
    [MZ_COLOUR_BAND_3] = "band_3",
    [MZ_COLOUR_BAND_4] = "band_4",
    [MZ_COLOUR_ON_BAND_1] = "on_band_1",
    [MZ_COLOUR_ON_BAND_2] = "on_band_2",
    [MZ_COLOUR_ON_BAND_3] = "on_band_3",
    [MZ_COLOUR_ON_BAND_4] = "on_band_4",
};

MzTheme
mz_style_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  /* The palette of high contrast stands on white: on a dark window its ink could not be read. */
  if (adw_style_manager_get_dark (manager))
    return MZ_THEME_DARK;
  return adw_style_manager_get_high_contrast (manager) ? MZ_THEME_HIGH_CONTRAST : MZ_THEME_LIGHT;
}

double
mz_style_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / DESKTOP_DPI : 1.0;
}

static void
load_palette (GtkCssProvider *provider)
{
  g_autoptr (GString) css = g_string_new (NULL);
  MzTheme theme = mz_style_theme ();

  for (guint i = 0; i < MZ_N_COLOURS; i++)
    if (names[i] != NULL)
      {
        MzRgba colour = mz_palette_colour (theme, i);
        g_string_append_printf (css, "@define-color mz_%s #%02x%02x%02x;\n", names[i],
                                (guint)(colour.red * 255 + 0.5), (guint)(colour.green * 255 + 0.5),
                                (guint)(colour.blue * 255 + 0.5));
      }
  gtk_css_provider_load_from_data (provider, css->str, (gssize)css->len);
}

static void
theme_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, GtkCssProvider *palette)
{
  load_palette (palette);
}

void
mz_style_use (void)
{
  static gsize used = 0;
  AdwStyleManager *manager;
  GtkCssProvider *palette;
  GtkCssProvider *sheet;

  if (!g_once_init_enter (&used))
    return;
  manager = adw_style_manager_get_default ();
  palette = gtk_css_provider_new ();
  sheet = gtk_css_provider_new ();
  load_palette (palette);
  gtk_css_provider_load_from_resource (sheet, "/org/mezasu/Mezasu/ui/widgets.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (palette),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (sheet),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed_cb), palette, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), palette,
                           0);
  g_object_unref (palette);
  g_object_unref (sheet);
  g_once_init_leave (&used, 1);
}
