// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.report.HumanRenderer;

/** The human report of one plan's validator: as it writes it, and as the renderer does. */
final class Printed {
  /** What a validator leaves to the platform. */
  private static final int LEFT = 125;

  private static final int LONGEST_LINE = 4_096;

  private final HumanRenderer renderer = new HumanRenderer();
  private final Plan plan;
  private final Path folder;
  private final Path texts;
  private int left;

  /** The validator stands in the folder under the plan's name. */
  Printed(Plan plan, Path folder) throws IOException {
    this.plan = plan;
    this.folder = folder;
    this.texts =
        Files.writeString(
            folder.resolve(plan.name() + ".texts"), renderer.texts(plan).orElseThrow());
  }

  /** A document under the name that people know it by. */
  record Document(String name, byte[] bytes) {
    Document(String name, String text) {
      this(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What is asked for. */
  record Options(boolean colour, long mostResults, String failOn) {
    static final Options NONE = new Options(false, Long.MAX_VALUE, "violation");

    Map<String, String> switches() {
      Map<String, String> switches = new TreeMap<>();
      if (mostResults != Long.MAX_VALUE) switches.put("max-results", Long.toString(mostResults));
      if (!failOn.equals("violation")) switches.put("fail-on", failOn);
      return switches;
    }

    List<String> arguments() {
      List<String> arguments = new ArrayList<>();
      if (colour) arguments.add("--colour");
      switches().forEach((key, value) -> arguments.addAll(List.of("--" + key, value)));
      return arguments;
    }
  }

  /** How often the platform would have been asked. */
  int left() {
    return left;
  }

  /** Compares both, and returns the text. */
  String compare(List<Document> data, Options options) throws IOException, InterruptedException {
    List<Source> sources = new ArrayList<>();
    for (Document document : data) sources.add(stored(document));
    List<String> command =
        new ArrayList<>(
            List.of(folder.resolve(plan.name()).toString(), "--report", texts.toString()));
    command.addAll(options.arguments());
    for (Source source : sources) {
      command.addAll(List.of("--base", source.base(), "--name", source.name()));
      command.add(source.file().orElseThrow().toString());
    }
    Path out = folder.resolve("out");
    int status = new ProcessBuilder(command).redirectOutput(out.toFile()).start().waitFor();
    String found = Files.readString(out);
    RecordingContext context = new RecordingContext();
    Report report = report(sources, options, context);
    if (!context.diagnostics().isEmpty()) {
      // the data does not parse, or explanations are missing: the platform says so
      assertEquals(LEFT + "\n", status + "\n" + found, () -> command.toString());
      left++;
      return found;
    }
    StringBuilder expected = new StringBuilder();
    expected.append(exit(report, options)).append('\n');
    renderer.render(limited(report, options), new Lines(data, options.colour()), expected);
    assertSame(expected.toString(), status + "\n" + found, command.toString());
    return found;
  }

  /** Says where long texts differ. */
  private static void assertSame(String expected, String found, String where) {
    int at = Arrays.mismatch(expected.toCharArray(), found.toCharArray());
    if (at < 0) return;
    int from = Math.max(0, at - 100);
    assertEquals(
        expected.substring(from, Math.min(expected.length(), at + 200)),
        found.substring(from, Math.min(found.length(), at + 200)),
        where);
  }

  private Source stored(Document document) throws IOException {
    Path file = folder.resolve(document.name().replaceAll("[^A-Za-z0-9.]", "_"));
    Files.write(file, document.bytes());
    String type = document.name().endsWith(".nt") ? "application/n-triples" : "text/turtle";
    return new Source(
        document.name(),
        type,
        () -> new ByteArrayInputStream(document.bytes()),
        Optional.of(file.toAbsolutePath()));
  }

  private Report report(List<Source> sources, Options options, RecordingContext context) {
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = Stages.PROVIDER.open(plan, folder, new RecordingContext())) {
      Validator.Statistics statistics = validator.validate(sources, results::add, context);
      return new Report(results.isEmpty(), results, List.of(), statistics, options.switches());
    }
  }

  private static Report limited(Report report, Options options) {
    List<ValidationResult> some = new ArrayList<>();
    for (ValidationResult result : report.results())
      if (some.size() < options.mostResults()) some.add(result);
    return new Report(
        report.conforms(), some, report.diagnostics(), report.statistics(), report.switches());
  }

  /** What the command line ends with. */
  private static int exit(Report report, Options options) {
    List<String> words = List.of("info", "warning", "violation", "never");
    int gravest = -1;
    for (ValidationResult result : report.results()) {
      String severity = result.severity().value().replaceFirst("^.*shacl#", "").toLowerCase();
      int known = words.indexOf(severity);
      gravest = Math.max(gravest, known < 0 || known > 2 ? 2 : known);
    }
    return gravest >= words.indexOf(options.failOn()) ? 1 : 0;
  }

  /** Lines as the command line finds them: their first bytes only. */
  private record Lines(List<Document> documents, boolean colour) implements Renderer.Surface {
    @Override
    public Optional<String> line(Origin at) {
      byte[] bytes =
          documents.stream()
              .filter(it -> it.name().equals(at.document()))
              .findFirst()
              .get()
              .bytes();
      int line = 1;
      int from = 0;
      for (int i = 0; i < bytes.length && line < at.line(); i++) {
        boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
        if (pair || (bytes[i] != '\n' && bytes[i] != '\r')) continue;
        line++;
        from = i + 1;
      }
      int to = from;
      while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') to++;
      byte[] found = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_LINE));
      return Optional.of(new String(found, StandardCharsets.UTF_8));
    }
  }
}
