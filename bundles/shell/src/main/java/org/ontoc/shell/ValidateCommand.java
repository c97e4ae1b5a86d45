// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ontoc validate}. */
@Command(
    name = "validate",
    description = "Checks data against shapes and reports what does not conform.",
    footer = {
      "",
      "Examples:",
      "  ontoc validate -s shapes.ttl data.ttl",
      "  ontoc validate data.ttl    (the shapes are in the data, or where its sh:shapesGraph says)",
      "  ontoc validate -s shapes.ttl --ontology o.owl 'data/*.nt.gz' --format turtle -o report.ttl",
      "  curl https://example.org/data.ttl | ontoc validate -s shapes.ttl - --fail-on warning",
      "",
      "Exit codes: 0 conforms, 1 results at or above --fail-on, 2 usage, 3 a source or the data is",
      "wrong, 4 no C compiler, 5 a bug of ours, 124 a limit was reached, 130 interrupted."
    })
final class ValidateCommand extends Subcommand {
  /** The target that needs no compiler of the machine. */
  private static final String PORTABLE = "jvm";

  private static final Diagnostic REPLACED =
      new Diagnostic(
          Severity.WARNING,
          "shell",
          "W0602",
          Origin.NOWHERE,
          "there is no C compiler on this machine, so the target jvm validates");

  @Mixin private CompilationOptions options = new CompilationOptions();

