// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/** What every front end must do. */
public abstract class FrontEndContract {
  protected abstract FrontEnd frontEnd();

  /** A document without faults, of a few lines, in memory. */
  protected abstract Source good();

  /** A document that does not parse. */
  protected abstract Source malformed();

  @Test
  void readsTheSameEachTime() {
    Conditions.assertRepeatable("the program", () -> read(good()));
  }

  @Test
  void everyReferenceResolves() {
    Program program = read(good());
    Set<Term> ids = new HashSet<>();
    for (Shape shape : program.shapes()) {
      assertTrue(ids.add(shape.id()), "twice: " + shape.id());
      assertTrue(shape.at().isKnown(), "no position: " + shape.id());
    }
    program.shapes().stream()
        .flatMap(shape -> shape.constraints().stream())
        .flatMap(constraint -> constraint.shapes().stream())
        .forEach(reference -> assertTrue(ids.contains(reference), "missing: " + reference));
  }

  @Test
  void nothingIsMadeOfNothing() {
    RecordingContext context = new RecordingContext();
    assertEquals(Program.EMPTY.shapes(), frontEnd().apply(List.of(), context).shapes());
  }

  @Test
  void reportsWhatDoesNotParse() {
    RecordingContext context = new RecordingContext();
    frontEnd().apply(List.of(malformed()), context);
    Findings.assertWellFormed(context);
    assertTrue(context.failed(), "a document that does not parse is no error");
    assertEquals(malformed().name(), context.diagnostics().getFirst().at().document());
  }

  /** A document that is cut off is never an exception, wherever the cut is. */
  @Test
  void survivesCutDocuments() throws IOException {
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length++) {
      RecordingContext context = new RecordingContext();
      byte[] cut = Arrays.copyOf(bytes, length);
      frontEnd().apply(List.of(Source.of(good().name(), good().mediaType(), cut)), context);
      Findings.assertWellFormed(context);
    }
  }

  @Test
  void reportsOrThrowsWhatCannotBeRead() throws IOException {
    byte[] half = Arrays.copyOf(bytes(), bytes().length / 2);
    Source broken =
        new Source(
            good().name(),
            good().mediaType(),
            () -> new SequenceInputStream(new ByteArrayInputStream(half), new Failing()),
            Optional.empty());
    RecordingContext context = new RecordingContext();
    try {
      frontEnd().apply(List.of(broken), context);
      assertTrue(context.failed(), "half a document was taken for a whole one");
    } catch (UncheckedIOException _) {
      // the platform reports it
    }
  }

  @Test
  void endsWhenCancelled() {
    RecordingContext context = RecordingContext.cancelledAfter(0);
    assertThrows(
        CancellationException.class,
        () -> frontEnd().apply(List.of(good()), context),
        "it never calls checkCancelled, or swallows what that throws");
  }

  private Program read(Source source) {
    RecordingContext context = new RecordingContext();
    Program program = frontEnd().apply(List.of(source), context);
    Findings.assertWellFormed(context);
    assertFalse(context.failed(), () -> "errors in a good document: " + context.diagnostics());
    assertNotNull(program, "null instead of a program");
    return program;
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = good().content().open()) {
      return in.readAllBytes();
    }
  }

  private static final class Failing extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is broken");
    }
  }
}
