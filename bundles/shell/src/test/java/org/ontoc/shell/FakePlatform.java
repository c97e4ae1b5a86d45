// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Probe;
import org.ontoc.pipeline.Renderer;
import org.ontoc.report.HumanRenderer;
import org.ontoc.report.JsonLdRenderer;
import org.ontoc.report.JsonRenderer;
import org.ontoc.report.TurtleRenderer;

/** The services of a test; the renderers are the real ones. */
final class FakePlatform implements Platform {
  final FakeCompiler compiler = new FakeCompiler();
  final List<Probe> probes = new ArrayList<>();
  final List<Provider> others = new ArrayList<>();
  boolean complete = true;
  @Nullable ToIntFunction<String[]> bench;

  private static final Map<String, Renderer> RENDERERS =
      Map.of(
          "human", new HumanRenderer(),
          "turtle", new TurtleRenderer(),
          "jsonld", new JsonLdRenderer(),
          "json", new JsonRenderer());

  @Override
  public Optional<Compiler> compiler() {
    return complete ? Optional.of(compiler) : Optional.empty();
  }

  @Override
  public Optional<Renderer> renderer(String format) {
    return Optional.ofNullable(RENDERERS.get(format));
  }

  @Override
  public List<Probe> probes() {
    return probes;
  }

  @Override
  public Optional<ToIntFunction<String[]>> command(String word) {
    return word.equals("bench") ? Optional.ofNullable(bench) : Optional.empty();
  }

  @Override
  public List<Provider> providers() {
    List<Provider> all = new ArrayList<>();
    all.add(new Provider(Kind.FRONT_END, "shapes", "text/turtle", "front", "1.0.0"));
    all.add(new Provider(Kind.BACK_END, "c", "", "org.ontoc.backend.c", "1.0.0"));
    all.add(new Provider(Kind.BACK_END, "markdown", "", "org.example.markdown", "0.1.0"));
    all.add(new Provider(Kind.TOOLCHAIN, "c", "", "org.ontoc.runtime.nativecode", "1.0.0"));
    for (String format : List.of("human", "json", "jsonld", "turtle"))
      all.add(new Provider(Kind.RENDERER, format, "", "org.ontoc.report", "1.0.0"));
    all.addAll(others);
    return all;
  }

  @Override
  public String version() {
    return "1.2.3";
  }
}
