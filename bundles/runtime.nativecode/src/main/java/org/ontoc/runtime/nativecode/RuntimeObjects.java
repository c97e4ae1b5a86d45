// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The C runtime of generated programs, compiled: it is the same in all of them, so that a process
 * compiles it once for each compiler and set of flags, and afterwards only the programs. Sources
 * whose runtime can be compiled apart say so by the macro {@code ORT_EXTERNAL_RUNTIME}.
 */
final class RuntimeObjects {
  private static final int MOST = 8;
  private static final String RUNTIME = "\n#ifndef ORT_EXTERNAL_RUNTIME";
  private static final String PROGRAM = "\n#ifndef ORT_RUNTIME_ONLY";

  /** What a runtime was compiled from: texts are compared, so that no digest has to be trusted. */
  record Key(String compiler, List<String> flags, String text) {}

  private final Map<Key, byte[]> objects =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > MOST;
        }
      };

  /** The runtime in a program's source, without the comment that names the program; empty: none. */
  static Optional<Key> key(CCompiler compiler, List<String> flags, byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    int from = text.indexOf("\n#if");
    int runtime = text.indexOf(RUNTIME);
    int to = text.indexOf(PROGRAM, Math.max(runtime, 0));
    if (runtime < 0 || to < 0) return Optional.empty();
    String who = compiler.path() + " " + compiler.version();
    return Optional.of(new Key(who, flags, text.substring(from, to)));
  }

  synchronized Optional<byte[]> find(Key key) {
    return Optional.ofNullable(objects.get(key));
  }

  synchronized void keep(Key key, byte[] object) {
    objects.put(key, object);
  }
}
