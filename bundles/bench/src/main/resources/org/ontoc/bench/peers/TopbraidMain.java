// SPDX-License-Identifier: Apache-2.0
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.topbraid.shacl.validation.ValidationUtil;

/** TopbraidMain SHAPES DATA: the report as Turtle on standard output. */
final class TopbraidMain {
  public static void main(String[] arguments) {
    Model shapes = RDFDataMgr.loadModel(arguments[0]);
    Model data = RDFDataMgr.loadModel(arguments[1]);
    Resource report = ValidationUtil.validateModel(data, shapes, false);
    RDFDataMgr.write(new FileOutputStream(FileDescriptor.out), report.getModel(), Lang.TTL);
    System.exit(0);
  }
}
