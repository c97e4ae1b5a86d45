// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import org.jspecify.annotations.Nullable;

/**
 * xsd:dateTime and its truncations (XSD 1.1 part 2, appendix E), with years and fractions of a
 * second of any length. What a type leaves out has the value that timeOnTimeline assumes.
 */
final class Moment {
  private static final int YEAR = 1;
  private static final int MONTH = 2;
  private static final int DAY = 4;
  private static final int TIME = 8;
  private static final int ZONE = 16;
  private static final int WIDEST_ZONE = 14 * 60;
  private static final byte[] ASSUMED_YEAR = {'1', '9', '7', '2'};
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final byte[] text;
  private final int end;
  private int p;
  private byte[] year = ASSUMED_YEAR;
  private int yearFrom;
  private int yearTo = 4;
  private boolean yearNegative;
  private int month = 12;
  private int day = 31;
  private int hour;
  private int minute;
  private int second;
  private int fractionFrom;
  private int fractionTo;
  private int zone;
  private boolean hasZone;

  private Moment(byte[] text, int from, int to) {
    this.text = text;
    this.p = from;
    this.end = to;
  }

  private static int parts(Datatype type) {
    return switch (type) {
      case DATE_TIME -> YEAR | MONTH | DAY | TIME;
      case DATE_TIME_STAMP -> YEAR | MONTH | DAY | TIME | ZONE;
      case DATE -> YEAR | MONTH | DAY;
      case TIME -> TIME;
      case G_YEAR -> YEAR;
      case G_YEAR_MONTH -> YEAR | MONTH;
      case G_MONTH -> MONTH;
      case G_MONTH_DAY -> MONTH | DAY;
      default -> DAY;
    };
  }

  /** The value of a lexical form, or null when it is none of the type's. */
  static @Nullable Moment parse(Datatype type, byte[] text, int from, int to) {
    Moment value = new Moment(text, from, to);
    if (!value.fields(parts(type))) return null;
    // as a time, 24:00:00 is the midnight of the same day
    if (type == Datatype.TIME) value.hour %= 24;
    return value;
  }

  private boolean take(char expected) {
    if (p == end || text[p] != expected) return false;
    p++;
    return true;
  }

  /** Two digits between the bounds, or -1. */
  private int two(int lowest, int highest) {
    if (end - p < 2 || Digits.end(text, p, p + 2) != p + 2) return -1;
    int value = (text[p] - '0') * 10 + (text[p + 1] - '0');
    p += 2;
    return value >= lowest && value <= highest ? value : -1;
  }

  /** -? ( [1-9] digit{3,} | 0 digit{3} ): XSD 1.1 has a year 0000, which is a leap year. */
  private boolean year() {
    yearNegative = take('-');
    year = text;
    yearFrom = p;
    yearTo = Digits.end(text, p, end);
    p = yearTo;
    int length = yearTo - yearFrom;
    return length == 4 || length > 4 && text[yearFrom] != '0';
  }

  private boolean time() {
    hour = two(0, 24);
    if (hour < 0 || !take(':')) return false;
    minute = two(0, 59);
    if (minute < 0 || !take(':')) return false;
    second = two(0, 59);
    if (second < 0) return false;
    if (take('.')) {
      fractionFrom = p;
      fractionTo = Digits.end(text, p, end);
      if (fractionTo == fractionFrom) return false;
      p = fractionTo;
      while (fractionTo > fractionFrom && text[fractionTo - 1] == '0') fractionTo--;
    }
    return hour < 24 || minute == 0 && second == 0 && fractionTo == fractionFrom;
  }

  private boolean zone() {
    if (p == end) return true;
    hasZone = true;
    if (take('Z')) return p == end;
    boolean west = take('-');
    if (!west && !take('+')) return false;
    int hours = two(0, 14);
    if (hours < 0 || !take(':')) return false;
    int minutes = two(0, 59);
    if (minutes < 0) return false;
    minutes += hours * 60;
    zone = west ? -minutes : minutes;
    return minutes <= WIDEST_ZONE && p == end;
  }

  /** The year's place in the cycle of 400 years after which the Gregorian calendar repeats. */
  private int yearOfCycle() {
    int value = 0;
    for (int i = Math.max(yearFrom, yearTo - 4); i < yearTo; i++)
      value = value * 10 + (year[i] - '0');
    value %= 400;
    return yearNegative ? (400 - value) % 400 : value;
  }

  private static int daysInMonth(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /** Every type is written like a dateTime without some parts, but for the leading hyphens. */
  private boolean fields(int parts) {
    if ((parts & YEAR) != 0) {
      if (!year()) return false;
    } else if ((parts & TIME) == 0 && !take('-')) {
      return false;
    }
    if ((parts & (MONTH | DAY)) != 0 && !take('-')) return false;
    if ((parts & MONTH) != 0) month = two(1, 12);
    if (month < 0) return false;
    day = daysInMonth(yearOfCycle(), month);
    if ((parts & DAY) != 0) {
      if (!take('-')) return false;
      day = two(1, day);
      if (day < 0) return false;
    }
    if ((parts & TIME) != 0) {
      if ((parts & YEAR) != 0 && !take('T')) return false;
      if (!time()) return false;
    }
    return zone() && (hasZone || (parts & ZONE) == 0);
  }

  /** Minutes of UTC from the start of a year 0 that is chosen by the caller. */
  private long minutes(int inYear, int inZone) {
    long days =
        (long) inYear * 365
            + (inYear + 3) / 4
            - (inYear + 99) / 100
            + (inYear + 399) / 400
            + day
            - 1;
    for (int i = 1; i < month; i++) days += daysInMonth(inYear, i);
    return (days * 24 + hour) * 60 + minute - inZone;
  }

  /** Years apart, exact between -2 and 2. */
  private static long yearsBetween(Moment a, Moment b) {
    Sum sum = new Sum(2);
    sum.add(a.year, a.yearFrom, a.yearTo, a.yearNegative ? -1 : 1);
    sum.add(b.year, b.yearFrom, b.yearTo, b.yearNegative ? 1 : -1);
    return sum.sign();
  }

  /** The order of two instants; the shifting by time zones moves them by less than a year. */
  private static int compareIn(Moment a, int aZone, Moment b, int bZone) {
    long years = yearsBetween(a, b);
    if (years < -1 || years > 1) return Long.signum(years);
    int base = b.yearOfCycle() + 400;
    int order = Long.compare(a.minutes(base + (int) years, aZone), b.minutes(base, bZone));
    if (order == 0) order = Integer.compare(a.second, b.second);
    return order != 0
        ? order
        : Digits.fractions(
            a.text, a.fractionFrom, a.fractionTo, b.text, b.fractionFrom, b.fractionTo);
  }

  /** -1, 0, 1 or {@link Comparison#NONE}; both of the same type. */
  static int compare(Moment a, Moment b) {
    if (a.hasZone == b.hasZone) return compareIn(a, a.zone, b, b.zone);
    int east = compareIn(a, a.hasZone ? a.zone : WIDEST_ZONE, b, b.hasZone ? b.zone : WIDEST_ZONE);
    int west =
        compareIn(a, a.hasZone ? a.zone : -WIDEST_ZONE, b, b.hasZone ? b.zone : -WIDEST_ZONE);
    return east == west ? east : Comparison.NONE;
  }
}
