// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** UTF-8, the character classes of the grammars, and escapes. */
final class Characters {
  /** Stands for itself between {@code <} and {@code >}. */
  static final int IRI = 1;

  /** PN_CHARS. */
  static final int NAME = 2;

  static final int ALPHA = 4;
  static final int DIGIT = 8;
  static final int HEX = 16;

  /** May follow a backslash in a local name. */
  static final int LOCAL_ESCAPE = 32;

  /** May follow the first letter of an IRI's scheme. */
  static final int SCHEME = 64;

  /** Stands for itself in every quoted string. */
  static final int STRING = 128;

  /** What {@link #decode} returns for bytes that are not well-formed, and for bytes cut short. */
  static final int BAD = -1;

  static final int CUT = -2;

  static final String BAD_UTF8 = "these bytes are not well-formed UTF-8";

  private static final int[] CLASSES = classes();

  private static final int[] NAME_BASE = {
    0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070,
    0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
  };

  private Characters() {}

  private static int[] classes() {
    int[] table = new int[256];
    for (int c = 0; c < 0x80; c++) {
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (c > 0x20 && "<>\"{}|^`\\".indexOf(c) < 0) table[c] |= IRI;
      if (letter || digit || c == '_' || c == '-') table[c] |= NAME;
      if (letter) table[c] |= ALPHA;
      if (digit) table[c] |= DIGIT;
      if (digit || letter && (c | 0x20) <= 'f') table[c] |= HEX;
      if ("_~.-!$&'()*+,;=/?#@%".indexOf(c) >= 0) table[c] |= LOCAL_ESCAPE;
      if (letter || digit || c == '+' || c == '-' || c == '.') table[c] |= SCHEME;
      if ("\"'\\\n\r".indexOf(c) < 0) table[c] |= STRING;
    }
    return table;
  }

  /** Whether a byte is of one of the classes; bytes from 0x80 on are of none. */
  static boolean is(byte c, int classes) {
    return (CLASSES[c & 0xFF] & classes) != 0;
  }

  static boolean is(int codePoint, int classes) {
    return codePoint < 0x80 && (CLASSES[codePoint] & classes) != 0;
  }

  /** The code point at p, {@link #BAD} or {@link #CUT}. */
  static int decode(byte[] text, int p, int end) {
    if (p >= end) return CUT;
    int lead = text[p] & 0xFF;
    if (lead < 0x80) return lead;
    if (lead < 0xC2 || lead > 0xF4) return BAD;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    int code = lead & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if (p + i >= end) return CUT;
      if ((text[p + i] & 0xC0) != 0x80) return BAD;
      code = code << 6 | (text[p + i] & 0x3F);
    }
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least || code > 0x10FFFF || surrogate ? BAD : code;
  }

  /** The length of a code point in bytes. */
  static int length(int code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  /** Writes a code point; returns where the next byte goes. */
  static int encode(int code, byte[] out, int at) {
    int length = length(code);
    if (length == 1) {
      out[at] = (byte) code;
      return at + 1;
    }
    for (int i = length - 1; i > 0; i--) {
      out[at + i] = (byte) (0x80 | code & 0x3F);
      code >>= 6;
    }
    out[at] = (byte) (0xF00 >> length | code);
    return at + length;
  }

  /** How many bytes of a range start no code point: what byte and code point columns differ by. */
  static int continuationBytes(byte[] text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) count += (text[i] & 0xC0) == 0x80 ? 1 : 0;
    return count;
  }

  /** PN_CHARS_BASE, what prefixes start with. */
  static boolean isNameBase(int code) {
    if (code < 0x80) return is(code, ALPHA);
    for (int i = 0; i < NAME_BASE.length; i += 2) {
      if (code <= NAME_BASE[i + 1]) return code >= NAME_BASE[i];
    }
    return false;
  }

  static boolean isName(int code) {
    if (code < 0x80) return is(code, NAME);
    return code == 0xB7
        || code >= 0x300 && code <= 0x36F
        || code == 0x203F
        || code == 0x2040
        || isNameBase(code);
  }

  /** PN_CHARS_U or a digit, what labels and local names start with. */
  static boolean isNameStart(int code) {
    return code < 0x80 ? code != '-' && is(code, NAME) : isNameBase(code);
  }

  /**
   * The character of the {@code \\u} or {@code \\U} escape whose backslash is at p, {@link #BAD} or
   * {@link #CUT}.
   */
  static int numericEscape(byte[] text, int p, int end) {
    int length = numericLength(text, p);
    int code = 0;
    for (int i = 2; i < length; i++) {
      if (p + i >= end) return CUT;
      byte c = text[p + i];
      if (!is(c, HEX)) return BAD;
      if (code >>> 28 != 0) return BAD;
      code = code << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return code < 0 || code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF ? BAD : code;
  }

  static int numericLength(byte[] text, int p) {
    return text[p + 1] == 'u' ? 6 : 10;
  }

  /** What a backslash and c stand for in a literal, 0 when that is no escape. */
  static byte characterEscape(byte c) {
    return switch (c) {
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case '"', '\'', '\\' -> c;
      default -> 0;
    };
  }

  /**
   * Resolves the escapes of a scanned token; returns the end in out, where none takes more room.
   */
  static int unescape(byte[] text, int from, int to, byte[] out, int at) {
    int p = from;
    while (p < to) {
      byte c = text[p];
      if (c != '\\') {
        out[at++] = c;
        p++;
      } else if (text[p + 1] == 'u' || text[p + 1] == 'U') {
        at = encode(numericEscape(text, p, to), out, at);
        p += numericLength(text, p);
      } else {
        out[at++] = characterEscape(text[p + 1]);
        p += 2;
      }
    }
    return at;
  }

  /** The same for a local name. */
  static int unescapeLocal(byte[] text, int from, int to, byte[] out, int at) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\\') i++;
      out[at++] = text[i];
    }
    return at;
  }
}
