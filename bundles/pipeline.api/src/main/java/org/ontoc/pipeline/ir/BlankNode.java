// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/** A blank node; the label is unique among all sources of a program. */
public record BlankNode(String label) implements Term {
  @Override
  public String toString() {
    return "_:" + label;
  }
}
