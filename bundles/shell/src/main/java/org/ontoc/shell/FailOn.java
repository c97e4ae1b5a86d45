// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Iri;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The least grave result that counts as failure. */
enum FailOn {
  INFO,
  WARNING,
  VIOLATION,
  NEVER;

  private static final String SH = "http://www.w3.org/ns/shacl#";

  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String word) {
      List<String> words =
          Arrays.stream(values()).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
      int index = words.indexOf(word.toLowerCase(Locale.ROOT));
      if (index < 0)
        throw new TypeConversionException(
            "'" + word + "' is none of violation, warning, info, never");
      return values()[index];
    }
  }

  boolean isReached(Report report) {
    if (this == NEVER) return false;
    for (ValidationResult result : report.results())
      if (level(result.severity()).compareTo(this) >= 0) return true;
    return false;
  }

  /** A severity of the user's own is as grave as a violation. */
  private static FailOn level(Iri severity) {
    return switch (severity.value()) {
      case SH + "Info" -> INFO;
      case SH + "Warning" -> WARNING;
      default -> VIOLATION;
    };
  }
}
