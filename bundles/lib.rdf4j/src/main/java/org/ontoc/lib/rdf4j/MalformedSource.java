// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import org.ontoc.pipeline.ir.Origin;

/** A document that cannot be read, as a finding about it. */
public final class MalformedSource extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final transient Origin at;
  private final String sentence;
  private final String hint;

  public MalformedSource(String code, Origin at, String sentence, String hint) {
    super(sentence, null, false, false);
    this.code = code;
    this.at = at;
    this.sentence = sentence;
    this.hint = hint;
  }

  public String code() {
    return code;
  }

  public Origin at() {
    return at;
  }

  public String sentence() {
    return sentence;
  }

  public String hint() {
    return hint;
  }
}
