// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.planner.regex.Budget;
import org.ontoc.planner.regex.PatternCompiler;
import org.ontoc.planner.regex.PatternException;

/** Compiles each distinct sh:pattern of a program once and reports the faulty ones. */
final class Patterns {
  private record Key(String regex, String flags) {}

  private static final String MANUAL = "see section 5.6.1 of XPath and XQuery Functions 3.1";

  private final Map<Key, Optional<Automaton>> compiled = new LinkedHashMap<>();
  private final Map<Key, PatternException> faults = new HashMap<>();

  private Patterns() {}

  static Patterns of(Program program, Context context) {
    Patterns patterns = new Patterns();
    Budget budget = new Budget(states(context), context::checkCancelled);
    for (Shape shape : program.shapes()) {
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints()) {
        if (constraint instanceof Constraint.Pattern p) patterns.add(p, budget, context);
      }
    }
    return patterns;
  }

  private static int states(Context context) {
    String text = context.option("dfa-states", "2000");
    if (text.matches("[0-9]{1,4}")) return Integer.parseInt(text);
    String message = "the option dfa-states cannot be \"" + text + "\"";
    context.error("E0505", Origin.NOWHERE, message, "use a number from 0 to 9999");
    return 0;
  }

  List<Automaton> automata() {
    return compiled.values().stream().flatMap(Optional::stream).toList();
  }

  /** Empty when the pattern is faulty, which has been reported. */
  Optional<Automaton> of(Constraint.Pattern pattern) {
    return compiled.getOrDefault(key(pattern), Optional.empty());
  }

  private static Key key(Constraint.Pattern pattern) {
    return new Key(pattern.regex(), pattern.flags());
  }

  /** A fault is reported wherever the pattern stands, so that every position is seen. */
  private void add(Constraint.Pattern pattern, Budget budget, Context context) {
    Key key = key(pattern);
    if (!compiled.containsKey(key)) compiled.put(key, compile(key, pattern.at(), budget, context));
    PatternException fault = faults.get(key);
    if (fault != null) report(fault, pattern, context);
  }

  private Optional<Automaton> compile(Key key, Origin at, Budget budget, Context context) {
    context.checkCancelled();
    try {
      PatternCompiler.Result result = PatternCompiler.compile(key.regex, key.flags, budget);
      for (String warning : result.warnings()) {
        context.report(Severity.WARNING, "W0501", at, warning, MANUAL);
      }
      return Optional.of(result.automaton());
    } catch (PatternException fault) {
      faults.put(key, fault);
      return Optional.empty();
    }
  }

  private static void report(PatternException fault, Constraint.Pattern at, Context context) {
    switch (fault.kind()) {
      case SYNTAX -> context.error("E0501", at.at(), fault.sentence(), MANUAL);
      case UNSUPPORTED ->
          context.error(
              "E0502", at.at(), fault.sentence(), "rewrite the pattern without the back-reference");
      case TOO_LARGE ->
          context.error(
              "E0503",
              at.at(),
              fault.sentence(),
              "use sh:minLength, sh:maxLength or smaller counts");
      case FLAGS ->
          context.error("E0504", at.at(), fault.sentence(), "the flags are s, m, i, x and q");
    }
  }
}
