// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.io.IOException;
import java.util.List;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.pipeline.tck.T1ExternalEntitiesContract;

/** Threat T1: ontologies in XML, and XML under the name of every other syntax. */
final class T1ExternalEntitiesTest extends T1ExternalEntitiesContract {
  T1ExternalEntitiesTest() throws IOException {}

  @Override
  protected List<String> mediaTypes() {
    return List.of(
        "application/owl+xml",
        "application/rdf+xml",
        "text/owl-functional",
        "text/owl-manchester",
        "text/turtle",
        "application/ld+json");
  }

  @Override
  protected String read(Source source, RecordingContext context) {
    return new OwlFrontEnd().apply(List.of(source), context).toString();
  }
}
