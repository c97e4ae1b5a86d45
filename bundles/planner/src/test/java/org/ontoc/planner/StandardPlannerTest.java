// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;
import org.ontoc.pipeline.tck.RecordingContext;

class StandardPlannerTest {
  private static final String EX = "http://example.org/";
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");
  private static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  private static final Iri SUB = new Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");
  private static final Origin AT = new Origin("dir/my-shapes.ttl", 3, 1, "");

  private final RecordingContext context = new RecordingContext();

  private static Iri ex(String local) {
    return new Iri(EX + local);
  }

  private static Path.Predicate path(String local) {
    return new Path.Predicate(ex(local));
  }

  private static Shape shape(
      Term id, Optional<Path> path, List<Target> targets, Constraint... constraints) {
    return new Shape(id, path, targets, List.of(constraints), VIOLATION, List.of(), false, AT);
  }

  private static Shape node(String id, Constraint... constraints) {
    return shape(ex(id), Optional.empty(), List.of(), constraints);
  }

  private static Shape property(String id, Path path, Constraint... constraints) {
    return shape(ex(id), Optional.of(path), List.of(), constraints);
  }

  private static Shape deactivated(Shape s) {
    return new Shape(
        s.id(), s.path(), s.targets(), s.constraints(), s.severity(), s.messages(), true, s.at());
  }

  private Plan plan(Shape... shapes) {
    return new StandardPlanner().apply(new Program(List.of(shapes), Ontology.EMPTY), context);
  }

  private static List<String> predicates(Plan plan) {
    return plan.reads().predicates().stream()
        .map(
            p ->
                p.iri().value().replace(EX, "")
                    + (p.forward() ? " f" : "")
                    + (p.inverse() ? " i" : ""))
        .toList();
  }

  @Test
  void numbersInProgramOrder() {
    Plan plan =
        plan(
            property(
                "b", path("p"), new Constraint.MinCount(1, AT), new Constraint.MaxCount(2, AT)),
            shape(
                ex("a"),
                Optional.empty(),
                List.of(new Target.Node(ex("n"), AT)),
                new Constraint.Property(ex("b"), AT)),
            property("c", path("p")));
    assertEquals(List.of(0, 1, 2), plan.checks().stream().map(Check::number).toList());
    assertEquals(List.of(1), plan.entryPoints());
    assertEquals(Map.of(ex("b"), 0, ex("a"), 1, ex("c"), 2), plan.shapeNumbers());
    assertEquals(List.of(path("p")), plan.paths());
    assertEquals(List.of(0, -1, 0), plan.shapes().stream().map(s -> s.path()).toList());
    assertEquals("my_shapes", plan.name());
  }

  @Test
  void deactivatedShapesHaveNoChecksAndNoTargets() {
    Target target = new Target.Class(ex("C"), false, AT);
    Plan plan =
        plan(
            deactivated(
                shape(
                    ex("s"),
                    Optional.empty(),
                    List.of(target),
                    new Constraint.Pattern("(", "", AT),
                    new Constraint.Closed(List.of(), AT))));
    assertEquals(List.of(), plan.entryPoints());
    assertEquals(List.of(), plan.checks());
    assertEquals(new ReadSet(false, List.of(), List.of(), List.of()), plan.reads());
    assertEquals(List.of(), codes(context));
  }

  @Test
  void readsInTheDirectionOfUse() {
    Path path =
        new Path.Sequence(
            List.of(
                path("a"),
                new Path.Inverse(
                    new Path.Sequence(
                        List.of(path("b"), new Path.Inverse(new Path.ZeroOrMore(path("c")))))),
                new Path.Alternative(List.of(path("d"), new Path.Inverse(path("d")))),
                new Path.ZeroOrOne(new Path.OneOrMore(path("e")))));
    assertEquals(
        List.of("a f", "b i", "c f", "d f i", "e f"), predicates(plan(property("s", path))));
  }

  @Test
  void readsWhatTargetsAndConstraintsNeed() {
    Plan plan =
        plan(
            shape(
                ex("s"),
                Optional.empty(),
                List.of(
                    new Target.Node(ex("n"), AT),
                    new Target.SubjectsOf(ex("s1"), AT),
                    new Target.ObjectsOf(ex("o1"), AT),
                    new Target.ObjectsOf(ex("o2"), AT)),
                new Constraint.Equals(ex("eq"), AT),
                new Constraint.Disjoint(ex("dis"), AT),
                new Constraint.HasValue(Literal.string("v"), AT),
                new Constraint.In(List.of(ex("n"), ex("m")), AT),
                new Constraint.MinInclusive(Literal.xsd("5", "integer"), AT)),
            property(
                "t",
                new Path.Inverse(path("o2")),
                new Constraint.LessThan(ex("lt"), AT),
                new Constraint.LessThanOrEquals(ex("le"), AT)));
    assertEquals(
        List.of("dis f", "eq f", "le f", "lt f", "o1 f", "o2 i", "s1 f"), predicates(plan));
    assertEquals(List.of(ex("n"), Literal.string("v"), ex("m")), plan.reads().constants());
    assertFalse(plan.reads().everything());
    assertEquals(List.of(), plan.reads().classes());
  }

