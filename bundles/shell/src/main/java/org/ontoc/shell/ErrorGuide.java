// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of docs/errors.md, which the build puts into this bundle. */
final class ErrorGuide {
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} +([EW]\\d{4})\\b.*$");

  private final Map<String, String> pages;

  private ErrorGuide(Map<String, String> pages) {
    this.pages = pages;
  }

  static ErrorGuide load() throws IOException {
    try (InputStream in = ErrorGuide.class.getResourceAsStream("guide/errors.md")) {
      if (in == null) throw new IOException("the bundle was built without docs/errors.md");
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The sections of a document. */
  static ErrorGuide of(String text) {
    Map<String, String> pages = new TreeMap<>();
    Matcher heading = HEADING.matcher(text);
    while (heading.find())
      pages.put(heading.group(1), section(text, heading.start(), heading.end()));
    return new ErrorGuide(pages);
  }

  private static String section(String text, int start, int headingEnd) {
    Matcher next = Pattern.compile("(?m)^#{1,3} ").matcher(text);
    int end = next.find(headingEnd) ? next.start() : text.length();
    return text.substring(start, end).replaceFirst("^#+ +", "").strip();
  }

  Optional<String> page(String code) {
    return Optional.ofNullable(pages.get(code));
  }

  Collection<String> codes() {
    return pages.keySet();
  }
}
