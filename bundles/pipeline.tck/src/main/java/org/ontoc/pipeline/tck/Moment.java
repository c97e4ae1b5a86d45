// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of xsd:dateTime or of a type that leaves out a part of it, as seconds on XSD 1.1's time
 * line (part 2, appendix E.3.4).
 *
 * @param seconds as if in UTC when there is no time zone
 */
record Moment(BigDecimal seconds, boolean zoned) {
  private static final BigDecimal WIDEST_ZONE = BigDecimal.valueOf(14 * 3600);
  private static final BigInteger CYCLE_YEARS = BigInteger.valueOf(400);
  private static final int CYCLE_DAYS = 146_097;

  private static final String YEAR = "(?<year>-?([1-9][0-9]{3,}|0[0-9]{3}))";
  private static final String MONTH = "(?<month>0[1-9]|1[0-2])";
  private static final String DAY = "(?<day>0[1-9]|[12][0-9]|3[01])";
  private static final String TIME =
      "((?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9](\\.[0-9]+)?)"
          + "|(?<midnight>24:00:00(\\.0+)?))";
  private static final String ZONE = "(?<zone>Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";

  /** One of the nine types. */
  enum Type {
    DATE_TIME("dateTime", YEAR + "-" + MONTH + "-" + DAY + "T" + TIME + ZONE + "?"),
    DATE_TIME_STAMP("dateTimeStamp", YEAR + "-" + MONTH + "-" + DAY + "T" + TIME + ZONE),
    DATE("date", YEAR + "-" + MONTH + "-" + DAY + ZONE + "?"),
    TIME_OF_DAY("time", TIME + ZONE + "?"),
    YEAR_MONTH("gYearMonth", YEAR + "-" + MONTH + ZONE + "?"),
    YEAR_ONLY("gYear", YEAR + ZONE + "?"),
    MONTH_DAY("gMonthDay", "--" + MONTH + "-" + DAY + ZONE + "?"),
    DAY_ONLY("gDay", "---" + DAY + ZONE + "?"),
    MONTH_ONLY("gMonth", "--" + MONTH + ZONE + "?");

    private final String local;
    private final Pattern pattern;

    Type(String local, String regex) {
      this.local = local;
      this.pattern = Pattern.compile(regex);
    }
  }

  static Optional<Type> type(String local) {
    for (Type type : Type.values()) if (type.local.equals(local)) return Optional.of(type);
    return Optional.empty();
  }

  /** Empty when the text is not in the type's lexical space. */
  static Optional<Moment> parse(Type type, String text) {
    Matcher matcher = type.pattern.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    Map<String, Integer> groups = type.pattern.namedGroups();
    BigInteger year = new BigInteger(group(matcher, groups, "year", "1972"));
    int month = Integer.parseInt(group(matcher, groups, "month", "12"));
    int last = daysInMonth(year, month);
    int day = Integer.parseInt(group(matcher, groups, "day", Integer.toString(last)));
    if (day > last) return Optional.empty();
    BigDecimal time = new BigDecimal(group(matcher, groups, "second", "0"));
    time = time.add(whole(group(matcher, groups, "minute", "0"), 60));
    time = time.add(whole(group(matcher, groups, "hour", "0"), 3600));
    boolean endOfDay = !group(matcher, groups, "midnight", "").isEmpty();
    // as a time, 24:00:00 is the midnight of the same day
    if (endOfDay && type != Type.TIME_OF_DAY) time = time.add(BigDecimal.valueOf(86_400));
    BigInteger days = days(year, month).add(BigInteger.valueOf(day - 1));
    String zone = group(matcher, groups, "zone", "");
    BigDecimal utc =
        new BigDecimal(days).multiply(BigDecimal.valueOf(86_400)).add(time).subtract(offset(zone));
    return Optional.of(new Moment(utc, !zone.isEmpty()));
  }

  private static String group(
      Matcher matcher, Map<String, Integer> groups, String name, String fallback) {
    if (!groups.containsKey(name)) return fallback;
    String found = matcher.group(name);
    return found == null ? fallback : found;
  }

  private static BigDecimal whole(String digits, int factor) {
    return BigDecimal.valueOf((long) Integer.parseInt(digits) * factor);
  }

  private static BigDecimal offset(String zone) {
    if (zone.isEmpty() || zone.equals("Z")) return BigDecimal.ZERO;
    BigDecimal size = whole(zone.substring(1, 3), 3600).add(whole(zone.substring(4), 60));
    return zone.startsWith("-") ? size.negate() : size;
  }

  private static int daysInMonth(BigInteger year, int month) {
    // the Gregorian calendar repeats every 400 years
    return java.time.YearMonth.of(year.mod(CYCLE_YEARS).intValue(), month).lengthOfMonth();
  }

  /** Days from 0000-01-01 to the first day of a month. */
  static BigInteger days(BigInteger year, int month) {
    BigInteger inCycle = year.mod(CYCLE_YEARS);
    BigInteger cycles = year.subtract(inCycle).divide(CYCLE_YEARS);
    long epoch = java.time.LocalDate.of(inCycle.intValue(), month, 1).toEpochDay();
    long fromZero = epoch - java.time.LocalDate.of(0, 1, 1).toEpochDay();
    return cycles.multiply(BigInteger.valueOf(CYCLE_DAYS)).add(BigInteger.valueOf(fromZero));
  }

  /** XSD's partial order (appendix E.3.3): empty when it depends on the missing time zone. */
  OptionalInt compare(Moment other) {
    if (zoned == other.zoned) return OptionalInt.of(seconds.compareTo(other.seconds));
    if (!zoned) {
      OptionalInt turned = other.compare(this);
      return turned.isPresent() ? OptionalInt.of(-turned.getAsInt()) : turned;
    }
    int east = seconds.compareTo(other.seconds.subtract(WIDEST_ZONE));
    int west = seconds.compareTo(other.seconds.add(WIDEST_ZONE));
    return east == west ? OptionalInt.of(east) : OptionalInt.empty();
  }
}
