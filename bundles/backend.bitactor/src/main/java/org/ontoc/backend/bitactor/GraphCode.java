// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphImage.Instruction;
import org.ontoc.runtime.bitactor.graph.GraphOpcode;

/** Makes each check the instruction that executes it. */
final class GraphCode {
  private static final Iri LANG_STRING =
      new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");

  private final GraphTables tables;
  private final TermNumbers terms;
  private final Map<Term, Integer> shapes;
  private final boolean explained;

  /** With explained set, results are explained by those of other shapes. */
  GraphCode(GraphTables tables, Map<Term, Integer> shapes, boolean explained) {
    this.tables = tables;
    this.terms = tables.terms;
    this.shapes = shapes;
    this.explained = explained;
  }

  /** Where in a handler the instruction of a check stands. */
  static GraphOpcode.Place place(Check check) {
    return switch (check.constraint()) {
      case Constraint.MinCount _, Constraint.MaxCount _, Constraint.HasValue _ ->
          GraphOpcode.Place.FIRST;
      case Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _,
          Constraint.QualifiedValueShape _,
          Constraint.Sparql _ ->
          GraphOpcode.Place.SET;
      default -> GraphOpcode.Place.VALUE;
    };
  }

  /** To be called in the order of the instructions: that is the one of the sets. */
  Instruction of(Check check) {
    int n = check.number();
    return switch (check.constraint()) {
      case Constraint.MinCount c -> counted(GraphOpcode.MINCOUNT, n, c.count());
      case Constraint.MaxCount c -> counted(GraphOpcode.MAXCOUNT, n, c.count());
      case Constraint.HasValue c -> plain(GraphOpcode.HASVALUE, n, terms.id(c.value()));
      case Constraint.Class c -> plain(GraphOpcode.CLASS, n, terms.instanceOf(c.type()));
      case Constraint.Datatype c when c.datatype().equals(LANG_STRING) ->
          plain(GraphOpcode.LANGSTRING, n, 0);
      case Constraint.Datatype c -> plain(GraphOpcode.DATATYPE, n, terms.id(c.datatype()));
      case Constraint.NodeKind c -> plain(GraphOpcode.KIND, n, c.kind().bits());
      case Constraint.MinExclusive c -> plain(GraphOpcode.MINEXCLUSIVE, n, terms.id(c.bound()));
      case Constraint.MinInclusive c -> plain(GraphOpcode.MININCLUSIVE, n, terms.id(c.bound()));
      case Constraint.MaxExclusive c -> plain(GraphOpcode.MAXEXCLUSIVE, n, terms.id(c.bound()));
      case Constraint.MaxInclusive c -> plain(GraphOpcode.MAXINCLUSIVE, n, terms.id(c.bound()));
      case Constraint.MinLength c -> counted(GraphOpcode.MINLENGTH, n, c.length());
      case Constraint.MaxLength c -> counted(GraphOpcode.MAXLENGTH, n, c.length());
      case Constraint.Pattern c -> pattern(n, c);
      case Constraint.LanguageIn c -> plain(GraphOpcode.LANGUAGEIN, n, ranges(c.ranges()));
      case Constraint.Not c -> plain(GraphOpcode.NOT, n, number(c.shape()));
      case Constraint.And c -> explained(GraphOpcode.AND, n, list(c.shapes()));
      case Constraint.Or c -> explained(GraphOpcode.OR, n, list(c.shapes()));
      case Constraint.Xone c -> explained(GraphOpcode.XONE, n, list(c.shapes()));
      case Constraint.Node c -> explained(GraphOpcode.NODE, n, number(c.shape()));
      case Constraint.In c -> plain(GraphOpcode.IN, n, ascending(c.values()));
      case Constraint.Closed c -> plain(GraphOpcode.CLOSED, n, ascending(c.allowed()));
      case Constraint.Property c -> plain(GraphOpcode.PROPERTY, n, number(c.shape()));
      case Constraint.UniqueLang _ -> plain(GraphOpcode.UNIQUELANG, n, 0);
      case Constraint.Equals c -> plain(GraphOpcode.EQUALS, n, terms.forward(c.predicate()));
      case Constraint.Disjoint c -> plain(GraphOpcode.DISJOINT, n, terms.forward(c.predicate()));
      case Constraint.LessThan c -> plain(GraphOpcode.LESS, n, terms.forward(c.predicate()));
      case Constraint.LessThanOrEquals c ->
          plain(GraphOpcode.LESSEQUAL, n, terms.forward(c.predicate()));
      case Constraint.QualifiedValueShape c -> qualified(n, c);
      case Constraint.Sparql _ -> throw new IllegalArgumentException("a query: " + check);
    };
  }

  private static Instruction plain(GraphOpcode opcode, int check, int a) {
    return new Instruction(opcode, 0, check, a, 0);
  }

  private Instruction explained(GraphOpcode opcode, int check, int a) {
    return new Instruction(opcode, explained ? GraphOpcode.EXPLAINED : 0, check, a, 0);
  }

  private static Instruction counted(GraphOpcode opcode, int check, long count) {
    return new Instruction(opcode, 0, check, (int) count, (int) (count >>> 32));
  }

  private Instruction pattern(int check, Constraint.Pattern pattern) {
    GraphTables.Place place = tables.automaton(pattern);
    return plain(place.opcode(), check, place.index());
  }

  private Instruction qualified(int check, Constraint.QualifiedValueShape c) {
    long min = c.min().orElse(0);
    int siblings = c.siblings().isEmpty() ? GraphImage.NO_SET : list(c.siblings());
    tables.qualified.add(
        new GraphImage.Qualified(min, c.max().orElse(-1), number(c.shape()), siblings));
    int entry = tables.qualified.size() - 1;
    return min > 0
        ? explained(GraphOpcode.QUALIFIED, check, entry)
        : plain(GraphOpcode.QUALIFIED, check, entry);
  }

  private int number(Term shape) {
    Integer number = shapes.get(shape);
    if (number == null) throw new IllegalArgumentException("the plan lacks the shape " + shape);
    return number;
  }

  private int list(List<Term> of) {
    return tables.set(of.stream().mapToInt(this::number).toArray());
  }

  private int ascending(List<? extends Term> of) {
    return tables.set(of.stream().mapToInt(terms::id).sorted().distinct().toArray());
  }

  private int ranges(List<String> ranges) {
    return tables.set(ranges.stream().mapToInt(tables::string).toArray());
  }
}
