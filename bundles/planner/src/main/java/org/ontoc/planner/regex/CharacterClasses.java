// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.lang.Character.UnicodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The character classes of XML Schema Part 2 appendix G, over the Unicode version of the running
 * JDK.
 */
final class CharacterClasses {
  static final CodePoints SPACE = CodePoints.of('\t', '\n', '\r', ' ');

  /** NameStartChar of XML 1.0, fifth edition, which has the colon. */
  static final CodePoints NAME_START =
      CodePoints.of(
          List.of(
              r(':', ':'),
              r('A', 'Z'),
              r('_', '_'),
              r('a', 'z'),
              r(0xC0, 0xD6),
              r(0xD8, 0xF6),
              r(0xF8, 0x2FF),
              r(0x370, 0x37D),
              r(0x37F, 0x1FFF),
              r(0x200C, 0x200D),
              r(0x2070, 0x218F),
              r(0x2C00, 0x2FEF),
              r(0x3001, 0xD7FF),
              r(0xF900, 0xFDCF),
              r(0xFDF0, 0xFFFD),
              r(0x10000, 0xEFFFF)));

  static final CodePoints NAME =
      NAME_START.or(
          CodePoints.of(
              List.of(
                  r('-', '.'), r('0', '9'), r(0xB7, 0xB7), r(0x300, 0x36F), r(0x203F, 0x2040))));

  /** Bits of {@link Character#getType(int)}; surrogates (Cs) are not in XML. */
  private static final Map<String, Integer> CATEGORIES = categories();

  private CharacterClasses() {}

  // each looks at every code point, which takes longer than reading most shapes
  private static final class Digits {
    static final CodePoints ALL = types(1 << Character.DECIMAL_DIGIT_NUMBER);
  }

  private static final class Words {
    static final CodePoints ALL = types(category("P") | category("Z") | category("C")).not();
  }

  static CodePoints digit() {
    return Digits.ALL;
  }

  /** All but punctuation, separators and others. */
  static CodePoints word() {
    return Words.ALL;
  }

  /** The set of {@code \p{name}}; empty when there is no such category or block. */
  static Optional<CodePoints> named(String name) {
    Integer category = CATEGORIES.get(name);
    if (category != null) return Optional.of(types(category));
    return name.startsWith("Is") ? block(name.substring(2)) : Optional.empty();
  }

  /** Blocks are named without their spaces; the Java constants' names are not names of XML. */
  private static Optional<CodePoints> block(String name) {
    // XML Schema has one name for the private use area and its two supplements.
    if (name.equals("PrivateUse")) {
      return Optional.of(
          CodePoints.of(List.of(r(0xE000, 0xF8FF), r(0xF0000, 0xFFFFD), r(0x100000, 0x10FFFD))));
    }
    if (!name.matches("[A-Z][A-Za-z0-9-]*")) return Optional.empty();
    try {
      UnicodeBlock block = UnicodeBlock.forName(name);
      return Optional.of(scan(codePoint -> block.equals(UnicodeBlock.of(codePoint))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static CodePoints types(int bits) {
    return scan(codePoint -> (bits >> Character.getType(codePoint) & 1) != 0);
  }

  private static CodePoints scan(IntPredicate member) {
    List<CodePoints.Range> ranges = new ArrayList<>();
    int first = -1;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (member.test(c)) {
        if (first < 0) first = c;
      } else if (first >= 0) {
        ranges.add(r(first, c - 1));
        first = -1;
      }
    }
    if (first >= 0) ranges.add(r(first, Character.MAX_CODE_POINT));
    return CodePoints.of(ranges);
  }

  private static int category(String name) {
    Integer bits = CATEGORIES.get(name);
    if (bits == null) throw new IllegalArgumentException(name);
    return bits;
  }

  private static Map<String, Integer> categories() {
    Map<String, Integer> bits = new java.util.HashMap<>();
    bits.put("Lu", 1 << Character.UPPERCASE_LETTER);
    bits.put("Ll", 1 << Character.LOWERCASE_LETTER);
    bits.put("Lt", 1 << Character.TITLECASE_LETTER);
    bits.put("Lm", 1 << Character.MODIFIER_LETTER);
    bits.put("Lo", 1 << Character.OTHER_LETTER);
    bits.put("Mn", 1 << Character.NON_SPACING_MARK);
    bits.put("Mc", 1 << Character.COMBINING_SPACING_MARK);
    bits.put("Me", 1 << Character.ENCLOSING_MARK);
    bits.put("Nd", 1 << Character.DECIMAL_DIGIT_NUMBER);
    bits.put("Nl", 1 << Character.LETTER_NUMBER);
    bits.put("No", 1 << Character.OTHER_NUMBER);
    bits.put("Pc", 1 << Character.CONNECTOR_PUNCTUATION);
    bits.put("Pd", 1 << Character.DASH_PUNCTUATION);
    bits.put("Ps", 1 << Character.START_PUNCTUATION);
    bits.put("Pe", 1 << Character.END_PUNCTUATION);
    bits.put("Pi", 1 << Character.INITIAL_QUOTE_PUNCTUATION);
    bits.put("Pf", 1 << Character.FINAL_QUOTE_PUNCTUATION);
    bits.put("Po", 1 << Character.OTHER_PUNCTUATION);
    bits.put("Zs", 1 << Character.SPACE_SEPARATOR);
    bits.put("Zl", 1 << Character.LINE_SEPARATOR);
    bits.put("Zp", 1 << Character.PARAGRAPH_SEPARATOR);
    bits.put("Sm", 1 << Character.MATH_SYMBOL);
    bits.put("Sc", 1 << Character.CURRENCY_SYMBOL);
    bits.put("Sk", 1 << Character.MODIFIER_SYMBOL);
    bits.put("So", 1 << Character.OTHER_SYMBOL);
    bits.put("Cc", 1 << Character.CONTROL);
    bits.put("Cf", 1 << Character.FORMAT);
    bits.put("Co", 1 << Character.PRIVATE_USE);
    bits.put("Cn", 1 << Character.UNASSIGNED);
    Map<String, Integer> all = new java.util.HashMap<>(bits);
    bits.forEach((name, bit) -> all.merge(name.substring(0, 1), bit, (a, b) -> a | b));
    return Map.copyOf(all);
  }

  private static CodePoints.Range r(int first, int last) {
    return new CodePoints.Range(first, last);
  }
}
