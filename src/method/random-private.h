/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A counter-based random generator: draw number n of a stream is a function of the stream's key and n, so that any
 * draw can be addressed without the ones before it. A stream belongs to one (seed, risk, block of trials), which is
 * what makes a result independent of threads and lets scenarios share their random numbers.
 *
 * The mixing is SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) with
 * the constants of Stafford's variant 13; a second key enters between its two multiplications, so that two streams
 * whose counters happen to overlap still differ. Draws 2k + 1 and 2k + 2, which an event takes, share the mixing up
 * to the second multiplication and differ in its factor: as points of the unit square they lie on the lattice of a
 * multiplicative generator of modulus 2^64 whose factor is MZ_RANDOM_MIX_3 / MZ_RANDOM_MIX_2 = 0xd1342543de82ef95,
 * from Steele and Vigna, "Computationally easy, spectrally good multipliers for congruential pseudorandom number
 * generators", Software: Practice and Experience 52, 2022. Its points are 2^-32 apart in every direction. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MZ_RANDOM_STEP G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MZ_RANDOM_MIX_1 G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)
#define MZ_RANDOM_MIX_2 G_GUINT64_CONSTANT (0x94d049bb133111eb)
#define MZ_RANDOM_MIX_3 G_GUINT64_CONSTANT (0x59df84c2de9fd2c7)

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

/* Draw number @n of @stream: 64 bits. The last step leaves the upper half as the multiplication made it. */
static inline guint64
mz_random_draw (const MzRandomStream *stream, guint64 n)
{
  guint64 z = stream->start + (n + 1) / 2 * MZ_RANDOM_STEP;
  z = (z ^ (z >> 30)) * MZ_RANDOM_MIX_1;
  z = ((z ^ (z >> 27)) + stream->twist) * (n % 2 == 1 ? MZ_RANDOM_MIX_2 : MZ_RANDOM_MIX_3);
  return z ^ (z >> 32);
}

G_END_DECLS
