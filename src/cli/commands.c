/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table of commands with their options, from which the usage is printed too. The manual page and the shell
 * completion are held against it by a test. */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

#define JSON_OPTION                                                                                \
  {                                                                                                \
    "json", 0, NULL, N_ ("the result as JSON")                                                     \
  }
#define OUTPUT_OPTION(what)                                                                        \
  {                                                                                                \
    "output", 'o', N_ ("FILE"), what                                                               \
  }
#define END_OF_OPTIONS                                                                             \
  {                                                                                                \
    NULL                                                                                           \
  }

static const MzCliOption no_options[] = {END_OF_OPTIONS};
static const MzCliOption json_only[] = {JSON_OPTION, END_OF_OPTIONS};

static const MzCliOption new_options[] = {
    {"sample", 0, N_ ("ID"), N_ ("start as a copy of this sample firm; see samples")},
    END_OF_OPTIONS};

static const MzCliOption check_options[] = {
    {"strict", 0, NULL, N_ ("ask for everything that a sample firm has to have")},
    JSON_OPTION,
    END_OF_OPTIONS};

static const MzCliOption import_options[] = {
    {"map", 0, N_ ("COLUMN=HEADING,…"),
     N_ ("which heading of a CSV stands for id, name, frequency, low, mode, high")},
    {"dry-run", 0, NULL, N_ ("say what would change and change nothing")},
    JSON_OPTION,
    END_OF_OPTIONS};

static const MzCliOption export_options[] = {
    OUTPUT_OPTION (N_ (
        "where to write, .json, .csv or .xlsx; - is standard output, as JSON or, with --kind, as CSV")),
    {"kind", 0, N_ ("KIND"), N_ ("the kind of record of a table, such as risk")},
    END_OF_OPTIONS};

static const MzCliOption analyse_options[] = {
    {"scenario", 0, N_ ("ID"),
     N_ ("the scenario to look at, by id or mark; the proposed one by default")},
    JSON_OPTION,
    END_OF_OPTIONS};

static const MzCliOption compare_options[] = {
    {"scenarios", 0, N_ ("A,B,…"), N_ ("scenarios by id or mark; all by default")},
    JSON_OPTION,
    END_OF_OPTIONS};

static const MzCliOption budget_options[] = {
    {"this-year", 0, N_ ("MONEY"),
     N_ ("the most that this year may cost, or none; that of the conclusions by default")},
    {"yearly", 0, N_ ("MONEY"),
     N_ ("the most that each later year may cost, or none; that of the conclusions by default")},
    {"by", 0, "loss|npv|bad-year",
     N_ ("least expected loss, highest net present value, or least loss in one year of twenty; loss by default")},
    {"frontier", 0, NULL, N_ ("also what less and more money this year would leave")},
    JSON_OPTION,
    END_OF_OPTIONS};

static const MzCliOption carry_options[] = {
    OUTPUT_OPTION (N_ ("where to write the model of the next year, .mezasu or .json")),
    END_OF_OPTIONS};

static const MzCliOption merge_options[] = {
    OUTPUT_OPTION (N_ ("where to write, .mezasu or .json; another name gets what MINE is")),
    {"prefer", 0, "mine|theirs", N_ ("settle every conflict for this side")},
    END_OF_OPTIONS};

static const MzCliOption chart_options[] = {
    OUTPUT_OPTION (N_ ("where to write, .svg, .png or .pdf; - is standard output, as SVG")),
    {"list", 0, NULL, N_ ("name the charts")},
    {"scenario", 0, N_ ("ID"),
     N_ ("the scenario to look at, by id or mark; the proposed one by default")},
    {"record", 0, N_ ("ID"), N_ ("what a chart of one record is about, by id or mark")},
    {"size", 0, N_ ("WxH"), N_ ("width and height in points")},
    {"theme", 0, "light|dark|print", N_ ("palette; print by default")},
    {"unit", 0, "yen|thousand|man|million|oku", N_ ("unit of money; that of the model by default")},
    JSON_OPTION,
    END_OF_OPTIONS};

static const MzCliOption report_options[] = {
    {"output", 'o', N_ ("FILE"),
     N_ ("where to write, .pdf, .pptx or .xlsx; - is standard output, as PDF; may be given several times"),
     TRUE},
    {"audience", 0, "all|board|management|audit|workshop",
     N_ ("whose pages; those chosen in the document by default")},
    {"pages", 0, N_ ("A,B,…"), N_ ("these pages, in this order")},
    {"list", 0, NULL, N_ ("name the pages")},
    {"paper", 0, "16:9|4:3|a4|a4-portrait",
     N_ ("size of the pages; that of the document by default")},
    {"palette", 0, "print|light|dark", N_ ("colours; those of the document by default")},
    {"template", 0, "FIRM.pptx", N_ ("a presentation whose masters, theme and size slides take")},
    {"unit", 0, "yen|thousand|man|million|oku", N_ ("unit of money; that of the model by default")},
    {"scenario", 0, N_ ("ID"), N_ ("the scenario that is proposed, by id or mark")},
    END_OF_OPTIONS};

