// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.plan.Plan;

/**
 * Notes beside the cache that let the launcher run a validator without starting a JVM
 * (docs/decisions/0014-start-without-a-jvm.md). A note is named by the documents of a request
 * without options, and is a list of digests as {@code sha256sum --check} reads it: first the
 * executable, then the texts that it writes a report with, then the documents.
 */
final class QuickStart {
  /** Notes are small; this many are more than anybody's projects. */
  private static final int MOST = 1_000;

  /** Options that say how to validate, and nothing about the validator. */
  private static final Set<String> OF_VALIDATION = Set.of("detail-depth", "detail-results");

  private final Path root;
  private final Path notes;
  private final Offer.Registry registry;

  /** Notes beside the cache with this root. */
  QuickStart(Path root, Offer.Registry registry) {
    this.root = root;
    this.notes = root.resolve("starts");
    this.registry = registry;
  }

  /** Writes a note when the launcher could have answered. */
  void remember(Request request, Compilation compilation) {
    Optional<Path> executable = executable(request, compilation);
    if (executable.isEmpty()) return;
    Optional<String> name = name(request);
    if (name.isEmpty()) return;
    Optional<String> texts = compilation.plan().flatMap(this::texts);
    if (texts.isEmpty()) return;
    try {
      List<Path> documents = new ArrayList<>(files(request.shapes()));
      documents.addAll(files(request.ontologies()));
      StringBuilder text = new StringBuilder();
      append(executable.get(), text);
      Path prepared = notes.resolve(name.get() + "texts");
      write(prepared, texts.get());
      append(prepared, text);
      for (Path document : documents) append(document, text);
      write(notes.resolve(name.get()), text.toString());
    } catch (IOException _) {
      // a start that is slow, as without a note
    }
  }

  private Optional<Path> executable(Request request, Compilation compilation) {
    boolean usual =
        request.until() == Request.Until.VALIDATOR
            && OF_VALIDATION.containsAll(request.options().keySet())
            && request.passes().isEmpty()
            && Stream.concat(request.shapes().stream(), request.ontologies().stream())
                .allMatch(source -> source.file().isPresent());
    boolean silent = compilation.diagnostics().isEmpty() && compilation.queries().isEmpty();
    if (!usual || !silent || compilation.folder().isEmpty() || compilation.plan().isEmpty())
      return Optional.empty();
    Path folder = compilation.folder().get();
    String name = compilation.plan().get().name();
    return compilation.artifacts().stream()
        .filter(artifact -> artifact.path().equals(name) && artifact.executable())
        .map(Artifact::path)
        .map(folder::resolve)
        .filter(file -> file.startsWith(root))
        .findFirst();
  }

  /** What the renderer of the reports for people prepares, if it does. */
  private Optional<String> texts(Plan plan) {
    for (Offer<Renderer> offer : registry.offers(Renderer.class)) {
      if (!Selection.strings(offer.property("format")).contains("human")) continue;
      Renderer renderer = offer.take();
      if (renderer == null) continue;
      try {
        return renderer instanceof Renderer.Prepared prepared
            ? prepared.texts(plan)
            : Optional.empty();
      } catch (RuntimeException | LinkageError _) {
        return Optional.empty(); // its bugs are reported when it renders
      } finally {
        offer.release(renderer);
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(List<Source> sources) {
    return sources.stream()
        .flatMap(source -> source.file().stream())
        .map(Path::toAbsolutePath)
        .toList();
  }

  /**
   * The launcher's script computes the same: it asks for no other characters and no longer names,
   * so that the name is one of a file and of these documents only.
   */
  private static Optional<String> name(Request request) {
    StringBuilder text = new StringBuilder();
    request.shapes().forEach(source -> append('s', source, text));
    request.ontologies().forEach(source -> append('w', source, text));
    boolean usual = text.toString().matches("([sw]/[A-Za-z0-9._/-]*\\+)+") && text.length() <= 200;
    return usual ? Optional.of(text.toString().replace('/', '%')) : Optional.empty();
  }

  /** Two slashes stand before what a user wrote: reports name documents as the user does. */
  private static void append(char kind, Source source, StringBuilder text) {
    Path written = source.file().orElseThrow();
    text.append(kind);
    if (!written.isAbsolute()) text.append(Path.of("").toAbsolutePath()).append("//");
    text.append(written).append('+');
  }

  private static void append(Path file, StringBuilder text) throws IOException {
    String path = file.toString();
    // sha256sum writes these with escapes, which no script should have to understand
    if (path.contains("\n") || path.contains("\\")) throw new IOException("an unusual name");
    text.append(digest(Files.readAllBytes(file))).append("  ").append(path).append('\n');
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Appears by renaming, and is newer than everything it speaks of. */
  private void write(Path note, String text) throws IOException {
    PrivateFolder.open(notes);
    if (!Files.exists(note)) makeRoom();
    Path fresh = Files.createTempFile(notes, ".note-", "");
    Files.writeString(fresh, text);
    Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE);
  }

  private void makeRoom() throws IOException {
    try (Stream<Path> all = Files.list(notes)) {
      List<Path> found = all.toList();
      if (found.size() < 2 * MOST) return; // each has its texts
      for (Path old : found) Files.deleteIfExists(old);
    }
  }
}
