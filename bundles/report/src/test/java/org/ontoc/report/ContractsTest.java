// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import org.junit.jupiter.api.Nested;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.tck.RendererContract;

/** Every renderer does what renderers must do. */
final class ContractsTest {
  @Nested
  final class Human extends RendererContract {
    @Override
    protected Renderer renderer() {
      return new HumanRenderer();
    }
  }

  @Nested
  final class Json extends RendererContract {
    @Override
    protected Renderer renderer() {
      return new JsonRenderer();
    }
  }

  @Nested
  final class JsonLd extends RendererContract {
    @Override
    protected Renderer renderer() {
      return new JsonLdRenderer();
    }
  }

  @Nested
  final class Turtle extends RendererContract {
    @Override
    protected Renderer renderer() {
      return new TurtleRenderer();
    }
  }
}
