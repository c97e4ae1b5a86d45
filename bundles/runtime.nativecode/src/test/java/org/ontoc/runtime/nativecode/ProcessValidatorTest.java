// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.tck.RecordingContext;

/** What only a process can suffer. */
class ProcessValidatorTest {
  private static Path folder = Path.of("");

  @BeforeAll
  static void build(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Echo.store(Echo.build(Echo.sources()), folder);
  }

  private static RecordingContext run(Source... data) {
    RecordingContext context = RecordingContext.of();
    try (Validator validator = new NativeProvider().open(Echo.plan(), folder, context)) {
      validator.validate(List.of(data), _ -> {}, context);
    }
    return context;
  }

  @Test
  void aCrashIsAnErrorWithTheSignal() {
    RecordingContext context = run(Echo.data("!stderr about to go", "!segv"));
    assertEquals(List.of("E0904"), context.codes());
    assertTrue(context.diagnostics().getFirst().message().contains("SIGSEGV"));
    assertTrue(context.diagnostics().getFirst().hint().contains("about to go"));
    assertTrue(run(Echo.data("!abort")).diagnostics().getFirst().message().contains("SIGABRT"));
  }

  @Test
  void anUnknownExitStatusIsABug() {
    for (int status : List.of(0, 1, 7, 127))
      assertEquals(List.of("E0905"), run(Echo.data("!exit " + status)).codes(), "exit " + status);
  }

  @Test
  void aMissingFileIsAnErrorOfTheData() {
    Path missing = folder.resolve("missing.nt");
    Source source =
        new Source(
            "missing.nt",
            "application/n-triples",
            () -> Files.newInputStream(missing),
            Optional.of(missing));
    assertEquals(List.of("E0703"), run(source).codes());
  }

  @Test
  void tooManyFilesAreAnErrorWithAWayOut() throws IOException {
    Source[] data = new Source[20_000];
    java.util.Arrays.fill(data, Echo.file(folder.resolve("n".repeat(200) + ".nt")));
    assertEquals(List.of("E0704"), run(data).codes());
    RecordingContext library = RecordingContext.of("run", "library");
    try (Validator validator = new NativeProvider().open(Echo.plan(), folder, library)) {
      validator.validate(List.of(data), _ -> {}, library);
    }
    assertEquals(List.of(), library.codes());
  }

  @Test
  void aHangingValidatorIsKilledWhenCancelledOrInterrupted() throws Exception {
    RecordingContext context = RecordingContext.of();
    try (Validator validator = new NativeProvider().open(Echo.plan(), folder, context);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> validation =
          threads.submit(() -> validator.validate(List.of(Echo.data("!hang")), _ -> {}, context));
      awaitChild();
      context.cancel();
      ExecutionException end = assertThrows(ExecutionException.class, validation::get);
      assertInstanceOf(CancellationException.class, end.getCause());
      RecordingContext other = RecordingContext.of();
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () ->
                      assertThrows(
                          CancellationException.class,
                          () -> validator.validate(List.of(Echo.data("!hang")), _ -> {}, other)));
      awaitChild();
      thread.interrupt();
      thread.join();
    }
    assertEquals(0, children());
  }

  @Test
  void aSourceThatNeverEndsDoesNotKeepACrashedValidator() throws IOException {
    try (PipedOutputStream open = new PipedOutputStream();
        PipedInputStream endless = new PipedInputStream(open)) {
      Path missing = folder.resolve("none.nt");
      Source first = new Source("none.nt", "text/turtle", () -> endless, Optional.of(missing));
      Source second = new Source("-", "text/turtle", () -> endless, Optional.empty());
      assertEquals(List.of("E0703"), run(first, second).codes());
    }
  }

  private static long children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("/echo"))
        .count();
  }

  private static void awaitChild() throws InterruptedException {
    while (children() == 0) Thread.sleep(5);
  }

  @Test
  void garbageIsRefusedBeforeItIsRun(@TempDir Path other) throws IOException {
    Path program = other.resolve("echo");
    Files.writeString(program, "#!/bin/sh\ntouch " + other.resolve("canary") + "\n");
    assertTrue(program.toFile().setExecutable(true));
    RecordingContext context = RecordingContext.of();
    try (Validator validator = new NativeProvider().open(Echo.plan(), other, context)) {
      validator.validate(List.of(), _ -> {}, context);
    }
    assertEquals(List.of("E0610", "E0610"), context.codes());
    assertEquals(false, Files.exists(other.resolve("canary")));
    byte[] whole = Files.readAllBytes(folder.resolve("echo"));
    Files.write(program, java.util.Arrays.copyOf(whole, whole.length / 2));
    RecordingContext half = RecordingContext.of();
    new NativeProvider().open(Echo.plan(), other, half).close();
    assertEquals(List.of("E0610"), half.codes());
    Files.write(program, whole);
    assertTrue(program.toFile().setExecutable(false));
    RecordingContext plain = RecordingContext.of();
    new NativeProvider().open(Echo.plan(), other, plain).close();
    assertEquals(List.of("E0610"), plain.codes());
  }
}
