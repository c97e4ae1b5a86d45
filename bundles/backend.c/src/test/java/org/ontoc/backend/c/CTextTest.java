// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ontoc.backend.c.CText.CComment;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.CStringLiteral;

/** User texts never leave their string or comment. */
class CTextTest {
  @Test
  void stringsAreEscapedInOctal() {
    assertEquals("\"a b\"", new CStringLiteral("a b").c());
    assertEquals("\"\\042\\134\\012\\0771\\077/\"", new CStringLiteral("\"\\\n?1?/").c());
    assertEquals("\"\\303\\244\\000\\045s\"", new CStringLiteral("ä\0%s").c());
    assertEquals("\"\\077\"", new CStringLiteral("\uD800").c());
  }

  @Test
  void commentsStayOnTheirLine() {
    assertEquals("a * /b", new CComment("a */b").c());
    assertEquals("/ *", new CComment("/*").c());
    assertEquals("|n? ?/..é", new CComment("\\n??/\r\u202Eé").c());
    assertEquals(300, new CComment("x".repeat(1000)).c().length());
  }

  @Test
  void hostileCommentsNeverEnd() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String c = new CComment(Hostile.text(random)).c();
      assertFalse(c.contains("*/") || c.contains("/*") || c.contains("??"), c);
      assertFalse(c.chars().anyMatch(code -> code < ' ' || code == '\\'), c);
      assertTrue(("/* " + c + " */").indexOf("*/") == c.length() + 4, c);
    }
  }

  @Test
  void hostileStringsAreSafeAscii() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      String text = Hostile.text(random);
      String c = new CStringLiteral(text).c();
      assertTrue(c.matches("\"([^\"\\\\?%\\x00-\\x1F\\x7F-\\uFFFF]|\\\\[0-3][0-7]{2})*\""), c);
      assertEquals(List.of(Tokens.STRING), Tokens.of(c));
    }
  }

  @Test
  void identifiersAndNumbersAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new CIdentifier("a b"));
    assertThrows(IllegalArgumentException.class, () -> new CIdentifier("é"));
    assertThrows(IllegalArgumentException.class, () -> new CNumber(-1));
    assertEquals("4294967295u", new CNumber(0xFFFFFFFFL).c());
    assertEquals("9223372036854775807ull", new CNumber(Long.MAX_VALUE).c());
  }

  @Test
  void templatesInsertNothingElse() {
    Templates templates = new Templates();
    assertEquals("!f(run, value)", templates.render("not", "test", new CIdentifier("f")).c());
    assertThrows(IllegalStateException.class, () -> templates.render("not", "test", "f"));
    assertThrows(IllegalStateException.class, () -> templates.render("not", "test", 1));
    assertThrows(RuntimeException.class, () -> templates.render("not"));
  }
}
