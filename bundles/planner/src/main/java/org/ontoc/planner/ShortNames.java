// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * Shortens IRIs for sentences: to a prefixed name in the W3C vocabularies that everyone knows, to
 * the local name when no other IRI of the program has the same, else not at all.
 */
final class ShortNames {
  private static final Map<String, String> PREFIXES =
      Map.of(
          "http://www.w3.org/2001/XMLSchema#", "xsd:",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:",
          "http://www.w3.org/2000/01/rdf-schema#", "rdfs:",
          "http://www.w3.org/2002/07/owl#", "owl:",
          "http://www.w3.org/ns/shacl#", "sh:");

  /** What needs no quotes in a sentence and cannot be mistaken for a part of it. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_-]*");

  /** How many IRIs of the program end in a local name. */
  private final Map<String, Integer> uses = new HashMap<>();

  private final Set<Iri> seen = new HashSet<>();

  private ShortNames() {}

  static ShortNames of(Program program) {
    ShortNames names = new ShortNames();
    program.shapes().forEach(names::add);
    return names;
  }

  String of(Iri iri) {
    String local = local(iri);
    String prefix = PREFIXES.get(namespace(iri));
    if (!PLAIN.matcher(local).matches()) return iri.toString();
    if (prefix != null) return prefix + local;
    int others = uses.getOrDefault(local, 0) - (seen.contains(iri) ? 1 : 0);
    return others == 0 ? local : iri.toString();
  }

  private static String namespace(Iri iri) {
    return iri.value().substring(0, iri.value().length() - local(iri).length());
  }

  private static String local(Iri iri) {
    String value = iri.value();
    int hash = value.lastIndexOf('#');
    int cut = hash >= 0 ? hash : Math.max(value.lastIndexOf('/'), value.lastIndexOf(':'));
    return value.substring(cut + 1);
  }

  private void add(Shape shape) {
    add(shape.id());
    shape.path().ifPresent(this::add);
    shape.constraints().forEach(this::add);
  }

  private void add(Constraint constraint) {
    constraint.shapes().forEach(this::add);
    switch (constraint) {
      case Constraint.Class c -> add(c.type());
      case Constraint.Datatype c -> add(c.datatype());
      case Constraint.MinExclusive c -> add(c.bound());
      case Constraint.MinInclusive c -> add(c.bound());
      case Constraint.MaxExclusive c -> add(c.bound());
      case Constraint.MaxInclusive c -> add(c.bound());
      case Constraint.Equals c -> add(c.predicate());
      case Constraint.Disjoint c -> add(c.predicate());
      case Constraint.LessThan c -> add(c.predicate());
      case Constraint.LessThanOrEquals c -> add(c.predicate());
      case Constraint.Closed c -> c.allowed().forEach(this::add);
      case Constraint.HasValue c -> add(c.value());
      case Constraint.In c -> c.values().forEach(this::add);
      case Constraint.Sparql c -> add(c.type());
      case Constraint.NodeKind _,
          Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.UniqueLang _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.QualifiedValueShape _ -> {}
    }
  }

  private void add(Path path) {
    switch (path) {
      case Path.Predicate predicate -> add(predicate.iri());
      case Path.Inverse inverse -> add(inverse.path());
      case Path.Sequence sequence -> sequence.members().forEach(this::add);
      case Path.Alternative choice -> choice.members().forEach(this::add);
      case Path.ZeroOrMore closure -> add(closure.path());
      case Path.OneOrMore closure -> add(closure.path());
      case Path.ZeroOrOne optional -> add(optional.path());
    }
  }

  private void add(Term term) {
    if (term instanceof Literal literal) add(literal.datatype());
    if (term instanceof Iri iri && seen.add(iri)) uses.merge(local(iri), 1, Integer::sum);
  }
}
