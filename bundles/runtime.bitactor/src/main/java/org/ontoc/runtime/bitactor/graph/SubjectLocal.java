// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.BitSet;
import java.util.Optional;
import org.ontoc.runtime.graph.PathTable;

/**
 * Whether an image can validate a graph in parts, each of which has all triples of its subjects:
 * whether everything that its handlers look at is in the triples of the focus node, and that node
 * is their subject. docs/bitactor.md says what that leaves.
 */
public final class SubjectLocal {
  private final GraphImage image;

  /** Handlers that were looked at, for subjects and for value nodes. */
  private final BitSet[] known = {new BitSet(), new BitSet()};

  private String obstacle = "";

  private SubjectLocal(GraphImage image) {
    this.image = image;
  }

  /** What forbids it, with the shape; empty when nothing does. */
  public static Optional<String> obstacle(GraphImage image) {
    SubjectLocal local = new SubjectLocal(image);
    for (GraphImage.Entry entry : image.entries()) {
      for (int i = 0; i < entry.targets(); i++) {
        switch (image.targets().get(entry.firstTarget() + i).kind()) {
          case NODE -> local.say(entry.handler(), "its target is a node, which every part has");
          case OBJECTS -> local.say(entry.handler(), "its target is the objects of a predicate");
          case CLASS, SUBJECTS -> {}
        }
      }
      local.handler(entry.handler(), false);
    }
    return local.obstacle.isEmpty() ? Optional.empty() : Optional.of(local.obstacle);
  }

  /** The first obstacle is kept. */
  private void say(int handler, String what) {
    if (!obstacle.isEmpty()) return;
    GraphImage.Handler it = image.handlers().get(handler);
    String shape =
        it.size() == 0
            ? "a shape"
            : image.strings().get(image.checks().get(image.code().get(it.first()).check()).shape());
    obstacle = shape + ": " + what;
  }

  /**
   * Looks at a handler once.
   *
   * @param value whether its focus nodes are values, of whose triples nothing is known
   */
  private void handler(int number, boolean value) {
    BitSet seen = known[value ? 1 : 0];
    if (seen.get(number) || !obstacle.isEmpty()) return;
    seen.set(number);
    GraphImage.Handler handler = image.handlers().get(number);
    if (handler.size() == 0) return;
    boolean values = value || handler.source() != GraphImage.Source.FOCUS;
    if (value && handler.source() != GraphImage.Source.FOCUS) {
      say(number, "its path goes on from a value node");
    } else if (handler.source() == GraphImage.Source.SUBJECTS) {
      say(number, "its path is inverse");
    } else if (handler.source() == GraphImage.Source.PATH
        && !isOneStep(image.paths().get(handler.what()))) {
      say(number, "its path is longer than one step, or inverse");
    }
    for (int i = 0; i < handler.size(); i++)
      instruction(number, image.code().get(handler.first() + i), value, values);
  }

  private void instruction(
      int handler, GraphImage.Instruction it, boolean focusIsValue, boolean values) {
    switch (it.opcode().operand) {
      case CLASS_INDEX -> {
        if (values) say(handler, "it asks for the class of a value node");
      }
      case IDS -> {
        if (values && it.opcode() == GraphOpcode.CLOSED) say(handler, "it closes a value node");
      }
      case PREDICATE -> {
        if (focusIsValue) say(handler, "it compares with triples of a value node");
      }
      case HANDLER, HANDLERS, QUALIFIED ->
          References.each(image, it, called -> handler(called, values));
      case NONE, COUNT, TERM, IRI, BOUND, KINDS, AUTOMATON, RANGES -> {}
    }
  }

  /** Whether every way along a path is at most one move to an object. */
  private static boolean isOneStep(PathTable path) {
    BitSet before = new BitSet();
    before.set(0);
    boolean[] one = {true};
    BitSet after = new BitSet();
    close(path, before, after, one);
    close(path, after, new BitSet(), one);
    for (int state = after.nextSetBit(0); state >= 0; state = after.nextSetBit(state + 1))
      for (int m = path.first()[state]; m < path.first()[state + 1]; m++)
        one[0] &= path.moves()[3 * m] == PathTable.EMPTY;
    return one[0];
  }

  /** Adds what empty moves lead to, and to another set what a move to an object leads to. */
  private static void close(PathTable path, BitSet states, BitSet next, boolean[] forward) {
    BitSet open = (BitSet) states.clone();
    while (!open.isEmpty()) {
      int state = open.nextSetBit(0);
      open.clear(state);
      for (int m = path.first()[state]; m < path.first()[state + 1]; m++) {
        int to = path.moves()[3 * m + 2];
        switch (path.moves()[3 * m]) {
          case PathTable.FORWARD -> next.set(to);
          case PathTable.EMPTY -> {
            if (!states.get(to)) open.set(to);
            states.set(to);
          }
          default -> forward[0] = false;
        }
      }
    }
  }
}
