// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ontoc.runtime.graph.Validator;

/**
 * A jar of compiled classes and the runtime's classes that they need, found by following the names
 * in their constant pools. Stored without compression and without dates, so that the same plan
 * gives the same bytes everywhere.
 */
final class Jar {
  private static final String RUNTIME = Validator.class.getPackageName().replace('.', '/') + "/";

  private Jar() {}

  /** The jar; one that has queries cannot run by itself, and has no main class. */
  static byte[] of(List<ClassFiles.Compiled> classes, boolean queries) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (ClassFiles.Compiled compiled : classes) {
      files.put(JvmBackend.path(compiled.className()), compiled.bytes());
      follow(compiled.bytes(), open);
    }
    while (!open.isEmpty()) {
      String path = open.pop() + ".class";
      if (files.containsKey(path)) continue;
      byte[] bytes = runtime(path);
      files.put(path, bytes);
      follow(bytes, open);
    }
    String main = queries ? "" : "Main-Class: " + classes.getFirst().className() + "\r\n";
    String manifest = "Manifest-Version: 1.0\r\n" + main + "\r\n";
    return zip(manifest.getBytes(StandardCharsets.UTF_8), files);
  }

  private static void follow(byte[] classFile, Deque<String> open) {
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof ClassEntry type && type.asInternalName().startsWith(RUNTIME))
        open.push(type.asInternalName());
    }
  }

  private static byte[] runtime(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    try (InputStream in = Validator.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the runtime lacks " + path);
      return in.readAllBytes();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static byte[] zip(byte[] manifest, Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "META-INF/MANIFEST.MF", manifest);
      for (Map.Entry<String, byte[]> file : files.entrySet())
        put(zip, file.getKey(), file.getValue());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    // of January 1st the time zone would be recorded, too
    entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
