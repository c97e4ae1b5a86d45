// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Optional;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.validation.DataFault;

/** One line that a compiled validator prints with {@code --machine}: fields between tabs. */
sealed interface MachineLine {
  /**
   * A result; terms are in N-Triples syntax.
   *
   * @param maximum whether the maximum of a qualified count is what was violated
   * @param predicate the offending predicate of a closed shape
   * @param at where in the data the value stands
   * @param depth 0, or how deep it is among what explains the last result whose depth is 0
   */
  record Result(
      int check,
      boolean maximum,
      String focus,
      Optional<String> value,
      Optional<String> predicate,
      Position at,
      int depth)
      implements MachineLine {}

  /** How many results lack some of what explains them. */
  record Cut(long results) implements MachineLine {}

  /** Why the validator gave up. */
  record Fault(DataFault.Kind kind, Position at, long offset, String message)
      implements MachineLine {}

  /** The last line. */
  record Summary(Statistics statistics) implements MachineLine {}

  /**
   * A place in a document.
   *
   * @param file the number of the document
   * @param line 0 when unknown
   */
  record Position(int file, int line, int column) {}

  static MachineLine parse(String line) throws ProtocolException {
    String[] fields = line.split("\t", -1);
    try {
      if (fields[0].equals("R") && fields.length == 11) return result(fields, 1, 0);
      if (fields[0].equals("D") && fields.length == 12)
        return result(fields, 2, Integer.parseInt(fields[1]));
      if (fields[0].equals("C") && fields.length == 2) return new Cut(Long.parseLong(fields[1]));
      if (fields[0].equals("E") && fields.length == 7) return fault(fields);
      if (fields[0].equals("S") && fields.length == 8) return summary(fields);
    } catch (IllegalArgumentException _) {
      // a number or a word that is none: as unknown as any other line
    }
    throw new ProtocolException("unknown line: " + line);
  }

  private static MachineLine result(String[] fields, int from, int depth) {
    return new Result(
        Integer.parseInt(fields[from]),
        Integer.parseInt(fields[from + 1]) == 1,
        fields[from + 2],
        present(fields[from + 3]),
        present(fields[from + 4]),
        position(fields, from + 5),
        depth);
  }

  private static MachineLine fault(String[] fields) {
    DataFault.Kind kind = DataFault.Kind.valueOf(fields[1].toUpperCase(java.util.Locale.ROOT));
    return new Fault(kind, position(fields, 2), Long.parseLong(fields[5]), fields[6]);
  }

  private static MachineLine summary(String[] fields) {
    long[] n = new long[7];
    for (int i = 0; i < n.length; i++) n[i] = Long.parseLong(fields[i + 1]);
    return new Summary(new Statistics(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
  }

  private static Position position(String[] fields, int from) {
    return new Position(
        Integer.parseInt(fields[from]),
        Integer.parseInt(fields[from + 1]),
        Integer.parseInt(fields[from + 2]));
  }

  private static Optional<String> present(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }
}
