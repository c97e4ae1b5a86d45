// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** Lexical forms that are checked character by character: strings, names, binary data. */
final class Texts {
  private static final int[] NAME_START = {
    'A', 'Z', '_', '_', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF,
    0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD,
    0x10000, 0xEFFFF
  };
  private static final int[] NAME_REST = {
    '-', '.', '0', '9', 0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040
  };

  private Texts() {}

  /** Whether a range is a value of a type, which is string or derived from it, or a like one. */
  static boolean isValid(Datatype type, byte[] text, int from, int to) {
    return switch (type) {
      case STRING, ANY_URI -> isString(text, from, to); // XSD 1.1 section 3.3.17.1
      case NORMALIZED_STRING -> isNormalized(text, from, to);
      case TOKEN -> isToken(text, from, to);
      case LANGUAGE -> isLanguage(text, from, to);
      case NAME -> isName(text, from, to, false, Integer.MAX_VALUE);
      case NMTOKEN -> isName(text, from, to, true, Integer.MAX_VALUE);
      case NCNAME -> isName(text, from, to, false, 0);
      case QNAME -> isQName(text, from, to);
      case HEX_BINARY -> isHex(text, from, to);
      case BASE64_BINARY -> isBase64(text, from, to);
      default -> false;
    };
  }

  /** XML 1.1's Char, the wider choice of XSD 1.1 (section 3.3.1): not U+0000, U+FFFE, U+FFFF. */
  private static boolean isString(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == 0) return false;
      if (text[i] == (byte) 0xEF
          && to - i >= 3
          && text[i + 1] == (byte) 0xBF
          && (text[i + 2] & 0xFF) >= 0xBE) return false;
    }
    return true;
  }

  private static boolean isNormalized(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\t' || text[i] == '\n' || text[i] == '\r') return false;
    }
    return isString(text, from, to);
  }

  private static boolean isToken(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == ' ' && (i == from || i + 1 == to || text[i - 1] == ' ')) return false;
    }
    return isNormalized(text, from, to);
  }

  /** [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
  private static boolean isLanguage(byte[] text, int from, int to) {
    int subtag = 0;
    boolean first = true;
    for (int i = from; i < to; i++) {
      boolean letter = Characters.is(text[i], Characters.ALPHA);
      boolean digit = Characters.is(text[i], Characters.DIGIT);
      if (text[i] == '-' && subtag > 0) {
        subtag = 0;
        first = false;
      } else if (subtag < 8 && (letter || !first && digit)) {
        subtag++;
      } else {
        return false;
      }
    }
    return subtag > 0;
  }

  private static boolean in(int[] ranges, int c) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (c >= ranges[i] && c <= ranges[i + 1]) return true;
    }
    return false;
  }

  /** Name characters, the first as for a name unless it is a token, and so many colons at most. */
  private static boolean isName(byte[] text, int from, int to, boolean token, int colons) {
    if (from == to) return false;
    boolean start = !token;
    int p = from;
    while (p < to) {
      int c = Characters.decode(text, p, to);
      if (c < 0) return false;
      p += Characters.length(c);
      if (c == ':') {
        if (colons-- == 0) return false;
      } else if (!in(NAME_START, c) && (start || !in(NAME_REST, c))) {
        return false;
      }
      start = false;
    }
    return true;
  }

  private static boolean isQName(byte[] text, int from, int to) {
    int colon = from;
    while (colon < to && text[colon] != ':') colon++;
    if (colon == to) return isName(text, from, to, false, 0);
    return isName(text, from, colon, false, 0) && isName(text, colon + 1, to, false, 0);
  }

  private static boolean isHex(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) if (!Characters.is(text[i], Characters.HEX)) return false;
    return (to - from) % 2 == 0;
  }

  /**
   * XSD 1.1 section 3.3.16.2: single spaces between characters only, and the bits that padding
   * leaves unused are zero.
   */
  private static boolean isBase64(byte[] text, int from, int to) {
    int digits = 0;
    int padding = 0;
    int last = 0;
    for (int i = from; i < to; i++) {
      int digit = base64(text[i]);
      if (text[i] == ' ') {
        if (i == from || i + 1 == to || text[i - 1] == ' ') return false;
      } else if (text[i] == '=') {
        padding++;
      } else if (digit < 0 || padding > 0) {
        return false;
      } else {
        digits++;
        last = digit;
      }
    }
    int unused = padding == 1 ? 3 : 15;
    return padding <= 2 && (digits + padding) % 4 == 0 && (padding == 0 || (last & unused) == 0);
  }

  private static int base64(byte c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }
}
