// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import java.util.Map;

/** A report in W3C's Evaluation and Report Language, the same each time: it bears no date. */
final class Earl {
  private static final String HEAD =
      """
      # The outcomes of the W3C SHACL 1.0 test suite: bndrun/target/earl.ttl, as the in-container test W3cSuiteTest writes it.
      @prefix earl: <http://www.w3.org/ns/earl#> .
      @prefix doap: <http://usefulinc.com/ns/doap#> .
      @prefix dct: <http://purl.org/dc/terms/> .

      <#ontoc> a earl:Software , earl:TestSubject , doap:Project ;
        doap:name "ontoc" ;
        dct:description "ahead-of-time compiler of SHACL shapes" .
      <#suite> a earl:Software , earl:Assertor ;
        dct:title "org.ontoc.itest.W3cSuiteTest" .
      """;

  private Earl() {}

  /** A report about tests, each with its outcome: passed or failed. */
  static String report(Map<String, String> outcomes) {
    StringBuilder out = new StringBuilder(HEAD);
    long passed = outcomes.values().stream().filter("passed"::equals).count();
    out.append("# ").append(passed).append(" of ").append(outcomes.size()).append(" passed\n\n");
    outcomes.forEach(
        (test, outcome) ->
            out.append("[] a earl:Assertion ; earl:assertedBy <#suite> ; earl:subject <#ontoc> ;\n")
                .append("  earl:test <urn:x-shacl-test:/")
                .append(test)
                .append("> ;\n")
                .append("  earl:mode earl:automatic ;\n")
                .append("  earl:result [ a earl:TestResult ; earl:outcome earl:")
                .append(outcome)
                .append(" ] .\n"));
    return out.toString();
  }
}
