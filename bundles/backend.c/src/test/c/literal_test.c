/* SPDX-License-Identifier: Apache-2.0 */
/* Datatypes, lexical forms, comparison and language ranges: tables of boundaries, then laws over all pairs, then huge inputs. */
#include "ort.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks;
static int failures;

static void check(int ok, const char *what, const char *detail) {
  checks++;
  if (!ok) {
    failures++;
    printf("FAILED: %s: %s\n", what, detail);
  }
}

static ort_datatype type_of(const char *local) {
  char iri[128];
  const int written = snprintf(iri, sizeof iri, "http://www.w3.org/2001/XMLSchema#%s", local);
  return ort_datatype_of(iri, (size_t)written);
}

/* ---- datatype IRIs ---- */

static void test_datatype_names(void) {
  static const char *const names[] = {
      "string", "boolean", "decimal", "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger",
      "nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "float",
      "double", "dateTime", "dateTimeStamp", "date", "time", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay",
     "duration",
      "yearMonthDuration", "dayTimeDuration", "hexBinary", "base64Binary", "anyURI", "normalizedString", "token", "language",
      "Name", "NCName", "NMTOKEN", "QName"};
  static const ort_datatype types[] = {
      ORT_DT_STRING, ORT_DT_BOOLEAN, ORT_DT_DECIMAL, ORT_DT_INTEGER, ORT_DT_LONG, ORT_DT_INT, ORT_DT_SHORT, ORT_DT_BYTE,
      ORT_DT_NON_NEGATIVE_INTEGER, ORT_DT_POSITIVE_INTEGER, ORT_DT_NON_POSITIVE_INTEGER, ORT_DT_NEGATIVE_INTEGER,
      ORT_DT_UNSIGNED_LONG, ORT_DT_UNSIGNED_INT, ORT_DT_UNSIGNED_SHORT, ORT_DT_UNSIGNED_BYTE, ORT_DT_FLOAT, ORT_DT_DOUBLE,
      ORT_DT_DATE_TIME, ORT_DT_DATE_TIME_STAMP, ORT_DT_DATE, ORT_DT_TIME, ORT_DT_G_YEAR, ORT_DT_G_YEAR_MONTH, ORT_DT_G_MONTH,
      ORT_DT_G_MONTH_DAY, ORT_DT_G_DAY, ORT_DT_DURATION, ORT_DT_YEAR_MONTH_DURATION, ORT_DT_DAY_TIME_DURATION,
      ORT_DT_HEX_BINARY, ORT_DT_BASE64_BINARY, ORT_DT_ANY_URI, ORT_DT_NORMALIZED_STRING, ORT_DT_TOKEN, ORT_DT_LANGUAGE,
      ORT_DT_NAME, ORT_DT_NCNAME, ORT_DT_NMTOKEN, ORT_DT_QNAME};
  static const char *const others[] = {"", "i", "inte", "Integer", "integers", "in\xC3\xA9", "ENTITY", "anyType",
     "unsignedByt",
                                       "nonNegativeIntegers", "nonNegativeInteger#", "gMonthDays"};
  static const char lang_string[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
  size_t i;
  for (i = 0; i < sizeof names / sizeof names[0]; i++) {
    check(type_of(names[i]) == types[i], "datatype", names[i]);
  }
  for (i = 0; i < sizeof others / sizeof others[0]; i++) {
    check(type_of(others[i]) == ORT_DT_OTHER, "other datatype", others[i]);
  }
  check(ort_datatype_of(lang_string, sizeof lang_string - 1) == ORT_DT_LANG_STRING, "datatype", lang_string);
  check(ort_datatype_of(lang_string, sizeof lang_string - 2) == ORT_DT_OTHER, "datatype", "langStrin");
  check(ort_datatype_of("", 0) == ORT_DT_OTHER, "datatype", "empty IRI");
  check(ort_datatype_of("http://example.org/2001/XMLSchema#integer", 41) == ORT_DT_OTHER, "datatype", "other namespace");
}

/* ---- lexical forms: "valid|valid|..." and "invalid|invalid|..." ---- */

typedef struct lexical_row {
  const char *type;
  const char *valid;
  const char *invalid;
} lexical_row;

static const lexical_row lexical_rows[] = {
    {"boolean", "true|false|1|0", "|True|FALSE|2|00|tru|truee| true|true |t"},
    {"decimal", "0|-0|+0|1.|.5|-.5|+1.50|007|123456789012345678901234567890.5",
     "|.|+|-|-.|+.|1e5|1.2.3|1,5|INF|NaN| 1|1 |--1|0x1|1_0"},
    {"integer", "0|-0|+0|007|-1|99999999999999999999999999", "|+|-|1.|1.0|.0|1e3|a|+-1|1-| 1|1\n|\xD9\xA1"},
    {"long", "9223372036854775807|-9223372036854775808|+00009223372036854775807",
     "9223372036854775808|-9223372036854775809|99999999999999999999|-99999999999999999999|1.0"},
    {"int", "2147483647|-2147483648|-0", "2147483648|-2147483649|1e1"},
    {"short", "32767|-32768|-00032768", "32768|-32769|"},
    {"byte", "127|-128|+0000000000000000000000127", "128|-129|1000|-1000"},
    {"nonNegativeInteger", "0|-0|+0|1|99999999999999999999999", "-1|-00000000001||1.0"},
    {"positiveInteger", "1|+1|0001|99999999999999999999999", "0|-0|+0|000|-1"},
    {"nonPositiveInteger", "0|-0|+0|-1|-99999999999999999999999", "1|+1|0000001"},
    {"negativeInteger", "-1|-0001|-99999999999999999999999", "0|-0|+0|1|-"},
    {"unsignedLong", "18446744073709551615|0|-0|+1", "18446744073709551616|-1"},
    {"unsignedInt", "4294967295|0", "4294967296|-1"},
    {"unsignedShort", "65535|0", "65536|-1"},
    {"unsignedByte", "255|0|-0|0000000000000000000000255", "256|-1|0000000000000000000000256"},
    {"double", "0|-0|1.|.5|1e5|1E-5|-1.5e+05|INF|-INF|+INF|NaN|1e400|1e-400|+.5E0|1e99999999999999999999",
     "|.|e5|1e|1e+|1e1.0|inf|Inf|-NaN|+NaN|nan|INFINITY|--INF|0x1p3|1f|1d| 1|1 |+-1|.e1|NaN1|1e5e5"},
    {"float", "0|1e38|1e39|INF|+INF|-INF|NaN|-0.0", "|.|1f|INF |-NaN|E"},
    {"dateTime",
     "2024-02-29T00:00:00|0000-02-29T00:00:00Z|-0001-01-01T00:00:00|-0000-01-01T00:00:00|2000-01-01T24:00:00|"
     "2000-01-01T24:00:00.000Z|"
     "2000-02-29T23:59:59.999999999999999999999+14:00|2000-01-01T00:00:00-14:00|12345-01-01T00:00:00|"
     "1000000000000-02-29T00:00:00Z|2000-01-01T00:00:00+00:00|2000-01-01T00:00:00-00:00|2000-01-01T00:00:00+13:59",
     "|2023-02-29T00:00:00|1900-02-29T00:00:00|2000-13-01T00:00:00|2000-00-01T00:00:00|2000-01-00T00:00:00|"
     "2000-04-31T00:00:00|2000-01-32T00:00:00|200-01-01T00:00:00|02000-01-01T00:00:00|+2000-01-01T00:00:00|"
     "00000-01-01T00:00:00|"
     "2000-01-01T24:00:01|2000-01-01T24:01:00|2000-01-01T24:00:00.1|2000-01-01T25:00:00|2000-01-01T00:60:00|"
     "2000-01-01T00:00:60|2000-01-01T00:00:00.|2000-01-01T00:00|2000-01-01 00:00:00|2000-01-01t00:00:00|"
     "2000-01-01T00:00:00z|2000-01-01T00:00:00+14:01|2000-01-01T00:00:00+15:00|2000-01-01T00:00:00+0:00|"
     "2000-01-01T00:00:00+00:60|2000-01-01T00:00:00+0000|2000-01-01T00:00:00ZZ|2000-01-01T00:00:00Z |2000-1-1T00:00:00|"
     "2000-01-01|2000-01-01T|--01-01T00:00:00|2000-01-01T00:00:00-|2000-01-01T0:00:00|2000-01-01T00:00:00,5|"
     "--2000-01-01T00:00:00|"
     "T00:00:00|1000000000001-02-29T00:00:00Z"},
    {"dateTimeStamp", "2000-01-01T00:00:00Z|2000-01-01T24:00:00+05:30",
     "2000-01-01T00:00:00|2000-01-01T00:00:00+24:00|2000-01-01Z"},
    {"date", "2000-02-29|1600-02-29Z|2000-12-31+14:00|-0004-02-29|-0400-02-29|0000-02-29|123456-06-30-05:00",
     "|2001-02-29|2100-02-29|-0001-02-29|-0100-02-29|2000-06-31|2000-02-30|2000-2-29|20000229|2000-02-29T00:00:00|"
     "2000-02|2000-02-29+14:01| 2000-02-29|2000-02-29z"},
    {"time", "00:00:00|24:00:00|24:00:00.0Z|23:59:59.5-14:00|12:00:00Z",
     "|24:00:01|24:01:00|0:00:00|12:00|12:00:00.|12:00:60|T12:00:00|12:00:00+1|-12:00:00|12:00:00 Z"},
    {"gYear", "2000|0000|-0001|12345|2000Z|2000+14:00|2000-05:00", "|200|02000|2000-1|+2000|2000-01-|20 00|2000-15:00"},
    {"gYearMonth", "2000-01|-0001-12|2000-12Z|2000-12-05:00", "|2000-13|2000-00|2000|2000-1|2000-01-01|--01"},
    {"gMonth", "--01|--12Z|--06-05:00", "|--00|--13|-01|01|--1|--01--|---01|--01-01"},
    {"gMonthDay", "--02-29|--12-31Z|--04-30-05:00", "|--02-30|--04-31|--13-01|--00-01|--01-00|--1-1|02-29|---02-29"},
    {"gDay", "---01|---31Z|---15+14:00", "|---00|---32|--01|----01|---1|31"},
    {"duration",
     "P1Y|P1M|P1D|PT1H|PT1M|PT1S|PT1.5S|-P1Y2M3DT4H5M6.7S|P0Y|P1YT1S|P99999999999999999999999Y|P13M|PT0.000S|-PT0S|"
     "P1M1D|P1Y1D",
     "|P|-P|PT|P1YT|+P1Y|P-1Y|P1|1Y|P1S|PT1Y|PT1D|P1H|P1M1Y|P1D1M|PT1S1M|PT1.S|PT.5S|P1.5Y|PT1.5M|P1Y1Y|PT1HT1M|p1y|"
     "P1W|P1Y |--P1Y|TP1Y|P T1S|PT1.5|PT1.5.5S|PT1.2S1S"},
    {"yearMonthDuration", "P1Y|P1M|P1Y1M|-P0M|P99999999999M", "P|P1D|PT1M|P1YT0S|P1Y0D|P1M1Y|P1YT"},
    {"dayTimeDuration", "P1D|PT1M|P1DT1H1M1.5S|-PT0S", "P|PT|P1Y|P1M|P0Y1D|P1DT|P1M1D"},
    {"hexBinary", "|00|0aFf|ABCDEF0123456789", "0|0g|0x00|00 00| 00|abc"},
    {"base64Binary", "|AAAA|AA==|AAA=|QUJD REVG|Q U J D|A A A =|AA = =|+/+/|AAAAAA==|AAE=|AQ==|Ag==|A Q==",
     "A|AA|AAA|A===|====|=|AAAA=|AA=A|AB==|AAB=|AAAA |  AAAA|AA  AA|A=|AA= |AA==AAAA|AAA==|AAAA====|AA\nAA|AA-_|AAAAA"},
    {"string", "|a|a\tb\n|  \x01 |\xC3\xA9|\xF0\x9F\x98\x80|\xEF\xBF\xBD|\xEF\xBC\xBE",
     "\xEF\xBF\xBE|a\xEF\xBF\xBF|\xEF\xBF\xBD\xEF\xBF\xBE"},
    {"anyURI", "|http://a/|%|a b|::|\xC3\xA9|http://[", "\xEF\xBF\xBF"},
    {"normalizedString", "| a  b |\xC3\xA9", "a\tb|a\nb|a\rb|\t"},
    {"token", "|a|a b|\xC3\xA9", " |a |  a|a  b|a\tb| a"},
    {"language", "en|en-GB|x-klingon|i-navajo|de-1996|abcdefgh-12345678",
     "|en-|-en|en--GB|en_GB|1en|abcdefghi|en-123456789|en GB|\xC3\xA9|*"},
    {"Name", "a|:a|_|a:b:c|a-b.c1|\xC3\xA9|\xF0\x90\x80\x80|::",
     "|1a|-a|.a|a b|\xC3\x97|a\xC3\xB7|a\xE2\x80\xBF\xE2\x81\x81|\xC2\xB7|\xF3\xB0\x80\x80|\xE3\x80\x80"},
    {"NCName", "a|_|a-b.c1|\xC3\xA9|a\xC2\xB7|a\xCC\x80", "|:|a:b|1a|a:|:a|\xCC\x80"},
    {"NMTOKEN", "a|1|-a|.|:|1:2|\xC2\xB7|\xE2\x80\xBF", "|a b|\xC3\x97|a/b|a\t"},
    {"QName", "a|a:b|\xC3\xA9:_", "|:a|a:|a:b:c|:|1:a|a:1|a b"},
};

static void check_forms(const char *local, const char *forms, int expected) {
  const ort_datatype type = type_of(local);
  for (;;) {
    const char *const bar = strchr(forms, '|');
    const size_t length = bar == NULL ? strlen(forms) : (size_t)(bar - forms);
    char *const exact = (char *)malloc(length + (length == 0)); /* so that ASan sees a read past the end */
    if (exact == NULL) {
      exit(2);
    }
    memcpy(exact, forms, length);
    if (ort_lexical_valid(type, exact, length) != expected) {
      printf("%s form of xsd:%s: \"%.*s\"\n", expected ? "valid" : "invalid", local, (int)length, forms);
      check(0, "lexical form", local);
    }
    checks++;
    free(exact);
    if (bar == NULL) {
      return;
    }
    forms = bar + 1;
  }
}

static void test_lexical_forms(void) {
  static const char nul[] = "a\0b";
  size_t i;
  for (i = 0; i < sizeof lexical_rows / sizeof lexical_rows[0]; i++) {
    check_forms(lexical_rows[i].type, lexical_rows[i].valid, 1);
    check_forms(lexical_rows[i].type, lexical_rows[i].invalid, 0);
  }
  check(!ort_lexical_valid(ORT_DT_STRING, nul, 3), "U+0000", "string");
  check(!ort_lexical_valid(ORT_DT_LANG_STRING, "a", 1), "no language", "langString");
  check(ort_lexical_valid(ORT_DT_OTHER, nul, 3), "anything", "other");
  check(ort_lexical_valid(ORT_DT_STRING, NULL, 0), "NULL", "string");
  check(!ort_lexical_valid(ORT_DT_INTEGER, NULL, 0), "NULL", "integer");
  check(!ort_lexical_valid(ORT_DT_NAME, "\xF0\x9F", 2), "cut UTF-8", "Name");
}

/* Every prefix, and every form with one byte replaced: nothing is read past the end, and nothing crashes. */
static void test_mutations(void) {
  size_t row;
  for (row = 0; row < sizeof lexical_rows / sizeof lexical_rows[0]; row++) {
    const ort_datatype type = type_of(lexical_rows[row].type);
    const char *const forms = lexical_rows[row].valid;
    const size_t length = strlen(forms);
    size_t start;
    for (start = 0; start < length; start++) {
      size_t end;
      for (end = start; end < length && end < start + 40; end++) {
        char *const exact = (char *)malloc(end - start + 1);
        if (exact == NULL) {
          exit(2);
        }
        memcpy(exact, forms + start, end - start);
        exact[end - start] = (char)(unsigned char)(start * 31 + end * 7);
        (void)ort_lexical_valid(type, exact, end - start + 1);
        (void)ort_compare(type, exact, end - start + 1, type, exact, end - start);
        free(exact);
      }
    }
  }
}

/* ---- comparison ---- */

typedef struct compare_row {
  const char *a_type;
  const char *a;
  ort_order expected;
  const char *b_type;
  const char *b;
} compare_row;

#define LT ORT_LESS
#define EQ ORT_EQUAL
#define NO ORT_INCOMPARABLE

static const compare_row compare_rows[] = {
    {"integer", "1", EQ, "integer", "+01"},
    {"integer", "-0", EQ, "unsignedByte", "0"},
    {"integer", "9", LT, "integer", "10"},
    {"integer", "-10", LT, "integer", "-9"},
    {"integer", "9223372036854775807", LT, "integer", "9223372036854775808"},
    {"byte", "128", NO, "integer", "1"},
    {"integer", "1.0", NO, "integer", "1"},
    {"decimal", "1.0", EQ, "integer", "1"},
    {"decimal", ".5", EQ, "decimal", "0.50"},
    {"decimal", "-.5", LT, "decimal", "-.49"},
    {"decimal", "0.1000000000000000000000000000001", LT, "decimal", "0.1000000000000000000000000000002"},
    {"decimal", "0.1", EQ, "double", "0.1"},
    {"float", "0.1", NO, "double", "NaN"},
    {"double", "0.1", LT, "float", "0.1"},
    {"decimal", "0.1", EQ, "float", "0.1"},
    {"integer", "16777217", EQ, "float", "16777216"},
    {"integer", "16777217", EQ, "float", "16777217"},
    {"double", "16777216", LT, "integer", "16777217"},
    {"integer", "9007199254740993", EQ, "double", "9007199254740992"},
    {"integer", "9007199254740995", EQ, "double", "9007199254740996"},
    {"double", "9007199254740993.0000000000000000000000000000000000000000000000001", EQ, "double", "9007199254740994"},
    {"double", "-0", EQ, "double", "0"},
    {"float", "-0.0", EQ, "integer", "0"},
    {"double", "NaN", NO, "double", "NaN"},
    {"double", "NaN", NO, "double", "1"},
    {"double", "-INF", LT, "double", "-1.7976931348623157e308"},
    {"double", "1.7976931348623157e308", LT, "double", "INF"},
    {"double", "1.7976931348623158e308", EQ, "double", "1.7976931348623157e308"},
    {"double", "1.7976931348623159e308", EQ, "double", "INF"},
    {"double", "+INF", EQ, "float", "INF"},
    {"double", "1e400", EQ, "double", "INF"},
    {"double", "2.4703282292062327e-324", EQ, "double", "0"},
    {"double", "0", LT, "double", "2.4703282292062328e-324"},
    {"double", "4.9e-324", EQ, "double", "3e-324"},
    {"double", "2.2250738585072011e-308", LT, "double", "2.2250738585072014e-308"},
    {"double", "2.2250738585072012e-308", EQ, "double", "2.2250738585072014e-308"},
    {"float", "3.4028235e38", LT, "float", "INF"},
    {"float", "3.4028236e38", EQ, "float", "INF"},
    {"float", "3.4028236e38", EQ, "double", "INF"},
    {"float", "7.0e-46", EQ, "float", "0"},
    {"float", "7.1e-46", EQ, "float", "1.4e-45"},
    {"float", "1.00000005960464477540", EQ, "float", "1.0000001"},
    {"float", "1.00000005960464477539", EQ, "float", "1"},
    {"integer", "1", LT, "double", "INF"},
    {"boolean", "false", LT, "boolean", "1"},
    {"boolean", "0", EQ, "boolean", "false"},
    {"boolean", "true", EQ, "boolean", "1"},
    {"boolean", "true", NO, "integer", "1"},
    {"boolean", "yes", NO, "boolean", "1"},
    {"string", "", LT, "string", "a"},
    {"string", "a", LT, "string", "a\x01"},
    {"string", "Z", LT, "string", "a"},
    {"string", "\xEF\xBF\xBD", LT, "string", "\xF0\x90\x80\x80"}, /* unlike in UTF-16 */
    {"string", "a", EQ, "token", "a"},
    {"token", "a ", NO, "string", "a "},
    {"string", "1", NO, "integer", "1"},
    {"anyURI", "a", NO, "anyURI", "a"},
    {"hexBinary", "00", NO, "hexBinary", "00"},
    {"unknown", "1", NO, "unknown", "1"},
    {"dateTime", "2000-01-01T00:00:00Z", EQ, "dateTime", "2000-01-01T05:30:00+05:30"},
    {"dateTime", "1999-12-31T24:00:00", EQ, "dateTime", "2000-01-01T00:00:00"},
    {"dateTime", "2000-02-28T24:00:00Z", EQ, "dateTimeStamp", "2000-02-29T00:00:00Z"},
    {"dateTime", "2000-01-01T00:00:00.5", LT, "dateTime", "2000-01-01T00:00:00.50000000000000000000000001"},
    {"dateTime", "2000-01-01T00:00:00.50", EQ, "dateTime", "2000-01-01T00:00:00.5"},
    {"dateTime", "2000-01-15T00:00:00", LT, "dateTime", "2000-02-15T00:00:00"},
    {"dateTime", "2000-01-15T12:00:00", LT, "dateTime", "2000-01-16T12:00:00Z"},
    {"dateTime", "2000-01-01T12:00:00", NO, "dateTime", "1999-12-31T23:00:00Z"},
    {"dateTime", "2000-01-16T12:00:00", NO, "dateTime", "2000-01-16T12:00:00Z"},
    {"dateTime", "2000-01-01T00:00:00", NO, "dateTime", "2000-01-01T14:00:00Z"},
    {"dateTime", "2000-01-01T00:00:00", LT, "dateTime", "2000-01-01T14:00:00.1Z"},
    {"dateTime", "2000-01-01T00:00:00Z", LT, "dateTime", "2000-01-01T14:00:01"},
    {"dateTime", "-0001-12-31T23:59:59Z", LT, "dateTime", "0000-01-01T00:00:00Z"},
    {"dateTime", "0000-12-31T23:00:00-01:00", EQ, "dateTime", "0001-01-01T00:00:00Z"},
    {"dateTime", "-0001-12-31T23:00:00-01:00", EQ, "dateTime", "0000-01-01T00:00:00Z"},
    {"dateTime", "-0000-01-01T00:00:00Z", EQ, "dateTime", "0000-01-01T00:00:00Z"},
    {"dateTime", "-0002-01-01T00:00:00Z", LT, "dateTime", "-0001-01-01T00:00:00Z"},
    {"dateTime", "999999999999-12-31T24:00:00Z", EQ, "dateTime", "1000000000000-01-01T00:00:00Z"},
    {"dateTime", "99999999999999999999999-12-31T23:59:59-00:01", LT, "dateTime", "100000000000000000000000-01-01T00:01:00Z"},
    {"dateTime", "-100000000000000000000000-12-31T24:00:00Z", EQ, "dateTime", "-99999999999999999999999-01-01T00:00:00Z"},
    {"dateTime", "2000-01-01T00:00:00", NO, "date", "2000-01-01"},
    {"dateTime", "2001-02-29T00:00:00", NO, "dateTime", "2000-01-01T00:00:00"},
    {"date", "2000-01-01", LT, "date", "2000-01-02"},
    {"date", "2000-01-01Z", LT, "date", "2000-01-01-00:01"},
    {"date", "2000-01-02+14:00", EQ, "date", "2000-01-01-10:00"},
    {"date", "2000-01-01", NO, "date", "2000-01-01Z"},
    {"date", "2000-01-01", LT, "date", "2000-01-02Z"},
    {"time", "24:00:00", EQ, "time", "00:00:00"},
    {"time", "08:00:00+09:00", LT, "time", "17:00:00-06:00"},
    {"time", "08:00:00Z", EQ, "time", "10:00:00+02:00"},
    {"time", "12:00:00", NO, "time", "12:00:00Z"},
    {"time", "00:00:00", LT, "time", "14:00:01Z"},
    {"gYear", "1999", LT, "gYear", "2000Z"},
    {"gYear", "2000", NO, "gYear", "2000Z"},
    {"gYear", "-0001", LT, "gYear", "0000"},
    {"gYear", "2000", NO, "gYearMonth", "2000-01"},
    {"gYearMonth", "1999-12", LT, "gYearMonth", "2000-01"},
    {"gMonth", "--11", LT, "gMonth", "--12Z"},
    {"gMonthDay", "--02-29", LT, "gMonthDay", "--03-01"},
    {"gDay", "---30", LT, "gDay", "---31"},
    {"gDay", "---30", EQ, "gDay", "---30"},
    {"duration", "P1Y", EQ, "duration", "P12M"},
    {"duration", "P1Y", EQ, "yearMonthDuration", "P12M"},
    {"duration", "P1M", NO, "duration", "P30D"},
    {"duration", "P1M", NO, "dayTimeDuration", "P30D"},
    {"duration", "P27D", LT, "duration", "P1M"},
    {"duration", "P28D", NO, "duration", "P1M"},
    {"duration", "P31D", NO, "duration", "P1M"},
    {"duration", "P1M", LT, "duration", "P32D"},
    {"duration", "P364D", LT, "duration", "P1Y"},
    {"duration", "P365D", NO, "duration", "P1Y"},
    {"duration", "P1Y", LT, "duration", "P367D"},
    {"duration", "P5M", NO, "duration", "P152D"},
    {"duration", "P1M", LT, "duration", "P1MT0.0001S"},
    {"duration", "PT24H", EQ, "duration", "P1D"},
    {"duration", "-P1D", LT, "duration", "PT0S"},
    {"duration", "-P0M", EQ, "duration", "PT0S"},
    {"duration", "-PT0.1S", LT, "duration", "-PT0.09S"},
    {"duration", "P400Y", NO, "duration", "P146097D"},
    {"duration", "P400Y", LT, "duration", "P146097DT0.1S"},
    {"duration", "P146096DT23H59M59.9S", LT, "duration", "P400Y"},
    {"yearMonthDuration", "P1Y", LT, "yearMonthDuration", "P13M"},
    {"yearMonthDuration", "P99999999999999999999999999Y12M", EQ, "yearMonthDuration", "P100000000000000000000000000Y"},
    {"dayTimeDuration", "PT86399.9S", LT, "dayTimeDuration", "P1D"},
    {"dayTimeDuration", "P1Y", NO, "dayTimeDuration", "P1D"},
    {"dayTimeDuration", "P1DT99999999999999999999S", EQ, "dayTimeDuration", "PT100000000000000086399S"},
};

static ort_order compare(const char *a_type, const char *a, const char *b_type, const char *b) {
  return ort_compare(type_of(a_type), a, strlen(a), type_of(b_type), b, strlen(b));
}

static ort_order reverse(ort_order order) {
  return order == ORT_LESS ? ORT_GREATER : order == ORT_GREATER ? ORT_LESS : order;
}

static void test_comparisons(void) {
  size_t i;
  for (i = 0; i < sizeof compare_rows / sizeof compare_rows[0]; i++) {
    const compare_row *const row = &compare_rows[i];
    check(compare(row->a_type, row->a, row->b_type, row->b) == row->expected, row->a, row->b);
    check(compare(row->b_type, row->b, row->a_type, row->a) == reverse(row->expected), row->b, row->a);
  }
  check(ort_compare(ORT_DT_LANG_STRING, "a", 1, ORT_DT_LANG_STRING, "a", 1) == ORT_INCOMPARABLE, "langString", "a");
  check(ort_compare(ORT_DT_STRING, NULL, 0, ORT_DT_STRING, "", 0) == ORT_EQUAL, "NULL", "string");
}

/* ---- laws over all pairs and, within a type, all triples of the values above ---- */

enum { VALUES = 2 * sizeof compare_rows / sizeof compare_rows[0] };

static ort_order orders[VALUES][VALUES];

static const char *value_type(size_t i) {
  return i % 2 == 0 ? compare_rows[i / 2].a_type : compare_rows[i / 2].b_type;
}

static const char *value_text(size_t i) {
  return i % 2 == 0 ? compare_rows[i / 2].a : compare_rows[i / 2].b;
}

static void check_transitivity(size_t a, size_t b) {
  size_t c;
  for (c = 0; c < VALUES; c++) {
    if (strcmp(value_type(a), value_type(c)) == 0 && orders[b][c] <= ORT_EQUAL) {
      check(orders[a][c] == (orders[a][b] < orders[b][c] ? orders[a][b] : orders[b][c]), value_text(a), value_text(c));
    }
  }
}

static void test_laws(void) {
  size_t a;
  size_t b;
  for (a = 0; a < VALUES; a++) {
    for (b = 0; b < VALUES; b++) {
      orders[a][b] = compare(value_type(a), value_text(a), value_type(b), value_text(b));
    }
  }
  for (a = 0; a < VALUES; a++) {
    check(orders[a][a] == ORT_EQUAL || orders[a][a] == ORT_INCOMPARABLE, "reflexive", value_text(a));
    for (b = 0; b < VALUES; b++) {
      check(orders[a][b] == reverse(orders[b][a]), value_text(a), value_text(b));
      if (strcmp(value_type(a), value_type(b)) == 0 && orders[a][b] <= ORT_EQUAL) {
        check_transitivity(a, b);
      }
    }
  }
}

/* ---- a million digits ---- */

enum { HUGE_LENGTH = 1000000 };

/* prefix, then digits up to HUGE_LENGTH bytes in all, then suffix; NUL-terminated; never freed before the end of the test. */
static char *huge(const char *prefix, char digit, const char *suffix) {
  char *const text = (char *)malloc(HUGE_LENGTH + 1);
  if (text == NULL) {
    exit(2);
  }
  memset(text, digit, HUGE_LENGTH);
  memcpy(text, prefix, strlen(prefix));
  memcpy(text + HUGE_LENGTH - strlen(suffix), suffix, strlen(suffix) + 1);
  return text;
}

static void check_huge(const char *type, char *a, ort_order expected, char *b) {
  check(ort_lexical_valid(type_of(type), a, strlen(a)), "huge", type);
  check(ort_lexical_valid(type_of(type), b, strlen(b)), "huge", type);
  check(compare(type, a, type, b) == expected, "huge comparison", type);
  check(compare(type, b, type, a) == reverse(expected), "huge comparison", type);
  free(a);
  free(b);
}

static void test_huge(void) {
  char *text;
  check_huge("integer", huge("", '9', "8"), LT, huge("", '9', "9"));
  check_huge("integer", huge("-", '9', "9"), LT, huge("-", '9', "8"));
  check_huge("decimal", huge("0.", '3', "31"), LT, huge("0.", '3', "32"));
  check_huge("unsignedByte", huge("", '0', "254"), LT, huge("+", '0', "255"));
  check_huge("double", huge("0.", '0', "1e1000000"), EQ, huge("1", '0', "e-999981"));
  check_huge("double", huge("1.", '0', "0"), EQ, huge("0.9", '9', "9"));
  check_huge("double", huge("9007199254740993.", '0', "0"), LT, huge("9007199254740993.", '0', "1"));
  check_huge("double", huge("0.", '0', "1e-9999999999999999999999"), LT, huge("1e", '9', "9"));
  check_huge("double", huge("1e-", '9', "9"), EQ, huge("-1e-", '9', "9"));
  check_huge("float", huge("1.00000005960464477539", '0', "0"), LT, huge("1.000000059604644775390625", '0', "1"));
  check_huge("dateTime", huge("9", '9', "-12-31T24:00:00+00:00"), EQ, huge("9", '9', "-12-31T23:00:00-01:00"));
  check_huge("gYear", huge("-9", '9', "9"), LT, huge("-9", '9', "8"));
  check_huge("time", huge("12:00:00.", '1', "1"), LT, huge("12:00:00.", '1', "2"));
  check_huge("duration", huge("P", '9', "Y0D"), LT, huge("P", '9', "Y1D"));
  check_huge("duration", huge("-PT0.", '9', "8S"), LT, huge("-PT0.", '9', "7S"));
  check_huge("yearMonthDuration", huge("P0", '9', "Y12M"), EQ, huge("P1", '0', "Y00M"));
  check_huge("dayTimeDuration", huge("P", '1', "1DT24H"), EQ, huge("P", '1', "2DT00H"));
  check_huge("base64Binary", huge("", 'A', ""), NO, huge("", 'B', ""));
  check_huge("NCName", huge("n", '1', ""), LT, huge("n", '2', ""));
  text = huge("", '0', "256");
  check(!ort_lexical_valid(ORT_DT_UNSIGNED_BYTE, text, HUGE_LENGTH), "huge", "256");
  free(text);
}

/* ---- language ranges ---- */

static void check_language(const char *tag, const char *range, int expected) {
  check(ort_language_matches(tag, strlen(tag), range, strlen(range)) == expected, tag, range);
}

static void test_languages(void) {
  check_language("en", "en", 1);
  check_language("EN-gb", "en", 1);
  check_language("en-GB", "En-gB", 1);
  check_language("en-GB-oed", "en-GB", 1);
  check_language("eng", "en", 0);
  check_language("en", "en-GB", 0);
  check_language("de-Latn-DE", "de-DE", 0);
  check_language("en", "*", 1);
  check_language("", "*", 0);
  check_language("", "", 0);
  check_language("en", "", 0);
  check_language("en", "*-GB", 0);
  check_language("en-GB", "en-", 0);
  check_language("I", "i", 1);
}

int main(void) {
  test_datatype_names();
  test_lexical_forms();
  test_mutations();
  test_comparisons();
  test_laws();
  test_huge();
  test_languages();
  printf("literal_test: %d checks, %d failures\n", checks, failures);
  return failures == 0 ? 0 : 1;
}
