// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

/**
 * The one sanitizer for text that comes from users and is shown to people: a literal, an IRI or a
 * file name must not move the cursor, change colours, forge lines or turn the direction of reading.
 */
public final class TerminalText {
  private TerminalText() {}

  /**
   * Control and format characters, line separators and unpaired surrogates as Turtle writes them
   * ({@code \n}, {@code \u202E}); everything else as it is. The zero width joiners are kept, since
   * several scripts cannot be written without them.
   */
  public static String sanitize(String text) {
    if (text.codePoints().noneMatch(TerminalText::isUnsafe)) return text;
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(safe, character));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int character) {
    if (!isUnsafe(character)) safe.appendCodePoint(character);
    else if (character == '\n') safe.append("\\n");
    else if (character == '\r') safe.append("\\r");
    else if (character == '\t') safe.append("\\t");
    else if (character < 0x10000) safe.append(String.format("\\u%04X", character));
    else safe.append(String.format("\\U%08X", character));
  }

  /** Whether a character is written as an escape. */
  public static boolean isUnsafe(int character) {
    if (character >= ' ' && character < 0x7F) return false;
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> false;
    };
  }
}
