// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ontoc explain}. */
@Command(
    name = "explain",
    description = "Says what a code means, or what the compiler decided about shapes.",
    footer = {"", "Examples:", "  ontoc explain E0301", "  ontoc explain --plan shapes.ttl"})
final class ExplainCommand extends Subcommand {
  @Mixin private CompilationOptions options = new CompilationOptions();

  @Option(
      names = "--plan",
      description = "print what will be executed: read set, tiers, costs, order, paths, automata")
  private boolean plan;

  @Parameters(paramLabel = "CODE|SHAPES", arity = "0..*", description = "a code, or shapes graphs")
  private List<String> subjects = new ArrayList<>();

  ExplainCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException, Refusal {
    check(options);
    return plan ? explainPlan() : explainCode();
  }

  private int explainCode() throws IOException, Refusal {
    if (subjects.size() != 1 || !options.shapes.isEmpty())
      throw wrongUsage("name one code, e.g. E0301, or --plan and shapes");
    ErrorGuide guide = ErrorGuide.load();
    String code = subjects.getFirst().toUpperCase(Locale.ROOT);
    String page =
        guide
            .page(code)
            .orElseThrow(
                () ->
                    new Refusal(
                        "E0154",
                        "there is no code '" + subjects.getFirst() + "'",
                        Suggestions.hint(
                            code, guide.codes(), "a code is a letter and four digits: E0301")));
    session.console().out().append(page).append('\n').flush();
    return ExitCode.DONE;
  }

  private int explainPlan() throws IOException, Refusal {
    List<String> names = new ArrayList<>(options.shapes);
    names.addAll(subjects);
    if (names.isEmpty() && options.ontologies.isEmpty()) throw wrongUsage("name the shapes");
    checkStandardInput(List.of(names, options.ontologies));
    String target = targets(options).getFirst();
    Compiler compiler = session.compiler();
    Requests requests = new Requests(options, compiler);
    List<Source> shapes = requests.find(names);
    List<Source> ontologies = requests.find(options.ontologies);
    session.write(shown(requests.findings(), options), requests.documents());
    if (requests.failed()) return ExitCode.of(requests.findings());
    Compilation compilation =
        compiler.compile(requests.request(shapes, ontologies, target, Request.Until.PLAN));
    session.write(shown(compilation.diagnostics(), options), requests.documents());
    if (options.trace) Trace.write(compilation.trace(), session.console().err());
    if (compilation.plan().isPresent() && !compilation.failed()) {
      new PlanPage(compilation.plan().get(), session.console().out()).write();
      session.console().out().flush();
    }
    return ExitCode.of(compilation.diagnostics());
  }
}
