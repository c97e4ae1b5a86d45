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
  /** What programs need of the runtime. */
  static final List<String> HEADERS =
      List.of(
          "ort.h",
          "ort_regex.h",
          "ort_program.h",
          "ort_terms.h",
          "ort_graph.h",
          "ort_engine.h",
          "ort_run.h");

  /** What only the runtime itself needs. */
  static final List<String> OWN_HEADERS =
      List.of(
          "ort_chars.h",
          "ort_plain.h",
          "ort_ntriples.h",
          "ort_text.h",
          "ort_big.h",
          "ort_decimal.h",
          "ort_calendar.h",
          "ort_duration.h",
          "ort_float.h",
          "ort_turtle.h",
          "ort_threads.h",
          "ort_report.h",
          "ort_caller.h",
          "ort_key.h",
          "ort_scale.h");

  /** Names the sources in their order. */
  static final String ALL = "ort_all.c";

  /** The executable's own part, which includes the others that only it has. */
  static final String MAIN = "ort_main.c";

  static final List<String> SOURCES =
      read(ALL)
          .lines()
          .filter(line -> line.startsWith("#include \"ort_"))
          .map(Amalgamation::included)
          .toList();

  private static final Rendered HEADER_TEXT = parts(HEADERS);
  private static final Rendered SOURCE_TEXT = sourceParts();
  private static final Rendered MAIN_TEXT = new Rendered(part(MAIN));

  private Amalgamation() {}

  static Rendered headers() {
    return HEADER_TEXT;
  }

  static Rendered sources() {
    return SOURCE_TEXT;
  }

  static Rendered main() {
    return MAIN_TEXT;
  }

  /**
   * Headers and sources, each piece of a part between the lines by which it can be compiled apart.
   */
  private static Rendered sourceParts() {
    StringBuilder text = new StringBuilder();
    int parts = 0;
    for (String line : read(ALL).lines().toList()) {
      if (line.startsWith("/* part ")) {
        int part = Integer.parseInt(line.substring("/* part ".length(), line.length() - 3));
        if (parts > 0) text.append("#endif\n");
        text.append("#if !defined(ORT_RUNTIME_PART) || ORT_RUNTIME_PART == ").append(part);
        text.append('\n');
        parts = Math.max(parts, part);
      } else if (line.startsWith("#include ")) {
        text.append(part(included(line)));
      }
    }
    String own = parts(OWN_HEADERS).c();
    return new Rendered(own + "#define ORT_RUNTIME_PARTS " + parts + "\n" + text + "#endif\n");
  }

  private static Rendered parts(List<String> files) {
    return new Rendered(files.stream().map(Amalgamation::part).collect(Collectors.joining()));
  }

  private static String part(String file) {
    return "\n/* ---- "
        + file
        + " ---- */\n"
        + read(file)
            .lines()
            .filter(line -> !line.startsWith("/* SPDX-"))
            .filter(line -> !line.startsWith("#include \"ort") || line.endsWith(".c\""))
            .map(line -> line.startsWith("#include \"ort") ? part(included(line)) : line)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String included(String line) {
    return line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
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
