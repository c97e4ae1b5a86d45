// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads fields of records in an array of bytes, little-endian. Texts are read where they stand. */
final class Fields {
  static final VarHandle LONG = view(long[].class);
  static final VarHandle INT = view(int[].class);
  static final VarHandle SHORT = view(short[].class);

  private final byte[] types;
  private final int[] offsets;
  private final int[] widths;

  Fields(Image image) {
    int count = image.fields().size();
    types = new byte[count];
    offsets = new int[count];
    widths = new int[count];
    for (int i = 0; i < count; i++) {
      Image.Field field = image.fields().get(i);
      types[i] = (byte) field.type().ordinal();
      offsets[i] = field.offset();
      widths[i] = field.width();
    }
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** The word in a field. The numbers are those of {@link FieldType}. */
  long word(int field, byte[] bytes, int record) {
    int at = record + offsets[field];
    return switch (types[field]) {
      case 0 -> bytes[at] == 0 ? 0 : 1;
      case 1 -> bytes[at];
      case 2 -> (short) SHORT.get(bytes, at);
      case 3 -> (int) INT.get(bytes, at);
      case 5 -> bytes[at] & 0xFF;
      case 6, 13 -> (short) SHORT.get(bytes, at) & 0xFFFF;
      case 7 -> (int) INT.get(bytes, at) & 0xFFFF_FFFFL;
      default -> (long) LONG.get(bytes, at);
    };
  }

  double real(int field, byte[] bytes, int record) {
    int at = record + offsets[field];
    return types[field] == 9
        ? Float.intBitsToFloat((int) INT.get(bytes, at))
        : Double.longBitsToDouble((long) LONG.get(bytes, at));
  }

  int offset(int field) {
    return offsets[field];
  }

  /** Bytes of the text in a field. */
  int length(int field, byte[] bytes, int record) {
    return length(bytes, record + offsets[field], widths[field]);
  }

  static int length(byte[] bytes, int from, int most) {
    int length = 0;
    while (length < most && bytes[from + length] != 0) length++;
    return length;
  }
}
