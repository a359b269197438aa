/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The interchange format: what is read, what is refused and where, and that nothing is lost on the way from a document
 * to JSON and back. A field added to a copy of the schema appears everywhere by itself. */

#include "config.h"

#include "store-support.h"

#include <sqlite3.h>
#include <string.h>

#define HEAD "{\"format\":\"mezasu-model\",\"version\":1,\"records\":"

static MzModel *
read_model (const char *text, const char *language, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (JsonNode) root = mz_json_parse (text, strlen (text), "test.json", &inner);
  g_assert_no_error (inner);
  return mz_model_from_json (mz_schema_default (), root, "test.json", language, error);
}

static char *
write_model (MzModel *model)
{
  g_autoptr (JsonNode) node = mz_model_to_json (model);
  return mz_json_to_text (node, TRUE);
}

static MzRecord *
find_titled (MzModel *model, const char *kind, const char *title)
{
  for (guint i = 0; i < mz_model_count (model, kind); i++)
    if (g_strcmp0 (mz_record_text (mz_model_nth (model, kind, i), "title"), title) == 0)
      return mz_model_nth (model, kind, i);
  return NULL;
}

static void
test_types (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = read_model (
      HEAD
      "{\"organisation\":[{\"id\":\"firm\",\"name\":\"F\",\"staff\":12,\"tax_rate\":300000,"
      "\"edition\":null,\"report_date\":\"2026-04-01\"}],"
      "\"pl_line\":[{\"id\":\"a\",\"item\":\"tax\",\"amount\":-5000000000}],"
      "\"context\":[{\"id\":\"c\",\"title\":\"T\",\"targets\":[\"scope\",\"purpose\"],\"strength\":3,"
      "\"needs_assessment\":true}],"
      "\"objective\":[{\"id\":\"o\",\"title\":\"O\"}],"
      "\"kpi\":[{\"id\":\"k\",\"title\":\"K\",\"objective\":\"o\",\"baseline\":2,\"target\":0.1}]}}",
      "ja", &error);
  g_assert_no_error (error);
  MzRecord *firm = mz_model_single (model, "organisation");
  g_assert_cmpint (mz_record_integer (firm, "staff", 0), ==, 12);
  g_assert_cmpint (mz_record_integer (firm, "tax_rate", 0), ==, 300000);
  g_assert_cmpstr (mz_record_text (firm, "report_date"), ==, "2026-04-01");
  /* null takes even a default away; what is not said keeps it. */
  g_assert_false (mz_record_has (firm, "edition"));
  g_assert_cmpint (mz_record_integer (firm, "fiscal_month", 0), ==, 4);
  MzRecord *line = mz_model_nth (model, "pl_line", 0);
  g_assert_cmpint (mz_record_integer (line, "amount", 0), ==, G_GINT64_CONSTANT (-5000000000));
  MzRecord *entry = mz_model_nth (model, "context", 0);
  const MzField *targets = mz_kind_field (mz_record_kind (entry),
                                          (guint)mz_kind_find (mz_record_kind (entry), "targets"));
  g_assert_cmpint (mz_record_integer (entry, "targets", 0), ==,
                   (1 << mz_field_choice (targets, "scope")) |
                       (1 << mz_field_choice (targets, "purpose")));
  g_assert_true (mz_record_flag (entry, "needs_assessment"));
  MzRecord *kpi = mz_model_nth (model, "kpi", 0);
  g_assert_cmpfloat (mz_record_real (kpi, "baseline", 0), ==, 2.0);
  g_assert_cmpfloat (mz_record_real (kpi, "target", 0), ==, 0.1);
  g_assert_true (mz_model_referred (model, kpi, "objective") ==
                 mz_model_nth (model, "objective", 0));
}

static void
test_languages (void)
{
  static const char text[] = HEAD
      "{\"zone\":[{\"id\":\"a\",\"title\":{\"ja\":\"社内\",\"en\":\"Office\"}},"
      "{\"id\":\"b\",\"title\":{\"en\":\"Cloud\"}},{\"id\":\"c\",\"title\":{\"ja\":\"工場\"}}]}}";
  g_autoptr (MzModel) ja = read_model (text, "ja", NULL);
  g_autoptr (MzModel) en = read_model (text, "en", NULL);
  static const char *const expected[][2] = {
      {"社内", "Office"}, {"Cloud", "Cloud"}, {"工場", "工場"}};
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (mz_record_text (mz_model_nth (ja, "zone", i), "title"), ==, expected[i][0]);
      g_assert_cmpstr (mz_record_text (mz_model_nth (en, "zone", i), "title"), ==, expected[i][1]);
    }
}

