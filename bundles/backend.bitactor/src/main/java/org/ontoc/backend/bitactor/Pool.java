// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.runtime.bitactor.FieldType.Kind;
import org.ontoc.runtime.bitactor.Image;

/** The constants, automata and strings of an image, each once, in the order of their first use. */
final class Pool {
  private final Plan plan;
  private final List<Image.Constant> constants = new ArrayList<>();
  private final List<Integer> automata = new ArrayList<>();
  private final Map<String, Integer> strings = new HashMap<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  Pool(Plan plan) {
    this.plan = plan;
    text.write(0);
    strings.put("", 0);
  }

  int string(String value) {
    return strings.computeIfAbsent(
        value,
        _ -> {
          int offset = text.size();
          text.writeBytes(value.getBytes(StandardCharsets.UTF_8));
          text.write(0);
          return offset;
        });
  }

  int constant(long bits, Kind kind) {
    Image.Constant wanted = new Image.Constant(bits, kind);
    int index = constants.indexOf(wanted);
    if (index >= 0) return index;
    constants.add(wanted);
    return constants.size() - 1;
  }

  /** The first of two words that follow each other. */
  int pair(long low, long high) {
    List<Image.Constant> both =
        List.of(new Image.Constant(low, Kind.WORD), new Image.Constant(high, Kind.WORD));
    int index = java.util.Collections.indexOfSubList(constants, both);
    if (index >= 0) return index;
    constants.addAll(both);
    return constants.size() - 2;
  }

  int automaton(int number) {
    int index = automata.indexOf(number);
    if (index >= 0) return index;
    automata.add(number);
    return automata.size() - 1;
  }

  List<Image.Constant> constants() {
    return constants;
  }

  List<Image.Dfa> automata() {
    return automata.stream().map(number -> dfa(plan.automata().get(number))).toList();
  }

  byte[] text() {
    return text.toByteArray();
  }

  static Image.Dfa dfa(Automaton automaton) {
    if (!(automaton instanceof Automaton.Dfa dfa))
      throw new IllegalArgumentException("only automata over bytes fit an image");
    byte[] classOf = new byte[256];
    for (int i = 0; i < 256; i++) classOf[i] = (byte) dfa.classOf()[i];
    char[] next = new char[dfa.next().length];
    for (int i = 0; i < next.length; i++) next[i] = (char) dfa.next()[i];
    return new Image.Dfa(
        dfa.states(), dfa.classes(), dfa.start(), classOf, next, dfa.accepting().clone());
  }
}
