// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of xsd:duration or of a type derived from it (XSD 1.1 part 2, section 3.3.6). */
record Duration(BigInteger months, BigDecimal seconds) {
  private static final Set<String> NAMES =
      Set.of("duration", "yearMonthDuration", "dayTimeDuration");
  private static final Pattern PATTERN =
      Pattern.compile(
          "(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
              + "(T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\\.[0-9]+)?)S)?)?");
  private static final int[][] STARTS = {{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}};
  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
  private static final BigInteger YEAR = BigInteger.valueOf(12);

  static boolean isDuration(String local) {
    return NAMES.contains(local);
  }

  /** Empty when the text is not in the lexical space of the type with this local name. */
  static Optional<Duration> parse(String local, String text) {
    Matcher parts = PATTERN.matcher(text);
    if (!parts.matches()) return Optional.empty();
    boolean dates = parts.group(2) != null || parts.group(3) != null;
    boolean times = parts.group(4) != null || parts.group(5) != null;
    if (local.equals("yearMonthDuration") && times) return Optional.empty();
    if (local.equals("dayTimeDuration") && dates) return Optional.empty();
    BigDecimal months = part(parts, 2, 12).add(part(parts, 3, 1));
    BigDecimal seconds =
        part(parts, 4, 86_400)
            .add(part(parts, 6, 3600))
            .add(part(parts, 7, 60))
            .add(part(parts, 8, 1));
    boolean negative = parts.group(1) != null;
    return Optional.of(
        new Duration(
            negative ? months.toBigInteger().negate() : months.toBigInteger(),
            negative ? seconds.negate() : seconds));
  }

  private static BigDecimal part(Matcher parts, int group, int factor) {
    String digits = parts.group(group);
    if (digits == null) return BigDecimal.ZERO;
    return new BigDecimal(digits).multiply(BigDecimal.valueOf(factor));
  }

  /** XSD's partial order (section 3.3.6.1): that of the four sums with certain instants. */
  OptionalInt compare(Duration other) {
    if (months.equals(other.months)) return OptionalInt.of(seconds.compareTo(other.seconds));
    int order = after(STARTS[0]).compareTo(other.after(STARTS[0]));
    for (int[] start : STARTS) {
      if (after(start).compareTo(other.after(start)) != order) return OptionalInt.empty();
    }
    // P400Y and P146097D always end on the same day, but they are not the same value
    return order == 0 ? OptionalInt.empty() : OptionalInt.of(order);
  }

  private BigDecimal after(int[] start) {
    BigInteger month = BigInteger.valueOf(start[0] * 12L + start[1] - 1).add(months);
    BigInteger inYear = month.mod(YEAR);
    BigInteger year = month.subtract(inYear).divide(YEAR);
    BigInteger days = Moment.days(year, inYear.intValue() + 1);
    return new BigDecimal(days).multiply(DAY).add(seconds);
  }
}
