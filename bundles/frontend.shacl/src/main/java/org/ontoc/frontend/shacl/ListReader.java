// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/** Reads SHACL lists (SHACL section 1.1), of any length. */
final class ListReader {
  private final ShapesGraph graph;
  private final Findings findings;

  ListReader(ShapesGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  /** The members, each where it stands; empty when the list is ill-formed, which is reported. */
  Optional<List<ParameterValue>> read(ParameterValue list) {
    List<ParameterValue> members = new ArrayList<>();
    Set<Term> seen = new HashSet<>();
    Term node = list.term();
    Origin at = list.at();
    while (!node.equals(Vocabulary.NIL)) {
      if (!seen.add(node)) return illFormed(list, at, "comes back to itself");
      if (node instanceof Literal)
        return illFormed(list, at, "is " + WellFormedness.describe(node) + " here");
      List<Triple> first = graph.triples(node, Vocabulary.FIRST);
      List<Triple> rest = graph.triples(node, Vocabulary.REST);
      if (first.isEmpty() && rest.isEmpty() && members.isEmpty())
        return illFormed(list, at, "is " + WellFormedness.describe(node) + ", which is no list");
      if (first.size() != 1) return illFormed(list, place(first, at), count(first, "rdf:first"));
      if (rest.size() != 1) return illFormed(list, place(rest, at), count(rest, "rdf:rest"));
      members.add(list.with(first.getFirst().object(), first.getFirst().objectAt()));
      node = rest.getFirst().object();
      at = rest.getFirst().objectAt();
    }
    if (graph.has(node, Vocabulary.FIRST) || graph.has(node, Vocabulary.REST))
      return illFormed(list, at, "ends in an rdf:nil that has members");
    return Optional.of(members);
  }

  /** Whether a term is the head of a list, well-formed or not. */
  boolean isList(Term term) {
    return term.equals(Vocabulary.NIL)
        || graph.has(term, Vocabulary.FIRST)
        || graph.has(term, Vocabulary.REST);
  }

  private static Origin place(List<Triple> triples, Origin otherwise) {
    return triples.size() > 1 ? triples.get(1).objectAt() : otherwise;
  }

  private static String count(List<Triple> triples, String property) {
    return "has a node with " + (triples.isEmpty() ? "no " : "more than one ") + property;
  }

  private Optional<List<ParameterValue>> illFormed(ParameterValue list, Origin at, String what) {
    findings.error(
        "E0310",
        at,
        "The list of " + WellFormedness.name(list) + " " + what,
        "Write the list in parentheses");
    return Optional.empty();
  }
}
