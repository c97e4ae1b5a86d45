// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.runtime.bitactor.graph.GraphMutations;
import org.ontoc.runtime.bitactor.graph.GraphReader;

/**
 * The loaders in Java and C accept the same mutations of images, and those give the same results;
 * the C runs under sanitizers.
 */
final class GraphFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("bitactor.mutations", 3_000);

  @Test
  void bothLoadersAcceptTheSameImages(@TempDir Path folder) throws Exception {
    Path program = Gcc.fuzzer(folder);
    String wide = GraphImageTest.ALL.replace("[a-c]+", "\\\\w{1,100}");
    List<String> shapes = List.of(GraphImageTest.ALL, wide, GraphImageTest.ALL, RECURSIVE);
    for (int i = 0; i < shapes.size(); i++) {
      // automata over bytes and over characters, and programs
      Map<String, String> options =
          Map.of("recursion", "stratified", "dfa-states", i == 2 ? "2" : "2000");
      byte[] bytes = Compiled.of(shapes.get(i), options).artifact("signals.bitc");
      Path image = Files.write(folder.resolve("image"), bytes);
      String java = new GraphMutations(bytes, GraphReader.read(bytes), i + 1).run(MUTATIONS);
      List<String> arguments = List.of(image.toString(), "" + (i + 1), "" + MUTATIONS);
      assertEquals(List.of(java), Gcc.run(program, arguments, new byte[0]));
    }
  }

  private static final String RECURSIVE =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
      ex:S sh:targetClass ex:C ; sh:or ( ex:T [ sh:property [ sh:path ex:p ; sh:node ex:S ] ] ) ;
        sh:property ex:P .
      ex:T a sh:NodeShape ; sh:and ( ex:S [ sh:not [ sh:class ex:D ] ] ) ;
        sh:property [ sh:path ex:q ; sh:qualifiedValueShape ex:T ; sh:qualifiedMinCount 1 ] .
      ex:P sh:path ex:p ; sh:minCount 1 ; sh:property ex:P .
      """;
}
