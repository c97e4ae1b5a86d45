// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ontoc.pipeline.DataReader;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.DataReaderContract;

final class ContractTest extends DataReaderContract {
  @Override
  protected DataReader reader() {
    return new RdfDataReader();
  }

  @Override
  protected List<Source> good() {
    return List.of(
        source("application/n-quads", "<x:s> <x:p> \"a\\nb\"@en <x:g> .\n_:b <x:p> <x:o> .\n"),
        source(
            "application/trig",
            """
            @prefix ex: <x:> .
            ex:g { ex:s ex:p [ ex:q 1.5 ] , "}" . }
            { ex:s a ex:C }
            """),
        source(
            "application/rdf+xml",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://x/">
              <rdf:Description rdf:about="s"><ex:p xml:lang="en">a</ex:p></rdf:Description>
            </rdf:RDF>
            """),
        source(
            "application/ld+json",
            """
            {"@id": "x:g", "@graph": [{"@id": "x:s", "x:p": [{"@id": "_:b"}, 1]}]}
            """));
  }

  @Override
  protected List<Source> malformed() {
    return List.of(
        source("application/n-quads", "<x:s> <x:p> <x:o> <g> ."),
        source("application/trig", "<x:g> { <x:s> <x:p> }}"),
        source("application/rdf+xml", "<rdf:RDF/>"),
        source("application/ld+json", "{\"@id\": x}"));
  }

  private static Source source(String mediaType, String text) {
    return Source.of("d", mediaType, text.getBytes(StandardCharsets.UTF_8));
  }
}
