// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Term;

/** One line about a constraint; shapes are named by their numbers in the plan. */
final class ConstraintText {
  private ConstraintText() {}

  static String of(Constraint constraint, Map<Term, Integer> numbers) {
    String parameters =
        switch (constraint) {
          case Constraint.Class(Iri type, _) -> type.toString();
          case Constraint.Datatype(Iri datatype, _) -> datatype.toString();
          case Constraint.NodeKind(NodeKind kind, _) -> kind.localName();
          case Constraint.MinCount(long count, _) -> Long.toString(count);
          case Constraint.MaxCount(long count, _) -> Long.toString(count);
          case Constraint.MinExclusive(Literal bound, _) -> bound.toString();
          case Constraint.MinInclusive(Literal bound, _) -> bound.toString();
          case Constraint.MaxExclusive(Literal bound, _) -> bound.toString();
          case Constraint.MaxInclusive(Literal bound, _) -> bound.toString();
          case Constraint.MinLength(long length, _) -> Long.toString(length);
          case Constraint.MaxLength(long length, _) -> Long.toString(length);
          case Constraint.Pattern(String regex, String flags, _) ->
              "\"" + regex + "\"" + (flags.isEmpty() ? "" : " flags " + flags);
          case Constraint.LanguageIn(List<String> ranges, _) -> String.join(", ", ranges);
          case Constraint.UniqueLang _ -> "";
          case Constraint.Equals(Iri predicate, _) -> predicate.toString();
          case Constraint.Disjoint(Iri predicate, _) -> predicate.toString();
          case Constraint.LessThan(Iri predicate, _) -> predicate.toString();
          case Constraint.LessThanOrEquals(Iri predicate, _) -> predicate.toString();
          case Constraint.Not(Term shape, _) -> shape(shape, numbers);
          case Constraint.And(List<Term> shapes, _) -> shapes(shapes, numbers);
          case Constraint.Or(List<Term> shapes, _) -> shapes(shapes, numbers);
          case Constraint.Xone(List<Term> shapes, _) -> shapes(shapes, numbers);
          case Constraint.Node(Term shape, _) -> shape(shape, numbers);
          case Constraint.Property(Term shape, _) -> shape(shape, numbers);
          case Constraint.QualifiedValueShape qualified -> qualified(qualified, numbers);
          case Constraint.Closed(List<Iri> allowed, _) ->
              "allows " + Amounts.of(allowed.size(), "predicate");
          case Constraint.HasValue(Term value, _) -> value.toString();
          case Constraint.In(List<Term> values, _) -> Amounts.of(values.size(), "value");
          case Constraint.Sparql sparql -> query(sparql.query());
        };
    return (constraint.component() + " " + parameters).strip();
  }

  static String query(Query query) {
    return query.kind()
        + " query"
        + query.bindings().stream()
            .map(binding -> ", " + binding.variable() + " " + binding.value())
            .collect(Collectors.joining());
  }

  private static String qualified(
      Constraint.QualifiedValueShape qualified, Map<Term, Integer> numbers) {
    String disjoint =
        qualified.siblings().isEmpty()
            ? ""
            : ", disjoint from " + shapes(qualified.siblings(), numbers);
    return shape(qualified.shape(), numbers)
        + bound(", at least ", qualified.min())
        + bound(", at most ", qualified.max())
        + disjoint;
  }

  private static String bound(String words, OptionalLong count) {
    return count.isPresent() ? words + count.getAsLong() : "";
  }

  private static String shapes(List<Term> shapes, Map<Term, Integer> numbers) {
    return shapes.stream().map(shape -> shape(shape, numbers)).collect(Collectors.joining(", "));
  }

  private static String shape(Term shape, Map<Term, Integer> numbers) {
    Integer number = numbers.get(shape);
    return number == null ? shape.toString() : "shape " + number;
  }
}
