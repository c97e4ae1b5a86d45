/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_calendar.h"

#include "ort_decimal.h"

enum { CAL_YEAR = 1, CAL_MONTH = 2, CAL_DAY = 4, CAL_TIME = 8, CAL_ZONE = 16 };

enum { CAL_WIDEST_ZONE = 14 * 60 };

typedef struct cal_cursor {
  const char *at;
  const char *end;
} cal_cursor;

static int cal_parts(ort_datatype type) {
  switch (type) {
    case ORT_DT_DATE_TIME: return CAL_YEAR | CAL_MONTH | CAL_DAY | CAL_TIME;
    case ORT_DT_DATE_TIME_STAMP: return CAL_YEAR | CAL_MONTH | CAL_DAY | CAL_TIME | CAL_ZONE;
    case ORT_DT_DATE: return CAL_YEAR | CAL_MONTH | CAL_DAY;
    case ORT_DT_TIME: return CAL_TIME;
    case ORT_DT_G_YEAR: return CAL_YEAR;
    case ORT_DT_G_YEAR_MONTH: return CAL_YEAR | CAL_MONTH;
    case ORT_DT_G_MONTH: return CAL_MONTH;
    case ORT_DT_G_MONTH_DAY: return CAL_MONTH | CAL_DAY;
    case ORT_DT_G_DAY: return CAL_DAY;
    default: return 0;
  }
}

static int cal_take(cal_cursor *cursor, char expected) {
  if (cursor->at == cursor->end || *cursor->at != expected) {
    return 0;
  }
  cursor->at++;
  return 1;
}

/* Two digits in the given range. */
static int cal_two(cal_cursor *cursor, int lowest, int highest, int *value) {
  if (cursor->end - cursor->at < 2 || ort_digits(cursor->at, 2) != 2) {
    return 0;
  }
  *value = (cursor->at[0] - '0') * 10 + (cursor->at[1] - '0');
  cursor->at += 2;
  return *value >= lowest && *value <= highest;
}

/* -? ( [1-9] digit{3,} | 0 digit{3} ): XSD 1.1 has a year 0000, which is a leap year. */
static int cal_year(cal_cursor *cursor, ort_moment *value) {
  value->year_negative = cal_take(cursor, '-');
  value->year = cursor->at;
  value->year_length = ort_digits(cursor->at, (size_t)(cursor->end - cursor->at));
  cursor->at += value->year_length;
  return value->year_length == 4 || (value->year_length > 4 && value->year[0] != '0');
}

static int cal_time(cal_cursor *cursor, ort_moment *value) {
  if (!cal_two(cursor, 0, 24, &value->hour) || !cal_take(cursor, ':') || !cal_two(cursor, 0, 59, &value->minute)
      || !cal_take(cursor, ':') || !cal_two(cursor, 0, 59, &value->second)) {
    return 0;
  }
  if (cal_take(cursor, '.')) {
    value->fraction = cursor->at;
    value->fraction_length = ort_digits(cursor->at, (size_t)(cursor->end - cursor->at));
    if (value->fraction_length == 0) {
      return 0;
    }
    cursor->at += value->fraction_length;
    while (value->fraction_length > 0 && value->fraction[value->fraction_length - 1] == '0') {
      value->fraction_length--;
    }
  }
  return value->hour < 24 || (value->minute == 0 && value->second == 0 && value->fraction_length == 0);
}

static int cal_zone(cal_cursor *cursor, ort_moment *value) {
  int minutes = 0;
  int west;
  if (cursor->at == cursor->end) {
    return 1;
  }
  value->has_zone = 1;
  if (cal_take(cursor, 'Z')) {
    return cursor->at == cursor->end;
  }
  west = cal_take(cursor, '-');
  if ((!west && !cal_take(cursor, '+')) || !cal_two(cursor, 0, 14, &value->zone) || !cal_take(cursor, ':')
      || !cal_two(cursor, 0, 59, &minutes)) {
    return 0;
  }
  minutes += value->zone * 60;
  value->zone = west ? -minutes : minutes;
  return minutes <= CAL_WIDEST_ZONE && cursor->at == cursor->end;
}

/* The year's place in the cycle of 400 years after which the Gregorian calendar repeats; 10,000 is a multiple of 400. */
static int cal_year_of_cycle(const ort_moment *value) {
  int year = 0;
  size_t i;
  for (i = value->year_length > 4 ? value->year_length - 4 : 0; i < value->year_length; i++) {
    year = year * 10 + (value->year[i] - '0');
  }
  year %= 400;
  return value->year_negative ? (400 - year) % 400 : year;
}

