// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;

/**
 * Programs compiled together: the runtime once, one call of the compiler for all programs, and one
 * binary of all of them, which stands in the folder under the name of each. An executable runs the
 * program that it is called by.
 */
final class Linked {
  private static final String MAIN = "main.c";

  private final List<String> compiler;
  private final Path folder;
  private final boolean library;

  /**
   * Where programs are built.
   *
   * @param compiler its path and its flags
   * @param library whether they will be loaded instead of run
   */
  Linked(List<String> compiler, Path folder, boolean library) {
    this.compiler = compiler;
    this.folder = folder;
    this.library = library;
  }

  /** Builds programs, of which each has a name of its own; the names are the plans'. */
  void build(List<String> names, List<List<Artifact>> sources) {
    try {
      List<String> units = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) units.addAll(write(names.get(i), sources.get(i)));
      Path runtime = runtime(names.getFirst());
      if (!library) units.add(write("dispatch.c", dispatcher(names)));
      run(Stream.concat(Stream.of("-DORT_EXTERNAL_RUNTIME", "-c"), units.stream()).toList());
      List<String> objects = units.stream().map(unit -> unit.replaceAll("c$", "o")).toList();
      List<String> link = new ArrayList<>(library ? List.of("-shared") : List.of());
      link.addAll(List.of("-o", "all"));
      link.addAll(objects);
      link.add(runtime.toString());
      run(link);
      for (String name : names)
        Files.createLink(
            folder.resolve(library ? "lib" + name + ".so" : name), folder.resolve("all"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the program's units. */
  private List<String> write(String name, List<Artifact> sources) throws IOException {
    for (Artifact artifact : sources) {
      String path = artifact.path();
      if (path.equals(name + ".h") || path.equals(name + ".c"))
        Files.write(folder.resolve(path), artifact.bytes());
      if (path.equals(MAIN) && !library) {
        Files.write(folder.resolve(name + "_text.c"), artifact.bytes());
        write(
            name + "_main.c", "#define main main_" + name + "\n#include \"" + name + "_text.c\"\n");
      }
    }
    return library ? List.of(name + ".c") : List.of(name + ".c", name + "_main.c");
  }

  private String write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return name;
  }

  private static String dispatcher(List<String> names) {
    return "#include <string.h>\n"
        + names.stream().map(n -> "int main_" + n + "(int, char **);\n").collect(joining())
        + "int main(int count, char **words) {\n"
        + "  const char *slash = strrchr(words[0], '/');\n"
        + "  const char *name = slash ? slash + 1 : words[0];\n"
        + names.stream()
            .map(n -> "  if (!strcmp(name, \"" + n + "\")) return main_" + n + "(count, words);\n")
            .collect(joining())
        + "  return 99;\n}\n";
  }

  /** All programs have the same runtime, so that one stays beside the folders of its users. */
  private Path runtime(String name) throws IOException {
    Path runtime = folder.resolveSibling("runtime.o");
    if (!Files.exists(runtime))
      run(List.of("-DORT_RUNTIME_ONLY", "-c", "-o", runtime.toString(), name + ".c"));
    return runtime;
  }

  private void run(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(compiler);
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) throw new IllegalStateException(command + "\n" + said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
