// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.planner.regex.PatternException.Kind;

/** F&O 3.1 section 5.6, point by point. */
class PatternCompilerTest {
  private static final String KELVIN = "\u212A";

  private static PatternCompiler.Result compile(String regex, String flags, int states)
      throws PatternException {
    return PatternCompiler.compile(regex, flags, new Budget(states, () -> {}));
  }

  /** Both kinds of automaton must agree, whatever the expected answer. */
  private static void check(boolean expected, String regex, String flags, String text)
      throws PatternException {
    Automaton dfa = compile(regex, flags, 20_000).automaton();
    Automaton nfa = compile(regex, flags, 0).automaton();
    assertInstanceOf(Automaton.Dfa.class, dfa);
    assertInstanceOf(Automaton.Nfa.class, nfa);
    String what = "/" + regex + "/" + flags + " on \"" + text + "\"";
    assertEquals(expected, Automata.matches(dfa, text), "dfa " + what);
    assertEquals(expected, Automata.matches(nfa, text), "nfa " + what);
  }

  private static void matches(String regex, String flags, String... texts) throws PatternException {
    for (String text : texts) check(true, regex, flags, text);
  }

  private static void differs(String regex, String flags, String... texts) throws PatternException {
    for (String text : texts) check(false, regex, flags, text);
  }

  @Test
  void searchesAnywhere() throws PatternException {
    matches("bra", "", "abracadabra", "bra", "xbra\ny");
    differs("bra", "", "", "br", "b ra");
    matches("", "", "", "anything");
    matches("a|", "", "b");
    differs("^(?:a|b)$", "", "", "c", "ab");
  }

  @Test
  void anchorsHoldOnlyAtTheEndsOfTheText() throws PatternException {
    matches("^a$", "", "a");
    // Unlike Java's, the dollar does not match before a final line end.
    differs("^a$", "", "a\n", "\na", "b\na\nb");
    matches("a|^b", "", "ba", "xa");
    differs("a|^b", "", "xb");
    matches("$^", "", "");
    differs("$^", "", "a");
    matches("^*a", "", "ba");
    matches("(^|x)a", "", "a", "bxa");
    differs("(^|x)a", "", "ba");
    differs("a^b", "", "ab", "a^b");
    matches("a\\^b\\$", "", "a^b$");
  }

  @Test
  void multiLineAnchors() throws PatternException {
    matches("^a$", "m", "a", "b\na", "a\nb", "b\na\nb", "a\n");
    differs("^a$", "m", "ab", "b\rab\r");
    // A line feed at the very end begins no further line, and is no further end of a line.
    matches("^$", "m", "", "\n", "a\n\nb", "a\n\n");
    differs("^$", "m", "a\n", "a\nb", "\na\n".substring(1));
    matches("\\n^a", "m", "\na");
    differs("\\n^", "m", "a\n");
    matches("\\n^", "m", "a\n\n");
    differs("\\n$", "m", "a\n");
    matches("\\n$", "m", "a\n\n");
    matches("a$\\n^b", "m", "xa\nby");
  }

  @Test
  void dotExcludesLineFeedAndReturn() throws PatternException {
    differs("^a.b$", "", "a\nb", "a\rb", "ab", "a\uD83D\uDE00\uD83D\uDE00b");
    matches("^a.b$", "", "a\u0085b", "a\u2028b", "a\uD83D\uDE00b", "aéb", "a\u20ACb");
    matches("^a.b$", "s", "a\nb", "a\rb", "axb");
  }

  @Test
  void ignoresCase() throws PatternException {
    matches("^[A-Z]+$", "i", "abcXYZ", KELVIN, "\u017F");
    matches("^k$", "i", "k", "K", KELVIN);
    matches("^straße$", "i", "STRAßE", "STRA\u1E9EE");
    differs("^straße$", "i", "STRASSE");
    matches("^[A-Z-[IO]]+$", "i", "AB", "ab");
    differs("^[A-Z-[IO]]+$", "i", "I", "o", "i", "O");
    matches("^[^Q]$", "i", "a", "P");
    differs("^[^Q]$", "i", "q", "Q");
    matches("^\\p{Lu}$", "i", "A");
    differs("^\\p{Lu}$", "i", "a");
    matches("^\u03C3$", "i", "\u03A3", "\u03C2", "\u03C3");
    matches("^i$", "i", "I", "\u0131");
    differs("^i$", "i", "\u0130");
  }

  @Test
  void ignoresWhiteSpaceOutsideOfClasses() throws PatternException {
    matches("^ h e\tl\nl\ro $", "x", "hello");
    differs("^ hello $", "x", " hello ");
    matches("^hello[ ]world$", "x", "hello world");
    matches("^a { 2 } $", "x", "aa");
    matches("^\\ d \\p{ L u }$", "x", "7A");
    matches("^\\[ a\\]$", "x", "[a]");
    matches("^[a-z -[ b]]$", "x", "a");
  }

  @Test
  void quotes() throws PatternException {
    matches("a.b[", "q", "xa.b[y");
    differs("a.b", "q", "axb");
    matches("a.B", "qi", "A.b");
    matches("^a b$", "qx", "c^a b$");
  }

