// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/** An absolute IRI. */
public record Iri(String value) implements Term, Comparable<Iri> {
  @Override
  public int compareTo(Iri other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return "<" + value + ">";
  }
}
