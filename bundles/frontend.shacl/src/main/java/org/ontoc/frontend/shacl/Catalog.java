// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.ir.Origin;

/**
 * Which local file holds the document of an IRI: lines {@code IRI = path}, the path relative to the
 * catalog; blank lines and lines that start with {@code #} say nothing.
 */
final class Catalog {
  private final Map<String, Path> files = new HashMap<>();

  /** Reads a catalog; an empty name stands for none. */
  static Catalog read(String name, Findings findings) {
    Catalog catalog = new Catalog();
    if (name.isEmpty()) return catalog;
    try {
      Path file = Path.of(name);
      catalog.add(name, file, Files.readAllLines(file), findings);
    } catch (MalformedInputException e) {
      findings.error(
          "E0131", new Origin(name, 0, 0, ""), "The catalog is not UTF-8", "Save it as UTF-8");
    } catch (IOException | InvalidPathException e) {
      findings.error(
          "E0131",
          new Origin(name, 0, 0, ""),
          "The catalog cannot be read",
          "Check the path that the option catalog names");
    }
    return catalog;
  }

  private void add(String name, Path catalog, List<String> lines, Findings findings) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      String[] parts = line.split("\\s+=\\s+", 2);
      Origin at = new Origin(name, i + 1, 1, line);
      try {
        if (parts.length == 2)
          files.put(trim(parts[0]), catalog.resolveSibling(parts[1]).normalize());
      } catch (InvalidPathException e) {
        parts = new String[0];
      }
      if (parts.length != 2)
        findings.error(
            "E0132", at, "Not a line of a catalog", "Write IRI = path, with blanks around the =");
    }
  }

  Optional<Path> file(String iri) {
    return Optional.ofNullable(files.get(trim(iri)));
  }

  /** Ontologies are imported with and without the number sign of their namespace. */
  private static String trim(String iri) {
    return iri.endsWith("#") ? iri.substring(0, iri.length() - 1) : iri;
  }
}
