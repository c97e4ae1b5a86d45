// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fixed number of pairs; {@link Campaign} runs as many as one wants. */
class EnginesTest {
  private static final int PAIRS = Integer.getInteger("differential.pairs", 3000);

  @Test
  void compiledValidatorsAgreeWithTheReference() throws IOException {
    agree("reference,passes,plain,split,library,jvm,bitactor", 1, PAIRS);
  }

  /** Also about order, places, messages and explanations. */
  @Test
  void theJvmAndBytecodeSayWordForWordWhatCSays() throws IOException {
    agree("library,jvm,bitactor", 3, PAIRS / 3);
  }

  @Test
  void peersAgreeWithTheReferenceExceptForWhatIsExplained() throws IOException {
    agree("reference,jena,topbraid", 2, PAIRS);
  }

  private static void agree(String names, long seed, int pairs) throws IOException {
    List<Engine> engines = Engines.open(names);
    Campaign campaign = new Campaign(engines, Path.of("target", "disagreements"), Campaign.GRAPHS);
    campaign.run(pairs, seed);
    campaign.print(System.out);
    engines.forEach(Engine::close);
    assertEquals(pairs, campaign.pairs());
    assertNotEquals(0, campaign.results());
    assertEquals(Map.of(), campaign.unexplained());
  }
}
