// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ontoc.sparql.Fixture.AT;
import static org.ontoc.sparql.Fixture.PEOPLE;
import static org.ontoc.sparql.Fixture.constraint;
import static org.ontoc.sparql.Fixture.ex;
import static org.ontoc.sparql.Fixture.graph;
import static org.ontoc.sparql.Fixture.query;
import static org.ontoc.sparql.Fixture.shape;
import static org.ontoc.sparql.Fixture.violations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.QueryEngine.Focus;
import org.ontoc.pipeline.QueryEngine.Violation;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.RecordingContext;

final class RdfQueryEngineTest {
  private static final Optional<Path> NAME = Optional.of(new Path.Predicate(ex("name")));
  private static final Shape NODE = shape(Optional.empty());

  private final RecordingContext context = new RecordingContext();

  @Test
  void takesValueAndPathFromTheSolution() {
    Query query = query("SELECT $this ?path ?value WHERE { $this ?path ?value }");
    List<Violation> found = violations(NODE, constraint(query), context, ex("bob"));
    assertEquals(
        List.of(
            new Violation(
                ex("bob"),
                Optional.of(ex("cid")),
                Optional.of(new Path.Predicate(ex("knows"))),
                List.of()),
            new Violation(ex("bob"), Optional.of(Literal.string("Bob")), NAME, List.of())),
        found);
  }

  @Test
  void takesTheFocusNodeForTheValueOfANodeShapeOnly() {
    Query query = query("SELECT $this WHERE { $this ex:name ?n }");
    Violation ofNode = violations(NODE, constraint(query), context, ex("bob")).getFirst();
    assertEquals(Optional.of(ex("bob")), ofNode.value());
    assertEquals(Optional.empty(), ofNode.path());
    Violation ofProperty =
        violations(shape(NAME), constraint(query), context, ex("bob")).getFirst();
    assertEquals(Optional.empty(), ofProperty.value());
    assertEquals(NAME, ofProperty.path());
  }

  @Test
  void putsValuesIntoMessages() {
    Query query = query("SELECT $this ?n WHERE { $this ex:name ?n }");
    Constraint.Sparql constraint = constraint(query, "{$this} is {?n}, not {?other}; {$}");
    Shape shape = shape(Optional.empty(), Literal.string("of the shape"));
    Violation found = violations(shape, constraint, context, ex("bob")).getFirst();
    assertEquals(
        List.of(Literal.string("<http://example.org/bob> is Bob, not {?other}; {$}")),
        found.messages());
    Query bound = query("SELECT $this ?message WHERE { $this ex:name ?message }");
    found = violations(shape, constraint(bound, "no"), context, ex("bob")).getFirst();
    assertEquals(List.of(Literal.string("Bob")), found.messages());
  }

  @Test
  void letsTheMessagesOfTheShapeGoBeforeThoseOfAComponent() {
    Query.Binding least = new Query.Binding("least", Literal.xsd("3", "integer"));
    Query query = query("ASK { FILTER (strlen(str($value)) < $least) }", least);
    Constraint.Sparql used =
        new Constraint.Sparql(
            ex("Component"), Optional.empty(), query, List.of(Literal.string("{?least}")), AT);
    assertEquals(
        List.of(Literal.string("3")),
        violations(NODE, used, context, ex("bob")).getFirst().messages());
    Shape shape = shape(Optional.empty(), Literal.string("of the shape"));
    assertEquals(List.of(), violations(shape, used, context, ex("bob")).getFirst().messages());
  }

  @Test
  void asksAboutEachValueNode() {
    Query query = query("ASK { FILTER ($value != 'Sid') FILTER EXISTS { $this ex:name $value } }");
    List<Violation> found = new ArrayList<>();
    List<Term> values = List.of(Literal.string("Cid"), Literal.string("Sid"));
    new RdfQueryEngine()
        .prepare(shape(NAME), constraint(query), graph(PEOPLE), context)
        .evaluate(List.of(new Focus(ex("cid"), values)), found::add);
    assertEquals(
        List.of(new Violation(ex("cid"), Optional.of(Literal.string("Sid")), NAME, List.of())),
        found);
  }

