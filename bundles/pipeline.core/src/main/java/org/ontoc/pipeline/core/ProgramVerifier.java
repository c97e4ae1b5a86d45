// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * Says what is wrong with a program that a stage returned. One verifier serves one compilation:
 * shapes that it has seen are not looked into again.
 */
final class ProgramVerifier {
  private final Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  Optional<String> verify(Program program) {
    String inOntology = Nulls.in(program.ontology());
    if (inOntology != null) return Optional.of("null at ontology." + inOntology);
    Set<Term> ids = new HashSet<>();
    for (Shape shape : program.shapes()) {
      if (!ids.add(shape.id())) return Optional.of("shape " + shape.id() + " occurs twice");
    }
    Optional<RecursiveShapes.Reference> negated = RecursiveShapes.of(program.shapes()).negated();
    if (negated.isPresent()) {
      Term shape = negated.get().from().id();
      return Optional.of("shape " + shape + " refers to itself through negation");
    }
    Map<Term, Shape> shapes = program.shapesById();
    for (Shape shape : program.shapes()) {
      String fault = seen.contains(shape) ? null : inside(shape);
      if (fault == null) fault = references(shape, shapes);
      if (fault != null) return Optional.of("shape " + shape.id() + ": " + fault);
      seen.add(shape);
    }
    return Optional.empty();
  }

  private static @Nullable String inside(Shape shape) {
    String where = Nulls.in(shape);
    if (where != null) return "null at " + where;
    if (shape.id() instanceof Literal) return "its id is a literal";
    String path = shape.path().map(ProgramVerifier::path).orElse(null);
    if (path != null) return path;
    for (Constraint constraint : shape.constraints()) {
      String fault = constraint(constraint, shape.path().isPresent());
      if (fault != null) return constraint.component() + ": " + fault;
    }
    return null;
  }

  private static @Nullable String references(Shape shape, Map<Term, Shape> shapes) {
    for (Constraint constraint : shape.constraints()) {
      for (Term reference : constraint.shapes()) {
        Shape found = shapes.get(reference);
        if (found == null) return constraint.component() + " refers to a missing " + reference;
        if (constraint instanceof Constraint.Property && found.path().isEmpty()) {
          return "Property refers to " + reference + ", which has no path";
        }
      }
    }
    return null;
  }

  private static @Nullable String path(Path path) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> iri.value().isEmpty() ? "its path has an empty IRI" : null;
      case Path.Inverse(Path inner) -> path(inner);
      case Path.ZeroOrMore(Path inner) -> path(inner);
      case Path.OneOrMore(Path inner) -> path(inner);
      case Path.ZeroOrOne(Path inner) -> path(inner);
      case Path.Sequence(var members) -> members(members);
      case Path.Alternative(var members) -> members(members);
    };
  }

  private static @Nullable String members(java.util.List<Path> members) {
    if (members.size() < 2) return "its path has a list of " + members.size() + " members";
    for (Path member : members) {
      String fault = path(member);
      if (fault != null) return fault;
    }
    return null;
  }

  private static @Nullable String constraint(Constraint constraint, boolean hasPath) {
    return switch (constraint) {
      case Constraint.MinCount(long count, var _) -> counted(count, hasPath);
      case Constraint.MaxCount(long count, var _) -> counted(count, hasPath);
      case Constraint.MinLength(long length, var _) -> natural(length);
      case Constraint.MaxLength(long length, var _) -> natural(length);
      case Constraint.UniqueLang _, Constraint.LessThan _, Constraint.LessThanOrEquals _ ->
          onPath(hasPath);
      case Constraint.QualifiedValueShape qualified -> qualified(qualified, hasPath);
      case Constraint.Class _,
          Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.Closed _,
          Constraint.HasValue _,
          Constraint.In _ ->
          null;
      case Constraint.Sparql sparql -> query(sparql);
    };
  }

  private static @Nullable String query(Constraint.Sparql sparql) {
    boolean asks = sparql.query().kind() == Query.Kind.ASK;
    return asks && sparql.source().isPresent() ? "sh:sparql with an ASK query" : null;
  }

  private static @Nullable String qualified(
      Constraint.QualifiedValueShape qualified, boolean hasPath) {
    if (qualified.min().isEmpty() && qualified.max().isEmpty()) return "it has no count";
    String fault = counted(qualified.min().orElse(0), hasPath);
    return fault != null ? fault : natural(qualified.max().orElse(0));
  }

  private static @Nullable String counted(long count, boolean hasPath) {
    String fault = natural(count);
    return fault != null ? fault : onPath(hasPath);
  }

  private static @Nullable String natural(long number) {
    return number < 0 ? number + " is negative" : null;
  }

  private static @Nullable String onPath(boolean hasPath) {
    return hasPath ? null : "it stands in a node shape";
  }
}
