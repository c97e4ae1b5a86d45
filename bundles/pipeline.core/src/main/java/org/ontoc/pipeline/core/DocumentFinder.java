// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/** Finds the documents that a user named. */
final class DocumentFinder {
  private final List<Source> sources = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();
  private boolean standardInput;

  Compiler.Documents find(List<String> names) {
    names.forEach(this::find);
    return new Compiler.Documents(List.copyOf(sources), List.copyOf(diagnostics));
  }

  private void find(String name) {
    if (name.equals("-") || name.startsWith("-.")) {
      standardInput(name);
      return;
    }
    try {
      Path path = Path.of(name);
      if (Files.exists(path)) file(name, path);
      else if (Glob.isPattern(name)) glob(name);
      else if (name.matches("(?i)(https?|ftp|file|jar):.*")) {
        error("E0108", name, "is an address, not a file", "download it first: nothing is fetched");
      } else missing(name, path);
    } catch (InvalidPathException invalid) {
      if (Glob.isPattern(name)) glob(name);
      else error("E0101", name, "is not a file name: " + invalid.getReason(), "");
    }
  }

  private void missing(String name, Path path) {
    String hint = "check the spelling";
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) hint = "there is no folder " + parent;
    boolean dangling = Files.isSymbolicLink(path);
    String message = dangling ? "is a link to a file that is not there" : "is not there";
    error("E0101", name, message, hint);
  }

  private void glob(String pattern) {
    List<Path> found;
    try {
      found = Glob.expand(pattern);
    } catch (IOException | UncheckedIOException failed) {
      error("E0104", pattern, "cannot be searched: " + failed.getMessage(), "");
      return;
    } catch (IllegalArgumentException malformed) {
      error("E0103", pattern, "is not a pattern: " + malformed.getMessage(), "quote the name");
      return;
    }
    if (found.isEmpty()) {
      error("E0103", pattern, "matches no file", "* stays in a folder, ** enters folders");
    }
    for (Path path : found) {
      if (MediaTypes.of(path.toString()).isPresent()) file(path.toString(), path);
      else {
        report(
            Severity.WARNING,
            "W0101",
            path.toString(),
            "was matched by " + pattern + " and is left out: its suffix is not known",
            "known suffixes: " + MediaTypes.suffixes());
      }
    }
  }

  private void file(String name, Path path) {
    if (Files.isDirectory(path)) {
      String hint = "name its files, e.g. '" + path.resolve("**.ttl") + "'";
      error("E0102", name, "is a folder", hint);
      return;
    }
    if (!Files.isReadable(path)) {
      error("E0104", name, "may not be read by this user", "change its permissions");
      return;
    }
    boolean regular = Files.isRegularFile(path);
    Optional<MediaTypes.Kind> kind = MediaTypes.of(name);
    if (kind.isEmpty() && regular) {
      String hint = "known suffixes: " + MediaTypes.suffixes();
      error("E0105", name, "has a suffix that is not known", hint);
      return;
    }
    if (regular && !seen.add(real(path))) return;
    // a pipe, such as a process substitution, has no suffix of its own
    String mediaType = kind.map(MediaTypes.Kind::mediaType).orElse(MediaTypes.TURTLE);
    MediaTypes.Packing packing = kind.map(MediaTypes.Kind::packing).orElse(MediaTypes.Packing.NONE);
    boolean plain = regular && packing == MediaTypes.Packing.NONE;
    sources.add(
        new Source(
            name,
            mediaType,
            () -> Unpacking.open(name, packing, open(name, path)),
            plain ? Optional.of(path) : Optional.empty()));
  }

  private static InputStream open(String name, Path path) throws IOException {
    try {
      return Files.newInputStream(path);
    } catch (IOException failed) {
      throw new UnreadableDocument(name, "it cannot be opened: " + failed, failed);
    }
  }

  private static Object real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path.toAbsolutePath().normalize();
    }
  }

  private void standardInput(String name) {
    if (standardInput) {
      error("E0106", name, "is standard input, which can be read only once", "name it once");
      return;
    }
    standardInput = true;
    Optional<MediaTypes.Kind> kind = MediaTypes.of(name);
    if (name.length() > 1 && kind.isEmpty()) {
      error("E0105", name, "has a suffix that is not known", MediaTypes.suffixes());
      return;
    }
    AtomicBoolean opened = new AtomicBoolean();
    MediaTypes.Packing packing = kind.map(MediaTypes.Kind::packing).orElse(MediaTypes.Packing.NONE);
    sources.add(
        new Source(
            "-",
            kind.map(MediaTypes.Kind::mediaType).orElse(MediaTypes.TURTLE),
            () -> {
              if (opened.getAndSet(true)) {
                IOException again = new IOException("opened twice");
                throw new UnreadableDocument("-", "standard input was already read", again);
              }
              return Unpacking.open("-", packing, new Unclosed(System.in));
            },
            Optional.empty()));
  }

  /** The process's standard input, which is not ours to close. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() {}
  }

  private void error(String code, String name, String message, String hint) {
    report(Severity.ERROR, code, name, message, hint);
  }

  private void report(Severity severity, String code, String name, String message, String hint) {
    Origin at = new Origin(name, 0, 0, "");
    String sentence = "'" + name + "' " + message;
    diagnostics.add(new Diagnostic(severity, "documents", code, at, sentence, hint, List.of()));
  }
}
