// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.Locale;

/** The mixes of a trading day, in percent. */
public enum Workload {
  PRE_MARKET(65, 15, 5, 5, 10),
  OPEN(25, 10, 50, 10, 5),
  REGULAR(40, 12, 35, 8, 5),
  CLOSE(20, 8, 45, 20, 7),
  AFTER_HOURS(70, 18, 2, 5, 5),
  NEWS(15, 5, 65, 10, 5),
  CIRCUIT_BREAKER(10, 5, 35, 45, 5);

  private final int heartbeat;
  private final int debug;
  private final int market;
  private final int control;
  private final int lowValue;

  Workload(int heartbeat, int debug, int market, int control, int lowValue) {
    this.heartbeat = heartbeat;
    this.debug = debug;
    this.market = market;
    this.control = control;
    this.lowValue = lowValue;
    if (heartbeat + debug + market + control + lowValue != 100)
      throw new IllegalArgumentException("the mix is not a whole");
  }

  /** What a signal of a workload is for. */
  public enum Purpose {
    HEARTBEAT,
    DEBUG,
    MARKET,
    CONTROL,
    LOW_VALUE
  }

  /** The purpose of a signal, for a number below 100. */
  Purpose purpose(int percent) {
    if (percent < heartbeat) return Purpose.HEARTBEAT;
    if (percent < heartbeat + debug) return Purpose.DEBUG;
    if (percent < heartbeat + debug + market) return Purpose.MARKET;
    return percent < 100 - lowValue ? Purpose.CONTROL : Purpose.LOW_VALUE;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
