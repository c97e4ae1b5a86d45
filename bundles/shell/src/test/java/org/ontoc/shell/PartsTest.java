// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Spelling;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Origin;
import picocli.CommandLine.TypeConversionException;

class PartsTest {
  @Test
  void linesAreReadOnceAndNotBeyondTheLast() {
    AtomicInteger opened = new AtomicInteger();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 300_000; i++) text.append("line ").append(i).append("\r\n");
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    Source document =
        new Source(
            "d.nt",
            "text/turtle",
            () -> {
              opened.incrementAndGet();
              return in;
            },
            Optional.empty());
    List<ValidationResult> results = new ArrayList<>();
    for (int line : new int[] {90_000, 1, 50_000})
      results.add(Samples.result(0, "Violation", new Origin("d.nt", line, 1, "")));
    SourceLines lines = SourceLines.ofResults(results, List.of(document), false);
    assertEquals(0, opened.get(), "nothing is read before a line is asked for");
    for (int line : new int[] {1, 50_000, 90_000})
      assertEquals(Optional.of("line " + line), lines.line(new Origin("d.nt", line, 1, "")));
    assertEquals(1, opened.get());
    assertTrue(in.available() > bytes.length / 2, "the rest of the document was not read");
  }

  @Test
  void lastLineNeedsNoEnd() {
    Diagnostic finding =
        new Diagnostic(Severity.ERROR, "x", "E0201", new Origin("d", 2, 1, ""), "message");
    Source document =
        Source.of("d", "text/turtle", "a\nb\uD83D\uDE00".getBytes(StandardCharsets.UTF_8));
    SourceLines lines = SourceLines.ofDiagnostics(List.of(finding), List.of(document), true);
    assertEquals(Optional.of("b\uD83D\uDE00"), lines.line(finding.at()));
    assertEquals(Optional.empty(), lines.line(new Origin("d", 3, 1, "")));
    assertEquals(Optional.empty(), lines.line(new Origin("other", 1, 1, "")));
    assertTrue(lines.colour());
  }

  @Test
  void longLinesAreCut() {
    Origin at = new Origin("d", 1, 1, "");
    Diagnostic finding = new Diagnostic(Severity.ERROR, "x", "E0201", at, "message");
    Source document = Source.of("d", "text/turtle", new byte[1 << 20]);
    SourceLines lines = SourceLines.ofDiagnostics(List.of(finding), List.of(document), true);
    assertEquals(4_096, lines.line(at).orElseThrow().length());
  }

  @Test
  void documentsThatAreGoneHaveNoLines() {
    Origin at = new Origin("d", 1, 1, "");
    Diagnostic finding = new Diagnostic(Severity.ERROR, "x", "E0201", at, "message");
    Source gone =
        new Source(
            "d",
            "text/turtle",
            () -> {
              throw new IOException("gone");
            },
            Optional.empty());
    assertEquals(
        Optional.empty(),
        SourceLines.ofDiagnostics(List.of(finding), List.of(gone), false).line(at));
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "30, 30000", "30s, 30000", "5m, 300000", "2H, 7200000"})
  void times(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), new Amounts.Time().convert(text));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2k, 2048", "512M, 536870912", "4GiB, 4294967296", "1TB, 1099511627776"})
  void sizes(String text, long bytes) {
    assertEquals(bytes, new Amounts.Size().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "0", "1.5", "1e3", "9999999999", "5 m"})
  void noAmounts(String text) {
    assertThrows(TypeConversionException.class, () -> new Amounts.Time().convert(text));
    assertThrows(TypeConversionException.class, () -> new Amounts.Size().convert(text));
  }

  @ParameterizedTest
  @CsvSource({"ab, ba, 1", "abc, abc, 0", "abc, abd, 1", "abc, ab, 1", "kitten, sitting, 3"})
  void distances(String a, String b, int distance) {
    assertEquals(distance, Spelling.distance(a, b));
    assertEquals(distance, Spelling.distance(b, a));
  }

  @Test
  void textIsWrittenInUtf8WhateverTheBoundaries() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput out = new TextOutput(new PrintStream(bytes));
    String text = "x".repeat(16_383) + "\uD83D\uDE00é";
    for (char unit : text.toCharArray()) out.append(unit);
    out.flush();
    assertEquals(text, bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void filtersCannotBeLeft() {
    assertEquals("(format=a\\*\\(\\)\\\\)", RegisteredPlatform.filter("format", "a*()\\"));
  }
}
