// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.ontoc.pipeline.tck.SampleData.ex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** The programs of the samples. */
final class SamplePrograms {
  static final String SEARCHED = "o";
  static final String ANCHORED = "^[A-B]";
  static final String COUNTED = "^.{4}$";

  private static final String SH = "http://www.w3.org/ns/shacl#";

  private int line;
  private final List<Shape> shapes = new ArrayList<>();

  private SamplePrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> programs = new LinkedHashMap<>();
    programs.put("empty", Program.EMPTY);
    programs.put("values", new SamplePrograms().values());
    programs.put("ranges", new SamplePrograms().ranges());
    programs.put("texts", new SamplePrograms().texts());
    programs.put("counts", new SamplePrograms().counts());
    programs.put("pairs", new SamplePrograms().pairs());
    programs.put("logic", new SamplePrograms().logic());
    programs.put("references", new SamplePrograms().references());
    programs.put("paths", new SamplePrograms().paths());
    programs.put("targets", new SamplePrograms().targets());
    programs.put("hostile", new SamplePrograms().hostile());
    return programs;
  }

  private Program values() {
    property("age", new Constraint.Datatype(xsd("integer"), at()));
    property("knows", new Constraint.Class(ex("Person"), at()));
    for (NodeKind kind : NodeKind.values()) property("likes", new Constraint.NodeKind(kind, at()));
    property("likes", new Constraint.HasValue(ex("bob"), at()));
    List<Term> members = List.of(ex("cat"), Literal.string("fish"));
    property("likes", new Constraint.In(members, at()));
    return program();
  }

  private Program ranges() {
    property("age", new Constraint.MinExclusive(Literal.xsd("4.5", "decimal"), at()));
    property("age", new Constraint.MinInclusive(Literal.xsd("4.50", "decimal"), at()));
    property("age", new Constraint.MaxExclusive(Literal.xsd("30.0", "double"), at()));
    property("age", new Constraint.MaxInclusive(Literal.xsd("30", "integer"), at()));
    return program();
  }

  private Program texts() {
    property("name", new Constraint.MinLength(4, at()));
    property("name", new Constraint.MaxLength(10, at()));
    property("name", new Constraint.Pattern(SEARCHED, "", at()));
    property("name", new Constraint.Pattern(ANCHORED, "", at()));
    property("name", new Constraint.Pattern(COUNTED, "", at()));
    property("name", new Constraint.LanguageIn(List.of("en", "de"), at()));
    property("name", new Constraint.UniqueLang(at()));
    return program();
  }

  private Program counts() {
    property("name", new Constraint.MinCount(1, at()));
    property("age", new Constraint.MaxCount(1, at()));
    Term person = helper(new Constraint.Class(ex("Person"), at()));
    Term student = helper(new Constraint.Class(ex("Student"), at()));
    OptionalLong one = OptionalLong.of(1);
    OptionalLong none = OptionalLong.of(0);
    OptionalLong any = OptionalLong.empty();
    property("knows", new Constraint.QualifiedValueShape(person, one, any, List.of(), at()));
    property(
        "likes", new Constraint.QualifiedValueShape(person, one, none, List.of(student), at()));
    return program();
  }

  private Program pairs() {
    property("name", new Constraint.Equals(ex("alias"), at()));
    property("name", new Constraint.Disjoint(ex("alias"), at()));
    property("born", new Constraint.LessThan(ex("died"), at()));
    property("born", new Constraint.LessThanOrEquals(ex("died"), at()));
    return program();
  }

  private Program logic() {
    Term person = helper(new Constraint.Class(ex("Person"), at()));
    Term iri = helper(new Constraint.NodeKind(NodeKind.IRI, at()));
    property("likes", new Constraint.Not(person, at()));
    property("likes", new Constraint.And(List.of(person, iri), at()));
    property("likes", new Constraint.Or(List.of(person, iri), at()));
    property("likes", new Constraint.Xone(List.of(person, iri), at()));
    property("likes", new Constraint.Or(List.of(), at()));
    return program();
  }

  private Program references() {
    Term iri = helper(new Constraint.NodeKind(NodeKind.IRI, at()));
    Term named =
        add(
            new BlankNode("named"),
            Optional.of(new Path.Predicate(ex("name"))),
            List.of(),
            List.of(new Constraint.MinCount(1, at())),
            false);
    Term off =
        add(ex("Off"), Optional.empty(), everybody(), List.of(new Constraint.Not(iri, at())), true);
    node(new Constraint.Property(named, at()));
    property("knows", new Constraint.Node(iri, at()));
    property("knows", new Constraint.Node(off, at()));
    property("knows", new Constraint.Property(named, at()));
    List<Iri> allowed = List.of(ReferenceValidator.TYPE, ex("age"), ex("name"), ex("knows"));
    node(new Constraint.Closed(allowed, at()));
    return program();
  }

  private Program paths() {
    Path knows = new Path.Predicate(ex("knows"));
    Path likes = new Path.Predicate(ex("likes"));
    Path parent = new Path.Predicate(ex("parent"));
    List<Path> all =
        List.of(
            new Path.Inverse(knows),
            new Path.Sequence(List.of(knows, likes)),
            new Path.Alternative(List.of(knows, new Path.Inverse(parent))),
            new Path.ZeroOrMore(knows),
            new Path.OneOrMore(new Path.Sequence(List.of(knows, knows))),
            new Path.ZeroOrOne(likes),
            new Path.Inverse(new Path.Sequence(List.of(knows, new Path.ZeroOrOne(parent)))));
    for (Path path : all) {
      List<Constraint> constraints =
          List.of(new Constraint.MaxCount(1, at()), new Constraint.Class(ex("Person"), at()));
      add(ex("Shape" + shapes.size()), Optional.of(path), everybody(), constraints, false);
    }
    return program();
  }

  private Program targets() {
    List<Target> all =
        List.of(
            new Target.Node(ex("cat"), at()),
            new Target.Node(ex("absent"), at()),
            new Target.Node(Literal.xsd("4", "integer"), at()),
            new Target.Class(ex("Person"), false, at()),
            new Target.Class(ex("Shape0"), true, at()),
            new Target.SubjectsOf(ex("parent"), at()),
            new Target.ObjectsOf(ex("likes"), at()));
    for (Target target : all) {
      Constraint constraint = new Constraint.Class(ex("Student"), at());
      Term id = ex("Shape" + shapes.size());
      add(id, Optional.empty(), List.of(target), List.of(constraint), false);
    }
    return program();
  }

  /** Texts that must never become code, in every place where a source can have text. */
  private Program hostile() {
    String evil = "*/ \"); system(\"x\"); /* ??/ \\ %s ${x} #set($a=1) \u2028 \u202e </script> \n'";
    Iri iri = new Iri("http://example.org/a%22%3b*/int??/x\u2028\uD83D\uDE00");
    property("name", new Constraint.HasValue(Literal.string(evil), at()));
    property("name", new Constraint.HasValue(SampleData.tagged(evil, "en"), at()));
    property("name", new Constraint.HasValue(new Literal(evil, iri, ""), at()));
    property(
        "name", new Constraint.In(List.of(iri, new BlankNode("int"), Literal.string("")), at()));
    Shape shape = shapes.getLast();
    Literal message = Literal.string(evil);
    shapes.add(
        new Shape(
            iri,
            Optional.of(new Path.Predicate(iri)),
            shape.targets(),
            List.of(new Constraint.MinCount(1, new Origin(evil, 1, 1, evil))),
            new Iri(SH + "Warning"),
            List.of(message, SampleData.tagged(evil, "tr")),
            false,
            new Origin(evil, Integer.MAX_VALUE, 1, evil)));
    return program();
  }

  private void property(String predicate, Constraint constraint) {
    Path path = new Path.Predicate(ex(predicate));
    Term id = ex("Shape" + shapes.size());
    add(id, Optional.of(path), everybody(), List.of(constraint), false);
  }

  private void node(Constraint constraint) {
    add(ex("Shape" + shapes.size()), Optional.empty(), everybody(), List.of(constraint), false);
  }

  private Term helper(Constraint constraint) {
    Term id = new BlankNode("b" + shapes.size());
    return add(id, Optional.empty(), List.of(), List.of(constraint), false);
  }

  private Term add(
      Term id,
      Optional<Path> path,
      List<Target> targets,
      List<Constraint> constraints,
      boolean deactivated) {
    Iri severity = new Iri(SH + "Violation");
    shapes.add(new Shape(id, path, targets, constraints, severity, List.of(), deactivated, at()));
    return id;
  }

  private List<Target> everybody() {
    return List.of(new Target.Class(ex("Person"), false, at()), new Target.Node(ex("cat"), at()));
  }

  private Program program() {
    Ontology ontology =
        new Ontology(
            List.of(new Ontology.ClassDeclaration(ex("Person"), at())),
            List.of(),
            List.of(new Ontology.SubClassOf(ex("Animal"), ex("Thing"), at())));
    return new Program(shapes, ontology);
  }

  private Origin at() {
    return new Origin("sample.ttl", ++line, 1, "");
  }

  private static Iri xsd(String local) {
    return new Iri(Datatypes.XSD + local);
  }
}
