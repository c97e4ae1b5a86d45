// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.plan.Automaton;

/**
 * Random patterns of the subset that means the same in java.util.regex, against it. The end anchor
 * is written {@code \z} there, since Java's dollar also holds before a final line end.
 */
class DifferentialTest {
  private static final int PATTERNS = 2_500;
  private static final int TEXTS = 10;

  /** The simulation is slow. */
  private static final int SIMULATED = 3;

  private static final String[] ALPHABET = {
    "a", "b", "c", "A", "B", "1", "é", "\u4E2D", "\uD83D\uDE00", "\n", " "
  };

  /** The same pattern in both dialects. */
  private record Both(String ours, String java) {
    Both then(Both other) {
      return new Both(ours + other.ours, java + other.java);
    }

    Both wrap(String before, String after) {
      return new Both(before + ours + after, before + java + after);
    }
  }

  private final Random random = new Random(20_261_122);

  @Test
  void agreesWithJava() throws PatternException {
    int matched = 0;
    for (int i = 0; i < PATTERNS; i++) {
      Both pattern = choice(3);
      boolean ignoreCase = random.nextInt(4) == 0;
      boolean dotAll = random.nextInt(4) == 0;
      int options =
          (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
              | (dotAll ? Pattern.DOTALL : 0)
              | Pattern.UNIX_LINES;
      String flags = (ignoreCase ? "i" : "") + (dotAll ? "s" : "");
      Pattern expected = Pattern.compile(pattern.java, options);
      Automaton dfa = compile(pattern.ours, flags, 2000);
      Automaton nfa = compile(pattern.ours, flags, 0);
      for (int j = 0; j < TEXTS; j++) {
        String text = text();
        String what = "pattern " + i + " /" + pattern.ours + "/" + flags + " on \"" + text + "\"";
        boolean found = expected.matcher(text).find();
        assertEquals(found, Automata.matches(dfa, text), what);
        if (j < SIMULATED) assertEquals(found, Automata.matches(nfa, text), "nfa " + what);
        if (found) matched++;
      }
    }
    int pairs = PATTERNS * TEXTS;
    assertTrue(pairs >= 20_000 && matched > pairs / 10 && matched < pairs * 9 / 10, "" + matched);
  }

  private static Automaton compile(String regex, String flags, int states) throws PatternException {
    return PatternCompiler.compile(regex, flags, new Budget(states, () -> {})).automaton();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    return text.toString();
  }

  private Both choice(int depth) {
    Both all = branch(depth);
    while (random.nextInt(3) == 0) all = all.then(both("|")).then(branch(depth));
    return all;
  }

  private Both branch(int depth) {
    Both all = both("");
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) all = all.then(piece(depth));
    return all;
  }

  private Both piece(int depth) {
    return switch (random.nextInt(12)) {
      case 0 -> both("^");
      case 1 -> new Both("$", "\\z");
      default -> quantified(depth);
    };
  }

  private Both quantified(int depth) {
    Both atom = atom(depth);
    String quantifier =
        switch (random.nextInt(12)) {
          case 0 -> "*";
          case 1 -> "+";
          case 2 -> "?";
          case 3 -> "{2}";
          case 4 -> "{1,3}";
          case 5 -> "{2,}";
          default -> "";
        };
    String reluctant = !quantifier.isEmpty() && random.nextInt(4) == 0 ? "?" : "";
    return atom.then(both(quantifier + reluctant));
  }

  private Both atom(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> dot();
      case 1 -> both("\\d");
      case 2 -> characterClass();
      case 3 -> new Both("\\s", "[ \\t\\n\\r]");
      case 4, 5, 6 -> both(ALPHABET[random.nextInt(ALPHABET.length)]);
      case 7 -> choice(depth - 1).wrap("(?:", ")");
      default -> choice(depth - 1).wrap("(", ")");
    };
  }

  /** The texts have no carriage return, which only our dot excludes besides. */
  private static Both dot() {
    return both(".");
  }

  private Both characterClass() {
    return switch (random.nextInt(6)) {
      case 0 -> both("[a-c]");
      case 1 -> both("[^a-c]");
      case 2 -> new Both("[a-c-[b]]", "[a-c&&[^b]]");
      case 3 -> both("[à-ÿ1-9]");
      case 4 -> both("[^\uD83D\uDE00 ]");
      default -> both("[\\p{L}\\n]");
    };
  }

  private static Both both(String text) {
    return new Both(text, text);
  }
}
