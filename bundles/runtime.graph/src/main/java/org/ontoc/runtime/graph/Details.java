// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * How results are explained by the results of other shapes (sh:detail): these come after the result
 * and are one deeper than it. Without settings nothing is explained.
 */
public final class Details {
  private final int deepest;
  private final int most;
  private int depth;
  private int left;
  private boolean full;
  private boolean cut;
  private long cutResults;

  /**
   * Settings for one validation.
   *
   * @param deepest the longest chain of explanations; 0: none
   * @param most the most details of one result, whatever their depth
   */
  public Details(int deepest, int most) {
    this.deepest = most == 0 ? 0 : deepest;
    this.most = most;
  }

  /** The depth of what is found now; 0: results that count. */
  public int depth() {
    return depth;
  }

  /** How many results lack some of what explains them. */
  public long cutResults() {
    return cutResults;
  }

  /** Whether there is room for a result that is found now, which then takes it. */
  public boolean take() {
    if (depth == 0) {
      left = most;
      full = cut = false;
      return true;
    }
    if (left == 0) {
      full = true;
      cut();
      return false;
    }
    left--;
    return true;
  }

  private void cut() {
    if (!cut) cutResults++;
    cut = true;
  }

  boolean isFull() {
    return depth != 0 && full;
  }

  /** Whether the last result is to be explained; {@link #leave} ends that. */
  boolean enter() {
    if (deepest == 0 || isFull()) return false;
    if (depth == deepest) {
      cut();
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }
}
