/* SPDX-License-Identifier: Apache-2.0 */
/* xsd:dateTime and its truncations (XSD 1.1 part 2, appendix E), with years and fractions of a second of any length. */
#ifndef ORT_CALENDAR_H
#define ORT_CALENDAR_H

#include "ort.h"

/* The seven-property model of XSD 1.1 (appendix D.2.1); what a type leaves out has the value that timeOnTimeline assumes. */
typedef struct ort_moment {
  const char *year; /* digits */
  size_t year_length;
  const char *fraction; /* of a second: digits without trailing zeros */
  size_t fraction_length;
  int year_negative;
  int month;
  int day;
  int hour; /* up to 24 */
  int minute;
  int second;
  int zone; /* minutes east of UTC */
  int has_zone;
} ort_moment;

/* 1 when text is a value of type, one of dateTime, dateTimeStamp, date, time and the g types. */
ORT_API int ort_moment_parse(ort_datatype type, const char *text, size_t length, ort_moment *value);

/* The order of two values of the same type (a dateTimeStamp is a dateTime). */
ORT_API ort_order ort_moment_compare(const ort_moment *a, const ort_moment *b);

#endif
