// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of a program's source can be compiled apart. The runtime is the same in all programs, so
 * that its objects are made once and linked with each; both it and large programs come in several
 * parts, which processors share. A source whose runtime can be compiled apart says so by the macro
 * {@code ORT_EXTERNAL_RUNTIME}, and how many parts there are by {@code ORT_RUNTIME_PARTS} and
 * {@code ORT_PROGRAM_PARTS}.
 *
 * @param runtime the source of the runtime, without the comment that names the program
 */
record SourceParts(String runtime, int runtimeParts, int programParts) {
  private static final String RUNTIME = "\n#ifndef ORT_EXTERNAL_RUNTIME";
  private static final String PROGRAM = "\n#ifndef ORT_RUNTIME_ONLY";

  /** Empty when the source can be compiled only as a whole. */
  static Optional<SourceParts> of(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    int from = text.indexOf("\n#if");
    int runtime = text.indexOf(RUNTIME);
    int to = text.indexOf(PROGRAM, Math.max(runtime, 0));
    if (runtime < 0 || to < 0) return Optional.empty();
    return Optional.of(
        new SourceParts(
            text.substring(from, to),
            number(text, "\n#define ORT_RUNTIME_PARTS "),
            number(text, "\n#define ORT_PROGRAM_PARTS ")));
  }

  private static int number(String text, String before) {
    int found = text.indexOf(before);
    if (found < 0) return 1;
    int from = found + before.length();
    int to = from;
    while (to < text.length() && to < from + 4 && Character.isDigit(text.charAt(to))) to++;
    return to == from ? 1 : Math.max(1, Integer.parseInt(text.substring(from, to)));
  }

  /** The flags of each part of the runtime. */
  List<List<String>> runtimeFlags() {
    return flags("-DORT_RUNTIME_PART=", runtimeParts);
  }

  /** The flags of each part of the program. */
  List<List<String>> programFlags() {
    return flags("-DORT_PROGRAM_PART=", programParts);
  }

  private static List<List<String>> flags(String macro, int parts) {
    if (parts == 1) return List.of(List.of());
    return IntStream.rangeClosed(1, parts).mapToObj(part -> List.of(macro + part)).toList();
  }
}
