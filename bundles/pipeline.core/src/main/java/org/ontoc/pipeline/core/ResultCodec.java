// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;

/**
 * Writes results into a spool file and reads them back. Shapes, checks, paths and components, of
 * which there are few, are kept in memory and written as numbers; terms are written out. Numbers
 * are in LEB128; texts are a length and one number per UTF-16 unit, since a lone surrogate has no
 * UTF-8 form.
 */
final class ResultCodec {
  private static final int BUFFER = 1 << 16;

  private final SpoolFile file;
  private final List<Object> objects = new ArrayList<>();
  private final Map<Object, Integer> byIdentity = new IdentityHashMap<>();
  private final Map<Object, Integer> byValue = new HashMap<>();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;

  ResultCodec(SpoolFile file) {
    this.file = file;
  }

  void write(ValidationResult result) throws IOException {
    term(result.focusNode());
    number(result.value().isPresent() ? 1 : 0);
    if (result.value().isPresent()) term(result.value().get());
    number(result.path().isPresent() ? 1 + index(result.path().get()) : 0);
    number(index(result.component()));
    number(index(result.shape()));
    number(index(result.check()));
    Origin at = result.dataAt();
    number(index(at.document()));
    number(at.line());
    number(at.column());
    text(at.term());
    number(result.composed().size());
    for (Literal message : result.composed()) term(message);
    number(result.details().size());
    for (ValidationResult detail : result.details()) write(detail);
  }

  /** The number of an object; the same for equal objects. Identity is tried first: it is fast. */
  private int index(Object object) {
    Integer known = byIdentity.get(object);
    if (known == null) known = byValue.get(object);
    if (known != null) return known;
    int number = objects.size();
    objects.add(object);
    byIdentity.put(object, number);
    byValue.put(object, number);
    return number;
  }

  private void term(Term term) throws IOException {
    switch (term) {
      case Iri(String value) -> {
        number(0);
        text(value);
      }
      case BlankNode(String label) -> {
        number(1);
        text(label);
      }
      case Literal(String lexical, Iri datatype, String language) -> {
        number(2);
        text(lexical);
        number(index(datatype));
        text(language);
      }
    }
  }

  private void text(String text) throws IOException {
    number(text.length());
    for (int i = 0; i < text.length(); i++) number(text.charAt(i));
  }

  private void number(long value) throws IOException {
    if (BUFFER - filled < 10) flush();
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      buffer[filled++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    buffer[filled++] = (byte) rest;
  }

  private void flush() throws IOException {
    file.append(buffer, filled);
    filled = 0;
  }

  /** Reads all results from the first on; writing must be over. */
  Supplier<ValidationResult> reader() {
    try {
      flush();
    } catch (IOException full) {
      throw new UncheckedIOException("results cannot be kept in a temporary file", full);
    }
    return new Reader();
  }

  private final class Reader implements Supplier<ValidationResult> {
    private final byte[] page = new byte[BUFFER];
    private long position;
    private int next;
    private int end;

    @Override
    public ValidationResult get() {
      Term focus = term();
      Optional<Term> value = number() == 1 ? Optional.of(term()) : Optional.empty();
      int path = (int) number();
      Iri component = (Iri) object();
      Shape shape = (Shape) object();
      Check check = (Check) object();
      String document = (String) object();
      Origin at = new Origin(document, (int) number(), (int) number(), text());
      List<Literal> messages = messages();
      ValidationResult[] details = new ValidationResult[(int) number()];
      for (int i = 0; i < details.length; i++) details[i] = get();
      return new ValidationResult(
          focus,
          value,
          path == 0 ? Optional.empty() : Optional.of((Path) objects.get(path - 1)),
          component,
          shape,
          check,
          at,
          messages,
          List.of(details));
    }

    private List<Literal> messages() {
      List<Literal> messages = new ArrayList<>();
      for (long rest = number(); rest > 0; rest--) messages.add((Literal) term());
      return messages;
    }

    private Term term() {
      int kind = (int) number();
      if (kind == 0) return new Iri(text());
      if (kind == 1) return new BlankNode(text());
      return new Literal(text(), (Iri) object(), text());
    }

    private Object object() {
      return objects.get((int) number());
    }

    private String text() {
      char[] text = new char[(int) number()];
      for (int i = 0; i < text.length; i++) text[i] = (char) number();
      return new String(text);
    }

    private long number() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = nextByte();
        value |= (long) (part & 0x7f) << shift;
        if (part >= 0) return value;
      }
    }

    private byte nextByte() {
      if (next == end) {
        try {
          end = file.read(position, page);
        } catch (IOException lost) {
          throw new UncheckedIOException("results cannot be read back", lost);
        }
        if (end == 0) throw new IllegalStateException("the spool file ends early");
        position += end;
        next = 0;
      }
      return page[next++];
    }
  }
}
