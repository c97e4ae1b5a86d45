// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Request;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** A third party's back end comes and goes while the platform runs. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public final class HotSwapTest {
  private static final int SWAPS = 100;

  @InjectService(timeout = 10_000)
  Compiler compiler;

  @InjectBundleContext BundleContext context;

  @Test
  void aBackEndIsInstalledUsedAndStopped() throws BundleException {
    assertTrue(compile("markdown").failed(), "no such target yet");
    Set<String> before = names(compile("c"));
    Bundle bundle = install();
    try {
      bundle.start();
      assertEquals(Set.of("shapes.md"), names(compile("markdown")));
      assertTrue(
          names(compile("c")).contains("shapes.md"), "the example outranks the built-in back end");
      bundle.stop();
      assertTrue(compile("markdown").failed(), "the target went with its bundle");
      assertEquals(before, names(compile("c")), "the platform falls back to the built-in back end");
    } finally {
      bundle.uninstall();
    }
  }

  @Test
  void noCompilationFailsWhileBackEndsComeAndGo() throws Exception {
    Bundle bundle = install();
    AtomicBoolean swapping = new AtomicBoolean(true);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> client = () -> compileWhile(swapping);
      List<Future<Integer>> clients =
          IntStream.range(0, 4).mapToObj(i -> pool.submit(client)).toList();
      for (int swap = 0; swap < SWAPS; swap++) {
        bundle.start();
        bundle.stop();
      }
      swapping.set(false);
      for (Future<Integer> compilations : clients) assertTrue(compilations.get() > 0);
    } finally {
      bundle.uninstall();
    }
  }

  private int compileWhile(AtomicBoolean swapping) {
    int count = 0;
    do {
      Compilation compilation = compile("c");
      assertFalse(compilation.failed(), compilation.diagnostics().toString());
      count++;
    } while (swapping.get());
    return count;
  }

  private Bundle install() throws BundleException {
    return context.installBundle(Samples.exampleBundle().toUri().toString());
  }

  private Compilation compile(String target) {
    return compiler.compile(Samples.request(target, Request.Until.ARTIFACTS, Samples.shapes()));
  }

  private static Set<String> names(Compilation compilation) {
    assertFalse(compilation.failed(), compilation.diagnostics().toString());
    return compilation.artifacts().stream().map(Artifact::path).collect(Collectors.toSet());
  }
}
