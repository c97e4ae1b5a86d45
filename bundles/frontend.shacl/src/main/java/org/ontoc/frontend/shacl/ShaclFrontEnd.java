// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * Reads shapes graphs of SHACL Core and SHACL-SPARQL. Options: {@code catalog} (a file of lines
 * {@code IRI = path} for owl:imports), {@code imports} ({@code error} or {@code ignore} for those
 * that it lacks), {@code implicit-class-targets} ({@code owl} or {@code rdfs}: which shapes that
 * are classes target their instances), {@code recursion} ({@code refuse} or {@code stratified}),
 * {@code base} (for relative IRIs; else the document's own) and {@code shapes-in-data} ({@code
 * true}: the sources are data; their shapes are in the graphs that they name with sh:shapesGraph,
 * or else in themselves).
 */
@Component
@FrontEnd.Accepts(
    role = "shapes",
    value = {
      "text/turtle",
      "application/n-triples",
      "application/n-quads",
      "application/trig",
      "application/rdf+xml",
      "application/ld+json"
    })
public final class ShaclFrontEnd implements FrontEnd {
  @Override
  public Program apply(List<Source> sources, Context context) {
    Findings findings = new Findings("frontend.shacl");
    checkOption(context, findings, "imports", "error", "ignore");
    checkOption(context, findings, "implicit-class-targets", "owl", "rdfs");
    checkOption(context, findings, "recursion", "refuse", "stratified");
    ShapesGraph graph = new Documents(context, findings).read(sources);
    // shapes of which a part is missing would only be reported for what is missing
    Program program = findings.failed() ? Program.EMPTY : read(graph, findings, context);
    boolean inData = context.option("shapes-in-data", "false").equals("true");
    if (inData && !findings.failed() && program.shapes().isEmpty())
      findings.error(
          "E0137",
          new Origin(sources.isEmpty() ? "" : sources.getFirst().name(), 0, 0, ""),
          "The data holds no shapes and names no shapes graph",
          "Name the shapes with -s FILE, or a shapes graph in the data with sh:shapesGraph");
    findings.reportTo(context);
    return findings.failed() ? Program.EMPTY : program;
  }

  private static void checkOption(
      Context context, Findings findings, String key, String standard, String other) {
    String value = context.option(key, standard);
    if (!value.equals(standard) && !value.equals(other))
      findings.error(
          "E0135",
          Origin.NOWHERE,
          "The option " + key + " has no value " + value,
          "Write " + key + "=" + standard + " or " + key + "=" + other);
  }

  private static Program read(ShapesGraph graph, Findings findings, Context context) {
    ListReader lists = new ListReader(graph, findings);
    Components components = new Components(graph, findings);
    PropertyCheck properties = new PropertyCheck(graph, findings, components);
    Map<Term, Origin> found =
        new ShapeFinder(graph, lists, findings, properties.parameters()).find();
    properties.checkGraph(found.keySet());
    boolean owlClasses = context.option("implicit-class-targets", "owl").equals("owl");
    ShapeReader reader =
        new ShapeReader(graph, lists, findings, properties, components, owlClasses);
    Map<Term, Shape> shapes = new LinkedHashMap<>();
    found.forEach(
        (term, at) -> {
          context.checkCancelled();
          shapes.put(term, reader.read(term, at));
        });
    boolean stratified = context.option("recursion", "refuse").equals("stratified");
    List<Shape> bottomUp = new Recursion(shapes, stratified, findings).check();
    if (findings.failed()) return Program.EMPTY;
    Order order = Order.of(bottomUp, findings.positions());
    return new Program(
        order.shapes(),
        OntologyReader.read(graph),
        ValuePositions.of(shapes.keySet(), graph, lists, order::rename));
  }
}
