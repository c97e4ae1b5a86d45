// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** The terms that this front end knows, by what they mean for it. */
final class Vocabulary {
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String DASH = "http://datashapes.org/dash#";

  /** Annotations of ours. */
  static final String ONTOC = "https://ontoc.org/ns#";

  static final Iri SIGNAL = new Iri(ONTOC + "signal");
  static final Set<String> ANNOTATIONS = Set.of("signal");

  static final Iri TYPE = new Iri(RDF + "type");
  static final Iri FIRST = new Iri(RDF + "first");
  static final Iri REST = new Iri(RDF + "rest");
  static final Iri NIL = new Iri(RDF + "nil");
  static final Iri LANG_STRING = new Iri(RDF + "langString");
  static final Iri SUB_CLASS_OF = new Iri(RDFS + "subClassOf");
  static final Iri RDFS_CLASS = new Iri(RDFS + "Class");
  static final Iri OWL_CLASS = new Iri(OWL + "Class");
  static final Iri OWL_IMPORTS = new Iri(OWL + "imports");
  static final Iri STRING = new Iri(XSD + "string");
  static final Iri INTEGER = new Iri(XSD + "integer");
  static final Iri BOOLEAN = new Iri(XSD + "boolean");
  static final Iri PATH = sh("path");

  private static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.of(
              SH, "sh:", RDF, "rdf:", RDFS, "rdfs:", OWL, "owl:", XSD, "xsd:", DASH, "dash:", ONTOC,
              "ontoc:"));

  static final Set<String> TARGETS =
      Set.of("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf");

  /** Parameters whose values are shapes, and those whose values are lists of shapes. */
  static final List<Iri> SHAPE_EXPECTING =
      List.of(sh("node"), sh("property"), sh("not"), sh("qualifiedValueShape"));

  static final List<Iri> SHAPE_LIST_EXPECTING = List.of(sh("and"), sh("or"), sh("xone"));

  /** Parameters whose values are lists. */
  static final Set<Iri> LIST_EXPECTING =
      Set.of(sh("and"), sh("or"), sh("xone"), sh("in"), sh("languageIn"), sh("ignoredProperties"));

  static final Set<String> PATH_FORMS =
      Set.of("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath");

  /** Terms of shapes that are read elsewhere than in the table of constraints. */
  static final Set<String> SHAPE_PROPERTIES =
      Set.of(
          "path",
          "severity",
          "message",
          "deactivated",
          "shapesGraph",
          "entailment",
          "sparql",
          "target");

  /** Properties that validate nothing (SHACL section 2.3.2), and declarations around SPARQL. */
  static final Set<String> NON_VALIDATING =
      Set.of(
          "name",
          "description",
          "order",
          "group",
          "defaultValue",
          "declare",
          "prefix",
          "namespace",
          "prefixes",
          "optional",
          "parameter",
          "labelTemplate",
          "suggestedShapesGraph",
          "intent",
          "agentInstruction",
          "codeIdentifier");

  /** Terms of constraints, targets, constraint components and validators, not of shapes. */
  static final Set<String> SPARQL =
      Set.of("select", "ask", "validator", "nodeValidator", "propertyValidator");

  static final Set<String> ADVANCED =
      Set.of(
          "rule",
          "expression",
          "values",
          "condition",
          "construct",
          "update",
          "resultAnnotation",
          "js",
          "jsLibrary",
          "returnType");

  /** Of SHACL 1.2, which is a draft. */
  static final Set<String> DRAFT =
      Set.of(
          "memberShape",
          "minListLength",
          "maxListLength",
          "uniqueMembers",
          "singleLine",
          "reifierShape",
          "reificationRequired",
          "targetWhere",
          "shape",
          "subsetOf",
          "someValue",
          "rootClass",
          "uniqueValuesFor",
          "uniqueValuesForClass",
          "nodeByExpression",
          "sparqlExpr",
          "unit");

  /** Terms of validation reports and of rules and functions: known, but not for shapes. */
  static final Set<String> ELSEWHERE =
      Set.of(
          "conforms",
          "detail",
          "focusNode",
          "result",
          "resultMessage",
          "resultPath",
          "resultSeverity",
          "shapesGraphWellFormed",
          "sourceConstraint",
          "sourceConstraintComponent",
          "sourceShape",
          "value",
          "annotationProperty",
          "annotationValue",
          "annotationVarName",
          "bgp",
          "entailment",
          "exists",
          "filterShape",
          "groupComment",
          "if",
          "then",
          "else",
          "intersection",
          "jsFunctionName",
          "jsLibraryURL",
          "nodes",
          "object",
          "predicate",
          "subject",
          "this",
          "union");

  static final Set<String> SEVERITIES = Set.of("Violation", "Warning", "Info", "Debug", "Trace");

  static final Set<String> CLASSES =
      Set.of(
          "NodeShape",
          "PropertyShape",
          "Shape",
          "ConstraintComponent",
          "Parameter",
          "Parameterizable",
          "PropertyGroup",
          "PrefixDeclaration",
          "Severity",
          "NodeKind",
          "ValidationReport",
          "ValidationResult",
          "AbstractResult",
          "ResultAnnotation",
          "Validator",
          "Function",
          "Rule",
          "TripleRule",
          "Target",
          "TargetType",
          "SPARQLAskExecutable",
          "SPARQLAskValidator",
          "SPARQLConstraint",
          "SPARQLConstructExecutable",
          "SPARQLExecutable",
          "SPARQLFunction",
          "SPARQLRule",
          "SPARQLSelectExecutable",
          "SPARQLSelectValidator",
          "SPARQLTarget",
          "SPARQLTargetType",
          "SPARQLUpdateExecutable",
          "ExpressionConstraint",
          "NodeExpression",
          "JSConstraint",
          "JSExecutable",
          "JSFunction",
          "JSLibrary",
          "JSRule",
          "JSTarget",
          "JSTargetType",
          "JSValidator");

  /** Shapes of these classes target their own instances without saying so. */
  static final Set<Iri> TARGET_CLASSES = Set.of(sh("ShapeClass"), new Iri(DASH + "ShapeClass"));

  /** DASH terms for shapes that validate nothing. */
  static final Set<String> DASH_NON_VALIDATING =
      Set.of(
          "abstract",
          "addedTriple",
          "apiStatus",
          "applicableToClass",
          "composite",
          "contextFree",
          "defaultViewForRole",
          "detailsEndpoint",
          "detailsGraph",
          "editor",
          "hidden",
          "icon",
          "includedExecutionPlatform",
          "indexed",
          "localConstraint",
          "neverMaterialize",
          "node",
          "propertyRole",
          "propertySuggestionGenerator",
          "readOnly",
          "requiredExecutionPlatform",
          "resourceAction",
          "shape",
          "suggestion",
          "suggestionConfidence",
          "suggestionGenerator",
          "viewer",
          "x",
          "y");

  static final Set<String> XSD_TYPES =
      Set.of(
          ("string boolean decimal integer double float date time dateTime dateTimeStamp gYear"
                  + " gMonth gDay gYearMonth gMonthDay duration yearMonthDuration dayTimeDuration"
                  + " byte short int long unsignedByte unsignedShort unsignedInt unsignedLong"
                  + " positiveInteger nonNegativeInteger negativeInteger nonPositiveInteger"
                  + " hexBinary base64Binary anyURI language normalizedString token NMTOKEN Name"
                  + " NCName QName NOTATION ID IDREF ENTITY NMTOKENS IDREFS ENTITIES anyType"
                  + " anySimpleType anyAtomicType")
              .split(" "));

  private Vocabulary() {}

  static Iri sh(String localName) {
    return new Iri(SH + localName);
  }

  /** The local name of a term of a namespace; empty when it belongs to another. */
  static String localName(Iri iri, String namespace) {
    return iri.value().startsWith(namespace) ? iri.value().substring(namespace.length()) : "";
  }

  /** A term as a message names it. */
  static String name(Term term) {
    return switch (term) {
      case Iri iri -> name(iri);
      case BlankNode _ -> "a blank node";
      case Literal literal -> literal.toString();
    };
  }

  private static String name(Iri iri) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      String local = localName(iri, prefix.getKey());
      if (!local.isEmpty()) return prefix.getValue() + local;
    }
    return iri.toString();
  }
}
