/* SPDX-License-Identifier: Apache-2.0 */
/* xsd:duration, xsd:yearMonthDuration and xsd:dayTimeDuration with numbers of any length. */
#ifndef ORT_DURATION_H
#define ORT_DURATION_H

#include "ort.h"

enum { ORT_DURATION_PARTS = 6 };

typedef struct ort_duration {
  const char *part[ORT_DURATION_PARTS]; /* digits: years, months, days, hours, minutes, seconds */
  size_t part_length[ORT_DURATION_PARTS];
  const char *fraction; /* of a second: digits */
  size_t fraction_length;
  int negative;
} ort_duration;

ORT_API int ort_duration_parse(ort_datatype type, const char *text, size_t length, ort_duration *value);

/* The partial order of XSD 1.1 (section 3.3.6.1): total for each of the two derived types. */
ORT_API ort_order ort_duration_compare(const ort_duration *a, const ort_duration *b);

#endif
