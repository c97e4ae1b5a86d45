// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;

/** Something of the shapes that a record of fixed layout cannot hold, or bytecode cannot check. */
final class Misfit extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final transient Origin at;
  private final String sentence;
  private final String hint;

  Misfit(String code, Origin at, String sentence, String hint) {
    super(sentence);
    this.code = code;
    this.at = at;
    this.sentence = sentence;
    this.hint = hint;
  }

  /** A constraint or a field that does not fit. */
  static Misfit of(Origin at, String sentence, String hint) {
    return new Misfit("E0532", at, sentence, hint);
  }

  void report(Context context) {
    context.error(code, at, sentence, hint);
  }
}
