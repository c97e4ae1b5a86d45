// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import org.ontoc.pipeline.TerminalText;

/** Writes HTML; text is escaped for elements and for attributes in double quotes. */
final class HtmlText {
  private final Appendable out;

  HtmlText(Appendable out) {
    this.out = out;
  }

  /** Markup of ours, never of a user. */
  HtmlText raw(String markup) throws IOException {
    out.append(markup);
    return this;
  }

  HtmlText text(String text) throws IOException {
    out.append(
        TerminalText.sanitize(text)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
    return this;
  }
}
