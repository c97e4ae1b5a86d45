// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** A set of triples with the path evaluation of SHACL section 2.3.2. */
final class Graph {
  private record Key(Term node, Iri predicate) {}

  private final Set<Triple> triples = new LinkedHashSet<>();
  private final Map<Key, Set<Term>> objects = new HashMap<>();
  private final Map<Key, Set<Term>> subjects = new HashMap<>();

  Graph(Collection<Triple> data) {
    for (Triple triple : data) {
      Triple normal =
          new Triple(normal(triple.subject()), triple.predicate(), normal(triple.object()));
      if (!triples.add(normal)) continue;
      put(objects, normal.subject(), normal.predicate(), normal.object());
      put(subjects, normal.object(), normal.predicate(), normal.subject());
    }
  }

  private static void put(Map<Key, Set<Term>> map, Term node, Iri predicate, Term other) {
    map.computeIfAbsent(new Key(node, predicate), _ -> new LinkedHashSet<>()).add(other);
  }

  /** The term with its language tag in lower case, in which tags are compared (RDF 1.1, 3.3). */
  static Term normal(Term term) {
    return term instanceof Literal(String lexical, Iri datatype, String language)
        ? new Literal(lexical, datatype, language.toLowerCase(Locale.ROOT))
        : term;
  }

  Set<Triple> triples() {
    return triples;
  }

  Set<Term> objects(Term subject, Iri predicate) {
    return objects.getOrDefault(new Key(subject, predicate), Set.of());
  }

  Set<Term> subjects(Iri predicate, Term object) {
    return subjects.getOrDefault(new Key(object, predicate), Set.of());
  }

  /** The nodes that a path reaches from a node. */
  Set<Term> values(Path path, Term from) {
    return values(path, from, false);
  }

  private Set<Term> values(Path path, Term from, boolean inverse) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> inverse ? subjects(iri, from) : objects(from, iri);
      case Path.Inverse(Path inner) -> values(inner, from, !inverse);
      case Path.Sequence(List<Path> members) -> sequence(members, from, inverse);
      case Path.Alternative(List<Path> members) -> {
        Set<Term> found = new LinkedHashSet<>();
        members.forEach(member -> found.addAll(values(member, from, inverse)));
        yield found;
      }
      case Path.ZeroOrOne(Path inner) -> {
        Set<Term> found = new LinkedHashSet<>(List.of(from));
        found.addAll(values(inner, from, inverse));
        yield found;
      }
      case Path.ZeroOrMore(Path inner) ->
          closure(List.of(from), node -> values(inner, node, inverse));
      case Path.OneOrMore(Path inner) ->
          closure(values(inner, from, inverse), node -> values(inner, node, inverse));
    };
  }

  private Set<Term> sequence(List<Path> members, Term from, boolean inverse) {
    List<Path> order = new ArrayList<>(inverse ? members.reversed() : members);
    Set<Term> now = Set.of(from);
    for (Path member : order) {
      Set<Term> next = new LinkedHashSet<>();
      now.forEach(node -> next.addAll(values(member, node, inverse)));
      now = next;
    }
    return now;
  }

  /** The nodes given and all that can be reached from them step by step. */
  static Set<Term> closure(Collection<Term> from, Function<Term, Collection<Term>> step) {
    Set<Term> found = new LinkedHashSet<>(from);
    Deque<Term> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (Term next : step.apply(open.remove())) if (found.add(next)) open.add(next);
    }
    return found;
  }
}
