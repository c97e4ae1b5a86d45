// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
  @ParameterizedTest
  @CsvSource({
    "001B, \\u001B",
    "0000, \\u0000",
    "000A, \\n",
    "000D, \\r",
    "0009, \\t",
    "007F, \\u007F",
    "0085, \\u0085",
    "009B, \\u009B",
    "00AD, \\u00AD",
    "061C, \\u061C",
    "200B, \\u200B",
    "200E, \\u200E",
    "2028, \\u2028",
    "2029, \\u2029",
    "202A, \\u202A",
    "202E, \\u202E",
    "2066, \\u2066",
    "2069, \\u2069",
    "FEFF, \\uFEFF",
    "D800, \\uD800",
    "E0041, \\U000E0041"
  })
  void escapesWhatMovesOrHides(String codePoint, String escape) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertEquals("a" + escape + "b", TerminalText.sanitize(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Zoë", "日本", "😀", "क्‍ष", "می‌خواهم", "a\\nb"})
  void keepsText(String text) {
    assertSame(text, TerminalText.sanitize(text));
  }
}
