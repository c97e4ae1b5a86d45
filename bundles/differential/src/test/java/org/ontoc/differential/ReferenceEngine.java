// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.Collections;
import java.util.List;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.tck.ReferenceValidator;
import org.ontoc.pipeline.tck.Triple;

/** Our front end and our evaluator that was written straight from the specification. */
final class ReferenceEngine implements Engine {
  private final String name;
  private final boolean passes;

  /** An evaluator of programs as they were read, or after all passes. */
  ReferenceEngine(String name, boolean passes) {
    this.name = name;
    this.passes = passes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Verdict> validate(String shapes, List<String> data) {
    try {
      Program read = Stages.program(shapes);
      Program program = passes ? Stages.optimized(read) : read;
      return data.stream().map(document -> validate(program, document)).toList();
    } catch (Stages.Rejected | IllegalArgumentException e) {
      return Collections.nCopies(data.size(), new Verdict.Failed(e.toString()));
    }
  }

  private static Verdict validate(Program program, String data) {
    List<Triple> triples =
        NTriples.read(data).stream()
            .map(t -> new Triple(t.subject(), t.predicate(), t.object()))
            .toList();
    List<Result> results =
        ReferenceValidator.validate(program, triples).stream()
            .map(ReferenceEngine::result)
            .toList();
    return new Verdict.Report(results.isEmpty(), results);
  }

  private static Result result(ReferenceValidator.Result result) {
    return new Result(
        Canonical.term(result.focus()),
        result.path().map(Canonical::path).map(Path::toString).orElse(""),
        ReportGraph.local(result.severity().toString()),
        ReportGraph.local(result.component().toString()).replace("ConstraintComponent", ""),
        result.value().map(Canonical::term).orElse(""),
        Canonical.shape(result.shape()));
  }
}
