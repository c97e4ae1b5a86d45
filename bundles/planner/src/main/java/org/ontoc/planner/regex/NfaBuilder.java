// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.plan.Automaton.Op;

/**
 * Thompson's construction. The program searches by itself: it begins with a loop that skips, so a
 * simulation starts at instruction 0 once.
 */
final class NfaBuilder {
  /** What the program consumes. */
  interface Characters {
    /** Emits the instructions that consume one character of a set. */
    void emit(CodePoints set, Code code) throws PatternException;

    /** Emits the instructions that skip a part of the text in which no match can begin. */
    void skip(Code code) throws PatternException;
  }

  private final Code code = new Code();
  private final Characters characters;

  private NfaBuilder(Characters characters) {
    this.characters = characters;
  }

  /** A program whose RANGE instructions consume bytes. */
  static Code bytes(Syntax syntax) throws PatternException {
    return build(syntax, new ByteEmitter());
  }

  /**
   * A program whose RANGE instructions consume one character of the set whose number is both their
   * arguments; the sets are added to the list.
   */
  static Code sets(Syntax syntax, List<CodePoints> sets) throws PatternException {
    return build(syntax, new SetEmitter(sets));
  }

  private static Code build(Syntax syntax, Characters characters) throws PatternException {
    NfaBuilder builder = new NfaBuilder(characters);
    Code code = builder.code;
    int start = code.add(Op.SPLIT, 0, 1);
    characters.skip(code);
    code.add(Op.JUMP, start, 0);
    code.setA(start, code.size());
    builder.emit(syntax);
    code.add(Op.MATCH, 0, 0);
    return code;
  }

  private void emit(Syntax syntax) throws PatternException {
    switch (syntax) {
      case Syntax.Characters one -> characters.emit(one.set(), code);
      case Syntax.Anchor anchor -> code.add(anchor.op(), 0, 0);
      case Syntax.Sequence sequence -> {
        for (Syntax member : sequence.members()) emit(member);
      }
      case Syntax.Choice choice -> emit(choice);
      case Syntax.Repeat repeat -> emit(repeat);
    }
  }

  private void emit(Syntax.Choice choice) throws PatternException {
    List<Integer> ends = new ArrayList<>();
    for (Syntax branch : choice.members().subList(0, choice.members().size() - 1)) {
      int split = code.add(Op.SPLIT, code.size() + 1, 0);
      emit(branch);
      ends.add(code.add(Op.JUMP, 0, 0));
      code.setB(split, code.size());
    }
    emit(choice.members().getLast());
    for (int end : ends) code.setA(end, code.size());
  }

  private void emit(Syntax.Repeat repeat) throws PatternException {
    // What emits nothing matches only the empty text, however often it is repeated.
    int before = code.size();
    for (int i = 0; i < repeat.min(); i++) {
      emit(repeat.body());
      if (code.size() == before) return;
    }
    if (repeat.max() == Syntax.Repeat.UNBOUNDED) {
      loop(repeat.body());
      return;
    }
    List<Integer> splits = new ArrayList<>();
    for (int i = repeat.min(); i < repeat.max(); i++) {
      splits.add(code.add(Op.SPLIT, code.size() + 1, 0));
      int body = code.size();
      emit(repeat.body());
      if (code.size() == body) break;
    }
    for (int split : splits) code.setB(split, code.size());
  }

  private void loop(Syntax body) throws PatternException {
    int split = code.add(Op.SPLIT, code.size() + 1, 0);
    emit(body);
    code.add(Op.JUMP, split, 0);
    code.setB(split, code.size());
  }
}
