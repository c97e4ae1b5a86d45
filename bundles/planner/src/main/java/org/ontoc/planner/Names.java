// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.Locale;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;

/**
 * Makes the plan's name: {@code [a-z][a-z0-9_]*}, at most 40 characters, usable as a C identifier,
 * as the prefix of all symbols and as a file name.
 */
final class Names {
  private static final int LIMIT = 40;
  private static final String FALLBACK = "validator";

  /** Key words of C23 and C++23. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand"
                  + " bitor bool break case catch char char8_t char16_t char32_t class compl concept"
                  + " const consteval constexpr constinit const_cast continue co_await co_return"
                  + " co_yield decltype default delete do double dynamic_cast else enum explicit"
                  + " export extern false final float for friend goto if import inline int long"
                  + " module mutable namespace new noexcept not not_eq nullptr operator or or_eq"
                  + " override private protected public reflexpr register reinterpret_cast requires"
                  + " restrict return short signed sizeof static static_assert static_cast struct"
                  + " switch synchronized template this thread_local throw transaction_safe"
                  + " transaction_safe_dynamic true try typedef typeid typename typeof typeof_unqual"
                  + " union unsigned using virtual void volatile wchar_t while xor xor_eq")
              .split(" "));

  /**
   * Names whose files or prefixed symbols exist already: main.c and example.c, the runtime's {@code
   * ort_}, and C and POSIX functions such as {@code pthread_create}.
   */
  private static final Set<String> TAKEN =
      Set.of(
          "main",
          "example",
          "ort",
          "pthread",
          "thrd",
          "tss",
          "mtx",
          "cnd",
          "timer",
          "linux",
          "unix",
          "errno",
          "stdin",
          "stdout",
          "stderr",
          // devices of Windows, which no file there can be called after
          "con",
          "prn",
          "aux",
          "nul",
          "com0",
          "com1",
          "com2",
          "com3",
          "com4",
          "com5",
          "com6",
          "com7",
          "com8",
          "com9",
          "lpt0",
          "lpt1",
          "lpt2",
          "lpt3",
          "lpt4",
          "lpt5",
          "lpt6",
          "lpt7",
          "lpt8",
          "lpt9");

  private Names() {}

  /** The option {@code name}, else the file name of the first shape, without its suffix. */
  static String of(Program program, Context context) {
    String wanted = context.option("name", "");
    if (!wanted.isEmpty()) return identifier(wanted);
    return program.shapes().stream()
        .map(Shape::at)
        .map(at -> withoutSuffix(fileName(at.document())))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(Names::identifier)
        .orElse(FALLBACK);
  }

  private static String fileName(String document) {
    return document.substring(Math.max(document.lastIndexOf('/'), document.lastIndexOf('\\')) + 1);
  }

  /** Without the suffix for the syntax, and one for compression after it. */
  private static String withoutSuffix(String file) {
    return file.replaceFirst("\\.(gz|zst)$", "").replaceFirst("(?<=.)\\.[A-Za-z0-9]+$", "");
  }

  static String identifier(String text) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    if (name.isEmpty()) return FALLBACK;
    if (!Character.isLetter(name.charAt(0))) name = "shapes_" + name;
    if (KEYWORDS.contains(name) || TAKEN.contains(name)) name += "_shapes";
    return name.length() <= LIMIT ? name : name.substring(0, LIMIT).replaceAll("_+$", "");
  }
}
