/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Ids of records: UUIDs after RFC 9562. */

#include "config.h"

#include <string.h>

#include "mezasu/record.h"

char *
mz_id_new (void)
{
  return g_uuid_string_random ();
}

char *
mz_id_derive (const char *name)
{
  /* The name space of Mezasu: a random UUID, fixed for ever. */
  static const guint8 space[16] = {0x6d, 0x1f, 0x0a, 0x52, 0x3c, 0x8e, 0x4b, 0x57,
                                   0x9a, 0x24, 0xe1, 0x70, 0x5d, 0xc6, 0x0b, 0x93};
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  g_checksum_update (checksum, space, sizeof space);
  g_checksum_update (checksum, (const guchar *)name, (gssize)strlen (name));
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (b[6] & 0x0f) | 0x50;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

gboolean
mz_id_check (const char *text)
{
  if (text == NULL || strlen (text) != 36)
    return FALSE;
  if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
    return FALSE;
  guint digits = 0;
  for (int i = 0; i < 36; i++)
    digits += (guchar)(text[i] - '0') < 10 || (guchar)(text[i] - 'a') < 6 ? 1 : 0;
  return digits == 32;
}
