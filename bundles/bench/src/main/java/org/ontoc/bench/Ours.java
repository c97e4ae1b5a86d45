// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ontoc.pipeline.Benchmark.Setting;
import org.ontoc.pipeline.Benchmark.Unavailable;

/** What ontoc itself gives to be measured. */
final class Ours {
  private final Setting setting;

  Ours(Setting setting) {
    this.setting = setting;
  }

  String profile() {
    return setting.option("profile", "portable");
  }

  /** The command line. */
  Optional<Path> commandLine() {
    String given = setting.option("ontoc", "");
    if (!given.isEmpty()) return Optional.of(Path.of(given).toAbsolutePath());
    String home = System.getProperty("ontoc.home", "");
    return setting
        .checkout()
        .map(root -> root.resolve("ontoc"))
        .or(() -> Optional.of(Path.of(home, "ontoc")).filter(_ -> !home.isEmpty()))
        .filter(Files::isExecutable);
  }

  private String needed() throws Unavailable {
    return commandLine()
        .orElseThrow(() -> new Unavailable("the command line is not known: name it by --ontoc"))
        .toString();
  }

  String version() throws IOException, InterruptedException, Unavailable {
    return Commands.run(List.of(needed(), "version"))
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^ontoc ", "");
  }

  /** The compiled validator of some shapes, unless one was named by --program. */
  Path program(Path shapes) throws IOException, InterruptedException, Unavailable {
    return program(shapes, "compiled");
  }

  /** The same where there are several, each in a folder of its own. */
  Path program(Path shapes, String name) throws IOException, InterruptedException, Unavailable {
    String given = setting.option("program", "");
    if (!given.isEmpty()) return Path.of(given).toAbsolutePath();
    Path folder = compile(shapes, name, "--profile", profile());
    return file(
        folder, file -> Files.isExecutable(file) && !file.getFileName().toString().contains("."));
  }

  /** Compiles some shapes into a folder of the work. */
  Path compile(Path shapes, String name, String... more)
      throws IOException, InterruptedException, Unavailable {
    Path folder = setting.work().resolve(name);
    List<String> command = new ArrayList<>(List.of(needed(), "compile", "-s", shapes.toString()));
    command.addAll(List.of(more));
    command.addAll(List.of("-o", folder.toString()));
    Commands.run(command);
    return folder;
  }

  /** The only file of a folder that a condition holds for. */
  static Path file(Path folder, java.util.function.Predicate<Path> condition) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(condition)
          .findFirst()
          .orElseThrow(() -> new IOException("ontoc compile did not make what is measured"));
    }
  }

  List<String> validate(Path shapes, Path data, String... more) throws Unavailable {
    List<String> command = new ArrayList<>(List.of(needed(), "validate", "-s", shapes.toString()));
    command.addAll(List.of(more));
    command.add(data.toString());
    return command;
  }

  /** Compiles the classes for Java that were written beside a library. */
  Path classes(Path folder) throws Unavailable, IOException, InterruptedException {
    Path classes = setting.work().resolve("classes");
    List<String> command =
        new ArrayList<>(List.of(Commands.java("javac").toString(), "-d", classes.toString()));
    try (Stream<Path> files = Files.walk(folder.resolve("java"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
    }
    Commands.run(command);
    return classes;
  }

  /** The class that a jar of ours starts with. */
  static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Main-Class");
    }
  }
}