static void
test_order (void)
{
  g_autoptr (MzModel) model =
      read_model (HEAD "{\"zone\":[{\"id\":\"z\",\"title\":\"1\"},{\"id\":\"a\",\"title\":\"2\"},"
                       "{\"id\":\"m\",\"title\":\"3\"}]}}",
                  "ja", NULL);
  for (guint i = 0; i < 3; i++)
    {
      char title[2] = {(char)('1' + i), '\0'};
      MzRecord *record = mz_model_nth (model, "zone", i);
      g_assert_cmpstr (mz_record_text (record, "title"), ==, title);
      g_assert_cmpint (mz_record_integer (record, "position", 0), ==, (i + 1) * 1024);
    }
}

static void
test_ids (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model =
      read_model (HEAD "{\"zone\":[{\"id\":\"Zone.1_a-b\",\"title\":\"1\"},"
                       "{\"id\":\"01234567-89ab-4def-8123-0123456789ab\",\"title\":\"2\"}],"
                       "\"system\":[{\"id\":\"s\",\"title\":\"S\",\"zone\":\"Zone.1_a-b\"}],"
                       "\"organisation\":[{\"id\":\"any\"}],"
                       "\"link\":[{\"id\":\"l\",\"cause\":\"any\",\"result\":\"s\"}]}}",
                  "ja", &error);
  g_assert_no_error (error);
  g_autofree char *derived = mz_id_derive ("Zone.1_a-b");
  g_assert_nonnull (mz_model_find (model, derived));
  g_assert_nonnull (mz_model_find (model, "01234567-89ab-4def-8123-0123456789ab"));
  MzRecord *system = mz_model_nth (model, "system", 0);
  g_assert_cmpstr (mz_record_text (system, "zone"), ==, derived);
  /* A singleton keeps its own id, and references follow. */
  g_assert_cmpstr (mz_record_text (mz_model_nth (model, "link", 0), "cause"), ==,
                   mz_record_id (mz_model_single (model, "organisation")));
}

