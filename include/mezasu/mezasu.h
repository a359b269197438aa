/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * All public headers of the library. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/carry.h"
#include "mezasu/chart.h"
#include "mezasu/comparison.h"
#include "mezasu/difference.h"
#include "mezasu/document.h"
#include "mezasu/error.h"
#include "mezasu/guide.h"
#include "mezasu/headline.h"
#include "mezasu/language.h"
#include "mezasu/merge.h"
#include "mezasu/model-json.h"
#include "mezasu/model.h"
#include "mezasu/money.h"
#include "mezasu/pack.h"
#include "mezasu/ratio.h"
#include "mezasu/render.h"
#include "mezasu/report.h"
#include "mezasu/schema.h"
#include "mezasu/scorecard.h"
#include "mezasu/text-measure.h"
#include "mezasu/trace.h"
#include "mezasu/what-if.h"
