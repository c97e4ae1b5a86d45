// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Another project's engine, in a class loader of its own: the engines need different versions of
 * the same libraries.
 */
final class Peer implements Engine {
  private final String name;
  private final URLClassLoader loader;
  private final BiFunction<String, List<String>, List<String>> engine;

  private Peer(
      String name, URLClassLoader loader, BiFunction<String, List<String>, List<String>> engine) {
    this.name = name;
    this.loader = loader;
    this.engine = engine;
  }

  static Peer jena() {
    return load("jena", "JenaPeer");
  }

  static Peer topbraid() {
    return load("topbraid", "TopbraidPeer");
  }

  @SuppressWarnings("unchecked")
  private static Peer load(String name, String type) {
    Path target =
        Path.of(
            System.getProperty("ontoc.root", "."), "bundles/differential/peers", name, "target");
    try (Stream<Path> jars = Files.list(target.resolve("jars"))) {
      URL[] path =
          Stream.concat(Stream.of(target.resolve("classes")), jars)
              .map(Peer::url)
              .toArray(URL[]::new);
      URLClassLoader loader = new URLClassLoader(name, path, ClassLoader.getPlatformClassLoader());
      Class<?> peer = loader.loadClass("org.ontoc.differential.peers." + name + "." + type);
      Object engine = peer.getConstructor().newInstance();
      return new Peer(name, loader, (BiFunction<String, List<String>, List<String>>) engine);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the peer was not built: mvn package -pl :org.ontoc.differential -am", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Verdict> validate(String shapes, List<String> data) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return engine.apply(shapes, data).stream().map(ReportGraph::read).toList();
    } catch (RuntimeException | StackOverflowError e) {
      return Collections.nCopies(data.size(), new Verdict.Failed(e.toString()));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
