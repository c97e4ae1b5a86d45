// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A set of rules over records of fixed layout: docs/bitactor.md says each byte of its encoding.
 * Arrays are never changed after construction. Names are offsets into {@code text}.
 *
 * @param kinds by number
 * @param hash of the kinds' keys: a displacement for each bucket, then a kind for each slot
 * @param code all handlers' instructions one after another
 * @param text UTF-8, each string ended by a NUL; begins with the empty one
 */
public record Image(
    List<Kind> kinds,
    int[] hash,
    List<Layout> records,
    List<Field> fields,
    List<Check> checks,
    List<Handler> handlers,
    long[] code,
    List<Constant> constants,
    List<Dfa> automata,
    byte[] text) {
  /** More fields, or more checks, than a word has bits cannot be told apart. */
  public static final int MOST_BITS = 64;

  /** Bytes of a record's presence word, with which it begins. */
  public static final int PRESENCE_BYTES = 8;

  public static final int MOST_RECORD_BYTES = 1024;

  public Image {
    kinds = List.copyOf(kinds);
    records = List.copyOf(records);
    fields = List.copyOf(fields);
    checks = List.copyOf(checks);
    handlers = List.copyOf(handlers);
    constants = List.copyOf(constants);
    automata = List.copyOf(automata);
  }

  /** Why the handlers of a kind need not run. */
  public enum Necessity {
    /** They depend on the record. */
    DYNAMIC,
    /** Every constraint was decided when the image was made. */
    STATIC,
    /** There is no constraint. */
    NO_OP
  }

  /**
   * A kind of signal.
   *
   * @param key FNV-1a of its name
   * @param firstHandler handlers run one after another, each within the budget
   */
  public record Kind(
      long key, int name, int record, int firstHandler, int handlers, Necessity necessity) {}

  /** The layout of a record. */
  public record Layout(
      int name,
      int size,
      int firstField,
      int fields,
      int firstCheck,
      int checks,
      int staticChecks) {}

  /** A field; its number in its record is its presence bit. */
  public record Field(int name, int offset, int width, FieldType type) {}

  /**
   * What a bit of the result means.
   *
   * @param number the check's number in the plan
   * @param component the constraint component's local name
   * @param field in its record; {@link #NO_FIELD} for a constraint of the whole record
   */
  public record Check(int number, int component, int field) {
    public static final int NO_FIELD = 0xFFFF;
  }

  /**
   * Instructions without loops.
   *
   * @param ticks the most that any path costs
   */
  public record Handler(int first, int count, int ticks, int record) {}

  /** A word, the bits of a double, or the offset of a text. */
  public record Constant(long bits, FieldType.Kind kind) {}

  /** A complete automaton over bytes; {@code next[state * classes + classOf[byte]]}. */
  public record Dfa(
      int states, int classes, int start, byte[] classOf, char[] next, byte[] accepting) {}

  /** The string at an offset of the text. */
  public String string(int offset) {
    int end = offset;
    while (text[end] != 0) end++;
    return new String(text, offset, end - offset, StandardCharsets.UTF_8);
  }

  /** The kind of a name's key; -1 when there is none. */
  public int kindOf(long key) {
    return PerfectHash.find(this, key);
  }

  /** Handlers from this number on belong to no kind: they are helpers, which others call. */
  int firstHelper() {
    return kinds.isEmpty() ? 0 : kinds.getLast().firstHandler() + kinds.getLast().handlers();
  }

  /** The most ticks of all handlers of a kind together. */
  public int ticks(int kind) {
    return handlersOf(kind).stream().mapToInt(Handler::ticks).sum();
  }

  /** The most ticks of one handler of a kind: what a budget is compared with. */
  public int handlerTicks(int kind) {
    return handlersOf(kind).stream().mapToInt(Handler::ticks).max().orElse(0);
  }

  private List<Handler> handlersOf(int kind) {
    Kind known = kinds.get(kind);
    return handlers.subList(known.firstHandler(), known.firstHandler() + known.handlers());
  }

  /** Bytes of the largest record. */
  public int recordBytes() {
    return records.stream().mapToInt(Layout::size).max().orElse(PRESENCE_BYTES);
  }
}
