// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import static org.ontoc.runtime.bitactor.graph.SectionReader.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.graph.Automaton;
import org.ontoc.runtime.graph.PathTable;

/** Verifies the tables of a decoded image; the rules are numbered in docs/bitactor.md. */
final class GraphVerifier {
  private static final int IRI = 1;
  private static final int LITERAL = 3;

  private final GraphImage image;

  private GraphVerifier(GraphImage image) {
    this.image = image;
  }

  static void verify(GraphImage image) throws ImageException {
    GraphVerifier verifier = new GraphVerifier(image);
    verifier.strings();
    verifier.constants();
    verifier.classes();
    verifier.entries();
    for (PathTable path : image.paths()) verifier.path(path);
    for (Automaton.Bytes a : image.byteAutomata()) automaton(a);
    for (Automaton.Characters a : image.characterAutomata()) automaton(a);
    for (Automaton.Parallel a : image.programs()) program(a);
    new HandlerVerifier(image, verifier).verify();
  }

  void string(int number) throws ImageException {
    require(number >= 0 && number < image.strings().size(), "there is no such string");
  }

  private void strings() throws ImageException {
    List<String> strings = image.strings();
    require(!strings.isEmpty() && strings.getFirst().isEmpty(), "string 0 is not the empty one");
    string(image.name());
    for (GraphImage.Check check : image.checks()) {
      string(check.shape());
      string(check.path());
      string(check.severity());
      string(check.component());
      string(check.maximumComponent());
      string(check.message());
    }
  }

  private record Identity(int kind, String text, String qualifier) {}

  private void constants() throws ImageException {
    Set<Identity> known = new HashSet<>();
    for (GraphImage.Constant constant : image.constants()) {
      require(constant.kind() >= 1 && constant.kind() <= 4, "a term has an unknown kind");
      require((constant.role() & ~7) == 0, "a role is unknown");
      boolean predicate = constant.kind() == IRI && (constant.role() & GraphImage.READ) != 0;
      require(constant.role() == 0 || predicate, "a term is no predicate and has its role");
      boolean indexed = !image.everything() || constant.role() != (GraphImage.INVERSE | 4);
      require(indexed, "a predicate of a closed shape is not looked up by subject");
      string(constant.text());
      string(constant.qualifier());
      require(
          constant.qualifier() == 0 == constant.kind() < LITERAL, "a term's qualifier is wrong");
      String qualifier = image.strings().get(constant.qualifier());
      if (constant.kind() > LITERAL) qualifier = fold(qualifier);
      Identity term =
          new Identity(constant.kind(), image.strings().get(constant.text()), qualifier);
      require(known.add(term), "a term has two ids");
    }
  }

