// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** What shapes, targets and constraints say, as text without positions. */
final class Content {
  /** The order of components in a shape: as SHACL section 4 presents them. */
  private static final List<String> COMPONENTS =
      Stream.of(Constraint.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();

  private final Function<Term, String> key;

  /**
   * @param key what stands for a term; equal for shapes of equal content
   */
  Content(Function<Term, String> key) {
    this.key = key;
  }

  static int rank(Constraint constraint) {
    return COMPONENTS.indexOf(constraint.getClass().getSimpleName());
  }

  /** A digest of all that a shape says, other than its own term. */
  String digest(Shape shape) {
    String text =
        Stream.of(
                shape.path().map(Object::toString).stream(),
                shape.targets().stream().map(Content::of),
                shape.constraints().stream().map(it -> it.component() + " " + of(it)),
                Stream.of(shape.severity().toString(), Boolean.toString(shape.deactivated())),
                shape.signal() ? Stream.of("signal") : Stream.<String>of(),
                shape.messages().stream().map(Literal::toString))
            .flatMap(it -> it)
            .collect(Collectors.joining("\n"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String prefix = shape.path().map(Object::toString).orElse("");
      // the path comes first, so that property shapes are ordered as a reader expects
      return prefix + " _:" + HexFormat.of().formatHex(digest.digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String of(Target target) {
    return switch (target) {
      case Target.Node(var node, _) -> "1 " + node;
      case Target.Class(var type, var implicit, _) -> "2 " + type + implicit;
      case Target.SubjectsOf(var predicate, _) -> "3 " + predicate;
      case Target.ObjectsOf(var predicate, _) -> "4 " + predicate;
      case Target.Sparql(var query, _) -> "5 " + query.text() + query.bindings();
    };
  }

  String of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Class it -> it.type().toString();
      case Constraint.Datatype it -> it.datatype().toString();
      case Constraint.NodeKind it -> it.kind().name();
      case Constraint.MinCount it -> Long.toString(it.count());
      case Constraint.MaxCount it -> Long.toString(it.count());
      case Constraint.MinExclusive it -> it.bound().toString();
      case Constraint.MinInclusive it -> it.bound().toString();
      case Constraint.MaxExclusive it -> it.bound().toString();
      case Constraint.MaxInclusive it -> it.bound().toString();
      case Constraint.MinLength it -> Long.toString(it.length());
      case Constraint.MaxLength it -> Long.toString(it.length());
      case Constraint.Pattern it -> Literal.string(it.regex()) + it.flags();
      case Constraint.LanguageIn it -> String.join(" ", it.ranges());
      case Constraint.UniqueLang _ -> "true";
      case Constraint.Equals it -> it.predicate().toString();
      case Constraint.Disjoint it -> it.predicate().toString();
      case Constraint.LessThan it -> it.predicate().toString();
      case Constraint.LessThanOrEquals it -> it.predicate().toString();
      case Constraint.Not it -> key.apply(it.shape());
      case Constraint.And it -> keys(it.shapes());
      case Constraint.Or it -> keys(it.shapes());
      case Constraint.Xone it -> keys(it.shapes());
      case Constraint.Node it -> key.apply(it.shape());
      case Constraint.Property it -> key.apply(it.shape());
      case Constraint.QualifiedValueShape it -> keys(it.shapes()) + it.min() + it.max();
      case Constraint.Closed it -> it.allowed().toString();
      case Constraint.HasValue it -> key.apply(it.value());
      case Constraint.In it -> keys(it.values());
      case Constraint.Sparql it ->
          it.type() + " " + it.query().text() + bindings(it.query()) + it.messages();
    };
  }

  private String bindings(Query query) {
    return query.bindings().stream()
        .map(it -> it.variable() + "=" + key.apply(it.value()))
        .collect(Collectors.joining(" ", "(", ")"));
  }

  private String keys(Collection<Term> terms) {
    return terms.stream().map(key).collect(Collectors.joining(" ", "(", ")"));
  }

  /** The terms of a constraint that may be blank nodes, in order. */
  static Stream<Term> terms(Constraint constraint) {
    if (constraint instanceof Constraint.HasValue it) return Stream.of(it.value());
    if (constraint instanceof Constraint.In it) return it.values().stream();
    if (constraint instanceof Constraint.Sparql it) return it.source().stream();
    return constraint.shapes().stream();
  }

  /** The constraint with other terms in the places of {@link #terms}. */
  static Constraint rename(Constraint constraint, UnaryOperator<Term> name) {
    return switch (constraint) {
      case Constraint.Not it -> new Constraint.Not(name.apply(it.shape()), it.at());
      case Constraint.And it -> new Constraint.And(all(it.shapes(), name), it.at());
      case Constraint.Or it -> new Constraint.Or(all(it.shapes(), name), it.at());
      case Constraint.Xone it -> new Constraint.Xone(all(it.shapes(), name), it.at());
      case Constraint.Node it -> new Constraint.Node(name.apply(it.shape()), it.at());
      case Constraint.Property it -> new Constraint.Property(name.apply(it.shape()), it.at());
      case Constraint.QualifiedValueShape it ->
          new Constraint.QualifiedValueShape(
              name.apply(it.shape()), it.min(), it.max(), all(it.siblings(), name), it.at());
      case Constraint.HasValue it -> new Constraint.HasValue(name.apply(it.value()), it.at());
      case Constraint.In it -> new Constraint.In(all(it.values(), name), it.at());
      // the query keeps the labels that its shapes graph has
      case Constraint.Sparql it ->
          new Constraint.Sparql(
              it.type(), it.source().map(name), it.query(), it.messages(), it.at());
      case Constraint.Class _,
          Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _,
          Constraint.Closed _ ->
          constraint;
    };
  }

  private static List<Term> all(List<Term> terms, UnaryOperator<Term> name) {
    return terms.stream().map(name).toList();
  }
}
