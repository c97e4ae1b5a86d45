// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/**
 * Which local file holds the document of an IRI: lines {@code IRI = path}, the path relative to the
 * catalog; blank lines and lines that start with {@code #} say nothing.
 */
public final class Catalog {
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("ttl", "text/turtle"),
          Map.entry("trig", "application/trig"),
          Map.entry("nt", "application/n-triples"),
          Map.entry("nq", "application/n-quads"),
          Map.entry("rdf", "application/rdf+xml"),
          Map.entry("owl", "application/rdf+xml"),
          Map.entry("xml", "application/rdf+xml"),
          Map.entry("jsonld", "application/ld+json"),
          Map.entry("owx", "application/owl+xml"),
          Map.entry("ofn", "text/owl-functional"),
          Map.entry("omn", "text/owl-manchester"));

  private final Map<String, Path> files = new HashMap<>();

  private Catalog() {}

  /** Reads a catalog; an empty name stands for one without lines. */
  public static Catalog read(String name) throws MalformedSource {
    Catalog catalog = new Catalog();
    if (name.isEmpty()) return catalog;
    try {
      Path file = Path.of(name);
      catalog.add(name, file, Files.readAllLines(file));
      return catalog;
    } catch (CharacterCodingException e) {
      throw new MalformedSource(
          "E0131", new Origin(name, 0, 0, ""), "The catalog is not UTF-8", "Save it as UTF-8");
    } catch (IOException | InvalidPathException e) {
      throw new MalformedSource(
          "E0131",
          new Origin(name, 0, 0, ""),
          "The catalog cannot be read",
          "Check the path that the option catalog names");
    }
  }

  private void add(String name, Path catalog, List<String> lines) throws MalformedSource {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      String[] parts = line.split("\\s+=\\s+", 2);
      if (parts.length != 2)
        throw new MalformedSource(
            "E0132",
            new Origin(name, i + 1, 1, line),
            "Not a line of a catalog",
            "Write IRI = path, with blanks around the equals sign");
      files.put(trim(parts[0]), catalog.resolveSibling(parts[1]).normalize());
    }
  }

  /** Ontologies are imported with and without the number sign of their namespace. */
  private static String trim(String iri) {
    return iri.endsWith("#") ? iri.substring(0, iri.length() - 1) : iri;
  }

  /** The document of an IRI; empty when the catalog has none. */
  public Optional<Source> document(String iri) {
    return Optional.ofNullable(files.get(trim(iri))).map(Catalog::source);
  }

  /** The local file of a {@code file:} IRI; empty when it is none, or not there. */
  public static Optional<Source> file(String iri) {
    if (!iri.startsWith("file:")) return Optional.empty();
    try {
      Path file = Path.of(URI.create(iri));
      return Files.isRegularFile(file) ? Optional.of(source(relative(file))) : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException _) {
      return Optional.empty();
    }
  }

  /** As a user in the current folder would name it. */
  private static Path relative(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static Source source(Path file) {
    String name = file.toString();
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = MEDIA_TYPES.getOrDefault(suffix, "application/octet-stream");
    return new Source(name, type, () -> Files.newInputStream(file), Optional.of(file));
  }
}