  @Test
  void quantifiers() throws PatternException {
    matches("^a{2,3}$", "", "aa", "aaa");
    differs("^a{2,3}$", "", "a", "aaaa");
    matches("^a{2,}$", "", "aa", "aaaaaa");
    matches("^a{0}$", "", "");
    differs("^a{0}$", "", "a");
    matches("^(ab){2}$", "", "abab");
    matches("^a??b*?c+?d{2}?$", "", "cdd", "abbccdd");
    matches("^(a*)*$", "", "", "aaa");
    matches("^(a|b*)+c$", "", "c", "abac");
    matches("^(){1000000000}$", "", "");
    matches("^(?:(?:)*|){0,3}$", "", "");
  }

  @Test
  void classesOfCharacters() throws PatternException {
    matches("^[a-z-[aeiou]]+$", "", "xyz");
    differs("^[a-z-[aeiou]]+$", "", "xay");
    matches("^[^a-z-[A-F]]$", "", "G", "1", "é");
    differs("^[^a-z-[A-F]]$", "", "a", "A");
    matches("^[a-z-[d-w-[m]]]$", "", "a", "m", "z");
    differs("^[a-z-[d-w-[m]]]$", "", "d", "n");
    matches("^[-a]$", "", "-", "a");
    matches("^[a-]$", "", "-", "a");
    matches("^[\\w.-]+$", "", "a.b-c");
    matches("^[a-z-9]$", "", "-", "9", "q");
    matches("^[a&&b]$", "", "&");
    matches("^[\\^\\]\\[\\-]+$", "", "^][-");
    matches("^[.*+?(){}|$]+$", "", ".*+?(){}|$");
    differs("[a-[a]]", "", "a", "b", "");
    matches("^[\\s\\S]$", "", "\n", "x", "\uDBFF\uDFFD");
    matches("^[^\\d]$", "", "x");
    matches("^[ -~]$", "", " ", "~", "a");
    matches("^[\\n\\r\\t]$", "", "\n", "\r", "\t");
    matches("^[à-ÿ]$", "", "é");
    differs("^[à-ÿ]$", "", "e", "\u0100", "\u00DF");
  }

  @Test
  void escapesForSets() throws PatternException {
    matches("^\\d$", "", "5", "\u0665", "\uD835\uDFD8");
    differs("^\\d$", "", "a", "²");
    matches("^\\w+$", "", "aZ9é\u4E2D");
    // The underscore is punctuation, so unlike in Java it is no word character.
    differs("^\\w$", "", "_", "-", " ", "\u0000");
    matches("^\\W$", "", "_");
    matches("^\\s$", "", " ", "\t", "\n", "\r");
    differs("^\\s$", "", "\u000B", "\u00A0", "\f");
    matches("^\\i\\c*$", "", "a-b.c:d_9", "_x", ":y", "é");
    differs("^\\i\\c*$", "", "9a", "-a", "a b");
    matches("^\\I\\C$", "", "1 ");
    matches("^\\D\\S$", "", "ab");
    matches("^\\p{Lu}\\p{Ll}\\P{L}$", "", "Ab1", "Éé-");
    matches("^\\p{Sc}$", "", "€", "$");
    matches("^\\p{IsBasicLatin}+$", "", "Az~");
    differs("^\\p{IsBasicLatin}+$", "", "é");
    matches("^\\p{IsLatin-1Supplement}$", "", "é");
    matches("^\\p{IsGreek}\\p{IsGreekandCoptic}\\p{IsCyrillic}$", "", "αβж");
    matches("^\\p{IsPrivateUse}$", "", "\uE000", "\uDBC0\uDC00");
    matches("^\\P{IsBasicLatin}$", "", "é");
    matches("^\\p{Cn}$", "", "\u0378");
  }

  @Test
  void everyPartOfUnicodeIsReached() throws PatternException {
    int[] edges = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    for (int c : edges) {
      String text = Character.toString(c);
      matches("^.$", "s", text);
      check(true, "^[" + (c == 0 ? "\u0000" : text) + "]$", "", text);
      differs("^[^" + text + "]$", "", text);
    }
    matches("^[\uD7FF-\uE000]$", "", "\uD7FF", "\uE000");
  }

  @Test
  void singleEscapes() throws PatternException {
    matches("^\\\\\\|\\.\\-\\^\\?\\*\\+\\{\\}\\(\\)\\[\\]\\$$", "", "\\|.-^?*+{}()[]$");
    assertEquals(List.of(), compile("\\.", "", 10).warnings());
  }

