// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations and sizes, as users write and read them. */
final class Amounts {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMGT]?)i?B?");

  private Amounts() {}

  /** {@code 500ms}, {@code 30}, {@code 30s}, {@code 5m}, {@code 2h}. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0)
        throw new TypeConversionException("'" + text + "' is no time such as 500ms, 30s, 5m or 2h");
      long number = Long.parseLong(matcher.group(1));
      String unit = matcher.group(2) == null ? "s" : matcher.group(2);
      return switch (unit) {
        case "ms" -> Duration.ofMillis(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofSeconds(number);
      };
    }
  }

  /** {@code 1048576}, {@code 512M}, {@code 4GiB}; a unit is a power of 1,024. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT).replace("IB", "iB"));
      if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0)
        throw new TypeConversionException("'" + text + "' is no size such as 512M or 4G");
      long number = Long.parseLong(matcher.group(1));
      int power = matcher.group(2).isEmpty() ? 0 : "KMGT".indexOf(matcher.group(2)) + 1;
      return number << (10 * power);
    }
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 check}, {@code 2 checks}. */
  static String of(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : noun.endsWith("s") ? "es" : "s");
  }

  static String bytes(long bytes) {
    if (bytes < 10_240) return number(bytes) + " B";
    if (bytes < 10L << 20) return number(bytes >> 10) + " KiB";
    return number(bytes >> 20) + " MiB";
  }

  static String time(Duration duration) {
    double seconds = duration.toNanos() / 1e9;
    return seconds < 1
        ? String.format(Locale.ROOT, "%.1f ms", seconds * 1000)
        : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
