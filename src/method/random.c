/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The keys of the random streams. */

#include "config.h"

#include "random-private.h"

#include <string.h>

static guint64
mix (guint64 z)
{
  z = (z ^ (z >> 30)) * MZ_RANDOM_MIX_1;
  z = (z ^ (z >> 27)) * MZ_RANDOM_MIX_2;
  return z ^ (z >> 31);
}

static MzRandomName
absorb (MzRandomName name, guint64 word)
{
  name.low = mix (name.low + word + MZ_RANDOM_STEP);
  name.high = mix ((name.high ^ name.low) + MZ_RANDOM_STEP);
  return name;
}

MzRandomName
mz_random_name_of_id (const char *id)
{
  gsize length = strlen (id);
  MzRandomName name = {1, length};
  for (gsize at = 0; at < length; at += 8)
    {
      guint64 word = 0;
      /* Byte by byte, so that machines of either byte order agree. */
      for (gsize i = at; i < MIN (at + 8, length); i++)
        word |= (guint64)(guchar)id[i] << (8 * (i - at));
      name = absorb (name, word);
    }
  return absorb (name, length);
}

MzRandomName
mz_random_name_of_position (guint64 position)
{
  /* Starts apart from every id, so that position 0 and a risk called "" are different streams. */
  MzRandomName name = {2, 0};
  return absorb (name, position);
}

MzRandomStream
mz_random_stream (guint64 seed, const MzRandomName *name, guint64 block)
{
  MzRandomName key = absorb (*name, seed);
  key = absorb (key, block);
  return (MzRandomStream){.start = key.low, .twist = key.high};
}
