// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.Features.entered;
import static org.ontoc.differential.Features.isClass;
import static org.ontoc.differential.Features.isProperty;
import static org.ontoc.differential.Features.mentions;
import static org.ontoc.differential.Features.sources;
import static org.ontoc.differential.Features.touches;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.ontoc.pipeline.ir.Literal;

/** The known deviations of the peers from the specification, each as narrow as it can be said. */
final class Explained {
  /**
   * A deviation.
   *
   * @param engines who deviates
   * @param reason who is right, and by which section
   */
  record Rule(
      List<String> engines, String name, String reason, BiPredicate<Pair, Difference> applies) {}

  static final List<Rule> RULES =
      List.of(
          jena(
              "sh:closed on a property shape",
              "4.8.1: the constraint is about the predicates of each value node; Jena looks at the"
                  + " focus node",
              (pair, d) -> touches(pair, d, s -> isProperty(s) && s.has("closed"))),
          topbraid(
              "sh:closed on a property shape",
              "3.6.2.1: sh:focusNode is the focus node that was validated; TopBraid writes the value"
                  + " node",
              (pair, d) ->
                  component(d, "Closed") && sources(pair, d).anyMatch(Features::isProperty)),
          jena(
              "sh:property of a property shape that is not itself reached by sh:property",
              "4.7.2: each value node is validated against the property shape; Jena validates the"
                  + " focus node",
              (pair, d) ->
                  touches(pair, d, s -> isProperty(s) && s.has("property") && entered(pair, s))),
          jena(
              "implicit class target of a shape without sh:NodeShape or sh:PropertyShape",
              "2.1.3.3: every shape that is an instance of rdfs:Class has itself as class target",
              (pair, d) -> touches(pair, d, s -> isClass(s) && !Features.isDeclared(s))),
          topbraid(
              "implicit class target of a shape with neither type nor other target",
              "2.1.3.3 and 2.1: a subject of a constraint parameter is a shape",
              (pair, d) ->
                  touches(
                      pair,
                      d,
                      s -> isClass(s) && !Features.isDeclared(s) && !Features.hasTarget(s))),
          topbraid(
              "sh:equals on a literal focus node",
              "4.5.1: a value node that is not a value of the property is a result; a literal has no"
                  + " properties, so that the literal itself is one",
              (pair, d) -> touches(pair, d, s -> s.has("equals"))),
          topbraid(
              "sh:class on a literal focus node",
              "4.1.1: each value node that is no instance is a result; TopBraid has none when the"
                  + " focus node is a literal",
              (pair, d) -> literalFocus(pair, d) && touches(pair, d, s -> s.has("class"))),
          topbraid(
              "sh:flags with x",
              "4.4.3: the flags are those of SPARQL's REGEX, which has x; TopBraid reports a failure",
              (pair, d) -> touches(pair, d, s -> Features.hasFlag(s, "x"))),
          jena(
              "sh:flags with q",
              "4.4.3: the flags are those of SPARQL's REGEX, whose specification is older than q;"
                  + " ours and TopBraid take the pattern literally, Jena does not",
              (pair, d) -> touches(pair, d, s -> Features.hasFlag(s, "q"))),
          jena(
              "order of types derived from xsd:string",
              "4.3: the order is SPARQL's, which may be extended (SPARQL 17.3.1); ours has the derived"
                  + " types, Jena's has not",
              (pair, d) ->
                  touches(pair, d, Features::orders)
                      && Features.STRINGS.stream().anyMatch(type -> mentions(pair, type))),
          topbraid(
              "24:00:00",
              "XSD 1.1 part 2, 3.3.7: 24:00:00 is the first moment of the following day; TopBraid"
                  + " orders it before",
              (pair, d) -> touches(pair, d, Features::orders) && pair.mentions("T24:00:00")),
          both(
              "order of language-tagged strings",
              "4.3: the order is SPARQL's, whose operator table has no language-tagged strings; the"
                  + " peers order them nevertheless",
              (pair, d) -> touches(pair, d, Features::orders) && pair.mentions("\"@")),
          both(
              "order of xsd:dateTimeStamp",
              "4.3: the order is SPARQL's, which may be extended (SPARQL 17.3.1); ours has the"
                  + " derived type, the peers' has not",
              (pair, d) -> touches(pair, d, Features::orders) && mentions(pair, "dateTimeStamp")),
          both(
              "order of durations",
              "4.3: the order is SPARQL's, which may be extended (SPARQL 17.3.1); ours has XSD's"
                  + " partial order of durations, the peers only parts of it",
              (pair, d) ->
                  touches(pair, d, Features::orders)
                      && (mentions(pair, "duration") || mentions(pair, "dayTimeDuration"))),
          both(
              "NaN",
              "4.3, 4.5.3: the order is SPARQL's, in which NaN is neither less nor greater than"
                  + " anything (F&O 6.3); the peers order it after all numbers",
              (pair, d) -> touches(pair, d, Features::orders) && pair.mentions("\"NaN\"")),
          both(
              "a term without order is at most itself",
              "4.3, 4.5.4: SPARQL's <= is an error for terms that its operator table does not"
                  + " list, even for the same term twice, and what is not true is a result",
              (pair, d) -> touches(pair, d, s -> Features.comparesSameTerm(pair, s))),
          both(
              "white space outside the lexical space",
              "RDF 1.1 Concepts 3.3: the lexical form must be in the datatype's lexical space, where"
                  + " XSD has this white space no longer; the peers collapse it first",
              (pair, d) ->
                  touches(pair, d, s -> Features.orders(s) || s.has("datatype"))
                      && Features.WHITE_SPACE.stream().anyMatch(pair::mentions)),
          both(
              "minus zero",
              "4.3, 4.5.3: the order is SPARQL's, in which minus zero equals zero (F&O 6.3.1); the"
                  + " peers order it before",
              (pair, d) ->
                  touches(pair, d, Features::orders)
                      && (pair.mentions("\"-0\"") || pair.mentions("\"-0.0E0\""))),
          jena(
              "sh:value of sh:uniqueLang",
              "4.4.5: the result is about a language tag and the text names no sh:value for it, as it"
                  + " does elsewhere; Jena adds one of the values",
              (pair, d) -> component(d, "UniqueLang")),
          jena(
              "leap seconds",
              "XSD 1.1 part 2, 3.3.7: seconds are less than 60, so that the literal is ill-typed",
              (pair, d) ->
                  touches(pair, d, s -> Features.orders(s) || s.has("datatype"))
                      && pair.mentions(":60Z")),
          both(
              "order of UTF-16 code units",
              "4.3, 4.5.3: the order is SPARQL's, by code points (F&O 7.3.2); the peers order"
                  + " surrogates before U+FFFD",
              (pair, d) ->
                  touches(pair, d, Features::orders)
                      && pair.mentions("\"😀")
                      && pair.mentions("\"\uFFFD")),
          both(
              "length in UTF-16 code units",
              "4.4.1, 4.4.2: the length is SPARQL's STRLEN, which counts characters (F&O 7.4.4)",
              (pair, d) -> touches(pair, d, Features::measures) && pair.mentions("😀")));

