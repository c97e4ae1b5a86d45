// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A compiled validator, ready to read data. Safe for concurrent use; closing waits for running
 * validations.
 */
@ConsumerType
public interface Validator extends AutoCloseable {
  /**
   * Reads all data as one graph and hands over each result as it is found. Data that does not parse
   * is reported to the context, and the statistics then mean nothing.
   */
  Statistics validate(List<Source> data, Consumer<ValidationResult> results, Context context);

  @Override
  void close();

  /**
   * What a validation read and took.
   *
   * @param triples statements read
   * @param kept statements in the read set, duplicates included
   * @param focusNodes distinct pairs of focus node and shape with targets
   * @param results results handed over
   * @param readNanos wall time of reading, in nanoseconds
   * @param checkNanos wall time of indexing and checking, in nanoseconds
   * @param peakBytes most memory in use, of the process or of the allocator; 0 when unknown
   */
  record Statistics(
      long triples,
      long kept,
      long focusNodes,
      long results,
      long readNanos,
      long checkNanos,
      long peakBytes) {
    public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0, 0);
  }
}