/* Every refusal names the place and has the right code. */
static const struct
{
  const char *name, *text, *place;
  MzStoreError code;
} refusals[] = {
    {"list", "[]", "format", MZ_STORE_ERROR_MALFORMED},
    {"no-format", "{\"version\":1,\"records\":{}}", "format", MZ_STORE_ERROR_MALFORMED},
    {"other-format", "{\"format\":\"x\",\"version\":1,\"records\":{}}", "format",
     MZ_STORE_ERROR_MALFORMED},
    {"no-version", "{\"format\":\"mezasu-model\",\"records\":{}}", "version",
     MZ_STORE_ERROR_MALFORMED},
    {"newer", "{\"format\":\"mezasu-model\",\"version\":2,\"records\":{}}", "version",
     MZ_STORE_ERROR_NEWER},
    {"zero-version", "{\"format\":\"mezasu-model\",\"version\":0,\"records\":{}}", "version",
     MZ_STORE_ERROR_MALFORMED},
    {"more-members", "{\"format\":\"mezasu-model\",\"version\":1,\"records\":{},\"x\":1}", "x",
     MZ_STORE_ERROR_MALFORMED},
    {"no-records", "{\"format\":\"mezasu-model\",\"version\":1}", "records",
     MZ_STORE_ERROR_MALFORMED},
    {"records-list", HEAD "[]}", "records", MZ_STORE_ERROR_MALFORMED},
    {"unknown-kind", HEAD "{\"zones\":[]}}", "records.zones", MZ_STORE_ERROR_MALFORMED},
    {"kind-object", HEAD "{\"zone\":{}}}", "records.zone", MZ_STORE_ERROR_MALFORMED},
    {"record-number", HEAD "{\"zone\":[7]}}", "records.zone[0]", MZ_STORE_ERROR_MALFORMED},
    {"no-id", HEAD "{\"zone\":[{\"title\":\"x\"}]}}", "records.zone[0].id",
     MZ_STORE_ERROR_MALFORMED},
    {"id-number", HEAD "{\"zone\":[{\"id\":1,\"title\":\"x\"}]}}", "records.zone[0].id",
     MZ_STORE_ERROR_MALFORMED},
    {"id-space", HEAD "{\"zone\":[{\"id\":\"a b\",\"title\":\"x\"}]}}", "records.zone[0].id",
     MZ_STORE_ERROR_MALFORMED},
    {"id-long",
     HEAD
     "{\"zone\":[{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"title\":\"x\"}]}}",
     "records.zone[0].id", MZ_STORE_ERROR_MALFORMED},
    {"id-twice",
     HEAD "{\"zone\":[{\"id\":\"a\",\"title\":\"x\"}],\"theme\":[{\"id\":\"a\",\"title\":\"y\"}]}}",
     "records.theme[0].id", MZ_STORE_ERROR_MALFORMED},
    {"unknown-field", HEAD "{\"zone\":[{\"id\":\"a\",\"titel\":\"x\"}]}}", "records.zone[0].titel",
     MZ_STORE_ERROR_MALFORMED},
    {"strange-field",
     HEAD
     "{\"zone\":[{\"id\":\"a\",\"x\\ny\\u202e社社社社社社社社社社社社社社社社社社社社社社社社社社社社\":\"x\"}]}}",
     "records.zone[0].x\xef\xbf\xbdy", MZ_STORE_ERROR_MALFORMED},
    {"text-number", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":1}]}}", "records.zone[0].title",
     MZ_STORE_ERROR_MALFORMED},
    {"text-language", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":{\"ja\":\"x\",\"fr\":\"y\"}}]}}",
     "records.zone[0].title", MZ_STORE_ERROR_MALFORMED},
    {"text-no-language", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":{}}]}}", "records.zone[0].title",
     MZ_STORE_ERROR_MALFORMED},
    {"text-lines", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":\"x\\ny\"}]}}", "records.zone[0].title",
     MZ_STORE_ERROR_MALFORMED},
    {"required-missing", HEAD "{\"zone\":[{\"id\":\"a\"}]}}", "test.json",
     MZ_STORE_ERROR_MALFORMED},
    {"required-null", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":null}]}}", "records.zone[0].title",
     MZ_STORE_ERROR_MALFORMED},
    {"choice", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":\"x\",\"type\":\"moon\"}]}}",
     "records.zone[0].type", MZ_STORE_ERROR_MALFORMED},
    {"choice-list", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":\"x\",\"type\":[\"cloud\"]}]}}",
     "records.zone[0].type", MZ_STORE_ERROR_MALFORMED},
    {"choices-twice",
     HEAD "{\"context\":[{\"id\":\"a\",\"title\":\"x\",\"targets\":[\"scope\",\"scope\"]}]}}",
     "records.context[0].targets", MZ_STORE_ERROR_MALFORMED},
    {"choices-unknown",
     HEAD "{\"context\":[{\"id\":\"a\",\"title\":\"x\",\"targets\":[\"moon\"]}]}}",
     "records.context[0].targets", MZ_STORE_ERROR_MALFORMED},
    {"level", HEAD "{\"context\":[{\"id\":\"a\",\"title\":\"x\",\"strength\":6}]}}",
     "records.context[0].strength", MZ_STORE_ERROR_MALFORMED},
    {"money-real", HEAD "{\"pl_line\":[{\"id\":\"a\",\"amount\":1.5}]}}",
     "records.pl_line[0].amount", MZ_STORE_ERROR_MALFORMED},
    {"money-text", HEAD "{\"pl_line\":[{\"id\":\"a\",\"amount\":\"100\"}]}}",
     "records.pl_line[0].amount", MZ_STORE_ERROR_MALFORMED},
    {"money-large", HEAD "{\"pl_line\":[{\"id\":\"a\",\"amount\":1000000000000001}]}}",
     "records.pl_line[0].amount", MZ_STORE_ERROR_MALFORMED},
    {"date", HEAD "{\"organisation\":[{\"id\":\"a\",\"report_date\":\"2026-02-29\"}]}}",
     "records.organisation[0].report_date", MZ_STORE_ERROR_MALFORMED},
    {"boolean", HEAD "{\"zone\":[{\"id\":\"a\",\"title\":\"x\",\"assumed\":1}]}}",
     "records.zone[0].assumed", MZ_STORE_ERROR_MALFORMED},
    {"reference", HEAD "{\"system\":[{\"id\":\"a\",\"title\":\"x\",\"zone\":\"nowhere\"}]}}",
     "records.system[0].zone", MZ_STORE_ERROR_MALFORMED},
    {"reference-kind",
     HEAD
     "{\"theme\":[{\"id\":\"t\",\"title\":\"t\"}],\"system\":[{\"id\":\"a\",\"title\":\"x\",\"zone\":\"t\"}]}}",
     "test.json", MZ_STORE_ERROR_MALFORMED},
    {"two-organisations", HEAD "{\"organisation\":[{\"id\":\"a\"},{\"id\":\"b\"}]}}",
     "records.organisation[1]", MZ_STORE_ERROR_MALFORMED},
    {"cycle",
     HEAD
     "{\"option\":[{\"id\":\"o\",\"title\":\"o\"}],\"step\":[{\"id\":\"a\",\"title\":\"a\",\"option\":\"o\",\"predecessor\":\"b\"},"
     "{\"id\":\"b\",\"title\":\"b\",\"option\":\"o\",\"predecessor\":\"a\"}]}}",
     "test.json", MZ_STORE_ERROR_MALFORMED},
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_assert_null (read_model (refusals[i].text, "ja", &error));
  g_assert_error (error, MZ_STORE_ERROR, (int)refusals[i].code);
  g_assert_nonnull (strstr (error->message, refusals[i].place));
  g_assert_nonnull (strstr (error->message, "test.json"));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_null (strstr (error->message, "\u202e"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static MzModel *
load_sample (const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), "ec-site.json", NULL);
  MzModel *model = mz_model_load (mz_schema_default (), path, language, &error);
  g_assert_no_error (error);
  return model;
}

static void
test_sample (void)
{
  g_autoptr (MzModel) ja = load_sample ("ja");
  g_autoptr (MzModel) en = load_sample ("en");
  g_assert_cmpuint (mz_model_count (ja, "risk"), >=, 16);
  g_assert_cmpuint (mz_model_count (ja, "risk"), ==, mz_model_count (en, "risk"));
  g_assert_cmpstr (mz_record_id (mz_model_nth (ja, "risk", 0)), ==,
                   mz_record_id (mz_model_nth (en, "risk", 0)));
  g_assert_cmpstr (mz_record_text (mz_model_nth (ja, "risk", 0), "title"), !=,
                   mz_record_text (mz_model_nth (en, "risk", 0), "title"));
}

static void
test_round_trip (void)
{
  g_autoptr (MzModel) model = load_sample ("ja");
  g_autofree char *first = write_model (model);
  g_autoptr (MzModel) again = read_model (first, "ja", NULL);
  g_assert_nonnull (again);
  g_autofree char *second = write_model (again);
  g_assert_cmpstr (first, ==, second);
  support_assert_equal (model, again);
}

/* What a person did in between: deleted, added, reordered, took a default away. */
static void
test_document_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = load_sample ("en");
  MzDocument *document = mz_document_new_from_model (model, &error);
  g_assert_no_error (error);
  MzModel *live = mz_document_model (document);
  const MzKind *risk = mz_schema_kind (mz_schema_default (), "risk");
  g_autoptr (MzEdit) edit = mz_edit_new ("several");
  MzRecord *firm = mz_model_single (live, "organisation");
  mz_edit_delete (edit, risk, mz_record_id (mz_model_nth (live, "risk", 3)));
  mz_edit_set_integer (edit, risk, mz_record_id (mz_model_nth (live, "risk", 5)), "position", -12);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "edition", NULL);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "business", "");
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
  g_autofree char *added = support_add_risk (document, "\"quotes\" \\ and \360\237\227\277");

  g_autofree char *digest = mz_document_digest (document);
  g_autofree char *text = write_model (live);
  g_autoptr (MzModel) read = read_model (text, "ja", &error);
  g_assert_no_error (error);
  support_assert_equal (live, read);
  MzDocument *copy = mz_document_new_from_model (read, &error);
  g_assert_no_error (error);
  g_autofree char *again = mz_document_digest (copy);
  g_assert_cmpstr (digest, ==, again);
  mz_document_close (copy, TRUE);
  mz_document_close (document, TRUE);
  g_object_unref (copy);
  g_object_unref (document);
}

