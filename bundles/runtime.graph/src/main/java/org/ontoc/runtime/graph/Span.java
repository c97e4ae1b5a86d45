// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import org.jspecify.annotations.Nullable;

/** xsd:duration and the two types derived from it, with numbers of any length. */
final class Span {
  private static final String DESIGNATORS = "YMDHMS";
  private static final int PARTS = 6;
  private static final int DATE_PARTS = 3;
  private static final int MONTH_PARTS = 2;

  // the Gregorian calendar repeats after 400 years, which have 146,097 days
  private static final int CYCLE_MONTHS = 4800;
  private static final long CYCLE_DAYS = 146_097;
  private static final long DAY_SECONDS = 86_400;
  private static final long AVERAGE_MONTH = CYCLE_DAYS * DAY_SECONDS / CYCLE_MONTHS;
  private static final byte[] ONE = {'1'};

  /** 1696-09-01, 1697-02-01, 1903-03-01 and 1903-07-01, as months from 0000-03-01. */
  private static final long[] STARTS = {1696 * 12 + 6, 1696 * 12 + 11, 1903 * 12, 1903 * 12 + 4};

  private final byte[] text;
  private final int[] from = new int[PARTS];
  private final int[] to = new int[PARTS];
  private final boolean[] present = new boolean[PARTS];
  private int fractionFrom;
  private int fractionTo;
  private boolean negative;

  private Span(byte[] text) {
    this.text = text;
  }

  /** The value of a lexical form, or null when it is none of the type's. */
  static @Nullable Span parse(Datatype type, byte[] text, int start, int end) {
    Span value = new Span(text);
    if (!value.scan(start, end)) return null;
    for (int i = 0; i < PARTS; i++) {
      boolean months = i < MONTH_PARTS;
      if (value.present[i]
          && type == (months ? Datatype.DAY_TIME_DURATION : Datatype.YEAR_MONTH_DURATION))
        return null;
    }
    return value;
  }

  /** -?P(nY)?(nM)?(nD)?(T(nH)?(nM)?(n(.n)?S)?)? with a part at least, and one after T. */
  private boolean scan(int p, int end) {
    int next = 0;
    int limit = DATE_PARTS;
    negative = p < end && text[p] == '-';
    if (negative) p++;
    if (end - p < 2 || text[p++] != 'P') return false;
    while (p < end) {
      if (text[p] == 'T' && limit == DATE_PARTS) {
        next = DATE_PARTS;
        limit = PARTS;
        p++;
      }
      int part = part(p, end, next, limit);
      if (part < 0) return false;
      next = part + 1;
      p = (part == PARTS - 1 && fractionTo > fractionFrom ? fractionTo : to[part]) + 1;
    }
    return true;
  }

  /** Digits and, when they are seconds, a fraction; then one of the designators; -1: none. */
  private int part(int p, int end, int first, int limit) {
    int stop = Digits.end(text, p, end);
    int fraction = -1;
    int at = stop;
    if (at > p && at < end && text[at] == '.') {
      fraction = at + 1;
      at = Digits.end(text, fraction, end);
    }
    if (stop == p || at == end || at == fraction) return -1;
    int part = first;
    while (part < limit && DESIGNATORS.charAt(part) != text[at]) part++;
    if (part == limit || fraction >= 0 && text[at] != 'S') return -1;
    from[part] = p;
    to[part] = stop;
    present[part] = true;
    if (fraction >= 0) {
      fractionFrom = fraction;
      fractionTo = at;
    }
    return part;
  }

  /** Adds sign * value, its months counted in units of the given month. */
  private void addTo(Sum sum, int sign, int first, int limit, long month) {
    long[] factors = {12 * month, month, DAY_SECONDS, 3600, 60, 1};
    for (int i = first; i < limit; i++) {
      boolean seconds = i == PARTS - 1;
      sum.add(
          text,
          from[i],
          to[i],
          seconds ? fractionFrom : 0,
          seconds ? fractionTo : 0,
          (negative ? -sign : sign) * factors[i]);
    }
  }

  private static int difference(Span a, Span b, int first, int limit) {
    Sum sum = new Sum(2 * PARTS);
    a.addTo(sum, 1, first, limit, 1);
    b.addTo(sum, -1, first, limit, 1);
    return Long.signum(sum.sign());
  }

  private long monthsOfCycle() {
    long years = 0;
    long months = 0;
    for (int i = from[0]; i < to[0]; i++)
      years = (years * 10 + (text[i] - '0')) % (CYCLE_MONTHS / 12);
    for (int i = from[1]; i < to[1]; i++) months = (months * 10 + (text[i] - '0')) % CYCLE_MONTHS;
    months = (years * 12 + months) % CYCLE_MONTHS;
    return negative ? (CYCLE_MONTHS - months) % CYCLE_MONTHS : months;
  }

  /** Days from 0000-03-01 to the first day of the month that is this many months later. */
  private static long days(long months) {
    long years = months / 12;
    return years * 365 + years / 4 - years / 100 + years / 400 + (months % 12 * 153 + 2) / 5;
  }

  /** How much longer this is, in seconds, from a given month on than its months on average. */
  private long irregularity(long start) {
    long months = monthsOfCycle();
    return (days(start + months) - days(start)) * DAY_SECONDS - months * AVERAGE_MONTH;
  }

  /** The sign of (start + a) - (start + b). */
  private static int differenceAt(Span a, Span b, long start) {
    Sum sum = new Sum(2 * PARTS + 1);
    a.addTo(sum, 1, 0, PARTS, AVERAGE_MONTH);
    b.addTo(sum, -1, 0, PARTS, AVERAGE_MONTH);
    sum.add(ONE, 0, 1, a.irregularity(start) - b.irregularity(start));
    return Long.signum(sum.sign());
  }

  /** The partial order of XSD 1.1 (section 3.3.6.1): -1, 0, 1 or {@link Comparison#NONE}. */
  static int compare(Span a, Span b) {
    int months = difference(a, b, 0, MONTH_PARTS);
    int seconds = difference(a, b, MONTH_PARTS, PARTS);
    if (months == 0 || months == seconds) return seconds;
    if (seconds == 0) return months;
    int order = differenceAt(a, b, STARTS[0]);
    for (long start : STARTS) {
      if (differenceAt(a, b, start) != order) return Comparison.NONE;
    }
    // P400Y and P146097D always end on the same day, but they are not the same value
    return order == 0 ? Comparison.NONE : order;
  }
}
