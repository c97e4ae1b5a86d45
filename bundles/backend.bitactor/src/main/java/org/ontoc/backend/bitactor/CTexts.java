// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.runtime.bitactor.Image;

/** The functions of C that look at texts: equality, number of characters, automata. */
final class CTexts {
  private final Plan plan;
  private final List<RecordSpec> records;
  private final StringBuilder out;

  CTexts(Plan plan, List<RecordSpec> records, StringBuilder out) {
    this.plan = plan;
    this.records = List.copyOf(records);
    this.out = out;
  }

  void write() {
    String calls = calls();
    if (calls.contains(plan.name() + "_same(")) same();
    if (calls.contains(plan.name() + "_length(")) length();
    for (int number : CSource.automata(records))
      automaton(number, Pool.dfa(plan.automata().get(number)));
  }

  /** Everything that is called, so that no function is unused. */
  private String calls() {
    StringBuilder calls = new StringBuilder();
    for (RecordSpec record : records)
      for (Rule rule : record.rules())
        calls.append(new CExpression(plan.name(), record.fields(), false).of(rule.violated()));
    return calls.toString();
  }

  private void same() {
    out.append(
        """
        static uint32_t %1$s_same(const char *a, size_t most_a, const char *b, size_t most_b) {
          size_t i = 0;
          while (i < most_a && i < most_b && a[i] == b[i] && a[i] != 0) i++;
          return (i == most_a || a[i] == 0) && (i == most_b || b[i] == 0);
        }

        """
            .formatted(plan.name()));
  }

  private void length() {
    out.append(
        """
        static uint32_t %1$s_length(const char *text, size_t most, long long low, long long high) {
          long long count = 0;
          size_t i;
          for (i = 0; i < most && text[i] != 0; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
          return count < low || count > high;
        }

        """
            .formatted(plan.name()));
  }

  private void automaton(int number, Image.Dfa dfa) {
    String name = plan.name() + "_match_" + number;
    StringBuilder classes = new StringBuilder();
    for (byte group : dfa.classOf()) classes.append(group & 0xFF).append(',');
    StringBuilder next = new StringBuilder();
    for (char state : dfa.next()) next.append((int) state).append(',');
    StringBuilder accepting = new StringBuilder();
    for (byte state : dfa.accepting()) accepting.append(state).append(',');
    out.append(
        """
        static int %1$s(const char *text, size_t most) {
          static const uint8_t class_of[256] = {%2$s};
          static const uint16_t next[] = {%3$s};
          static const uint8_t accepting[] = {%4$s};
          uint32_t state = %5$d;
          size_t i;
          for (i = 0; i < most && text[i] != 0; i++)
            state = next[state * %6$d + class_of[(unsigned char)text[i]]];
          return accepting[state];
        }

        """
            .formatted(name, classes, next, accepting, dfa.start(), dfa.classes()));
  }
}
