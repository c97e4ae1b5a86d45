// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

/**
 * A validation result as compared: terms in N-Triples form, the path in SPARQL's form, the severity
 * and the component as the local names of their IRIs; empty when absent. A source shape that is a
 * blank node is {@code _:}, since engines rename them.
 */
record Result(
    String focus, String path, String severity, String component, String value, String shape)
    implements Comparable<Result> {
  @Override
  public int compareTo(Result other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return String.join("\t", focus, path, severity, component, value, shape);
  }
}
