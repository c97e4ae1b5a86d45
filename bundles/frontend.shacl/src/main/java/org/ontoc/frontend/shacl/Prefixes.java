// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** Reads the prefixes that a query is given by sh:prefixes (SHACL section 5.2.1). */
final class Prefixes {
  private static final Pattern NAME =
      Pattern.compile("(\\p{L}([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?)?");
  private static final Pattern NOT_IN_IRI = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");
  private static final Iri ANY_URI = new Iri(Vocabulary.XSD + "anyURI");

  private final ShapesGraph graph;
  private final Findings findings;
  private final WellFormedness rules;

  Prefixes(ShapesGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
    this.rules = new WellFormedness(findings);
  }

  /** PREFIX lines, one for each prefix, for the values of sh:prefixes and all that they import. */
  String of(Term executable) {
    Map<String, String> namespaces = new TreeMap<>();
    Map<String, ParameterValue> declared = new HashMap<>();
    for (Term ontology : ontologies(executable))
      for (ParameterValue declaration : graph.values(ontology, Vocabulary.sh("declare")))
        declare(declaration, namespaces, declared);
    StringBuilder lines = new StringBuilder();
    namespaces.forEach(
        (prefix, namespace) ->
            lines.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n"));
    return lines.toString();
  }

  /** sh:prefixes/owl:imports*. */
  private Set<Term> ontologies(Term executable) {
    Deque<Term> open = new ArrayDeque<>();
    for (ParameterValue it : graph.values(executable, Vocabulary.sh("prefixes")))
      rules.shape(it).ifPresent(open::add);
    Set<Term> found = new HashSet<>();
    while (!open.isEmpty()) {
      Term ontology = open.remove();
      if (!found.add(ontology)) continue;
      for (Triple it : graph.triples(ontology, Vocabulary.OWL_IMPORTS)) open.add(it.object());
    }
    return found;
  }

  private void declare(
      ParameterValue declaration,
      Map<String, String> namespaces,
      Map<String, ParameterValue> declared) {
    Optional<String> prefix =
        one(declaration, "prefix", Vocabulary.STRING, NAME.asMatchPredicate());
    Optional<String> namespace =
        one(declaration, "namespace", ANY_URI, it -> !NOT_IN_IRI.matcher(it).find());
    if (prefix.isEmpty() || namespace.isEmpty()) return;
    String other = namespaces.putIfAbsent(prefix.get(), namespace.get());
    ParameterValue first = declared.putIfAbsent(prefix.get(), declaration);
    if (other == null || first == null || other.equals(namespace.get())) return;
    findings.error(
        "E0345",
        declaration.at(),
        "The prefix " + prefix.get() + ": has two namespaces, and both reach one query",
        "Declare it once, or give the query other sh:prefixes",
        new Diagnostic.Note(first.at(), "It is <" + other + "> here"));
  }

  private Optional<String> one(
      ParameterValue declaration,
      String property,
      Iri datatype,
      java.util.function.Predicate<String> wellFormed) {
    List<ParameterValue> values = graph.values(declaration.term(), Vocabulary.sh(property));
    boolean good =
        values.size() == 1
            && values.getFirst().term() instanceof Literal literal
            && literal.datatype().equals(datatype)
            && wellFormed.test(literal.lexical());
    if (good) return Optional.of(((Literal) values.getFirst().term()).lexical());
    findings.error(
        "E0345",
        values.isEmpty() ? declaration.at() : values.getFirst().at(),
        "A prefix declaration needs exactly one sh:"
            + property
            + " that is an "
            + Vocabulary.name(datatype)
            + " and can stand in SPARQL",
        "Write [ sh:prefix \"ex\" ; sh:namespace \"http://example.org/\"^^xsd:anyURI ]");
    return Optional.empty();
  }
}