static void
test_import_edit (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) sample = load_sample ("ja");
  g_autoptr (MzModel) english = load_sample ("en");
  g_autoptr (MzModel) empty = mz_model_new (mz_schema_default ());
  g_autoptr (MzModel) before = mz_model_copy (sample);
  MzModel *const targets[] = {english, empty, before};
  MzDocument *document = mz_document_new_from_model (sample, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (MzEdit) edit =
          mz_model_import_edit (mz_document_model (document), targets[i], "import");
      mz_document_edit (document, edit, &error);
      g_assert_no_error (error);
      support_assert_equal (mz_document_model (document), targets[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      mz_document_undo (document, &error);
      g_assert_no_error (error);
    }
  support_assert_equal (mz_document_model (document), before);
  mz_document_close (document, TRUE);
  g_object_unref (document);
}

/* A child moves to another owner while its old owner goes: it may not go with it. */
static void
test_import_moves_children (void)
{
  static const char old[] = HEAD "{\"option\":[{\"id\":\"a\",\"title\":\"a\"}],"
                                 "\"step\":[{\"id\":\"s\",\"title\":\"s\",\"option\":\"a\"}]}}";
  static const char fresh[] = HEAD "{\"option\":[{\"id\":\"b\",\"title\":\"b\"}],"
                                   "\"step\":[{\"id\":\"s\",\"title\":\"s\",\"option\":\"b\"}]}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) current = read_model (old, "ja", NULL);
  g_autoptr (MzModel) incoming = read_model (fresh, "ja", NULL);
  g_autoptr (MzEdit) edit = mz_model_import_edit (current, incoming, "import");
  mz_model_edit (current, edit, &error);
  g_assert_no_error (error);
  support_assert_equal (current, incoming);
  g_assert_nonnull (find_titled (current, "step", "s"));
}

/* The schema of this program with one more field at the end of the risks and a higher version. Like the schema itself it
 * lives as long as the program, because classes of records are made from it. */
static const MzSchema *
extended_schema (void)
{
  static const MzField demonstration = {"demonstration",
                                        MZ_TYPE_MONEY,
                                        MZ_FIELD_REQUIRED,
                                        "Demonstration",
                                        "Only for this test",
                                        NULL,
                                        0,
                                        500,
                                        "7"};
  static MzKind kinds[100];
  static MzField fields[100];
  static MzSchema extended;
  const MzSchema *schema = mz_schema_default ();
  if (extended.kinds != NULL)
    return &extended;
  g_assert_cmpuint (schema->n_kinds, <, G_N_ELEMENTS (kinds));
  memcpy (kinds, schema->kinds, schema->n_kinds * sizeof *kinds);
  for (guint i = 0; i < schema->n_kinds; i++)
    if (g_str_equal (kinds[i].name, "risk"))
      {
        g_assert_cmpuint (kinds[i].n_fields, <, G_N_ELEMENTS (fields));
        memcpy (fields, kinds[i].fields, kinds[i].n_fields * sizeof *fields);
        memcpy (&fields[kinds[i].n_fields++], &demonstration, sizeof demonstration);
        kinds[i].fields = fields;
      }
  extended = (MzSchema){schema->version + 1, kinds, schema->n_kinds};
  return &extended;
}

static void
test_field_json (void)
{
  g_autoptr (GError) error = NULL;
  static const char text[] =
      HEAD "{\"risk\":[{\"id\":\"r\",\"title\":\"r\",\"demonstration\":123}]}}";
  g_autoptr (JsonNode) root = mz_json_parse (text, strlen (text), "test.json", NULL);
  g_autoptr (MzModel) model =
      mz_model_from_json (extended_schema (), root, "test.json", "ja", &error);
  g_assert_no_error (error);
  g_assert_cmpint (mz_record_integer (mz_model_nth (model, "risk", 0), "demonstration", 0), ==,
                   123);
  g_autofree char *written = write_model (model);
  g_assert_nonnull (strstr (written, "\"demonstration\": 123"));
  g_autoptr (JsonNode) schema = mz_schema_to_json (extended_schema ());
  g_autofree char *schema_text = mz_json_to_text (schema, FALSE);
  g_assert_nonnull (strstr (
      schema_text, "\"demonstration\":{\"default\":7,\"description\":\"Only for this test (whole "
                   "yen)\",\"maximum\":500,\"minimum\":0,\"title\":\"Demonstration\",\"type\":"
                   "\"integer\"}"));
}

/* A document of today, with history, opened by a program of tomorrow: the field is there with its default, the history
 * still undoes, and the file that is saved then can only be read by the program of today. */
static void
test_field_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = support_path ("old.mezasu");
  MzDocument *document = mz_document_new (mz_schema_default (), &error);
  support_set_name (document, "Firm");
  g_autofree char *first = support_add_risk (document, "First");
  g_autofree char *second = support_add_risk (document, "Second");
  mz_document_save_as (document, path, FALSE, &error);
  g_assert_no_error (error);
  mz_document_close (document, TRUE);
  g_clear_object (&document);

  document = mz_document_open (extended_schema (), path, &error);
  g_assert_no_error (error);
  MzRecord *record = mz_model_find (mz_document_model (document), first);
  g_assert_cmpint (mz_record_integer (record, "demonstration", 0), ==, 7);
  g_autoptr (MzEdit) edit = mz_edit_new ("tomorrow");
  mz_edit_set_integer (edit, mz_record_kind (record), first, "demonstration", 99);
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
  mz_document_undo (document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mz_record_integer (record, "demonstration", 0), ==, 7);
  /* An edit of yesterday, recorded with one column less. */
  mz_document_undo (document, &error);
  g_assert_no_error (error);
  g_assert_null (mz_model_find (mz_document_model (document), second));
  mz_document_redo (document, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mz_record_text (mz_model_find (mz_document_model (document), second), "title"),
                   ==, "Second");
  mz_document_redo (document, &error);
  g_assert_no_error (error);
  mz_document_save (document, &error);
  g_assert_no_error (error);
  mz_document_close (document, TRUE);
  g_clear_object (&document);

  /* The column is in the file. */
  sqlite3 *db;
  sqlite3_stmt *row;
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT demonstration FROM risk WHERE title = 'First'",
                                       -1, &row, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (row, 0), ==, 99);
  sqlite3_finalize (row);
  sqlite3_close (db);

  document = mz_document_open (mz_schema_default (), path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (mz_document_read_only (document));
  g_assert_cmpstr (support_name (document), ==, "Firm");
  g_assert_cmpuint (mz_model_count (mz_document_model (document), "risk"), ==, 2);
  g_autoptr (MzEdit) refused = mz_edit_new ("no");
  mz_edit_delete (refused, mz_schema_kind (mz_schema_default (), "risk"), first);
  g_assert_false (mz_document_edit (document, refused, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (mz_document_save (document, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  mz_document_close (document, TRUE);
  g_object_unref (document);
}

int
main (int argc, char *argv[])
{
  support_start ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-json/types", test_types);
  g_test_add_func ("/model-json/languages", test_languages);
  g_test_add_func ("/model-json/order", test_order);
  g_test_add_func ("/model-json/ids", test_ids);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/model-json/refused/", refusals[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/model-json/sample", test_sample);
  g_test_add_func ("/model-json/round-trip", test_round_trip);
  g_test_add_func ("/model-json/round-trip/document", test_document_round_trip);
  g_test_add_func ("/model-json/import", test_import_edit);
  g_test_add_func ("/model-json/import/moves-children", test_import_moves_children);
  g_test_add_func ("/model-json/new-field/json", test_field_json);
  g_test_add_func ("/model-json/new-field/document", test_field_document);
  int result = g_test_run ();
  support_end ();
  return result;
}
