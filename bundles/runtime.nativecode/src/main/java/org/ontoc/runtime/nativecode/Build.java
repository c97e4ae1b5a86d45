// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
final class Build {
  private static final String HEADER = "[a-z_][a-z0-9_]{0,199}\\.h";

  private final CCompiler compiler;
  private final Profile profile;
  private final BuildFolder folder;
  private final RuntimeObjects runtimes;
  private final Context context;
  private final CompilerRuns runs;

  Build(
      CCompiler compiler,
      Settings settings,
      BuildFolder folder,
      RuntimeObjects runtimes,
      Context context,
      CompilerRuns runs) {
    this.compiler = compiler;
    this.profile = settings.profile();
    this.folder = folder;
    this.runtimes = runtimes;
    this.context = context;
    this.runs = runs;
  }

  /** The binaries; empty after a failure, which was reported. */
  List<Artifact> run(List<Artifact> sources, boolean sanitize) throws IOException {
    String name = name(sources);
    byte[] source = bytes(sources, name + ".c");
    Files.write(folder.file(name + ".h"), bytes(sources, name + ".h"));
    Files.write(folder.file("u.c"), source);
    Files.write(folder.file("m.c"), bytes(sources, "main.c"));
    Optional<SourceParts> parts =
        profile.compilesRuntimeApart() && compiler.gnuLike()
            ? SourceParts.of(source)
            : Optional.empty();
    List<String> flags = profile.flags(compiler, sanitize);
    Unit unit = start(parts, flags, "");
    CompilerRuns.Started main =
        compile("m.c", "m.o", flags, parts.isPresent() ? profile.programFlags() : List.of());
    // a library with the address sanitizer cannot be loaded into a process that started without it
    List<String> plain = profile.flags(compiler, false);
    Unit library = sanitize ? start(parts, plain, "plain-") : unit;
    List<String> objects = objects(unit);
    List<String> shared = library == unit ? objects : objects(library);
    if (objects.isEmpty() || shared.isEmpty() || !runs.await(List.of(main))) return List.of();
    return link(name, flags, with(objects, "m.o"), with(plain, "-shared"), shared);
  }

  private List<Artifact> link(
      String name,
      List<String> flags,
      List<String> objects,
      List<String> sharedFlags,
      List<String> sharedObjects)
      throws IOException {
    if (!runs.await(List.of(link("p", flags, objects), link("l.so", sharedFlags, sharedObjects))))
      return List.of();
    return List.of(
        new Artifact(name, Files.readAllBytes(folder.file("p")), true),
        new Artifact("lib" + name + ".so", Files.readAllBytes(folder.file("l.so")), false));
  }

  private static List<String> with(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }

  /** A program whose objects are being made, and the source of its runtime when that is apart. */
  private record Unit(
      List<CompilerRuns.Started> program,
      Optional<SourceParts> parts,
      List<String> flags,
      String prefix) {}

  /** Waits for the objects of program and runtime; empty after a failure. */
  private List<String> objects(Unit unit) throws IOException {
    List<String> objects = new ArrayList<>();
    unit.program().forEach(run -> objects.add(run.output()));
    if (unit.parts().isPresent()) {
      List<Artifact> runtime = runtime(unit.parts().get(), unit.flags(), unit.prefix());
      if (runtime.isEmpty()) return List.of();
      for (int i = 0; i < runtime.size(); i++) {
        String object = unit.prefix() + "runtime" + i + ".o";
        Files.write(folder.file(object), runtime.get(i).bytes());
        objects.add(object);
      }
    }
    return runs.await(unit.program()) ? objects : List.of();
  }

  private Unit start(Optional<SourceParts> parts, List<String> flags, String prefix) {
    List<CompilerRuns.Started> program = new ArrayList<>();
    if (parts.isEmpty()) {
      program.add(compile("u.c", prefix + "u.o", flags, List.of()));
    } else {
      List<String> own = new ArrayList<>(profile.programFlags());
      own.add("-DORT_EXTERNAL_RUNTIME");
      for (List<String> part : parts.get().programFlags()) {
        List<String> more = Stream.concat(own.stream(), part.stream()).toList();
        program.add(compile("u.c", prefix + "u" + program.size() + ".o", flags, more));
      }
    }
    return new Unit(program, parts, flags, prefix);
  }

  private List<Artifact> runtime(SourceParts parts, List<String> flags, String prefix)
      throws IOException {
    try {
      return runtimes.get(
          compiler, flags, parts.runtime(), context, () -> makeRuntime(parts, flags, prefix));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private List<Artifact> makeRuntime(SourceParts parts, List<String> flags, String prefix) {
    try {
      // the runtime's text and not the whole source, which says whose it is
      String source = prefix + "r.c";
      Files.writeString(folder.file(source), parts.runtime());
      List<CompilerRuns.Started> made = new ArrayList<>();
      for (List<String> part : parts.runtimeFlags()) {
        String object = prefix + "r" + made.size() + ".o";
        made.add(compile(source, object, flags, with(part, "-DORT_RUNTIME_ONLY")));
      }
      if (!runs.await(made)) return List.of();
      List<Artifact> objects = new ArrayList<>();
      for (CompilerRuns.Started run : made)
        objects.add(
            new Artifact(run.output(), Files.readAllBytes(folder.file(run.output())), false));
      return objects;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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

  private CompilerRuns.Started compile(
      String source, String object, List<String> flags, List<String> more) {
    List<String> reproducible =
        compiler.gnuLike()
            ? List.of("-fdebug-prefix-map=" + folder.path() + "=.", "-frandom-seed=" + object)
            : List.of();
    List<String> command =
        Stream.of(flags, more, reproducible, List.of("-c", "-o", "../" + object, "../" + source))
            .flatMap(List::stream)
            .toList();
    return runs.start(
        "compiling",
        command,
        object,
        file ->
            Files.size(file) > 0 ? Optional.empty() : Optional.of("it wrote an empty object file"));
  }

  private CompilerRuns.Started link(String output, List<String> flags, List<String> objects) {
    List<String> command =
        Stream.of(
                flags.stream(),
                Stream.of("-o", "../" + output),
                objects.stream().map(object -> "../" + object))
            .flatMap(words -> words)
            .toList();
    return runs.start(
        "linking",
        command,
        output,
        file ->
            Elf.problem(Files.readAllBytes(file))
                .map(problem -> "what it wrote is no binary: " + problem));
  }
}
