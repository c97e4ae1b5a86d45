// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.runtime.bitactor.FieldType;

/**
 * A field of a record.
 *
 * @param datatype of its values; that of an enumeration is unknown
 * @param members of an enumeration, in the order of sh:in
 * @param required the check that demands it
 */
record FieldSpec(
    String name,
    Iri predicate,
    FieldType type,
    int width,
    int offset,
    Optional<Iri> datatype,
    List<Term> members,
    Optional<Check> required) {
  FieldSpec {
    members = List.copyOf(members);
  }

  FieldSpec at(int position) {
    return new FieldSpec(name, predicate, type, width, position, datatype, members, required);
  }
}
