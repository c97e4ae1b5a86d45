// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential.peers.jena;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;

/**
 * Shapes in Turtle and data graphs in N-Triples to report graphs in N-Triples. Blank node labels
 * are kept, with the writer's {@code B} in front. Graphs compare terms, not values, as RDF does.
 */
public final class JenaPeer implements BiFunction<String, List<String>, List<String>> {
  @Override
  public List<String> apply(String shapes, List<String> data) {
    Shapes parsed = Shapes.parse(read(shapes, Lang.TURTLE));
    return data.stream().map(document -> validate(parsed, document)).toList();
  }

  private static String validate(Shapes shapes, String data) {
    Graph report =
        ShaclValidator.get().validate(shapes, read(data, Lang.NTRIPLES)).getModel().getGraph();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFDataMgr.write(out, report, Lang.NTRIPLES);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Graph read(String text, Lang language) {
    Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
    RDFParser.fromString(text, language)
        .labelToNode(LabelToNode.createUseLabelAsGiven())
        .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
        .parse(graph);
    return graph;
  }
}
