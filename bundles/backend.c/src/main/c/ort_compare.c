/* SPDX-License-Identifier: Apache-2.0 */
#include "ort.h"
#include "ort_calendar.h"
#include "ort_decimal.h"
#include "ort_duration.h"
#include "ort_float.h"

#include <string.h>

/* Types whose values compare with each other; a type that has no order is CMP_NONE. */
typedef enum cmp_family { CMP_NONE, CMP_STRING, CMP_BOOLEAN, CMP_NUMBER, CMP_MOMENT, CMP_DURATION } cmp_family;

/*
 * SPARQL's operators are those of XPath, whose operands may be of a derived type (XPath 2.0, section 2.5.4): so xsd:token and
 * the like compare as strings. anyURI, binary and QName literals have no `<` in SPARQL 1.1 (section 17.3), nor have
 * language-tagged ones; that two of them are the same term is for the caller to see.
 */
static cmp_family cmp_family_of(ort_datatype type) {
  switch (type) {
    case ORT_DT_STRING: case ORT_DT_NORMALIZED_STRING: case ORT_DT_TOKEN: case ORT_DT_LANGUAGE: case ORT_DT_NAME:
    case ORT_DT_NCNAME: case ORT_DT_NMTOKEN:
      return CMP_STRING;
    case ORT_DT_BOOLEAN:
      return CMP_BOOLEAN;
    case ORT_DT_DECIMAL: case ORT_DT_INTEGER: case ORT_DT_LONG: case ORT_DT_INT: case ORT_DT_SHORT: case ORT_DT_BYTE:
    case ORT_DT_NON_NEGATIVE_INTEGER: case ORT_DT_POSITIVE_INTEGER: case ORT_DT_NON_POSITIVE_INTEGER:
    case ORT_DT_NEGATIVE_INTEGER: case ORT_DT_UNSIGNED_LONG: case ORT_DT_UNSIGNED_INT: case ORT_DT_UNSIGNED_SHORT:
    case ORT_DT_UNSIGNED_BYTE: case ORT_DT_FLOAT: case ORT_DT_DOUBLE:
      return CMP_NUMBER;
    case ORT_DT_DATE_TIME: case ORT_DT_DATE_TIME_STAMP: case ORT_DT_DATE: case ORT_DT_TIME: case ORT_DT_G_YEAR:
    case ORT_DT_G_YEAR_MONTH: case ORT_DT_G_MONTH: case ORT_DT_G_MONTH_DAY: case ORT_DT_G_DAY:
      return CMP_MOMENT;
    case ORT_DT_DURATION: case ORT_DT_YEAR_MONTH_DURATION: case ORT_DT_DAY_TIME_DURATION:
      return CMP_DURATION;
    case ORT_DT_OTHER: case ORT_DT_LANG_STRING: case ORT_DT_HEX_BINARY: case ORT_DT_BASE64_BINARY: case ORT_DT_ANY_URI:
    case ORT_DT_QNAME:
      return CMP_NONE;
  }
  return CMP_NONE;
}

static ort_order cmp_order(int64_t a, int64_t b) {
  return a < b ? ORT_LESS : a > b ? ORT_GREATER : ORT_EQUAL;
}

/* UTF-8 bytes order like the code points that they encode. */
static ort_order cmp_strings(const char *a, size_t a_length, const char *b, size_t b_length) {
  const size_t common = a_length < b_length ? a_length : b_length;
  const int order = memcmp(a, b, common);
  return order != 0 ? cmp_order(order, 0) : a_length < b_length ? ORT_LESS : a_length > b_length ? ORT_GREATER : ORT_EQUAL;
}

static int cmp_is_true(const char *text) {
  return *text == 't' || *text == '1';
}

static int cmp_is_binary(ort_datatype type) {
  return type == ORT_DT_FLOAT || type == ORT_DT_DOUBLE;
}

