// SPDX-License-Identifier: Apache-2.0
import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.ontoc.compiled.lubm_shapes.Batch;
import org.ontoc.compiled.lubm_shapes.CompiledLibrary;
import org.ontoc.compiled.lubm_shapes.Format;
import org.ontoc.compiled.lubm_shapes.Validator;

/**
 * DocumentTimes SHAPES LIBRARY DATA.nt TRIPLES ROUNDS: cuts the data into documents of so many triples, and parses and
 * validates each by itself in this process: by Jena, by the compiled library one by one and in batches, in turns. A line for
 * each of them: documents, results, and the nanoseconds per document at the 50th and the 99th percentile of the second
 * half of the rounds. A batch is timed as a whole.
 */
final class DocumentTimes {
  private interface Pass {
    /** Appends the time of each document; returns how many results there were. */
    long run(Times times);
  }

  private static final class Times {
    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long time) {
      if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
      nanos[count++] = time;
    }

    long percentile(int percent) {
      Arrays.sort(nanos, 0, count);
      return nanos[(int) ((count - 1L) * percent / 100)];
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<byte[]> documents = documents(Path.of(arguments[2]), Integer.parseInt(arguments[3]));
    int rounds = Integer.parseInt(arguments[4]);
    Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(arguments[0]));
    try (CompiledLibrary library = CompiledLibrary.load(Path.of(arguments[1]));
        Validator validator = library.validator();
        Batch batch = new Batch(documents.size());
        Arena arena = Arena.ofConfined()) {
      List<MemorySegment> segments = new ArrayList<>();
      for (byte[] document : documents) {
        MemorySegment segment = arena.allocate(document.length, 1).copyFrom(MemorySegment.ofArray(document));
        segments.add(segment);
        batch.add(segment, 0, segment.byteSize());
      }
      String[] names = {"jena", "ontoc", "ontoc-batch"};
      Pass[] passes = {
        times -> jena(documents, shapes, times),
        times -> single(segments, validator, times),
        times -> batch(batch, validator, times)
      };
      Times[] times = {new Times(), new Times(), new Times()};
      long[] results = new long[passes.length];
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < passes.length; i++) {
          results[i] = passes[i].run(round < rounds / 2 ? new Times() : times[i]);
        }
      }
      for (int i = 0; i < passes.length; i++) {
        System.out.println(
            names[i] + " " + documents.size() + " " + results[i] + " " + times[i].percentile(50) + " " + times[i].percentile(99));
      }
    }
  }

  private static List<byte[]> documents(Path data, int triples) throws Exception {
    byte[] bytes = Files.readAllBytes(data);
    List<byte[]> documents = new ArrayList<>();
    int start = 0;
    int lines = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n' || ++lines < triples) continue;
      documents.add(Arrays.copyOfRange(bytes, start, i + 1));
      start = i + 1;
      lines = 0;
    }
    return documents;
  }

  private static long jena(List<byte[]> documents, Shapes shapes, Times times) {
    long results = 0;
    for (byte[] document : documents) {
      long start = System.nanoTime();
      Graph graph = RDFParser.source(new ByteArrayInputStream(document)).lang(Lang.NTRIPLES).toGraph();
      results += ShaclValidator.get().validate(shapes, graph).getEntries().size();
      times.add(System.nanoTime() - start);
    }
    return results;
  }

  private static long single(List<MemorySegment> documents, Validator validator, Times times) {
    long results = 0;
    for (MemorySegment document : documents) {
      long start = System.nanoTime();
      results += validator.validate(document, Format.N_TRIPLES);
      times.add(System.nanoTime() - start);
    }
    return results;
  }

  private static long batch(Batch batch, Validator validator, Times times) {
    long start = System.nanoTime();
    validator.validate(batch, Format.N_TRIPLES);
    times.add((System.nanoTime() - start) / batch.size());
    long results = 0;
    for (int i = 0; i < batch.size(); i++) results += batch.results(i);
    return results;
  }
}
