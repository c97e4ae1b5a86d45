// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * A decimal number of any length as ranges of its lexical form: nothing is copied, so that nothing
 * can overflow. Canonical: whole has no leading zeros, fraction no trailing zeros, zero is not
 * negative.
 */
final class Digits {
  private final byte[] text;
  int wholeFrom;
  int wholeTo;
  int fractionFrom;
  int fractionTo;
  boolean negative;
  boolean point;

  private Digits(byte[] text) {
    this.text = text;
  }

  /** The end of the ASCII digits that a range starts with. */
  static int end(byte[] text, int from, int to) {
    while (from < to && text[from] >= '0' && text[from] <= '9') from++;
    return from;
  }

  /** {@code [+-]? ( digits ( '.' digits? )? | '.' digits )}; false when the range is not that. */
  private boolean scan(int from, int to) {
    int p = from;
    negative = p < to && text[p] == '-';
    if (p < to && (text[p] == '-' || text[p] == '+')) p++;
    wholeFrom = p;
    wholeTo = end(text, p, to);
    p = wholeTo;
    point = p < to && text[p] == '.';
    if (point) p++;
    fractionFrom = p;
    fractionTo = point ? end(text, p, to) : p;
    boolean some = wholeTo > wholeFrom || fractionTo > fractionFrom;
    canonicalize();
    return (point ? fractionEnd : p) == to && some;
  }

  private int fractionEnd;

  private void canonicalize() {
    fractionEnd = fractionTo;
    while (wholeFrom < wholeTo && text[wholeFrom] == '0') wholeFrom++;
    while (fractionTo > fractionFrom && text[fractionTo - 1] == '0') fractionTo--;
    if (wholeFrom == wholeTo && fractionFrom == fractionTo) negative = false;
  }

  /** The value of a lexical form, or null when it is none of the type's. */
  static @org.jspecify.annotations.Nullable Digits parse(
      Datatype type, byte[] text, int from, int to) {
    Digits value = new Digits(text);
    if (!value.scan(from, to)) return null;
    if (type == Datatype.DECIMAL) return value;
    if (value.point || value.beyond(type.minimum, -1) || value.beyond(type.maximum, 1)) return null;
    return value;
  }

  private boolean beyond(byte[] limit, int side) {
    if (limit.length == 0) return false;
    Digits bound = new Digits(limit);
    bound.scan(0, limit.length);
    return compare(this, bound) == side;
  }

  static int compare(Digits a, Digits b) {
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    return a.negative ? magnitudes(b, a) : magnitudes(a, b);
  }

  private static int magnitudes(Digits a, Digits b) {
    int lengths = Integer.compare(a.wholeTo - a.wholeFrom, b.wholeTo - b.wholeFrom);
    if (lengths != 0) return lengths;
    int order = Arrays.compare(a.text, a.wholeFrom, a.wholeTo, b.text, b.wholeFrom, b.wholeTo);
    if (order != 0) return Integer.signum(order);
    return fractions(a.text, a.fractionFrom, a.fractionTo, b.text, b.fractionFrom, b.fractionTo);
  }

  /** Compares the fractions 0.a and 0.b, which have no trailing zeros. */
  static int fractions(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    return Integer.signum(Arrays.compare(a, aFrom, aTo, b, bFrom, bTo));
  }
}
