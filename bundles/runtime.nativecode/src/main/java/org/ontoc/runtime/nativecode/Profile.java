// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A set of compiler flags that a user chooses by the option {@code profile}. */
enum Profile {
  /** Runs on every machine of the architecture. */
  PORTABLE("-O2"),
  /** For this machine's processor only. */
  NATIVE("-O3", "-march=native", "-flto", "-funroll-loops"),
  /** For debuggers; the program checks itself when the machine has the sanitizers. */
  DEBUG("-O0", "-g"),
  /** As debug, but for programs with several threads: the thread sanitizer excludes the others. */
  THREADS("-O1", "-g"),
  SIZE("-Os"),
  /** Compiles fastest: for shapes that are still being written. */
  QUICK("-O0");

  // -ffast-math must never be among these: with it the compiler takes NaN for impossible and the
  // comparisons of
  // sh:minInclusive and its kin, which rely on NaN being incomparable, go wrong
  private static final List<String> ALWAYS =
      List.of("-std=c99", "-fPIC", "-fvisibility=hidden", "-pthread");
  private static final List<String> CHECKED =
      List.of("-fno-sanitize-recover=all", "-fno-omit-frame-pointer");

  private final List<String> flags;

  Profile(String... flags) {
    this.flags = List.of(flags);
  }

  static Optional<Profile> of(String word) {
    return Arrays.stream(values()).filter(profile -> profile.word().equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(Profile::word).collect(Collectors.joining(", "));
  }

  /**
   * Whether the runtime is compiled once and linked with every program; not where the linker
   * compiles all of it again.
   */
  boolean compilesRuntimeApart() {
    return this != NATIVE;
  }

  /**
   * What a program is compiled with besides when its runtime is not: with the loops in the runtime,
   * more than this makes the compiler slower and not the program faster.
   */
  List<String> programFlags() {
    return this == PORTABLE ? List.of("-O1") : List.of();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean forThisProcessor() {
    return this == NATIVE;
  }

  boolean wantsSanitizers() {
    return !sanitizer().isEmpty();
  }

  private List<String> sanitizer() {
    return switch (this) {
      case DEBUG -> List.of("-fsanitize=address,undefined");
      case THREADS -> List.of("-fsanitize=thread");
      case PORTABLE, NATIVE, SIZE, QUICK -> List.of();
    };
  }

  /** Flags to compile and to link with. */
  List<String> flags(CCompiler compiler, boolean sanitize) {
    if (!compiler.gnuLike()) return List.of("-std=c99", "-fPIC");
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(flags);
    if (sanitize) {
      all.addAll(sanitizer());
      all.addAll(CHECKED);
    }
    return List.copyOf(all);
  }
}
