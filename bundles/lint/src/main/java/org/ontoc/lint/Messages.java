// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.osgi.service.component.annotations.Component;

/**
 * Reports shapes whose messages do not come in the same languages as those of the other shapes, and
 * two messages of one language: a report shows one message, and readers of a language that is
 * missing get another.
 */
@Component
@Pass.Id("lint-messages")
public final class Messages implements Pass {
  private static final Iri MESSAGE = Names.sh("message");

  @Override
  public Program apply(Program program, Context context) {
    Reporter reporter = new Reporter(context);
    Set<String> languages = new TreeSet<>();
    for (Shape shape : program.shapes())
      for (Literal message : shape.messages())
        if (!message.language().isEmpty()) languages.add(language(message));
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      if (!shape.messages().isEmpty()) check(program, shape, languages, reporter);
    }
    return program;
  }

  private static String language(Literal message) {
    return message.language().toLowerCase(Locale.ROOT);
  }

  private static void check(
      Program program, Shape shape, Set<String> languages, Reporter reporter) {
    Map<String, Literal> own = new HashMap<>();
    for (Literal message : shape.messages()) {
      Literal first = own.putIfAbsent(language(message), message);
      if (first != null)
        reporter.warn(
            "W0357",
            at(program, shape, message),
            "The shape has two messages " + describe(message),
            "Join them, or give each a language of its own",
            new Diagnostic.Note(at(program, shape, first), "The first message is here"));
    }
    Set<String> missing = new TreeSet<>(languages);
    missing.removeAll(own.keySet());
    if (!missing.isEmpty())
      reporter.warn(
          "W0357",
          at(program, shape, shape.messages().getFirst()),
          "The shape has no message in "
              + String.join(", ", missing)
              + ", in which other shapes have one",
          "Add a message for each language");
  }

  private static String describe(Literal message) {
    return message.language().isEmpty()
        ? "without a language"
        : "in the language " + message.language();
  }

  private static Origin at(Program program, Shape shape, Literal message) {
    return program.positions().first(shape.id(), MESSAGE, message, shape.at());
  }
}
