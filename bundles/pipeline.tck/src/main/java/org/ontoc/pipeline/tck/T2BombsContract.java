// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ontoc.pipeline.Source;

/**
 * Threat T2: small XML documents that grow or nest without measure. A reader of XML ends with an
 * error that has a line, having allocated no more than a multiple of the document's size.
 */
public abstract class T2BombsContract {
  /** Beside sixty-four bytes for each byte of the document. */
  private static final long ALLOWANCE = 64L << 20;

  /** The media types of XML that the reader takes: application/rdf+xml, application/owl+xml. */
  protected abstract List<String> mediaTypes();

  /** Reads a document on the calling thread; everything that came of it as text. */
  protected abstract String read(Source source, RecordingContext context);

  @TestFactory
  final Stream<DynamicTest> bombsAreErrorsWithALine() {
    return mediaTypes().stream()
        .flatMap(
            type ->
                XmlForms.bombs(type.contains("owl")).entrySet().stream()
                    .map(
                        bomb ->
                            DynamicTest.dynamicTest(
                                bomb.getKey() + " as " + type, () -> defused(type, bomb))));
  }

  private void defused(String type, Map.Entry<String, byte[]> bomb) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RecordingContext context = new RecordingContext();
    long before = threads.getCurrentThreadAllocatedBytes();
    read(Source.of("d", type, bomb.getValue()), context);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    Findings.assertWellFormed(context);
    assertTrue(context.failed(), "it is no error");
    assertTrue(
        context.diagnostics().getFirst().at().line() > 0,
        () -> "no line: " + context.diagnostics());
    assertTrue(
        allocated < ALLOWANCE + 64L * bomb.getValue().length, () -> "allocated " + allocated);
  }
}
