/* SPDX-License-Identifier: Apache-2.0 */
/* Correctly rounded xsd:double and xsd:float without floating-point arithmetic: no locale, no rounding mode, no strtod. */
#ifndef ORT_FLOAT_H
#define ORT_FLOAT_H

#include "ort.h"

/* A value as an integer that orders like it: the bits of the IEEE 754 binary64 magnitude, negated for negative values, so that
   -0 and 0 are the same. A float has the key of the equal double. */
typedef struct ort_float {
  int64_t key;
  int is_nan;
} ort_float;

/* 1 when text is in the lexical space of xsd:double (which contains those of xsd:float, xsd:decimal and xsd:integer); *value
   is then the nearest value of type, which is ORT_DT_FLOAT or ORT_DT_DOUBLE. */
ORT_API int ort_float_parse(ort_datatype type, const char *text, size_t length, ort_float *value);

#endif
