// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.Vocabulary.sh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Reads a validation report (SHACL section 3.6) from its graph. */
final class ReportGraph {
  private static final Iri FIRST = new Iri(Vocabulary.RDF + "first");
  private static final Iri REST = new Iri(Vocabulary.RDF + "rest");

  private final Map<Term, List<Triple>> bySubject;

  private ReportGraph(List<Triple> triples) {
    bySubject = triples.stream().collect(Collectors.groupingBy(Triple::subject));
  }

  static Verdict read(String nTriples) {
    List<Triple> triples = NTriples.read(nTriples);
    ReportGraph graph = new ReportGraph(triples);
    List<Result> results =
        triples.stream()
            .filter(triple -> triple.predicate().equals(sh("result")))
            .map(triple -> graph.result(triple.object()))
            .toList();
    boolean conforms =
        triples.stream()
            .filter(triple -> triple.predicate().equals(sh("conforms")))
            .allMatch(triple -> triple.object() instanceof Literal l && l.lexical().equals("true"));
    return new Verdict.Report(conforms, results);
  }

  private Result result(Term node) {
    return new Result(
        text(node, "focusNode"),
        object(node, sh("resultPath"))
            .map(this::path)
            .map(Canonical::path)
            .map(Path::toString)
            .orElse(""),
        local(text(node, "resultSeverity")),
        local(text(node, "sourceConstraintComponent")).replace("ConstraintComponent", ""),
        text(node, "value"),
        object(node, sh("sourceShape")).map(Canonical::shape).orElse(""));
  }

  static String local(String iri) {
    return iri.replaceAll("^<.*[#/]|>$", "");
  }

  private String text(Term node, String name) {
    return object(node, sh(name)).map(ReportGraph::text).orElse("");
  }

  /** Peers write blank nodes with a B in front of the label that they had in the sources. */
  private static String text(Term term) {
    return term instanceof BlankNode(String label) && label.matches("B[ds]\\d+")
        ? "_:" + label.substring(1)
        : Canonical.term(term);
  }

  private Optional<Term> object(Term node, Iri predicate) {
    return bySubject.getOrDefault(node, List.of()).stream()
        .filter(triple -> triple.predicate().equals(predicate))
        .map(Triple::object)
        .findFirst();
  }

  private Path path(Term node) {
    if (node instanceof Iri iri) return new Path.Predicate(iri);
    List<Triple> triples = bySubject.getOrDefault(node, List.of());
    if (object(node, FIRST).isPresent()) return new Path.Sequence(members(node));
    for (Triple triple : triples) {
      Term inner = triple.object();
      switch (local(triple.predicate().toString())) {
        case "inversePath" -> {
          return new Path.Inverse(path(inner));
        }
        case "alternativePath" -> {
          return new Path.Alternative(members(inner));
        }
        case "zeroOrMorePath" -> {
          return new Path.ZeroOrMore(path(inner));
        }
        case "oneOrMorePath" -> {
          return new Path.OneOrMore(path(inner));
        }
        case "zeroOrOnePath" -> {
          return new Path.ZeroOrOne(path(inner));
        }
        default -> {}
      }
    }
    throw new IllegalArgumentException("not a path: " + triples);
  }

  private List<Path> members(Term list) {
    List<Path> members = new ArrayList<>();
    Optional<Term> cell = Optional.of(list);
    while (cell.isPresent() && object(cell.get(), FIRST).isPresent()) {
      members.add(path(object(cell.get(), FIRST).orElseThrow()));
      cell = object(cell.get(), REST);
    }
    return members;
  }
}
