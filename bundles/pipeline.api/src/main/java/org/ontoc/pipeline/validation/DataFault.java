// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.validation;

import java.util.List;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/**
 * Why a validator gave up.
 *
 * @param offset the byte of a syntax error, from 0
 */
public record DataFault(Kind kind, Origin at, String message, long offset) {
  /** The kinds of faults. */
  public enum Kind {
    SYNTAX,
    IO,
    LIMIT,
    MEMORY,
    /** More memory is needed than the validation may take. */
    BOUND,
    /** Temporary data cannot be written. */
    DISK,
    /** Shapes look at more of the graph than can be validated in parts. */
    GRAPH
  }

  public void report(Context context) {
    switch (kind) {
      case SYNTAX ->
          context.report(
              Severity.ERROR,
              "E0701",
              at,
              message,
              "",
              List.of(new Diagnostic.Note(at, "this is byte " + offset)));
      case IO ->
          context.error(
              "E0703", at, message, "see that the file exists, is readable and stays as it is");
      case LIMIT ->
          context.error(
              "E0811",
              at,
              message,
              "raise the limit by the option max-line-bytes, or mend the data");
      case MEMORY ->
          context.error(
              "E0812",
              at,
              message,
              "give the machine more memory, validate in less by --memory, or validate the data in parts");
      case BOUND -> context.error("E0813", at, message, "allow more by --memory");
      case DISK ->
          context.error(
              "E0814",
              Origin.NOWHERE,
              message,
              "set TMPDIR to a folder with room, or leave out --memory");
      case GRAPH ->
          context.error(
              "E0525",
              Origin.NOWHERE,
              "these shapes need the whole graph in memory: " + message,
              "leave out --memory");
    }
  }

  /** Reports a document that cannot be read to its end. */
  public static void unreadable(Source source, String reason, Context context) {
    context.error(
        "E0703",
        new Origin(source.name(), 0, 0, ""),
        "the data cannot be read: " + reason,
        "see that the file exists, is readable and whole");
  }
}
