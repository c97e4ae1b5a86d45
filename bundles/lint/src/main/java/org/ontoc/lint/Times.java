// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.ontoc.pipeline.ir.Literal;

/** The order of dates and times that both have a time zone, or both have none. */
final class Times {
  private static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})";
  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?";

  private Times() {}

  static OptionalInt compare(Literal first, Literal second) {
    String one = dateTime(first);
    String other = dateTime(second);
    if (one.isEmpty() || other.isEmpty()) return OptionalInt.empty();
    if (!Literals.family(first.datatype()).equals(Literals.family(second.datatype())))
      return OptionalInt.empty();
    boolean zoned = one.matches(".*" + ZONE);
    if (zoned != other.matches(".*" + ZONE)) return OptionalInt.empty();
    try {
      return OptionalInt.of(
          zoned
              ? instant(one).compareTo(instant(other))
              : LocalDateTime.parse(one).compareTo(LocalDateTime.parse(other)));
    } catch (DateTimeException _) {
      return OptionalInt.empty();
    }
  }

  private static LocalDateTime instant(String text) {
    return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  /** The literal as a date with a time; empty when it is neither, or of an unusual form. */
  private static String dateTime(Literal literal) {
    String text = literal.lexical();
    boolean date =
        Literals.family(literal.datatype()).equals(java.util.Optional.of(Literals.Family.DATE));
    boolean time =
        Literals.family(literal.datatype())
            .equals(java.util.Optional.of(Literals.Family.DATE_TIME));
    if (time && text.matches(DATE + TIME + ZONE + "?")) return text;
    if (!date || !text.matches(DATE + ZONE + "?")) return "";
    try {
      LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException _) {
      return "";
    }
    return text.substring(0, 10) + "T00:00:00" + text.substring(10);
  }
}
