// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/**
 * Digests of the contents of bundles, so that a development build, whose version does not change,
 * is never served results of an earlier one. A released version stands for its content.
 */
final class BundleDigests {
  private record Installed(long id, long modified) {}

  private final ConcurrentHashMap<Installed, String> known = new ConcurrentHashMap<>();

  String of(Bundle bundle) {
    if (!bundle.getVersion().getQualifier().contains("SNAPSHOT")) return "";
    Installed installed = new Installed(bundle.getBundleId(), bundle.getLastModified());
    return known.computeIfAbsent(installed, _ -> digest(bundle));
  }

  /**
   * Digests what the launcher says of the entries of a jar on the class path, which is much less
   * than the entries; of every other bundle the entries.
   */
  private static String digest(Bundle bundle) {
    URL checksums = bundle.getEntry("META-INF/ontoc.checksums");
    if (checksums != null) return digest(List.of(checksums));
    var entries = bundle.findEntries("/", "*", true);
    if (entries == null) return "empty";
    List<URL> urls = Collections.list(entries);
    urls.sort(java.util.Comparator.comparing(URL::getPath));
    return digest(urls);
  }

  private static String digest(List<URL> urls) {
    Blake2b digest = new Blake2b();
    for (URL url : urls) {
      if (url.getPath().endsWith("/")) continue;
      digest.update(url.getPath().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      try (InputStream in = url.openStream()) {
        digest.update(in.readAllBytes());
      } catch (IOException unreadable) {
        // a bundle that cannot be read back is never served from the cache
        return "unreadable-" + System.nanoTime();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
