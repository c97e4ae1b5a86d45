// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other rules for the same records: those of an image, with other numbers in them. */
public final class Variant {
  private Variant() {}

  /** An image that decides otherwise about some records; empty when nothing in it can vary. */
  public static Optional<byte[]> of(Image image) {
    List<Image.Constant> constants = new ArrayList<>(image.constants());
    for (int i = 0; i < constants.size(); i++) {
      Image.Constant constant = constants.get(i);
      if (constant.kind() == FieldType.Kind.WORD && !isPresence(image, i))
        constants.set(i, new Image.Constant(constant.bits() / 2 + 2, constant.kind()));
    }
    if (constants.equals(image.constants())) return Optional.empty();
    return Optional.of(
        ImageWriter.write(
            new Image(
                image.kinds(),
                image.hash(),
                image.records(),
                image.fields(),
                image.checks(),
                image.handlers(),
                image.code(),
                constants,
                image.automata(),
                image.text())));
  }

  /** VCOUNT's bits are numbers of fields. */
  private static boolean isPresence(Image image, int constant) {
    for (long word : image.code())
      if (Instruction.code(word) == Opcode.VCOUNT.code() && Instruction.immediate(word) == constant)
        return true;
    return false;
  }
}
