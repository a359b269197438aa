/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * mezasu-cli: finds the command in the table, reads its options, runs it, writes what it printed. */

#include "config.h"

#include "command.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>

static int
run_command (const MzCommand *command, GPtrArray *words, const MzGlobalOptions *global,
             MzCall *call)
{
  call->command = command;
  if (global->help)
    {
      mz_command_help_one (command, call->out);
      return MZ_CLI_DONE;
    }
  int status = mz_options_parse (call, words);
  return status == MZ_CLI_DONE ? command->run (call) : status;
}

static int
run (GPtrArray *words, const MzGlobalOptions *global, MzCall *call)
{
  if (global->version)
    {
      mz_cli_print (call, "mezasu-cli %s\n", MZ_VERSION);
      return MZ_CLI_DONE;
    }
  if (words->len == 0 && global->help)
    {
      mz_command_help (call->out);
      return MZ_CLI_DONE;
    }
  if (words->len == 0)
    return mz_cli_usage (_ ("a command is needed; see mezasu-cli --help."));
  const char *name = g_ptr_array_index (words, 0);
  const MzCommand *command = mz_command_find (name);
  if (command == NULL && name[0] == '-')
    return mz_cli_usage (
        _ ("“%s” is no option that stands before a command; see mezasu-cli --help."), name);
  if (command == NULL)
    return mz_cli_usage (_ ("“%s” is no command; see mezasu-cli --help."), name);
  g_ptr_array_remove_index (words, 0);
  return run_command (command, words, global, call);
}

/* The language has to be known before the first message, so that a wrong command line is told in it. */
static const char *
early_language (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      const char *value = g_str_equal (argv[i], "--lang")         ? argv[i + 1]
                          : g_str_has_prefix (argv[i], "--lang=") ? argv[i] + strlen ("--lang=")
                                                                  : NULL;
      if (g_strcmp0 (value, "ja") == 0 || g_strcmp0 (value, "en") == 0)
        return value;
    }
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) out = g_string_new (NULL);
  MzGlobalOptions global = {0};
  g_autoptr (GPtrArray) further = g_ptr_array_new ();
  MzCall call = {.options = options, .further = further, .out = out};

  signal (SIGPIPE, SIG_IGN);
  g_set_prgname ("mezasu-cli");
  mz_language_start (early_language (argc, argv));
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (words, argv[i]);

  int status = mz_options_take_global (words, &global);
  call.has_language = global.language != NULL;
  if (status == MZ_CLI_DONE)
    status = run (words, &global, &call);
  int written = mz_cli_flush (&call);
  return written != MZ_CLI_DONE ? written : status;
}
