// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Makes a pair as small as it gets while a condition holds. */
final class Shrinker {
  private final Predicate<Pair> holds;
  private int trials;

  Shrinker(Predicate<Pair> holds, int trials) {
    this.holds = holds;
    this.trials = trials;
  }

  Pair shrink(Pair pair) {
    Pair best = pair;
    while (trials > 0) {
      Pair next = shapes(data(best));
      if (next.equals(best)) return best;
      best = next;
    }
    return best;
  }

  private boolean holds(Pair pair) {
    return trials-- > 0 && holds.test(pair);
  }

  /** Drops statements: first by halves, in the end one by one. */
  private Pair data(Pair pair) {
    Pair best = pair;
    for (int size = Math.max(1, best.data().size() / 2); size > 0; size /= 2) {
      for (int at = 0; at < best.data().size(); ) {
        List<Triple> rest = new ArrayList<>(best.data());
        rest.subList(at, Math.min(at + size, rest.size())).clear();
        Pair smaller = best.withData(rest);
        if (holds(smaller)) best = smaller;
        else at += size;
      }
    }
    return best;
  }

  private Pair shapes(Pair pair) {
    Pair best = pair;
    Optional<Pair> smaller = Optional.of(pair);
    while (smaller.isPresent()) {
      best = smaller.get();
      smaller = candidates(best).filter(this::holds).findFirst();
    }
    return best;
  }

  private static Stream<Pair> candidates(Pair pair) {
    List<Shape> shapes = pair.shapes();
    return Stream.of(
            shapes.stream().map(shape -> without(shapes, shape.id())),
            shapes.stream().flatMap(Shrinker::simpler).map(shape -> replace(shapes, shape)))
        .flatMap(stream -> stream)
        .map(pair::withShapes);
  }

  /** Without a shape and every reference to it. */
  private static List<Shape> without(List<Shape> shapes, Term id) {
    return shapes.stream()
        .filter(shape -> !shape.id().equals(id))
        .map(shape -> shape.with(shape.parameters().stream().flatMap(p -> without(p, id)).toList()))
        .toList();
  }

  private static Stream<Parameter> without(Parameter parameter, Term id) {
    if (!Shape.refers(parameter) || !parameter.terms().contains(id)) return Stream.of(parameter);
    List<Term> rest = parameter.terms().stream().filter(term -> !term.equals(id)).toList();
    return parameter instanceof Parameter.Many && !rest.isEmpty()
        ? Stream.of(new Parameter.Many(parameter.name(), rest))
        : Stream.empty();
  }

  private static List<Shape> replace(List<Shape> shapes, Shape other) {
    return shapes.stream().map(shape -> shape.id().equals(other.id()) ? other : shape).toList();
  }

  private static Stream<Shape> simpler(Shape shape) {
    List<Parameter> parameters = shape.parameters();
    Stream<Shape> fewer =
        parameters.stream()
            .map(p -> shape.with(parameters.stream().filter(other -> other != p).toList()));
    Stream<Shape> shorter =
        parameters.stream()
            .filter(Parameter.Many.class::isInstance)
            .flatMap(p -> shorter(p).map(q -> shape.with(swap(parameters, p, q))));
    Stream<Shape> paths = shape.path().stream().flatMap(Shrinker::parts).map(shape::with);
    return Stream.of(fewer, shorter, paths).flatMap(stream -> stream);
  }

  private static Stream<Parameter> shorter(Parameter parameter) {
    boolean shapes = Shape.refers(parameter);
    if (shapes && parameter.terms().size() == 1) return Stream.empty();
    return parameter.terms().stream()
        .map(
            term ->
                new Parameter.Many(
                    parameter.name(),
                    parameter.terms().stream().filter(other -> !other.equals(term)).toList()));
  }

  private static List<Parameter> swap(List<Parameter> all, Parameter before, Parameter after) {
    return all.stream().map(p -> p == before ? after : p).toList();
  }

  /** Paths with one part less. */
  static Stream<Path> parts(Path path) {
    return switch (path) {
      case Path.Predicate _ -> Stream.empty();
      case Path.Inverse(Path inner) -> wrapped(inner, Path.Inverse::new);
      case Path.ZeroOrMore(Path inner) -> wrapped(inner, Path.ZeroOrMore::new);
      case Path.OneOrMore(Path inner) -> wrapped(inner, Path.OneOrMore::new);
      case Path.ZeroOrOne(Path inner) -> wrapped(inner, Path.ZeroOrOne::new);
      case Path.Sequence(List<Path> members) -> members(members, Path.Sequence::new);
      case Path.Alternative(List<Path> members) -> members(members, Path.Alternative::new);
    };
  }

  private static Stream<Path> wrapped(Path inner, java.util.function.Function<Path, Path> wrap) {
    return Stream.concat(Stream.of(inner), parts(inner).map(wrap));
  }

  private static Stream<Path> members(
      List<Path> members, java.util.function.Function<List<Path>, Path> wrap) {
    Stream.Builder<Path> paths = Stream.builder();
    members.forEach(paths);
    for (int i = 0; i < members.size(); i++) {
      List<Path> fewer = new ArrayList<>(members);
      Path member = fewer.remove(i);
      if (fewer.size() > 1) paths.add(wrap.apply(fewer));
      for (Path part : parts(member).toList()) {
        List<Path> simpler = new ArrayList<>(members);
        simpler.set(i, part);
        paths.add(wrap.apply(simpler));
      }
    }
    return paths.build();
  }
}
