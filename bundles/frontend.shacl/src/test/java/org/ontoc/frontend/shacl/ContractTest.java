// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.FrontEndContract;

final class ContractTest extends FrontEndContract {
  @Override
  protected FrontEnd frontEnd() {
    return new ShaclFrontEnd();
  }

  @Override
  protected Source good() {
    return Reading.source(
        "good.ttl",
        "text/turtle",
        Reading.PREFIXES
            + """
            ex:Person a sh:NodeShape ; sh:targetClass ex:Person ;
              sh:property [ sh:path ( ex:knows [ sh:zeroOrMorePath ex:knows ] ) ; sh:class ex:Person ;
                sh:or ( [ sh:nodeKind sh:IRI ] [ sh:pattern "^a[b-d]+$" ; sh:flags "i" ] ) ] ;
              sh:property ex:Name .
            ex:Name sh:path ex:name ; sh:minCount 1 ; sh:in ( "Ann" "B\u00f6b"@de 3.5 ) ;
              sh:message "needs a name" .
            """);
  }

  @Override
  protected Source malformed() {
    return Reading.source("malformed.ttl", "text/turtle", Reading.PREFIXES + "ex:S sh:class [ .");
  }
}
