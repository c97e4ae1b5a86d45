// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One constraint of a shape, as declared by one value of its parameters (SHACL section 4).
 * References to shapes are their terms, to be looked up in the {@link Program}. Counts and lengths
 * above {@code Long.MAX_VALUE} are held as that value: no graph reaches it.
 */
public sealed interface Constraint {
  /** The parameter's position. */
  Origin at();

  /**
   * The local name of the constraint component's IRI without {@code ConstraintComponent}, e.g.
   * {@code MinCount}.
   */
  default String component() {
    return getClass().getSimpleName();
  }

  /** The shapes that this constraint evaluates, in declaration order. */
  default List<Term> shapes() {
    return List.of();
  }

  /** sh:class. */
  record Class(Iri type, Origin at) implements Constraint {}

  /** sh:datatype. */
  record Datatype(Iri datatype, Origin at) implements Constraint {}

  /** sh:nodeKind. */
  record NodeKind(org.ontoc.pipeline.ir.NodeKind kind, Origin at) implements Constraint {}

  /** sh:minCount. */
  record MinCount(long count, Origin at) implements Constraint {}

  /** sh:maxCount. */
  record MaxCount(long count, Origin at) implements Constraint {}

  /** sh:minExclusive. */
  record MinExclusive(Literal bound, Origin at) implements Constraint {}

  /** sh:minInclusive. */
  record MinInclusive(Literal bound, Origin at) implements Constraint {}

  /** sh:maxExclusive. */
  record MaxExclusive(Literal bound, Origin at) implements Constraint {}

  /** sh:maxInclusive. */
  record MaxInclusive(Literal bound, Origin at) implements Constraint {}

  /** sh:minLength, in code points. */
  record MinLength(long length, Origin at) implements Constraint {}

  /** sh:maxLength, in code points. */
  record MaxLength(long length, Origin at) implements Constraint {}

  /** sh:pattern with sh:flags (empty when absent). */
  record Pattern(String regex, String flags, Origin at) implements Constraint {}

  /** sh:languageIn: basic language ranges. */
  record LanguageIn(List<String> ranges, Origin at) implements Constraint {
    public LanguageIn {
      ranges = List.copyOf(ranges);
    }
  }

  /** sh:uniqueLang true. */
  record UniqueLang(Origin at) implements Constraint {}

  /** sh:equals. */
  record Equals(Iri predicate, Origin at) implements Constraint {}

  /** sh:disjoint. */
  record Disjoint(Iri predicate, Origin at) implements Constraint {}

  /** sh:lessThan. */
  record LessThan(Iri predicate, Origin at) implements Constraint {}

  /** sh:lessThanOrEquals. */
  record LessThanOrEquals(Iri predicate, Origin at) implements Constraint {}

  /** sh:not. */
  record Not(Term shape, Origin at) implements Constraint {
    @Override
    public List<Term> shapes() {
      return List.of(shape);
    }
  }

  /** sh:and. */
  record And(List<Term> shapes, Origin at) implements Constraint {
    public And {
      shapes = List.copyOf(shapes);
    }
  }

  /** sh:or. */
  record Or(List<Term> shapes, Origin at) implements Constraint {
    public Or {
      shapes = List.copyOf(shapes);
    }
  }

  /** sh:xone. */
  record Xone(List<Term> shapes, Origin at) implements Constraint {
    public Xone {
      shapes = List.copyOf(shapes);
    }
  }

  /** sh:node. */
  record Node(Term shape, Origin at) implements Constraint {
    @Override
    public List<Term> shapes() {
      return List.of(shape);
    }
  }

  /** sh:property: the property shape's own results are reported, not this constraint's. */
  record Property(Term shape, Origin at) implements Constraint {
    @Override
    public List<Term> shapes() {
      return List.of(shape);
    }
  }

  /**
   * sh:qualifiedValueShape with its counts, of which at least one is present; {@code siblings} are
   * the sibling shapes when sh:qualifiedValueShapesDisjoint is true, else empty (SHACL section
   * 4.7.3). It is two constraint components: a violated minimum and a violated maximum are separate
   * results.
   */
  record QualifiedValueShape(
      Term shape, OptionalLong min, OptionalLong max, List<Term> siblings, Origin at)
      implements Constraint {
    public QualifiedValueShape {
      siblings = List.copyOf(siblings);
    }

    @Override
    public List<Term> shapes() {
      return java.util.stream.Stream.concat(java.util.stream.Stream.of(shape), siblings.stream())
          .toList();
    }
  }

  /**
   * sh:closed true: {@code allowed} are the paths of the shape's property shapes and
   * sh:ignoredProperties.
   */
  record Closed(List<Iri> allowed, Origin at) implements Constraint {
    public Closed {
      allowed = List.copyOf(allowed);
    }
  }

  /** sh:hasValue. */
  record HasValue(Term value, Origin at) implements Constraint {}

  /** sh:in. */
  record In(List<Term> values, Origin at) implements Constraint {
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * A SPARQL-based constraint (SHACL section 5), or one use of a SPARQL-based constraint component
   * (section 6). An ASK query holds for the value nodes that conform; each solution of a SELECT
   * query is a violation.
   *
   * @param type the constraint component's IRI: sh:SPARQLConstraintComponent, or the declared one
   * @param source the value of sh:sparql, which results name as their source constraint; empty for
   *     a component
   * @param messages of the constraint, the validator or the component, with {@code {?name}} or
   *     {@code {$name}} for the values of variables
   */
  record Sparql(Iri type, Optional<Term> source, Query query, List<Literal> messages, Origin at)
      implements Constraint {
    public Sparql {
      messages = List.copyOf(messages);
    }

    @Override
    public String component() {
      String iri = type.value();
      String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
      return local.endsWith("ConstraintComponent")
          ? local.substring(0, local.length() - "ConstraintComponent".length())
          : local;
    }
  }
}
