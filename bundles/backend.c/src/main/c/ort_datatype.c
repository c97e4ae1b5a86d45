/* SPDX-License-Identifier: Apache-2.0 */
#include "ort.h"
#include "ort_calendar.h"
#include "ort_decimal.h"
#include "ort_duration.h"
#include "ort_float.h"
#include "ort_text.h"

#include <string.h>

typedef struct dt_name {
  const char *local;
  ort_datatype type;
} dt_name;

/* The local names by length, those of the same length next to each other. */
static const dt_name dt_names[] = {
    {"int", ORT_DT_INT},
    {"date", ORT_DT_DATE},
    {"time", ORT_DT_TIME},
    {"long", ORT_DT_LONG},
    {"byte", ORT_DT_BYTE},
    {"gDay", ORT_DT_G_DAY},
    {"Name", ORT_DT_NAME},
    {"float", ORT_DT_FLOAT},
    {"short", ORT_DT_SHORT},
    {"gYear", ORT_DT_G_YEAR},
    {"token", ORT_DT_TOKEN},
    {"QName", ORT_DT_QNAME},
    {"string", ORT_DT_STRING},
    {"double", ORT_DT_DOUBLE},
    {"anyURI", ORT_DT_ANY_URI},
    {"gMonth", ORT_DT_G_MONTH},
    {"NCName", ORT_DT_NCNAME},
    {"integer", ORT_DT_INTEGER},
    {"boolean", ORT_DT_BOOLEAN},
    {"decimal", ORT_DT_DECIMAL},
    {"NMTOKEN", ORT_DT_NMTOKEN},
    {"dateTime", ORT_DT_DATE_TIME},
    {"duration", ORT_DT_DURATION},
    {"language", ORT_DT_LANGUAGE},
    {"hexBinary", ORT_DT_HEX_BINARY},
    {"gMonthDay", ORT_DT_G_MONTH_DAY},
    {"gYearMonth", ORT_DT_G_YEAR_MONTH},
    {"unsignedInt", ORT_DT_UNSIGNED_INT},
    {"base64Binary", ORT_DT_BASE64_BINARY},
    {"unsignedLong", ORT_DT_UNSIGNED_LONG},
    {"unsignedByte", ORT_DT_UNSIGNED_BYTE},
    {"unsignedShort", ORT_DT_UNSIGNED_SHORT},
    {"dateTimeStamp", ORT_DT_DATE_TIME_STAMP},
    {"dayTimeDuration", ORT_DT_DAY_TIME_DURATION},
    {"positiveInteger", ORT_DT_POSITIVE_INTEGER},
    {"negativeInteger", ORT_DT_NEGATIVE_INTEGER},
    {"normalizedString", ORT_DT_NORMALIZED_STRING},
    {"yearMonthDuration", ORT_DT_YEAR_MONTH_DURATION},
    {"nonNegativeInteger", ORT_DT_NON_NEGATIVE_INTEGER},
    {"nonPositiveInteger", ORT_DT_NON_POSITIVE_INTEGER},
};

/* The index in dt_names of the first name with this length or more. */
static const uint8_t dt_first[] = {0, 0, 0, 0, 1, 7, 12, 17, 21, 24, 26, 27, 28, 31, 33, 33, 36, 37, 38, 40};

ORT_API ort_datatype ort_datatype_of(const char *iri, size_t length) {
  static const char xsd[] = "http://www.w3.org/2001/XMLSchema#";
  static const char lang_string[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
  const size_t prefix = sizeof xsd - 1;
  size_t i;
  if (length == sizeof lang_string - 1 && memcmp(iri, lang_string, length) == 0) {
    return ORT_DT_LANG_STRING;
  }
  if (length <= prefix || length - prefix + 1 >= sizeof dt_first / sizeof dt_first[0] || memcmp(iri, xsd, prefix) != 0) {
    return ORT_DT_OTHER;
  }
  iri += prefix;
  length -= prefix;
  for (i = dt_first[length]; i < dt_first[length + 1]; i++) {
    if (memcmp(iri, dt_names[i].local, length) == 0) {
      return dt_names[i].type;
    }
  }
  return ORT_DT_OTHER;
}

static int dt_is_boolean(const char *text, size_t length) {
  return (length == 4 && memcmp(text, "true", 4) == 0) || (length == 5 && memcmp(text, "false", 5) == 0)
         || (length == 1 && (*text == '0' || *text == '1'));
}

static int dt_is_float(ort_datatype type, const char *text, size_t length) {
  ort_float value;
  return ort_float_parse(type, text, length, &value);
}

static int dt_is_moment(ort_datatype type, const char *text, size_t length) {
  ort_moment value;
  return ort_moment_parse(type, text, length, &value);
}

static int dt_is_duration(ort_datatype type, const char *text, size_t length) {
  ort_duration value;
  return ort_duration_parse(type, text, length, &value);
}

static int dt_is_decimal(ort_datatype type, const char *text, size_t length) {
  ort_decimal value;
  return ort_decimal_parse(type, text, length, &value);
}

/*
 * White space is never trimmed: the whiteSpace facet works on XML before the lexical mapping (XSD 1.1 part 2, section 4.3.6),
 * and RDF has only the lexical mapping (RDF 1.1 Concepts, section 5). A language-tagged literal is always well typed, so one
 * that claims rdf:langString without a tag is what is left to be judged here.
 */
ORT_API int ort_lexical_valid(ort_datatype type, const char *text, size_t length) {
  if (length == 0) {
    text = ""; /* a caller's empty view may be NULL, which has no end to compute */
  }
  switch (type) {
    case ORT_DT_OTHER: return 1;
    case ORT_DT_LANG_STRING: return 0;
    case ORT_DT_BOOLEAN: return dt_is_boolean(text, length);
    case ORT_DT_DECIMAL: case ORT_DT_INTEGER: case ORT_DT_LONG: case ORT_DT_INT: case ORT_DT_SHORT: case ORT_DT_BYTE:
    case ORT_DT_NON_NEGATIVE_INTEGER: case ORT_DT_POSITIVE_INTEGER: case ORT_DT_NON_POSITIVE_INTEGER:
    case ORT_DT_NEGATIVE_INTEGER: case ORT_DT_UNSIGNED_LONG: case ORT_DT_UNSIGNED_INT: case ORT_DT_UNSIGNED_SHORT:
    case ORT_DT_UNSIGNED_BYTE:
      return dt_is_decimal(type, text, length);
    case ORT_DT_FLOAT: case ORT_DT_DOUBLE:
      return dt_is_float(type, text, length);
    case ORT_DT_DATE_TIME: case ORT_DT_DATE_TIME_STAMP: case ORT_DT_DATE: case ORT_DT_TIME: case ORT_DT_G_YEAR:
    case ORT_DT_G_YEAR_MONTH: case ORT_DT_G_MONTH: case ORT_DT_G_MONTH_DAY: case ORT_DT_G_DAY:
      return dt_is_moment(type, text, length);
    case ORT_DT_DURATION: case ORT_DT_YEAR_MONTH_DURATION: case ORT_DT_DAY_TIME_DURATION:
      return dt_is_duration(type, text, length);
    case ORT_DT_STRING: case ORT_DT_HEX_BINARY: case ORT_DT_BASE64_BINARY: case ORT_DT_ANY_URI:
    case ORT_DT_NORMALIZED_STRING: case ORT_DT_TOKEN: case ORT_DT_LANGUAGE: case ORT_DT_NAME: case ORT_DT_NCNAME:
    case ORT_DT_NMTOKEN: case ORT_DT_QNAME:
      return ort_text_valid(type, text, length);
  }
  return 0;
}
