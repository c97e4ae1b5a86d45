// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ontoc compile}. */
@Command(
    name = "compile",
    description = "Compiles shapes and ontologies and writes sources, libraries and executables.",
    footer = {
      "",
      "Examples:",
      "  ontoc compile -s shapes.ttl -o people/",
      "  ontoc compile -s shapes.ttl --sources-only -o vendor/people",
      "  ontoc compile -s shapes.ttl --target c,markdown -o out    (writes out/c and out/markdown)",
      "  ontoc compile -s shapes.ttl --target bitactor --signal all -o out"
    })
final class CompileCommand extends Subcommand {
  @Mixin private CompilationOptions options = new CompilationOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "the folder to write to; made when it is not there")
  private @Nullable Path output;

  @Option(names = "--sources-only", description = "do not call the target's toolchain")
  private boolean sourcesOnly;

  @Option(
      names = "--signal",
      paramLabel = "SHAPE",
      split = ",",
      description =
          "target bitactor: the node shapes that are records, all, none, or annotated (default)")
  private List<String> signals = new ArrayList<>();

  @Option(
      names = "--budget",
      paramLabel = "TICKS",
      description = "target bitactor: the most ticks of a handler (default: 8)")
  private @Nullable String budget;

  @Option(
      names = "--over-budget",
      paramLabel = "refuse|split",
      description = "target bitactor: what becomes of checks above the budget")
  private @Nullable String overBudget;

  @Parameters(paramLabel = "SHAPES", arity = "0..*", description = "the same as -s FILE")
  private List<String> files = new ArrayList<>();

  CompileCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException, Refusal {
    Path folder = checkUsage();
    if (!signals.isEmpty()) options.others.put("signal", String.join(",", signals));
    if (budget != null) options.others.put("budget", budget);
    if (overBudget != null) options.others.put("over-budget", overBudget);
    List<String> targets = targets(options);
    // what says of itself that it is a record becomes one; validation looks at graphs
    if (targets.contains("bitactor")) options.others.putIfAbsent("signal", "annotated");
    Compiler compiler = session.compiler();
    Requests requests = new Requests(options, compiler);
    List<Source> shapes = requests.find(shapeNames());
    List<Source> ontologies = requests.find(options.ontologies);
    session.write(shown(requests.findings(), options), requests.documents());
    if (requests.failed()) return ExitCode.of(requests.findings());
    List<Integer> codes = new ArrayList<>();
    for (String target : targets) {
      Request request = requests.request(shapes, ontologies, target, until(target));
      codes.add(compile(compiler, request, targets.size() == 1 ? folder : folder.resolve(target)));
    }
    boolean some = codes.contains(ExitCode.DONE);
    int worst = codes.stream().filter(code -> code != ExitCode.DONE).findFirst().orElse(0);
    return some && worst != ExitCode.DONE && worst != ExitCode.INTERRUPTED
        ? ExitCode.PARTIAL
        : worst;
  }

  private List<String> shapeNames() {
    List<String> names = new ArrayList<>(options.shapes);
    names.addAll(files);
    return names;
  }

  private Path checkUsage() {
    check(options);
    if (shapeNames().isEmpty() && options.ontologies.isEmpty())
      throw wrongUsage("name the shapes with -s FILE");
    if (output == null) throw wrongUsage("name the folder to write to with -o DIR");
    checkStandardInput(List.of(shapeNames(), options.ontologies));
    return output;
  }

  /** A target without a toolchain is done with its sources. */
  private Request.Until until(String target) {
    boolean builds = session.platform().words(Platform.Kind.TOOLCHAIN).contains(target);
    return builds && !sourcesOnly ? Request.Until.BINARIES : Request.Until.ARTIFACTS;
  }

  private int compile(Compiler compiler, Request request, Path folder) throws IOException {
    Compilation compilation;
    try (var _ = session.progress().show(session.console())) {
      compilation = compiler.compile(request);
    }
    List<Source> documents = new ArrayList<>(request.shapes());
    documents.addAll(request.ontologies());
    session.write(shown(compilation.diagnostics(), options), documents);
    if (options.trace) Trace.write(compilation.trace(), session.console().err());
    if (compilation.failed()) return ExitCode.of(compilation.diagnostics());
    try {
      new OutputFolder(folder).write(compilation.artifacts());
    } catch (Refusal refusal) {
      session.write(refusal.diagnostics(), documents);
      return ExitCode.of(refusal.diagnostics());
    }
    if (!options.quiet) report(compilation, folder);
    return ExitCode.DONE;
  }

  private void report(Compilation compilation, Path folder) throws IOException {
    TextOutput out = session.console().out();
    List<Artifact> artifacts = compilation.artifacts();
    out.append("wrote ")
        .append(Amounts.of(artifacts.size(), "file"))
        .append(" to ")
        .append(TerminalText.sanitize(folder.toString()))
        .append('\n');
    Table table = new Table("rl");
    for (Artifact artifact : artifacts)
      table.row(Amounts.bytes(artifact.bytes().length), artifact.path());
    table.write("  ", out);
    if (compilation.plan().isPresent()) out.line(sentence(compilation.plan().get()));
    out.flush();
  }

  private static String sentence(Plan plan) {
    String reads =
        plan.reads().everything()
            ? "reads every predicate"
            : "reads " + Amounts.of(plan.reads().predicates().size(), "predicate");
    return String.format(
        Locale.ROOT,
        "%s: %s, %s, %s, %s",
        TerminalText.sanitize(plan.name()),
        Amounts.of(plan.shapes().size(), "shape"),
        Amounts.of(plan.checks().size(), "check"),
        plan.automata().size() == 1 ? "1 automaton" : plan.automata().size() + " automata",
        reads);
  }
}
