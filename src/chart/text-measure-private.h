/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inside of a text measurer. */

#pragma once

#include <pango/pango.h>

#include "mezasu/text-measure.h"

struct _MzTextMeasurer
{
  double (*advance) (MzTextMeasurer *self, const char *text, double size, MzWeight weight);
  char *family;
  PangoLayout *layout;
  double size; /* of the letters that the layout has, 0 for none yet */
  MzWeight weight;
  GHashTable *cache;
};
