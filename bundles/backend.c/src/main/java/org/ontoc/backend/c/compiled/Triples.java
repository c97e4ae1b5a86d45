// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A document that is written triple by triple, as from a model of another library. It is the
 * N-Triples of them in native memory, so that a result's line is the number of the triple. Serves
 * again after {@link #clear}.
 */
public final class Triples implements AutoCloseable {
  private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

  private Arena arena = Arena.ofShared();
  private MemorySegment memory = arena.allocate(1 << 12);
  private long length;

  /** Appends a triple; throws IllegalArgumentException when it is none of RDF. */
  public void add(Term subject, Term predicate, Term object) {
    if (subject.kind() != Term.Kind.IRI && subject.kind() != Term.Kind.BLANK)
      throw new IllegalArgumentException("no subject: " + subject);
    if (predicate.kind() != Term.Kind.IRI)
      throw new IllegalArgumentException("no predicate: " + predicate);
    long start = length;
    try {
      write(subject);
      write(predicate);
      write(object);
      raw(".\n");
    } catch (IllegalArgumentException wrong) {
      length = start;
      throw wrong;
    }
  }

  /** Forgets all triples. */
  public void clear() {
    length = 0;
  }

  /** What was written: until the next triple. */
  public MemorySegment bytes() {
    return memory.asSlice(0, length);
  }

  private void write(Term term) {
    switch (term.kind()) {
      case NONE -> throw new IllegalArgumentException("no term");
      case IRI -> iri(term.text());
      case BLANK -> {
        raw("_:");
        raw(word(term.text(), "_-.", "label"));
      }
      case LITERAL -> {
        quoted(term.text());
        if (!term.qualifier().equals(STRING)) {
          raw("^^");
          iri(term.qualifier());
        }
      }
      case TAGGED -> {
        quoted(term.text());
        raw("@");
        raw(word(term.qualifier(), "-", "language tag"));
      }
    }
    raw(" ");
  }

  private void iri(String iri) {
    for (int i = 0; i < iri.length(); i++)
      check(iri.charAt(i) > ' ' && "<>\"{}|^`\\".indexOf(iri.charAt(i)) < 0, "IRI", iri);
    raw("<");
    raw(iri);
    raw(">");
  }

  // nothing but the term itself may come of its text
  private static String word(String text, String more, String what) {
    check(!text.isEmpty(), what, text);
    for (int i = 0; i < text.length(); i++)
      check(
          Character.isLetterOrDigit(text.charAt(i)) || more.indexOf(text.charAt(i)) >= 0,
          what,
          text);
    return text;
  }

  private static void check(boolean right, String what, String text) {
    if (!right) throw new IllegalArgumentException("no " + what + " of N-Triples: " + text);
  }

  private void quoted(String text) {
    raw("\"");
    raw(escaped(text));
    raw("\"");
  }

  private static String escaped(String text) {
    int i = 0;
    while (i < text.length() && !isSpecial(text.charAt(i))) i++;
    if (i == text.length()) return text;
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpecial(c)) out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
      else out.append(c);
    }
    return out.toString();
  }

  private static boolean isSpecial(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (length + bytes.length > memory.byteSize()) grow(length + bytes.length);
    MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, length, bytes.length);
    length += bytes.length;
  }

  private void grow(long needed) {
    Arena larger = Arena.ofShared();
    MemorySegment moved = larger.allocate(Math.max(needed, memory.byteSize() * 2));
    moved.copyFrom(memory);
    arena.close();
    arena = larger;
    memory = moved;
  }

  @Override
  public void close() {
    arena.close();
  }
}
