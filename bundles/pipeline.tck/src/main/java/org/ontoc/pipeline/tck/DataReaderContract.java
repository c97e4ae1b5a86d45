// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ontoc.pipeline.DataReader;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/** What every data reader must do. */
public abstract class DataReaderContract {
  private static final Set<String> READ_BY_VALIDATORS =
      Set.of("application/n-triples", "text/turtle");

  protected abstract DataReader reader();

  /** Documents without faults, of a few lines, in memory: one of each media type. */
  protected abstract List<Source> good();

  /** A document that does not parse: one of each media type. */
  protected abstract List<Source> malformed();

  @TestFactory
  final Stream<DynamicTest> readsTheSameEachTime() {
    return each(
        good(),
        source -> {
          byte[] first = read(source, new RecordingContext());
          assertArrayEquals(first, read(source, new RecordingContext()));
          assertTrue(first.length > 0, "nothing came of a good document");
        });
  }

  @TestFactory
  final Stream<DynamicTest> givesWhatValidatorsRead() {
    return each(
        good(),
        source -> {
          RecordingContext context = new RecordingContext();
          Source given = reader().read(source, context).source();
          assertEquals(source.name(), given.name());
          assertTrue(READ_BY_VALIDATORS.contains(given.mediaType()), given.mediaType());
          read(source, context);
          Findings.assertWellFormed(context);
          assertFalse(
              context.failed(), () -> "errors in a good document: " + context.diagnostics());
        });
  }

  /** The stream must not be taken for a whole document, and the fault has a position. */
  @TestFactory
  final Stream<DynamicTest> whatDoesNotParseHasNoEnd() {
    return each(
        malformed(),
        source -> {
          RecordingContext context = new RecordingContext();
          assertThrows(IOException.class, () -> read(source, context));
          Findings.assertWellFormed(context);
          assertTrue(context.failed(), "a document that does not parse is no error");
          assertEquals(source.name(), context.diagnostics().getFirst().at().document());
        });
  }

  /** A document that is cut off is never another exception, wherever the cut is. */
  @TestFactory
  final Stream<DynamicTest> survivesCutDocuments() {
    return each(
        good(),
        source -> {
          byte[] bytes = bytes(source);
          for (int length = 0; length < bytes.length; length++) {
            RecordingContext context = new RecordingContext();
            byte[] cut = Arrays.copyOf(bytes, length);
            boolean whole = true;
            try {
              read(Source.of(source.name(), source.mediaType(), cut), context);
            } catch (IOException _) {
              whole = false;
            }
            assertEquals(whole, !context.failed(), "cut after " + length + " bytes");
            Findings.assertWellFormed(context);
          }
        });
  }

  @TestFactory
  final Stream<DynamicTest> aBrokenStreamIsNoEnd() {
    return each(
        good(),
        source -> {
          byte[] half = Arrays.copyOf(bytes(source), bytes(source).length / 2);
          Source broken =
              new Source(
                  source.name(),
                  source.mediaType(),
                  () -> new SequenceInputStream(new ByteArrayInputStream(half), new Failing()),
                  Optional.empty());
          assertThrows(IOException.class, () -> read(broken, new RecordingContext()));
        });
  }

  @TestFactory
  final Stream<DynamicTest> closesWhatItOpened() {
    return each(
        good(),
        source -> {
          AtomicBoolean closed = new AtomicBoolean();
          Source watched =
              new Source(
                  source.name(),
                  source.mediaType(),
                  () ->
                      new ByteArrayInputStream(bytes(source)) {
                        @Override
                        public void close() {
                          closed.set(true);
                        }
                      },
                  Optional.empty());
          read(watched, new RecordingContext());
          assertTrue(closed.get(), "the document was left open");
        });
  }

  /** Positions of what was handed over lead back into the document. */
  @TestFactory
  final Stream<DynamicTest> originsAreOfTheDocument() {
    return each(
        good(),
        source -> {
          DataReader.Data data = reader().read(source, new RecordingContext());
          long lines =
              new String(bytes(source), java.nio.charset.StandardCharsets.UTF_8).lines().count();
          for (int line = 0; line <= lines; line++) {
            Origin at =
                data.origins().apply(new Origin(source.name(), line, line == 0 ? 0 : 1, ""));
            assertEquals(source.name(), at.document());
            assertTrue(at.line() <= lines, at.toString());
          }
        });
  }

  @FunctionalInterface
  private interface Check {
    void accept(Source source) throws IOException;
  }

  private static Stream<DynamicTest> each(List<Source> sources, Check check) {
    return sources.stream()
        .map(source -> DynamicTest.dynamicTest(source.mediaType(), () -> check.accept(source)));
  }

  private byte[] read(Source source, RecordingContext context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = reader().read(source, context).source().content().open()) {
      in.transferTo(out);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Source source) throws IOException {
    try (InputStream in = source.content().open()) {
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
