// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * The messages of a constraint with the values of a solution in the place of {@code {?name}} and
 * {@code {$name}} (SHACL sections 5.3.2 and 6.2.4). A shape's own messages hold for all its results
 * (section 2.1.5), but for those of a constraint that it declares itself, which are more exact.
 */
final class Messages {
  private static final Pattern VARIABLE = Pattern.compile("\\{[?$]([\\p{L}\\p{N}_]+)}");

  private final List<Literal> templates;
  private final Map<String, Term> constants = new HashMap<>();
  private final Shape shape;

  Messages(Shape shape, Constraint.Sparql constraint) {
    boolean overridden = constraint.source().isEmpty() && !shape.messages().isEmpty();
    this.templates = overridden ? List.of() : constraint.messages();
    this.shape = shape;
    for (Query.Binding binding : constraint.query().bindings())
      constants.put(binding.variable(), binding.value());
  }

  List<Literal> of(Evaluation.Solution solution) {
    List<Literal> messages = new ArrayList<>();
    for (Literal template : templates) {
      Matcher matcher = VARIABLE.matcher(template.lexical());
      String text = matcher.replaceAll(found -> Matcher.quoteReplacement(value(found, solution)));
      messages.add(new Literal(text, template.datatype(), template.language()));
    }
    return messages;
  }

  /** What is not bound stays as it stands. */
  private String value(MatchResult found, Evaluation.Solution solution) {
    String name = found.group(1);
    Term bound = solution.get(name);
    if (bound == null) bound = constants.get(name);
    if (bound == null && name.equals("PATH") && shape.path().isPresent())
      return shape.path().get().toString();
    return text(bound, found.group());
  }

  private static String text(@Nullable Term term, String otherwise) {
    return switch (term) {
      case null -> otherwise;
      case Literal literal -> literal.lexical();
      case Iri iri -> iri.toString();
      case BlankNode blank -> blank.toString();
    };
  }
}
