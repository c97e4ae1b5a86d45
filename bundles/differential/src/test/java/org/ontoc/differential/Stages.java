// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.tck.RecordingContext;

/** Our stages, called without the platform. */
final class Stages {
  private Stages() {}

  /** What a stage refused. */
  static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Rejected(RecordingContext context) {
      super(String.join("; ", context.diagnostics().stream().map(Object::toString).toList()));
    }
  }

  static Program program(String turtle) {
    RecordingContext context = new RecordingContext();
    Source source =
        Source.of("shapes.ttl", "text/turtle", turtle.getBytes(StandardCharsets.UTF_8));
    Program program = new ShaclFrontEnd().apply(List.of(source), context);
    if (context.failed()) throw new Rejected(context);
    return program;
  }
}