  private Explained() {}

  static Optional<Rule> of(Pair pair, Difference difference) {
    return RULES.stream()
        .filter(rule -> rule.engines().stream().anyMatch(difference::between))
        .filter(rule -> rule.applies().test(pair, difference))
        .findFirst();
  }

  private static boolean component(Difference difference, String name) {
    return difference.result().filter(result -> result.component().equals(name)).isPresent();
  }

  /** Whether a literal can be the focus node of some shape of the pair. */
  private static boolean literalFocus(Pair pair, Difference difference) {
    return difference.result().filter(r -> r.focus().startsWith("\"")).isPresent()
        || pair.data().stream().anyMatch(triple -> triple.object() instanceof Literal)
        || pair.shapes().stream()
            .flatMap(shape -> shape.all("targetNode"))
            .anyMatch(target -> target.terms().getFirst() instanceof Literal);
  }

  private static Rule jena(String name, String reason, BiPredicate<Pair, Difference> applies) {
    return new Rule(List.of("jena"), name, reason, applies);
  }

  private static Rule topbraid(String name, String reason, BiPredicate<Pair, Difference> applies) {
    return new Rule(List.of("topbraid"), name, reason, applies);
  }

  private static Rule both(String name, String reason, BiPredicate<Pair, Difference> applies) {
    return new Rule(List.of("jena", "topbraid"), name, reason, applies);
  }
}
