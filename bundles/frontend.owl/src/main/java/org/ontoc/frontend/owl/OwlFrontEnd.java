// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Catalog;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.lib.rdf4j.MalformedSource;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.osgi.service.component.annotations.Component;
import org.semanticweb.owlapi.model.OWLOntology;

/**
 * Reads OWL 2 ontologies: declared classes and properties, and the hierarchy of named classes.
 * Options: {@code catalog} (a file of lines {@code IRI = path} for imports), {@code imports}
 * ({@code error} or {@code ignore} for those that it lacks) and {@code base} (for relative IRIs;
 * else the document's own). Nothing is ever fetched.
 */
@Component
@FrontEnd.Accepts(
    role = "ontology",
    value = {
      "application/rdf+xml",
      "text/turtle",
      "application/n-triples",
      "application/n-quads",
      "application/trig",
      "application/ld+json",
      "application/owl+xml",
      "text/owl-functional",
      "text/owl-manchester"
    })
public final class OwlFrontEnd implements FrontEnd {
  /** A document that waits to be read, and its IRI. */
  private record Waiting(Source source, String iri) {}

  @Override
  public Program apply(List<Source> sources, Context context) {
    Findings findings = new Findings("frontend.owl");
    String base = context.option("base", "");
    Deque<Waiting> waiting = new ArrayDeque<>();
    for (Source it : sources) {
      findings.document(it.name());
      waiting.add(new Waiting(it, base.isEmpty() ? it.base() : base));
    }
    AxiomReader axioms = new AxiomReader(findings);
    try {
      Catalog catalog = Catalog.read(context.option("catalog", ""));
      new Closure(context, findings, catalog, axioms).read(waiting);
    } catch (MalformedSource e) {
      findings.error(e);
    }
    findings.reportTo(context);
    return findings.failed() ? Program.EMPTY : new Program(List.of(), axioms.ontology());
  }

  /** The documents and all that they import. */
  private static final class Closure {
    private final Context context;
    private final Findings findings;
    private final Catalog catalog;
    private final AxiomReader axioms;
    private final boolean ignoreImports;
    private final Set<String> known = new HashSet<>();
    private final Set<String> imported = new HashSet<>();
    private final Deque<Import> imports = new ArrayDeque<>();

    Closure(Context context, Findings findings, Catalog catalog, AxiomReader axioms) {
      this.context = context;
      this.findings = findings;
      this.catalog = catalog;
      this.axioms = axioms;
      String option = context.option("imports", "error");
      this.ignoreImports = option.equals("ignore");
      if (!ignoreImports && !option.equals("error"))
        findings.error(
            "E0135",
            Origin.NOWHERE,
            "The option imports has no value " + option,
            "Write imports=error or imports=ignore");
    }

    private record Import(String iri, Origin at) {}

    /** All given documents first, so that they count for each other's imports. */
    void read(Deque<Waiting> waiting) {
      while (!waiting.isEmpty()) {
        while (!waiting.isEmpty()) read(waiting.remove());
        while (!imports.isEmpty() && waiting.isEmpty())
          follow(imports.remove()).ifPresent(waiting::add);
      }
    }

    private void read(Waiting it) {
      context.checkCancelled();
      known.add(it.iri());
      try {
        Loaded loaded = Loaded.read(it.source(), it.iri(), findings);
        OWLOntology ontology = loaded.ontology();
        ontology.getOntologyID().getOntologyIRI().ifPresent(iri -> known.add(iri.toString()));
        ontology.getOntologyID().getVersionIRI().ifPresent(iri -> known.add(iri.toString()));
        ontology
            .importsDeclarations()
            .map(declaration -> declaration.getIRI().toString())
            .sorted()
            .forEach(iri -> imports.add(new Import(iri, loaded.positions().importOf(iri))));
        axioms.read(ontology, loaded.positions());
      } catch (MalformedSource e) {
        findings.error(e);
      }
    }

    private Optional<Waiting> follow(Import it) {
      if (known.contains(it.iri()) || !imported.add(it.iri())) return Optional.empty();
      Optional<Source> document = catalog.document(it.iri());
      if (document.isPresent() && Loaded.accepts(document.get().mediaType())) {
        findings.document(document.get().name());
        return Optional.of(new Waiting(document.get(), it.iri()));
      }
      String what = "The import <" + it.iri() + "> was not followed";
      if (document.isPresent())
        findings.error(
            "E0134",
            it.at(),
            "The suffix of " + document.get().name() + " is of no syntax of ontologies",
            "Name a file with the suffix owl, rdf, ttl, owx, ofn or omn in the catalog");
      else if (ignoreImports)
        findings.warning("W0301", it.at(), what, "Axioms of that ontology are missing");
      else
        findings.error(
            "E0133",
            it.at(),
            what,
            "Name its file in a catalog (option catalog), or set the option imports=ignore");
      return Optional.empty();
    }
  }
}
