// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.List;
import java.util.Optional;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Literal;

/** Reads patterns with their flags (SHACL section 4.4.3). */
final class PatternReader {
  private final ShapesGraph graph;
  private final WellFormedness rules;
  private final Findings findings;

  PatternReader(ShapesGraph graph, WellFormedness rules, Findings findings) {
    this.graph = graph;
    this.rules = rules;
    this.findings = findings;
  }

  Optional<Constraint> read(ParameterValue value) {
    List<ParameterValue> flags = graph.values(value.shape(), Vocabulary.sh("flags"));
    String letters =
        flags.isEmpty() || !(flags.getFirst().term() instanceof Literal literal)
            ? ""
            : literal.lexical();
    Optional<String> regex = rules.string(value);
    Optional<String> fault = regex.flatMap(it -> RegexSyntax.fault(it, letters));
    if (fault.isPresent()) {
      findings.error(
          "E0313",
          value.at(),
          "The pattern is no regular expression of SPARQL: " + fault.get(),
          "SPARQL has the expressions of XPath's fn:matches; in Turtle, each \\ is written twice");
      return Optional.empty();
    }
    return regex.map(it -> new Constraint.Pattern(it, letters, value.parameterAt()));
  }

  /** Checks sh:flags, which is read with the pattern. */
  Optional<Constraint> flags(ParameterValue value) {
    Optional<String> flags = rules.string(value);
    if (flags.isPresent() && !flags.get().matches("[smixq]*"))
      findings.error(
          "E0313",
          value.at(),
          "\"" + flags.get() + "\" are no flags of a regular expression",
          "The flags are s, m, i, x and q");
    if (!graph.has(value.shape(), Vocabulary.sh("pattern"))) rules.alone(value, "sh:pattern");
    return Optional.empty();
  }
}
