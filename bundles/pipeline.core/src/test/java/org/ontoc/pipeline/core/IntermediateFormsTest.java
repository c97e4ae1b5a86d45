// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Tier;
import org.osgi.annotation.versioning.Version;

/**
 * A back end that was compiled before a record or a constant was added dies of it with a
 * MatchException, although bnd calls the addition minor. So it needs a new major version of its
 * package, and this list is to be written anew only together with that.
 */
final class IntermediateFormsTest {
  private static final List<Class<?>> FORMS =
      List.of(
          Constraint.class,
          Path.class,
          Target.class,
          Term.class,
          NodeKind.class,
          Automaton.class,
          Automaton.Op.class,
          Tier.class);

  @Test
  void noRecordIsAddedWithoutAMajorVersion() throws IOException {
    String found = FORMS.stream().map(IntermediateFormsTest::form).collect(Collectors.joining());
    String hint =
        "the intermediate forms changed: raise the major version in the package's package-info"
            + " and write intermediate-forms.txt anew";
    assertEquals(golden(), found, hint);
  }

  private static String form(Class<?> form) {
    StringBuilder text = new StringBuilder(form.getName()).append(" ").append(major(form));
    if (form.isEnum()) {
      for (Object constant : Objects.requireNonNull(form.getEnumConstants())) {
        text.append("\n  ").append(constant);
      }
      return text.append('\n').toString();
    }
    for (Class<?> permitted : form.getPermittedSubclasses()) {
      text.append("\n  ").append(permitted.getSimpleName()).append(components(permitted));
    }
    return text.append('\n').toString();
  }

  private static String components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The annotation is not kept at run time, so it is read from the class file's constants. */
  private static String major(Class<?> form) {
    String file = form.getPackageName().replace('.', '/') + "/package-info.class";
    try (InputStream in = form.getClassLoader().getResourceAsStream(file)) {
      var model =
          java.lang.classfile.ClassFile.of().parse(Objects.requireNonNull(in).readAllBytes());
      for (var attribute :
          model.findAttributes(java.lang.classfile.Attributes.runtimeInvisibleAnnotations())) {
        for (var annotation : attribute.annotations()) {
          boolean version =
              annotation.className().stringValue().equals(Version.class.descriptorString());
          if (version) {
            var value = annotation.elements().getFirst().value();
            String text = ((java.lang.classfile.AnnotationValue.OfString) value).stringValue();
            return text.substring(0, text.indexOf('.'));
          }
        }
      }
      throw new AssertionError("no @Version in " + file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            IntermediateFormsTest.class.getResourceAsStream("intermediate-forms.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
