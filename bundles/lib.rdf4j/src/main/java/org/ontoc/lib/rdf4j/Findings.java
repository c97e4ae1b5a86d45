// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/**
 * Gathers findings and reports each one once, in the order of their positions, however the
 * documents were walked.
 */
public final class Findings {
  /** More than this many help nobody, and hostile documents could produce millions. */
  private static final int MAX_REPORTED = 100;

  private final String stage;
  private final List<String> documents = new ArrayList<>();
  private final Set<Diagnostic> all = new LinkedHashSet<>();
  private boolean failed;

  /**
   * @param stage who finds them
   */
  public Findings(String stage) {
    this.stage = stage;
  }

  /** Documents are ordered as they were first named here. */
  public void document(String name) {
    if (!documents.contains(name)) documents.add(name);
  }

  public void error(String code, Origin at, String message, String hint, Diagnostic.Note... notes) {
    failed = true;
    add(Severity.ERROR, code, at, message, hint, List.of(notes));
  }

  public void warning(
      String code, Origin at, String message, String hint, Diagnostic.Note... notes) {
    add(Severity.WARNING, code, at, message, hint, List.of(notes));
  }

  /** What keeps a document from being read. */
  public void error(MalformedSource it) {
    error(it.code(), it.at(), it.sentence(), it.hint());
  }

  private void add(
      Severity severity,
      String code,
      Origin at,
      String message,
      String hint,
      List<Diagnostic.Note> notes) {
    all.add(new Diagnostic(severity, stage, code, at, message, hint, notes));
  }

  public boolean failed() {
    return failed;
  }

  /** Orders positions by document, line and column; unknown positions come first. */
  public Comparator<Origin> positions() {
    return Comparator.<Origin>comparingInt(at -> documents.indexOf(at.document()))
        .thenComparingInt(Origin::line)
        .thenComparingInt(Origin::column);
  }

  public void reportTo(Context context) {
    List<Diagnostic> errors = sorted(Severity.ERROR);
    List<Diagnostic> shown =
        Stream.concat(errors.stream(), sorted(Severity.WARNING).stream())
            .limit(MAX_REPORTED)
            .sorted(order())
            .toList();
    for (Diagnostic it : shown)
      context.report(it.severity(), it.code(), it.at(), it.message(), it.hint(), it.notes());
    if (all.size() <= MAX_REPORTED) return;
    context.report(
        Severity.WARNING,
        "W0300",
        Origin.NOWHERE,
        (all.size() - MAX_REPORTED) + " more findings are not shown",
        "Mend the ones above first");
  }

  private List<Diagnostic> sorted(Severity severity) {
    return all.stream().filter(it -> it.severity() == severity).sorted(order()).toList();
  }

  private Comparator<Diagnostic> order() {
    return Comparator.comparing(Diagnostic::at, positions())
        .thenComparing(Diagnostic::code)
        .thenComparing(Diagnostic::message);
  }
}
