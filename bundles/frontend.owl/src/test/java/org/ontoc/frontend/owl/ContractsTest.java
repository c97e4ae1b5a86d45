// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import org.junit.jupiter.api.Nested;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.FrontEndContract;

/** What front ends must do, in each kind of syntax. */
final class ContractsTest {
  @Nested
  final class Turtle extends FrontEndContract {
    @Override
    protected FrontEnd frontEnd() {
      return new OwlFrontEnd();
    }

    @Override
    protected Source good() {
      return Reading.source(
          "text/turtle",
          """
          @prefix owl: <http://www.w3.org/2002/07/owl#> .
          @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
          <http://e/o> a owl:Ontology .
          <http://e/A> a owl:Class ; rdfs:subClassOf <http://e/B> .
          <http://e/p> a owl:ObjectProperty .
          """);
    }

    @Override
    protected Source malformed() {
      return Reading.source("text/turtle", "<http://e/A> a [ .");
    }
  }

  @Nested
  final class Functional extends FrontEndContract {
    @Override
    protected FrontEnd frontEnd() {
      return new OwlFrontEnd();
    }

    @Override
    protected Source good() {
      return Reading.source(
          "text/owl-functional",
          """
          Prefix(:=<http://e/>)
          Ontology(<http://e/o>
            Declaration(Class(:A))
            SubClassOf(:A :B)
          )
          """);
    }

    @Override
    protected Source malformed() {
      return Reading.source("text/owl-functional", "Ontology(<http://e/o> SubClassOf(");
    }
  }
}