  @Option(
      names = "--format",
      paramLabel = "WORD",
      defaultValue = "human",
      description = "the report's format (default: human); 'ontoc targets' lists the renderers")
  private String format = "human";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the report to a file")
  private @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "violation",
      converter = FailOn.Converter.class,
      description =
          "violation (default), warning, info or never: results that make the exit code 1")
  private FailOn failOn = FailOn.VIOLATION;

  @Option(
      names = "--max-results",
      paramLabel = "N",
      description = "report the first N results; all of them are counted")
  private @Nullable Long maxResults;

  @Option(
      names = "--run",
      paramLabel = "MODE",
      description = "run the validator as a process of its own (default) or as a library")
  private @Nullable String run;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Amounts.Size.class,
      description =
          "most memory for the data, e.g. 256M, 4G; the rest goes to a temporary file (TMPDIR)")
  private @Nullable Long memory;

  @Parameters(
      paramLabel = "DATA",
      arity = "0..*",
      description = "data graphs; globs, .gz and .zst are read, - is standard input")
  private List<String> data = new ArrayList<>();

  ValidateCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException, Refusal {
    checkUsage();
    Renderer renderer = session.renderer(format);
    String target = targets(options).getFirst();
    Compiler compiler = session.compiler();
    Requests requests = new Requests(options, compiler);
    Outcome outcome;
    try (var _ = session.progress().show(session.console())) {
      outcome = validate(compiler, requests, target);
    }
    session.write(shown(outcome.report.diagnostics(), options), requests.documents());
    try {
      writeReport(renderer, outcome.report, requests.documents());
    } catch (TextOutput.BrokenPipe _) {
      // Whoever read the report has seen enough; the exit code still tells what was found.
    }
    if (options.trace) Trace.write(outcome.compilation.trace(), session.console().err());
    if (options.trace || options.verbose)
      Trace.write(outcome.report.statistics(), session.console().err());
    if (outcome.report.failed()) return ExitCode.of(outcome.report.diagnostics());
    return failOn.isReached(outcome.report) ? ExitCode.RESULTS : ExitCode.DONE;
  }

  private void checkUsage() {
    check(options);
    if (data.isEmpty() && options.shapes.isEmpty())
      throw wrongUsage("name the shapes with -s FILE, and the data");
    if (options.shapes.isEmpty() && data.contains("-"))
      throw wrongUsage("name the shapes with -s FILE: standard input is read once, as data");
    if (data.isEmpty()) throw wrongUsage("name the data, or - for standard input");
    if (options.targets.size() > 1) throw wrongUsage("--target takes one word here");
    if (run != null && !List.of("process", "library").contains(run))
      throw wrongUsage("--run is process or library, not '" + run + "'");
    if (maxResults != null && maxResults < 0) throw wrongUsage("--max-results is at least 0");
    if (memory != null && memory < 1 << 20) throw wrongUsage("--memory is at least 1M");
    checkStandardInput(List.of(options.shapes, options.ontologies, data));
  }

  private record Outcome(Compilation compilation, Report report) {}

  private Outcome validate(Compiler compiler, Requests requests, String target) {
    List<Source> named = requests.find(options.shapes);
    List<Source> ontologies = requests.find(options.ontologies);
    List<Source> documents = requests.find(data);
    List<Source> shapes = options.shapes.isEmpty() ? documents : named;
    Compilation nothing =
        new Compilation(
            target,
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            List.of(),
            java.util.Optional.empty(),
            requests.findings(),
            List.of());
    if (requests.failed()) return new Outcome(nothing, failure(requests.findings()));
    if (options.shapes.isEmpty()) options.others.put("shapes-in-data", "true");
    Request request = requests.request(shapes, ontologies, target, Request.Until.VALIDATOR);
    Compilation compilation = compiler.compile(request);
    List<Diagnostic> findings = new ArrayList<>(requests.findings());
    if (isToBeReplaced(compilation)) {
      request = requests.request(shapes, ontologies, PORTABLE, Request.Until.VALIDATOR);
      compilation = compiler.compile(request);
      findings.add(REPLACED);
    }
    findings.addAll(compilation.diagnostics());
    if (compilation.failed()) return new Outcome(compilation, failure(findings));
    Report report =
        compiler.validate(compilation, documents, validatorOptions(request), requests.budget());
    report.diagnostics().stream().filter(one -> !findings.contains(one)).forEach(findings::add);
    return new Outcome(
        compilation,
        new Report(
            report.conforms(), report.results(), findings, report.statistics(), switches(report)));
  }

  /** What changes the shapes' meaning, and what changes how the report is to be read. */
  private Map<String, String> switches(Report report) {
    Map<String, String> map = new HashMap<>(report.switches());
    if (failOn != FailOn.VIOLATION) map.put("fail-on", failOn.name().toLowerCase(Locale.ROOT));
    if (maxResults != null) map.put("max-results", maxResults.toString());
    return map;
  }

  /** Whether nobody chose the target, its compiler is missing, and another target needs none. */
  private boolean isToBeReplaced(Compilation compilation) {
    return options.targets.isEmpty()
        && compilation.diagnostics().stream().anyMatch(one -> one.code().equals("E0601"))
        && session.platform().words(Platform.Kind.BACK_END).contains(PORTABLE);
  }

  private Map<String, String> validatorOptions(Request request) {
    Map<String, String> map = new HashMap<>(request.options());
    if (run != null) map.put("run", run);
    if (memory != null) map.put("memory", memory.toString());
    return map;
  }

  private static Report failure(List<Diagnostic> findings) {
    return new Report(false, List.of(), findings, Statistics.NONE, Map.of());
  }

  /** People get the report on standard output and the findings on standard error. */
  private void writeReport(Renderer renderer, Report report, List<Source> documents)
      throws IOException, Refusal {
    boolean human = format.equals("human");
    if (human && (report.failed() || (options.quiet && output == null))) return;
    Report written =
        new Report(
            report.conforms(),
            limited(report.results()),
            human ? List.of() : report.diagnostics(),
            report.statistics(),
            report.switches());
    Path file = output;
    boolean colour = file == null && session.console().colour();
    Renderer.Surface surface = SourceLines.ofResults(written.results(), documents, colour);
    if (file != null) OutputFile.write(file, out -> renderer.render(written, surface, out));
    else {
      renderer.render(written, surface, session.console().out());
      session.console().out().flush();
    }
  }

  private Iterable<ValidationResult> limited(Iterable<ValidationResult> results) {
    if (maxResults == null) return results;
    long limit = maxResults;
    return () -> {
      Stream<ValidationResult> stream = StreamSupport.stream(results.spliterator(), false);
      Iterator<ValidationResult> some = stream.limit(limit).iterator();
      return some;
    };
  }
}