  @Test
  void stopsWhenEnoughIsKnown() {
    List<Violation> found = new ArrayList<>();
    new RdfQueryEngine()
        .prepare(NODE, constraint(query("SELECT $this { ?x ex:name ?n }")), graph(PEOPLE), context)
        .evaluate(
            List.of(new Focus(ex("ann"), List.of()), new Focus(ex("bob"), List.of())),
            violation -> {
              found.add(violation);
              return found.size() < 3;
            });
    assertEquals(3, found.size());
  }

  @Test
  void selectsEachNodeOfATargetOnce() {
    Query.Binding friend = new Query.Binding("friend", ex("cid"));
    List<Term> nodes = new ArrayList<>();
    Query query =
        query("SELECT ?this { ?this ex:knows $friend ; ex:name ?n . ?x ex:name ?m }", friend);
    new RdfQueryEngine().select(new Target.Sparql(query, AT), graph(PEOPLE), nodes::add, context);
    assertEquals(List.of(ex("bob")), nodes);
    assertEquals(List.of(), context.diagnostics());
  }

  @Test
  void reportsAFailureWhereTheQueryStands() {
    Query query = query("SELECT $this ?failure { BIND (true AS ?failure) }");
    assertEquals(List.of(), violations(NODE, constraint(query), context, ex("ann"), ex("bob")));
    assertEquals(1, context.diagnostics().size());
    assertEquals("E0710", context.diagnostics().getFirst().code());
    assertEquals(AT, context.diagnostics().getFirst().at());
  }

  /** An expression that needs exponential time in Java's backtracking engine. */
  @Test
  void isStoppedInsideARegularExpression() {
    String text = "(regex('" + "a".repeat(60) + "!', '^(a+)+\\\\1b$'))";
    Constraint.Sparql hostile = constraint(query("SELECT $this { FILTER " + text + " }"));
    RecordingContext impatient = RecordingContext.cancelledAfter(200);
    assertThrows(
        CancellationException.class, () -> violations(NODE, hostile, impatient, ex("ann")));
    String replaced = "(replace('" + "a".repeat(60) + "!', '^(a+)+\\\\1b$', 'b') = 'b')";
    Constraint.Sparql other = constraint(query("SELECT $this { FILTER " + replaced + " }"));
    RecordingContext again = RecordingContext.cancelledAfter(200);
    assertThrows(CancellationException.class, () -> violations(NODE, other, again, ex("ann")));
  }

  @Test
  void isStoppedInACrossProduct() {
    String all = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u .";
    Query query = query("SELECT $this (COUNT(*) AS ?value) { " + all + " } GROUP BY $this");
    RecordingContext impatient = RecordingContext.cancelledAfter(50);
    assertThrows(
        CancellationException.class,
        () -> violations(NODE, constraint(query), impatient, ex("ann")));
  }

  /** The front end refuses it; should it ever get here, nothing is asked. */
  @Test
  void neverExecutesService() {
    Query query = query("SELECT $this { SERVICE <http://127.0.0.1:1/> { $this ?p ?o } }");
    assertEquals(List.of(), violations(NODE, constraint(query), context, ex("ann")));
    assertTrue(context.failed(), () -> "no error");
  }

  @Test
  void matchesRegularExpressionsWithFlags() {
    for (String filter :
        List.of(
            "regex('Bob', 'b$')",
            "regex('BOB', 'bo', 'i')",
            "regex('a.c', '.', 'q')",
            "replace('banana', 'an', 'x') = 'bxxa'",
            "lang(replace('Rot'@de, 'o', 'a')) = 'de'",
            "!coalesce(regex('a', '('), false)",
            "!coalesce(replace('a', 'x*', 'y') = '', false)",
            "!coalesce(regex(5, '5'), false)")) {
      Query query = query("SELECT $this { FILTER (" + filter + ") }");
      assertEquals(1, violations(NODE, constraint(query), context, ex("ann")).size(), filter);
    }
    assertEquals(List.of(), context.diagnostics());
  }
}
