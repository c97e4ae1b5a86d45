// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;

/**
 * Results grouped by the check that they violate. More results than anybody reads, or memory should
 * hold, are written one to a line as they come.
 */
final class HumanResults {
  static final int MOST_GROUPED = 10_000;
  static final int MOST_EXCERPTS = 5;

  private final Excerpt excerpt;
  private final Style style;
  private final Appendable out;
  private final Names names = new Names();
  private final Sentences sentences = new Sentences(names);
  private final Because because = new Because(sentences);
  private final Tally tally = new Tally();

  HumanResults(Excerpt excerpt, Style style, Appendable out) {
    this.excerpt = excerpt;
    this.style = style;
    this.out = out;
  }

  void write(Report report) throws IOException {
    Map<Group, List<ValidationResult>> groups = new LinkedHashMap<>();
    Iterator<ValidationResult> results = report.results().iterator();
    for (int i = 0; i < MOST_GROUPED && results.hasNext(); i++) {
      ValidationResult result = results.next();
      groups.computeIfAbsent(Group.of(result), _ -> new ArrayList<>()).add(result);
    }
    if (results.hasNext()) {
      groups.clear();
      for (ValidationResult result : report.results()) writeFlat(result);
    } else {
      for (var group : groups.entrySet()) writeGroup(group.getKey(), group.getValue());
    }
    writeSummary(report);
  }

  /** What the results of a group have in common. */
  private record Group(Shape shape, Check check, Iri component, List<Literal> messages) {
    static Group of(ValidationResult result) {
      return new Group(result.shape(), result.check(), result.component(), result.composed());
    }
  }

  private void writeGroup(Group group, List<ValidationResult> results) throws IOException {
    String many = results.size() == 1 ? "" : " (" + Counts.of(results.size(), "result") + ")";
    out.append(title(results.getFirst())).append(many).append('\n');
    int margin = 2;
    for (int i = 0; i < results.size(); i++) {
      ValidationResult result = results.get(i);
      tally.add(result);
      margin = excerpt.write(result.dataAt(), sentences.nodes(result), i < MOST_EXCERPTS, out);
      writeBecause(result, " ".repeat(margin));
    }
    out.append(" ".repeat(margin))
        .append(style.gutter(" ="))
        .append(' ')
        .append(Tally.describe(group.shape(), names))
        .append("\n\n");
  }

  private void writeFlat(ValidationResult result) throws IOException {
    tally.add(result);
    String at = TerminalText.sanitize(result.dataAt().toString());
    out.append(at.isEmpty() ? "" : at + ": ")
        .append(title(result))
        .append(": ")
        .append(sentences.nodes(result))
        .append('\n');
    writeBecause(result, "");
  }

  private void writeBecause(ValidationResult result, String margin) throws IOException {
    for (Because.Line line : because.lines(result))
      out.append(margin).append("   ").append(line.indented()).append('\n');
  }

  private String title(ValidationResult result) {
    String label =
        Level.word(result.severity(), names)
            + "["
            + TerminalText.sanitize(Vocabulary.componentName(result.component()))
            + "]";
    return Level.of(result.severity()).paint(label, style)
        + ": "
        + style.bold(sentences.message(result));
  }

  private void writeSummary(Report report) throws IOException {
    if (tally.shown() == 0 && report.conforms()) writeConforms(report);
    else {
      List<String> table = tally.table(names);
      for (String line : table) out.append(line).append('\n');
      if (!table.isEmpty()) out.append('\n');
      out.append(style.bold(tally.sentence(report.statistics(), names))).append('\n');
    }
    for (Map.Entry<String, String> entry : new TreeMap<>(report.switches()).entrySet())
      out.append("note: with ")
          .append(TerminalText.sanitize(entry.getKey() + "=" + entry.getValue()))
          .append('\n');
  }

  private void writeConforms(Report report) throws IOException {
    long focusNodes = report.statistics().focusNodes();
    out.append(style.good("conforms"))
        .append(": ")
        .append(Counts.of(report.statistics().triples(), "triple"))
        .append(" read, ")
        .append(Counts.of(focusNodes, "focus node"))
        .append(" checked\n");
    if (focusNodes == 0)
      out.append(
          "note: no target of the shapes selects a node of the data, so nothing was checked\n");
  }
}