  @Test
  void generousReadingsAreSaid() throws PatternException {
    matches("^\\/\\@$", "", "/@");
    matches("^a]b}$", "", "a]b}");
    assertEquals(
        List.of("\"\\/\" should be written \"/\" in an XPath regular expression, see character 2"),
        compile("a\\/", "", 10).warnings());
    assertEquals(1, compile("a}", "", 10).warnings().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "(a SYNTAX 1",
        "a) SYNTAX 2",
        "*a SYNTAX 1",
        "a** SYNTAX 3",
        "a*+ SYNTAX 3",
        "a{2}{3} SYNTAX 5",
        "a{3,2} SYNTAX 2",
        "a{,2} SYNTAX 3",
        "a{x} SYNTAX 3",
        "a{2 SYNTAX 4",
        "[a SYNTAX 1",
        "[] SYNTAX 2",
        "[^] SYNTAX 3",
        "[z-a] SYNTAX 2",
        "[a[b]] SYNTAX 3",
        "[a-\\d] SYNTAX 4",
        "[a-[b]c] SYNTAX 7",
        "(?=a) SYNTAX 2",
        "(?i)a SYNTAX 2",
        "\\ba SYNTAX 1",
        "éa\\x SYNTAX 3",
        "\\u0041 SYNTAX 1",
        "\\0 SYNTAX 1",
        "a\\ SYNTAX 2",
        "\\pL SYNTAX 1",
        "\\p{Xx} SYNTAX 1",
        "\\p{Cs} SYNTAX 1",
        "\\p{IsNoBlock} SYNTAX 1",
        "\\p{IsGREEK_EXTENDED} SYNTAX 1",
        "(a)\\1 UNSUPPORTED 4",
        "|\uD83D\uDE00( SYNTAX 3",
      })
  void faultsHavePositions(String regex, Kind kind, int position) {
    PatternException fault = assertThrows(PatternException.class, () -> compile(regex, "", 2000));
    assertEquals(kind, fault.kind(), fault.sentence());
    assertTrue(
        fault.sentence().endsWith(" at character " + position), regex + ": " + fault.sentence());
  }

  @Test
  void whiteSpaceThatIsIgnoredStillCounts() {
    PatternException fault =
        assertThrows(PatternException.class, () -> compile("a  b )", "x", 2000));
    assertTrue(fault.sentence().endsWith("at character 6"), fault.sentence());
  }

  @Test
  void unknownFlags() {
    PatternException fault = assertThrows(PatternException.class, () -> compile("a", "ig", 10));
    assertEquals(Kind.FLAGS, fault.kind());
    assertEquals("\"g\" is not a flag", fault.sentence());
  }

  @Test
  void automataAreMinimal() throws PatternException {
    Automaton.Dfa letters = dfa("^(a|b)*abb$");
    // The textbook's four states and the dead one.
    assertEquals(5, letters.states());
    // a, b, the other first bytes, and continuation bytes.
    assertEquals(4, letters.classes());
    assertEquals(-1, letters.always());
    assertTrue(letters.dead() >= 0);
    Automaton.Dfa all = dfa("");
    assertEquals(1, all.states());
    assertEquals(0, all.always());
    assertEquals(-1, all.dead());
    assertEquals(2, dfa("a").states());
    assertEquals(0, dfa("a^b").dead());
  }

  @Test
  void equalLanguagesHaveEqualTables() throws PatternException {
    Automaton.Dfa one = dfa("^(a|ab)(c|bcd)$");
    Automaton.Dfa other = dfa("^(ac|abcd|abc|abbcd)$");
    assertEquals(one.states(), other.states());
    org.junit.jupiter.api.Assertions.assertArrayEquals(one.next(), other.next());
    org.junit.jupiter.api.Assertions.assertArrayEquals(one.accepting(), other.accepting());
    org.junit.jupiter.api.Assertions.assertArrayEquals(one.classOf(), other.classOf());
  }

  private static Automaton.Dfa dfa(String regex) throws PatternException {
    return assertInstanceOf(Automaton.Dfa.class, compile(regex, "", 2000).automaton());
  }

  @Test
  void countedCategoriesAreDeterministicOverCharacters() throws PatternException {
    Automaton.CharacterDfa words =
        assertInstanceOf(
            Automaton.CharacterDfa.class, compile("^[\\w ]{1,100}$", "i", 2000).automaton());
    assertEquals(102, words.states());
    assertEquals(2, words.classes());
    assertTrue(Automata.matches(words, "Ünï 漢字\uD835\uDFD8"));
    assertTrue(Automata.matches(words, "é".repeat(100)));
    assertFalse(Automata.matches(words, "é".repeat(101)));
    assertFalse(Automata.matches(words, ""));
    assertFalse(Automata.matches(words, "a-b"));
    assertEquals(1502, dfa("^.{0,1500}$").states());
    assertInstanceOf(Automaton.Dfa.class, compile("\\w+@\\w+", "", 2000).automaton());
  }

  @Test
  void aCapOfStatesMakesItNondeterministic() throws PatternException {
    String regex = "(a|b)*a(a|b){12}$";
    Automaton nfa = compile(regex, "", 2000).automaton();
    assertInstanceOf(Automaton.Nfa.class, nfa);
    assertTrue(Automata.matches(nfa, "baabababababab"));
    assertFalse(Automata.matches(nfa, "bbbbbbbbbbbbbbbb"));
    assertInstanceOf(Automaton.Dfa.class, compile(regex, "", 9000).automaton());
  }
}
