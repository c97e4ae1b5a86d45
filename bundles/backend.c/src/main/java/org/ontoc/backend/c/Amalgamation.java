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

  static final List<String> SOURCES =
      List.of(
          "ort_scan.c",
          "ort_chars.c",
          "ort_window.c",
          "ort_iri.c",
          "ort_ntriples.c",
          "ort_turtle_tokens.c",
          "ort_turtle_lexer.c",
          "ort_turtle_prefixes.c",
          "ort_turtle_terms.c",
          "ort_turtle.c",
          "ort_language.c",
          "ort_text.c",
          "ort_big.c",
          "ort_decimal.c",
          "ort_float.c",
          "ort_calendar.c",
          "ort_duration.c",
          "ort_datatype.c",
          "ort_compare.c",
          "ort_regex.c",
          "ort_memory.c",
          "ort_threads.c",
          "ort_terms.c",
          "ort_graph.c",
          "ort_ahead.c",
          "ort_extents.c",
          "ort_index.c",
          "ort_classes.c",
          "ort_paths.c",
          "ort_checks.c",
          "ort_sets.c",
          "ort_results.c",
          "ort_fixpoint.c",
          "ort_focus.c",
          "ort_write.c",
          "ort_lines.c",
          "ort_run.c",
          "ort_reset.c",
          "ort_parts.c");

  static final String MAIN = "ort_main.c";

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
