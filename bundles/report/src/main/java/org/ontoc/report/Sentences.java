// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** What is said to people about one result; safe for a terminal. */
final class Sentences {
  private final Names names;

  Sentences(Names names) {
    this.names = names;
  }

  /** English or untagged if there is one: the rest of what ontoc says is English. */
  String message(ValidationResult result) {
    return message(result.messages());
  }

  /** Of several messages. */
  static String message(List<Literal> messages) {
    Literal message =
        messages.stream()
            .filter(one -> one.language().isEmpty() || one.language().startsWith("en"))
            .findFirst()
            .orElse(messages.getFirst());
    return TerminalText.sanitize(message.lexical());
  }

  /** {@code focus node <a>, predicate <p>, value "v"}. */
  String nodes(ValidationResult result) {
    StringBuilder text =
        new StringBuilder("focus node ").append(names.showNode(result.focusNode()));
    offendingPredicate(result)
        .ifPresent(path -> text.append(", predicate ").append(names.show(path)));
    value(result).ifPresent(value -> text.append(", value ").append(names.showNode(value)));
    return text.toString();
  }

  /** The value, unless it is the focus node that is named already. */
  static Optional<Term> value(ValidationResult result) {
    return result
        .value()
        .filter(value -> !value.equals(result.focusNode()) || value instanceof Literal);
  }

  /** The path when it is not the shape's: sh:closed reports a predicate of the data. */
  static Optional<Path> offendingPredicate(ValidationResult result) {
    return result.path().filter(path -> !result.shape().path().equals(Optional.of(path)));
  }
}
