// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Target;

/** What comes of SPARQL-based constraints, components and targets. */
class SparqlTest {
  private static final String EX = "http://example.org/";

  private static Reading.Result read(String text) {
    Reading.Result result = Reading.turtle(text);
    assertEquals(List.of(), result.findings());
    return result;
  }

  private static List<Constraint.Sparql> constraints(Reading.Result result) {
    return result.program().shapes().stream()
        .flatMap(shape -> shape.constraints().stream())
        .flatMap(it -> it instanceof Constraint.Sparql sparql ? Stream.of(sparql) : Stream.of())
        .toList();
  }

  @Test
  void readsAConstraint() {
    Reading.Result result =
        read(
            "ex:S sh:targetNode ex:a ; sh:sparql ex:C ."
                + " ex:C sh:select \"SELECT $this { }\" ; sh:message \"no\"@en .");
    Constraint.Sparql constraint = constraints(result).getFirst();
    assertEquals(Vocabulary.sh("SPARQLConstraintComponent"), constraint.type());
    assertEquals(Optional.of(new Iri(EX + "C")), constraint.source());
    assertEquals("no", constraint.messages().getFirst().lexical());
    assertEquals(Query.Kind.SELECT, constraint.query().kind());
    assertEquals("SELECT $this { }", constraint.query().text());
    assertEquals(List.of(), constraint.query().bindings());
    assertTrue(constraint.query().at().isKnown());
  }

  @Test
  void leavesOutADeactivatedConstraint() {
    Reading.Result result =
        read(
            "ex:S sh:targetNode ex:a ; sh:sparql"
                + " [ sh:select \"SELECT $this { }\" ; sh:deactivated true ] .");
    assertEquals(List.of(), constraints(result));
    assertEquals(1, result.program().shapes().size());
  }

  @Test
  void givesAQueryThePrefixesOfItsOntologiesAndTheirImports() {
    Reading.Result result =
        read(
            "ex:S sh:sparql [ sh:prefixes ex:O ; sh:select \"SELECT $this { $this a:p b:q }\" ] ."
                + " ex:O sh:declare [ sh:prefix \"a\" ; sh:namespace \"http://a/\"^^xsd:anyURI ] ;"
                + " owl:imports ex:P ."
                + " ex:P sh:declare [ sh:prefix \"b\" ; sh:namespace \"http://b/\"^^xsd:anyURI ] ,"
                + " [ sh:prefix \"a\" ; sh:namespace \"http://a/\"^^xsd:anyURI ] .");
    assertEquals(
        "PREFIX a: <http://a/>\nPREFIX b: <http://b/>\nSELECT $this { $this a:p b:q }",
        constraints(result).getFirst().query().text());
  }

  @Test
  void putsThePathInThePlaceOfItsVariable() {
    Reading.Result result =
        read(
            "ex:S sh:path ( ex:p [ sh:inversePath [ sh:zeroOrMorePath ex:q ] ] ) ; sh:sparql"
                + " [ sh:select \"SELECT $this { $this $PATH '$PATH', ?PATHS } # $PATH\" ] .");
    assertEquals(
        "SELECT $this { $this ((<http://example.org/p>)/(^((<http://example.org/q>)*)))"
            + " '$PATH', ?PATHS } # $PATH",
        constraints(result).getFirst().query().text());
  }

  @Test
  void bindsShapeAndShapesGraphWhenTheyAreMentioned() {
    Reading.Result result =
        read(
            "ex:S sh:sparql [ sh:select"
                + " \"SELECT $this { GRAPH $shapesGraph { $currentShape ?p ?o } }\" ] .");
    Query query = constraints(result).getFirst().query();
    assertEquals(
        List.of("currentShape", "shapesGraph"),
        query.bindings().stream().map(Query.Binding::variable).toList());
    assertEquals(new Iri(EX + "S"), query.bindings().getFirst().value());
    assertEquals(2, query.shapesGraph().size());
  }

  @Test
  void usesAComponentOnceForEachValueOfItsOnlyParameter() {
    Reading.Result result =
        read(
            "ex:S sh:targetNode ex:a ; ex:max 1 , 2 ."
                + " ex:C a sh:ConstraintComponent ; sh:labelTemplate \"x\" ; sh:message \"m\" ;"
                + " sh:parameter [ sh:path ex:max ] ;"
                + " sh:nodeValidator [ sh:select \"SELECT $this { FILTER ($max > 1) }\" ] ;"
                + " sh:validator [ sh:ask \"ASK { FILTER ($value < $max) }\" ] ."
                + " ex:P sh:path ex:p ; ex:max 3 .");
    List<Constraint.Sparql> found = constraints(result);
    assertEquals(3, found.size());
    assertEquals(new Iri(EX + "C"), found.getFirst().type());
    assertEquals("C", found.getFirst().component());
    assertEquals(Optional.empty(), found.getFirst().source());
    assertEquals(List.of(Literal.string("m")), found.getFirst().messages());
    // shapes in the order of their IRIs: the property shape asks, the node shape selects
    assertEquals(
        List.of(Query.Kind.ASK, Query.Kind.SELECT, Query.Kind.SELECT),
        found.stream().map(it -> it.query().kind()).toList());
    assertEquals(
        List.of("3", "1", "2"),
        found.stream()
            .map(it -> ((Literal) it.query().bindings().getFirst().value()).lexical())
            .toList());
  }

  @Test
  void readsTargetsAndTargetTypes() {
    Reading.Result result =
        read(
            "ex:S sh:class ex:C ; sh:target"
                + " [ a sh:SPARQLTarget ; sh:select \"SELECT ?this { ?this ?p 1 }\" ] ,"
                + " [ a ex:T ; ex:kind ex:K ] ."
                + " ex:T a sh:SPARQLTargetType ; sh:parameter [ sh:path ex:kind ] ;"
                + " sh:select \"SELECT ?this { ?this a $kind }\" .");
    List<Target> targets = result.program().shapes().getFirst().targets();
    assertEquals(2, targets.size());
    Query typed = ((Target.Sparql) targets.get(1)).query();
    assertEquals(List.of(new Query.Binding("kind", new Iri(EX + "K"))), typed.bindings());
    assertEquals(List.of(), ((Target.Sparql) targets.get(0)).query().bindings());
  }
}
