// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.tck.RendererContract;

/** Every renderer of this bundle does what renderers must do, those that are added later too. */
@ParameterizedClass(name = "{0}")
@MethodSource("renderers")
final class ContractsTest extends RendererContract {
  private final Class<? extends Renderer> type;

  ContractsTest(Class<? extends Renderer> type) {
    this.type = type;
  }

  static List<Class<? extends Renderer>> renderers() throws Exception {
    URL known = HumanRenderer.class.getResource("HumanRenderer.class");
    assertNotNull(known);
    List<Class<? extends Renderer>> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(known.toURI()).resolveSibling(""))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".class") || name.startsWith("package-info")) continue;
        Class<?> type = Class.forName("org.ontoc.report." + name.substring(0, name.length() - 6));
        boolean concrete = !Modifier.isAbstract(type.getModifiers());
        if (concrete && Renderer.class.isAssignableFrom(type)) {
          found.add(type.asSubclass(Renderer.class));
        }
      }
    }
    return found;
  }

  /** SHACL's vocabulary has no word for positions. */
  @Override
  protected boolean writesPositions() {
    return type != TurtleRenderer.class && type != JsonLdRenderer.class;
  }

  @Override
  protected Renderer renderer() {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError("DS could not make it either", impossible);
    }
  }
}
