// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.plan.PlannedShape;

/**
 * A record and what is checked of it.
 *
 * @param fields in the order of their presence bits: required ones first
 * @param decided how many constraints always hold
 */
record RecordSpec(
    String name,
    Iri kind,
    PlannedShape shape,
    int size,
    List<FieldSpec> fields,
    List<Rule> rules,
    int decided) {
  RecordSpec {
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
  }

  int requiredFields() {
    return (int) fields.stream().filter(field -> field.required().isPresent()).count();
  }

  /** The bit of the first rule. */
  int firstBit() {
    return requiredFields();
  }

  int bits() {
    return requiredFields() + rules.size();
  }
}
