// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.ontoc.backend.c.CText.Rendered;

/** The C runtime, whose files are resources of this bundle, as one text in fixed order. */
final class Amalgamation {
  static final List<String> HEADERS =
      List.of(
          "ort.h",
          "ort_chars.h",
          "ort_plain.h",
          "ort_ntriples.h",
          "ort_text.h",
          "ort_big.h",
          "ort_decimal.h",
          "ort_calendar.h",
          "ort_duration.h",
          "ort_float.h",
          "ort_regex.h",
          "ort_turtle.h",
          "ort_program.h",
          "ort_terms.h",
          "ort_graph.h",
          "ort_engine.h",
          "ort_threads.h",
          "ort_run.h",
          "ort_key.h");

  /** Names the sources in their order. */
  static final String ALL = "ort_all.c";

  static final String MAIN = "ort_main.c";

  static final List<String> SOURCES =
      read(ALL)
          .lines()
          .filter(line -> line.startsWith("#include \"ort_"))
          .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
          .toList();

  private Amalgamation() {}

  static Rendered headers() {
    return new Rendered(HEADERS.stream().map(Amalgamation::part).collect(Collectors.joining()));
  }

  static Rendered sources() {
    return new Rendered(SOURCES.stream().map(Amalgamation::part).collect(Collectors.joining()));
  }

  static Rendered main() {
    return new Rendered(part(MAIN));
  }

  private static String part(String file) {
    return "\n/* ---- "
        + file
        + " ---- */\n"
        + read(file)
            .lines()
            .filter(line -> !line.startsWith("/* SPDX-") && !line.startsWith("#include \"ort"))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String read(String file) {
    try (InputStream in = Amalgamation.class.getResourceAsStream("runtime/" + file)) {
      if (in == null) throw new IllegalStateException("the runtime lacks " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
