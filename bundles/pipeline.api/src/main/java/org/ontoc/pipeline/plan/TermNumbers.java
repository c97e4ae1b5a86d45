// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * The terms that a program names, numbered from 1, and how it looks predicates and classes up.
 * Literals whose language tags differ in case only are one term (RDF 1.1 section 3.3).
 */
public final class TermNumbers {
  /** Role of a predicate whose objects are looked up by subject. */
  public static final int FORWARD = 1;

  /** Role of a predicate whose subjects are looked up by object. */
  public static final int INVERSE = 2;

  public static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

  public static final Iri SUB_CLASS_OF = new Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");

  private final Map<Term, Integer> ids = new LinkedHashMap<>();
  private final List<Term> written = new ArrayList<>();
  private final Map<Iri, Integer> roles = new LinkedHashMap<>();
  private final Map<Iri, Integer> classes = new LinkedHashMap<>();

  /** The number of a term, which gets the next one when it is new. */
  public int id(Term term) {
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
  public int read(Iri predicate) {
    return predicate(predicate, 0);
  }

  /** Reads what a plan reads, and looks it up as the plan does. */
  public void read(ReadSet reads) {
    for (ReadSet.Predicate predicate : reads.predicates()) {
      read(predicate.iri());
      if (predicate.forward()) forward(predicate.iri());
      if (predicate.inverse()) inverse(predicate.iri());
    }
  }

  /** Its objects are looked up by subject. */
  public int forward(Iri predicate) {
    return predicate(predicate, FORWARD);
  }

  /** Its subjects are looked up by object. */
  public int inverse(Iri predicate) {
    return predicate(predicate, INVERSE);
  }

  /** The index of a class whose instances are asked for. */
  public int instanceOf(Iri type) {
    forward(TYPE);
    return classNumber(type);
  }

  /** The index of a class whose instances are listed. */
  public int instancesOf(Iri type) {
    inverse(TYPE);
    return classNumber(type);
  }

  private int classNumber(Iri type) {
    id(type);
    return classes.computeIfAbsent(type, _ -> classes.size());
  }

  /** The terms as they were written first; the one at index i has the number i + 1. */
  public List<Term> terms() {
    return List.copyOf(written);
  }

  /** Numbers of the predicates that are read. */
  public List<Integer> predicates() {
    return readPredicates().stream().map(this::id).toList();
  }

  /** The predicates that are read. */
  public List<Iri> readPredicates() {
    return List.copyOf(roles.keySet());
  }

  /**
   * By number, from 0 to that of the last term: how a predicate is looked up.
   *
   * @param all roles that every predicate has besides
   */
  public int[] roles(int all) {
    int[] byNumber = new int[written.size() + 1];
    roles.forEach((iri, role) -> byNumber[id(iri)] = role | all);
    return byNumber;
  }

  /** Numbers of the classes, by index. */
  public int[] classes() {
    return classes.keySet().stream().mapToInt(this::id).toArray();
  }

  /** The number of rdf:type when there are classes, else 0. */
  public int type() {
    return classes.isEmpty() ? 0 : id(TYPE);
  }

  /** The number of rdfs:subClassOf, which is read when there are classes; else 0. */
  public int subClassOf() {
    return classes.isEmpty() ? 0 : read(SUB_CLASS_OF);
  }
}
