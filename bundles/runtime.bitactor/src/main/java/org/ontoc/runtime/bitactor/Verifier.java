// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.List;

/**
 * Proves that an image can be executed: everything that one part says of another is true. The code
 * is left to {@link CodeVerifier}.
 */
final class Verifier {
  private static final int MOST_AUTOMATA = 256;

  /** So that a loader in C can prove a handler on its stack. */
  private static final int MOST_INSTRUCTIONS = 4096;

  private final Image image;

  private Verifier(Image image) {
    this.image = image;
  }

  static void verify(Image image) throws ImageException {
    Verifier verifier = new Verifier(image);
    verifier.text();
    verifier.records();
    verifier.constants();
    require(image.automata().size() <= MOST_AUTOMATA, "there are too many automata");
    for (Image.Dfa dfa : image.automata()) automaton(dfa);
    verifier.handlers();
    verifier.kinds();
  }

  private void text() throws ImageException {
    byte[] text = image.text();
    require(
        text.length > 0 && text[0] == 0 && text[text.length - 1] == 0,
        "the text does not begin and end with a NUL");
  }

  private void string(int offset) throws ImageException {
    require(offset >= 0 && offset < image.text().length, "a string is outside of the text");
  }

  private void records() throws ImageException {
    int field = 0;
    int check = 0;
    require(image.records().size() <= 0xFFFF, "there are too many records");
    for (Image.Layout layout : image.records()) {
      string(layout.name());
      require(
          layout.size() >= Image.PRESENCE_BYTES
              && layout.size() <= Image.MOST_RECORD_BYTES
              && layout.size() % 8 == 0,
          "the size of a record is wrong");
      require(
          layout.firstField() == field && layout.firstCheck() == check,
          "the records do not share out the fields and checks");
      require(
          layout.fields() <= Image.MOST_BITS && layout.checks() <= Image.MOST_BITS,
          "a record has more than 64 fields or checks");
      field += layout.fields();
      check += layout.checks();
      require(
          field <= image.fields().size() && check <= image.checks().size(),
          "a record has more fields or checks than there are");
      fields(layout);
    }
    require(
        field == image.fields().size() && check == image.checks().size(),
        "a field or a check belongs to no record");
  }

  private void fields(Image.Layout layout) throws ImageException {
    for (int i = 0; i < layout.fields(); i++) {
      Image.Field field = image.fields().get(layout.firstField() + i);
      string(field.name());
      FieldType type = field.type();
      boolean wide = type == FieldType.TEXT ? field.width() > 0 : field.width() == type.width();
      require(wide, "the width of a field is not its type's");
      require(
          field.offset() >= Image.PRESENCE_BYTES
              && field.offset() + field.width() <= layout.size()
              && field.offset() % type.alignment() == 0,
          "a field is outside of its record, or not aligned");
    }
    for (int i = 0; i < layout.checks(); i++) {
      Image.Check check = image.checks().get(layout.firstCheck() + i);
      string(check.component());
      require(
          check.field() < layout.fields() || check.field() == Image.Check.NO_FIELD,
          "a check is about a field that its record does not have");
    }
  }

  private void constants() throws ImageException {
    for (Image.Constant constant : image.constants())
      if (constant.kind() == FieldType.Kind.TEXT)
        require(
            constant.bits() >= 0 && constant.bits() < image.text().length,
            "a text constant is outside of the text");
  }

  private static void automaton(Image.Dfa dfa) throws ImageException {
    require(dfa.start() >= 0 && dfa.start() < dfa.states(), "an automaton starts nowhere");
    for (byte group : dfa.classOf())
      require((group & 0xFF) < dfa.classes(), "an automaton has no such class");
    for (char state : dfa.next())
      require(state < dfa.states(), "an automaton goes to a state that it does not have");
    for (byte accepting : dfa.accepting())
      require(accepting == 0 || accepting == 1, "a state neither accepts nor does not");
  }

  private void handlers() throws ImageException {
    int next = 0;
    int helpers = image.firstHelper();
    for (int number = 0; number < image.handlers().size(); number++) {
      Image.Handler handler = image.handlers().get(number);
      require(handler.first() == next, "the handlers do not share out the code");
      require(
          handler.count() > 0
              && handler.count() <= image.code().length - next
              && handler.count() <= MOST_INSTRUCTIONS,
          "a handler is outside of the code, or too long");
      require(handler.record() < image.records().size(), "a handler is about no record");
      next += handler.count();
      helpers = new CodeVerifier(image, number).verify(helpers);
    }
    require(
        helpers >= image.handlers().size(), "a handler belongs to no kind, and nobody calls it");
    require(next == image.code().length, "an instruction belongs to no handler");
  }

  private void kinds() throws ImageException {
    List<Image.Kind> kinds = image.kinds();
    int next = 0;
    require(kinds.size() <= 0xFFFF, "there are too many kinds");
    for (Image.Kind kind : kinds) {
      string(kind.name());
      require(kind.record() < image.records().size(), "a kind has no record");
      require(
          kind.firstHandler() == next && kind.handlers() > 0,
          "the kinds do not share out the handlers");
      next += kind.handlers();
      require(next <= image.handlers().size(), "a kind has no such handler");
      boolean empty = true;
      for (int i = kind.firstHandler(); i < next; i++) {
        Image.Handler handler = image.handlers().get(i);
        require(handler.record() == kind.record(), "a handler is about another kind's record");
        empty &= handler.count() == 1;
      }
      require(
          empty == (kind.necessity() != Image.Necessity.DYNAMIC),
          "a kind is said to need no work, or to need some, and that is not so");
    }
    hash(kinds);
  }

  private void hash(List<Image.Kind> kinds) throws ImageException {
    int[] table = image.hash();
    require(table.length == 2 * kinds.size(), "the hash table has a wrong size");
    for (int i = kinds.size(); i < table.length; i++)
      require(table[i] >= 0 && table[i] < kinds.size(), "the hash table leads to no kind");
    for (int i = 0; i < kinds.size(); i++)
      require(PerfectHash.find(image, kinds.get(i).key()) == i, "the hash table is wrong");
  }

  static void require(boolean fact, String otherwise) throws ImageException {
    if (!fact) throw new ImageException(otherwise);
  }
}
