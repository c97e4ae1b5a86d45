// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;

/**
 * gcc says that it made vector instructions of the loops over columns without texts, for every
 * processor and for wider ones.
 */
final class VectorizedTest {
  @TempDir private Path folder;

  @Test
  void loopsOverColumnsAreVectorized() throws IOException, InterruptedException {
    Compiled compiled =
        Compiled.of(Compiled.EXAMPLE, Map.of("signal", "all", "over-budget", "split"));
    for (Artifact artifact : compiled.artifacts())
      Files.write(folder.resolve(artifact.path()), artifact.bytes());
    List<String> source =
        new String(compiled.artifact("signals.c"), StandardCharsets.UTF_8).lines().toList();
    String said = Gcc.vectorized(folder, "signals.c");
    for (String record : List.of("quote", "order", "control")) {
      int function = line(source, 0, "SIGNALS_INLINE void signals_" + record + "_by_column(");
      int loop = line(source, function, "  for (i = 0; i < n; i++) {");
      for (int bytes :
          System.getProperty("os.arch").equals("amd64") ? new int[] {16, 32} : new int[] {16})
        assertTrue(
            said.lines()
                .anyMatch(
                    it ->
                        it.startsWith("signals.c:" + (loop + 1) + ":")
                            && it.contains("loop vectorized using " + bytes + " byte vectors")),
            record + " in line " + (loop + 1) + ":\n" + said);
    }
  }

  private static int line(List<String> source, int from, String beginning) {
    for (int i = from; i < source.size(); i++) if (source.get(i).startsWith(beginning)) return i;
    assertEquals(beginning, "", "not in the source");
    return -1;
  }
}
