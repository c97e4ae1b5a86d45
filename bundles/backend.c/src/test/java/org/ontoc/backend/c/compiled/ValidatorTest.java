// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.StringReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.backend.c.LibraryForTests;

/** A library through its classes for Java. */
final class ValidatorTest {
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix e: <http://e/> .
      e:S sh:targetClass e:C ;
        sh:property [ sh:path e:p ; sh:minCount 1 ; sh:datatype xsd:integer ; sh:message "a p is a number" ] ;
        sh:property [ sh:path e:q ; sh:uniqueLang true ; sh:pattern "^[^ <>]*$" ] .
      """;
  private static final String GOOD =
      "<http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C> .\n"
          + "<http://e/a> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n";
  private static final String BAD =
      GOOD + "<http://e/a> <http://e/p> \"x\"@en .\n<http://e/a> <http://e/q> \"ä b\" .\n";
  private static final String BROKEN = GOOD + "<http://e/a> <http://e/p> .\n";

  @TempDir private static Path folder;
  private static CompiledLibrary library;

  @BeforeAll
  static void build() throws Exception {
    library = CompiledLibrary.load(LibraryForTests.build(SHAPES, folder), "people");
  }

  @AfterAll
  static void close() {
    library.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MemorySegment segment(String text, Arena arena) {
    return arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes(text));
  }

  @Test
  void whereverADocumentLies() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.nt"), BAD);
    Path turtle = Files.writeString(folder.resolve("bad.ttl"), BAD);
    String large = "# " + "x".repeat(100_000) + "\n" + BAD;
    try (Validator validator = library.validator();
        Arena arena = Arena.ofConfined()) {
      assertEquals(2, validator.validate(bytes(BAD), Format.N_TRIPLES));
      assertEquals(2, validator.validate(bytes(BAD), Format.TURTLE));
      assertEquals(2, validator.validate(bytes(large), Format.N_TRIPLES));
      assertEquals(2, validator.validate(segment(BAD, arena), Format.N_TRIPLES));
      assertEquals(2, validator.validate(segment(large, arena), Format.N_TRIPLES));
      assertEquals(2, validator.validate(ByteBuffer.wrap(bytes(BAD)), Format.N_TRIPLES));
      ByteBuffer direct = ByteBuffer.allocateDirect(4096).put(bytes(BAD)).flip();
      assertEquals(2, validator.validate(direct, Format.N_TRIPLES));
      assertEquals(2, validator.validate(file));
      assertEquals(2, validator.validate(turtle));
      assertEquals(0, validator.validate(bytes(""), Format.N_TRIPLES));
      assertEquals(0, validator.focusNodes());
      assertEquals(0, validator.validate(bytes(GOOD), Format.N_TRIPLES));
      assertEquals(1, validator.focusNodes());
    }
  }

  @Test
  void resultsSayWhatAndWhere() {
    List<Result> results = new ArrayList<>();
    try (Validator validator = library.validator()) {
      validator.validate(bytes(BAD), Format.N_TRIPLES);
      validator.results(results::add);
      assertEquals(2, results.size());
      Result first = results.getFirst();
      assertEquals(Term.iri("http://e/a"), first.focus());
      assertEquals(Term.tagged("x", "en"), first.value());
      assertEquals("a p is a number", first.message());
      assertEquals("violation", first.severity());
      assertEquals(3, first.line());
      assertEquals(27, first.column());
      assertEquals(
          Term.literal("ä b", "http://www.w3.org/2001/XMLSchema#string"), results.get(1).value());
      IllegalStateException mine = new IllegalStateException("mine");
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  validator.results(
                      _ -> {
                        throw mine;
                      }));
      assertEquals(mine, thrown);
      assertEquals(2, validator.validate(bytes(BAD), Format.N_TRIPLES));
    }
  }

  @Test
  void anErrorSaysWhereAndTheNextDocumentIsValidated() {
    try (Validator validator = library.validator()) {
      DataException error =
          assertThrows(
              DataException.class, () -> validator.validate(bytes(BROKEN), Format.N_TRIPLES));
      assertEquals(1, error.status());
      assertEquals(3, error.line());
      assertEquals(27, error.column());
      assertEquals(2, validator.validate(bytes(BAD), Format.N_TRIPLES));
    }
  }

  @Test
  void aBatchTellsOfEach() {
    List<Result> results = new ArrayList<>();
    try (Validator validator = library.validator();
        Batch batch = new Batch(4);
        Arena arena = Arena.ofConfined()) {
      for (String text : List.of(BAD, BROKEN, GOOD, BAD)) {
        MemorySegment document = segment(text, arena);
        batch.add(document, 0, document.byteSize());
      }
      validator.validate(batch, Format.N_TRIPLES, results::add);
      for (int round = 0; round < 2; round++) {
        assertEquals(2, batch.results(0));
        assertEquals(1, batch.status(1));
        assertEquals(3, batch.error(1).line());
        assertEquals(0, batch.results(2));
        assertEquals(1, batch.focusNodes(2));
        assertEquals(2, batch.results(3));
        validator.validate(batch, Format.N_TRIPLES);
      }
      assertEquals(List.of(0, 0, 3, 3), results.stream().map(Result::document).toList());
      assertThrows(IndexOutOfBoundsException.class, () -> batch.add(segment(GOOD, arena), 0, 1));
      batch.clear();
      assertEquals(0, batch.size());
      assertThrows(IndexOutOfBoundsException.class, () -> batch.results(0));
    }
  }

  // ---- another library's model, statement by statement ----

  private static Term term(Value value) {
    return switch (value) {
      case Literal it when it.getLanguage().isPresent() ->
          Term.tagged(it.getLabel(), it.getLanguage().get());
      case Literal it -> Term.literal(it.getLabel(), it.getDatatype().stringValue());
      case BNode it -> Term.blank(it.getID());
      default -> Term.iri(value.stringValue());
    };
  }

  @Test
  void aModelOfRdf4j() throws Exception {
    String data =
        """
        @prefix e: <http://e/> .
        e:a a e:C ; e:p 1 , "x"@en ; e:q "a \\"b\\" \\\\ \\n<ä>\\u0001𝄞" ; e:r [ e:p 1.5 ] .
        """;
    Model model = Rio.parse(new StringReader(data), "", RDFFormat.TURTLE);
    List<Result> results = new ArrayList<>();
    try (Validator validator = library.validator();
        Triples triples = new Triples()) {
      for (int round = 0; round < 2; round++) {
        triples.clear();
        for (Statement it : model)
          triples.add(term(it.getSubject()), term(it.getPredicate()), term(it.getObject()));
        assertEquals(2, validator.validate(triples));
      }
      validator.results(results::add);
      assertEquals("a \"b\" \\ \n<ä>\u0001𝄞", results.get(1).value().text());
      for (int i = 0; i < 1000; i++)
        triples.add(Term.iri("http://e/a" + i), Term.iri("http://e/p"), Term.blank("b" + i));
      assertEquals(2, validator.validate(triples));
      Term literal = Term.literal("1", "http://e/t");
      Term iri = Term.iri("http://e/a");
      assertThrows(IllegalArgumentException.class, () -> triples.add(literal, iri, iri));
      assertThrows(IllegalArgumentException.class, () -> triples.add(iri, literal, iri));
      for (Term wrong :
          List.of(
              Term.NONE,
              Term.iri("http://e/a> <b"),
              Term.blank("a . b"),
              Term.tagged("a", "en . <b>"),
              Term.literal("a", "b\nc")))
        assertThrows(IllegalArgumentException.class, () -> triples.add(iri, iri, wrong));
      assertEquals(2, validator.validate(triples));
    }
  }

  // ---- allocation ----

  private interface Validation {
    long results();
  }

  /** Bytes that the last of several rounds allocated: the first ones compile the code. */
  private static long allocated(Validation validation) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 100 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      long results = 0;
      for (int i = 0; i < 2_000; i++) results += validation.results();
      long after = threads.getCurrentThreadAllocatedBytes();
      assertEquals(0, results);
      least = Math.min(least, after - before);
    }
    return least;
  }

  @Test
  void nothingIsAllocatedForADocumentThatConforms() {
    try (Validator validator = library.validator();
        Batch batch = new Batch(1);
        Arena arena = Arena.ofConfined()) {
      MemorySegment document = segment(GOOD, arena);
      MemorySegment heap = MemorySegment.ofArray(bytes(GOOD));
      assertEquals(0, allocated(() -> validator.validate(document, Format.N_TRIPLES)), "native");
      assertEquals(0, allocated(() -> validator.validate(heap, Format.N_TRIPLES)), "heap");
      assertEquals(
          0,
          allocated(
              () -> {
                batch.clear();
                batch.add(document, 0, document.byteSize());
                validator.validate(batch, Format.N_TRIPLES);
                return batch.results(0);
              }),
          "batch");
      assertTrue(validator.focusNodes() > 0);
    }
  }
}
