// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;

/** Evaluates the constraints of one shape for one focus node (SHACL section 4). */
final class ConstraintEvaluator {
  private static final String SH = "http://www.w3.org/ns/shacl#";

  private final ReferenceValidator validator;
  private final Graph data;
  private final Shape shape;
  private final Term focus;
  private final Set<Term> values;
  private final boolean report;
  private final List<Result> results = new ArrayList<>();

  /** With report unset, all that counts is whether there is a result. */
  ConstraintEvaluator(
      ReferenceValidator validator, Shape shape, Term focus, Set<Term> values, boolean report) {
    this.report = report;
    this.validator = validator;
    this.data = validator.data();
    this.shape = shape;
    this.focus = focus;
    this.values = values;
  }

  List<Result> results() {
    return results;
  }

  void evaluate(Constraint constraint) {
    switch (constraint) {
      case Constraint.Class c -> each(c, value -> validator.isInstance(value, c.type()));
      case Constraint.Datatype c -> each(c, value -> hasDatatype(value, c.datatype()));
      case Constraint.NodeKind c -> each(c, c.kind()::accepts);
      case Constraint.MinCount c -> whole(c, values.size() >= c.count());
      case Constraint.MaxCount c -> whole(c, values.size() <= c.count());
      case Constraint.MinExclusive c -> each(c, value -> ordered(c.bound(), value, o -> o < 0));
      case Constraint.MinInclusive c -> each(c, value -> ordered(c.bound(), value, o -> o <= 0));
      case Constraint.MaxExclusive c -> each(c, value -> ordered(c.bound(), value, o -> o > 0));
      case Constraint.MaxInclusive c -> each(c, value -> ordered(c.bound(), value, o -> o >= 0));
      case Constraint.MinLength c -> each(c, value -> length(value, n -> n >= c.length()));
      case Constraint.MaxLength c -> each(c, value -> length(value, n -> n <= c.length()));
      case Constraint.Pattern c -> pattern(c);
      case Constraint.LanguageIn c ->
          each(c, value -> c.ranges().stream().anyMatch(range -> inRange(value, range)));
      case Constraint.UniqueLang c -> uniqueLang(c);
      case Constraint.Equals c -> equal(c);
      case Constraint.Disjoint c -> each(c, value -> !others(c.predicate()).contains(value));
      case Constraint.LessThan c -> pairs(c, c.predicate(), order -> order < 0);
      case Constraint.LessThanOrEquals c -> pairs(c, c.predicate(), order -> order <= 0);
      case Constraint.Not c -> each(c, value -> !validator.conforms(c.shape(), value));
      case Constraint.And c -> counted(c, n -> n == c.shapes().size());
      case Constraint.Or c -> counted(c, n -> n > 0);
      case Constraint.Xone c -> counted(c, n -> n == 1);
      case Constraint.Node c -> counted(c, n -> n == 1);
      case Constraint.Property c -> property(c);
      case Constraint.QualifiedValueShape c -> qualified(c);
      case Constraint.Closed c -> closed(c);
      case Constraint.HasValue c -> whole(c, values.contains(Graph.normal(c.value())));
      case Constraint.In c -> {
        List<Term> members = c.values().stream().map(Graph::normal).toList();
        each(c, members::contains);
      }
      case Constraint.Sparql _ -> throw new IllegalArgumentException("no engine for " + constraint);
    }
  }

  private void each(Constraint constraint, Predicate<Term> holds) {
    for (Term value : values) {
      if (!holds.test(value)) add(constraint.component(), shape.path(), Optional.of(value));
    }
  }

  /**
   * A number of the constraint's shapes is to hold. When too few do, those that do not explain it;
   * when too many do, nothing does.
   */
  private void counted(Constraint constraint, java.util.function.LongPredicate holds) {
    for (Term value : values) {
      long count = conforming(constraint.shapes(), value);
      if (holds.test(count)) continue;
      boolean tooFew = constraint instanceof Constraint.And || count == 0;
      List<Term> explaining = tooFew ? constraint.shapes() : List.of();
      add(
          constraint.component(),
          shape.path(),
          Optional.of(value),
          report ? validator.details(explaining, value) : List.of());
    }
  }

  private void whole(Constraint constraint, boolean holds) {
    if (!holds) add(constraint.component(), shape.path(), Optional.empty());
  }

  private void add(String component, Optional<Path> path, Optional<Term> value) {
    add(component, path, value, List.of());
  }

