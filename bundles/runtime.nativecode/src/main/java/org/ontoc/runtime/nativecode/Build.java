// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;

/**
 * One build. The compiler runs inside a private folder and is given names of our own choice that do
 * not begin with a dash; only the header keeps its name, since the sources include it.
 */
record Build(
    CCompiler compiler,
    Settings settings,
    boolean sanitize,
    BuildFolder folder,
    RuntimeObjects runtimes,
    Context context) {
  private static final String HEADER = "[a-z_][a-z0-9_]{0,199}\\.h";

  List<Artifact> run(List<Artifact> sources) throws IOException {
    String name = name(sources);
    Files.write(folder.file(name + ".h"), bytes(sources, name + ".h"));
    Files.write(folder.file("u.c"), bytes(sources, name + ".c"));
    Files.write(folder.file("m.c"), bytes(sources, "main.c"));
    List<String> plain = settings.profile().flags(compiler, false);
    List<String> program = settings.profile().flags(compiler, sanitize);
    List<String> objects = compileUnit(program);
    if (objects.isEmpty() || !compile("m.c", "m.o", program)) return List.of();
    List<String> all = new ArrayList<>(objects);
    all.add("m.o");
    if (!link("p", program, all)) return List.of();
    // a library with the address sanitizer cannot be loaded into a process that started without it
    if (sanitize && !compile("u.c", "u.o", plain)) return List.of();
    List<String> shared = new ArrayList<>(plain);
    shared.add("-shared");
    if (!link("l.so", shared, objects)) return List.of();
    return List.of(
        new Artifact(name, Files.readAllBytes(folder.file("p")), true),
        new Artifact("lib" + name + ".so", Files.readAllBytes(folder.file("l.so")), false));
  }

  /**
   * The objects of runtime and program, which some profiles compile apart; empty after a failure.
   */
  private List<String> compileUnit(List<String> flags) throws IOException {
    Optional<RuntimeObjects.Key> key = Optional.empty();
    if (settings.profile().compilesRuntimeApart() && compiler.gnuLike())
      key = RuntimeObjects.key(compiler, flags, Files.readAllBytes(folder.file("u.c")));
    if (key.isEmpty()) return compile("u.c", "u.o", flags) ? List.of("u.o") : List.of();
    if (!runtimeObject(key.get(), flags)) return List.of();
    List<String> program = new ArrayList<>(flags);
    program.add("-DORT_EXTERNAL_RUNTIME");
    program.addAll(settings.profile().programFlags());
    return compile("u.c", "u.o", program) ? List.of("u.o", "r.o") : List.of();
  }

  private boolean runtimeObject(RuntimeObjects.Key key, List<String> flags) throws IOException {
    Optional<byte[]> known = runtimes.find(key);
    if (known.isPresent()) {
      Files.write(folder.file("r.o"), known.get());
      return true;
    }
    // the text of the key and not the whole source, which says whose it is
    Files.writeString(folder.file("r.c"), key.text());
    List<String> runtime = new ArrayList<>(flags);
    runtime.add("-DORT_RUNTIME_ONLY");
    if (!compile("r.c", "r.o", runtime)) return false;
    runtimes.keep(key, Files.readAllBytes(folder.file("r.o")));
    return true;
  }

  /** The name that all files are made from: the header's. */
  private static String name(List<Artifact> sources) {
    List<String> headers =
        sources.stream().map(Artifact::path).filter(path -> path.endsWith(".h")).toList();
    if (headers.size() != 1 || !headers.getFirst().matches(HEADER))
      throw new IllegalArgumentException("one header NAME.h is expected, not " + headers);
    String header = headers.getFirst();
    return header.substring(0, header.length() - 2);
  }

  private static byte[] bytes(List<Artifact> sources, String path) {
    return sources.stream()
        .filter(source -> source.path().equals(path))
        .map(Artifact::bytes)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no " + path));
  }

  private boolean compile(String source, String object, List<String> flags) throws IOException {
    List<String> reproducible =
        compiler.gnuLike()
            ? List.of("-fdebug-prefix-map=" + folder.path() + "=.", "-frandom-seed=" + source)
            : List.of();
    List<String> command =
        Stream.of(flags, reproducible, List.of("-c", "-o", object, source))
            .flatMap(List::stream)
            .toList();
    return execute("compiling", command, object)
        && delivered(object, Files.size(folder.file(object)) > 0, "it wrote an empty object file");
  }

  private boolean link(String output, List<String> flags, List<String> objects) throws IOException {
    List<String> command =
        Stream.of(flags, List.of("-o", output), objects).flatMap(List::stream).toList();
    if (!execute("linking", command, output)) return false;
    Optional<String> problem = Elf.problem(Files.readAllBytes(folder.file(output)));
    return delivered(
        output, problem.isEmpty(), "what it wrote is no binary: " + problem.orElse(""));
  }

  private boolean execute(String doing, List<String> arguments, String output) throws IOException {
    List<String> command = new ArrayList<>(List.of(compiler.path().toString()));
    command.addAll(arguments);
    Tool tool = new Tool(folder.path(), settings.search().searchPath(), settings.limit(), context);
    Path file = folder.file(output);
    Files.deleteIfExists(file); // an earlier object must not be taken for this one
    Tool.Outcome outcome = tool.run(command);
    if (outcome instanceof Tool.Outcome.Exited(int status, String text) && status == 0) {
      if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) return true;
      Faults.noOutput(compiler.path(), "there is no output file", text, context);
      return false;
    }
    Faults.report(compiler.path(), doing, outcome, context);
    return false;
  }

  private boolean delivered(String output, boolean good, String problem) {
    if (!good) Faults.noOutput(compiler.path(), problem, "", context);
    return good;
  }
}
