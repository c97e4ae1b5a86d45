// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path.Predicate;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;
import org.ontoc.pipeline.tck.RecordingContext;

/** The validator of echo.c, which prints its data and obeys orders, and a plan that fits it. */
final class Echo {
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");

  private Echo() {}

  /** Check 0 is a count on path p, 1 a qualified count on it, 2 a closed node shape. */
  static Plan plan() {
    Origin at = new Origin("shapes.ttl", 1, 1, "");
    Iri p = new Iri("http://e/p");
    Shape property = shape("http://e/P", Optional.of(new Predicate(p)), at);
    Shape node = shape("http://e/N", Optional.empty(), at);
    Check count = check(0, new Constraint.MinCount(1, at));
    Check qualified =
        check(
            1,
            new Constraint.QualifiedValueShape(
                node.id(), OptionalLong.of(1), OptionalLong.of(2), List.of(), at));
    Check closed = check(2, new Constraint.Closed(List.of(), at));
    return new Plan(
        "echo",
        new ReadSet(true, List.of(), List.of(), List.of()),
        List.of(
            new PlannedShape(property, 0, List.of(qualified, count)),
            new PlannedShape(node, -1, List.of(closed))),
        List.of(1),
        List.of(new Predicate(p)),
        List.of(),
        List.of());
  }

  private static Shape shape(String iri, Optional<org.ontoc.pipeline.ir.Path> path, Origin at) {
    return new Shape(new Iri(iri), path, List.of(), List.of(), VIOLATION, List.of(), false, at);
  }

  private static Check check(int number, Constraint constraint) {
    return new Check(number, constraint, Tier.SUBJECT, 1, "check " + number);
  }

  static List<Artifact> sources() {
    return List.of(
        source("echo.h"), source("echo.c"), source("main.c"), new Artifact("example.c", "no C"));
  }

  private static Artifact source(String name) {
    try (InputStream stream = Echo.class.getResourceAsStream(name)) {
      return new Artifact(name, stream.readAllBytes(), false);
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  /** The sources with a text replaced, e.g. for another version of the library. */
  static List<Artifact> sources(String from, String to) {
    return sources().stream()
        .map(
            source ->
                new Artifact(
                    source.path(),
                    new String(source.bytes(), StandardCharsets.UTF_8).replace(from, to)))
        .toList();
  }

  static List<Artifact> build(List<Artifact> sources) {
    RecordingContext context = RecordingContext.of("profile", "quick");
    List<Artifact> built = new NativeToolchain().build(sources, context);
    assertEquals(List.of(), context.diagnostics());
    return built;
  }

  /** Writes artifacts as the core's cache does. */
  static Path store(List<Artifact> artifacts, Path folder) throws IOException {
    for (Artifact artifact : artifacts) {
      Path file = folder.resolve(artifact.path());
      Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
      Files.write(file, artifact.bytes());
      if (artifact.executable()) assertEquals(true, file.toFile().setExecutable(true));
    }
    return folder;
  }

  static Source data(String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("");
    return Source.of(
        "memory", "text/turtle", String.join("\n", all).getBytes(StandardCharsets.UTF_8));
  }

  static Source file(Path file, String... lines) throws IOException {
    Files.write(file, List.of(lines));
    return new Source(
        file.getFileName().toString(),
        "application/n-triples",
        () -> Files.newInputStream(file),
        Optional.of(file));
  }
}
