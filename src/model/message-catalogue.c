/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reading the compiled catalogue of one language beside gettext, which knows only the language of the process. The form of
 * the file is told in the manual of GNU gettext, "The Format of GNU MO Files". */

#include "config.h"

#include "mezasu/message-catalogue.h"

#include <libintl.h>
#include <string.h>

#define MAGIC 0x950412de
#define MAGIC_SWAPPED 0xde120495

typedef struct
{
  const guchar *data;
  gsize size;
  gboolean swapped;
} MzFile;

static guint32
number_at (const MzFile *self, gsize offset)
{
  guint32 number;

  if (offset > self->size || self->size - offset < sizeof number)
    return 0;
  memcpy (&number, self->data + offset, sizeof number);
  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The text that an entry of a table of lengths and offsets stands for, %NULL when it does not lie in the file. */
static const char *
text_at (const MzFile *self, gsize entry)
{
  guint32 length = number_at (self, entry), offset = number_at (self, entry + 4);

  if (offset >= self->size || length >= self->size - offset || self->data[offset + length] != '\0')
    return NULL;
  return (const char *)self->data + offset;
}

static GHashTable *
read_messages (const MzFile *self)
{
  GHashTable *messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint32 n = number_at (self, 8), originals = number_at (self, 12),
          translations = number_at (self, 16);

  for (guint32 i = 0; i < n && i < self->size / 8; i++)
    {
      const char *message = text_at (self, (gsize)originals + 8 * (gsize)i);
      const char *translation = text_at (self, (gsize)translations + 8 * (gsize)i);

      if (message != NULL && translation != NULL && *message != '\0' && *translation != '\0')
        g_hash_table_insert (messages, g_strdup (message), g_strdup (translation));
    }
  return messages;
}

static GHashTable *
load (const char *language)
{
  const char *directory = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autofree char *path = g_build_filename (directory != NULL ? directory : MZ_LOCALE_DIR, language,
                                            "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *data = NULL;
  MzFile file = {0};
  guint32 magic;

  if (!g_file_get_contents (path, &data, &file.size, NULL))
    return g_hash_table_new (g_str_hash, g_str_equal);
  file.data = (const guchar *)data;
  magic = number_at (&file, 0);
  file.swapped = magic == MAGIC_SWAPPED;
  if (magic != MAGIC && !file.swapped)
    return g_hash_table_new (g_str_hash, g_str_equal);
  return read_messages (&file);
}

const char *
mz_message_in (const char *language, const char *message)
{
  static GMutex lock;
  static GHashTable *japanese;
  const char *translation;

  g_return_val_if_fail (language != NULL, "");

  if (message == NULL || !g_str_equal (language, "ja"))
    return message != NULL ? message : "";
  g_mutex_lock (&lock);
  if (japanese == NULL)
    japanese = load (language);
  translation = g_hash_table_lookup (japanese, message);
  g_mutex_unlock (&lock);
  return translation != NULL ? translation : message;
}
