// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * The terms that a program names: the constant at index i is the term with id i + 1. Literals whose
 * language tags differ in case only are one term (RDF 1.1 section 3.3).
 */
final class Constants {
  private final Map<Term, Integer> ids = new LinkedHashMap<>();
  private final Map<Integer, Term> written = new LinkedHashMap<>();

  /** The id of a term, which is added when it is new. */
  int id(Term term) {
    Integer known = ids.get(identity(term));
    if (known != null) return known;
    int id = ids.size() + 1;
    ids.put(identity(term), id);
    written.put(id, term);
    return id;
  }

  CNumber number(Term term) {
    return new CNumber(id(term));
  }

  /** In the order of ids. */
  List<Term> terms() {
    return List.copyOf(written.values());
  }

  private static Term identity(Term term) {
    return switch (term) {
      case Iri iri -> iri;
      case BlankNode node -> node;
      case Literal literal ->
          new Literal(
              literal.lexical(), literal.datatype(), literal.language().toLowerCase(Locale.ROOT));
    };
  }
}
