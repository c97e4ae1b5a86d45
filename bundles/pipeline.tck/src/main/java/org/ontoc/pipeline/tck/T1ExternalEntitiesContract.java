// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ontoc.pipeline.Source;

/**
 * Threat T1: XML that asks for what is outside of it. A reader of XML never connects to anything,
 * and nothing of another file stands in what it reads or says.
 */
public abstract class T1ExternalEntitiesContract {
  private static final String SECRET = "canary-5c1f";

  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket server;
  private Path canary = Path.of("");

  protected T1ExternalEntitiesContract() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** All media types that the reader takes, those that are not XML included. */
  protected abstract List<String> mediaTypes();

  /** Reads a document; everything that came of it, findings included, as text. */
  protected abstract String read(Source source, RecordingContext context);

  @BeforeEach
  final void listen() throws IOException {
    canary = Files.createTempFile("canary", ".txt");
    Files.writeString(canary, SECRET);
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (var _ = server.accept()) {
                  connections.incrementAndGet();
                } catch (IOException _) {
                  return;
                }
              }
            });
  }

  @AfterEach
  final void stop() throws IOException {
    server.close();
    Files.delete(canary);
  }

  @TestFactory
  final Stream<DynamicTest> nothingOutsideIsRead() {
    String url = "http://localhost:" + server.getLocalPort() + "/x";
    String file = canary.toUri().toString();
    return mediaTypes().stream()
        .flatMap(
            type ->
                Stream.of(false, true)
                    .flatMap(
                        owl ->
                            XmlForms.externalEntities(owl, url, file).entrySet().stream()
                                .map(form -> test(type, owl, form))));
  }

  private DynamicTest test(String type, boolean owl, Map.Entry<String, byte[]> form) {
    String name = form.getKey() + (owl ? " in OWL/XML as " : " in RDF/XML as ") + type;
    return DynamicTest.dynamicTest(
        name,
        () -> {
          RecordingContext context = new RecordingContext();
          String text = read(Source.of("d", type, form.getValue()), context);
          Findings.assertWellFormed(context);
          assertFalse((text + context.diagnostics()).contains(SECRET), "it read another file");
          assertEquals(0, connections.get(), "it connected to a server");
        });
  }
}
