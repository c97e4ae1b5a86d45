// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSyntaxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "^\\d{3}-\\d{2}$",
        "a|b|",
        "(a(?:b)c)\\1",
        "[a-z]",
        "[^a-z0-9_.-]+",
        "[a-z-[aeiou]]",
        "[\\w-]",
        "[\\[\\]]",
        "\\p{Lu}\\P{IsBasicLatin}",
        "a{2,}?b*?c+?d??",
        "a{0}",
        "\\i\\c*",
        "https?:\\/\\/",
        "\\.\\-\\@",
        "[+*.?]",
        "[-a]",
        "𝄞+"
      })
  void valid(String regex) {
    assertEquals(Optional.empty(), RegexSyntax.fault(regex, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          (;       missing ) at character 2
          ());     unmatched ) at character 3
          [;       missing ] at character 2
          [];      empty character class at character 2
          [a;      missing ] at character 3
          [z-a];   the range is backwards at character 5
          [a[b];   [ must be escaped at character 3
          *a;      nothing to repeat at character 1
          a**;     nothing to repeat at character 3
          a|*;     nothing to repeat at character 3
          (*);     nothing to repeat at character 2
          a{;      missing number at character 3
          a{1;     missing } at character 4
          a{2,1};  the maximum is less than the minimum at character 6
          a};      unmatched } at character 2
          a];      unmatched ] at character 2
          \\b;      unknown escape \\b at character 2
          a\\;      nothing after \\ at character 3
          \\1(a);   reference to a group that is not closed at character 2
          (?=a);   only (?: may start with (? at character 3
          (?i)a;   only (?: may start with (? at character 3
          \\p{};    no category of characters at character 4
          \\pL;     missing { after \\p at character 3
          """)
  void invalid(String regex, String fault) {
    assertEquals(Optional.of(fault), RegexSyntax.fault(regex, ""));
  }

  @Test
  void flags() {
    assertEquals(Optional.empty(), RegexSyntax.fault("(", "q"));
    assertEquals(Optional.empty(), RegexSyntax.fault("a b +", "x"));
  }

  @Test
  void deepGroupsDoNotCrash() {
    assertEquals(
        Optional.empty(), RegexSyntax.fault("(".repeat(100_000) + "a" + ")".repeat(100_000), ""));
  }
}
