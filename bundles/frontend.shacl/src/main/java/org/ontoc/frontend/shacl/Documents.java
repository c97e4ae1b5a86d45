// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Catalog;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.lib.rdf4j.MalformedSource;
import org.ontoc.lib.rdf4j.PositionedRdf;
import org.ontoc.lib.rdf4j.StandardTerms;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;

/** Reads the documents and, through the catalog, what they import, into one graph. */
final class Documents {
  /** The SHACL vocabulary itself, which this front end knows by heart. */
  private static final Set<String> BUILT_IN =
      Set.of(Vocabulary.SH, Vocabulary.SH.substring(0, Vocabulary.SH.length() - 1));

  private final Context context;
  private final Findings findings;
  private final boolean ignoreImports;
  private final ShapesGraph graph;
  private final StandardTerms standard;
  private final Set<String> loaded = new HashSet<>();
  private int count;

  Documents(Context context, Findings findings) {
    this.context = context;
    this.findings = findings;
    this.ignoreImports = context.option("imports", "error").equals("ignore");
    this.graph = new ShapesGraph(findings.positions());
    this.standard = new StandardTerms(findings);
  }

  ShapesGraph read(List<Source> sources) {
    for (Source source : sources) findings.document(source.name());
    try {
      Catalog catalog = Catalog.read(context.option("catalog", ""));
      boolean inData = context.option("shapes-in-data", "false").equals("true");
      List<Triple> named =
          inData ? new ShapesGraphLinks(findings).find(sources, this::base) : List.of();
      if (inData) graph.setOfData();
      if (named.isEmpty()) for (Source source : sources) read(source, base(source));
      else for (Triple it : named) readNamed(it, sources, catalog);
      graph.index();
      while (followImports(catalog)) graph.index();
    } catch (MalformedSource e) {
      findings.error(e);
    }
    return graph;
  }

  private String base(Source source) {
    String base = context.option("base", "");
    return base.isEmpty() ? source.base() : base;
  }

  private void read(Source source, String base) {
    context.checkCancelled();
    loaded.add(base);
    Terms terms = new Terms(count++, graph, standard, context);
    try {
      PositionedRdf.read(source, base, terms);
    } catch (MalformedSource e) {
      findings.error(e);
    }
  }

  // ---- shapes graphs that data names

  /** Reads a shapes graph: one of the documents, a file of the catalog, or a file beside them. */
  private void readNamed(Triple link, List<Source> sources, Catalog catalog) {
    String iri = link.object() instanceof Iri object ? object.value() : "";
    String document = iri.contains("#") ? iri.substring(0, iri.indexOf('#')) : iri;
    if (loaded.contains(document)) return;
    Optional<Source> found =
        sources.stream()
            .filter(it -> base(it).equals(document))
            .findFirst()
            .or(() -> catalog.document(iri))
            .or(() -> catalog.document(document))
            .or(() -> Catalog.file(document));
    if (found.isPresent()) follow(document, found.get(), link.objectAt());
    else
      findings.error(
          "E0136",
          link.objectAt(),
          "The shapes graph " + Vocabulary.name(link.object()) + " is not at hand",
          "Name its file in a catalog (option catalog), or name the shapes with -s; nothing is"
              + " fetched from the network");
  }

  // ---- imports

  private boolean followImports(Catalog catalog) {
    Set<String> ontologies = new HashSet<>(loaded);
    Iri ontology = new Iri(Vocabulary.OWL + "Ontology");
    for (Triple it : graph.withPredicate(Vocabulary.TYPE))
      if (it.object().equals(ontology) && it.subject() instanceof Iri iri)
        ontologies.add(iri.value());
    // what queries import for its prefixes often stands beside them
    for (Triple it : graph.withPredicate(Vocabulary.sh("declare")))
      if (it.subject() instanceof Iri iri) ontologies.add(iri.value());
    boolean any = false;
    for (Triple it : List.copyOf(graph.withPredicate(Vocabulary.OWL_IMPORTS))) {
      String iri = it.object() instanceof Iri object ? object.value() : "";
      if (BUILT_IN.contains(iri) || ontologies.contains(iri) || !loaded.add(iri)) continue;
      Optional<Source> document = catalog.document(iri);
      if (document.isPresent()) any |= follow(iri, document.get(), it.objectAt());
      else notFollowed(it);
    }
    return any;
  }

  private boolean follow(String iri, Source document, Origin at) {
    if (PositionedRdf.reads(document.mediaType())) {
      findings.document(document.name());
      read(document, iri);
      return true;
    }
    findings.error(
        "E0134",
        at,
        "The suffix of " + document.name() + " is of no syntax that shapes are written in",
        "Name a file with the suffix ttl, trig, nt, nq, rdf, owl, xml or jsonld in the catalog");
    return false;
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
