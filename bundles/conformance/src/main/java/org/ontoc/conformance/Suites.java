// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.junit.jupiter.api.Assumptions;
import org.ontoc.pipeline.Source;

/** The conformance suites and data beside the checkout. */
public final class Suites {
  /** The checkout. */
  public static final Path ROOT = Path.of(System.getProperty("ontoc.root", ".")).toAbsolutePath();

  private Suites() {}

  /** A folder or file below ../shared; the test is skipped when it is not there. */
  public static Path shared(String path) {
    Path found = ROOT.resolve("../shared").resolve(path).normalize();
    Assumptions.assumeTrue(Files.exists(found), found + " is not there: skipped");
    return found;
  }

  /** A plain file as a source. */
  public static Source source(Path file) {
    String type = file.toString().endsWith(".nt") ? "application/n-triples" : "text/turtle";
    return new Source(file.toString(), type, () -> Files.newInputStream(file), Optional.of(file));
  }

  /** Reads a document as an independent reader sees it. */
  public static Model read(Path file, RDFFormat format, String base) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, format, base);
    }
  }

  public static Model read(InputStream in, RDFFormat format, String base) throws IOException {
    RDFParser parser = Rio.createParser(format);
    parser.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
    parser.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
    parser.set(BasicParserSettings.NORMALIZE_DATATYPE_VALUES, false);
    parser.set(BasicParserSettings.NORMALIZE_LANGUAGE_TAGS, false);
    parser.set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
    Model model = new LinkedHashModel();
    parser.setRDFHandler(new StatementCollector(model));
    parser.parse(in, base);
    return model;
  }
}
