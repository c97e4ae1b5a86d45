// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a stand-alone validator. Exit status: 0 conforms, 1 results, 2 usage or a
 * file that cannot be read, 3 data does not parse, 5 internal or out of memory, 124 a limit.
 */
public final class Main {
  private static final int USAGE = 2;

  private record Document(String path, String name, String base, Validation.Format format) {}

  private final String program;
  private final String invocation;
  private final Validator validator;
  private final PrintStream out;
  private final PrintStream err;
  private final List<Document> documents = new ArrayList<>();
  private long tokenBytes = Limits.DEFAULT.tokenBytes();
  private String name = "";
  private String base = "";
  private String format = "";

  private Main(
      String program, String invocation, Validator validator, PrintStream out, PrintStream err) {
    this.program = program;
    this.invocation = invocation;
    this.validator = validator;
    this.out = out;
    this.err = err;
  }

  /** Runs and ends the process. */
  public static void run(String program, Validator validator, String[] arguments) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    String invocation = "java -jar " + program + ".jar";
    int status = run(program, invocation, validator, List.of(arguments), out, System.err);
    out.flush();
    System.exit(status);
  }

  /**
   * Runs; the exit status.
   *
   * @param invocation what people write before the arguments
   */
  public static int run(
      String program,
      String invocation,
      Validator validator,
      List<String> arguments,
      PrintStream out,
      PrintStream err) {
    try {
      Main main = new Main(program, invocation, validator, out, err);
      return main.parse(arguments) ? main.validate() : USAGE;
    } catch (OutOfMemoryError _) {
      err.println(program + ": error: there is not enough memory");
      return 5;
    }
  }

  private boolean usage(String problem) {
    err.println(program + ": " + problem);
    err.println(
        "usage: "
            + invocation
            + " [--max-line-bytes N] [--base IRI] [--format nt|ttl] [--name DISPLAY] FILE|- …\n"
            + "Validates the files, read as one graph; - is standard input. Base, format and name"
            + " are those of the next file.");
    return false;
  }

  private boolean parse(List<String> arguments) {
    boolean filesOnly = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (filesOnly || !argument.startsWith("-") || argument.equals("-")) add(argument);
      else if (argument.equals("--")) filesOnly = true;
      else if (i + 1 < arguments.size() && valued(argument, arguments.get(i + 1))) i++;
      else return usage("not understood: " + argument);
    }
    return !documents.isEmpty() || usage("no file is named");
  }

  private boolean valued(String option, String value) {
    switch (option) {
      case "--name" -> name = value;
      case "--base" -> base = value;
      case "--format" -> {
        format = value;
        return value.equals("nt") || value.equals("ttl");
      }
      case "--max-line-bytes" -> {
        if (!value.matches("[1-9][0-9]{0,17}")) return false;
        tokenBytes = Long.parseLong(value);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void add(String path) {
    boolean turtle = format.isEmpty() ? path.endsWith(".ttl") : format.equals("ttl");
    documents.add(
        new Document(
            path,
            name.isEmpty() ? path.equals("-") ? "<stdin>" : path : name,
            base,
            turtle ? Validation.Format.TURTLE : Validation.Format.N_TRIPLES));
    name = base = format = "";
  }

  private int validate() {
    Validation validation = validator.validation();
    validation.limit(new Limits(tokenBytes, Limits.DEFAULT.depth()));
    for (Document document : documents) {
      int status = read(validation, document);
      if (status != 0) return status;
    }
    Validation.Statistics s = validation.validate(result -> print(validation, result));
    err.printf(
        "%d results for %d focus nodes; %d triples, %d kept, read in %.3f s; checked in %.3f s%n",
        s.results(),
        s.focusNodes(),
        s.triples(),
        s.kept(),
        s.readNanos() / 1e9,
        s.checkNanos() / 1e9);
    return s.results() > 0 ? 1 : 0;
  }

  private int read(Validation validation, Document document) {
    boolean stdin = document.path.equals("-");
    try (InputStream in = stdin ? System.in : Files.newInputStream(Path.of(document.path))) {
      validation.read(in, document.format, document.base);
      return 0;
    } catch (ReadException fault) {
      String place = fault.line() == 0 ? "" : ":" + fault.line() + ":" + fault.column();
      err.println(document.name + place + ": error: " + fault.getMessage());
      return switch (fault.kind()) {
        case SYNTAX -> 3;
        case LIMIT -> 124;
        case IO -> USAGE;
      };
    } catch (IOException | java.nio.file.InvalidPathException fault) {
      err.println(document.name + ": error: it cannot be read: " + fault.getMessage());
      return USAGE;
    }
  }

  /** file:line:column: violation: focus path: message: value [shape] */
  private void print(Validation validation, Result result) {
    Program.CheckText check = validation.checks().get(result.check());
    StringBuilder line = new StringBuilder();
    if (result.line() > 0) {
      line.append(NodeText.visible(documents.get(result.document()).name)).append(':');
      line.append(result.line()).append(':').append(result.column()).append(": ");
    }
    line.append(NodeText.visible(check.severity())).append(": ");
    line.append(validation.term(result.focus()).visible());
    if (result.path() != 0) line.append(' ').append(validation.term(result.path()).visible());
    else if (!check.path().isEmpty()) line.append(' ').append(NodeText.visible(check.path()));
    line.append(": ").append(NodeText.visible(check.message()));
    if (result.value() != 0 && (result.value() != result.focus() || !check.path().isEmpty()))
      line.append(": ").append(validation.term(result.value()).visible());
    out.println(line.append(" [").append(NodeText.visible(check.shape())).append(']'));
  }
}
