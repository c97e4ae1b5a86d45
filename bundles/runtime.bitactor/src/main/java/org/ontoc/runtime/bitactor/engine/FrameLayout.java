// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

/** The layout of a telemetry frame: a result of 32 bytes, then the whole signal. */
final class FrameLayout {
  static final int ID = 0;
  static final int STATUS = 4;
  static final int FLAGS = 5;
  static final int TICKS = 6;

  /** The execution's hash: over the image, the signal and the violated checks. */
  static final int HASH = 8;

  static final int VIOLATED = 16;
  static final int IMAGE = 24;
  static final int SIGNAL = 32;

  static final int OK = 0;
  static final int INVALID_SIGNAL = 1;
  static final int TICK_EXCEEDED = 2;
  static final int ERROR = 3;

  /** The flag of a signal that the user's filter kept from being checked. */
  static final int FILTERED = 0x80;

  private FrameLayout() {}
}
