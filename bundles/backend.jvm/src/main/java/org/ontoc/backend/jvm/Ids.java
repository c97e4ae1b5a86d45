// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.runtime.graph.Program;
import org.ontoc.runtime.graph.ProgramBuilder;

/**
 * The terms that a program names, numbered from 1, and how it looks predicates and classes up.
 * Literals whose language tags differ in case only are one term (RDF 1.1 section 3.3).
 */
final class Ids {
  private static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  private static final Iri SUB_CLASS_OF =
      new Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");

  private final Map<Term, Integer> ids = new LinkedHashMap<>();
  private final List<Term> written = new ArrayList<>();
  private final Map<Iri, Integer> roles = new LinkedHashMap<>();
  private final Map<Iri, Integer> classes = new LinkedHashMap<>();

  int id(Term term) {
    Integer known = ids.get(identity(term));
    if (known != null) return known;
    written.add(term);
    ids.put(identity(term), written.size());
    return written.size();
  }

  private static Term identity(Term term) {
    return term instanceof Literal literal
        ? new Literal(
            literal.lexical(), literal.datatype(), literal.language().toLowerCase(Locale.ROOT))
        : term;
  }

  private int predicate(Iri predicate, int role) {
    roles.merge(predicate, role, (a, b) -> a | b);
    return id(predicate);
  }

  /** Reads a predicate without a use of its index. */
  int read(Iri predicate) {
    return predicate(predicate, 0);
  }

  /** Its objects are looked up by subject. */
  int forward(Iri predicate) {
    return predicate(predicate, Program.FORWARD);
  }

  /** Its subjects are looked up by object. */
  int inverse(Iri predicate) {
    return predicate(predicate, Program.INVERSE);
  }

  /** The index of a class whose instances are asked for. */
  int instanceOf(Iri type) {
    forward(TYPE);
    return classNumber(type);
  }

  /** The index of a class whose instances are listed. */
  int instancesOf(Iri type) {
    inverse(TYPE);
    return classNumber(type);
  }

  private int classNumber(Iri type) {
    id(type);
    return classes.computeIfAbsent(type, _ -> classes.size());
  }

  /** Fills in what was collected; nothing may be added afterwards. */
  void into(ProgramBuilder builder, int[] hierarchy, boolean everything, boolean queries) {
    int type = classes.isEmpty() ? 0 : id(TYPE);
    int subClassOf = classes.isEmpty() ? 0 : read(SUB_CLASS_OF);
    int all = queries ? Program.FORWARD | Program.INVERSE : everything ? Program.FORWARD : 0;
    int[] byId = new int[written.size() + 1];
    roles.forEach((iri, role) -> byId[id(iri)] = role | all);
    written.forEach(term -> constant(term, builder));
    builder.reads(
        roles.keySet().stream().map(this::id).toList(), byId, everything, all | Program.FORWARD);
    int[] named = classes.keySet().stream().mapToInt(this::id).toArray();
    builder.classes(type, subClassOf, named, hierarchy);
  }

  private static void constant(Term term, ProgramBuilder builder) {
    switch (term) {
      case Iri iri -> builder.iri(iri.value());
      case BlankNode node -> builder.blank(node.label());
      case Literal l -> builder.literal(l.lexical(), l.datatype().value(), l.language());
    }
  }
}
