// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import org.ontoc.pipeline.ir.Origin;

/** A document that cannot be read; ends the reading of this document only. */
final class MalformedSource extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final transient Origin at;
  private final String hint;

  MalformedSource(String code, Origin at, String message, String hint) {
    super(message, null, false, false);
    this.code = code;
    this.at = at;
    this.hint = hint;
  }

  void reportTo(Findings findings) {
    String message = String.valueOf(getMessage());
    findings.error(code, at, message, hint);
  }
}
