// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphProgram;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.ontoc.runtime.bitactor.graph.SubjectLocal;
import org.ontoc.runtime.graph.ReadException;

/**
 * The command line of the worker. Exit status: 0 conforms, 1 results, 2 usage or a file that cannot
 * be read, 3 the image or data is wrong, 5 out of memory, 124 a limit.
 */
public final class Main {
  private static final int RESULTS = 1;
  private static final int USAGE = 2;
  private static final int DATA = 3;
  private static final int MEMORY = 5;
  private static final int LIMIT = 124;

  private static final String HELP =
      """
      usage: java -jar ontoc-worker.jar IMAGE [--by-subject] [--exit-zero] [--format nt|nq|ttl] [FILE|-] …
      Validates files, read as one graph, by an image of 'ontoc compile --target bitactor', and prints each result as a
      line of JSON. - is standard input, which is read when no file is named. Formats follow from .nt, .nq and .ttl;
      others, and standard input, are N-Quads, of which N-Triples are a part. Names of graphs are ignored.
        --by-subject  the triples of each subject stand together: validates subject by subject, in bounded memory
        --exit-zero   exit status 0 instead of 1 when there are results
      """;

  private final PrintStream out;
  private final PrintStream err;
  private boolean bySubject;
  private boolean exitZero;
  private String format = "";

  Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs and ends the process. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    int status = new Main(out, System.err).run(List.of(arguments));
    out.flush();
    System.exit(out.checkError() ? USAGE : status);
  }

  int run(List<String> arguments) {
    try {
      return validate(arguments);
    } catch (ImageException refused) {
      return fail(DATA, "the image is refused: " + refused.getMessage());
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      return fail(USAGE, "cannot be read: " + unreadable.getMessage());
    } catch (OutOfMemoryError _) {
      return fail(MEMORY, "there is not enough memory");
    }
  }

  private int fail(int status, String sentence) {
    err.println("ontoc-worker: error: " + sentence);
    return status;
  }

  private int misuse(String sentence) {
    int status = fail(USAGE, sentence);
    err.print(HELP);
    return status;
  }

  private int validate(List<String> arguments) throws IOException, ImageException {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      switch (word) {
        case "--by-subject" -> bySubject = true;
        case "--exit-zero" -> exitZero = true;
        case "--format" -> format = ++i < arguments.size() ? arguments.get(i) : "?";
        default -> {
          if (word.startsWith("--")) return misuse("there is no option " + word);
          words.add(word);
        }
      }
    }
    if (words.isEmpty()) return misuse("name the image");
    if (!Arrays.asList("", "nt", "nq", "ttl").contains(format))
      return misuse("--format is nt, nq or ttl");
    List<String> files = words.size() == 1 ? List.of("-") : words.subList(1, words.size());
    GraphImage image = GraphReader.read(Files.readAllBytes(Path.of(words.getFirst())));
    Optional<String> obstacle = bySubject ? SubjectLocal.obstacle(image) : Optional.empty();
    if (obstacle.isPresent())
      return fail(USAGE, "the shapes cannot validate subject by subject: " + obstacle.get());
    return validate(image, files);
  }

  private int validate(GraphImage image, List<String> files) throws IOException {
    Worker worker = new Worker(GraphProgram.validator(image), image, new JsonLines(out));
    String name = "";
    try {
      for (String file : files) {
        name = file;
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
          worker.read(in, file, Syntax.of(file, format), bySubject);
        }
      }
      worker.finish();
    } catch (ReadException fault) {
      String place = fault.line() == 0 ? "" : ":" + worker.line(fault) + ":" + fault.column();
      err.println(name + place + ": error: " + fault.getMessage());
      return switch (fault.kind()) {
        case SYNTAX -> DATA;
        case LIMIT -> LIMIT;
        case IO -> USAGE;
      };
    } catch (Ungrouped wrong) {
      err.println(name + ":" + wrong.line() + ": error: " + wrong.getMessage());
      return wrong.isLimit() ? LIMIT : DATA;
    }
    err.println(
        worker.results()
            + " results; "
            + worker.triples()
            + " triples of "
            + files.size()
            + " files");
    return worker.results() > 0 && !exitZero ? RESULTS : 0;
  }
}
