// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Expands file name patterns: {@code *} and {@code ?} within a folder, {@code **} across folders,
 * {@code {a,b}} and {@code [a-z]}. Names that begin with a dot are matched only by patterns that
 * say so.
 */
final class Glob {
  private Glob() {}

  static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /** The files that match, sorted by name; folders are never among them. */
  static List<Path> expand(String pattern) throws IOException {
    int wild = 0;
    while (!isPattern(pattern.substring(wild, wild + 1))) wild++;
    int slash = pattern.lastIndexOf('/', wild);
    Path start = Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
    String rest = pattern.substring(slash + 1);
    if (!Files.isDirectory(start)) return List.of();
    boolean deep = rest.contains("**");
    int depth = deep ? Integer.MAX_VALUE : (int) rest.chars().filter(c -> c == '/').count() + 1;
    Matches matches = new Matches(start, rest);
    Files.walkFileTree(start, Set.of(), depth, matches);
    matches.found.sort(null);
    return matches.found;
  }

  /** Collects the files below a folder that match a pattern. */
  private static final class Matches extends SimpleFileVisitor<Path> {
    final List<Path> found = new ArrayList<>();
    private final Path start;
    private final PathMatcher matcher;
    private final PathMatcher shallow;
    private final boolean hidden;

    Matches(Path start, String pattern) {
      this.start = start;
      matcher = start.getFileSystem().getPathMatcher("glob:" + pattern);
      // like in shells, "**/" also means no folder at all
      shallow = start.getFileSystem().getPathMatcher("glob:" + pattern.replace("**/", ""));
      hidden = pattern.startsWith(".") || pattern.contains("/.");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skip = !hidden && !folder.equals(start) && isHidden(folder);
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path relative = start.relativize(file);
      boolean named = matcher.matches(relative) || shallow.matches(relative);
      boolean wanted = named && (hidden || !isHidden(file)) && !Files.isDirectory(file);
      if (wanted) found.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      // a folder that may not be entered holds nothing that this user could read
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
