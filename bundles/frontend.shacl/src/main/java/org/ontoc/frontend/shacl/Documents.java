// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.frontend.shacl.PositionedTurtleParser.Syntax;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;

/** Reads the documents and, through the catalog, what they import, into one graph. */
final class Documents {
  private static final Map<String, Syntax> TURTLE_FAMILY =
      Map.of(
          "text/turtle", Syntax.TURTLE,
          "application/trig", Syntax.TRIG,
          "application/n-triples", Syntax.N_TRIPLES,
          "application/n-quads", Syntax.N_QUADS);

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "ttl", "text/turtle",
          "trig", "application/trig",
          "nt", "application/n-triples",
          "nq", "application/n-quads",
          "rdf", "application/rdf+xml",
          "owl", "application/rdf+xml",
          "xml", "application/rdf+xml",
          "jsonld", "application/ld+json");

  /** The SHACL vocabulary itself, which this front end knows by heart. */
  private static final Set<String> BUILT_IN =
      Set.of(Vocabulary.SH, Vocabulary.SH.substring(0, Vocabulary.SH.length() - 1));

  private final Context context;
  private final Findings findings;
  private final Catalog catalog;
  private final boolean ignoreImports;
  private final ShapesGraph graph;
  private final Set<String> loaded = new HashSet<>();
  private int count;

  Documents(Context context, Findings findings) {
    this.context = context;
    this.findings = findings;
    this.catalog = Catalog.read(context.option("catalog", ""), findings);
    this.ignoreImports = context.option("imports", "error").equals("ignore");
    this.graph = new ShapesGraph(findings.positions());
  }

  ShapesGraph read(List<Source> sources) {
    for (Source source : sources) {
      findings.document(source.name());
      read(source, base(source));
    }
    graph.index();
    while (followImports()) graph.index();
    return graph;
  }

  private void read(Source source, String base) {
    context.checkCancelled();
    loaded.add(base);
    Terms terms = new Terms(count++, graph, context);
    try (InputStream in = source.content().open()) {
      read(source, in.readAllBytes(), base, terms);
    } catch (MalformedSource e) {
      e.reportTo(findings);
    } catch (IOException e) {
      findings.error(
          "E0130",
          new Origin(source.name(), 0, 0, ""),
          "The document cannot be read: " + e.getMessage(),
          "Check that the file exists and may be read");
    }
  }

  private static void read(Source source, byte[] bytes, String base, Terms terms)
      throws MalformedSource {
    Syntax syntax = TURTLE_FAMILY.get(source.mediaType());
    String name = source.name();
    if (syntax != null)
      PositionedTurtleParser.read(SourceText.decode(name, bytes), syntax, base, terms);
    else if (source.mediaType().equals("application/rdf+xml"))
      RdfXmlReader.read(name, bytes, base, terms);
    else if (source.mediaType().equals("application/ld+json"))
      JsonLdReader.read(SourceText.decode(name, bytes), base, terms);
    else throw new IllegalArgumentException("not accepted: " + source.mediaType());
  }

  /** The IRI that relative ones of a document are resolved against. */
  private String base(Source source) {
    String base = context.option("base", "");
    if (!base.isEmpty()) return base;
    if (source.file().isPresent()) return iri(source.file().get());
    try {
      URI name = new URI(source.name());
      if (name.isAbsolute()) return source.name();
    } catch (URISyntaxException _) {
      // a name, not an IRI
    }
    return iri(Path.of("/").resolve(source.name().replaceAll("[^\\w.-]", "_")));
  }

  private static String iri(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }

  // ---- imports

  private boolean followImports() {
    Set<String> ontologies = new HashSet<>(loaded);
    Iri ontology = new Iri(Vocabulary.OWL + "Ontology");
    for (Triple it : graph.withPredicate(Vocabulary.TYPE))
      if (it.object().equals(ontology) && it.subject() instanceof Iri iri)
        ontologies.add(iri.value());
    boolean any = false;
    for (Triple it : List.copyOf(graph.withPredicate(Vocabulary.OWL_IMPORTS))) {
      String iri = it.object() instanceof Iri object ? object.value() : "";
      if (BUILT_IN.contains(iri) || ontologies.contains(iri) || !loaded.add(iri)) continue;
      Optional<Path> file = catalog.file(iri);
      if (file.isPresent()) any |= follow(iri, file.get(), it.objectAt());
      else notFollowed(it);
    }
    return any;
  }

  private boolean follow(String iri, Path file, Origin at) {
    String name = file.toString();
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = MEDIA_TYPES.get(suffix);
    if (type == null || !Files.isReadable(file)) {
      String why = type == null ? "has a suffix of no known syntax" : "cannot be read";
      findings.error(
          "E0134",
          at,
          "The file " + name + ", which the catalog names for this import, " + why,
          "Mend the catalog's line for <" + iri + ">");
      return false;
    }
    findings.document(name);
    read(new Source(name, type, () -> Files.newInputStream(file), Optional.of(file)), iri);
    return true;
  }

  private void notFollowed(Triple it) {
    String what = "The import " + Vocabulary.name(it.object()) + " was not followed";
    if (ignoreImports)
      findings.warning("W0301", it.objectAt(), what, "Shapes of that document are missing");
    else
      findings.error(
          "E0133",
          it.objectAt(),
          what,
          "Name its file in a catalog (option catalog), or set the option imports=ignore");
  }
}
