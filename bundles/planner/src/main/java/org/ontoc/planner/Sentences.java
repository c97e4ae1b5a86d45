// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * The sentence that a result shows when its shape has no sh:message: what must hold of a value
 * node, or of all of them. It has no full stop. Texts of the sources stand in it as they are; what
 * a terminal or a page must not see is the renderers' business.
 */
final class Sentences {
  private static final int MOST_VALUES = 8;
  private static final int DEEPEST = 2;

  private final Map<Term, Shape> shapes;
  private final ShortNames names;

  Sentences(Program program) {
    this.shapes = program.shapesById();
    this.names = ShortNames.of(program);
  }

  String of(Constraint constraint) {
    return of(constraint, 0);
  }

  private String of(Constraint constraint, int depth) {
    return switch (constraint) {
      case Constraint.Class c -> "must be an instance of " + name(c.type());
      case Constraint.Datatype c -> "must have the datatype " + name(c.datatype());
      case Constraint.NodeKind c -> "must be " + kind(c.kind());
      case Constraint.MinCount c -> "must have at least " + count(c.count(), "value");
      case Constraint.MaxCount c ->
          c.count() == 0 ? "must have no value" : "must have at most " + count(c.count(), "value");
      case Constraint.MinExclusive c -> "must be greater than " + value(c.bound());
      case Constraint.MinInclusive c -> "must be greater than or equal to " + value(c.bound());
      case Constraint.MaxExclusive c -> "must be less than " + value(c.bound());
      case Constraint.MaxInclusive c -> "must be less than or equal to " + value(c.bound());
      // A blank node has no length at all (SHACL section 4.4).
      case Constraint.MinLength c when c.length() == 0 -> "must be an IRI or a literal";
      case Constraint.MinLength c -> "must be at least " + count(c.length(), "character") + " long";
      case Constraint.MaxLength c -> "must be at most " + count(c.length(), "character") + " long";
      case Constraint.Pattern c -> "must match the pattern " + pattern(c);
      case Constraint.LanguageIn c -> languages(c.ranges());
      case Constraint.UniqueLang _ -> "must have at most 1 value for each language";
      case Constraint.Equals c -> "must have the same values as " + name(c.predicate());
      case Constraint.Disjoint c -> "must not be a value of " + name(c.predicate());
      case Constraint.LessThan c -> "must be less than every value of " + name(c.predicate());
      case Constraint.LessThanOrEquals c ->
          "must be less than or equal to every value of " + name(c.predicate());
      case Constraint.Not c -> "must not conform to " + shape(c.shape(), depth);
      case Constraint.And c -> "must conform to " + group("all", c.shapes(), depth);
      case Constraint.Or c -> "must conform to " + group("at least 1", c.shapes(), depth);
      case Constraint.Xone c -> "must conform to " + group("exactly 1", c.shapes(), depth);
      case Constraint.Node c -> "must conform to " + shape(c.shape(), depth);
      case Constraint.Property c -> "must conform to " + shape(c.shape(), depth);
      case Constraint.QualifiedValueShape c -> qualified(c, depth);
      case Constraint.Closed c -> closed(c.allowed());
      case Constraint.HasValue c -> "must have the value " + value(c.value());
      case Constraint.In c -> oneOf(c.values());
      case Constraint.Sparql c when c.source().isEmpty() -> "must satisfy " + name(c.type());
      case Constraint.Sparql c -> "must not be found by the SPARQL query" + line(c.query().at());
    };
  }

  private static String line(Origin at) {
    return at.isKnown() ? " at line " + at.line() : "";
  }

  private static String kind(NodeKind kind) {
    return switch (kind) {
      case BLANK_NODE -> "a blank node";
      case IRI -> "an IRI";
      case LITERAL -> "a literal";
      case BLANK_NODE_OR_IRI -> "a blank node or an IRI";
      case BLANK_NODE_OR_LITERAL -> "a blank node or a literal";
      case IRI_OR_LITERAL -> "an IRI or a literal";
    };
  }

  private static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String pattern(Constraint.Pattern pattern) {
    String flags = pattern.flags().isEmpty() ? "" : " with the flags \"" + pattern.flags() + "\"";
    return "\"" + pattern.regex() + "\"" + flags;
  }

  private static String languages(List<String> ranges) {
    if (ranges.isEmpty()) return "must have no value, since no language is allowed";
    return "must be in "
        + (ranges.size() == 1 ? "the language " : "one of the languages ")
        + list(ranges, range -> range);
  }

  private String qualified(Constraint.QualifiedValueShape c, int depth) {
    String conform = conform(c) + shape(c.shape(), depth);
    String others = c.siblings().isEmpty() ? "" : " and to none of its sibling shapes";
    return "must have " + bounds(c.min(), c.max()) + conform + others;
  }

  private static String conform(Constraint.QualifiedValueShape c) {
    return c.max().orElse(c.min().orElse(0)) == 1 ? " that conforms to " : " that conform to ";
  }

  private static String bounds(OptionalLong min, OptionalLong max) {
    if (max.isEmpty()) return "at least " + count(min.orElse(0), "value");
    if (min.isEmpty()) return "at most " + count(max.getAsLong(), "value");
    if (min.getAsLong() == max.getAsLong()) return "exactly " + count(max.getAsLong(), "value");
    return "at least " + min.getAsLong() + " and at most " + count(max.getAsLong(), "value");
  }

  private String closed(List<Iri> allowed) {
    if (allowed.isEmpty())
      return "must have no property, since the shape is closed and allows none";
    return "must have no other properties than " + list(allowed, this::name);
  }

  private String oneOf(List<Term> values) {
    if (values.isEmpty()) return "must have no value, since the list of allowed values is empty";
    return (values.size() == 1 ? "must be " : "must be one of ") + list(values, this::value);
  }

  private String group(String quantity, List<Term> members, int depth) {
    if (members.size() == 1 && !quantity.isEmpty()) return shape(members.getFirst(), depth);
    return quantity + " of " + list(members, member -> shape(member, depth));
  }

  /** A shape without a name of its own is told by what it says, as far as that stays readable. */
  private String shape(Term id, int depth) {
    if (id instanceof Iri iri) return name(iri);
    Shape shape = shapes.get(id);
    if (shape == null) return "a shape";
    if (depth < DEEPEST && shape.path().isEmpty() && shape.constraints().size() == 1) {
      return "\"" + of(shape.constraints().getFirst(), depth + 1) + "\"";
    }
    return shape.at().isKnown() ? "the shape at line " + shape.at().line() : "an unnamed shape";
  }

  private static <T> String list(List<T> members, Function<T, String> text) {
    String shown = members.stream().limit(MOST_VALUES).map(text).collect(Collectors.joining(", "));
    int more = members.size() - MOST_VALUES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private String value(Term term) {
    return switch (term) {
      case Iri iri -> name(iri);
      case Literal literal -> literal(literal);
      case org.ontoc.pipeline.ir.BlankNode blank -> blank.toString();
    };
  }

  private String literal(Literal literal) {
    if (!literal.language().isEmpty()) return literal.toString();
    return switch (name(literal.datatype())) {
      case "xsd:string" -> literal.toString();
      case "xsd:integer", "xsd:decimal", "xsd:boolean" -> literal.lexical();
      case String datatype -> Literal.string(literal.lexical()) + "^^" + datatype;
    };
  }

  private String name(Iri iri) {
    return names.of(iri);
  }
}