/* A value of type a, promoted to the type of the comparison: to double when b is one, else to float (XPath 2.0, appendix B.1). */
static int cmp_promote(ort_datatype type, const char *text, size_t length, ort_datatype other, ort_float *value) {
  ort_decimal decimal;
  if (cmp_is_binary(type)) {
    return ort_float_parse(type, text, length, value);
  }
  return ort_decimal_parse(type, text, length, &decimal) && ort_float_parse(other, text, length, value);
}

static ort_order cmp_numbers(ort_datatype a_type, const char *a, size_t a_length, ort_datatype b_type, const char *b,
                             size_t b_length) {
  if (cmp_is_binary(a_type) || cmp_is_binary(b_type)) {
    ort_float a_value;
    ort_float b_value;
    if (!cmp_promote(a_type, a, a_length, b_type, &a_value) || !cmp_promote(b_type, b, b_length, a_type, &b_value)
        || a_value.is_nan || b_value.is_nan) {
      return ORT_INCOMPARABLE;
    }
    return cmp_order(a_value.key, b_value.key);
  } else {
    ort_decimal a_value;
    ort_decimal b_value;
    if (!ort_decimal_parse(a_type, a, a_length, &a_value) || !ort_decimal_parse(b_type, b, b_length, &b_value)) {
      return ORT_INCOMPARABLE;
    }
    return ort_decimal_compare(&a_value, &b_value);
  }
}

static ort_datatype cmp_moment_type(ort_datatype type) {
  return type == ORT_DT_DATE_TIME_STAMP ? ORT_DT_DATE_TIME : type;
}

static ort_order cmp_moments(ort_datatype a_type, const char *a, size_t a_length, ort_datatype b_type, const char *b,
                             size_t b_length) {
  ort_moment a_value;
  ort_moment b_value;
  if (cmp_moment_type(a_type) != cmp_moment_type(b_type) || !ort_moment_parse(a_type, a, a_length, &a_value)
      || !ort_moment_parse(b_type, b, b_length, &b_value)) {
    return ORT_INCOMPARABLE;
  }
  return ort_moment_compare(&a_value, &b_value);
}

static ort_order cmp_durations(ort_datatype a_type, const char *a, size_t a_length, ort_datatype b_type, const char *b,
                               size_t b_length) {
  ort_duration a_value;
  ort_duration b_value;
  if (!ort_duration_parse(a_type, a, a_length, &a_value) || !ort_duration_parse(b_type, b, b_length, &b_value)) {
    return ORT_INCOMPARABLE;
  }
  return ort_duration_compare(&a_value, &b_value);
}

static ort_order cmp_texts(cmp_family family, ort_datatype a_type, const char *a, size_t a_length, ort_datatype b_type,
                           const char *b, size_t b_length) {
  if (!ort_lexical_valid(a_type, a, a_length) || !ort_lexical_valid(b_type, b, b_length)) {
    return ORT_INCOMPARABLE;
  }
  return family == CMP_BOOLEAN ? cmp_order(cmp_is_true(a), cmp_is_true(b)) : cmp_strings(a, a_length, b, b_length);
}

ORT_API ort_order ort_compare(ort_datatype a_type, const char *a, size_t a_length, ort_datatype b_type, const char *b,
                              size_t b_length) {
  const cmp_family family = cmp_family_of(a_type);
  a = a_length == 0 ? "" : a; /* a caller's empty view may be NULL */
  b = b_length == 0 ? "" : b;
  if (family != cmp_family_of(b_type)) {
    return ORT_INCOMPARABLE;
  }
  switch (family) {
    case CMP_NUMBER: return cmp_numbers(a_type, a, a_length, b_type, b, b_length);
    case CMP_MOMENT: return cmp_moments(a_type, a, a_length, b_type, b, b_length);
    case CMP_DURATION: return cmp_durations(a_type, a, a_length, b_type, b, b_length);
    case CMP_STRING:
    case CMP_BOOLEAN: return cmp_texts(family, a_type, a, a_length, b_type, b, b_length);
    case CMP_NONE: break;
  }
  return ORT_INCOMPARABLE;
}
