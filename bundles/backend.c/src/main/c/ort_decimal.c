/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_decimal.h"

#include <string.h>

typedef struct dec_range {
  ort_datatype type;
  const char *minimum; /* NULL: unbounded */
  const char *maximum;
} dec_range;

static const dec_range dec_ranges[] = {
    {ORT_DT_INTEGER, NULL, NULL},
    {ORT_DT_LONG, "-9223372036854775808", "9223372036854775807"},
    {ORT_DT_INT, "-2147483648", "2147483647"},
    {ORT_DT_SHORT, "-32768", "32767"},
    {ORT_DT_BYTE, "-128", "127"},
    {ORT_DT_NON_NEGATIVE_INTEGER, "0", NULL},
    {ORT_DT_POSITIVE_INTEGER, "1", NULL},
    {ORT_DT_NON_POSITIVE_INTEGER, NULL, "0"},
    {ORT_DT_NEGATIVE_INTEGER, NULL, "-1"},
    {ORT_DT_UNSIGNED_LONG, "0", "18446744073709551615"},
    {ORT_DT_UNSIGNED_INT, "0", "4294967295"},
    {ORT_DT_UNSIGNED_SHORT, "0", "65535"},
    {ORT_DT_UNSIGNED_BYTE, "0", "255"},
};

ORT_API size_t ort_digits(const char *text, size_t length) {
  size_t count = 0;
  while (count < length && text[count] >= '0' && text[count] <= '9') {
    count++;
  }
  return count;
}

static void dec_canonicalize(ort_decimal *value) {
  while (value->whole_length > 0 && value->whole[0] == '0') {
    value->whole++;
    value->whole_length--;
  }
  while (value->fraction_length > 0 && value->fraction[value->fraction_length - 1] == '0') {
    value->fraction_length--;
  }
  if (value->whole_length == 0 && value->fraction_length == 0) {
    value->negative = 0;
  }
}

/* [+-]? ( digits ( '.' digits? )? | '.' digits ) */
static int dec_scan(const char *text, size_t length, ort_decimal *value, int *has_point) {
  const char *const end = text + length;
  value->negative = length > 0 && *text == '-';
  if (length > 0 && (*text == '-' || *text == '+')) {
    text++;
  }
  value->whole = text;
  value->whole_length = ort_digits(text, (size_t)(end - text));
  text += value->whole_length;
  *has_point = text < end && *text == '.';
  if (*has_point) {
    text++;
  }
  value->fraction = text;
  value->fraction_length = *has_point ? ort_digits(text, (size_t)(end - text)) : 0;
  text += value->fraction_length;
  return text == end && value->whole_length + value->fraction_length > 0;
}

/* Whether value is on the given side (ORT_LESS, ORT_GREATER) of limit. */
static int dec_beyond(const ort_decimal *value, ort_order side, const char *limit) {
  ort_decimal bound;
  int has_point = 0;
  if (limit == NULL) {
    return 0;
  }
  (void)dec_scan(limit, strlen(limit), &bound, &has_point);
  dec_canonicalize(&bound);
  return ort_decimal_compare(value, &bound) == side;
}

ORT_API int ort_decimal_parse(ort_datatype type, const char *text, size_t length, ort_decimal *value) {
  ort_decimal parsed;
  int has_point = 0;
  size_t i;
  if (!dec_scan(text, length, &parsed, &has_point)) {
    return 0;
  }
  dec_canonicalize(&parsed);
  if (type != ORT_DT_DECIMAL) {
    for (i = 0; i < sizeof dec_ranges / sizeof dec_ranges[0] && dec_ranges[i].type != type; i++) {
    }
    if (has_point || i == sizeof dec_ranges / sizeof dec_ranges[0] || dec_beyond(&parsed, ORT_LESS, dec_ranges[i].minimum)
        || dec_beyond(&parsed, ORT_GREATER, dec_ranges[i].maximum)) {
      return 0;
    }
  }
  *value = parsed;
  return 1;
}

static ort_order dec_sign(int order) {
  return order < 0 ? ORT_LESS : order > 0 ? ORT_GREATER : ORT_EQUAL;
}

static ort_order dec_lengths(size_t a, size_t b) {
  return a < b ? ORT_LESS : a > b ? ORT_GREATER : ORT_EQUAL;
}

ORT_API ort_order ort_fraction_compare(const char *a, size_t a_length, const char *b, size_t b_length) {
  const size_t common = a_length < b_length ? a_length : b_length;
  const int order = common == 0 ? 0 : memcmp(a, b, common);
  return order != 0 ? dec_sign(order) : dec_lengths(a_length, b_length);
}

static ort_order dec_compare_magnitudes(const ort_decimal *a, const ort_decimal *b) {
  int order;
  if (a->whole_length != b->whole_length) {
    return dec_lengths(a->whole_length, b->whole_length);
  }
  order = a->whole_length == 0 ? 0 : memcmp(a->whole, b->whole, a->whole_length);
  return order != 0 ? dec_sign(order)
                    : ort_fraction_compare(a->fraction, a->fraction_length, b->fraction, b->fraction_length);
}

ORT_API ort_order ort_decimal_compare(const ort_decimal *a, const ort_decimal *b) {
  if (a->negative != b->negative) {
    return a->negative ? ORT_LESS : ORT_GREATER;
  }
  return a->negative ? dec_compare_magnitudes(b, a) : dec_compare_magnitudes(a, b);
}

/* The digit of addend with the weight 10^(position - 1) when position > 0, the fraction's digit -position otherwise. */
static int64_t dec_digit(const ort_addend *addend, size_t position, size_t fraction_index) {
  if (position > 0) {
    return position > addend->whole_length ? 0 : addend->whole[addend->whole_length - position] - '0';
  }
  return fraction_index < addend->fraction_length ? addend->fraction[fraction_index] - '0' : 0;
}

/*
 * Schoolbook addition from the most significant digit on, which needs no memory: what the digits to come can add is less than
 * the sum of the factors in units of the current digit, so the sign is known as soon as the partial sum is larger than that.
 */
ORT_API int64_t ort_sum(const ort_addend *addends, size_t count) {
  int64_t partial = 0;
  int64_t rest = 2;
  size_t whole = 0;
  size_t fraction = 0;
  size_t step;
  size_t i;
  for (i = 0; i < count; i++) {
    rest += addends[i].factor < 0 ? -addends[i].factor : addends[i].factor;
    whole = addends[i].whole_length > whole ? addends[i].whole_length : whole;
    fraction = addends[i].fraction_length > fraction ? addends[i].fraction_length : fraction;
  }
  for (step = 0; step < whole + fraction && partial > -rest && partial < rest; step++) {
    partial *= 10;
    for (i = 0; i < count; i++) {
      partial += addends[i].factor * dec_digit(&addends[i], step < whole ? whole - step : 0, step - whole);
    }
  }
  return partial;
}
