// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.plan.Automaton.Op;

/** Emits one instruction for a set, with the number of the set in a list of them. */
final class SetEmitter implements NfaBuilder.Characters {
  private final List<CodePoints> sets;
  private final Map<CodePoints, Integer> numbers = new HashMap<>();

  SetEmitter(List<CodePoints> sets) {
    this.sets = sets;
  }

  @Override
  public void emit(CodePoints set, Code code) throws PatternException {
    Integer known = numbers.putIfAbsent(set, sets.size());
    int number = known == null ? sets.size() : known;
    if (known == null) sets.add(set);
    code.add(Op.RANGE, number, number);
  }

  @Override
  public void skip(Code code) throws PatternException {
    emit(CodePoints.ALL, code);
  }
}
