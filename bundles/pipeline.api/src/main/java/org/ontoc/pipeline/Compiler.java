// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The platform as a caller sees it. Every call takes its whole line-up of stages from the service
 * registry at its start and keeps it to its end. Interrupting the calling thread cancels.
 */
@ProviderType
public interface Compiler {
  Compilation compile(Request request);

  /**
   * Validates data with a compilation that went as far as {@link Request.Until#VALIDATOR}.
   *
   * @param options read by the validator through its context
   */
  Report validate(
      Compilation compilation,
      List<Source> data,
      Map<String, String> options,
      Request.Budget budget);

  /**
   * Finds the documents that a user named: files, globs, {@code -}; {@code .gz} and {@code .zst}
   * are decompressed while they are read. What cannot be found is a diagnostic.
   */
  Documents documents(List<String> names);

  /** What {@link #documents} found. */
  record Documents(List<Source> sources, List<Diagnostic> diagnostics) {}
}
