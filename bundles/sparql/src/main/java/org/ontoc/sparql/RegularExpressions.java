// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.rdf4j.query.algebra.evaluation.ValueExprEvaluationException;
import org.ontoc.pipeline.Context;

/**
 * REGEX and REPLACE. The expressions may come from the data and may need exponential time, so that
 * every character that is looked at counts towards asking whether to stop.
 */
final class RegularExpressions {
  private static final int KEPT = 256;

  private record Key(String pattern, String flags) {}

  private final Context context;
  private final Map<Key, Pattern> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Pattern> eldest) {
          return size() > KEPT;
        }
      };

  RegularExpressions(Context context) {
    this.context = context;
  }

  boolean find(String text, String pattern, String flags) {
    try {
      return matcher(text, pattern, flags).find();
    } catch (StackOverflowError tooDeep) {
      throw new ValueExprEvaluationException("the expression needs too much memory: " + pattern);
    }
  }

  String replace(String text, String pattern, String replacement, String flags) {
    Matcher matcher = matcher(text, pattern, flags);
    try {
      // XPath forbids an expression that matches the empty string, and so does SPARQL
      if (matcher("", pattern, flags).find())
        throw new ValueExprEvaluationException("the expression matches the empty string");
      return matcher.replaceAll(replacement);
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      throw new ValueExprEvaluationException("not a replacement: " + replacement);
    } catch (StackOverflowError tooDeep) {
      throw new ValueExprEvaluationException("the expression needs too much memory: " + pattern);
    }
  }

  private Matcher matcher(String text, String pattern, String flags) {
    Key key = new Key(pattern, flags);
    Pattern known = compiled.get(key);
    if (known == null) {
      known = compile(pattern, flags);
      compiled.put(key, known);
    }
    return known.matcher(new Text(text, new int[1], context));
  }

  private static Pattern compile(String pattern, String flags) {
    int bits = 0;
    for (int i = 0; i < flags.length(); i++) {
      bits |=
          switch (flags.charAt(i)) {
            case 's' -> Pattern.DOTALL;
            case 'm' -> Pattern.MULTILINE;
            case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case 'x' -> Pattern.COMMENTS;
            case 'q' -> Pattern.LITERAL;
            default -> throw new ValueExprEvaluationException("no such flag: " + flags);
          };
    }
    try {
      return Pattern.compile(pattern, bits);
    } catch (PatternSyntaxException | StackOverflowError wrong) {
      throw new ValueExprEvaluationException("not a regular expression: " + pattern);
    }
  }

  /** A text that asks whether to stop while it is searched. */
  private record Text(String text, int[] steps, Context context) implements CharSequence {
    private static final int STEPS = 1 << 14;

    @Override
    public char charAt(int index) {
      if (++steps[0] % STEPS == 0) context.checkCancelled();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
