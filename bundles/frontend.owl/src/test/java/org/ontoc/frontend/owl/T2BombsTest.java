// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.util.List;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.pipeline.tck.T2BombsContract;

/** Threat T2: ontologies in XML. */
final class T2BombsTest extends T2BombsContract {
  @Override
  protected List<String> mediaTypes() {
    return List.of("application/owl+xml", "application/rdf+xml");
  }

  @Override
  protected String read(Source source, RecordingContext context) {
    return new OwlFrontEnd().apply(List.of(source), context).toString();
  }
}
