// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/**
 * The constraint components that the documents declare, and their uses (SHACL section 6.2).
 * Declarations of SHACL's own components, as in its vocabulary document, are not read.
 */
final class Components {
  private static final Iri PARAMETER = Vocabulary.sh("parameter");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_\\u00B7]*");
  private static final Set<String> RESERVED =
      Set.of("this", "shapesGraph", "currentShape", "path", "PATH", "value");

  private final ShapesGraph graph;
  private final Findings findings;
  private final WellFormedness rules;
  private final Map<Iri, Component> components = new TreeMap<>();

  Components(ShapesGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
    this.rules = new WellFormedness(findings);
    for (Triple it : graph.withPredicate(PARAMETER)) {
      if (!graph.isInstance(it.subject(), Vocabulary.sh("ConstraintComponent"))) continue;
      if (!(it.subject() instanceof Iri id)) nameless(it);
      else if (Vocabulary.localName(id, Vocabulary.SH).isEmpty())
        components.computeIfAbsent(id, this::component);
    }
  }

  /** A parameter; its name is a variable of the validators. */
  record Parameter(Iri path, String name, boolean optional) {}

  /** A declared component. */
  record Component(Iri id, List<Parameter> parameters) {
    Set<String> names() {
      return parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    }
  }

  /** One use of a component: the values of its parameters by name, and where the first stands. */
  record Instance(Map<String, Term> values, Origin at) {}

  /** By IRI. */
  List<Component> all() {
    return List.copyOf(components.values());
  }

  /** The parameters of all components. */
  Set<Iri> parameters() {
    Set<Iri> paths = new HashSet<>();
    for (Component component : components.values())
      for (Parameter parameter : component.parameters()) paths.add(parameter.path());
    return paths;
  }

  private void nameless(Triple triple) {
    findings.error(
        "E0346", triple.subjectAt(), "A constraint component must be an IRI", "Give it a name");
  }

  private Component component(Iri id) {
    List<ParameterValue> declared = graph.values(id, PARAMETER);
    List<Parameter> parameters = parameters(declared);
    if (!parameters.isEmpty() && parameters.stream().allMatch(Parameter::optional))
      findings.error(
          "E0346",
          declared.getFirst().parameterAt(),
          "All parameters of " + Vocabulary.name(id) + " are optional",
          "Without a parameter that must be there, no shape uses it");
    return new Component(id, parameters);
  }

  /** Reads the parameters of a component or target type. */
  List<Parameter> parameters(List<ParameterValue> declared) {
    List<Parameter> parameters = new ArrayList<>();
    for (ParameterValue value : declared) parameter(value).ifPresent(parameters::add);
    return parameters;
  }

  private Optional<Parameter> parameter(ParameterValue value) {
    Optional<Iri> path =
        rules.single(graph.values(value.term(), Vocabulary.PATH)).flatMap(rules::iri);
    boolean optional =
        rules
            .single(graph.values(value.term(), Vocabulary.sh("optional")))
            .flatMap(rules::bool)
            .orElse(false);
    String name = path.map(Components::localName).orElse("");
    if (NAME.matcher(name).matches() && !RESERVED.contains(name))
      return path.map(iri -> new Parameter(iri, name, optional));
    findings.error(
        "E0346",
        value.at(),
        path.isEmpty()
            ? "A parameter needs an sh:path that is an IRI"
            : "The local name \""
                + name
                + "\" of a parameter's path cannot be a SPARQL variable"
                + " of its own",
        "Its local name is the variable that queries find its value in");
    return Optional.empty();
  }

  private static String localName(Iri iri) {
    String value = iri.value();
    int cut = Math.max(value.lastIndexOf('#'), value.lastIndexOf('/'));
    return value.substring(Math.max(cut, value.lastIndexOf(':')) + 1);
  }

  /** One for each value of a single parameter, and at most one when there are several. */
  List<Instance> uses(Component component, Term shape) {
    List<Parameter> parameters = component.parameters();
    List<Parameter> missing =
        parameters.stream().filter(it -> !it.optional() && !graph.has(shape, it.path())).toList();
    if (parameters.isEmpty()) return List.of();
    if (!missing.isEmpty()) {
      alone(parameters, missing.getFirst(), shape);
      return List.of();
    }
    if (parameters.size() == 1) {
      Parameter only = parameters.getFirst();
      return graph.values(shape, only.path()).stream()
          .map(it -> new Instance(Map.of(only.name(), it.term()), it.parameterAt()))
          .toList();
    }
    Map<String, Term> values = new LinkedHashMap<>();
    Origin at = Origin.NOWHERE;
    for (Parameter parameter : parameters) {
      Optional<ParameterValue> value = rules.single(graph.values(shape, parameter.path()));
      if (value.isEmpty()) continue;
      if (at.equals(Origin.NOWHERE)) at = value.get().parameterAt();
      values.put(parameter.name(), value.get().term());
    }
    return List.of(new Instance(values, at));
  }

  private void alone(List<Parameter> parameters, Parameter missing, Term shape) {
    for (Parameter parameter : parameters)
      for (ParameterValue value : graph.values(shape, parameter.path()))
        rules.alone(value, Vocabulary.name(missing.path()));
  }

  /** The validator for a shape of a kind (SHACL section 6.2.3); reports when there is none. */
  Optional<Term> validator(Component component, boolean property, Instance use) {
    String special = property ? "propertyValidator" : "nodeValidator";
    for (ParameterValue value : graph.values(component.id(), Vocabulary.sh(special)))
      if (graph.has(value.term(), Vocabulary.sh("select"))
          || graph.has(value.term(), Vocabulary.sh("ask"))) return Optional.of(value.term());
    for (ParameterValue value : graph.values(component.id(), Vocabulary.sh("validator")))
      if (graph.has(value.term(), Vocabulary.sh("ask"))) return Optional.of(value.term());
    findings.error(
        "E0331",
        use.at(),
        "The constraint component "
            + Vocabulary.name(component.id())
            + " has no SPARQL-based validator for "
            + (property ? "property" : "node")
            + " shapes",
        "Add an sh:validator with an sh:ask, or an sh:" + special + " with an sh:select");
    return Optional.empty();
  }
}
