/* SPDX-License-Identifier: Apache-2.0 */
/* Decimal numbers of any length, as views into their lexical forms: nothing is copied, so nothing can overflow. */
#ifndef ORT_DECIMAL_H
#define ORT_DECIMAL_H

#include "ort.h"

/* Canonical: whole has no leading zeros, fraction no trailing zeros, and zero is not negative. */
typedef struct ort_decimal {
  const char *whole;
  size_t whole_length;
  const char *fraction;
  size_t fraction_length;
  int negative;
} ort_decimal;

/* One term of a sum: factor * whole.fraction, where the digits may have leading and trailing zeros. */
typedef struct ort_addend {
  const char *whole;
  size_t whole_length;
  const char *fraction;
  size_t fraction_length;
  int64_t factor;
} ort_addend;

/* The number of ASCII digits that text starts with. */
ORT_API size_t ort_digits(const char *text, size_t length);

/* 1 when text is a value of type, which is xsd:decimal or derived from it; *value is set only then. */
ORT_API int ort_decimal_parse(ort_datatype type, const char *text, size_t length, ort_decimal *value);

ORT_API ort_order ort_decimal_compare(const ort_decimal *a, const ort_decimal *b);

/* Compares the fractions 0.a and 0.b, which have no trailing zeros. */
ORT_API ort_order ort_fraction_compare(const char *a, size_t a_length, const char *b, size_t b_length);

/* A number with the sign of the sum of the addends; when no addend has a fraction it is the sum itself, unless the sum is
   beyond -2..2, when it is only known to be beyond, too. The factors' absolute values must add up to less than 2^50. */
ORT_API int64_t ort_sum(const ort_addend *addends, size_t count);

#endif
