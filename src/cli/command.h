/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a command of mezasu-cli is: one row of the table in commands.c and one file cmd-*.c. Its options are a table too,
 * which is parsed from and printed as the usage. */

#pragma once

#include <json-glib/json-glib.h>

#include "mezasu/document.h"

G_BEGIN_DECLS

/* Exit statuses. */
enum
{
  MZ_CLI_DONE = 0,
  MZ_CLI_REFUSED = 1,
  MZ_CLI_USAGE = 2,
  MZ_CLI_FILE = 3,
};

/* An option: `--name`, or `--name VALUE` when @value names what follows. @letter is its short form, 0 for none. With @many it
 * may be given more than once. */
typedef struct
{
  const char *name;
  char letter;
  const char *value;
  const char *help;
  gboolean many;
} MzCliOption;

typedef struct _MzCommand MzCommand;

/* One run of a command: what the person said, and what it printed so far. */
typedef struct
{
  const MzCommand *command;
  char *arguments[3];
  guint n_arguments;
  GHashTable *options;
  GPtrArray *further; /* values of the option that may be given more than once, behind its first */
  gboolean has_language;
  GString *out;
} MzCall;

/* @options ends with a row without name. */
struct _MzCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const MzCliOption *options;
  guint min_arguments;
  guint max_arguments;
  int (*run) (MzCall *call);
};

/* commands.c: the table. */
const MzCommand *mz_command_find (const char *name);
/* Prints how the program is used, or how one command is. */
void mz_command_help (GString *out);
void mz_command_help_one (const MzCommand *command, GString *out);

/* options.c: what a command line says. The text of an option, NULL when it was not given; "" for one without value. */
const char *mz_call_option (const MzCall *call, const char *name);
gboolean mz_call_has (const MzCall *call, const char *name);

/* The global options, taken out of the command line wherever they stand. */
typedef struct
{
  gboolean help;
  gboolean version;
  const char *language;
} MzGlobalOptions;

extern const MzCliOption mz_global_options[];

/* Both print the reason and give MZ_CLI_USAGE when the command line is wrong, else MZ_CLI_DONE. */
int mz_options_take_global (GPtrArray *words, MzGlobalOptions *global);
int mz_options_parse (MzCall *call, GPtrArray *words);

/* refusal.c: refusals, one line each on standard error. The first gives the exit status that fits @error, the second
 * MZ_CLI_USAGE, the third MZ_CLI_REFUSED. @file may be NULL. */
int mz_cli_fail (const char *file, const GError *error);
int mz_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
int mz_cli_refuse (const char *file, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* output.c: results. What is printed is kept until the end and written in one go; a closed pipe is no fault. */
void mz_cli_print (MzCall *call, const char *format, ...) G_GNUC_PRINTF (2, 3);
int mz_cli_print_json (MzCall *call, JsonNode *node);
int mz_cli_flush (MzCall *call);
/* Writes a result to @path whole or not at all; `-` is standard output. */
int mz_cli_write (MzCall *call, const char *path, GBytes *bytes);
/* Seconds since 1970 as the UTC time of ISO 8601. */
char *mz_cli_time (gint64 seconds);

/* A table for reading on a terminal: columns aligned by the width that characters have there. A heading that starts with
 * "#" is a column of numbers, aligned to the right. */
typedef struct _MzTextTable MzTextTable;
MzTextTable *mz_text_table_new (const char *first_heading, ...) G_GNUC_NULL_TERMINATED;
void mz_text_table_add (MzTextTable *self, const char *first_cell, ...) G_GNUC_NULL_TERMINATED;
/* @cells is taken over. */
void mz_text_table_take (MzTextTable *self, GPtrArray *cells);
void mz_text_table_add_heading (MzTextTable *self, const char *heading);
void mz_text_table_print (MzTextTable *self, MzCall *call);
void mz_text_table_free (MzTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzTextTable, mz_text_table_free)

/* files.c: documents and models in, documents out. */
MzModel *mz_cli_load (const char *path, int *status);
MzDocument *mz_cli_open (const char *path, int *status);
/* Saves what was edited and closes. On failure nothing of the edit is left anywhere but in memory. */
int mz_cli_save_and_close (MzDocument *document, const char *path);
char *mz_cli_digest (MzModel *model, GError **error);
/* The record that a person means: its id, the readable id of a JSON file, or its code. NULL when there is none. */
MzRecord *mz_cli_find_record (MzModel *model, const char *name);

/* samples.c: the sample firms. */
char *mz_sample_path (const char *id);
GPtrArray *mz_sample_ids (void);

/* cmd-diff.c: prints how two files differ, and says whether they do. */
int
mz_cli_compare_files (MzCall *call, const char *old_path, const char *new_path, gboolean *differ);

/* Whether a sample is a worked example of a method and no firm: its id ends in "-example". */
gboolean mz_sample_is_example (const char *id);

/* cmd-*.c */
int mz_cmd_analyse (MzCall *call);
int mz_cmd_budget (MzCall *call);
int mz_cmd_calc (MzCall *call);
int mz_cmd_carry (MzCall *call);
int mz_cmd_chart (MzCall *call);
int mz_cmd_check (MzCall *call);
int mz_cmd_compare (MzCall *call);
int mz_cmd_diff (MzCall *call);
int mz_cmd_export (MzCall *call);
int mz_cmd_history (MzCall *call);
int mz_cmd_import (MzCall *call);
int mz_cmd_info (MzCall *call);
int mz_cmd_merge (MzCall *call);
int mz_cmd_new (MzCall *call);
int mz_cmd_recover (MzCall *call);
int mz_cmd_redo (MzCall *call);
int mz_cmd_report (MzCall *call);
int mz_cmd_samples (MzCall *call);
int mz_cmd_schema (MzCall *call);
int mz_cmd_trace (MzCall *call);
int mz_cmd_undo (MzCall *call);

G_END_DECLS
