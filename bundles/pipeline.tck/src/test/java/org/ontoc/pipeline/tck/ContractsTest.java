// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;

/** The contracts hold for stages that are as simple as can be. */
final class ContractsTest {
  @Nested
  final class PlainBackend extends BackendContract {
    @Override
    protected Backend backend() {
      return (plan, context) -> {
        context.checkCancelled();
        return List.of(new Artifact(plan.name() + ".txt", Plans.text(plan)));
      };
    }
  }

  @Nested
  final class IdentityPass extends PassContract {
    @Override
    protected Pass pass() {
      return (program, _) -> program;
    }
  }

  @Nested
  final class IdentityPlanPass extends PlanPassContract {
    @Override
    protected PlanPass pass() {
      return (plan, _) -> plan;
    }
  }

  @Nested
  final class PlainRenderer extends RendererContract {
    @Override
    protected Renderer renderer() {
      return (report, _, out) -> {
        out.append("conforms: ").append("" + report.conforms());
        for (ValidationResult result : report.results()) write(result, out);
      };
    }

    private static void write(ValidationResult result, Appendable out) throws IOException {
      String line = result.dataAt() + " " + result.focusNode();
      out.append('\n').append(TerminalText.sanitize(line));
      for (ValidationResult detail : result.details()) write(detail, out);
    }
  }
}
