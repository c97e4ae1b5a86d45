// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.List;

/** A SHACL property path (SHACL section 2.3.1). {@code toString} is its SPARQL form. */
public sealed interface Path {
  /** The value nodes are the objects of this predicate. */
  record Predicate(Iri iri) implements Path {
    @Override
    public String toString() {
      return iri.toString();
    }
  }

  record Inverse(Path path) implements Path {
    @Override
    public String toString() {
      return "^" + path;
    }
  }

  /** At least two members. */
  record Sequence(List<Path> members) implements Path {
    public Sequence {
      members = List.copyOf(members);
    }

    @Override
    public String toString() {
      return join(members, "/");
    }
  }

  /** At least two members. */
  record Alternative(List<Path> members) implements Path {
    public Alternative {
      members = List.copyOf(members);
    }

    @Override
    public String toString() {
      return join(members, "|");
    }
  }

  record ZeroOrMore(Path path) implements Path {
    @Override
    public String toString() {
      return path + "*";
    }
  }

  record OneOrMore(Path path) implements Path {
    @Override
    public String toString() {
      return path + "+";
    }
  }

  record ZeroOrOne(Path path) implements Path {
    @Override
    public String toString() {
      return path + "?";
    }
  }

  private static String join(List<Path> members, String separator) {
    return members.stream()
        .map(Path::toString)
        .collect(java.util.stream.Collectors.joining(separator, "(", ")"));
  }
}