static int cal_is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int cal_days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && cal_is_leap(year) ? 29 : days[month - 1];
}

/* Every type is written like a dateTime from which parts were left out, but for the hyphens of the left-most parts. */
static int cal_fields(cal_cursor *cursor, int parts, ort_moment *value) {
  if ((parts & CAL_YEAR) != 0) {
    if (!cal_year(cursor, value)) {
      return 0;
    }
  } else if ((parts & CAL_TIME) == 0 && !cal_take(cursor, '-')) {
    return 0;
  }
  if ((parts & (CAL_MONTH | CAL_DAY)) != 0 && !cal_take(cursor, '-')) {
    return 0;
  }
  if ((parts & CAL_MONTH) != 0 && !cal_two(cursor, 1, 12, &value->month)) {
    return 0;
  }
  value->day = cal_days_in_month(cal_year_of_cycle(value), value->month);
  if ((parts & CAL_DAY) != 0 && (!cal_take(cursor, '-') || !cal_two(cursor, 1, value->day, &value->day))) {
    return 0;
  }
  if ((parts & CAL_TIME) != 0 && (((parts & CAL_YEAR) != 0 && !cal_take(cursor, 'T')) || !cal_time(cursor, value))) {
    return 0;
  }
  return cal_zone(cursor, value) && (value->has_zone || (parts & CAL_ZONE) == 0);
}

ORT_API int ort_moment_parse(ort_datatype type, const char *text, size_t length, ort_moment *value) {
  static const ort_moment unset = {"1972", 4, "", 0, 0, 12, 31, 0, 0, 0, 0, 0};
  cal_cursor cursor;
  cursor.at = text;
  cursor.end = text + length;
  *value = unset;
  if (!cal_fields(&cursor, cal_parts(type), value)) {
    return 0;
  }
  if (type == ORT_DT_TIME) {
    value->hour %= 24; /* as a time, 24:00:00 is the midnight of the same day */
  }
  return 1;
}

/* Years apart, exact between -2 and 2. */
static int64_t cal_years_between(const ort_moment *a, const ort_moment *b) {
  ort_addend years[2];
  years[0].whole = a->year;
  years[0].whole_length = a->year_length;
  years[0].fraction_length = 0;
  years[0].factor = a->year_negative ? -1 : 1;
  years[1].whole = b->year;
  years[1].whole_length = b->year_length;
  years[1].fraction_length = 0;
  years[1].factor = b->year_negative ? 1 : -1;
  years[0].fraction = years[1].fraction = "";
  return ort_sum(years, 2);
}

/* Minutes of UTC from the start of a year 0 that is chosen by the caller. */
static int64_t cal_minutes(const ort_moment *value, int year, int zone) {
  int64_t days = (int64_t)year * 365 + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400 + value->day - 1;
  int month;
  for (month = 1; month < value->month; month++) {
    days += cal_days_in_month(year, month);
  }
  return (days * 24 + value->hour) * 60 + value->minute - zone;
}

static ort_order cal_order(int64_t a, int64_t b) {
  return a < b ? ORT_LESS : a > b ? ORT_GREATER : ORT_EQUAL;
}

/* The order of two instants; all the shifting by time zones moves them by less than a year. */
static ort_order cal_compare_in(const ort_moment *a, int a_zone, const ort_moment *b, int b_zone) {
  const int64_t years = cal_years_between(a, b);
  const int base = cal_year_of_cycle(b) + 400;
  ort_order order;
  if (years < -1 || years > 1) {
    return cal_order(years, 0);
  }
  order = cal_order(cal_minutes(a, base + (int)years, a_zone), cal_minutes(b, base, b_zone));
  if (order == ORT_EQUAL) {
    order = cal_order(a->second, b->second);
  }
  return order != ORT_EQUAL
             ? order
             : ort_fraction_compare(a->fraction, a->fraction_length, b->fraction, b->fraction_length);
}

ORT_API ort_order ort_moment_compare(const ort_moment *a, const ort_moment *b) {
  ort_order east;
  ort_order west;
  if (a->has_zone == b->has_zone) {
    return cal_compare_in(a, a->zone, b, b->zone);
  }
  east = cal_compare_in(a, a->has_zone ? a->zone : CAL_WIDEST_ZONE, b, b->has_zone ? b->zone : CAL_WIDEST_ZONE);
  west = cal_compare_in(a, a->has_zone ? a->zone : -CAL_WIDEST_ZONE, b, b->has_zone ? b->zone : -CAL_WIDEST_ZONE);
  return east == west ? east : ORT_INCOMPARABLE;
}
