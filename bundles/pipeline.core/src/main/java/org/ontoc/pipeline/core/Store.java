// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Severity;

/** Keeps artifacts in folders. */
interface Store {
  /**
   * The artifacts of a key, built when they are not kept.
   *
   * @param key lower-case hexadecimal digits
   * @param build makes the artifacts; what it throws comes through
   * @param warnings hears of entries that had to be discarded
   * @param checkCancelled called while waiting for another process that builds the same
   */
  Entry get(
      String key,
      Supplier<List<Artifact>> build,
      Consumer<String> warnings,
      Runnable checkCancelled)
      throws IOException;

  /** Reports an entry that had to be discarded. */
  static void warnOfDamage(Run run, String what) {
    run.report(
        Severity.WARNING, "W0904", what + "; it was built anew", "check the disk if this repeats");
  }

  /**
   * Artifacts in a folder.
   *
   * @param folder holds exactly the artifacts; stays until the path is unreachable
   * @param cached whether they were kept
   */
  record Entry(Path folder, List<Artifact> artifacts, boolean cached) {}
}
