// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/** The merged documents: triples without duplicates, with lookups that answer in source order. */
final class ShapesGraph {
  private final Comparator<Triple> order;
  private boolean ofData;
  private final Map<Triple.Key, Triple> triples = new LinkedHashMap<>();
  private final Map<Term, Map<Iri, List<Triple>>> bySubject = new LinkedHashMap<>();
  private final Map<Iri, List<Triple>> byPredicate = new LinkedHashMap<>();
  private final Map<Iri, Set<Term>> subClasses = new HashMap<>();

  /** Whether the documents are data that hold or name their shapes. */
  boolean isOfData() {
    return ofData;
  }

  void setOfData() {
    ofData = true;
  }

  ShapesGraph(Comparator<Origin> positions) {
    order =
        Comparator.comparing(Triple::objectAt, positions)
            .thenComparing(Triple::predicateAt, positions)
            .thenComparing(Triple::subjectAt, positions);
  }

  /** Adds a triple; of equal ones the first in the sources stays. */
  void add(Triple triple) {
    triples.merge(
        triple.key(), triple, (old, other) -> order.compare(old, other) <= 0 ? old : other);
  }

  /** Prepares the lookups, which see what was added so far. */
  void index() {
    bySubject.clear();
    byPredicate.clear();
    subClasses.clear();
    List<Triple> sorted = triples.values().stream().sorted(order).toList();
    bySubject.putAll(
        sorted.stream()
            .collect(
                Collectors.groupingBy(
                    Triple::subject,
                    LinkedHashMap::new,
                    Collectors.groupingBy(
                        Triple::predicate, LinkedHashMap::new, Collectors.toList()))));
    byPredicate.putAll(
        sorted.stream()
            .collect(
                Collectors.groupingBy(Triple::predicate, LinkedHashMap::new, Collectors.toList())));
  }

  Stream<Triple> all() {
    return byPredicate.values().stream().flatMap(List::stream);
  }

  Collection<Term> subjects() {
    return bySubject.keySet();
  }

  List<Triple> withPredicate(Iri predicate) {
    return byPredicate.getOrDefault(predicate, List.of());
  }

  /** All triples of a subject, by predicate. */
  Map<Iri, List<Triple>> of(Term subject) {
    return bySubject.getOrDefault(subject, Map.of());
  }

  List<Triple> triples(Term subject, Iri predicate) {
    return of(subject).getOrDefault(predicate, List.of());
  }

  List<ParameterValue> values(Term shape, Iri parameter) {
    List<Triple> triples = triples(shape, parameter);
    return triples.isEmpty() ? List.of() : triples.stream().map(ParameterValue::of).toList();
  }

  boolean has(Term subject, Iri predicate) {
    return !triples(subject, predicate).isEmpty();
  }

  boolean contains(Term subject, Iri predicate, Term object) {
    return triples.containsKey(new Triple.Key(subject, predicate, object));
  }

  /** Where a term first stands as a subject. */
  Optional<Origin> firstSubject(Term term, Comparator<Origin> positions) {
    return of(term).values().stream().flatMap(List::stream).map(Triple::subjectAt).min(positions);
  }

  /** Whether a term is a SHACL instance of a class in this graph (SHACL section 1.1). */
  boolean isInstance(Term term, Iri type) {
    Set<Term> types = subClasses.computeIfAbsent(type, this::withSubClasses);
    return triples(term, Vocabulary.TYPE).stream().anyMatch(it -> types.contains(it.object()));
  }

  private Set<Term> withSubClasses(Iri type) {
    Map<Term, Set<Term>> below = new HashMap<>();
    for (Triple it : withPredicate(Vocabulary.SUB_CLASS_OF))
      below.computeIfAbsent(it.object(), _ -> new LinkedHashSet<>()).add(it.subject());
    Set<Term> found = new HashSet<>(Set.of(type));
    Deque<Term> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty())
      for (Term sub : below.getOrDefault(open.remove(), Set.of()))
        if (found.add(sub)) open.add(sub);
    return found;
  }
}
