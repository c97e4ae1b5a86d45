// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

/**
 * Bounds what the patterns of one program may cost together, so that hostile ones can exhaust
 * neither time nor memory. When the tables of deterministic automata are used up, further patterns
 * stay nondeterministic; when the instructions are used up, a pattern is refused.
 */
public final class Budget {
  /** Most instructions of one pattern. */
  static final int INSTRUCTIONS = 200_000;

  /** Most table entries of one deterministic automaton. */
  private static final int TABLE = 500_000;

  /** Most table entries before minimization. */
  static final int WORKING_TABLE = 8_000_000;

  /** States before minimization for each state after it that are worth to be looked at. */
  static final int SLACK = 4;

  /** Most steps of one subset construction. */
  static final int STEPS = 8_000_000;

  private final int states;
  private final Runnable checkCancelled;
  private long instructionsLeft = 2_000_000;
  private long tableLeft = 20_000_000;
  private long stepsLeft = 400_000_000;

  /**
   * A budget for one program.
   *
   * @param states most states of one deterministic automaton
   * @param checkCancelled called in long loops
   */
  public Budget(int states, Runnable checkCancelled) {
    this.states = states;
    this.checkCancelled = checkCancelled;
  }

  int states() {
    return states;
  }

  void checkCancelled() {
    checkCancelled.run();
  }

  /** Whether an automaton of this size may still be nondeterministic. */
  boolean takeInstructions(int count) {
    instructionsLeft -= count;
    return instructionsLeft >= 0;
  }

  /** Steps that a subset construction may take. */
  long steps() {
    return Math.min(STEPS, stepsLeft);
  }

  void takeSteps(long count) {
    stepsLeft -= count;
  }

  /** Whether a table may be kept. */
  boolean takeTable(int statesUsed, int classes) {
    long cells = (long) statesUsed * classes;
    if (statesUsed > states || cells > TABLE || cells > tableLeft) return false;
    tableLeft -= cells;
    return true;
  }
}
