// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.runtime.bitactor.Image;

/** What the bits of a result mean, for people. */
final class Outcomes {
  private Outcomes() {}

  /** The violated checks of a record: {@code Pattern of symbol}. */
  static List<String> violated(Image image, int kind, long bits) {
    Image.Layout layout = image.records().get(image.kinds().get(kind).record());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < layout.checks(); i++) {
      if ((bits >>> i & 1) == 0) continue;
      Image.Check check = image.checks().get(layout.firstCheck() + i);
      String about =
          check.field() == Image.Check.NO_FIELD
              ? "the record"
              : image.string(image.fields().get(layout.firstField() + check.field()).name());
      names.add(image.string(check.component()) + " of " + about);
    }
    return names;
  }
}
