/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A counter-based random generator: draw number n of a stream is a function of the stream's key and n, so that any
 * draw can be addressed without the ones before it. A stream belongs to one (seed, risk, block of trials), which is
 * what makes a result independent of threads and lets scenarios share their random numbers.
 *
 * The mixing is SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) with
 * the constants of Stafford's variant 13; a second key enters between its two multiplications, so that two streams
 * whose counters happen to overlap still differ. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MZ_RANDOM_STEP G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MZ_RANDOM_MIX_1 G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)
#define MZ_RANDOM_MIX_2 G_GUINT64_CONSTANT (0x94d049bb133111eb)

/* The two keys of one stream. */
typedef struct
{
  guint64 start;
  guint64 twist;
} MzRandomStream;

/* What identifies a risk to the generator: 128 bits of its id, or of its position when it has none. */
typedef struct
{
  guint64 high;
  guint64 low;
} MzRandomName;

MzRandomName mz_random_name_of_id (const char *id);
MzRandomName mz_random_name_of_position (guint64 position);
MzRandomStream mz_random_stream (guint64 seed, const MzRandomName *name, guint64 block);

/* Draw number @n of @stream: 64 bits. */
static inline guint64
mz_random_draw (const MzRandomStream *stream, guint64 n)
{
  guint64 z = stream->start + n * MZ_RANDOM_STEP;
  z = (z ^ (z >> 30)) * MZ_RANDOM_MIX_1;
  z = ((z ^ (z >> 27)) + stream->twist) * MZ_RANDOM_MIX_2;
  return z ^ (z >> 31);
}

G_END_DECLS
