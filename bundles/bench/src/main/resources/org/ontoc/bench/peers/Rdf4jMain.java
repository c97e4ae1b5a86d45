// SPDX-License-Identifier: Apache-2.0
import java.io.FileInputStream;
import java.io.InputStream;
import org.eclipse.rdf4j.common.exception.ValidationException;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;
import org.eclipse.rdf4j.sail.shacl.ShaclSail.TransactionSettings.ValidationApproach;

/** Rdf4jMain SHAPES DATA: the report as Turtle on standard output; all data in one bulk transaction. */
final class Rdf4jMain {
  public static void main(String[] arguments) throws Exception {
    ShaclSail sail = new ShaclSail(new MemoryStore());
    sail.setValidationResultsLimitTotal(-1);
    sail.setValidationResultsLimitPerConstraint(-1);
    SailRepository repository = new SailRepository(sail);
    repository.init();
    try (SailRepositoryConnection connection = repository.getConnection()) {
      connection.begin(ValidationApproach.Bulk);
      try (InputStream shapes = new FileInputStream(arguments[0])) {
        connection.add(shapes, "", RDFFormat.TURTLE, RDF4J.SHACL_SHAPE_GRAPH);
      }
      try (InputStream data = new FileInputStream(arguments[1])) {
        connection.add(data, "", RDFFormat.NTRIPLES);
      }
      connection.commit();
    } catch (RepositoryException refused) {
      if (!(refused.getCause() instanceof ValidationException found)) throw refused;
      Model report = found.validationReportAsModel();
      report.setNamespace("sh", "http://www.w3.org/ns/shacl#");
      Rio.write(report, System.out, RDFFormat.TURTLE);
    }
    System.exit(0);
  }
}
