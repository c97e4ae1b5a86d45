// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * The syntax rules of SHACL for single values (SHACL appendix A). What breaks a rule is reported
 * and comes back empty.
 */
final class WellFormedness {
  private static final Set<String> TRUE = Set.of("true", "1");
  private static final Set<String> FALSE = Set.of("false", "0");
  private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private final Findings findings;

  WellFormedness(Findings findings) {
    this.findings = findings;
  }

  Optional<Iri> iri(ParameterValue value) {
    if (value.term() instanceof Iri iri) return Optional.of(iri);
    return wrongKind(value, "an IRI");
  }

  Optional<Literal> literal(ParameterValue value) {
    if (value.term() instanceof Literal literal) return Optional.of(literal);
    return wrongKind(value, "a literal");
  }

  private <T> Optional<T> wrongKind(ParameterValue value, String needed) {
    findings.error(
        "E0304",
        value.at(),
        "The value of " + name(value) + " must be " + needed + ", not " + describe(value.term()),
        value.term() instanceof Literal literal && literal.lexical().contains(":")
            ? "Write IRIs in angle brackets or with a prefix, without quotes"
            : "");
    return Optional.empty();
  }

  private <T> Optional<T> wrongType(ParameterValue value, String needed, String hint) {
    findings.error(
        "E0305",
        value.at(),
        "The value of " + name(value) + " must be " + needed + ", not " + describe(value.term()),
        hint);
    return Optional.empty();
  }

  Optional<Boolean> bool(ParameterValue value) {
    if (value.term() instanceof Literal literal && literal.datatype().equals(Vocabulary.BOOLEAN)) {
      if (TRUE.contains(literal.lexical())) return Optional.of(true);
      if (FALSE.contains(literal.lexical())) return Optional.of(false);
    }
    return wrongType(value, "true or false", "Write true or false, without quotes");
  }

  Optional<String> string(ParameterValue value) {
    if (value.term() instanceof Literal literal && literal.datatype().equals(Vocabulary.STRING))
      return Optional.of(literal.lexical());
    return wrongType(value, "a string without a language", "");
  }

  /** A string or a string with a language. */
  Optional<Literal> text(ParameterValue value) {
    if (value.term() instanceof Literal literal
        && (literal.datatype().equals(Vocabulary.STRING) || !literal.language().isEmpty()))
      return Optional.of(literal);
    return wrongType(value, "a string", "");
  }

  /** A count or length; larger ones than any graph reaches are cut to the largest long. */
  Optional<Long> count(ParameterValue value) {
    boolean integer =
        value.term() instanceof Literal literal
            && literal.datatype().equals(Vocabulary.INTEGER)
            && literal.lexical().matches("[+-]?[0-9]+");
    if (!integer)
      return wrongType(
          value, "an xsd:integer", "Write the digits, without quotes and without a dot");
    String digits = ((Literal) value.term()).lexical();
    boolean positive = digits.length() <= 1000 || !digits.startsWith("-");
    if (digits.length() > 1000 && positive) return Optional.of(Long.MAX_VALUE);
    if (positive && new BigInteger(digits).signum() >= 0)
      return Optional.of(new BigInteger(digits).min(LONG).longValue());
    findings.error(
        "E0315",
        value.at(),
        "The value of " + name(value) + " is negative",
        "Remove it: no count and no length is below zero");
    return Optional.empty();
  }

  /** A shape's term: every IRI or blank node. */
  Optional<Term> shape(ParameterValue value) {
    if (!(value.term() instanceof Literal)) return Optional.of(value.term());
    findings.error(
        "E0303",
        value.at(),
        "The value of " + name(value) + " must be a shape, not " + describe(value.term()),
        "Name a shape by its IRI, or write one in square brackets");
    return Optional.empty();
  }

  /** The first value of a parameter that may have only one; the others are reported. */
  Optional<ParameterValue> single(List<ParameterValue> values) {
    if (values.isEmpty()) return Optional.empty();
    ParameterValue first = values.getFirst();
    for (ParameterValue other : values.subList(1, values.size()))
      findings.error(
          "E0306",
          other.at(),
          "A shape has at most one value of " + name(other) + ", and this is another",
          "Remove one of them, or move it to a shape of its own",
          new Diagnostic.Note(first.at(), "The first value is here"));
    return Optional.of(first);
  }

  /** Warns of a parameter whose constraint component lacks another one. */
  void alone(ParameterValue value, String needed) {
    findings.warning(
        "W0306",
        value.parameterAt(),
        name(value) + " does nothing without " + needed,
        "Add " + needed + " or remove this");
  }

  static String name(ParameterValue value) {
    return Vocabulary.name(value.parameter());
  }

  static String describe(Term term) {
    return switch (term) {
      case Iri iri -> "the IRI " + Vocabulary.name(iri);
      case BlankNode _ -> "a blank node";
      case Literal literal when literal.lexical().length() > 60 ->
          "a literal of " + Vocabulary.name(literal.datatype());
      case Literal literal -> "the literal " + shown(literal);
    };
  }

  private static String shown(Literal literal) {
    boolean plain = literal.datatype().equals(Vocabulary.STRING) || !literal.language().isEmpty();
    if (plain) return literal.toString();
    return Literal.string(literal.lexical()) + "^^" + Vocabulary.name(literal.datatype());
  }
}