  @Test
  void classesNeedTypesAndSubclasses() {
    Plan target =
        plan(
            shape(
                ex("s"),
                Optional.empty(),
                List.of(new Target.Class(ex("B"), true, AT)),
                new Constraint.NodeKind(NodeKind.IRI, AT)));
    assertEquals(
        List.of(new ReadSet.Predicate(TYPE, false, true), new ReadSet.Predicate(SUB, false, true)),
        target.reads().predicates());
    Plan test =
        plan(node("s", new Constraint.Class(ex("B"), AT), new Constraint.Class(ex("A"), AT)));
    assertEquals(
        List.of(new ReadSet.Predicate(TYPE, true, false), new ReadSet.Predicate(SUB, false, true)),
        test.reads().predicates());
    assertEquals(List.of(ex("A"), ex("B")), test.reads().classes());
  }

  @Test
  void closedReadsEverything() {
    assertTrue(plan(node("s", new Constraint.Closed(List.of(ex("p")), AT))).reads().everything());
  }

  @Test
  void hierarchy() {
    List<SubClassOf> all =
        List.of(
            new SubClassOf(ex("A"), ex("B"), AT),
            new SubClassOf(ex("B"), ex("C"), AT),
            new SubClassOf(ex("C"), ex("B"), AT),
            new SubClassOf(ex("C"), ex("Top"), AT),
            new SubClassOf(ex("X"), ex("Y"), AT));
    Ontology ontology = new Ontology(List.of(), List.of(), all);
    Program program = new Program(List.of(node("s", new Constraint.Class(ex("C"), AT))), ontology);
    // Data may say that Y is a subclass of C.
    assertEquals(all, new StandardPlanner().apply(program, context).hierarchy());
    RecordingContext reachable = new RecordingContext(Map.of("hierarchy", "reachable"));
    assertEquals(all.subList(0, 3), new StandardPlanner().apply(program, reachable).hierarchy());
    Program none = new Program(List.of(node("s")), ontology);
    assertEquals(List.of(), new StandardPlanner().apply(none, context).hierarchy());
    RecordingContext wrong = new RecordingContext(Map.of("hierarchy", "some"));
    new StandardPlanner().apply(program, wrong);
    assertEquals(List.of("E0505"), codes(wrong));
  }

  @Test
  void tiers() {
    assertEquals(Tier.TRIPLE, tier(Optional.of(path("p")), new Constraint.MinLength(1, AT)));
    assertEquals(
        Tier.INDEX,
        tier(Optional.of(new Path.Inverse(path("p"))), new Constraint.MinLength(1, AT)));
    assertEquals(Tier.SUBJECT, tier(Optional.of(path("p")), new Constraint.MinCount(1, AT)));
    assertEquals(Tier.SUBJECT, tier(Optional.of(path("p")), new Constraint.HasValue(ex("v"), AT)));
    assertEquals(Tier.TRIPLE, tier(Optional.empty(), new Constraint.HasValue(ex("v"), AT)));
    assertEquals(Tier.SUBJECT, tier(Optional.empty(), new Constraint.Closed(List.of(), AT)));
    assertEquals(Tier.INDEX, tier(Optional.of(path("p")), new Constraint.Closed(List.of(), AT)));
    assertEquals(Tier.INDEX, tier(Optional.empty(), new Constraint.Class(ex("C"), AT)));
  }

  private Tier tier(Optional<Path> path, Constraint constraint) {
    return plan(shape(ex("s"), path, List.of(), constraint)).checks().getFirst().tier();
  }

  @Test
  void costsOfReferencesIncludeTheShapesAndEndInRecursion() {
    Plan plan =
        plan(
            node("a", new Constraint.Node(ex("b"), AT)),
            property("b", path("p"), new Constraint.NodeKind(NodeKind.IRI, AT)),
            node("c", new Constraint.Not(ex("c"), AT)));
    assertEquals(List.of(10, 1, 1008), plan.checks().stream().map(Check::cost).toList());
  }

  @Test
  void patternsAreCompiledOnce() {
    Plan plan =
        plan(
            node("a", new Constraint.Pattern("^a", "", AT), new Constraint.Pattern("^a", "i", AT)),
            node("b", new Constraint.Pattern("^a", "", AT)));
    assertEquals(List.of("", "i"), plan.automata().stream().map(a -> a.flags()).toList());
  }

  @Test
  void faultyPatternsAreReportedWhereTheyStand() {
    Origin other = new Origin("x.ttl", 9, 4, "");
    plan(
        node("a", new Constraint.Pattern("(", "", AT), new Constraint.Pattern("(", "", other)),
        node("b", new Constraint.Pattern("(a)\\1", "", AT)),
        node("c", new Constraint.Pattern("a", "g", AT)),
        node("d", new Constraint.Pattern("(a{1000}){1000}", "", AT)),
        node("e", new Constraint.Pattern("a\\/", "", AT)));
    assertEquals(List.of("E0501", "E0501", "E0502", "E0504", "E0503", "W0501"), codes(context));
    assertEquals(other, context.diagnostics().get(1).at());
    assertEquals(
        "the parenthesis has no closing one at character 1",
        context.diagnostics().get(0).message());
  }

