// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ontoc.sparql.Fixture.PEOPLE;
import static org.ontoc.sparql.Fixture.constraint;
import static org.ontoc.sparql.Fixture.ex;
import static org.ontoc.sparql.Fixture.query;
import static org.ontoc.sparql.Fixture.shape;
import static org.ontoc.sparql.Fixture.term;
import static org.ontoc.sparql.Fixture.violations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.QueryEngine.Violation;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.RecordingContext;

/** The variable this is bound in every group, and the nodes of one pass do not meet. */
final class PreBindingTest {
  private static final Term[] NODES = {
    ex("ann"), ex("bob"), ex("cid"), ex("nobody"), term("_:x"), term("'Ann'")
  };

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "FILTER ($this = ex:ann) | ann",
        "{ FILTER (false) } UNION { FILTER ($this = ex:ann) } | ann",
        "{ { FILTER ($this = ex:ann) } FILTER bound($this) } FILTER (true) | ann",
        "BIND ($this AS ?that) FILTER (?that = ex:ann) | ann",
        "{ FILTER (bound($this)) } $this ex:name 'Bob' FILTER (bound($this)) | bob",
        "{ SELECT $this WHERE { FILTER ($this = ex:ann) } } | ann",
        "$this ex:name ?n | ann bob cid cid _:x",
        "$this ex:name ?n . ?other ex:name ?n FILTER (?other != $this) | ann _:x",
        "?other ex:knows $this | ann bob cid",
        "$this ex:knows+ ex:cid | ann bob _:x",
        "ex:ann ex:knows* $this | ann bob cid",
        "$this ex:knows/ex:knows ?far | ann _:x",
        "FILTER EXISTS { $this ex:knows ?someone } | ann bob _:x",
        "FILTER NOT EXISTS { $this ex:knows ?someone } | cid nobody 'Ann'",
        "FILTER NOT EXISTS { FILTER EXISTS { $this ex:knows ?x } } | cid nobody 'Ann'",
        "OPTIONAL { $this ex:knows ?f } FILTER (!bound(?f)) | cid nobody 'Ann'",
        "OPTIONAL { ?x ex:name 'Bob' FILTER (?x = $this) } FILTER (bound(?x)) | bob",
        "{ SELECT $this (COUNT(?n) AS ?c) { $this ex:name ?n } GROUP BY $this } FILTER (?c > 1) | cid",
        "{ SELECT $this ?n { $this ex:name ?n } ORDER BY ?n LIMIT 1 } FILTER (?n != 'Sid') | ann bob cid _:x",
        "FILTER (isLiteral($this) && str($this) = 'Ann') | 'Ann'",
        "FILTER isBlank($this) | _:x",
        "{ { $this ex:name 'Bob' } { $this ex:name ?n } } | bob",
      })
  void bindsThisEverywhere(String pattern, String expected) {
    String text = "SELECT $this WHERE { " + pattern + " }";
    assertEquals(names(expected), names(found(text, NODES)));
    // each alone finds what all in one pass find
    List<Violation> alone = new ArrayList<>();
    for (Term node : NODES) alone.addAll(found(text, node));
    assertEquals(names(expected), names(alone));
  }

  private static List<Violation> found(String text, Term... nodes) {
    RecordingContext context = new RecordingContext();
    List<Violation> found =
        violations(shape(Optional.empty()), constraint(query(text)), context, nodes);
    assertEquals(List.of(), context.diagnostics());
    return found;
  }

  private static List<String> names(String expected) {
    return Arrays.stream(expected.split(" ")).map(it -> term(it).toString()).sorted().toList();
  }

  private static List<String> names(List<Violation> found) {
    return found.stream().map(it -> it.focusNode().toString()).sorted().toList();
  }

  @Test
  void countsEachNodeAlone() {
    List<Violation> found =
        found(
            "SELECT $this (COUNT(?n) AS ?value) WHERE { $this ex:name ?n } GROUP BY $this", NODES);
    assertEquals(4, found.size());
    assertEquals(
        new TreeSet<>(List.of("\"1\"", "\"2\"")),
        new TreeSet<>(
            found.stream()
                .map(it -> it.value().orElseThrow().toString().split("\\^")[0])
                .toList()));
  }

  @Test
  void bindsParametersInEveryGroup() {
    Query.Binding wanted = new Query.Binding("wanted", term("'Bob'"));
    String text = "SELECT $this WHERE { FILTER NOT EXISTS { $this ex:name $wanted } }";
    List<Violation> found =
        violations(
            shape(Optional.empty()),
            constraint(query(text, wanted)),
            new RecordingContext(),
            ex("ann"),
            ex("bob"));
    assertEquals(names("ann"), names(found));
  }

  @Test
  void leavesAnOptionalParameterUnbound() {
    Query.Binding one = new Query.Binding("one", ex("ann"));
    String text = "ASK { FILTER ($value != $one && $value != COALESCE(?two, ex:cid)) }";
    List<Violation> found =
        violations(
            shape(Optional.empty()),
            constraint(query(text, one)),
            new RecordingContext(),
            ex("ann"),
            ex("bob"),
            ex("cid"));
    assertEquals(names("ann cid"), names(found));
  }

  @Test
  void keepsBlankNodesOfTheShapesApart() {
    Query text =
        query("SELECT $this WHERE { GRAPH $shapesGraph { ?s ex:knows ?o } ?s ex:name ?n }");
    Query.Binding graph = new Query.Binding("shapesGraph", ex("graph"));
    Query named = new Query(text.kind(), text.text(), List.of(graph), PEOPLE, text.at());
    List<Violation> found =
        violations(shape(Optional.empty()), constraint(named), new RecordingContext(), ex("ann"));
    // ann and bob; the blank node x of the shapes graph has no name in the data
    assertEquals(names("ann ann"), names(found));
  }
}
