// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;

/**
 * The objects of the C runtime, made once for each compiler and set of flags: this process keeps
 * the last ones, and whoever keeps artifacts for the toolchain keeps them from one process to the
 * next.
 */
final class RuntimeObjects {
  private static final int MOST = 8;

  /** What a runtime was compiled from: in this process no digest has to be trusted. */
  private record Key(String compiler, List<String> flags, String source) {
    String text() {
      return compiler + "\n" + String.join("\n", flags) + "\n\n" + source;
    }
  }

  private final Map<Key, List<Artifact>> objects =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Artifact>> eldest) {
          return size() > MOST;
        }
      };

  /** The objects of a runtime; empty when they could not be made, which was reported. */
  List<Artifact> get(
      CCompiler compiler,
      List<String> flags,
      String source,
      Context context,
      Supplier<List<Artifact>> make) {
    String who =
        String.join(
            "\n",
            compiler.path().toString(),
            compiler.version(),
            compiler.target(),
            System.getProperty("os.name", ""),
            System.getProperty("os.arch", ""));
    Key key = new Key(who, List.copyOf(flags), source);
    synchronized (this) {
      List<Artifact> known = objects.get(key);
      if (known != null) return known;
    }
    List<Artifact> kept = context.kept(key.text(), make);
    synchronized (this) {
      if (!kept.isEmpty()) objects.put(key, kept);
    }
    return kept;
  }
}
