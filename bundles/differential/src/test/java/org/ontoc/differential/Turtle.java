// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Writes shapes as Turtle. Shapes that are blank nodes keep their labels. */
final class Turtle {
  private static final String PREFIXES =
      """
      @prefix sh: <%s> .
      @prefix ex: <%s> .
      @prefix xsd: <%s> .
      @prefix rdf: <%s> .
      @prefix rdfs: <%s> .

      """
          .formatted(Vocabulary.SH, Vocabulary.EX, Vocabulary.XSD, Vocabulary.RDF, Vocabulary.RDFS);

  private Turtle() {}

  static String write(List<Shape> shapes) {
    return PREFIXES + shapes.stream().map(Turtle::shape).collect(joining("\n"));
  }

  /** Data with prefixes, predicate lists and object lists. */
  static String data(List<Triple> triples) {
    Map<Term, Map<Term, List<String>>> grouped = new LinkedHashMap<>();
    for (Triple triple : triples)
      grouped
          .computeIfAbsent(triple.subject(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(triple.predicate(), _ -> new ArrayList<>())
          .add(term(triple.object()));
    StringBuilder text = new StringBuilder(PREFIXES);
    grouped.forEach(
        (subject, predicates) ->
            text.append(term(subject))
                .append(' ')
                .append(
                    predicates.entrySet().stream()
                        .map(e -> predicate(e.getKey()) + " " + String.join(" , ", e.getValue()))
                        .collect(joining(" ;\n  ")))
                .append(" .\n"));
    return text.toString();
  }

  private static String predicate(Term predicate) {
    return predicate.equals(Vocabulary.TYPE) ? "a" : term(predicate);
  }

  private static String shape(Shape shape) {
    StringBuilder text = new StringBuilder();
    shape.path().ifPresent(path -> text.append(statement(shape, "sh:path", path(path))));
    for (Parameter parameter : shape.parameters()) {
      String name = parameter.name().equals("a") ? "a" : "sh:" + parameter.name();
      text.append(statement(shape, name, value(parameter)));
    }
    return text.toString();
  }

  private static String statement(Shape shape, String name, String value) {
    return term(shape.id()) + " " + name + " " + value + " .\n";
  }

  private static String value(Parameter parameter) {
    return switch (parameter) {
      case Parameter.One one -> term(one.value());
      case Parameter.Many many ->
          many.terms().stream().map(Turtle::term).collect(joining(" ", "( ", " )"));
    };
  }

  private static String term(Term term) {
    if (!(term instanceof Iri(String iri))) return term.toString();
    if (local(iri, Vocabulary.SH)) return "sh:" + iri.substring(Vocabulary.SH.length());
    if (local(iri, Vocabulary.EX)) return "ex:" + iri.substring(Vocabulary.EX.length());
    return term.toString();
  }

  private static boolean local(String iri, String namespace) {
    return iri.startsWith(namespace) && iri.substring(namespace.length()).matches("[A-Za-z]\\w*");
  }

  static String path(Path path) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> term(iri);
      case Path.Inverse(Path inner) -> "[ sh:inversePath " + path(inner) + " ]";
      case Path.Sequence(List<Path> members) -> list(members);
      case Path.Alternative(List<Path> members) -> "[ sh:alternativePath " + list(members) + " ]";
      case Path.ZeroOrMore(Path inner) -> "[ sh:zeroOrMorePath " + path(inner) + " ]";
      case Path.OneOrMore(Path inner) -> "[ sh:oneOrMorePath " + path(inner) + " ]";
      case Path.ZeroOrOne(Path inner) -> "[ sh:zeroOrOnePath " + path(inner) + " ]";
    };
  }

  private static String list(List<Path> members) {
    return members.stream().map(Turtle::path).collect(joining(" ", "( ", " )"));
  }
}
