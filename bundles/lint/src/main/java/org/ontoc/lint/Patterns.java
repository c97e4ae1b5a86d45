// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.HashMap;
import java.util.Map;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.osgi.service.component.annotations.Component;

/**
 * Reports patterns that match no text or every text, and listed values that a pattern rejects, as
 * the compiled automata tell.
 */
@Component
@PlanPass.Id("lint-patterns")
public final class Patterns implements PlanPass {
  private record Key(String regex, String flags) {}

  @Override
  public Plan apply(Plan plan, Context context) {
    Reporter reporter = new Reporter(context);
    Map<Key, Language> languages = new HashMap<>();
    for (Automaton automaton : plan.automata()) {
      context.checkCancelled();
      Language.of(automaton)
          .ifPresent(it -> languages.put(new Key(automaton.regex(), automaton.flags()), it));
    }
    for (PlannedShape planned : plan.shapes()) {
      Shape shape = planned.shape();
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints())
        if (constraint instanceof Constraint.Pattern it) {
          Language language = languages.get(new Key(it.regex(), it.flags()));
          if (language != null) check(shape, it, language, reporter);
        }
    }
    return plan;
  }

  private static void check(
      Shape shape, Constraint.Pattern pattern, Language language, Reporter reporter) {
    if (language.isEmpty())
      reporter.warn(
          "W0352",
          pattern.at(),
          "The pattern matches no text, so that every value violates it",
          "Look for anchors within the expression, and for characters that the flags exclude");
    else if (language.isAll())
      reporter.warn(
          "W0353",
          pattern.at(),
          "The pattern matches every text: only blank nodes violate it",
          "Anchor it with ^ and $, or remove it");
    else checkListed(shape, pattern, language, reporter);
  }

  private static void checkListed(
      Shape shape, Constraint.Pattern pattern, Language language, Reporter reporter) {
    for (Constraint constraint : shape.constraints())
      for (Term member : Members.members(constraint))
        if (!(member instanceof BlankNode) && !language.matches(text(member)))
          reporter.warn(
              "W0349",
              constraint.at(),
              Claim.name(constraint) + " names " + Names.of(member) + ", which violates sh:pattern",
              "Correct the value or the pattern",
              new Diagnostic.Note(pattern.at(), "The constraint that it violates is here"));
  }

  private static String text(Term term) {
    return switch (term) {
      case Iri iri -> iri.value();
      case Literal literal -> literal.lexical();
      case BlankNode _ -> "";
    };
  }
}
