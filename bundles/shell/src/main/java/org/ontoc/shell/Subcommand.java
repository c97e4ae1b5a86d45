// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command: options in fields, work in {@link #run}. An object serves one command line. */
abstract class Subcommand implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this page")
  boolean help;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it
  CommandSpec spec;

  final Session session;

  Subcommand(Session session) {
    this.session = session;
  }

  /** Does the work and returns the exit code. */
  abstract int run() throws IOException, Refusal;

  @Override
  public final Integer call() throws IOException, Refusal {
    return run();
  }

  final CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** Standard input can be read once: as one document. */
  final void checkStandardInput(List<List<String>> names) {
    if (names.stream().flatMap(List::stream).filter("-"::equals).count() > 1)
      throw wrongUsage("standard input (-) can be only one of the documents");
  }

  /** Checks what several commands have in common. */
  final void check(CompilationOptions options) {
    if (options.noOptimize && options.passes != null)
      throw wrongUsage("--no-optimize and --pass exclude each other");
    if (options.quiet && options.verbose)
      throw wrongUsage("--quiet and --verbose exclude each other");
    for (String target : options.targets)
      if (target.isBlank()) throw wrongUsage("--target needs a word");
  }

  /** Targets are checked against what is registered, so that a slip is answered at once. */
  final List<String> targets(CompilationOptions options) throws Refusal {
    if (options.targets.isEmpty()) return List.of("c");
    List<String> known = session.platform().words(Platform.Kind.BACK_END);
    for (String target : options.targets)
      if (!known.contains(target))
        throw new Refusal(
            "E0153",
            "no back end has the target '" + target + "'",
            Suggestions.hint(target, known, "known targets: " + String.join(", ", known)));
    return options.targets.stream().distinct().toList();
  }

  /** The findings to show: errors always, warnings unless quiet, notes when asked for. */
  static List<Diagnostic> shown(List<Diagnostic> diagnostics, CompilationOptions options) {
    List<Diagnostic> shown = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      boolean wanted =
          switch (diagnostic.severity()) {
            // Who pressed Ctrl-C need not be told.
            case ERROR -> ExitCode.of(diagnostic.code()) != ExitCode.INTERRUPTED;
            case WARNING -> !options.quiet;
            case NOTE -> options.verbose;
          };
      if (wanted && !shown.contains(diagnostic)) shown.add(diagnostic);
    }
    return shown;
  }

  static boolean failed(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
