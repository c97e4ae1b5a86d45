// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageReader;
import org.ontoc.runtime.bitactor.Mutations;
import org.ontoc.runtime.bitactor.graph.GraphMutations;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.osgi.service.component.annotations.Component;

/** The command {@code fuzz}. */
@Component(service = ToIntFunction.class, property = "ontoc.command=fuzz")
public final class FuzzCommand extends ImageCommand {
  @Override
  String usage() {
    return """
    usage: ontoc fuzz IMAGE [--count N] [--seed N]
    Loads mutations of an image; each is refused, or runs within its ticks (default: 1,000,000, seed 42).
    """;
  }

  @Override
  int run(List<String> arguments, PrintStream out) throws Misuse, IOException, ImageException {
    byte[] image = image(arguments);
    if (!isGraph(image)) ImageReader.read(image);
    long count = 1_000_000;
    long seed = 42;
    for (int i = 1; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) throw new Misuse(arguments.get(i) + " needs a value");
      long value = number(arguments.get(i), arguments.get(i + 1));
      switch (arguments.get(i)) {
        case "--count" -> count = value;
        case "--seed" -> seed = Math.max(1, value);
        default -> throw new Misuse("there is no option " + arguments.get(i));
      }
    }
    out.println(
        isGraph(image)
            ? new GraphMutations(image, GraphReader.read(image), seed).run(count)
            : new Mutations(image, seed).run(count));
    return 0;
  }
}
