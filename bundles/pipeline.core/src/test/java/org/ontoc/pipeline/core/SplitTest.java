// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Planner;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;

/** Shapes with queries are checked by a back end that takes them, all others by the chosen one. */
final class SplitTest {
  private static final Origin AT = new Origin("shapes.ttl", 1, 1, "");
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");
  private static final Query QUERY =
      new Query(Query.Kind.SELECT, "SELECT $this { }", List.of(), List.of(), AT);

  @TempDir private Path cache;

  private final PlainRegistry registry = new PlainRegistry();
  private final AtomicInteger opened = new AtomicInteger();

  private static Iri ex(String local) {
    return new Iri("http://example.org/" + local);
  }

  private static Shape shape(String id, boolean targeted, Constraint... constraints) {
    List<Target> targets = targeted ? List.of(new Target.Node(ex("node"), AT)) : List.of();
    return new Shape(
        ex(id), Optional.empty(), targets, List.of(constraints), VIOLATION, List.of(), false, AT);
  }

  private static Constraint asks() {
    return new Constraint.Sparql(ex("C"), Optional.of(ex("q")), QUERY, List.of(), AT);
  }

  private static Constraint refers(String id) {
    return new Constraint.Node(ex(id), AT);
  }

  private static Constraint kind() {
    return new Constraint.NodeKind(NodeKind.IRI, AT);
  }

  private static Program program(Shape... shapes) {
    return new Program(List.of(shapes), Ontology.EMPTY);
  }

  private static List<String> names(Program program) {
    return program.shapes().stream()
        .map(it -> it.id().toString().replaceAll(".*/|>", "") + (it.targets().isEmpty() ? "" : "*"))
        .toList();
  }

  @Test
  void followsReferencesToQueries() {
    Split split =
        Split.of(
            program(
                shape("plain", true, kind(), refers("shared")),
                shape("asks", true, asks()),
                shape("far", true, refers("middle"), refers("plain")),
                shape("middle", false, refers("deep"), refers("shared")),
                shape("deep", false, asks()),
                shape("shared", false, kind()),
                shape("unused", false, asks())));
    assertEquals(List.of("plain*", "shared"), names(split.others()));
    assertEquals(
        List.of("plain", "asks*", "far*", "middle", "deep", "shared"), names(split.queries()));
  }

  @Test
  void countsTargetsOnlyWhereTheySelect() {
    Shape selected = shape("t", false, kind()).withTargets(List.of(new Target.Sparql(QUERY, AT)));
    Split split = Split.of(program(selected, shape("u", true, refers("t"))));
    assertEquals(List.of("t", "u*"), names(split.others()));
    assertEquals(List.of("t*"), names(split.queries()));
  }

  /** The simplest plan: everything is read, and each check needs the index. */
  private static Plan plan(Program program) {
    List<PlannedShape> shapes = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    int number = 0;
    for (Shape shape : program.shapes()) {
      List<Check> checks = new ArrayList<>();
      for (Constraint constraint : shape.constraints())
        checks.add(new Check(number++, constraint, Tier.INDEX, 1, "must"));
      if (!shape.targets().isEmpty()) entries.add(shapes.size());
      shapes.add(new PlannedShape(shape, -1, checks));
    }
    ReadSet all = new ReadSet(true, List.of(), List.of(), List.of());
    return new Plan("shapes", all, shapes, entries, List.of(), List.of(), List.of());
  }

  private Compilation compile(Program program, Request.Until until) {
    Map<String, Object> accepts = Map.of("role", "shapes", "value", "text/turtle");
    registry.add(FrontEnd.class, (_, _) -> program, accepts, "front 1.0.0");
    registry.add(Planner.class, (input, _) -> plan(input), Map.of(), "planner 1.0.0");
    registry.add(Backend.class, SplitTest::refusing, "target", "c");
    registry.add(ValidatorProvider.class, (plan, _, _) -> new Finding(plan), "opens", "c");
    Source source = Source.of("shapes.ttl", "text/turtle", new byte[0]);
    return compiler()
        .compile(
            new Request(
                List.of(source),
                List.of(),
                "c",
                Optional.empty(),
                Map.of(),
                until,
                Platform.BUDGET));
  }

