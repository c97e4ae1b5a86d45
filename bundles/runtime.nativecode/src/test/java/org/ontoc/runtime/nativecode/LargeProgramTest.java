// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.tck.RecordingContext;

/** A program of many shapes is compiled in parts, which changes nothing of what it finds. */
final class LargeProgramTest {
  private static final int SHAPES = 25;

  /** Of each kind of table that functions use some, so that parts use each other's. */
  private static final String SHAPE =
      """
      e:S# a sh:NodeShape ; sh:targetClass e:C# ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
        sh:property [ sh:path e:p# ; sh:minCount 1 ; sh:maxCount 2 ; sh:pattern "^[a-z]+$" ] ;
        sh:property [ sh:path ( e:q [ sh:zeroOrMorePath e:p ] ) ; sh:in ( e:a e:b "#" ) ] ;
        sh:property [ sh:path e:r ; sh:languageIn ( "en" "de" ) ; sh:uniqueLang true ] ;
        sh:property [ sh:path [ sh:inversePath e:q ] ; sh:node e:T% ; sh:maxCount 3 ] ;
        sh:property [ sh:path e:q ; sh:qualifiedValueShape e:T% ; sh:qualifiedMinCount 1 ;
          sh:qualifiedMaxCount 2 ] ;
        sh:or ( e:T0 e:T1 e:T2 e:T3 e:T4 e:T5 e:T6 e:T7 e:T8 e:T9 e:T% ) .
      e:T# a sh:NodeShape ; sh:property [ sh:path e:p# ; sh:datatype xsd:string ; sh:minLength 3 ] ;
        sh:xone ( [ sh:path e:q ; sh:minCount 1 ] [ sh:path e:r ; sh:minCount 1 ] ) .
      """;

  private static final String DATA =
      """
      e:x# a e:C# ; e:p# "abc" , "ABC" ; e:q e:a , e:x% ; e:r "n"@en , "m"@EN .
      e:y# a e:C# ; e:p# "ab" ; e:q e:b ; e:p e:a .
      e:z# a e:C# ; e:r "n"@fr ; e:s e:y# .
      """;

  private static String many(String prefixes, String one) {
    StringBuilder text = new StringBuilder(prefixes);
    for (int i = 0; i < SHAPES; i++)
      text.append(one.replace("#", "" + i).replace("%", "" + (i * 7 + 3) % SHAPES));
    return text.toString();
  }

  private static Source source(String name, String text) {
    return Source.of(name, "text/turtle", text.getBytes(StandardCharsets.UTF_8));
  }

  private Stages.Compiled compile(Path folder, String option, String value) throws Exception {
    String shapes =
        many(
            """
            @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            """,
            SHAPE);
    RecordingContext context = RecordingContext.of(option, value);
    Stages.Compiled compiled =
        Stages.compile(List.of(source("large.ttl", shapes)), folder, context).orElseThrow();
    assertEquals(List.of(), context.diagnostics());
    return compiled;
  }

  private static List<ValidationResult> results(Stages.Compiled compiled, String run) {
    RecordingContext context = RecordingContext.of("run", run);
    String data = many("@prefix e: <http://e/> .\n", DATA);
    List<ValidationResult> results =
        Stages.validate(compiled, List.of(source("data.ttl", data)), context).results();
    assertEquals(List.of(), context.diagnostics());
    return results;
  }

  /** By a compiler that takes everything at once. */
  private Stages.Compiled whole(Path folder) throws Exception {
    boolean tcc = Settings.searchOfThisProcess().find("tcc").isPresent();
    return tcc ? compile(folder, "cc", "tcc") : compile(folder, "profile", "native");
  }

  @Test
  void findsWhatItFindsWhenItIsCompiledAsAWhole(@TempDir Path folder) throws Exception {
    Stages.Compiled parts = compile(folder.resolve("parts"), "profile", "quick");
    Stages.Compiled whole = whole(folder.resolve("whole"));
    String source = Files.readString(parts.folder().resolve(parts.plan().name() + ".c"));
    assertTrue(
        SourceParts.of(source.getBytes(StandardCharsets.UTF_8)).orElseThrow().programParts() > 2);
    Set<String> functions = new HashSet<>();
    source
        .lines()
        .filter(line -> line.matches("ORT_LOCAL .* shape_\\d+_(test|report)\\(.*\\) \\{.*"))
        .forEach(line -> assertTrue(functions.add(line), line));
    assertTrue(functions.size() > 4 * SHAPES);
    List<ValidationResult> found = results(whole, "process");
    assertTrue(found.size() > 5 * SHAPES, found.size() + " results");
    assertEquals(found, results(parts, "process"));
    assertEquals(found, results(parts, "library"));
  }
}
