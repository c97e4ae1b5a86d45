// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Probe;
import org.osgi.service.component.annotations.Component;

/** Looks at what native code needs: compilers, a temporary folder, calls into libraries. */
@Component
public final class NativeProbe implements Probe {
  private final Compilers compilers = new Compilers();

  @Override
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    Listener listener = new Listener();
    Optional<Settings> settings = Settings.of(listener);
    if (settings.isPresent()) {
      for (String name : CompilerSearch.NAMES) found(name, settings.get(), facts);
      Optional<CCompiler> used = compilers.choose(settings.get(), listener);
      facts.add(used(used, listener));
      used.ifPresent(compiler -> trials(compiler, settings.get(), facts));
    }
    facts.add(temporaryFolder());
    facts.add(foreignFunctions());
    return List.copyOf(facts);
  }

  private void found(String name, Settings settings, List<Fact> facts) {
    Listener listener = new Listener();
    Optional<Path> path = settings.search().find(name);
    if (path.isEmpty()) return;
    facts.add(
        compilers
            .describe(path.get(), settings, listener)
            .map(compiler -> new Fact(name, true, describe(compiler), ""))
            .orElseGet(() -> new Fact(name, false, listener.message, listener.hint)));
  }

  private static String describe(CCompiler compiler) {
    String target = compiler.target().isEmpty() ? "" : ", for " + compiler.target();
    return compiler.path() + ", " + compiler.version() + target;
  }

  private static Fact used(Optional<CCompiler> used, Listener listener) {
    return used.map(compiler -> new Fact("C compiler", true, "uses " + compiler.path(), ""))
        .orElseGet(() -> new Fact("C compiler", false, listener.message, listener.hint));
  }

  private static void trials(CCompiler compiler, Settings settings, List<Fact> facts) {
    facts.add(
        trial(compiler, settings, Profile.PORTABLE, false, "the C library's headers are missing"));
    facts.add(trial(compiler, settings, Profile.NATIVE, false, "use the profile portable instead"));
    facts.add(
        trial(
            compiler,
            settings,
            Profile.DEBUG,
            true,
            "install libasan and libubsan of the compiler's version; builds go on without them"));
  }

  private static Fact trial(
      CCompiler compiler, Settings settings, Profile profile, boolean sanitize, String advice) {
    boolean works =
        Trial.runs(compiler, profile.flags(compiler, sanitize), settings, new Listener());
    return new Fact(
        "profile " + profile.word(),
        works,
        works ? "a trial program compiles and runs" : "a trial program does not compile and run",
        works ? "" : advice);
  }

  private static Fact temporaryFolder() {
    String where = System.getProperty("java.io.tmpdir", "");
    try (BuildFolder folder = BuildFolder.create()) {
      Files.writeString(folder.file("probe"), "probe");
      return new Fact("temporary folder", true, where + " can be written", "");
    } catch (IOException | RuntimeException fault) {
      return new Fact(
          "temporary folder",
          false,
          where + " cannot be written: " + fault.getMessage(),
          "free some space there, or name another: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
    }
  }

  private static Fact foreignFunctions() {
    try {
      Linker linker = Linker.nativeLinker();
      long length =
          (long)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("labs"),
                      FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG))
                  .invokeExact(-42L);
      return new Fact("calls into libraries", length == 42, "work (run=library)", "");
    } catch (Throwable fault) {
      return new Fact(
          "calls into libraries",
          false,
          "are refused: " + fault.getMessage(),
          "start Java with --enable-native-access=ALL-UNNAMED, or use run=process");
    }
  }

  /** Holds the last finding. */
  private static final class Listener implements org.ontoc.pipeline.Context {
    private String message = "";
    private String hint = "";

    @Override
    public String option(String key, String fallback) {
      return fallback;
    }

    @Override
    public void report(
        org.ontoc.pipeline.Severity severity,
        String code,
        org.ontoc.pipeline.ir.Origin at,
        String message,
        String hint,
        List<org.ontoc.pipeline.Diagnostic.Note> notes) {
      this.message = message;
      this.hint = hint;
    }

    @Override
    public void checkCancelled() {}
  }
}