  private void add(
      String component, Optional<Path> path, Optional<Term> value, List<Result> details) {
    Iri iri = new Iri(SH + component + "ConstraintComponent");
    results.add(new Result(focus, path, value, iri, shape.id(), shape.severity(), details));
  }

  private static boolean hasDatatype(Term value, Iri datatype) {
    return value instanceof Literal literal
        && literal.datatype().equals(datatype)
        && Datatypes.isValid(literal);
  }

  private static boolean ordered(Term left, Term right, IntPredicate holds) {
    OptionalInt order = Comparison.compare(left, right);
    return order.isPresent() && holds.test(order.getAsInt());
  }

  /** SPARQL's str(); empty for a blank node. */
  private static Optional<String> text(Term term) {
    return switch (term) {
      case Iri(String value) -> Optional.of(value);
      case Literal literal -> Optional.of(literal.lexical());
      case BlankNode _ -> Optional.empty();
    };
  }

  private static boolean length(Term value, java.util.function.LongPredicate holds) {
    return text(value).filter(t -> holds.test(t.codePointCount(0, t.length()))).isPresent();
  }

  /** SPARQL's langMatches: basic filtering of RFC 4647, section 3.3.1. */
  private static boolean inRange(Term value, String range) {
    if (!(value instanceof Literal literal) || literal.language().isEmpty()) return false;
    String tag = literal.language();
    String wanted = range.toLowerCase(java.util.Locale.ROOT);
    if (wanted.isEmpty()) return false;
    return wanted.equals("*") || tag.equals(wanted) || tag.startsWith(wanted + "-");
  }

  private void pattern(Constraint.Pattern constraint) {
    java.util.regex.Pattern pattern = Regex.of(constraint.regex(), constraint.flags());
    each(constraint, value -> text(value).filter(it -> pattern.matcher(it).find()).isPresent());
  }

  /** The results are those of the property shape itself (SHACL section 4.7.2). */
  private void property(Constraint.Property constraint) {
    Shape property = validator.shape(constraint.shape());
    for (Term value : values) {
      if (report) results.addAll(validator.results(property, value));
      else if (!validator.conforms(property.id(), value))
        add("Property", shape.path(), Optional.of(value));
    }
  }

  private void uniqueLang(Constraint constraint) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (Term value : values) {
      if (value instanceof Literal literal && !literal.language().isEmpty()) {
        uses.merge(literal.language(), 1, Integer::sum);
      }
    }
    uses.values().forEach(count -> whole(constraint, count < 2));
  }

  private Set<Term> others(Iri predicate) {
    return data.objects(focus, predicate);
  }

  private void equal(Constraint.Equals constraint) {
    Set<Term> others = others(constraint.predicate());
    each(constraint, others::contains);
    for (Term other : others) {
      if (!values.contains(other)) {
        add(constraint.component(), shape.path(), Optional.of(other));
      }
    }
  }

  private void pairs(Constraint constraint, Iri predicate, IntPredicate holds) {
    for (Term value : values) {
      for (Term other : others(predicate)) {
        if (!ordered(value, other, holds)) {
          add(constraint.component(), shape.path(), Optional.of(value));
        }
      }
    }
  }

  private long conforming(List<Term> members, Term value) {
    return members.stream().filter(member -> validator.conforms(member, value)).count();
  }

  private void qualified(Constraint.QualifiedValueShape constraint) {
    long count =
        values.stream()
            .filter(value -> validator.conforms(constraint.shape(), value))
            .filter(value -> conforming(constraint.siblings(), value) == 0)
            .count();
    if (count < constraint.min().orElse(0)) {
      List<Result> details = new ArrayList<>();
      for (Term value : report ? values : Set.<Term>of()) {
        details.addAll(validator.details(List.of(constraint.shape()), value));
      }
      add("QualifiedMinCount", shape.path(), Optional.empty(), details);
    }
    if (count > constraint.max().orElse(Long.MAX_VALUE)) {
      add("QualifiedMaxCount", shape.path(), Optional.empty());
    }
  }

  /** Every triple of a value node whose predicate is not allowed is a result. */
  private void closed(Constraint.Closed constraint) {
    for (Triple triple : data.triples()) {
      if (values.contains(triple.subject()) && !constraint.allowed().contains(triple.predicate())) {
        Path path = new Path.Predicate(triple.predicate());
        add(constraint.component(), Optional.of(path), Optional.of(triple.object()));
      }
    }
  }
}
