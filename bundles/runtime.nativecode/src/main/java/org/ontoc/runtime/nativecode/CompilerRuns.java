// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ontoc.pipeline.Context;

/**
 * Runs of a compiler, as many at once as there are processors. Each stands in a folder of its own
 * inside that of the build, so that the end of one does not sweep away what another started.
 */
final class CompilerRuns implements AutoCloseable {
  private final CCompiler compiler;
  private final Settings settings;
  private final BuildFolder folder;
  private final Context context;
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("ontoc-compiler-", 0).factory());

  CompilerRuns(CCompiler compiler, Settings settings, BuildFolder folder, Context context) {
    this.compiler = compiler;
    this.settings = settings;
    this.folder = folder;
    this.context = context;
  }

  /** A run that was started; what it gives reports a failure. */
  record Started(String output, Future<Optional<Runnable>> end) {}

  /** Looks at an output; the first thing that is wrong with it. */
  @FunctionalInterface
  interface Look {
    Optional<String> problem(Path output) throws IOException;
  }

  /** Starts a run that writes a file of the build's folder, relative to which its paths are. */
  Started start(String doing, List<String> arguments, String output, Look look) {
    Callable<Optional<Runnable>> run = () -> run(doing, arguments, output, look);
    return new Started(output, pool.submit(run));
  }

  /** Waits for all; reports the first failure, in their order, and is false then. */
  boolean await(List<Started> runs) throws IOException {
    for (Started run : runs) {
      Optional<Runnable> failure = await(run.end());
      if (failure.isEmpty()) continue;
      failure.get().run();
      return false;
    }
    return true;
  }

  private Optional<Runnable> await(Future<Optional<Runnable>> end) throws IOException {
    try {
      return end.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      context.checkCancelled();
      throw new CancellationException();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException fault -> throw fault;
        case RuntimeException thrown -> throw thrown;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  private Optional<Runnable> run(String doing, List<String> arguments, String output, Look look)
      throws IOException {
    Path own = Files.createDirectory(folder.file(output + ".d"));
    List<String> command = new ArrayList<>(List.of(compiler.path().toString()));
    command.addAll(arguments);
    Tool tool = new Tool(own, settings.search().searchPath(), settings.limit(), context);
    Tool.Outcome outcome = tool.run(command);
    Path file = folder.file(output);
    if (!(outcome instanceof Tool.Outcome.Exited(int status, String text) && status == 0))
      return Optional.of(() -> Faults.report(compiler.path(), doing, outcome, context));
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
      return Optional.of(
          () -> Faults.noOutput(compiler.path(), "there is no output file", text, context));
    return look.problem(file)
        .map(problem -> () -> Faults.noOutput(compiler.path(), problem, "", context));
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      // a run that is interrupted kills its processes first; the folder must not go before
      pool.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
