// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import java.util.List;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.pipeline.tck.T1ExternalEntitiesContract;

/** Threat T1: data in RDF/XML. */
final class T1ExternalEntitiesTest extends T1ExternalEntitiesContract {
  T1ExternalEntitiesTest() throws IOException {}

  @Override
  protected List<String> mediaTypes() {
    return List.of(
        "application/rdf+xml", "application/trig", "application/n-quads", "application/ld+json");
  }

  @Override
  protected String read(Source source, RecordingContext context) {
    return Rewritten.text(source, context);
  }
}
