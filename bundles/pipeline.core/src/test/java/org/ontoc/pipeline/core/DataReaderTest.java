// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.DataReader;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request.Until;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;

final class DataReaderTest {
  private static final String TYPE = "application/x-lines";

  private final Platform platform;

  DataReaderTest(@TempDir Path folder) {
    platform = new Platform(folder.resolve("cache"));
    platform
        .registry
        .offers(ValidatorProvider.class)
        .forEach(offer -> platform.registry.remove((PlainRegistry.Service<?>) offer));
    platform.registry.add(
        ValidatorProvider.class, (plan, _, _) -> new ResultOfEachDocument(plan), "opens", "c");
  }

  @Test
  void theBestReaderOfATypeIsAskedAndPositionsAreTranslated() {
    platform.registry.add(DataReader.class, reader(TYPE, 7), "accepts", new String[] {"a/b", TYPE});
    platform.registry.add(DataReader.class, reader(TYPE, 9), "accepts", TYPE);
    Report report =
        validate(source("x", TYPE), source("y", "text/turtle"), source("z", TYPE + "; q=1"));
    assertEquals(List.of(), report.diagnostics());
    assertEquals(List.of("x:8:2", "y:1:2", "z:8:2"), positions(report));
  }

  @Test
  void withoutAReaderTheValidatorRefuses() {
    Report report = validate(source("x", TYPE));
    assertEquals(List.of("E0702"), Platform.codes(report.diagnostics()));
  }

  @Test
  void documentsOfOneNameHaveNoLines() {
    platform.registry.add(DataReader.class, reader(TYPE, 7), "accepts", TYPE);
    Report report = validate(source("x", TYPE), source("x", "text/turtle"));
    assertEquals(List.of("x", "x"), positions(report));
  }

  @Test
  void aFaultIsSaidOnce() {
    DataReader broken =
        (source, context) ->
            data(
                source,
                () -> {
                  context.error("E0701", new Origin(source.name(), 3, 4, ""), "wrong", "");
                  throw new IOException("wrong");
                },
                0);
    platform.registry.add(DataReader.class, broken, "accepts", TYPE);
    Report report = validate(source("x", TYPE));
    assertEquals(List.of("E0701"), Platform.codes(report.diagnostics()));
    assertEquals("x:3:4", report.diagnostics().getFirst().at().toString());
    assertFalse(report.conforms());
  }

  @Test
  void aBugInAStreamIsBlamedOnTheReader() {
    DataReader broken =
        (source, _) ->
            data(
                source,
                () ->
                    new InputStream() {
                      @Override
                      public int read() {
                        throw new IllegalStateException("a bug");
                      }
                    },
                0);
    platform.registry.add(DataReader.class, broken, "accepts", TYPE);
    Report report = validate(source("x", TYPE));
    assertEquals(List.of("E0901"), Platform.codes(report.diagnostics()));
    assertTrue(report.diagnostics().getFirst().message().startsWith("data reader " + TYPE));
  }

  @Test
  void aReaderThatGivesWhatNobodyReadsBrokeItsContract() {
    DataReader broken = (source, _) -> new DataReader.Data(source, at -> at);
    platform.registry.add(DataReader.class, broken, "accepts", TYPE);
    assertEquals(List.of("E0902"), Platform.codes(validate(source("x", TYPE)).diagnostics()));
  }

  private static DataReader reader(String type, int lines) {
    return (source, _) -> {
      assertTrue(source.mediaType().startsWith(type));
      return data(source, source.content(), lines);
    };
  }

  private static DataReader.Data data(Source source, Source.Content content, int lines) {
    return new DataReader.Data(
        new Source(source.name(), "application/n-triples", content, Optional.empty()),
        at -> new Origin(at.document(), at.line() + lines, at.column(), ""));
  }

  private static Source source(String name, String type) {
    return Source.of(name, type, new byte[] {'#', '\n'});
  }

  private Report validate(Source... data) {
    return platform.compiler.validate(
        platform.compile("values", Until.VALIDATOR), List.of(data), Map.of(), Platform.BUDGET);
  }

  private static List<String> positions(Report report) {
    List<String> positions = new ArrayList<>();
    report.results().forEach(result -> positions.add(result.dataAt().toString()));
    return positions;
  }

  /** Reads every document and has one result at line 1, column 2 of each. */
  private record ResultOfEachDocument(Plan plan) implements Validator {
    @Override
    public Statistics validate(
        List<Source> data, java.util.function.Consumer<ValidationResult> results, Context context) {
      PlannedShape shape = plan.shapes().getFirst();
      for (Source source : data) {
        Origin at = new Origin(source.name(), 1, 2, "");
        if (source.mediaType().equals(TYPE)) context.error("E0702", at, "not read", "");
        try (InputStream in = source.content().open()) {
          in.readAllBytes();
        } catch (IOException | RuntimeException _) {
          context.error("E0703", at, "broken off", "");
        }
        results.accept(
            new ValidationResult(
                new Iri("http://example.org/"),
                Optional.empty(),
                Optional.empty(),
                new Iri("http://www.w3.org/ns/shacl#ClassConstraintComponent"),
                shape.shape(),
                shape.checks().getFirst(),
                at));
      }
      return new Statistics(1, 1, 1, data.size(), 1, 1, 1);
    }

    @Override
    public void close() {}
  }
}
