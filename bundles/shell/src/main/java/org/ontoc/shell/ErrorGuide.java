// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    List<String> texts = new ArrayList<>();
    text("guide/errors.md").ifPresent(texts::add);
    for (String part : text("guide/parts").orElse("").strip().split(",")) {
      if (!part.isEmpty()) text("guide/" + part).ifPresent(texts::add);
    }
    return of(texts);
  }

  /** Sections of several documents; the first section of a code is its page. */
  static ErrorGuide of(List<String> texts) {
    Map<String, String> pages = new TreeMap<>();
    for (String text : texts) {
      Matcher heading = HEADING.matcher(text);
      while (heading.find())
        pages.putIfAbsent(heading.group(1), section(text, heading.start(), heading.end()));
    }
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

  private static Optional<String> text(String resource) throws IOException {
    try (InputStream in = ErrorGuide.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
