/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_duration.h"

#include "ort_decimal.h"

enum { DUR_DATE_PARTS = 3, DUR_MONTH_PARTS = 2 };

/* The Gregorian calendar repeats after 400 years, which have 146,097 days. */
enum { DUR_CYCLE_MONTHS = 4800, DUR_CYCLE_DAYS = 146097, DUR_SECONDS_A_DAY = 86400 };

static const char dur_designators[] = "YMDHMS";

/* Digits and, when they are seconds, a fraction; then a designator that is one of the parts first to limit - 1. */
static const char *dur_part(const char *at, const char *end, size_t first, size_t limit, ort_duration *value, size_t *part) {
  const char *const digits = at;
  const size_t count = ort_digits(at, (size_t)(end - at));
  const char *fraction = NULL;
  at += count;
  if (count > 0 && at < end && *at == '.') {
    fraction = ++at;
    at += ort_digits(at, (size_t)(end - at));
  }
  if (count == 0 || at == end || at == fraction) {
    return NULL;
  }
  while (first < limit && dur_designators[first] != *at) {
    first++;
  }
  if (first == limit || (fraction != NULL && *at != 'S')) {
    return NULL;
  }
  value->part[first] = digits;
  value->part_length[first] = count;
  if (fraction != NULL) {
    value->fraction = fraction;
    value->fraction_length = (size_t)(at - fraction);
  }
  *part = first;
  return at + 1;
}

/* -?P(nY)?(nM)?(nD)?(T(nH)?(nM)?(n(.n)?S)?)? with at least one part, and at least one after T. */
static int dur_scan(const char *at, const char *end, ort_duration *value) {
  size_t next = 0;
  size_t limit = DUR_DATE_PARTS;
  value->negative = at < end && *at == '-';
  at += value->negative;
  if (end - at < 2 || *at++ != 'P') {
    return 0;
  }
  while (at < end) {
    size_t part = 0;
    if (*at == 'T' && limit == DUR_DATE_PARTS) {
      next = DUR_DATE_PARTS;
      limit = ORT_DURATION_PARTS;
      at++;
    }
    at = dur_part(at, end, next, limit, value, &part);
    if (at == NULL) {
      return 0;
    }
    next = part + 1;
  }
  return 1;
}

ORT_API int ort_duration_parse(ort_datatype type, const char *text, size_t length, ort_duration *value) {
  size_t i;
  for (i = 0; i < ORT_DURATION_PARTS; i++) {
    value->part[i] = NULL;
    value->part_length[i] = 0;
  }
  value->fraction = "";
  value->fraction_length = 0;
  if (!dur_scan(text, text + length, value)) {
    return 0;
  }
  for (i = 0; i < ORT_DURATION_PARTS; i++) {
    if (value->part[i] != NULL && type == (i < DUR_MONTH_PARTS ? ORT_DT_DAY_TIME_DURATION : ORT_DT_YEAR_MONTH_DURATION)) {
      return 0;
    }
  }
  return 1;
}

/* Appends the addends of sign * value, its months counted in seconds of the average month when both are wanted. */
static size_t dur_addends(const ort_duration *value, int sign, size_t first, size_t limit, int64_t month, ort_addend *addends) {
  const int64_t factors[ORT_DURATION_PARTS] = {12 * month, month, DUR_SECONDS_A_DAY, 3600, 60, 1};
  size_t count = 0;
  size_t i;
  for (i = first; i < limit; i++) {
    const int is_seconds = i == ORT_DURATION_PARTS - 1;
    addends[count].whole = value->part[i];
    addends[count].whole_length = value->part_length[i];
    addends[count].fraction = is_seconds ? value->fraction : "";
    addends[count].fraction_length = is_seconds ? value->fraction_length : 0;
    addends[count].factor = (value->negative ? -sign : sign) * factors[i];
    count++;
  }
  return count;
}

