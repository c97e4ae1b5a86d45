// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One validation: documents or triples in, results out. All of them are one graph; blank nodes of
 * different documents are different. For one thread.
 *
 * <pre>{@code
 * Validation validation = new People().validation();
 * validation.read(Path.of("people.ttl"));
 * validation.validate(result -> System.out.println(validation.term(result.focus())));
 * }</pre>
 */
public final class Validation {
  /** The syntaxes that are read. */
  public enum Format {
    N_TRIPLES,
    TURTLE,
    /** All graphs are read as one: the names of graphs are ignored. */
    N_QUADS
  }

  private final Program program;
  private final Part[] parts;
  private final Graph graph;
  private @Nullable IndexedGraph indexed;
  private Limits limits = Limits.DEFAULT;
  private Runnable poll = () -> {};
  private Details details = new Details(0, 0);
  private boolean open;
  private long readNanos;
  private Statistics statistics = new Statistics(0, 0, 0, 0, 0, 0);

  /**
   * What a validation read and took.
   *
   * @param triples statements read
   * @param kept statements that the program looks at, repetitions included
   * @param focusNodes distinct pairs of focus node and shape with targets
   * @param results results handed over
   * @param readNanos wall time of reading
   * @param checkNanos wall time of indexing and checking
   */
  public record Statistics(
      long triples, long kept, long focusNodes, long results, long readNanos, long checkNanos) {}

  Validation(Program program, Part[] parts) {
    this.program = program;
    this.parts = parts;
    this.graph = new Graph(program);
  }

  /** Sets what the readers accept. */
  public void limit(Limits accepted) {
    limits = accepted;
  }

  /** Sets how results are explained. */
  public void details(Details wanted) {
    details = wanted;
  }

  /** Sets what is called now and then; it may throw to end the validation. */
  public void poll(Runnable called) {
    poll = called;
  }

  /** Reads a file: Turtle when its name ends in .ttl, else N-Triples. */
  public void read(Path file) throws IOException, ReadException {
    boolean turtle = file.toString().toLowerCase(Locale.ROOT).endsWith(".ttl");
    try (InputStream in = Files.newInputStream(file)) {
      String base = file.toAbsolutePath().normalize().toUri().toString();
      read(in, turtle ? Format.TURTLE : Format.N_TRIPLES, base);
    }
  }

  /** Reads the remaining bytes of a buffer as a document. */
  public void read(ByteBuffer bytes, Format format, String base) throws ReadException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    read(new ByteArrayInputStream(copy), format, base);
  }

  /** Reads a document; relative IRIs of Turtle are resolved against the base unless it is empty. */
  public void read(InputStream in, Format format, String base) throws ReadException {
    long start = System.nanoTime();
    document();
    open = false;
    Window window = new Window(in, poll);
    switch (format) {
      case N_TRIPLES -> new NTriplesReader(window, graph, limits, false).read();
      case N_QUADS -> new NTriplesReader(window, graph, limits, true).read();
      case TURTLE -> new TurtleReader(window, graph, limits, base).read();
    }
    readNanos += System.nanoTime() - start;
  }

  private void document() {
    if (indexed != null) throw new IllegalStateException("data came after the validation");
    graph.document();
  }

  /** Adds a triple; those of one run of calls are one document. */
  public void add(Node subject, Node predicate, Node object) throws ReadException {
    long start = System.nanoTime();
    if (!open) document();
    open = true;
    graph.triple(subject.view(), predicate.view(), object.view());
    readNanos += System.nanoTime() - start;
  }

  /** Validates what was read, as often as wanted; results come in a fixed order. */
  public Statistics validate(Consumer<Result> results) {
    return validate(results, Queries.NONE);
  }

  /** The same for a program that has queries. */
  public Statistics validate(Consumer<Result> results, Queries queries) {
    long start = System.nanoTime();
    IndexedGraph data = index();
    Evaluation evaluation = new Evaluation(data, parts, results, queries, details, poll);
    long focusNodes = new FocusNodes(data, queries).check(evaluation);
    statistics =
        new Statistics(
            graph.triples,
            graph.count,
            focusNodes,
            evaluation.resultCount(),
            readNanos,
            System.nanoTime() - start);
    return statistics;
  }

  private IndexedGraph index() {
    IndexedGraph known = indexed;
    if (known != null && known.terms() == graph.terms.count()) return known;
    IndexedGraph made = IndexedGraph.of(program, graph);
    indexed = made;
    return made;
  }

  /** What was read, to be matched; everything is in it when the program keeps everything. */
  public GraphView graph() {
    return new GraphView(index());
  }

  /** Whether a triple that the program looks at has a predicate. */
  public boolean uses(Node predicate) {
    IndexedGraph data = index();
    int id = graph.terms.lookup(predicate.view());
    return id != 0 && id <= data.terms() && data.order().first()[id] < data.order().first()[id + 1];
  }

  /**
   * The id of a term; one that is not in the data gets one, and graphs that were handed out until
   * now do not know it. A blank node is one of the document with that label that was read last.
   */
  public int id(Node node) {
    try {
      return graph.terms.intern(node.view(), Math.max(0, graph.documentCount - 1));
    } catch (ReadException full) {
      throw new IllegalStateException(full);
    }
  }

  /**
   * A result about a node, where it stands.
   *
   * @param row where the value was found; {@link Evaluation#NO_ROW}: at the focus node
   * @param outer where the focus node was found, should it have no triples of its own
   */
  public Result place(int check, int focus, int row, int outer) {
    return Places.result(index(), outer, check, 0, focus, 0, 0, row, 0);
  }

  /** What the last validation read and took. */
  public Statistics statistics() {
    return statistics;
  }

  /** A term of a result. */
  public Node term(int id) {
    return Node.of(graph.terms, id);
  }

  /** What people are told about the checks, by number. */
  public List<Program.CheckText> checks() {
    return program.checks;
  }
}
