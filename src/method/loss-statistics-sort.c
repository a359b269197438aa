/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sorts losses by their bits: first into buckets of neighbouring values, by all threads together; then each bucket
 * within the cache. The order of doubles is total here (no NaN, no negative zero), so any way of sorting gives the
 * same bytes. */

#include "config.h"

#include "loss-statistics-private.h"

#include <string.h>

#define SLICE 65536
#define BUCKETS 1024
#define MOST_DIGITS (1 << 11)
#define SIGN_BIT G_GUINT64_CONSTANT (0x8000000000000000)

/* A double as an integer that sorts alike. */
static inline guint64
key_of (double value)
{
  guint64 bits;
  memcpy (&bits, &value, sizeof bits);
  return bits & SIGN_BIT ? ~bits : bits | SIGN_BIT;
}

static inline double
value_of (guint64 key)
{
  guint64 bits = key & SIGN_BIT ? key & ~SIGN_BIT : ~key;
  double value;
  memcpy (&value, &bits, sizeof value);
  return value;
}

typedef struct
{
  const MzWorkers *workers;
  double *values; /* in, and in the end out */
  guint64 *keys;  /* the same losses by bucket */
  gsize n;
  guint n_slices;
  guint64 base; /* least of keys that are not zero's, or a little less */
  guint shift;
  guint32 (*counts)[BUCKETS]; /* by slice; then where the slice's next key of a bucket goes */
  guint32 begin[BUCKETS + 1];
} Sort;

static void
insertion_sort (guint64 *keys, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      guint64 key = keys[i];
      gsize j = i;
      for (; j > 0 && keys[j - 1] > key; j--)
        keys[j] = keys[j - 1];
      keys[j] = key;
    }
}

/* Counts become the places where the keys of each digit begin. */
static void
add_up (guint32 *place, guint32 digits)
{
  for (guint32 digit = 0, sum = 0; digit < digits; digit++)
    {
      guint32 count = place[digit];
      place[digit] = sum;
      sum += count;
    }
}

/* Both digits of @digit_bits bits above @shift, the lower one first; both are counted in one pass. */
static void
sort_by_two_digits (guint64 *keys, guint64 *scratch, gsize n, guint shift, guint digit_bits)
{
  const guint32 digits = 1u << digit_bits, mask = digits - 1;
  guint32 low[MOST_DIGITS], high[MOST_DIGITS];
  memset (low, 0, digits * sizeof *low);
  memset (high, 0, digits * sizeof *high);
  for (gsize i = 0; i < n; i++)
    {
      guint32 both = (guint32)(keys[i] >> shift);
      low[both & mask]++;
      high[(both >> digit_bits) & mask]++;
    }
  add_up (low, digits);
  add_up (high, digits);
  for (gsize i = 0; i < n; i++)
    scratch[low[(keys[i] >> shift) & mask]++] = keys[i];
  for (gsize i = 0; i < n; i++)
    keys[high[(scratch[i] >> (shift + digit_bits)) & mask]++] = scratch[i];
}

static guint64
differing_bits (const guint64 *keys, gsize n)
{
  guint64 differing = 0;
  for (gsize i = 1; i < n; i++)
    differing |= keys[i] ^ keys[0];
  return differing;
}

/* Two digits down from the highest of the @bits in which the keys may differ; keys that are still alike, seldom many, go
 * again. */
static void
sort_keys (guint64 *keys, guint64 *scratch, gsize n, guint bits)
{
  if (n <= 48)
    {
      insertion_sort (keys, n);
      return;
    }
  /* Fixed sums: keys that look equal may all be. */
  if (keys[0] == keys[n / 2] && keys[0] == keys[n - 1])
    {
      guint64 differing = differing_bits (keys, n);
      bits = differing == 0 ? 0 : g_bit_storage (differing);
    }
  if (bits == 0)
    return;
  guint digit_bits = n < 1024 ? 8 : 11;
  guint shift = bits > 2 * digit_bits ? bits - 2 * digit_bits : 0;
  sort_by_two_digits (keys, scratch, n, shift, digit_bits);
  for (gsize from = 0, to; shift > 0 && from < n; from = to)
    {
      for (to = from + 1; to < n && keys[to] >> shift == keys[from] >> shift; to++)
        ;
      if (to - from > 1)
        sort_keys (keys + from, scratch + from, to - from, shift);
    }
}

/* Bucket 0 is for years without loss, whose keys are all one. */
static inline guint
bucket_of (const Sort *sort, guint64 key)
{
  return key < sort->base ? 0 : 1 + (guint)((key - sort->base) >> sort->shift);
}

static void
count_cb (guint slice, gpointer data)
{
  Sort *sort = data;
  guint32 *counts = sort->counts[slice];
  for (gsize i = (gsize)slice * SLICE; i < MIN (sort->n, (gsize)(slice + 1) * SLICE); i++)
    counts[bucket_of (sort, key_of (sort->values[i]))]++;
}

static void
scatter_cb (guint slice, gpointer data)
{
  Sort *sort = data;
  guint32 *next = sort->counts[slice];
  for (gsize i = (gsize)slice * SLICE; i < MIN (sort->n, (gsize)(slice + 1) * SLICE); i++)
    {
      guint64 key = key_of (sort->values[i]);
      sort->keys[next[bucket_of (sort, key)]++] = key;
    }
}

static void
sort_bucket_cb (guint bucket, gpointer data)
{
  Sort *sort = data;
  gsize begin = sort->begin[bucket], end = sort->begin[bucket + 1];
  /* The values have all moved to their buckets: their place is scratch until the keys come home. */
  if (bucket > 0)
    sort_keys (sort->keys + begin, (guint64 *)(gpointer)(sort->values + begin), end - begin,
               sort->shift);
  for (gsize i = begin; i < end; i++)
    sort->values[i] = value_of (sort->keys[i]);
}

static void
choose_buckets (Sort *sort, const MzMoments *moments)
{
  guint64 greatest = key_of (moments->greatest);
  guint64 least = sort->base = key_of (moments->least);
  if (greatest <= least)
    return;
  /* The base is a whole number of buckets, so that the keys of one differ in their last @shift bits alone. */
  while ((greatest - sort->base) >> sort->shift >= BUCKETS - 1)
    {
      sort->shift++;
      sort->base = least >> sort->shift << sort->shift;
    }
}

static void
place_buckets (Sort *sort)
{
  guint32 sum = 0;
  for (guint bucket = 0; bucket < BUCKETS; bucket++)
    {
      sort->begin[bucket] = sum;
      for (guint slice = 0; slice < sort->n_slices; slice++)
        {
          guint32 count = sort->counts[slice][bucket];
          sort->counts[slice][bucket] = sum;
          sum += count;
        }
    }
  sort->begin[BUCKETS] = sum;
}

gboolean
mz_loss_sort (double *values, double *scratch, gsize n, const MzMoments *moments,
              const MzWorkers *workers)
{
  Sort sort = {.workers = workers, .values = values, .keys = (guint64 *)(gpointer)scratch, .n = n};
  sort.n_slices = (n + SLICE - 1) / SLICE;
  g_autofree gpointer counts = g_malloc0_n (sort.n_slices, sizeof *sort.counts);
  sort.counts = counts;
  choose_buckets (&sort, moments);
  if (!mz_workers_run (workers, sort.n_slices, count_cb, &sort))
    return FALSE;
  place_buckets (&sort);
  return mz_workers_run (workers, sort.n_slices, scatter_cb, &sort) &&
         mz_workers_run (workers, BUCKETS, sort_bucket_cb, &sort);
}
