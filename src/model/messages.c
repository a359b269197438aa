/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Messages by thread: from gettext where the thread speaks the language of the program, else from the catalogue itself. */

#include "config.h"

#include "mezasu/language.h"
#include "mezasu/message-catalogue.h"

#undef g_dgettext
#undef g_dngettext
#undef g_dpgettext2

/* Between context and message in a catalogue. */
#define CONTEXT_GLUE "\004"

/* NULL for the language of the program. */
static _Thread_local const char *own;

const char *
mz_language_use (const char *language)
{
  static const char *const known[] = {"ja", "en"};
  const char *before = own;

  own = NULL;
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i], language))
      own = known[i];
  return before;
}

const char *
mz_language (void)
{
  /* TRANSLATORS: the code of the language you translate to: ja for Japanese. */
  const char *code = own != NULL ? own : g_dpgettext2 (GETTEXT_PACKAGE, "language code", "en");
  return g_str_equal (code, "ja") ? "ja" : "en";
}

const char *
mz_message (const char *message)
{
  return own != NULL ? mz_message_in (own, message) : g_dgettext (GETTEXT_PACKAGE, message);
}

const char *
mz_message_context (const char *context, const char *message)
{
  g_autofree char *key = NULL;
  const char *found;

  if (own == NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, message);
  key = g_strconcat (context, CONTEXT_GLUE, message, NULL);
  found = mz_message_in (own, key);
  return found != key ? found : message;
}

const char *
mz_message_count (const char *one, const char *many, unsigned long n)
{
  const char *found;

  if (own == NULL)
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);
  /* Japanese has one form, which stands under the singular of the source. */
  found = mz_message_in (own, one);
  return found != one ? found : n == 1 ? one : many;
}
