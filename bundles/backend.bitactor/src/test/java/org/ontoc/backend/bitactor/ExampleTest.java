// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageReader;
import org.ontoc.runtime.bitactor.PerfectHash;

/** The example's budget, its handlers and its dispatch. */
final class ExampleTest {
  private static final String MARKET = "http://example.org/market#";

  private static Image image(Map<String, String> options) throws IOException, ImageException {
    return ImageReader.read(Compiled.of(Compiled.EXAMPLE, options).artifact("signals.bitc"));
  }

  @Test
  void whatCostsMoreThanTheBudgetIsRefusedWithItsCost() throws IOException {
    Compiled compiled = Compiled.of(Compiled.EXAMPLE, Map.of("signal", "all"));
    assertEquals(
        List.of(
            "E0534 8 checking the record costs more than the budget of 8 ticks: all checks together"
                + " cost 10"),
        compiled.findings());
    assertTrue(compiled.artifacts().isEmpty());
    List<String> notes =
        compiled.context().diagnostics().getFirst().notes().stream()
            .map(note -> note.message())
            .toList();
    assertTrue(notes.contains("Pattern costs 3 ticks: VPATTERN 3"), notes.toString());
  }

  @Test
  void orSharedOutToHandlersWithinTheBudget() throws IOException, ImageException {
    Image image = image(Map.of("signal", "all", "over-budget", "split"));
    int order = image.kindOf(PerfectHash.key(MARKET + "Order"));
    assertEquals(2, image.kinds().get(order).handlers());
    for (Image.Handler handler : image.handlers()) assertTrue(handler.ticks() <= 8);
    Image whole = image(Map.of("signal", "all", "budget", "10"));
    assertEquals(1, whole.kinds().get(order).handlers());
    assertEquals(10, whole.handlerTicks(order));
    assertEquals(11, image.ticks(order));
  }

  @Test
  void knowsWhatIsDecidedBefore() throws IOException, ImageException {
    Image image = image(Map.of("signal", "all", "budget", "10"));
    assertEquals(
        List.of(
            Image.Necessity.DYNAMIC,
            Image.Necessity.DYNAMIC,
            Image.Necessity.NO_OP,
            Image.Necessity.DYNAMIC,
            Image.Necessity.STATIC),
        List.of("Control", "Order", "Remark", "Quote", "Statistic").stream()
            .map(name -> image.kinds().get(image.kindOf(PerfectHash.key(MARKET + name))))
            .map(Image.Kind::necessity)
            .toList());
    assertEquals(-1, image.kindOf(PerfectHash.key(MARKET + "Unknown")));
  }

  @Test
  void choosesShapesByName() throws IOException, ImageException {
    Image image = image(Map.of("signal", "Quote," + MARKET + "Control"));
    assertEquals(2, image.kinds().size());
    Compiled wrong = Compiled.of(Compiled.EXAMPLE, Map.of("signal", "Quota"));
    assertEquals(
        List.of("E0531 0 there is no one node shape 'Quota' to make a record of"),
        wrong.findings());
  }

  @Test
  void takesTheShapesThatSaySo() throws IOException, ImageException {
    Image image = image(Map.of("signal", "annotated"));
    assertEquals(1, image.kinds().size());
    assertEquals(0, image.kindOf(PerfectHash.key(MARKET + "Quote")));
    String bare =
        java.nio.file.Files.readString(Compiled.EXAMPLE)
            .replaceFirst("sh:targetClass ex:Quote ;", "");
    Map<String, String> all = Map.of("signal", "all", "budget", "10");
    Image whole = ImageReader.read(Compiled.of(bare, all).artifact("signals.bitc"));
    assertEquals(5, whole.kinds().size(), "a target is not needed");
    String plain = bare.replaceFirst("ontoc:signal true", "ontoc:signal false");
    Image without = ImageReader.read(Compiled.of(plain, all).artifact("signals.bitc"));
    assertEquals(4, without.kinds().size());
  }

  @Test
  void isTheSameBytesAgain() throws IOException {
    Map<String, String> options = Map.of("signal", "all", "over-budget", "split");
    Compiled one = Compiled.of(Compiled.EXAMPLE, options);
    Compiled two = Compiled.of(Compiled.EXAMPLE, options);
    for (var artifact : one.artifacts())
      assertArrayEquals(artifact.bytes(), two.artifact(artifact.path()), artifact.path());
  }
}
