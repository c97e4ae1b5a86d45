// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.ir.Shape;

final class AnnotationsTest {
  private static final String PREFIX = "@prefix ontoc: <https://ontoc.org/ns#> .\n";

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "'\"1\"^^xsd:boolean', true"})
  void saysWhetherAShapeDescribesSignals(String value, boolean signal) {
    Reading.Result result =
        Reading.turtle(PREFIX + "ex:S a sh:NodeShape ; ontoc:signal " + value + " .");
    assertEquals(List.of(), result.findings());
    Shape shape = result.program().shapes().getFirst();
    assertEquals(signal, shape.signal());
    assertEquals(signal, shape.isChecked());
    assertEquals(signal, shape.withTargets(List.of()).withConstraints(List.of()).signal());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ex:S a sh:NodeShape ; ontoc:signals true .                     | E0336 3:23
          ex:S a sh:NodeShape ; ontoc:signal "yes" .                     | E0305 3:36
          ex:S a sh:NodeShape ; ontoc:signal true, false .               | E0306 3:42
          ex:S a sh:NodeShape ; sh:property [ sh:path ex:p ; ontoc:signal true ] . | E0336 3:52
          ex:S a sh:NodeShape ; sh:not [ sh:class ex:C ; ontoc:signal true ] .     | E0336 3:48
          ex:S ontoc:signal true .                                       | E0336 3:6
          ex:S a ontoc:Signal .                                          | E0336 3:8
          """)
  void whatMeansNothingIsRefused(String text, String place) {
    assertEquals(List.of(place), Reading.turtle(PREFIX + text).places());
  }

  @Test
  void namesWhatWasMeant() {
    String hint =
        Reading.turtle(PREFIX + "ex:S a sh:NodeShape ; ontoc:signel true .")
            .errors()
            .getFirst()
            .hint();
    assertTrue(hint.contains("ontoc:signal"), hint);
  }
}
