// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;

/** Small sources and requests. */
final class Samples {
  /** Two constraints that BAD violates once each. */
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix ex: <http://example.org/> .
      ex:Person a sh:NodeShape ;
        sh:targetClass ex:Human ;
        sh:property [ sh:path ex:name ; sh:minCount 1 ] ;
        sh:property [ sh:path ex:age ; sh:datatype xsd:integer ] .
      """;

  private static final String BAD =
      """
      @prefix ex: <http://example.org/> .
      ex:ann a ex:Human ; ex:name "Ann" ; ex:age 42 .
      ex:bob a ex:Human ;
        ex:age "old" .
      """;

  private static final String GOOD =
      """
      @prefix ex: <http://example.org/> .
      ex:ann a ex:Human ; ex:name "Ann" ; ex:age 42 .
      """;

  private Samples() {}

  static Source shapes() {
    return turtle("shapes.ttl", SHAPES);
  }

  static Source bad() {
    return turtle("bad.ttl", BAD);
  }

  static Source good() {
    return turtle("good.ttl", GOOD);
  }

  static Source turtle(String name, String text) {
    return Source.of(name, "text/turtle", text.getBytes(StandardCharsets.UTF_8));
  }

  static Request request(String target, Request.Until until, Source... shapes) {
    return new Request(
        List.of(shapes),
        List.of(),
        target,
        Optional.empty(),
        Map.of(),
        until,
        Request.Budget.DEFAULT);
  }

  /** The jar that the example in examples/ was built to. */
  static Path exampleBundle() {
    return root()
        .resolve("examples/backend.markdown/target/org.ontoc.example.markdown-1.0.0-SNAPSHOT.jar");
  }

  /** The top of the checkout. */
  static Path root() {
    return Path.of(System.getProperty("ontoc.root")).toAbsolutePath().normalize();
  }
}
