// SPDX-License-Identifier: Apache-2.0
package org.ontoc.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.connect.ConnectFrameworkFactory;
import org.osgi.framework.launch.Framework;

/** A running framework with the distribution's bundles. */
final class Platform implements AutoCloseable {
  /** The service that runs a command line: {@code ToIntFunction<String[]>} with this property. */
  private static final String COMMAND =
      "(&(objectClass=java.util.function.ToIntFunction)(ontoc.main=true))";

  private final Framework framework;
  private final Path storage;

  private Platform(Framework framework, Path storage) {
    this.framework = framework;
    this.storage = storage;
  }

  /**
   * Starts all bundles of a folder.
   *
   * @param interactive also starts Gogo's shell, which a single command does without
   */
  static Platform start(Path bundles, boolean interactive) throws IOException, BundleException {
    Path storage = newStorage();
    Connector connector = new Connector();
    Framework framework =
        ServiceLoader.load(ConnectFrameworkFactory.class, Platform.class.getClassLoader())
            .findFirst()
            .orElseThrow()
            .newFramework(configuration(storage), connector);
    Platform platform = new Platform(framework, storage);
    // an interrupted process leaves no folder behind
    Runtime.getRuntime().addShutdownHook(new Thread(platform::deleteStorage));
    framework.init();
    if (interactive) platform.copyProfile();
    platform.startAll(bundles, connector, interactive);
    framework.start();
    return platform;
  }

  /**
   * A folder for this process alone, in memory where the system has such folders: the framework
   * writes four small files for each bundle.
   */
  private static Path newStorage() throws IOException {
    Path memory = Path.of("/dev/shm");
    if (Files.isWritable(memory)) {
      try {
        return Files.createTempDirectory(memory, "ontoc-framework");
      } catch (IOException _) {
        // full, or not what it seems
      }
    }
    return Files.createTempDirectory("ontoc-framework");
  }

  private static Map<String, String> configuration(Path storage) {
    return Map.of(
        Constants.FRAMEWORK_STORAGE,
        storage.toString(),
        Constants.FRAMEWORK_STORAGE_CLEAN,
        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
        // each process has a storage folder of its own, so there is nobody to lock out
        "felix.cache.locking",
        "false",
        // what is started here is resolved faster than threads are
        "felix.resolver.parallelism",
        "1",
        // a stage keeps what it made (parsed templates, say) from one compilation to the next
        "ds.delayed.keepInstances",
        "true",
        "felix.log.level",
        "1",
        "gosh.home",
        storage.toString());
  }

  private void startAll(Path folder, Connector connector, boolean interactive)
      throws IOException, BundleException {
    List<Bundle> installed = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : sorted(jars)) {
        if (interactive || !onlyForGogo(jar.getFileName().toString())) {
          installed.add(framework.getBundleContext().installBundle(connector.installable(jar)));
        }
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
        bundle.start(Bundle.START_ACTIVATION_POLICY);
    }
  }

  /**
   * Puts the profile of Gogo's shell where the shell looks first: it refers to its neighbour by a
   * relative address, which does not lead from one entry of a jar on the class path to another.
   */
  private void copyProfile() throws IOException {
    Path folder = Files.createDirectories(storage.resolve("etc"));
    for (String file : List.of("gosh_profile", "motd")) {
      try (InputStream in = Platform.class.getResourceAsStream("/" + file)) {
        if (in != null) Files.copy(in, folder.resolve(file));
      }
    }
  }

  /**
   * By name, but Gogo's shell last: it reads its input as soon as it starts, and wants all commands
   * there.
   */
  private static List<Path> sorted(DirectoryStream<Path> jars) {
    List<Path> list = new ArrayList<>();
    jars.forEach(list::add);
    list.sort(
        Comparator.comparing((Path jar) -> onlyForGogo(jar.getFileName().toString()))
            .thenComparing(jar -> jar));
    return list;
  }

  private static boolean onlyForGogo(String jar) {
    return jar.startsWith("org.apache.felix.gogo.shell")
        || jar.startsWith("org.apache.felix.gogo.command")
        || jar.startsWith("org.apache.felix.gogo.jline")
        || jar.startsWith("jline");
  }

  /** A folder that goes with the process. */
  Path storage() {
    return storage;
  }

  /**
   * Runs a command line through the service that the shell bundle registers; returns its exit code.
   */
  int command(String[] arguments) {
    try {
      ServiceReference<?>[] found =
          framework.getBundleContext().getServiceReferences((String) null, COMMAND);
      if (found == null || found.length == 0) {
        System.err.println(
            "error: this distribution is incomplete: no bundle offers the ontoc commands");
        return 5;
      }
      @SuppressWarnings("unchecked") // the filter names the interface
      var main = (ToIntFunction<String[]>) framework.getBundleContext().getService(found[0]);
      return main.applyAsInt(arguments);
    } catch (InvalidSyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Waits until somebody, usually Gogo's {@code exit}, stops the framework; returns 0. */
  int awaitStop() throws InterruptedException {
    framework.waitForStop(0);
    return 0;
  }

  @Override
  public void close() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(5_000);
  }

  private void deleteStorage() {
    try (Stream<Path> files = Files.walk(storage)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException leftBehind) {
      // a temporary folder that another process holds open is not worth a message
    }
  }
}
