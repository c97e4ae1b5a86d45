// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds programs on the search path as execvp would, but never in a relative folder. */
record CompilerSearch(List<Path> folders) {
  /** In order of preference. */
  static final List<String> NAMES = List.of("gcc", "clang", "cc", "tcc");

  static CompilerSearch of(String searchPath) {
    List<Path> folders = new ArrayList<>();
    for (String folder : searchPath.split(Pattern.quote(File.pathSeparator))) {
      // an empty or relative entry would let the current folder decide which compiler runs
      path(folder).filter(Path::isAbsolute).ifPresent(folders::add);
    }
    return new CompilerSearch(List.copyOf(folders));
  }

  /** The search path without relative entries, for a child's environment. */
  String searchPath() {
    return String.join(File.pathSeparator, folders.stream().map(Path::toString).toList());
  }

  /**
   * The program of a name, or at a path when there is a slash in it. The text is one program, never
   * a command line.
   */
  Optional<Path> find(String nameOrPath) {
    if (nameOrPath.contains(File.separator))
      return path(nameOrPath).map(Path::toAbsolutePath).filter(CompilerSearch::runnable);
    return folders.stream()
        .flatMap(folder -> path(nameOrPath).map(folder::resolve).stream())
        .filter(CompilerSearch::runnable)
        .findFirst();
  }

  private static boolean runnable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
