// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ontoc lint}: the passes whose ids begin with {@code lint-}, and what they report. */
@Command(
    name = "lint",
    description = "Finds mistakes in shapes and ontologies that are no errors.",
    footer = {
      "",
      "Examples:",
      "  ontoc lint shapes.ttl",
      "  ontoc lint shapes.ttl --ontology o.owl --ignore W0354,W0355",
      "  ontoc lint 'shapes/*.ttl' --format sarif -o lint.sarif",
      "",
      "Exit codes: 0 no finding, 1 findings (unless --fail-on never), 2 usage, 3 a source is wrong."
    })
final class LintCommand extends Subcommand {
  /** Formats that tell of data only. */
  private static final Set<String> WITHOUT_FINDINGS = Set.of("turtle", "jsonld", "junit", "html");

  private static final Comparator<Diagnostic> BY_POSITION =
      Comparator.<Diagnostic, String>comparing(one -> one.at().document())
          .thenComparingInt(one -> one.at().line())
          .thenComparingInt(one -> one.at().column());

  @Mixin private CompilationOptions options = new CompilationOptions();

  @Option(
      names = "--format",
      paramLabel = "WORD",
      defaultValue = "human",
      description = "human (default), json, jsonl, sarif, github, or the word of another renderer")
  private String format = "human";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the findings to a file")
  private @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "warning|never",
      defaultValue = "warning",
      description = "warning (default): findings make the exit code 1; never: they do not")
  private String failOn = "warning";

  @Option(
      names = "--ignore",
      paramLabel = "CODE",
      split = ",",
      description = "findings not to report; may be repeated")
  private List<String> ignored = new ArrayList<>();

  @Parameters(paramLabel = "SHAPES", arity = "0..*", description = "the same as -s FILE")
  private List<String> files = new ArrayList<>();

  LintCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException, Refusal {
    List<String> names = Stream.concat(options.shapes.stream(), files.stream()).toList();
    checkUsage(names);
    Renderer renderer = session.renderer(format);
    String target = targets(options).getFirst();
    Compiler compiler = session.compiler();
    Requests requests = new Requests(options, compiler);
    List<Source> shapes = requests.find(names);
    List<Source> ontologies = requests.find(options.ontologies);
    List<Diagnostic> found = new ArrayList<>(requests.findings());
    if (!requests.failed()) {
      Request request =
          requests.request(shapes, ontologies, target, Request.Until.PLAN).withPasses(lints());
      Compilation compilation = compiler.compile(request);
      if (options.trace) Trace.write(compilation.trace(), session.console().err());
      found.addAll(compilation.diagnostics());
    }
    return report(shown(found, options), renderer, requests.documents());
  }

  private void checkUsage(List<String> names) {
    check(options);
    if (options.noOptimize || options.passes != null)
      throw wrongUsage("ontoc lint chooses the passes itself");
    if (names.isEmpty() && options.ontologies.isEmpty()) throw wrongUsage("name the shapes");
    if (!List.of("warning", "never").contains(failOn))
      throw wrongUsage("--fail-on is warning or never, not '" + failOn + "'");
    if (WITHOUT_FINDINGS.contains(format))
      throw wrongUsage("the format " + format + " is for results of data and shows no findings");
    checkStandardInput(List.of(names, options.ontologies));
  }

  /** Every lint that is registered now. */
  private List<String> lints() {
    Set<String> lints = new TreeSet<>();
    for (Platform.Kind kind : List.of(Platform.Kind.PASS, Platform.Kind.PLAN_PASS))
      for (String word : session.platform().words(kind))
        if (word.startsWith("lint-")) lints.add(word);
    return List.copyOf(lints);
  }

  private int report(List<Diagnostic> all, Renderer renderer, List<Source> documents)
      throws IOException, Refusal {
    Set<String> codes = new HashSet<>();
    ignored.forEach(code -> codes.add(code.strip().toUpperCase(Locale.ROOT)));
    List<Diagnostic> found =
        all.stream()
            .filter(one -> one.severity() == Severity.ERROR || !codes.contains(one.code()))
            .sorted(BY_POSITION)
            .toList();
    boolean human = format.equals("human");
    // errors are told where every command tells them
    if (failed(found)) session.write(found, documents);
    if (!failed(found) || !human) write(found, renderer, documents, human);
    if (failed(found)) return ExitCode.of(found);
    boolean some = found.stream().anyMatch(one -> one.severity() == Severity.WARNING);
    return some && failOn.equals("warning") ? ExitCode.RESULTS : ExitCode.DONE;
  }

  private void write(
      List<Diagnostic> found, Renderer renderer, List<Source> documents, boolean human)
      throws IOException, Refusal {
    Path file = output;
    boolean colour = file == null && session.console().colour();
    Renderer.Surface surface = SourceLines.ofDiagnostics(found, documents, colour);
    if (file != null) OutputFile.write(file, out -> write(found, renderer, surface, human, out));
    else {
      write(found, renderer, surface, human, session.console().out());
      session.console().out().flush();
    }
  }

  private static void write(
      List<Diagnostic> found,
      Renderer renderer,
      Renderer.Surface surface,
      boolean human,
      Appendable out)
      throws IOException {
    renderer.render(Report.ofFindings(found), surface, out);
    if (!human) return;
    if (found.isEmpty()) out.append("no findings\n");
    else
      out.append(Amounts.of(found.size(), "finding"))
          .append("; 'ontoc explain ")
          .append(found.getFirst().code())
          .append("' says more\n");
  }
}