  /** A tag in lower case; tags are ASCII, and what is not is left as it is. */
  private static String fold(String tag) {
    return tag.codePoints()
        .map(c -> c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The term of an id. */
  GraphImage.Constant term(int id) throws ImageException {
    require(id >= 1 && id <= image.constants().size(), "there is no such term");
    return image.constants().get(id - 1);
  }

  void iri(int id) throws ImageException {
    require(term(id).kind() == IRI, "a term is no IRI");
  }

  void literal(int id) throws ImageException {
    require(term(id).kind() >= LITERAL, "a bound is no literal");
  }

  /** A predicate that is looked up so. */
  void predicate(int id, int role) throws ImageException {
    int wanted = role | GraphImage.READ;
    require((term(id).role() & wanted) == wanted, "a predicate lacks a role");
  }

  private void classes() throws ImageException {
    for (int id : image.classes()) term(id);
    for (int id : image.hierarchy()) term(id);
    boolean needed = image.classes().length > 0;
    if (needed || image.type() != 0) predicate(image.type(), 0);
    if (needed || image.subClassOf() != 0) predicate(image.subClassOf(), 0);
  }

  /** A class whose instances are looked up so. */
  void classIndex(int index, int role) throws ImageException {
    require(index >= 0 && index < image.classes().length, "there is no such class");
    predicate(image.type(), role);
  }

  void handler(int number) throws ImageException {
    require(number >= 0 && number < image.handlers().size(), "there is no such handler");
  }

  private void entries() throws ImageException {
    int last = -1;
    long next = 0;
    for (GraphImage.Entry entry : image.entries()) {
      handler(entry.handler());
      require(entry.handler() > last, "the entries are not in order");
      last = entry.handler();
      require(entry.firstTarget() == next && entry.targets() >= 0, "targets are not shared out");
      next += entry.targets();
    }
    require(next == image.targets().size(), "targets are not shared out");
    for (GraphImage.Target target : image.targets()) {
      switch (target.kind()) {
        case NODE -> term(target.what());
        case CLASS -> classIndex(target.what(), GraphImage.INVERSE);
        case SUBJECTS, OBJECTS -> predicate(target.what(), 0);
      }
    }
  }

  private void path(PathTable path) throws ImageException {
    int states = path.first().length - 1;
    int moves = path.moves().length / 3;
    require(path.accept() >= 0 && path.accept() < states, "a path leads to no state");
    int last = 0;
    for (int first : path.first()) {
      require(first >= last && first <= moves, "the moves of a path are not shared out");
      last = first;
    }
    require(path.first()[0] == 0 && last == moves, "the moves of a path are not shared out");
    for (int i = 0; i < path.moves().length; i += 3) {
      int kind = path.moves()[i];
      int id = path.moves()[i + 1];
      int to = path.moves()[i + 2];
      require(to >= 0 && to < states, "a path leads to no state");
      switch (kind) {
        case PathTable.FORWARD -> predicate(id, GraphImage.FORWARD);
        case PathTable.INVERSE -> predicate(id, GraphImage.INVERSE);
        case PathTable.EMPTY -> require(id == 0, "an empty move has a predicate");
        default -> throw new ImageException("a move has an unknown kind");
      }
    }
  }

  private static void automaton(Automaton.Bytes a) throws ImageException {
    table(a.accepting(), a.classes(), a.start(), a.dead(), a.always(), a.next());
    require(areBelow(a.classOf(), a.classes()), "a byte has no class");
  }

  private static void automaton(Automaton.Characters a) throws ImageException {
    table(a.accepting(), a.classes(), a.start(), a.dead(), a.always(), a.next());
    require(areBelow(a.classOf(), a.classes()), "a character has no class");
    require(a.first().length > 0 && a.first()[0] == 0, "a character has no class");
    for (int i = 1; i < a.first().length; i++)
      require(a.first()[i] > a.first()[i - 1], "ranges of characters are not in order");
  }

  private static boolean areBelow(int[] numbers, int bound) {
    for (int n : numbers) if (n >= bound) return false;
    return true;
  }

  private static void table(
      byte[] accepting, int classes, int start, int dead, int always, int[] next)
      throws ImageException {
    int states = accepting.length;
    require(states > 0 && classes > 0, "an automaton has no states");
    require(start >= 0 && start < states, "an automaton starts nowhere");
    require(dead >= -1 && dead < states, "an automaton has no such state");
    require(always >= -1 && always < states, "an automaton has no such state");
    require(areBelow(next, states), "an automaton leads nowhere");
    for (byte b : accepting) require(b == 0 || b == 1, "a state neither accepts nor not");
  }

  /** The operations are those of {@code plan.Automaton.Op}. */
  private static void program(Automaton.Parallel a) throws ImageException {
    int size = a.program().length / 3;
    require(size > 0, "a program is empty");
    for (int i = 0; i < a.program().length; i += 3) {
      int first = a.program()[i + 1];
      int second = a.program()[i + 2];
      switch (a.program()[i]) {
        case 0 ->
            require(first >= 0 && first <= 255 && second >= 0 && second <= 255, "no such byte");
        case 1 -> require(isIn(first, size) && isIn(second, size), "a program leads nowhere");
        case 2 -> require(isIn(first, size) && second == 0, "a program leads nowhere");
        case 3, 4, 5, 6, 7 -> require(first == 0 && second == 0, "an operand is not used");
        default -> throw new ImageException("an operation is unknown");
      }
    }
    int last = a.program()[a.program().length - 3];
    require(last == 2 || last == 7, "a program has no end");
  }

  private static boolean isIn(int number, int size) {
    return number >= 0 && number < size;
  }
}
