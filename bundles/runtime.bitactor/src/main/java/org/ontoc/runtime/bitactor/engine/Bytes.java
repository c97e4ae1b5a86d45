// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in arrays of bytes. */
final class Bytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  static long u64(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static void u64(byte[] bytes, int at, long value) {
    LONG.set(bytes, at, value);
  }

  static int u32(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  static void u32(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }

  static int u16(byte[] bytes, int at) {
    return (short) SHORT.get(bytes, at) & 0xFFFF;
  }

  static void u16(byte[] bytes, int at, int value) {
    SHORT.set(bytes, at, (short) value);
  }
}
