/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reading the command line against a command's table of options. */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const MzCliOption mz_global_options[] = {
    {"help", 'h', NULL, N_ ("how the program or a command is used")},
    {"version", 0, NULL, N_ ("the program's version")},
    {"lang", 0, "ja|en", N_ ("language of messages and samples; that of the locale by default")},
    {NULL},
};

/* The option that @word names, and the value behind "=" or behind a letter if there is one. */
static const MzCliOption *
match (const MzCliOption *options, const char *word, const char **value)
{
  *value = NULL;
  for (const MzCliOption *option = options; option->name != NULL; option++)
    {
      gsize length = strlen (option->name);
      if (g_str_has_prefix (word, "--") && strncmp (word + 2, option->name, length) == 0 &&
          (word[2 + length] == '\0' || word[2 + length] == '='))
        {
          if (word[2 + length] == '=')
            *value = word + 3 + length;
          return option;
        }
      if (option->letter != 0 && word[0] == '-' && word[1] == option->letter)
        {
          if (word[2] != '\0')
            *value = word + 2;
          return option;
        }
    }
  return NULL;
}

static gboolean
is_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0';
}

/* Takes the value of @option from itself or from the next word; *@index is left on the last word that was used. */
static int
take_value (const MzCliOption *option, GPtrArray *words, guint *index, const char **value)
{
  if (option->value == NULL)
    {
      if (*value != NULL)
        return mz_cli_usage (_ ("--%s takes no value."), option->name);
      *value = "";
      return MZ_CLI_DONE;
    }
  if (*value == NULL && *index + 1 < words->len)
    *value = g_ptr_array_index (words, ++*index);
  if (*value == NULL || **value == '\0')
    return mz_cli_usage (_ ("--%s needs a value: %s."), option->name, _ (option->value));
  return MZ_CLI_DONE;
}

int
mz_options_take_global (GPtrArray *words, MzGlobalOptions *global)
{
  for (guint i = 0; i < words->len;)
    {
      const char *word = g_ptr_array_index (words, i), *value;
      if (g_str_equal (word, "--"))
        break;
      const MzCliOption *option = is_option (word) ? match (mz_global_options, word, &value) : NULL;
      if (option == NULL)
        {
          i++;
          continue;
        }
      guint last = i;
      int status = take_value (option, words, &last, &value);
      if (status != MZ_CLI_DONE)
        return status;
      if (g_str_equal (option->name, "help"))
        global->help = TRUE;
      else if (g_str_equal (option->name, "version"))
        global->version = TRUE;
      else if (g_str_equal (value, "ja") || g_str_equal (value, "en"))
        global->language = value;
      else
        return mz_cli_usage (_ ("--lang is ja or en, not “%s”."), value);
      g_ptr_array_remove_range (words, i, last - i + 1);
    }
  return MZ_CLI_DONE;
}

static int
take_argument (MzCall *call, char *word)
{
  if (call->n_arguments == call->command->max_arguments)
    return mz_cli_usage (_ ("“%s” is one argument too many; usage: mezasu-cli %s %s"), word,
                         call->command->name, call->command->arguments);
  call->arguments[call->n_arguments++] = word;
  return MZ_CLI_DONE;
}

static int
take_option (MzCall *call, GPtrArray *words, guint *index)
{
  const char *word = g_ptr_array_index (words, *index), *value;
  const MzCliOption *option = match (call->command->options, word, &value);
  if (option == NULL)
    return mz_cli_usage (_ ("“%s” is no option of %s; see mezasu-cli %s --help."), word,
                         call->command->name, call->command->name);
  int status = take_value (option, words, index, &value);
  if (status != MZ_CLI_DONE)
    return status;
  if (option->many && g_hash_table_contains (call->options, option->name))
    g_ptr_array_add (call->further, (gpointer)value);
  else if (!g_hash_table_insert (call->options, (gpointer)option->name, (gpointer)value))
    return mz_cli_usage (_ ("--%s is given twice."), option->name);
  return MZ_CLI_DONE;
}

int
mz_options_parse (MzCall *call, GPtrArray *words)
{
  gboolean only_arguments = FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      char *word = g_ptr_array_index (words, i);
      int status = MZ_CLI_DONE;
      if (!only_arguments && g_str_equal (word, "--"))
        only_arguments = TRUE;
      else if (!only_arguments && is_option (word))
        status = take_option (call, words, &i);
      else
        status = take_argument (call, word);
      if (status != MZ_CLI_DONE)
        return status;
    }
  if (call->n_arguments < call->command->min_arguments)
    return mz_cli_usage (_ ("something is missing; usage: mezasu-cli %s %s"), call->command->name,
                         call->command->arguments);
  return MZ_CLI_DONE;
}

const char *
mz_call_option (const MzCall *call, const char *name)
{
  return g_hash_table_lookup (call->options, name);
}

gboolean
mz_call_has (const MzCall *call, const char *name)
{
  return g_hash_table_contains (call->options, name);
}
