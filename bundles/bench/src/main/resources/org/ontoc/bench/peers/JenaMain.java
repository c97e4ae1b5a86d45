// SPDX-License-Identifier: Apache-2.0
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;

/** JenaMain SHAPES DATA: what {@code shacl validate} does; the report as Turtle on standard output. */
final class JenaMain {
  public static void main(String[] arguments) {
    Graph shapes = RDFDataMgr.loadGraph(arguments[0]);
    Graph data = RDFDataMgr.loadGraph(arguments[1]);
    ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), data);
    RDFDataMgr.write(new FileOutputStream(FileDescriptor.out), report.getGraph(), Lang.TTL);
    System.exit(report.conforms() ? 0 : 1);
  }
}
