// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.Spelling;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Reads property paths (SHACL section 2.3.1). */
final class PathReader {
  /** Deepest nesting of a path; this reader and others after it recur for each level. */
  private static final int MAX_NESTING = 100;

  /** Shared blank nodes could otherwise make a small document into an endless path. */
  private static final int MAX_STEPS = 100_000;

  private static final Map<Iri, Function<Path, Path>> UNARY =
      Map.of(
          Vocabulary.sh("inversePath"), Path.Inverse::new,
          Vocabulary.sh("zeroOrMorePath"), Path.ZeroOrMore::new,
          Vocabulary.sh("oneOrMorePath"), Path.OneOrMore::new,
          Vocabulary.sh("zeroOrOnePath"), Path.ZeroOrOne::new);

  private static final Iri ALTERNATIVE = Vocabulary.sh("alternativePath");

  private final ShapesGraph graph;
  private final ListReader lists;
  private final Findings findings;
  private final Set<Term> open = new HashSet<>();
  private int steps;

  PathReader(ShapesGraph graph, ListReader lists, Findings findings) {
    this.graph = graph;
    this.lists = lists;
    this.findings = findings;
  }

  /** The path that is the value of sh:path; empty when it is ill-formed, which is reported. */
  Optional<Path> read(ParameterValue value) {
    steps = 0;
    open.clear();
    return path(value);
  }

  private Optional<Path> path(ParameterValue value) {
    if (++steps > MAX_STEPS || open.size() > MAX_NESTING) return tooLarge(value);
    return switch (value.term()) {
      case Iri iri when iri.equals(Vocabulary.NIL) -> illFormed(value.at(), "is an empty list");
      case Iri iri -> Optional.of(new Path.Predicate(iri));
      case Literal literal -> illFormed(value.at(), "is " + WellFormedness.describe(literal));
      case BlankNode blank when !open.add(blank) -> illFormed(value.at(), "contains itself");
      case BlankNode blank -> {
        Optional<Path> path = structure(value);
        open.remove(blank);
        yield path;
      }
    };
  }

  private Optional<Path> structure(ParameterValue value) {
    List<Triple> forms =
        graph.of(value.term()).entrySet().stream()
            .filter(it -> UNARY.containsKey(it.getKey()) || it.getKey().equals(ALTERNATIVE))
            .flatMap(it -> it.getValue().stream())
            .toList();
    if (lists.isList(value.term())) {
      for (Triple other : forms) ignored(other);
      return members(value, "sequence").map(Path.Sequence::new);
    }
    if (forms.size() > 1) return illFormed(forms.get(1).predicateAt(), "has more than one form");
    if (forms.isEmpty()) return unknown(value);
    for (List<Triple> others : graph.of(value.term()).values())
      if (!others.equals(forms)) ignored(others.getFirst());
    Triple form = forms.getFirst();
    ParameterValue inner = value.with(form.object(), form.objectAt());
    Function<Path, Path> unary = UNARY.get(form.predicate());
    return unary == null
        ? members(inner, "alternative").map(Path.Alternative::new)
        : path(inner).map(unary);
  }

  private Optional<List<Path>> members(ParameterValue list, String kind) {
    Optional<List<ParameterValue>> members = lists.read(list);
    if (members.isEmpty()) return Optional.empty();
    if (members.get().size() < 2)
      return illFormed(
          list.at(), "is a" + (kind.startsWith("a") ? "n " : " ") + kind + " of fewer than two");
    List<Path> paths = new ArrayList<>();
    for (ParameterValue member : members.get()) {
      Optional<Path> path = path(member);
      if (path.isEmpty()) return Optional.empty();
      paths.add(path.get());
    }
    return Optional.of(paths);
  }

  /** W3C's test path-strange-001 wants the list of a node that is also another path. */
  private void ignored(Triple other) {
    findings.warning(
        "W0303",
        other.predicateAt(),
        Vocabulary.name(other.predicate())
            + " on this node is no part of its path and was not used",
        "A path node has one form and no other properties (SHACL section 2.3.1)");
  }

  private Optional<Path> unknown(ParameterValue value) {
    for (Iri predicate : graph.of(value.term()).keySet()) {
      String local = Vocabulary.localName(predicate, Vocabulary.SH);
      Optional<String> meant = Spelling.closest(local, Vocabulary.PATH_FORMS);
      if (meant.isEmpty()) continue;
      findings.error(
          "E0311",
          graph.triples(value.term(), predicate).getFirst().predicateAt(),
          "sh:" + local + " is no form of a path",
          "Did you mean sh:" + meant.get() + "?");
      return Optional.empty();
    }
    return illFormed(value.at(), "is a blank node with no form of a path");
  }

  private <T> Optional<T> illFormed(Origin at, String what) {
    findings.error(
        "E0311",
        at,
        "The path " + what,
        "A path is an IRI, a list of two or more paths, or a blank node with one of"
            + " sh:inversePath, sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath,"
            + " sh:zeroOrOnePath");
    return Optional.empty();
  }

  private Optional<Path> tooLarge(ParameterValue value) {
    findings.error(
        "E0823",
        value.at(),
        "The path is nested more than " + MAX_NESTING + " deep or longer than " + MAX_STEPS,
        "Give parts of it to property shapes of their own");
    return Optional.empty();
  }
}
