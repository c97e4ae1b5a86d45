// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer.Surface;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Origin;

/**
 * Reads lines of documents again. A document is read once, up to the last line that will be shown,
 * when its first line is asked for; a renderer that asks for none costs nothing.
 */
final class SourceLines implements Surface {
  private static final int MOST_LINES = 20_000;
  private static final int LONGEST_LINE = 4_096;

  private final Map<String, Source> documents = new HashMap<>();
  private final Consumer<Consumer<Origin>> wanted;
  private final boolean colour;
  private final Map<String, NavigableSet<Integer>> numbers = new HashMap<>();
  private final Map<String, Map<Integer, String>> lines = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private boolean asked;

  private SourceLines(List<Source> documents, boolean colour, Consumer<Consumer<Origin>> wanted) {
    for (Source document : documents) this.documents.putIfAbsent(document.name(), document);
    this.colour = colour;
    this.wanted = wanted;
  }

  /** The lines that findings point at. */
  static SourceLines ofDiagnostics(
      List<Diagnostic> diagnostics, List<Source> documents, boolean colour) {
    return new SourceLines(
        documents,
        colour,
        sink ->
            diagnostics.stream()
                .flatMap(
                    one ->
                        Stream.concat(
                            Stream.of(one.at()), one.notes().stream().map(Diagnostic.Note::at)))
                .forEach(sink));
  }

  /** The lines that results point at. */
  static SourceLines ofResults(
      Iterable<ValidationResult> results, List<Source> documents, boolean colour) {
    return new SourceLines(
        documents,
        colour,
        sink -> {
          for (ValidationResult result : results) sink.accept(result.dataAt());
        });
  }

  @Override
  public boolean colour() {
    return colour;
  }

  @Override
  public Optional<String> line(Origin at) {
    Source document = documents.get(at.document());
    if (!at.isKnown() || document == null || document.name().equals("-")) return Optional.empty();
    if (!asked) ask();
    if (read.add(at.document())) lines.put(at.document(), read(document));
    return Optional.ofNullable(lines.getOrDefault(at.document(), Map.of()).get(at.line()));
  }

  private void ask() {
    asked = true;
    int[] room = {MOST_LINES};
    wanted.accept(
        origin -> {
          if (!origin.isKnown() || room[0] == 0) return;
          if (numbers.computeIfAbsent(origin.document(), _ -> new TreeSet<>()).add(origin.line()))
            room[0]--;
        });
  }

  private Map<Integer, String> read(Source document) {
    NavigableSet<Integer> wanted = numbers.getOrDefault(document.name(), new TreeSet<>());
    Map<Integer, String> found = new HashMap<>();
    if (wanted.isEmpty()) return found;
    try (InputStream in = document.content().open()) {
      scan(in, wanted, found);
    } catch (IOException _) {
      // The excerpt is an extra: a document that has gone since is shown by position only.
      return found;
    }
    return found;
  }

  private static void scan(InputStream in, NavigableSet<Integer> wanted, Map<Integer, String> found)
      throws IOException {
    byte[] block = new byte[1 << 18];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    boolean keep = wanted.contains(1);
    boolean returned = false;
    for (int length = in.read(block); length >= 0; length = in.read(block)) {
      int begin = 0;
      for (int i = 0; i < length; i++) {
        // line ends are those of the readers: \n, \r, or both
        boolean second = returned && block[i] == '\n';
        returned = block[i] == '\r';
        if (second) begin = i + 1;
        if (second || (block[i] != '\n' && !returned)) continue;
        if (keep) found.put(number, text(line, block, begin, i));
        if (number == wanted.last()) return;
        line.reset();
        begin = i + 1;
        keep = wanted.contains(++number);
      }
      if (keep) append(line, block, begin, length);
    }
    if (keep) found.put(number, text(line, block, 0, 0));
  }

  private static String text(ByteArrayOutputStream line, byte[] block, int from, int to) {
    append(line, block, from, to);
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void append(ByteArrayOutputStream line, byte[] block, int from, int to) {
    line.write(block, from, Math.min(to - from, LONGEST_LINE - line.size()));
  }
}
