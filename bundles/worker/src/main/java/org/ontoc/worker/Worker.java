// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.graph.Node;
import org.ontoc.runtime.graph.ReadException;
import org.ontoc.runtime.graph.Validation;
import org.ontoc.runtime.graph.Validator;

/**
 * Validates documents as one graph or subject by subject. In the second case many subjects are read
 * at once: what a shape says of one does not depend on the others.
 */
final class Worker {
  private static final Node SUB_CLASS_OF =
      Node.iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");

  private final Validator validator;
  private final boolean classes;
  private final JsonLines out;
  private final List<String> files = new ArrayList<>();
  private final SubjectSet subjects = new SubjectSet();
  private @Nullable Validation whole;
  private long linesBefore;
  private long results;
  private long triples;

  Worker(Validator validator, GraphImage image, JsonLines out) {
    this.validator = validator;
    this.classes = image.classes().length > 0;
    this.out = out;
  }

  /** Reads a document, and validates it when that is done subject by subject. */
  void read(InputStream in, String file, Syntax syntax, boolean bySubject) throws ReadException {
    files.add(file);
    linesBefore = 0;
    if (bySubject) {
      readSubjects(in, file, syntax);
      return;
    }
    Validation validation = whole == null ? validator.validation() : whole;
    whole = validation;
    validation.read(in, syntax.format(), syntax.base());
  }

  private void readSubjects(InputStream in, String file, Syntax syntax) throws ReadException {
    if (syntax.format() == Validation.Format.TURTLE)
      throw new Ungrouped(1, "Turtle is not read subject by subject: convert it", false);
    SubjectBatches batches = new SubjectBatches(in, subjects);
    while (true) {
      linesBefore = batches.linesBefore();
      byte[] batch = batches.next();
      if (batch.length == 0) return;
      Validation validation = validator.validation();
      validation.read(new ByteArrayInputStream(batch), syntax.format(), syntax.base());
      if (classes) refuseSubclasses(validation);
      Validation.Statistics statistics =
          validation.validate(it -> out.write(validation, it, file, linesBefore));
      results += statistics.results();
      triples += statistics.triples();
    }
  }

  /** They would be about subjects of other parts. */
  private void refuseSubclasses(Validation validation) {
    if (validation.uses(SUB_CLASS_OF))
      throw new Ungrouped(
          linesBefore + 1,
          "there is rdfs:subClassOf in the data from here on: give it when compiling, as --ontology",
          false);
  }

  /** Validates the documents that are one graph. */
  void finish() {
    Validation validation = whole;
    if (validation == null) return;
    linesBefore = 0;
    Validation.Statistics statistics =
        validation.validate(it -> out.write(validation, it, files.get(it.document()), 0));
    results += statistics.results();
    triples += statistics.triples();
  }

  /** The line of a fault in the document that was read last. */
  long line(ReadException fault) {
    return linesBefore + fault.line();
  }

  long results() {
    return results;
  }

  long triples() {
    return triples;
  }
}
