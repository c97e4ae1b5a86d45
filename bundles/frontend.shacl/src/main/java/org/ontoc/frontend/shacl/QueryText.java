// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ontoc.pipeline.ir.Path;

/** Puts a shape's path in the place of the variable PATH of a query (SHACL section 5.3.1). */
final class QueryText {
  /** What the variable may not be found in, and the variable. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "<[^<>\"{}|^`\\\\\\x00-\\x20]*>"
              + "|#[^\\n\\r]*"
              + "|\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|'''(?:[^\\\\]|\\\\.)*?'''"
              + "|\"(?:[^\"\\\\\\n\\r]|\\\\.)*+\"|'(?:[^'\\\\\\n\\r]|\\\\.)*+'"
              + "|(?<path>[?$]PATH)(?![\\p{L}\\p{N}_\\u00B7])",
          Pattern.DOTALL);

  private QueryText() {}

  static String substitute(String query, Path path) {
    String written = "(" + sparql(path) + ")";
    Matcher matcher = TOKEN.matcher(query);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(found.group("path") == null ? found.group() : written));
  }

  private static String sparql(Path path) {
    return switch (path) {
      case Path.Predicate predicate -> predicate.iri().toString();
      case Path.Inverse(Path inner) -> "^(" + sparql(inner) + ")";
      case Path.ZeroOrMore(Path inner) -> "(" + sparql(inner) + ")*";
      case Path.OneOrMore(Path inner) -> "(" + sparql(inner) + ")+";
      case Path.ZeroOrOne(Path inner) -> "(" + sparql(inner) + ")?";
      case Path.Sequence(List<Path> members) -> joined(members, "/");
      case Path.Alternative(List<Path> members) -> joined(members, "|");
    };
  }

  private static String joined(List<Path> members, String operator) {
    return members.stream()
        .map(member -> "(" + sparql(member) + ")")
        .collect(Collectors.joining(operator));
  }
}