  private void addDelegate() {
    Map<String, Object> properties = Map.of("target", "queries", "sparql", true);
    registry.add(
        Backend.class,
        (plan, _) -> List.of(new Artifact("q.txt", plan.name())),
        properties,
        "queries 1.0.0");
    registry.add(ValidatorProvider.class, (plan, _, _) -> new Finding(plan), "opens", "queries");
  }

  private PipelineCompiler compiler() {
    Stores stores = new Stores(Map.of("ONTOC_CACHE", cache.toString())::get, 1L << 30);
    return new PipelineCompiler(registry, stores, List.of());
  }

  private static List<Artifact> refusing(Plan plan, Context context) {
    boolean asks =
        plan.checks().stream().anyMatch(it -> it.constraint() instanceof Constraint.Sparql);
    if (asks) context.error("E0524", AT, "no queries", "");
    return List.of(new Artifact("c.txt", plan.name()));
  }

  private static final Program BOTH =
      program(shape("plain", true, kind()), shape("asks", true, asks(), kind()));

  @Test
  void compilesTwoPartsAndGivesOneReport() {
    addDelegate();
    Compilation compilation = compile(BOTH, Request.Until.VALIDATOR);
    assertFalse(compilation.failed(), () -> compilation.diagnostics().toString());
    assertEquals("c", compilation.target());
    Compilation queries = compilation.queries().orElseThrow();
    assertEquals("queries", queries.target());
    assertEquals(1, compilation.plan().orElseThrow().checks().size());
    assertEquals(2, queries.plan().orElseThrow().checks().size());
    Source.Content once =
        () -> {
          if (opened.incrementAndGet() > 1) throw new IOException("already read");
          return new ByteArrayInputStream("data".getBytes(StandardCharsets.UTF_8));
        };
    Source data = new Source("-", "text/turtle", once, Optional.empty());
    Report report = compiler().validate(compilation, List.of(data), Map.of(), Platform.BUDGET);
    assertEquals(List.of(), report.diagnostics());
    assertEquals(1, opened.get());
    assertEquals(
        List.of(ex("plain"), ex("asks"), ex("asks")),
        StreamSupport.stream(report.results().spliterator(), false)
            .map(result -> result.shape().id())
            .toList());
    assertEquals(new Validator.Statistics(4, 3, 2, 3, 10, 20, 5), report.statistics());
  }

  @Test
  void leavesOutThePartThatIsEmpty() {
    addDelegate();
    Compilation compilation =
        compile(program(shape("asks", true, asks())), Request.Until.VALIDATOR);
    assertEquals("queries", compilation.target());
    assertTrue(compilation.queries().isEmpty());
    assertTrue(compilation.folder().isPresent());
  }

  @Test
  void leavesARefusalToTheBackEndWhenNobodyTakesQueries() {
    Compilation compilation = compile(BOTH, Request.Until.VALIDATOR);
    assertEquals(List.of("E0524"), Platform.codes(compilation.diagnostics()));
  }

  @Test
  void splitsOnlyForAValidator() {
    addDelegate();
    Compilation compilation = compile(BOTH, Request.Until.BINARIES);
    assertEquals(List.of("E0524"), Platform.codes(compilation.diagnostics()));
    assertEquals(Severity.ERROR, compilation.diagnostics().getFirst().severity());
  }

  /** Finds one result for each check, and reads the data to its end. */
  private record Finding(Plan plan) implements Validator {
    @Override
    public Statistics validate(
        List<Source> data, Consumer<ValidationResult> results, Context context) {
      long read = 0;
      for (Source source : data) {
        try (var in = source.content().open()) {
          read += in.readAllBytes().length;
        } catch (IOException failed) {
          throw new java.io.UncheckedIOException(failed);
        }
      }
      Stream<Check> checks = plan.checks().stream();
      checks.forEach(check -> results.accept(result(check)));
      return new Statistics(read, 3, 1, plan.checks().size(), 5, 10, 5);
    }

    private ValidationResult result(Check check) {
      Shape owner =
          plan.shapes().stream()
              .filter(it -> it.checks().contains(check))
              .findFirst()
              .orElseThrow()
              .shape();
      Term focus = ex("node");
      return new ValidationResult(
          focus, Optional.of(focus), Optional.empty(), ex("C"), owner, check, AT);
    }

    @Override
    public void close() {}
  }
}
