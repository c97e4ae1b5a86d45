// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A generated Java record, compiled and loaded. */
final class JavaRecord {
  private final Method read;
  private final Method checkMemory;
  private final Method checkRecord;
  private final long size;

  JavaRecord(Path folder, String name) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-Xlint:all", "-Werror", "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(folder.resolve(name + ".java")))
              .call();
      assertEquals("", said.toString());
      assertEquals(true, compiled);
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> type = loader.loadClass(name);
      read = type.getMethod("read", MemorySegment.class, long.class);
      checkMemory = type.getMethod("check", MemorySegment.class, long.class);
      checkRecord = type.getMethod("check");
      size = ((MemoryLayout) type.getField("LAYOUT").get(null)).byteSize();
    } catch (ReflectiveOperationException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** The bits of a record's bytes, which lie at an odd place. */
  long check(byte[] bytes) {
    assertEquals(size, bytes.length);
    byte[] shifted = new byte[bytes.length + 3];
    System.arraycopy(bytes, 0, shifted, 3, bytes.length);
    MemorySegment segment = MemorySegment.ofArray(shifted);
    try {
      long bits = (long) checkMemory.invoke(null, segment, 3L);
      // Bytes that are no UTF-8 are not the same in a string.
      if (isAscii(bytes)) assertEquals(bits, checkRecord.invoke(read.invoke(null, segment, 3L)));
      return bits;
    } catch (ReflectiveOperationException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte unit : bytes) if (unit < 0) return false;
    return true;
  }
}
