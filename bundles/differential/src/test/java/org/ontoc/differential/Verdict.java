// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What an engine says about a pair. */
sealed interface Verdict {
  /** A report; results are sorted, and the same result may stand in it several times. */
  record Report(boolean conforms, List<Result> results) implements Verdict {
    public Report {
      results = results.stream().sorted().toList();
    }

    @Override
    public String toString() {
      return "conforms\t"
          + conforms
          + "\n"
          + results.stream().map(result -> result + "\n").collect(joining());
    }
  }

  /** The engine did not come to a report. */
  record Failed(String reason) implements Verdict {
    @Override
    public String toString() {
      return "failed\t" + reason + "\n";
    }
  }
}
