// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/** Reads the constraints of a shape (SHACL section 4): a table from parameter to a small reader. */
final class ConstraintReader {
  private static final Map<Iri, Parameter> TABLE = table();

  private final ShapesGraph graph;
  private final Findings findings;
  private final ListReader lists;
  private final WellFormedness rules;
  private final PatternReader patterns;
  private final QualifiedReader qualified;
  private final ClosedReader closed;

  ConstraintReader(ShapesGraph graph, ListReader lists, Findings findings) {
    this.graph = graph;
    this.findings = findings;
    this.lists = lists;
    this.rules = new WellFormedness(findings);
    this.patterns = new PatternReader(graph, rules, findings);
    this.closed = new ClosedReader(graph, lists, rules);
    this.qualified = new QualifiedReader(graph, rules);
  }

  /** Reads one value of a parameter; empty when it makes no constraint or breaks a rule. */
  @FunctionalInterface
  private interface Reader {
    Optional<? extends Constraint> read(ConstraintReader reader, ParameterValue value);
  }

  /**
   * A parameter of SHACL Core.
   *
   * @param single a shape has at most one value
   * @param property only property shapes have it
   */
  private record Parameter(boolean single, boolean property, Reader reader) {}

  private static Map<Iri, Parameter> table() {
    Map<Iri, Parameter> table = new LinkedHashMap<>();
    many(table, "class", iri(Constraint.Class::new));
    single(table, "datatype", ConstraintReader::datatype);
    single(table, "nodeKind", ConstraintReader::nodeKind);
    property(table, "minCount", true, count(Constraint.MinCount::new));
    property(table, "maxCount", true, count(Constraint.MaxCount::new));
    single(table, "minExclusive", bound(Constraint.MinExclusive::new));
    single(table, "minInclusive", bound(Constraint.MinInclusive::new));
    single(table, "maxExclusive", bound(Constraint.MaxExclusive::new));
    single(table, "maxInclusive", bound(Constraint.MaxInclusive::new));
    single(table, "minLength", count(Constraint.MinLength::new));
    single(table, "maxLength", count(Constraint.MaxLength::new));
    single(table, "pattern", (it, value) -> it.patterns.read(value));
    single(table, "flags", (it, value) -> it.patterns.flags(value));
    single(table, "languageIn", ConstraintReader::languageIn);
    property(table, "uniqueLang", true, ConstraintReader::uniqueLang);
    many(table, "equals", iri(Constraint.Equals::new));
    many(table, "disjoint", iri(Constraint.Disjoint::new));
    property(table, "lessThan", false, iri(Constraint.LessThan::new));
    property(table, "lessThanOrEquals", false, iri(Constraint.LessThanOrEquals::new));
    many(table, "not", shape(Constraint.Not::new));
    many(table, "and", shapes(Constraint.And::new));
    many(table, "or", shapes(Constraint.Or::new));
    many(table, "xone", shapes(Constraint.Xone::new));
    many(table, "node", ConstraintReader::node);
    many(table, "property", ConstraintReader::property);
    property(table, "qualifiedValueShape", true, (it, value) -> it.qualified.read(value));
    single(table, "qualifiedMinCount", (it, value) -> it.qualified.companion(value));
    single(table, "qualifiedMaxCount", (it, value) -> it.qualified.companion(value));
    single(table, "qualifiedValueShapesDisjoint", (it, value) -> it.qualified.companion(value));
    single(table, "closed", (it, value) -> it.closed.read(value));
    single(table, "ignoredProperties", (it, value) -> it.closed.ignoredProperties(value));
    many(table, "hasValue", ConstraintReader::hasValue);
    single(table, "in", ConstraintReader::in);
    return table;
  }

  private static void many(Map<Iri, Parameter> table, String name, Reader reader) {
    table.put(Vocabulary.sh(name), new Parameter(false, false, reader));
  }

  private static void single(Map<Iri, Parameter> table, String name, Reader reader) {
    table.put(Vocabulary.sh(name), new Parameter(true, false, reader));
  }

  private static void property(
      Map<Iri, Parameter> table, String name, boolean single, Reader reader) {
    table.put(Vocabulary.sh(name), new Parameter(single, true, reader));
  }

  /** The parameters of SHACL Core. */
  static Set<Iri> parameters() {
    return TABLE.keySet();
  }

  /**
   * @param isProperty the shape is a property shape, or meant to be one
   */
  List<Constraint> read(Term shape, boolean isProperty) {
    List<Constraint> constraints = new ArrayList<>();
    TABLE.forEach(
        (iri, parameter) -> {
          List<ParameterValue> values = graph.values(shape, iri);
          if (values.isEmpty()) return;
          if (parameter.property() && !isProperty) outOfScope(values.getFirst());
          if (parameter.single()) values = rules.single(values).map(List::of).orElseThrow();
          for (ParameterValue value : values)
            parameter.reader().read(this, value).ifPresent(constraints::add);
        });
    return constraints;
  }

  private void outOfScope(ParameterValue value) {
    findings.error(
        "E0307",
        value.parameterAt(),
        WellFormedness.name(value) + " belongs to a property shape, and this shape has no sh:path",
        "Move it into the value of an sh:property, or add an sh:path");
  }

  // ---- readers that several parameters share

