// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * Results with all that a validator says about them, in its order: where they are, their messages
 * and their details. Validators that were made from one plan have to agree about every line.
 */
final class Placed {
  private Placed() {}

  static List<String> lines(List<ValidationResult> results) {
    List<String> lines = new ArrayList<>();
    results.forEach(result -> add(result, "", lines));
    return lines;
  }

  private static void add(ValidationResult result, String indent, List<String> lines) {
    Stream<String> fields =
        Stream.of(
            result.dataAt().toString(),
            term(result.focusNode()),
            result.path().map(Object::toString).orElse("-"),
            result.value().map(Placed::term).orElse("-"),
            result.component().toString(),
            result.shape().id().toString(),
            result.severity().toString(),
            Integer.toString(result.check().number()),
            String.join(" ", result.messages().stream().map(Literal::toString).toList()));
    lines.add(indent + String.join(" ", fields.toList()));
    result.details().forEach(detail -> add(detail, indent + "  ", lines));
  }

  /** Blank nodes of the data keep their labels behind a mark for the document. */
  static String term(Term term) {
    return term instanceof BlankNode(String label)
        ? "_:" + label.replaceAll("^.*(?=d\\d+$)", "")
        : term.toString();
  }
}
