// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks at the header of a Linux binary before anything of it is run: its machine, and whether it
 * is whole.
 */
final class Elf {
  private static final int HEADER = 64;
  private static final int MAGIC = 0x464c457f;
  private static final int GNU_STACK = 0x6474e551;
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;
  private static final int RISCV = 243;

  private Elf() {}

  /** What is wrong with a binary for this machine; empty when nothing is. */
  static Optional<String> problem(byte[] binary) {
    if (!System.getProperty("os.name", "").equals("Linux")) return Optional.empty();
    ByteBuffer bytes = ByteBuffer.wrap(binary).order(ByteOrder.nativeOrder());
    if (binary.length < HEADER || bytes.getInt(0) != MAGIC) return Optional.of("it is no binary");
    if (binary[4] != 2) return Optional.of("it is not a 64-bit binary");
    if (binary[5] != (bytes.order() == ByteOrder.LITTLE_ENDIAN ? 1 : 2))
      return Optional.of("its byte order is not this machine's");
    int type = bytes.getShort(16);
    if (type != 2 && type != 3) return Optional.of("it is neither a program nor a library");
    int machine = Short.toUnsignedInt(bytes.getShort(18));
    int expected = machine();
    if (expected != 0 && machine != expected)
      return Optional.of("it was built for another machine (ELF machine " + machine + ")");
    return whole(bytes) ? Optional.empty() : Optional.of("it is cut off");
  }

  /**
   * Whether loading a library would make this process's stack executable: compilers say that it
   * need not be by a segment of type GNU_STACK without the execute flag.
   */
  static boolean wantsExecutableStack(byte[] binary) {
    if (!System.getProperty("os.name", "").equals("Linux")) return false;
    ByteBuffer bytes = ByteBuffer.wrap(binary).order(ByteOrder.nativeOrder());
    for (int i = 0; i < unsigned(bytes, 56); i++) {
      int at = (int) bytes.getLong(32) + i * unsigned(bytes, 54);
      if (bytes.getInt(at) == GNU_STACK) return (bytes.getInt(at + 4) & 1) != 0;
    }
    return true;
  }

  private static boolean whole(ByteBuffer bytes) {
    long size = bytes.capacity();
    long sections = bytes.getLong(40);
    long sectionBytes = (long) unsigned(bytes, 58) * unsigned(bytes, 60);
    long segments = bytes.getLong(32);
    int segmentSize = unsigned(bytes, 54);
    int segmentCount = unsigned(bytes, 56);
    if (sections < 0 || sections > size - sectionBytes || segmentSize < 56) return false;
    if (segments < HEADER || segments > size - (long) segmentSize * segmentCount) return false;
    for (int i = 0; i < segmentCount; i++) {
      int at = (int) segments + i * segmentSize;
      long offset = bytes.getLong(at + 8);
      long length = bytes.getLong(at + 32);
      if (offset < 0 || length < 0 || offset > size - length) return false;
    }
    return segmentCount > 0;
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static int machine() {
    return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> AARCH64;
      case "riscv64" -> RISCV;
      default -> 0;
    };
  }
}
