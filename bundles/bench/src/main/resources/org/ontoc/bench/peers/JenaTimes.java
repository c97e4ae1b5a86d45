// SPDX-License-Identifier: Apache-2.0
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;

/** JenaTimes SHAPES DATA TIMES: loads and validates that often in one process and says how long each took. */
final class JenaTimes {
  public static void main(String[] arguments) {
    Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(arguments[0]));
    for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
      long start = System.nanoTime();
      Graph data = RDFDataMgr.loadGraph(arguments[1]);
      long loaded = System.nanoTime();
      ValidationReport report = ShaclValidator.get().validate(shapes, data);
      long checked = System.nanoTime();
      System.out.println((loaded - start) + " " + (checked - loaded) + " " + report.getEntries().size());
    }
  }
}