  @Test
  void aWrongNumberOfStatesIsReported() {
    RecordingContext wrong = new RecordingContext(Map.of("dfa-states", "many"));
    new StandardPlanner().apply(Program.EMPTY, wrong);
    assertEquals(List.of("E0505"), codes(wrong));
  }

  private static Shape from(String document) {
    Shape s = node("s");
    return new Shape(
        s.id(),
        s.path(),
        s.targets(),
        s.constraints(),
        s.severity(),
        s.messages(),
        false,
        new Origin(document, 1, 1, ""));
  }

  @Test
  void names() {
    assertEquals("validator", plan().name());
    assertEquals("v1_2_shapes", plan(from("dir/v1.2-shapes.ttl.gz")).name());
    assertEquals("ttl", plan(from("C:\\x\\.ttl")).name());
    assertEquals("validator", plan(from("-")).name());
    assertEquals("order_v2", Names.identifier("Order-v2"));
    assertEquals("class_shapes", Names.identifier("class"));
    assertEquals("main_shapes", Names.identifier("main"));
    assertEquals("shapes_1", Names.identifier("1"));
    assertEquals("validator", Names.identifier("漢字"));
    assertEquals("validator", Names.identifier("__"));
    assertEquals("a".repeat(40), Names.identifier("a".repeat(50)));
    assertEquals("a".repeat(39), Names.identifier("a".repeat(39) + "_b"));
    RecordingContext named = new RecordingContext(Map.of("name", "My Name"));
    assertEquals("my_name", new StandardPlanner().apply(Program.EMPTY, named).name());
  }

  @Test
  void everyComponentHasASentence() {
    Map<Constraint, String> sentences =
        Map.ofEntries(
            Map.entry(new Constraint.MinCount(1, AT), "must have at least 1 value"),
            Map.entry(new Constraint.MinCount(2, AT), "must have at least 2 values"),
            Map.entry(new Constraint.MaxCount(0, AT), "must have no value"),
            Map.entry(new Constraint.NodeKind(NodeKind.IRI, AT), "must be an IRI"),
            Map.entry(new Constraint.Class(ex("Person"), AT), "must be an instance of Person"),
            Map.entry(
                new Constraint.Datatype(Literal.xsd("", "date").datatype(), AT),
                "must have the datatype xsd:date"),
            Map.entry(
                new Constraint.Pattern("^a$", "i", AT),
                "must match the pattern \"^a$\" with the flags \"i\""),
            Map.entry(
                new Constraint.MinInclusive(Literal.xsd("5", "integer"), AT),
                "must be greater than or equal to 5"),
            Map.entry(
                new Constraint.MaxExclusive(Literal.xsd("2020-01-01", "date"), AT),
                "must be less than \"2020-01-01\"^^xsd:date"),
            Map.entry(
                new Constraint.LanguageIn(List.of("en", "de"), AT),
                "must be in one of the languages en, de"),
            Map.entry(
                new Constraint.In(List.of(ex("red"), Literal.string("blue")), AT),
                "must be one of red, \"blue\""),
            Map.entry(
                new Constraint.Closed(List.of(ex("p")), AT),
                "must have no other properties than p"),
            Map.entry(
                new Constraint.Or(List.of(ex("Ok"), new BlankNode("b")), AT),
                "must conform to at least 1 of Ok, \"must be a literal\""),
            Map.entry(
                new Constraint.QualifiedValueShape(
                    ex("Ok"), OptionalLong.of(1), OptionalLong.of(1), List.of(), AT),
                "must have exactly 1 value that conforms to Ok"));
    Shape blank =
        shape(
            new BlankNode("b"),
            Optional.empty(),
            List.of(),
            new Constraint.NodeKind(NodeKind.LITERAL, AT));
    sentences.forEach(
        (constraint, sentence) ->
            assertEquals(
                sentence, plan(node("s", constraint), blank).checks().getFirst().message()));
  }

  @Test
  void ambiguousNamesAreNotShortened() {
    Plan plan =
        plan(
            node(
                "s",
                new Constraint.Class(ex("Person"), AT),
                new Constraint.Class(new Iri("http://other.org#Person"), AT),
                new Constraint.Class(new Iri(EX + "a%20b"), AT)));
    assertEquals(
        List.of(
            "must be an instance of <http://example.org/Person>",
            "must be an instance of <http://other.org#Person>",
            "must be an instance of <http://example.org/a%20b>"),
        plan.checks().stream().map(Check::message).toList());
  }

  @Test
  void deepReferencesDoNotOverflow() {
    Shape[] chain = new Shape[20_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = node("n" + i, new Constraint.Node(ex("n" + (i + 1) % chain.length), AT));
    }
    assertEquals(chain.length, plan(chain).checks().size());
  }

  private static List<String> codes(RecordingContext context) {
    return context.diagnostics().stream().map(Diagnostic::code).toList();
  }
}
