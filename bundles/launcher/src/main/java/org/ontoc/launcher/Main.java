// SPDX-License-Identifier: Apache-2.0
package org.ontoc.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.osgi.framework.BundleException;

/**
 * The entry point of the distribution: {@code java -cp lib/* org.ontoc.launcher.Main COMMAND …}.
 * Felix is on the class path and bundles are referenced, not copied: half the start-up time of an
 * executable jar (docs/decisions/0004).
 */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code; {@code shell} stays until Gogo ends. */
  public static void main(String[] arguments) throws Exception {
    int code = run(Path.of(System.getProperty("ontoc.home", home().toString())), arguments);
    System.out.flush();
    // threads that a plug-in left behind must not keep the process alive
    System.exit(code);
  }

  private static int run(Path home, String[] arguments)
      throws IOException, BundleException, InterruptedException {
    boolean interactive = arguments.length > 0 && arguments[0].equals("shell");
    // what asks the context class loader for providers finds those of the JDK, not of some bundle
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try (Platform platform = Platform.start(home.resolve("bundles"), interactive)) {
      if (Boolean.getBoolean("ontoc.rehearse")) {
        Rehearsal.run(platform, platform.storage());
        return 0;
      }
      return interactive ? platform.awaitStop() : platform.command(arguments);
    }
  }

  private static Path home() throws URISyntaxException {
    Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return jar.toAbsolutePath().resolve("../..").normalize();
  }
}
