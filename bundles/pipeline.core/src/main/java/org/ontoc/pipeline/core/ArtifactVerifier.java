// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ontoc.pipeline.Artifact;

/**
 * Says what is wrong with the paths of artifacts: they must stay in the folder they are written to
 * and mean the same file on every system.
 */
final class ArtifactVerifier {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private ArtifactVerifier() {}

  static Optional<String> verify(List<Artifact> artifacts) {
    Set<String> paths = new HashSet<>();
    for (Artifact artifact : artifacts) {
      String path = artifact.path();
      if (artifact.bytes() == null) return Optional.of("the artifact " + path + " has no bytes");
      if (!safe(path)) return Optional.of("the artifact path '" + path + "' is not safe");
      if (!paths.add(path.toLowerCase(Locale.ROOT))) {
        return Optional.of("two artifacts have the path " + path + " in some case");
      }
    }
    return Optional.empty();
  }

  static boolean safe(String path) {
    if (UNSAFE.matcher(path).find()) return false;
    for (String segment : path.split("/", -1)) {
      boolean odd = segment.isEmpty() || segment.endsWith(".") || segment.endsWith(" ");
      if (odd || RESERVED.matcher(segment).matches()) return false;
      if (segment.getBytes(StandardCharsets.UTF_8).length > 200) return false;
    }
    return true;
  }
}
