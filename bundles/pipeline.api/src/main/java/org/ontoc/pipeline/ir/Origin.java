// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/**
 * Where in a source something stands: the document as the user named it, line and column counted
 * from 1 in code points (0 when unknown), and the term as written (empty when unknown).
 */
public record Origin(String document, int line, int column, String term) {
  /** Stands for a thing that no document says, such as a default. */
  public static final Origin NOWHERE = new Origin("", 0, 0, "");

  public boolean isKnown() {
    return line > 0;
  }

  /** {@code file:line:column}, as editors and terminals link it. */
  @Override
  public String toString() {
    return isKnown() ? document + ":" + line + ":" + column : document;
  }
}
