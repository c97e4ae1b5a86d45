// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * What a reader accepts.
 *
 * @param tokenBytes longest N-Triples line or Turtle token
 * @param depth deepest nesting of {@code [ ]} and {@code ( )} in Turtle
 */
public record Limits(long tokenBytes, int depth) {
  public static final Limits DEFAULT = new Limits(256L << 20, 100_000);
}
