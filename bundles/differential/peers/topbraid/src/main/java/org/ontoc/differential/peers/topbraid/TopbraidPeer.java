// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential.peers.topbraid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.topbraid.shacl.validation.ValidationUtil;

/**
 * Shapes in Turtle and data graphs in N-Triples to report graphs in N-Triples. Blank node labels
 * are kept, with the writer's {@code B} in front. Graphs compare terms, not values, as RDF does.
 */
public final class TopbraidPeer implements BiFunction<String, List<String>, List<String>> {
  @Override
  public List<String> apply(String shapes, List<String> data) {
    return data.stream()
        .map(document -> validate(read(shapes, Lang.TURTLE), read(document, Lang.NTRIPLES)))
        .toList();
  }

  private static String validate(Model shapes, Model data) {
    Model report = ValidationUtil.validateModel(data, shapes, false).getModel();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFDataMgr.write(out, report, Lang.NTRIPLES);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Model read(String text, Lang language) {
    Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
    RDFParser.fromString(text, language)
        .labelToNode(LabelToNode.createUseLabelAsGiven())
        .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
        .parse(graph);
    return ModelFactory.createModelForGraph(graph);
  }
}
