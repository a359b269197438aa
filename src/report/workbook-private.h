/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cleaning wrapper around libxlsxwriter. Nothing else in the program calls that library, so that no text can break
 * the XML of a workbook, become a formula, or be lost without a sign. Rows and columns are counted from 0. */

#pragma once

#include <xlsxwriter.h>

#include "mezasu/model.h"

G_BEGIN_DECLS

typedef struct _MzBook MzBook;
typedef struct _MzBookSheet MzBookSheet;

/* How a cell looks. */
typedef enum
{
  MZ_CELL_PLAIN,   /* text */
  MZ_CELL_LONG,    /* text that wraps */
  MZ_CELL_TITLE,   /* title of a sheet */
  MZ_CELL_SECTION, /* heading of a table */
  MZ_CELL_NOTE,    /* small print */
  MZ_CELL_HEAD,    /* heading of a column of text */
  MZ_CELL_HEAD_NUMBER,
  MZ_CELL_HEAD_YEAR, /* a year of the plan: the number, shown as "Year 1" */
  MZ_CELL_YEN,       /* whole yen */
  MZ_CELL_MONEY,     /* yen, shown in the unit of the workbook */
  MZ_CELL_PERCENT,   /* a ratio */
  MZ_CELL_WHOLE,
  MZ_CELL_REAL,
  MZ_CELL_TENTHS, /* one decimal */
  MZ_CELL_FACTOR, /* four decimals */
  MZ_CELL_DATE,
  MZ_CELL_N_STYLES,
} MzCellStyle;

/* Added to a style. */
typedef enum
{
  MZ_CELL_INPUT = 1 << 8, /* for a person to change */
  MZ_CELL_TOTAL = 1 << 9,
  MZ_CELL_N_VARIANTS = 4,
} MzCellVariant;

/* @unit: of cells of the style MZ_CELL_MONEY; see mz_book_unit(). */
MzBook *mz_book_new (MzMoneyUnit unit);
void mz_book_free (MzBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzBook, mz_book_free)

/* The unit that cells show: number formats scale by thousands only, so 10,000 yen becomes thousand yen and 100 million
 * yen becomes million yen. */
MzMoneyUnit mz_book_unit (const MzBook *self);
/* "(Unit: thousand yen)", for the table whose amounts are of the style MZ_CELL_MONEY or MZ_CELL_YEN. */
char *mz_book_unit_text (const MzBook *self, MzCellStyle style);

void mz_book_set_properties (MzBook *self, const char *title, const char *company,
                             const char *remarks, const char *date);
/* The bytes of the file. The book is of no more use then. */
GBytes *mz_book_finish (MzBook *self, GError **error);

/* A sheet called @name, or what is left of it when it is made legal and unique. */
MzBookSheet *mz_book_add_sheet (MzBook *self, const char *name);
/* A name for a cell: letters, digits and underscores of @name, with a number when it is taken. */
void mz_book_name_cell (MzBook *self, const char *name, const MzBookSheet *sheet, guint row,
                        guint column);
/* The letters, digits and underscores of @name, as names of cells may have them. */
char *mz_book_identifier (const char *name);

/* How formulas begin that point to @sheet: 'Cash flow'! */
const char *mz_book_sheet_prefix (const MzBookSheet *self);
const char *mz_book_sheet_name (const MzBookSheet *self);

/* A cell's name, within a buffer of the caller. */
typedef struct
{
  char text[24];
} MzCellName;
const char *mz_cell_name (MzCellName *buffer, guint row, guint column);
#define MZ_AT(row, column) mz_cell_name (&(MzCellName){""}, row, column)

void mz_book_sheet_text (MzBookSheet *self, guint row, guint column, int style, const char *text);
void mz_book_sheet_number (MzBookSheet *self, guint row, guint column, int style, double number);
void mz_book_sheet_boolean (MzBookSheet *self, guint row, guint column, int style, gboolean value);
void mz_book_sheet_blank (MzBookSheet *self, guint row, guint column, int style);
/* A day, YYYY-MM-DD. */
void mz_book_sheet_date (MzBookSheet *self, guint row, guint column, int style, const char *day);
/* A formula and the value that it has now. */
void mz_book_sheet_formula (MzBookSheet *self, guint row, guint column, int style, double value,
                            const char *format, ...) G_GNUC_PRINTF (6, 7);
void mz_book_sheet_formula_text (MzBookSheet *self, guint row, guint column, int style,
                                 const char *value, const char *format, ...) G_GNUC_PRINTF (6, 7);
/* A text as a formula writes it, in quotation marks. */
char *mz_formula_quote (const char *text);

/* A row of headings; one that begins with "#" stands over numbers. NULL ends it. */
void mz_book_sheet_headings (MzBookSheet *self, guint row, const char *const *headings);

/* Layout and print: widths in characters from column 0 on, ended by 0; headings end above @first_row and stay in view, as do
 * @fixed_columns; what is printed ends at @last_row and @last_column and fits the width of a page. */
void mz_book_sheet_widths (MzBookSheet *self, const double *widths);
void mz_book_sheet_width (MzBookSheet *self, guint first, guint last, double width);
void mz_book_sheet_hide_column (MzBookSheet *self, guint column);
void mz_book_sheet_hide_row (MzBookSheet *self, guint row);
void mz_book_sheet_hide (MzBookSheet *self);
void mz_book_sheet_frame (MzBookSheet *self, guint first_row, guint fixed_columns, guint last_row,
                          guint last_column);
/* A sheet with charts: one page, so that none is cut. */
void mz_book_sheet_one_page (MzBookSheet *self);
void mz_book_sheet_filter (MzBookSheet *self, guint first_row, guint first_column, guint last_row,
                           guint last_column);

/* What may be typed into a range of one column. */
void mz_book_sheet_allow_whole (MzBookSheet *self, guint first, guint last, guint column,
                                double least, double greatest);
void mz_book_sheet_allow_real (MzBookSheet *self, guint first, guint last, guint column,
                               double least, double greatest);
void mz_book_sheet_allow_share (MzBookSheet *self, guint first, guint last, guint column);
/* @labels ends with NULL; they are kept on a hidden sheet when they are too long for the cell's own list. */
void mz_book_sheet_allow_choice (MzBookSheet *self, guint first, guint last, guint column,
                                 const char *const *labels);
void mz_book_sheet_allow_choices_of (MzBookSheet *self, guint first, guint last, guint column,
                                     const MzField *field);

/* A chart: series are rows or columns of cells. */
typedef enum
{
  MZ_CHART_COLUMNS,
  MZ_CHART_LINES,
  MZ_CHART_CURVE, /* x and y both numbers */
} MzBookChartType;

typedef struct
{
  guint first_row, first_column, last_row, last_column;
} MzRange;

typedef struct _MzBookChart MzBookChart;
MzBookChart *mz_book_chart_new (MzBook *self, MzBookChartType type, const char *title,
                                const char *x_name, const char *y_name);
void mz_book_chart_series (MzBookChart *self, const MzBookSheet *sheet, const char *name,
                           MzRange categories, MzRange values);
/* Puts the chart onto @sheet and lets go of it. */
void mz_book_chart_place (MzBookChart *self, MzBookSheet *sheet, guint row, guint column);

G_END_DECLS
