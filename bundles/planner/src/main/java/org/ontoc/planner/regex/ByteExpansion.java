// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ontoc.planner.regex.Utf8.Edge;
import org.ontoc.planner.regex.Utf8.Piece;

/**
 * Turns a deterministic automaton over characters into one over bytes. The text is valid UTF-8, so
 * at the end of a character no continuation byte can follow: there a state leads to itself, and a
 * character whose first bytes decide where it leads needs no states for the others.
 */
final class ByteExpansion {
  private static final int BYTES = 256;

  private final Dfa characters;
  private final Alphabet alphabet;
  private final Utf8 forms = new Utf8(true);
  private final List<int[]> rows = new ArrayList<>();

  private ByteExpansion(Dfa characters, Alphabet alphabet) {
    this.characters = characters;
    this.alphabet = alphabet;
  }

  /** Empty when there would be more than {@code cap} states. */
  static Optional<Dfa> expand(Dfa characters, Alphabet alphabet, int cap, Budget budget) {
    ByteExpansion expansion = new ByteExpansion(characters, alphabet);
    int states = characters.states();
    for (int state = 0; state < states; state++) {
      budget.checkCancelled();
      expansion.rows.add(expansion.row(state));
      if (states + expansion.forms.nodes() > cap) return Optional.empty();
    }
    for (int node = 0; node < expansion.forms.nodes(); node++) {
      expansion.rows.add(expansion.row(expansion.forms.node(node)));
    }
    return Optional.of(expansion.dfa());
  }

  private int[] row(int state) {
    if (characters.isSink(state)) {
      int[] row = new int[BYTES];
      Arrays.fill(row, state);
      return row;
    }
    int[] row = row(forms.edges(pieces(state)));
    Arrays.fill(row, 0x80, 0xC0, state);
    // Bytes that begin no character go with their neighbours, so that they make no classes.
    Arrays.fill(row, 0xC0, 0xC2, row[0xC2]);
    Arrays.fill(row, 0xF5, BYTES, row[0xF4]);
    return row;
  }

  /** Where the characters lead; surrogates, which do not occur, lead nowhere. */
  private List<Piece> pieces(int state) {
    List<Piece> pieces = new ArrayList<>();
    int[] first = alphabet.first();
    for (int i = 0; i < first.length; i++) {
      if (first[i] == Character.MIN_SURROGATE) continue;
      int last = i + 1 < first.length ? first[i + 1] - 1 : Character.MAX_CODE_POINT;
      int target = characters.next(state, characters.classOf()[i]);
      Piece open = pieces.isEmpty() ? null : pieces.getLast();
      if (open != null && open.target() == target) {
        pieces.set(pieces.size() - 1, new Piece(open.first(), last, target));
      } else {
        pieces.add(new Piece(first[i], last, target));
      }
    }
    return pieces;
  }

  private int[] row(List<Edge> edges) {
    int[] row = new int[BYTES];
    // What cannot follow may lead anywhere, and here it makes no state of its own.
    Arrays.fill(row, state(edges.getFirst()));
    for (Edge edge : edges) Arrays.fill(row, edge.first(), edge.last() + 1, state(edge));
    return row;
  }

  private int state(Edge edge) {
    return edge.complete() ? edge.to() : characters.states() + edge.to();
  }

  private Dfa dfa() {
    int states = rows.size();
    int[] next = new int[states * BYTES];
    for (int state = 0; state < states; state++) {
      System.arraycopy(rows.get(state), 0, next, state * BYTES, BYTES);
    }
    int[] classOf = new int[BYTES];
    Arrays.setAll(classOf, value -> value);
    boolean[] accepting = Arrays.copyOf(characters.accepting(), states);
    return Minimizer.mergeClasses(new Dfa(states, BYTES, classOf, next, accepting));
  }
}
