// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** One text for what engines may write in several ways. */
final class Canonical {
  private Canonical() {}

  /** Language tags are in lower case: RDF 1.1 section 3.3 lets engines normalize them. */
  static String term(Term term) {
    return switch (term) {
      case Iri iri -> iri.toString();
      case BlankNode blank -> blank.toString();
      case Literal(String lexical, Iri datatype, String language) ->
          new Literal(lexical, datatype, language.toLowerCase(Locale.ROOT)).toString();
    };
  }

  /** A source shape that is a blank node has no name that engines share. */
  static String shape(Term term) {
    return term instanceof BlankNode ? "_:" : term.toString();
  }

  /** Sequences in sequences and alternatives in alternatives are one: some engines nest them. */
  static Path path(Path path) {
    return switch (path) {
      case Path.Predicate predicate -> predicate;
      case Path.Inverse(Path inner) -> new Path.Inverse(path(inner));
      case Path.ZeroOrMore(Path inner) -> new Path.ZeroOrMore(path(inner));
      case Path.OneOrMore(Path inner) -> new Path.OneOrMore(path(inner));
      case Path.ZeroOrOne(Path inner) -> new Path.ZeroOrOne(path(inner));
      case Path.Sequence(List<Path> members) ->
          new Path.Sequence(
              flat(members, p -> p instanceof Path.Sequence(var parts) ? parts : List.of(p)));
      case Path.Alternative(List<Path> members) ->
          new Path.Alternative(
              flat(members, p -> p instanceof Path.Alternative(var parts) ? parts : List.of(p)));
    };
  }

  private static List<Path> flat(List<Path> members, Function<Path, List<Path>> parts) {
    return members.stream()
        .map(Canonical::path)
        .flatMap(member -> Stream.of(parts.apply(member)).flatMap(List::stream))
        .toList();
  }
}