static const MzCliOption calc_options[] = {{"list", 0, NULL, N_ ("name the calculations")},
                                           END_OF_OPTIONS};

static const MzCliOption recover_options[] = {
    {"list", 0, NULL, N_ ("only name them")}, JSON_OPTION, END_OF_OPTIONS};

static const MzCommand table[] = {
    {"samples", "", N_ ("lists the sample firms"), json_only, 0, 0, mz_cmd_samples},
    {"new", "FILE.mezasu", N_ ("makes a document, empty or a copy of a sample firm"), new_options,
     1, 1, mz_cmd_new},
    {"info", "FILE", N_ ("tells what is in a document"), json_only, 1, 1, mz_cmd_info},
    {"check", "FILE", N_ ("checks a document against its format and the method"), check_options, 1,
     1, mz_cmd_check},
    {"import", "IN.json|IN.csv|IN.xlsx FILE.mezasu",
     N_ ("takes a model, loss data or edited registers into a new or an existing document, as one edit"),
     import_options, 2, 2, mz_cmd_import},
    {"export", "FILE -o OUT.json|OUT.csv|OUT.xlsx",
     N_ ("writes the interchange format, or records as tables"), export_options, 1, 1,
     mz_cmd_export},
    {"schema", "", N_ ("prints the JSON Schema of the interchange format"), no_options, 0, 0,
     mz_cmd_schema},
    {"analyse", "FILE", N_ ("prints every result of the method"), analyse_options, 1, 1,
     mz_cmd_analyse},
    {"compare", "FILE [FILE2]",
     N_ ("sets scenarios side by side, or tells how two documents differ"), compare_options, 1, 2,
     mz_cmd_compare},
    {"budget", "FILE", N_ ("finds the best set of steps under a budget"), budget_options, 1, 1,
     mz_cmd_budget},
    {"trace", "FILE RECORD",
     N_ ("tells where a record or a figure comes from and what it leads to"), json_only, 2, 2,
     mz_cmd_trace},
    {"chart", "FILE KIND -o OUT.svg|OUT.png|OUT.pdf", N_ ("draws one chart"), chart_options, 0, 2,
     mz_cmd_chart},
    {"report", "FILE -o OUT.pdf|pptx|xlsx", N_ ("writes the board pack"), report_options, 0, 1,
     mz_cmd_report},
    {"history", "FILE", N_ ("lists the edits that a document keeps"), json_only, 1, 1,
     mz_cmd_history},
    {"undo", "FILE", N_ ("undoes the last edit"), no_options, 1, 1, mz_cmd_undo},
    {"redo", "FILE", N_ ("does the edit again that was undone last"), no_options, 1, 1,
     mz_cmd_redo},
    {"diff", "OLD NEW", N_ ("tells how two documents differ, field by field"), json_only, 2, 2,
     mz_cmd_diff},
    {"merge", "BASE MINE THEIRS -o OUT",
     N_ ("brings two copies of one model together, given the state that both come from"),
     merge_options, 3, 3, mz_cmd_merge},
    {"carry", "FILE -o OUT", N_ ("begins the next fiscal year with a copy of a model"),
     carry_options, 1, 1, mz_cmd_carry},
    {"recover", "", N_ ("writes working copies that never reached their file beside it"),
     recover_options, 0, 0, mz_cmd_recover},
    {"calc", "NAME", N_ ("does the arithmetic alone, on cases from standard input"), calc_options,
     0, 1, mz_cmd_calc},
};

const MzCommand *
mz_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      return &table[i];
  return NULL;
}

static void
print_options (const MzCliOption *options, GString *out)
{
  for (; options->name != NULL; options++)
    {
      const char *value = options->value == NULL ? "" : _ (options->value);
      g_autofree char *letter =
          options->letter != 0 ? g_strdup_printf ("-%c, ", options->letter) : g_strdup ("    ");
      g_autofree char *text =
          g_strconcat (letter, "--", options->name, *value != '\0' ? " " : "", value, NULL);
      g_string_append_printf (out, "  %s\n        %s\n", text, _ (options->help));
    }
}

void
mz_command_help (GString *out)
{
  g_string_append_printf (out, "%s mezasu-cli %s\n\n%s\n", _ ("Usage:"),
                          _ ("[OPTION…] COMMAND [ARGUMENT…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_string_append_printf (out, "  %-10s %s\n", table[i].name, _ (table[i].summary));
  g_string_append_printf (out, "\n%s\n", _ ("Options that stand anywhere:"));
  print_options (mz_global_options, out);
  g_string_append_printf (out, "\n%s\n",
                          _ ("Arguments of one command: mezasu-cli COMMAND --help."));
}

void
mz_command_help_one (const MzCommand *command, GString *out)
{
  g_string_append_printf (out, "%s mezasu-cli %s %s\n%s\n", _ ("Usage:"), command->name,
                          command->arguments, _ (command->summary));
  if (command->options->name != NULL)
    g_string_append_printf (out, "\n%s\n", _ ("Options:"));
  print_options (command->options, out);
}
