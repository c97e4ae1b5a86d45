// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.lib.rdf4j.MalformedSource;
import org.ontoc.lib.rdf4j.PositionedRdf;
import org.ontoc.lib.rdf4j.SecureXml;
import org.ontoc.lib.rdf4j.SourceText;
import org.ontoc.lib.rdf4j.StandardTerms;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.ManchesterSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.OWLXMLDocumentFormat;
import org.semanticweb.owlapi.formats.RioTurtleDocumentFormat;
import org.semanticweb.owlapi.io.OWLOntologyDocumentSource;
import org.semanticweb.owlapi.io.OWLParserException;
import org.semanticweb.owlapi.io.RDFTriple;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.io.UnparsableOntologyException;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.rio.RioMemoryTripleSource;

/** One document as the OWL API understands it, without its imports. */
record Loaded(OWLOntology ontology, Positions positions) {
  private static final String OWL_XML = "application/owl+xml";

  private static final Map<String, Supplier<OWLDocumentFormat>> FORMATS =
      Map.of(
          OWL_XML,
          OWLXMLDocumentFormat::new,
          "text/owl-functional",
          FunctionalSyntaxDocumentFormat::new,
          "text/owl-manchester",
          ManchesterSyntaxDocumentFormat::new);

  private static final Pattern LINE_COLUMN =
      Pattern.compile("[Ll]ine:? *(\\d+),?\\s*[Cc]olumn:? *(\\d+)");

  /** Deepest nesting of expressions; the OWL API recurs for each. */
  private static final int MAX_NESTING = 500;

  static boolean accepts(String mediaType) {
    return FORMATS.containsKey(mediaType) || PositionedRdf.reads(mediaType);
  }

  static Loaded read(Source source, String base, Findings findings) throws MalformedSource {
    Supplier<OWLDocumentFormat> format = FORMATS.get(source.mediaType());
    return format == null
        ? readRdf(source, base, findings)
        : readText(source, base, format.get(), findings);
  }

  /** RDF is read here and only its triples go to the OWL API, so that nothing is fetched. */
  private static Loaded readRdf(Source source, String base, Findings findings)
      throws MalformedSource {
    TriplePositions positions = new TriplePositions(source.name(), new StandardTerms(findings));
    PositionedRdf.read(source, base, positions);
    OWLOntologyDocumentSource triples =
        new RioMemoryTripleSource(positions.statements().iterator()) {
          @Override
          public Optional<OWLDocumentFormat> getFormat() {
            return Optional.of(new RioTurtleDocumentFormat());
          }
        };
    Loaded loaded = new Loaded(load(triples, source.name()), positions);
    loaded.reportUnparsed(positions, findings);
    return loaded;
  }

  private static Loaded readText(
      Source source, String base, OWLDocumentFormat format, Findings findings)
      throws MalformedSource {
    byte[] bytes = PositionedRdf.bytes(source);
    if (source.mediaType().equals(OWL_XML)) SecureXml.check(source.name(), bytes);
    SourceText text = SourceText.decode(source.name(), bytes);
    checkNesting(text);
    OWLOntologyDocumentSource document =
        new StringDocumentSource(
            text.slice(0, text.length()), IRI.create(base), format, source.mediaType());
    Loaded loaded = new Loaded(load(document, source.name()), new TextPositions(text));
    StandardTerms standard = new StandardTerms(findings);
    loaded
        .ontology()
        .signature()
        .map(it -> it.getIRI().toString())
        .sorted()
        .forEach(it -> standard.check(it, loaded.positions().entity(it)));
    return loaded;
  }

  private static void checkNesting(SourceText text) throws MalformedSource {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '(') depth++;
      if (text.at(i) == ')') depth--;
      if (depth > MAX_NESTING) throw tooDeep(text.origin(i, i + 1));
    }
  }

  private static MalformedSource tooDeep(Origin at) {
    return new MalformedSource(
        "E0821",
        at,
        "Expressions are nested too deep",
        "Define the inner ones as classes with names");
  }

  private static OWLOntology load(OWLOntologyDocumentSource document, String name)
      throws MalformedSource {
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    // a second lock on the door: even an import that was asked for would lead nowhere
    manager.getIRIMappers().set(iri -> IRI.create("urn:ontoc:not-followed"));
    try {
      return manager.loadOntologyFromOntologyDocument(document, new WithoutImports());
    } catch (UnparsableOntologyException e) {
      throw malformed(e.getExceptions().values().stream().findFirst().orElse(null), name);
    } catch (OWLOntologyCreationException | OWLRuntimeException e) {
      throw malformed(e, name);
    } catch (StackOverflowError e) {
      throw tooDeep(new Origin(name, 0, 0, ""));
    }
  }

  private static MalformedSource malformed(
      @org.jspecify.annotations.Nullable Throwable failure, String name) {
    Throwable deepest = failure == null ? new IllegalStateException("no parser") : failure;
    Origin at = new Origin(name, 0, 0, "");
    for (Throwable it = failure; it != null; it = it.getCause()) {
      deepest = it;
      Matcher place = LINE_COLUMN.matcher(String.valueOf(it.getMessage()));
      if (place.find()) at = origin(name, place.group(1), place.group(2));
      else if (it instanceof OWLParserException parse && parse.getLineNumber() > 0)
        at = new Origin(name, parse.getLineNumber(), Math.max(0, parse.getColumnNumber()), "");
    }
    return new MalformedSource("E0401", at, sentence(deepest), "The ontology was not read");
  }

  private static Origin origin(String name, String line, String column) {
    return new Origin(name, Integer.parseInt(line), Integer.parseInt(column), "");
  }

  /** The first line of what the OWL API says, which often goes on for a page. */
  private static String sentence(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).strip();
    String first = message.lines().findFirst().orElse("").strip();
    String shown = first.length() > 200 ? first.substring(0, 200) + "…" : first;
    return "Not an ontology: " + shown.replaceFirst("\\.$", "");
  }

  /** What stands in the document and is no axiom must not vanish in silence. */
  private void reportUnparsed(TriplePositions positions, Findings findings) {
    OWLDocumentFormat format = ontology.getOWLOntologyManager().getOntologyFormat(ontology);
    if (format == null) return;
    format
        .getOntologyLoaderMetaData()
        .ifPresent(it -> it.getUnparsedTriples().forEach(at -> unparsed(at, positions, findings)));
  }

  private static void unparsed(RDFTriple triple, Positions positions, Findings findings) {
    String subject = triple.getSubject().getIRI().toString();
    String name = triple.getSubject().isAnonymous() ? "a blank node" : "<" + subject + ">";
    findings.warning(
        "W0401",
        positions.entity(subject),
        "This triple is no part of an axiom of OWL 2: "
            + name
            + " <"
            + triple.getPredicate().getIRI()
            + "> …",
        "It was not used");
  }

  /** Never asks for an import: those are followed through the catalog alone. */
  private static final class WithoutImports extends OWLOntologyLoaderConfiguration {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isIgnoredImport(IRI iri) {
      return true;
    }
  }
}
