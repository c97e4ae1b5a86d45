// SPDX-License-Identifier: Apache-2.0
package org.ontoc.launcher;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.connect.ConnectContent;

/**
 * The entries of a bundle's jar, and where its classes come from if not from these entries. There
 * is one entry more, {@value #CHECKSUMS}: the name, CRC-32 and size of each, which tells builds
 * apart without reading them.
 */
final class JarContent implements ConnectContent {
  private static final String CHECKSUMS = "META-INF/ontoc.checksums";

  private final File jar;
  private final Optional<ClassLoader> loader;
  private @Nullable ZipFile open;

  JarContent(File jar, Optional<ClassLoader> loader) {
    this.jar = jar;
    this.loader = loader;
  }

  @Override
  public Optional<ClassLoader> getClassLoader() {
    return loader;
  }

  /** Empty: the framework reads the manifest as it does for other bundles. */
  @Override
  public Optional<Map<String, String>> getHeaders() {
    return Optional.empty();
  }

  @Override
  public synchronized void open() throws IOException {
    if (open == null) open = new ZipFile(jar);
  }

  @Override
  public synchronized void close() throws IOException {
    if (open != null) open.close();
    open = null;
  }

  @Override
  public Iterable<String> getEntries() {
    return () -> zip().stream().map(ZipEntry::getName).iterator();
  }

  @Override
  public Optional<ConnectEntry> getEntry(String path) {
    ZipFile zip = zip();
    if (path.equals(CHECKSUMS)) return Optional.of(new Checksums(zip));
    ZipEntry entry = zip.getEntry(path);
    return entry == null ? Optional.empty() : Optional.of(new Entry(zip, entry));
  }

  private synchronized ZipFile zip() {
    if (open == null) throw new IllegalStateException(jar + " is closed");
    return open;
  }

  private final class Entry implements ConnectEntry {
    private final ZipFile zip;
    private final ZipEntry entry;

    Entry(ZipFile zip, ZipEntry entry) {
      this.zip = zip;
      this.entry = entry;
    }

    @Override
    public String getName() {
      return entry.getName();
    }

    @Override
    public long getContentLength() {
      return entry.getSize();
    }

    /** The jar's: an entry's own would need the time zones. */
    @Override
    public long getLastModified() {
      return jar.lastModified();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return zip.getInputStream(entry);
    }
  }

  private final class Checksums implements ConnectEntry {
    private final byte[] lines;

    Checksums(ZipFile zip) {
      StringBuilder text = new StringBuilder();
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        text.append(entry.getName()).append(' ').append(entry.getCrc());
        text.append(' ').append(entry.getSize()).append('\n');
      }
      lines = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String getName() {
      return CHECKSUMS;
    }

    @Override
    public long getContentLength() {
      return lines.length;
    }

    @Override
    public long getLastModified() {
      return jar.lastModified();
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(lines);
    }
  }
}
