// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.runtime.bitactor.Gcc;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.engine.Counters.ZeroTick;

/** The engine in C writes the same frames, byte for byte, and counts the same as that in Java. */
final class EngineInCTest {
  @TempDir private Path folder;

  private record Settings(int budget, boolean bypass, Filter filter, boolean many) {
    List<String> words() {
      return List.of(
          Integer.toString(budget),
          word(bypass),
          word(filter.debug()),
          word(filter.test()),
          word(many));
    }

    private static String word(boolean value) {
      return value ? "1" : "0";
    }
  }

  private static final List<Settings> SETTINGS =
      List.of(
          new Settings(24, true, Filter.NONE, false),
          new Settings(24, false, new Filter(true, true), true),
          new Settings(6, true, new Filter(true, false), true),
          new Settings(8, false, Filter.NONE, false));

  @Test
  void onEveryWorkload() throws IOException, ImageException, InterruptedException {
    Path program = Gcc.program(folder, "engine");
    List<String> names = List.of("order", "calls", "all");
    for (Workload workload : Workload.values())
      for (int i = 0; i < SETTINGS.size(); i++) {
        byte[] image = Images.of(names.get((workload.ordinal() + i) % names.size()), "", "");
        same(program, image, signals(image, workload), SETTINGS.get(i));
      }
  }

  @Test
  void withoutAtomicsAndOnEmptyAndFullRings()
      throws IOException, ImageException, InterruptedException {
    Path program = Gcc.program(folder, "engine", "-DBIT_ONE_THREAD");
    byte[] image = Images.order();
    byte[] signals = signals(image, Workload.OPEN);
    int stride = Replay.stride(Rules.of(image));
    for (Settings settings : SETTINGS)
      for (int count : new int[] {0, 1, 8, 9, 1024, 1025})
        same(program, image, java.util.Arrays.copyOf(signals, count * stride), settings);
  }

  /** A workload of which one signal in eight is noise: any type, kind, presence and content. */
  private static byte[] signals(byte[] image, Workload workload) throws ImageException {
    Rules rules = Rules.of(image);
    int stride = Replay.stride(rules);
    byte[] signals = new Generator(rules.image(), workload, 11).signals(5000, stride);
    Random random = new Random(12);
    byte[] noise = new byte[stride];
    for (int at = 0; at < signals.length; at += stride) {
      if (random.nextInt(8) != 0) continue;
      random.nextBytes(noise);
      int from = random.nextBoolean() ? Signal.TYPE : Signal.RECORD;
      System.arraycopy(noise, 0, signals, at + from, stride - from);
      if (random.nextBoolean()) signals[at + Signal.TYPE] = Signal.NORMAL;
      if (random.nextBoolean()) signals[at + Signal.KIND] = 0;
    }
    return signals;
  }

  private void same(Path program, byte[] image, byte[] signals, Settings settings)
      throws IOException, ImageException, InterruptedException {
    Path frames = folder.resolve("frames");
    List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
    command.add(Files.write(folder.resolve("image"), image).toString());
    command.add(Files.write(folder.resolve("signals"), signals).toString());
    command.add(frames.toString());
    command.addAll(settings.words());
    String inC = Gcc.run(command, "");
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    assertEquals(inJava(image, signals, settings, expected), inC, settings.toString());
    assertArrayEquals(expected.toByteArray(), Files.readAllBytes(frames), settings.toString());
  }

  private static String inJava(
      byte[] image, byte[] signals, Settings settings, ByteArrayOutputStream out)
      throws ImageException {
    Rules rules = Rules.of(image);
    int stride = Replay.stride(rules);
    Ring ring = settings.many() ? new ManyProducersRing(stride) : new SingleProducerRing(stride);
    Engine.Sink sink = (frames, at) -> out.write(frames, at, FrameLayout.SIGNAL + stride);
    Engine engine =
        new Engine(ring, rules, settings.budget(), settings.bypass(), settings.filter(), sink);
    long refused = 0;
    for (int at = 0; at < signals.length; ) {
      while (at < signals.length && ring.offer(signals, at)) at += stride;
      if (at < signals.length) refused++;
      while (engine.poll() > 0) {}
    }
    return report(engine, rules, refused);
  }

  private static String report(Engine engine, Rules rules, long refused) {
    Counters counters = engine.counters();
    StringBuilder out = new StringBuilder();
    out.append("signals " + counters.signals() + " ticks " + counters.ticks());
    long done = counters.signals() - counters.invalid() - counters.exceeded();
    out.append(" refused " + refused + "\nstatuses " + done);
    out.append(" " + counters.invalid() + " " + counters.exceeded() + " 0\nskipped");
    for (ZeroTick why : ZeroTick.values()) out.append(" " + counters.skipped(why));
    for (int kind = 0; kind < rules.image().kinds().size(); kind++)
      out.append("\nkind " + kind + " executed " + counters.executed(kind))
          .append(" violating " + counters.violating(kind));
    byte[] kept = engine.kept();
    long digest = 0xCBF29CE484222325L;
    for (byte value : kept) digest = (digest ^ (value & 0xFF)) * 0x100000001B3L;
    int count = kept.length / engine.frameBytes();
    out.append(String.format(Locale.ROOT, "\nkept %d digest %016x", count, digest));
    return out.toString();
  }

  @Test
  void rulesAreReplacedAndFreedUnderLoad()
      throws IOException, ImageException, InterruptedException {
    Path one = Files.write(folder.resolve("one"), Images.order());
    Path two = Files.write(folder.resolve("two"), Images.order("0x0000000000000002"));
    for (Path program :
        List.of(Gcc.program(folder, "swaps", "-pthread"), Gcc.threads(folder, "swaps")))
      for (String producers : List.of("1", "3")) {
        String said =
            Gcc.run(
                List.of(
                    program.toString(), one.toString(), two.toString(), producers, "1000", "50"),
                "");
        String expected = "50 swaps, 0 lost, 0 out of order, 0 wrong verdicts, both sets at work";
        assertTrue(said.contains(expected), said);
      }
  }
}
