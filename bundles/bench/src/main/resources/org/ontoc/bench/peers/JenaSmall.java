// SPDX-License-Identifier: Apache-2.0
package small;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parses and validates one small document from bytes. */
@State(Scope.Thread)
public class JenaSmall {
  @Param("") public String shapesFile;
  @Param("") public String dataFile;
  private Shapes shapes;
  private byte[] document;

  @Setup
  public void read() throws Exception {
    shapes = Shapes.parse(RDFDataMgr.loadGraph(shapesFile));
    document = Files.readAllBytes(Path.of(dataFile));
    if (!validate()) throw new IllegalStateException("the document conforms");
  }

  @Benchmark
  public boolean validate() {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(graph, new ByteArrayInputStream(document), Lang.NTRIPLES);
    return ShaclValidator.get().validate(shapes, graph).conforms();
  }
}
