// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** A compiled class: the functions of up to {@link #SHAPES} shapes, which follow each other. */
public abstract class Part {
  /** How many shapes a class holds, so that none exceeds what a class file may. */
  public static final int SHAPES = 256;

  /** The tables of the program that this is the first class of; otherwise none. */
  public abstract String[] tables();

  /** How many classes the program has. */
  public abstract int parts();

  /** Reports the results of a shape for a focus node, also when it is recursive. */
  public abstract void report(Evaluation evaluation, int shape, int focus);

  /** Whether a node conforms to a shape. */
  public abstract boolean test(Evaluation evaluation, int shape, int node);
}
