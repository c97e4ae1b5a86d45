// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

/**
 * The layout of a signal: a header of 32 bytes, then its record. A signal whose record has at most
 * 32 bytes is one cache line.
 */
final class Signal {
  static final int ID = 0;
  static final int TYPE = 4;
  static final int FLAGS = 5;
  static final int KIND = 6;
  static final int PRIORITY = 7;
  static final int PAYLOAD = 8;
  static final int TIMESTAMP = 16;
  static final int CONTEXT = 24;
  static final int RECORD = 32;

  static final int NORMAL = 0x01;
  static final int DEBUG = 0x80;
  static final int HEARTBEAT = 0xFF;

  /** The flag of a signal that is only a test. */
  static final int TEST = 0x80;

  /** The kind of a signal whose kind is given by the key in its context. */
  static final int BY_KEY = 0xFF;

  private static final int LINE = 64;

  private Signal() {}

  /** Bytes of a signal, a multiple of a cache line, for the largest record. */
  static int stride(int recordBytes) {
    return (RECORD + recordBytes + LINE - 1) / LINE * LINE;
  }
}