  private static Reader iri(BiFunction<Iri, Origin, Constraint> constraint) {
    return (it, value) ->
        it.rules.iri(value).map(iri -> constraint.apply(iri, value.parameterAt()));
  }

  private static Reader count(BiFunction<Long, Origin, Constraint> constraint) {
    return (it, value) ->
        it.rules.count(value).map(count -> constraint.apply(count, value.parameterAt()));
  }

  private static Reader bound(BiFunction<Literal, Origin, Constraint> constraint) {
    return (it, value) ->
        it.rules.literal(value).map(bound -> constraint.apply(bound, value.parameterAt()));
  }

  private static Reader shape(BiFunction<Term, Origin, Constraint> constraint) {
    return (it, value) ->
        it.rules.shape(value).map(shape -> constraint.apply(shape, value.parameterAt()));
  }

  private static Reader shapes(BiFunction<List<Term>, Origin, Constraint> constraint) {
    return (it, value) ->
        it.lists
            .read(value)
            .flatMap(members -> all(members, it.rules::shape))
            .map(shapes -> constraint.apply(shapes, value.parameterAt()));
  }

  /** All members read, or nothing when one breaks a rule; every one that does is reported. */
  private static <T> Optional<List<T>> all(
      List<ParameterValue> members, java.util.function.Function<ParameterValue, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    for (ParameterValue member : members) read.apply(member).ifPresent(all::add);
    return all.size() == members.size() ? Optional.of(all) : Optional.empty();
  }

  // ---- readers of single parameters

  private Optional<Constraint> datatype(ParameterValue value) {
    Optional<Iri> datatype = rules.iri(value);
    String local = datatype.map(it -> Vocabulary.localName(it, Vocabulary.XSD)).orElse("");
    if (!local.isEmpty() && !Vocabulary.XSD_TYPES.contains(local))
      findings.warning(
          "W0305",
          value.at(),
          "XML Schema has no datatype xsd:" + local,
          Suggestions.hint("xsd:", local, Vocabulary.XSD_TYPES, ""));
    return datatype.map(it -> new Constraint.Datatype(it, value.parameterAt()));
  }

  private Optional<Constraint> nodeKind(ParameterValue value) {
    for (NodeKind kind : NodeKind.values())
      if (value.term().equals(Vocabulary.sh(kind.localName())))
        return Optional.of(new Constraint.NodeKind(kind, value.parameterAt()));
    List<String> kinds =
        java.util.Arrays.stream(NodeKind.values()).map(NodeKind::localName).toList();
    String wrong = value.term() instanceof Iri iri ? Vocabulary.localName(iri, Vocabulary.SH) : "";
    findings.error(
        "E0312",
        value.at(),
        WellFormedness.describe(value.term()) + " is no node kind",
        Suggestions.hint("sh:", wrong, kinds, "Write one of sh:" + String.join(", sh:", kinds)));
    return Optional.empty();
  }

  private Optional<Constraint> languageIn(ParameterValue value) {
    Optional<List<String>> ranges =
        lists.read(value).flatMap(members -> all(members, rules::string));
    return ranges.map(it -> new Constraint.LanguageIn(it, value.parameterAt()));
  }

  private Optional<Constraint> uniqueLang(ParameterValue value) {
    return rules
        .bool(value)
        // the term true alone switches it on; the suite holds that "1"^^xsd:boolean does not
        .filter(_ -> value.term().equals(Literal.xsd("true", "boolean")))
        .map(_ -> new Constraint.UniqueLang(value.parameterAt()));
  }

  private Optional<Constraint> node(ParameterValue value) {
    Optional<Term> shape = rules.shape(value);
    if (shape.isEmpty() || !graph.has(shape.get(), Vocabulary.PATH))
      return shape.map(it -> new Constraint.Node(it, value.parameterAt()));
    findings.error(
        "E0309",
        value.at(),
        "The value of sh:node must be a node shape, and this shape has an sh:path",
        "Write sh:property instead of sh:node");
    return Optional.empty();
  }

  private Optional<Constraint> property(ParameterValue value) {
    Optional<Term> shape = rules.shape(value);
    if (shape.isEmpty() || graph.has(shape.get(), Vocabulary.PATH))
      return shape.map(it -> new Constraint.Property(it, value.parameterAt()));
    findings.error(
        "E0308",
        value.at(),
        "The value of sh:property must be a property shape, and this shape has no sh:path",
        "Add an sh:path, or write sh:node instead of sh:property");
    return Optional.empty();
  }

  private Optional<Constraint> hasValue(ParameterValue value) {
    blank(value);
    return Optional.of(new Constraint.HasValue(value.term(), value.parameterAt()));
  }

  private Optional<Constraint> in(ParameterValue value) {
    Optional<List<ParameterValue>> members = lists.read(value);
    members.stream().flatMap(List::stream).forEach(this::blank);
    return members.map(
        it ->
            new Constraint.In(it.stream().map(ParameterValue::term).toList(), value.parameterAt()));
  }

  private void blank(ParameterValue value) {
    if (value.term() instanceof BlankNode)
      findings.warning(
          "W0307",
          value.at(),
          "No node of the data is the same as a blank node in " + WellFormedness.name(value),
          "Name the node, or describe it with a shape");
  }
}
