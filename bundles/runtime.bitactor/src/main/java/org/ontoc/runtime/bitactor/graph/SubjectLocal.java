// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.locality.Locality;
import org.ontoc.pipeline.locality.Shapes;
import org.ontoc.runtime.graph.PathTable;

/**
 * Whether an image can validate a graph in parts, each of which has all triples of its subjects:
 * whether everything that its handlers look at is in the triples of the focus node, and that node
 * is their subject. docs/bitactor.md says what that leaves.
 */
public final class SubjectLocal implements Shapes {
  private final GraphImage image;

  private SubjectLocal(GraphImage image) {
    this.image = image;
  }

  /** What forbids it, with the shape; empty when nothing does. */
  public static Optional<String> obstacle(GraphImage image) {
    SubjectLocal local = new SubjectLocal(image);
    for (GraphImage.Entry entry : image.entries()) {
      for (int i = 0; i < entry.targets(); i++) {
        switch (image.targets().get(entry.firstTarget() + i).kind()) {
          case NODE -> {
            return local.say(entry.handler(), "its target is a node, which every part has");
          }
          case OBJECTS -> {
            return local.say(entry.handler(), "its target is the objects of a predicate");
          }
          case CLASS, SUBJECTS -> {}
        }
      }
    }
    List<Integer> checked = image.entries().stream().map(GraphImage.Entry::handler).toList();
    return Locality.of(local, checked).first().flatMap(it -> local.say(it.shape(), it.what()));
  }

  private Optional<String> say(int handler, String what) {
    GraphImage.Handler it = image.handlers().get(handler);
    String shape =
        it.size() == 0
            ? "a shape"
            : image.strings().get(image.checks().get(image.code().get(it.first()).check()).shape());
    return Optional.of(shape + ": " + what);
  }

  @Override
  public Values values(int shape) {
    GraphImage.Handler handler = image.handlers().get(shape);
    return switch (handler.source()) {
      case FOCUS -> Values.FOCUS;
      case OBJECTS -> Values.STEP;
      case SUBJECTS -> Values.INVERSE;
      case PATH -> isOneStep(image.paths().get(handler.what())) ? Values.STEP : Values.LONGER;
    };
  }

  @Override
  public List<Check> checks(int shape) {
    GraphImage.Handler handler = image.handlers().get(shape);
    return image.code().subList(handler.first(), handler.first() + handler.size()).stream()
        .map(this::check)
        .toList();
  }

  private Check check(GraphImage.Instruction it) {
    List<Integer> called = new ArrayList<>();
    References.each(image, it, called::add);
    Asks asks =
        switch (it.opcode().operand) {
          case CLASS_INDEX -> Asks.TYPES;
          case IDS -> it.opcode() == GraphOpcode.CLOSED ? Asks.TRIPLES : Asks.TERM;
          case PREDICATE -> Asks.PREDICATE;
          case HANDLER, HANDLERS, QUALIFIED -> Asks.SHAPES;
          case NONE, COUNT, TERM, IRI, BOUND, KINDS, AUTOMATON, RANGES -> Asks.TERM;
        };
    return new Check(asks, called, it.isExplained());
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
