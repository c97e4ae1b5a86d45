// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** A compiled program, ready for any number of validations at once. */
public final class Validator {
  private final Program program;
  private final Part[] parts;

  private Validator(Program program, Part[] parts) {
    this.program = program;
    this.parts = parts;
  }

  /** From the first class of a program and what gives the others by number. */
  public static Validator of(Part first, IntFunction<Part> others) {
    Part[] parts = new Part[first.parts()];
    parts[0] = first;
    for (int i = 1; i < parts.length; i++) parts[i] = others.apply(i);
    return new Validator(Program.decode(List.of(first.tables())), parts);
  }

  /** From a program and what executes all of its shapes. */
  public static Validator of(Program program, Part shapes, int count) {
    Part[] parts = new Part[count / Part.SHAPES + 1];
    Arrays.fill(parts, shapes);
    return new Validator(program, parts);
  }

  /** From the name of a program's first class, which the loader and its like can load. */
  public static Validator of(String name, ClassLoader loader) {
    return of(load(name, loader), i -> load(name + "_" + i, loader));
  }

  private static Part load(String name, ClassLoader loader) {
    try {
      return (Part) Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException cause) {
      throw new IllegalArgumentException("the compiled class " + name + " cannot be used", cause);
    }
  }

  /** A new validation. */
  public Validation validation() {
    return new Validation(program, parts);
  }
}
