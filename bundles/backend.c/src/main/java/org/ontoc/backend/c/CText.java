// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The only texts that templates may insert. A user's string enters C as a string literal or inside
 * a comment; so it cannot become code.
 */
sealed interface CText {
  /** The C source text. */
  String c();

  /** A name of ours, or the plan's name in it. */
  record CIdentifier(String name) implements CText {
    public CIdentifier {
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*"))
        throw new IllegalArgumentException("no C identifier: " + name);
    }

    @Override
    public String c() {
      return name;
    }
  }

  /** A number without a sign; it has an unsigned type that holds it. */
  record CNumber(long number) implements CText {
    public CNumber {
      if (number < 0) throw new IllegalArgumentException("negative: " + number);
    }

    @Override
    public String c() {
      return number + (number > 0xFFFFFFFFL ? "ull" : "u");
    }
  }

  /**
   * A string literal of UTF-8 bytes. Letters, digits and harmless punctuation stand for themselves,
   * all else is written in three octal digits, so that neither trigraphs nor escapes that swallow
   * the next character can come about.
   */
  record CStringLiteral(String text) implements CText {
    /** C99 compilers need not accept longer ones (section 5.2.4.1). */
    static final int LONGEST = 4095;

    private static final String HARMLESS = " !#&'()+,-./:;<=>@[]_{|}~*";

    /** Lone surrogates, which UTF-8 cannot say, become question marks. */
    static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String c() {
      StringBuilder out = new StringBuilder("\"");
      for (byte b : bytes(text)) {
        if (isHarmless(b)) out.append((char) b);
        else octal(b, out);
      }
      return out.append('"').toString();
    }

    static boolean isHarmless(byte b) {
      return (b >= 'a' && b <= 'z')
          || (b >= 'A' && b <= 'Z')
          || (b >= '0' && b <= '9')
          || (b > 0 && HARMLESS.indexOf(b) >= 0);
    }

    static void octal(byte b, StringBuilder out) {
      out.append('\\')
          .append((char) ('0' + (b >> 6 & 3)))
          .append((char) ('0' + (b >> 3 & 7)))
          .append((char) ('0' + (b & 7)));
    }
  }

  /** The UTF-8 bytes of a text with a final NUL, as the elements of an array. */
  record CCharacters(String text) implements CText {
    private static final int PER_LINE = 24;

    @Override
    public String c() {
      StringBuilder out = new StringBuilder();
      int count = 0;
      for (byte b : CStringLiteral.bytes(text)) {
        out.append(count++ % PER_LINE == 0 ? "\n    '" : " '");
        if (CStringLiteral.isHarmless(b) && b != '\'') out.append((char) b);
        else CStringLiteral.octal(b, out);
        out.append("',");
      }
      return out.append(" 0").toString();
    }
  }

  /** Text inside a comment, on one line and at most 300 characters long. */
  record CComment(String text) implements CText {
    private static final int LONGEST = 300;

    @Override
    public String c() {
      StringBuilder out = new StringBuilder();
      text.codePoints().limit(LONGEST).forEach(code -> append(code, out));
      return out.toString();
    }

    private static void append(int code, StringBuilder out) {
      char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
      boolean pair =
          (code == '/' && last == '*')
              || (code == '*' && last == '/')
              || (code == '?' && last == '?');
      if (pair) out.append(' ');
      if (code == '\\') out.append('|');
      else if ((code >= ' ' && code < 0x7F) || isLetter(code)) out.appendCodePoint(code);
      else out.append('.');
    }

    private static boolean isLetter(int code) {
      return code > 0x9F && Character.isLetterOrDigit(code);
    }
  }

  /** What a template made, or what was put together from such. */
  record Rendered(String c) implements CText {
    static final Rendered NOTHING = new Rendered("");

    static Rendered join(List<? extends CText> parts, String separator) {
      return new Rendered(parts.stream().map(CText::c).collect(Collectors.joining(separator)));
    }

    static Rendered concat(List<? extends CText> parts) {
      return join(parts, "");
    }
  }
}
