// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.ontoc.runtime.graph.Evaluation;
import org.ontoc.runtime.graph.Main;
import org.ontoc.runtime.graph.Part;
import org.ontoc.runtime.graph.Validator;
import org.ontoc.runtime.graph.Values;

/** The names that compiled code uses. */
final class Symbols {
  static final String PACKAGE = "org.ontoc.backend.jvm.compiled";

  static final ClassDesc INT = ConstantDescs.CD_int;
  static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
  static final ClassDesc LONG = ConstantDescs.CD_long;
  static final ClassDesc VOID = ConstantDescs.CD_void;
  static final ClassDesc INTS = INT.arrayType();
  static final ClassDesc STRING = ConstantDescs.CD_String;
  static final ClassDesc STRINGS = STRING.arrayType();
  static final ClassDesc EVALUATION = of(Evaluation.class);
  static final ClassDesc VALUES = of(Values.class);
  static final ClassDesc PART = of(Part.class);
  static final ClassDesc VALIDATOR = of(Validator.class);
  static final ClassDesc MAIN = of(Main.class);

  private Symbols() {}

  private static ClassDesc of(Class<?> type) {
    return ClassDesc.of(type.getName());
  }

  static MethodTypeDesc type(ClassDesc result, ClassDesc... parameters) {
    return MethodTypeDesc.of(result, parameters);
  }

  /** The simple name of a plan's class: {@code people_shapes} is {@code PeopleShapes}. */
  static String className(String plan) {
    StringBuilder name = new StringBuilder();
    boolean upper = true;
    for (char c : plan.toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.isEmpty() || !Character.isLetter(name.charAt(0))
        ? "Shapes" + name
        : name.toString();
  }
}
