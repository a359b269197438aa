/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A document as bytes: what is written to a file. It is made anew from the records, so that nothing that was deleted is
 * still in it and equal documents give equal bytes. */

#pragma once

#include "database-private.h"

#include "mezasu/model.h"

G_BEGIN_DECLS

/* What stands in a document beside its records. */
typedef struct
{
  char *uuid;
  gint64 cursor; /* sequence of the last edit that is not undone, 0 for none */
  gint64 next;   /* sequence of the next edit */
} MzDocumentHead;

/* @history: (nullable): the database whose history goes with it. */
GBytes *mz_image_new (MzModel *model, const MzDocumentHead *head, sqlite3 *history, GError **error);

/* A received document, checked as a whole before a record of it is believed. */
typedef struct
{
  MzModel *model;
  MzDocumentHead head;
  GBytes *
      image; /* what a working copy may start from: of this version, without a journal mode; NULL if @newer */
  gboolean newer; /* a newer version wrote it: to be read only */
} MzReceived;

/* Bytes at the start of a document that tell what it is. */
#define MZ_RECEIVED_HEAD 100

/* @head: that many bytes. The version of the schema, 0 when it is no document. */
guint mz_received_version (const guint8 *head);

/* @bytes: (transfer full): the content of a file called @name for messages; they are used up to save memory. */
MzReceived *
mz_received_check (const MzSchema *schema, GBytes *bytes, const char *name, GError **error);
void mz_received_free (MzReceived *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzReceived, mz_received_free)

/* The tables of a file against those that a document of its version has, byte for byte. */
gboolean mz_received_check_tables (sqlite3 *db, const MzSchema *schema, guint version,
                                   const char *name, GError **error);

G_END_DECLS
