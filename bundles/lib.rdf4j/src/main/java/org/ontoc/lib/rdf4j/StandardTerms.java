// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.ontoc.pipeline.Spelling;
import org.ontoc.pipeline.ir.Origin;

/** Warns of terms in the namespaces of RDF, RDF Schema, OWL and XML Schema that do not exist. */
public final class StandardTerms {
  private static final String W3 = "http://www.w3.org/";
  private static final String XSD = W3 + "2001/XMLSchema#";

  /** The namespaces with their prefixes and all of their terms. */
  private record Vocabulary(String prefix, String name, Set<String> terms) {}

  private static final Map<String, Vocabulary> VOCABULARIES =
      Map.of(
          W3 + "1999/02/22-rdf-syntax-ns#",
          vocabulary(
              "rdf:",
              "RDF",
              "Alt Bag CompoundLiteral HTML JSON List PlainLiteral Property Seq Statement"
                  + " XMLLiteral direction dirLangString first langString language langRange nil"
                  + " object predicate rest subject type value"),
          W3 + "2000/01/rdf-schema#",
          vocabulary(
              "rdfs:",
              "RDF Schema",
              "Class Container ContainerMembershipProperty Datatype Literal Resource comment domain"
                  + " isDefinedBy label member range seeAlso subClassOf subPropertyOf"),
          W3 + "2002/07/owl#",
          vocabulary(
              "owl:",
              "OWL",
              "AllDifferent AllDisjointClasses AllDisjointProperties Annotation AnnotationProperty"
                  + " AsymmetricProperty Axiom Class DataRange DatatypeProperty DeprecatedClass"
                  + " DeprecatedProperty FunctionalProperty InverseFunctionalProperty"
                  + " IrreflexiveProperty NamedIndividual NegativePropertyAssertion Nothing"
                  + " ObjectProperty Ontology OntologyProperty ReflexiveProperty Restriction"
                  + " SymmetricProperty Thing TransitiveProperty allValuesFrom annotatedProperty"
                  + " annotatedSource annotatedTarget assertionProperty backwardCompatibleWith"
                  + " bottomDataProperty bottomObjectProperty cardinality complementOf"
                  + " datatypeComplementOf deprecated differentFrom disjointUnionOf disjointWith"
                  + " distinctMembers equivalentClass equivalentProperty hasKey hasSelf hasValue"
                  + " imports incompatibleWith intersectionOf inverseOf maxCardinality"
                  + " maxQualifiedCardinality members minCardinality minQualifiedCardinality onClass"
                  + " onDataRange onDatatype onProperties onProperty oneOf priorVersion"
                  + " propertyChainAxiom propertyDisjointWith qualifiedCardinality rational real"
                  + " sameAs someValuesFrom sourceIndividual targetIndividual targetValue"
                  + " topDataProperty topObjectProperty unionOf versionIRI versionInfo"
                  + " withRestrictions"),
          XSD,
          vocabulary(
              "xsd:",
              "XML Schema",
              "string boolean decimal integer double float date time dateTime dateTimeStamp gYear"
                  + " gMonth gDay gYearMonth gMonthDay duration yearMonthDuration dayTimeDuration"
                  + " byte short int long unsignedByte unsignedShort unsignedInt unsignedLong"
                  + " positiveInteger nonNegativeInteger negativeInteger nonPositiveInteger"
                  + " hexBinary base64Binary anyURI language normalizedString token NMTOKEN Name"
                  + " NCName QName NOTATION ID IDREF ENTITY NMTOKENS IDREFS ENTITIES anyType"
                  + " anySimpleType anyAtomicType length minLength maxLength pattern whiteSpace"
                  + " minInclusive maxInclusive minExclusive maxExclusive totalDigits"
                  + " fractionDigits explicitTimezone enumeration assertion"));

  private final Findings findings;
  private final Set<Origin> seen = new HashSet<>();

  public StandardTerms(Findings findings) {
    this.findings = findings;
  }

  private static Vocabulary vocabulary(String prefix, String name, String terms) {
    return new Vocabulary(prefix, name, Set.of(terms.split(" ")));
  }

  /** Checks the predicate and the object of a triple, and the datatype of a literal. */
  public void check(IRI predicate, Value object, Origin predicateAt, Origin objectAt) {
    check(predicate.stringValue(), predicateAt);
    // the front end of shapes says more about the values of this one
    boolean datatype = predicate.stringValue().equals(W3 + "ns/shacl#datatype");
    if (object instanceof Literal literal) check(literal.getDatatype().stringValue(), objectAt);
    else if (object instanceof IRI && !(datatype && object.stringValue().startsWith(XSD)))
      check(object.stringValue(), objectAt);
  }

  /** Checks an IRI; one place is reported once. */
  public void check(String iri, Origin at) {
    int cut = iri.indexOf('#') + 1;
    Vocabulary vocabulary = VOCABULARIES.get(iri.substring(0, cut));
    if (vocabulary == null) return;
    String local = iri.substring(cut);
    boolean known = vocabulary.terms.contains(local) || local.matches("_[1-9][0-9]*");
    if (known || local.isEmpty() || at.isKnown() && !seen.add(at)) return;
    findings.warning(
        "W0309",
        at,
        vocabulary.name + " has no term " + vocabulary.prefix + local,
        Spelling.closest(local, vocabulary.terms)
            .map(name -> "Did you mean " + vocabulary.prefix + name + "?")
            .orElse("Use a namespace of your own"));
  }
}
