// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of {@code ontoc-run}, which validates graphs by an image on machines without a JVM and
 * without a compiler: one file of C99 without dependencies. It is the same for all images.
 */
public final class NativeRunner {
  private static final Pattern INCLUDE = Pattern.compile("#include \"(\\w+\\.[ch])\"");

  // a jar knows no parent folders
  private static final String SOURCES = "/org/ontoc/runtime/bitactor/c/";

  /** What a generated header would be, when ort_main.c stood by itself. */
  private static final String OTHERS = "demo.h";

  private final Set<String> known = new HashSet<>(Set.of(OTHERS));
  private final StringBuilder text = new StringBuilder();

  private NativeRunner() {}

  /** The source, in which every file stands where it was included first. */
  public static String source() {
    NativeRunner runner = new NativeRunner();
    runner.add("ontoc_run.c");
    return runner.text.toString();
  }

  private void add(String file) {
    for (String line : read(file).lines().toList()) {
      Matcher include = INCLUDE.matcher(line);
      if (!include.lookingAt()) text.append(line).append('\n');
      else if (known.add(include.group(1))) {
        text.append("\n/* ---- ").append(include.group(1)).append(" ---- */\n");
        add(include.group(1));
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = NativeRunner.class.getResourceAsStream(SOURCES + file)) {
      if (in == null) throw new IllegalStateException("the runtime lacks " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