/* A number with the sign of a - b in the given parts. */
static int64_t dur_difference(const ort_duration *a, const ort_duration *b, size_t first, size_t limit) {
  ort_addend addends[2 * ORT_DURATION_PARTS];
  size_t count = dur_addends(a, 1, first, limit, 1, addends);
  count += dur_addends(b, -1, first, limit, 1, addends + count);
  return ort_sum(addends, count);
}

/* The months modulo the cycle, 0 to 4,799. */
static int64_t dur_months_of_cycle(const ort_duration *value) {
  int64_t months = 0;
  int64_t years = 0;
  size_t i;
  for (i = 0; i < value->part_length[0]; i++) {
    years = (years * 10 + (value->part[0][i] - '0')) % (DUR_CYCLE_MONTHS / 12);
  }
  for (i = 0; i < value->part_length[1]; i++) {
    months = (months * 10 + (value->part[1][i] - '0')) % DUR_CYCLE_MONTHS;
  }
  months = (years * 12 + months) % DUR_CYCLE_MONTHS;
  return value->negative ? (DUR_CYCLE_MONTHS - months) % DUR_CYCLE_MONTHS : months;
}

/* Days from 0000-03-01 to the first day of the month that is this many months later: leap days are at the years' ends. */
static int64_t dur_days(int64_t months) {
  const int64_t years = months / 12;
  return years * 365 + years / 4 - years / 100 + years / 400 + (months % 12 * 153 + 2) / 5;
}

/* How much longer value is, in seconds, when added to the first day of a month, than its months are on average. */
static int64_t dur_irregularity(const ort_duration *value, int64_t start, int64_t average) {
  const int64_t months = dur_months_of_cycle(value);
  return (dur_days(start + months) - dur_days(start)) * DUR_SECONDS_A_DAY - months * average;
}

/* The sign of (start + a) - (start + b), where start counts months from 0000-03-01. */
static int64_t dur_difference_at(const ort_duration *a, const ort_duration *b, int64_t start) {
  const int64_t average = (int64_t)DUR_CYCLE_DAYS * DUR_SECONDS_A_DAY / DUR_CYCLE_MONTHS; /* 2,629,746 without a rest */
  int64_t shift = dur_irregularity(a, start, average) - dur_irregularity(b, start, average);
  ort_addend addends[2 * ORT_DURATION_PARTS + 1];
  size_t count = dur_addends(a, 1, 0, ORT_DURATION_PARTS, average, addends);
  count += dur_addends(b, -1, 0, ORT_DURATION_PARTS, average, addends + count);
  addends[count].whole = "1";
  addends[count].whole_length = 1;
  addends[count].fraction = "";
  addends[count].fraction_length = 0;
  addends[count].factor = shift;
  return ort_sum(addends, count + 1);
}

static ort_order dur_order(int64_t sign) {
  return sign < 0 ? ORT_LESS : sign > 0 ? ORT_GREATER : ORT_EQUAL;
}

ORT_API ort_order ort_duration_compare(const ort_duration *a, const ort_duration *b) {
  /* 1696-09-01, 1697-02-01, 1903-03-01 and 1903-07-01, as months from 0000-03-01 */
  static const int64_t starts[] = {1696 * 12 + 6, 1696 * 12 + 11, 1903 * 12, 1903 * 12 + 4};
  const ort_order months = dur_order(dur_difference(a, b, 0, DUR_MONTH_PARTS));
  const ort_order seconds = dur_order(dur_difference(a, b, DUR_MONTH_PARTS, ORT_DURATION_PARTS));
  ort_order order;
  size_t i;
  if (months == ORT_EQUAL || months == seconds) {
    return seconds;
  }
  if (seconds == ORT_EQUAL) {
    return months;
  }
  order = dur_order(dur_difference_at(a, b, starts[0]));
  for (i = 1; i < sizeof starts / sizeof starts[0]; i++) {
    if (dur_order(dur_difference_at(a, b, starts[i])) != order) {
      return ORT_INCOMPARABLE;
    }
  }
  /* P400Y and P146097D always end on the same day, but they are not the same value. */
  return order == ORT_EQUAL ? ORT_INCOMPARABLE : order;
}
