// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * A sum of decimal numbers with factors, whose sign is found by schoolbook addition from the most
 * significant digit on: what the digits to come can add is less than the sum of the factors in
 * units of the current digit, so the sign is known as soon as the partial sum is larger than that.
 */
final class Sum {
  private record Addend(
      byte[] text, int wholeFrom, int wholeTo, int fractionFrom, int fractionTo, long factor) {
    /** The digit with the weight 10^(position - 1), or of the fraction when position is 0. */
    int digit(int position, int fractionIndex) {
      if (position > 0) return position > wholeTo - wholeFrom ? 0 : text[wholeTo - position] - '0';
      return fractionIndex < fractionTo - fractionFrom
          ? text[fractionFrom + fractionIndex] - '0'
          : 0;
    }
  }

  private final Addend[] addends;
  private int count;

  Sum(int capacity) {
    addends = new Addend[capacity];
  }

  void add(byte[] text, int from, int to, long factor) {
    add(text, from, to, 0, 0, factor);
  }

  void add(byte[] text, int from, int to, int fractionFrom, int fractionTo, long factor) {
    addends[count++] = new Addend(text, from, to, fractionFrom, fractionTo, factor);
  }

  /**
   * A number with the sign of the sum; when no addend has a fraction it is the sum itself, unless
   * that is beyond -2 to 2, when it is only known to be beyond, too.
   */
  long sign() {
    long rest = 2;
    int whole = 0;
    int fraction = 0;
    for (int i = 0; i < count; i++) {
      rest += Math.abs(addends[i].factor);
      whole = Math.max(whole, addends[i].wholeTo - addends[i].wholeFrom);
      fraction = Math.max(fraction, addends[i].fractionTo - addends[i].fractionFrom);
    }
    long partial = 0;
    for (int step = 0; step < whole + fraction && partial > -rest && partial < rest; step++) {
      partial *= 10;
      for (int i = 0; i < count; i++)
        partial += addends[i].factor * addends[i].digit(Math.max(whole - step, 0), step - whole);
    }
    return partial;
  }
}
