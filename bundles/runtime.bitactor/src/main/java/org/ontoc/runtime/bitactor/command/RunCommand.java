// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.engine.Replay;
import org.ontoc.runtime.bitactor.engine.Rules;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphProgram;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.ontoc.runtime.graph.Main;
import org.osgi.service.component.annotations.Component;

/** The command {@code run}: over signals as bytes, or over a trace. */
@Component(service = ToIntFunction.class, property = "ontoc.command=run")
public final class RunCommand extends ImageCommand {
  private static final int VIOLATIONS = 1;
  private static final int NOT_REPRODUCED = 5;

  @Override
  String usage() {
    return """
    usage: ontoc run IMAGE SIGNALS|TRACE.ttl
           ontoc run IMAGE [--base IRI] [--format nt|ttl] DATA …
    With an image of signals: checks signals (docs/bitactor.md says their bytes; - is standard input), or replays a
    trace of the same image and says whether each frame came out the same. With an image that validates graphs:
    reads the files as one graph, and prints each result. Exit code 1 when something is not as it must be.
    """;
  }

  @Override
  int run(List<String> arguments, PrintStream out) throws Misuse, IOException, ImageException {
    byte[] image = image(arguments);
    if (isGraph(image)) return graph(image, arguments, out);
    if (arguments.size() != 2) throw new Misuse("name an image, and signals or a trace");
    String name = arguments.get(1);
    byte[] data = name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
    Rules rules = Rules.of(image);
    try {
      if (name.endsWith(".ttl")) return replay(rules, data, out);
      return signals(rules, data, out);
    } catch (IllegalArgumentException wrong) {
      throw new ImageException("or the signals are: " + wrong.getMessage());
    }
  }

  private static int graph(byte[] bytes, List<String> arguments, PrintStream out)
      throws ImageException {
    GraphImage image = GraphReader.read(bytes);
    return Main.run(
        "ontoc",
        "ontoc run IMAGE",
        GraphProgram.validator(image),
        arguments.subList(1, arguments.size()),
        out,
        System.err);
  }

  private static int replay(Rules rules, byte[] data, PrintStream out) {
    String document = new String(data, java.nio.charset.StandardCharsets.UTF_8);
    List<Replay.Frame> frames = Replay.frames(document);
    long different = Replay.different(rules, frames);
    out.println(frames.size() + " frames replayed, " + different + " came out otherwise");
    return different == 0 ? 0 : NOT_REPRODUCED;
  }

  private static int signals(Rules rules, byte[] data, PrintStream out) {
    int stride = Replay.stride(rules);
    if (data.length % stride != 0)
      throw new IllegalArgumentException("their length is no multiple of " + stride + " bytes");
    long wrong = 0;
    long ticks = 0;
    for (int at = 0; at < data.length; at += stride) {
      Replay.Frame frame = Replay.run(rules, Arrays.copyOfRange(data, at, at + stride));
      ticks += frame.ticks();
      if (frame.status() == 0 && frame.violated() == 0) continue;
      wrong++;
      out.println(TerminalText.sanitize(line(rules.image(), frame)));
    }
    out.println(
        data.length / stride + " signals, " + wrong + " not as they must be, " + ticks + " ticks");
    return wrong == 0 ? 0 : VIOLATIONS;
  }

  private static String line(Image image, Replay.Frame frame) {
    String head = "signal " + Integer.toUnsignedString(frame.id()) + ": ";
    if (frame.status() == 1) return head + "unknown type or kind";
    String kind = image.string(image.kinds().get(frame.kind()).name());
    return head
        + kind
        + ": "
        + String.join(", ", Outcomes.violated(image, frame.kind(), frame.violated()));
  }
}
