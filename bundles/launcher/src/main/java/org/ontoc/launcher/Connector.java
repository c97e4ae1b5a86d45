// SPDX-License-Identifier: Apache-2.0
package org.ontoc.launcher;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Lets the bundles that are jars of the class path have their classes from there (OSGi Core,
 * chapter 60, Connect), where the JVM finds them in its AOT cache.
 *
 * <p>That holds for the first revision of such a bundle only. When it is updated or refreshed it
 * gets a class loader of its own like every other bundle, so that it sees new versions of what it
 * imports, and others see its new version.
 */
final class Connector implements ModuleConnector {
  private final Set<String> classPath =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(entry -> !entry.isEmpty())
          .map(entry -> location(Path.of(entry)))
          .collect(Collectors.toCollection(HashSet::new));
  private final Set<String> connected = ConcurrentHashMap.newKeySet();

  /** Where a bundle is to be installed from: bundles that cannot be connected are referenced. */
  String installable(Path jar) {
    String location = location(jar);
    return classPath.contains(location) ? location : "reference:" + location;
  }

  @Override
  public Optional<ConnectModule> connect(String location) {
    if (!classPath.contains(location)) return Optional.empty();
    Optional<ClassLoader> loader =
        connected.add(location) ? Optional.of(Connector.class.getClassLoader()) : Optional.empty();
    File jar = new File(URI.create(location));
    return Optional.of(() -> new JarContent(jar, loader));
  }

  @Override
  public void initialize(File storage, Map<String, String> configuration) {
    // nothing of a connection outlives the process
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }

  private static String location(Path jar) {
    return jar.toAbsolutePath().normalize().toUri().toString();
  }
}
