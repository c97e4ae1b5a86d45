// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import java.util.function.Supplier;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.annotation.versioning.ProviderType;

/** What a stage is lent while it runs. */
@ProviderType
public interface Context {
  /** The value of a request's option, e.g. {@code implicit-class-targets}. */
  String option(String key, String fallback);

  /** Reports a finding; the compilation stops after the stage when the severity is ERROR. */
  void report(
      Severity severity,
      String code,
      Origin at,
      String message,
      String hint,
      List<Diagnostic.Note> notes);

  default void report(Severity severity, String code, Origin at, String message, String hint) {
    report(severity, code, at, message, hint, List.of());
  }

  default void error(String code, Origin at, String message, String hint) {
    report(Severity.ERROR, code, at, message, hint);
  }

  /**
   * Throws when the caller cancelled or the time budget ran out; to be called in every long loop.
   */
  void checkCancelled();

  /**
   * What the stage made under this key before, in whichever call, or else makes now: artifacts that
   * many compilations share, such as a runtime that is the same in all programs. The caller keeps
   * them as it keeps other artifacts; one that keeps nothing has them made.
   *
   * @param key everything that decides the artifacts besides the stage itself
   * @param make an empty list means a failure, which was reported and is not kept
   */
  default List<Artifact> kept(String key, Supplier<List<Artifact>> make) {
    return make.get();
  }
}
