// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;

/** Texts of users that try to leave the syntax of each format, in every place a user can write. */
final class Hostile {
  static final String EVIL =
      "\u001B[2J\r\n\u202Eevil\u2028\u0085\uD800\uFFFE\0\t</script><script>alert(1)</script><!--"
          + "<img src=x onerror=alert(2)>\"' onload='x' & ]]> \\ 100% a:b,c::error::x ##[error]y"
          + " {0} {{ [l](0)";

  private Hostile() {}

  static Report report() {
    Shape shape =
        Fixture.shape(
            new Iri("http://e/" + EVIL),
            Optional.of(new Path.Predicate(new Iri("http://e/p" + EVIL))),
            new Iri("http://e/severity" + EVIL),
            List.of(Literal.string("message" + EVIL)),
            1);
    return new Report(
        false,
        List.of(
            Fixture.result(
                new Iri("http://e/focus" + EVIL),
                Optional.of(Literal.string("value" + EVIL)),
                shape.path(),
                shape,
                Fixture.minCount(0, 1),
                new Origin("file" + EVIL, 1, 1, EVIL))),
        List.of(
            new Diagnostic(
                Severity.WARNING,
                "core",
                "W0101",
                new Origin("file" + EVIL, 2, 3, EVIL),
                "message" + EVIL,
                "hint" + EVIL,
                List.of(new Diagnostic.Note(new Origin("file" + EVIL, 1, 1, ""), "note" + EVIL)))),
        new Statistics(8, 6, 3, 1, 1, 1, 1),
        Map.of("switch" + EVIL, "setting" + EVIL));
  }

  /** Whether only line feeds of ours and printable characters are in a text. */
  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            c -> (c < ' ' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x202E || c == 0x2028);
  }
}
