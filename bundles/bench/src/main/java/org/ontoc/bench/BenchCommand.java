// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Component;

/** The command {@code bench}. */
@Component(service = ToIntFunction.class, property = "ontoc.command=bench")
public final class BenchCommand implements ToIntFunction<String[]> {
  @Override
  public int applyAsInt(String[] arguments) {
    try {
      return new JenaComparison(System.out, System.err).run(arguments);
    } catch (IOException failed) {
      System.err.println("error: " + failed.getMessage());
      return 4;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }
}
