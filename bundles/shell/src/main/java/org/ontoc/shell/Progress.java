// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.TerminalText;
import org.osgi.service.component.annotations.Component;

/** Shows on a terminal which step runs, for how long, and the most memory seen. */
@Component(service = {Progress.class, Step.Listener.class})
public final class Progress implements Step.Listener {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final String CLEAR = "\r\u001B[K";

  private final AtomicReference<@Nullable Step> running = new AtomicReference<>();

  @Override
  public void step(Step step) {
    if (step.state() == Step.State.RUNNING) running.set(step);
  }

  /** Shows progress until it is closed; nothing on anything but a terminal. */
  Display show(Console console) {
    Display display = new Display(console);
    if (console.progress()) display.start();
    return display;
  }

  /** A line on standard error that is rewritten in place. */
  final class Display implements AutoCloseable {
    private final Console console;
    private final long start = System.nanoTime();
    private @Nullable Thread thread;
    private long peak;
    private boolean drawn;

    private Display(Console console) {
      this.console = console;
    }

    private void start() {
      running.set(null);
      thread = Thread.ofPlatform().daemon().name("ontoc progress").start(this::run);
    }

    private void run() {
      try {
        Thread.sleep(PATIENCE);
        while (true) {
          draw();
          Thread.sleep(PERIOD);
        }
      } catch (InterruptedException _) {
        // closed
      } catch (IOException _) {
        // nobody watches any more
      }
    }

    private void draw() throws IOException {
      Runtime runtime = Runtime.getRuntime();
      peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
      Step step = running.get();
      String what =
          step == null
              ? "reading"
              : step.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + " ("
                  + TerminalText.sanitize(step.stage())
                  + ")";
      String line =
          what
              + ", "
              + Amounts.time(Duration.ofNanos(System.nanoTime() - start))
              + ", heap "
              + Amounts.bytes(peak);
      drawn = true;
      console.err().append(CLEAR).append(line).flush();
    }

    @Override
    public void close() {
      Thread drawing = thread;
      if (drawing == null) return;
      thread = null;
      drawing.interrupt();
      try {
        drawing.join();
        if (drawn) console.err().append(CLEAR).flush();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (IOException _) {
        // nobody watches any more
      }
    }
  }
}
