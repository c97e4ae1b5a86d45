// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.ReadSet;

/** What is prepared for compiled validators; what they make of it is compared by differential. */
class PreparedTextsTest {
  private static List<String> lines() {
    ReadSet none = new ReadSet(false, List.of(), List.of(), List.of());
    Plan nothing =
        new Plan("nothing", none, List.of(), List.of(), List.of(), List.of(), List.of());
    return PreparedTexts.of(nothing).orElseThrow().lines().toList();
  }

  @Test
  void everyCharacterIsWhatTheReportTakesItFor() {
    List<String> sets = lines().stream().filter(line -> line.startsWith("characters\t")).toList();
    List<IntPredicate> expected =
        List.of(
            TerminalText::isUnsafe,
            character -> Excerpt.columns(character) == 0,
            character -> Excerpt.columns(character) == 2,
            character -> character < 0x10000 && Names.isPlain(character));
    assertEquals(expected.size(), sets.size());
    for (int set = 0; set < sets.size(); set++) {
      int[] bounds =
          Arrays.stream(sets.get(set).split("\t")).skip(2).mapToInt(Integer::parseInt).toArray();
      assertTrue(bounds.length > 10, sets.get(set));
      int range = 0;
      for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
        while (range < bounds.length && bounds[range + 1] < character) range += 2;
        boolean inside = range < bounds.length && bounds[range] <= character;
        if (expected.get(set).test(character) != inside) fail(Integer.toHexString(character));
      }
    }
  }

  @Test
  void nothingIsSaidOfAPlanWithoutShapes() {
    assertTrue(lines().containsAll(List.of("shapes\t0", "severities\t0", "checks\t0")));
  }
}
