// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/**
 * The C compilers of this machine; what was learnt about one is kept while its file is the same.
 */
final class Compilers {
  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(10);
  private static final String INSTALL =
      "install one, e.g. 'apt install gcc libc6-dev', 'dnf install gcc' or 'apk add gcc musl-dev',"
          + " or name it by the option cc or by ONTOC_CC";

  private final Map<Identity, CCompiler> described = new ConcurrentHashMap<>();
  private final Map<Sanitizing, Boolean> sanitizing = new ConcurrentHashMap<>();

  /** A compiler's file as it is now: an update of the compiler is another identity. */
  private record Identity(Path path, long modified, long size) {
    static Identity of(Path path) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Identity(path, attributes.lastModifiedTime().toMillis(), attributes.size());
    }
  }

  private record Sanitizing(Identity compiler, Profile profile) {}

  /** The compiler that a build would use; reports why there is none. */
  Optional<CCompiler> choose(Settings settings, Context context) {
    if (settings.compiler().isPresent()) return named(settings.compiler().get(), settings, context);
    for (String name : CompilerSearch.NAMES) {
      Optional<Path> path = settings.search().find(name);
      if (path.isPresent()) return describe(path.get(), settings, context);
    }
    context.error("E0601", Origin.NOWHERE, "there is no C compiler on this machine", INSTALL);
    return Optional.empty();
  }

  private Optional<CCompiler> named(String name, Settings settings, Context context) {
    Optional<Path> path = settings.search().find(name);
    if (path.isPresent()) return describe(path.get(), settings, context);
    context.error(
        "E0602",
        Origin.NOWHERE,
        "the C compiler '" + Tail.printable(name) + "' is not a program that can be run",
        "give one name that is on the PATH or one path of an executable file, without flags");
    return Optional.empty();
  }

  /** Asks a compiler for its version and target; reports when it does not answer. */
  Optional<CCompiler> describe(Path path, Settings settings, Context context) {
    try (BuildFolder folder = BuildFolder.create()) {
      Identity identity = Identity.of(path);
      CCompiler known = described.get(identity);
      if (known != null) return Optional.of(known);
      Duration limit =
          settings.limit().compareTo(QUESTION_LIMIT) < 0 ? settings.limit() : QUESTION_LIMIT;
      Tool tool = new Tool(folder.path(), settings.search().searchPath(), limit, context);
      Optional<String> version = version(path, tool, context);
      if (version.isEmpty()) return Optional.empty();
      CCompiler compiler = new CCompiler(path, version.get(), target(path, tool));
      described.put(identity, compiler);
      return Optional.of(compiler);
    } catch (IOException fault) {
      context.error(
          "E0609",
          Origin.NOWHERE,
          "the C compiler " + path + " cannot be examined: " + fault.getMessage(),
          "free some space, or name another folder: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
      return Optional.empty();
    }
  }

  private static Optional<String> version(Path path, Tool tool, Context context) {
    Tool.Outcome outcome = tool.run(List.of(path.toString(), "--version"));
    if (outcome instanceof Tool.Outcome.Exited(int status, String text)
        && (status != 0 || text.isBlank())) {
      outcome = tool.run(List.of(path.toString(), "-v")); // tcc of old
    }
    if (outcome instanceof Tool.Outcome.Exited(int status, String text)
        && status == 0
        && !text.isBlank()) {
      String first = text.lines().findFirst().orElse("");
      return Optional.of(first.substring(0, Math.min(first.length(), 200)));
    }
    Faults.report(path, "asked for its version", outcome, context);
    return Optional.empty();
  }

  private static String target(Path path, Tool tool) {
    return tool.run(List.of(path.toString(), "-dumpmachine"))
                instanceof Tool.Outcome.Exited(int status, String text)
            && status == 0
        ? text.lines().findFirst().orElse("")
        : "";
  }

  /** Whether to build with sanitizers; warns when they are wanted and do not work. */
  boolean sanitizes(CCompiler compiler, Settings settings, Context context) {
    if (!settings.profile().wantsSanitizers()) return false;
    boolean works = sanitizersWork(compiler, settings, context);
    if (!works) {
      context.report(
          Severity.WARNING,
          "W0601",
          Origin.NOWHERE,
          "the sanitizers of " + compiler.path() + " do not work here; building without them",
          "install the sanitizer libraries of the compiler, e.g. 'apt install libasan8 libubsan1 libtsan2'");
    }
    return works;
  }

  private boolean sanitizersWork(CCompiler compiler, Settings settings, Context context) {
    try {
      Sanitizing asked = new Sanitizing(Identity.of(compiler.path()), settings.profile());
      Boolean known = sanitizing.get(asked);
      if (known != null) return known;
      List<String> flags = settings.profile().flags(compiler, true);
      boolean works = compiler.gnuLike() && Trial.runs(compiler, flags, settings, context);
      sanitizing.put(asked, works);
      return works;
    } catch (IOException _) {
      return false;
    }
  }

  /** Everything that decides the bytes of a build besides its sources. */
  String identity(CCompiler compiler, Settings settings, Context context) {
    boolean sanitize =
        settings.profile().wantsSanitizers() && sanitizersWork(compiler, settings, context);
    String machine =
        System.getProperty("os.name", "")
            + " "
            + System.getProperty("os.arch", "")
            + processor(settings);
    return String.join(
        "\n",
        compiler.path().toString(),
        compiler.version(),
        compiler.target(),
        String.join(" ", settings.profile().flags(compiler, sanitize)),
        machine);
  }

  // -march=native on a cache that two machines share must not give one the code of the other
  private static String processor(Settings settings) {
    if (!settings.profile().forThisProcessor()) return "";
    try (java.util.stream.Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .takeWhile(line -> !line.isEmpty())
          .filter(
              line -> line.matches("(?i)(model name|flags|features|cpu (part|implementer))\\s*:.*"))
          .collect(java.util.stream.Collectors.joining("\n", "\n", ""));
    } catch (IOException | java.io.UncheckedIOException _) {
      return "\n" + hostName();
    }
  }

  private static String hostName() {
    try {
      return java.net.InetAddress.getLocalHost().getHostName();
    } catch (java.net.UnknownHostException _) {
      return "unknown";
    }
  }
}
