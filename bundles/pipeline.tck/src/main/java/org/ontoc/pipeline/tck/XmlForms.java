// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** XML documents, RDF/XML and OWL/XML, with a type declaration and with content of one's choice. */
final class XmlForms {
  private static final String RDF =
      "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\"%2$s>"
          + "<r:Description r:about=\"http://e/s\"><e:p>%1$s</e:p></r:Description></r:RDF>";
  private static final String OWL =
      "<Ontology xmlns=\"http://www.w3.org/2002/07/owl#\" ontologyIRI=\"http://e/o\"%2$s>"
          + "<Import>http://e/%1$s</Import></Ontology>";

  private XmlForms() {}

  /** A document whose root element has attributes of one's choice, too. */
  static String document(boolean owl, String prolog, String content, String attributes) {
    return prolog + (owl ? OWL : RDF).formatted(content, attributes);
  }

  /** Ways to ask for something outside of the document: a URL and a file. */
  static Map<String, byte[]> externalEntities(boolean owl, String url, String file) {
    Forms forms = new Forms(owl);
    for (String at : new String[] {url, file}) {
      String kind = at.equals(url) ? " of a URL" : " of a file";
      forms.entity("general entity" + kind, "<!ENTITY x SYSTEM '" + at + "'>");
      forms.entity("public entity" + kind, "<!ENTITY x PUBLIC '-//e//e' '" + at + "'>");
      forms.entity("parameter entity" + kind, "<!ENTITY % x SYSTEM '" + at + "'> %x;");
      forms.entity("public parameter entity" + kind, "<!ENTITY % x PUBLIC 'e' '" + at + "'> %x;");
      forms.add("document type" + kind, "<!DOCTYPE a SYSTEM '" + at + "'>", "t", "");
      forms.add("public document type" + kind, "<!DOCTYPE a PUBLIC 'e' '" + at + "'>", "t", "");
      forms.entity(
          "entity in an entity" + kind, "<!ENTITY y SYSTEM '" + at + "'><!ENTITY x 'a&y;b'>");
      forms.entity(
          "entity that an entity declares" + kind,
          "<!ENTITY % y \"<!ENTITY x SYSTEM '" + at + "'>\"> %y;");
      forms.entity(
          "entity in a default" + kind,
          "<!ENTITY x SYSTEM '" + at + "'><!ATTLIST Ontology about CDATA '&x;'>");
      forms.add("stylesheet" + kind, "<?xml-stylesheet href='" + at + "' type='t'?>", "t", "");
      forms.add("model" + kind, "<?xml-model href='" + at + "'?>", "t", "");
      String include = "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='" + at + "'";
      forms.add("inclusion" + kind, "", include + "/>", "");
      forms.add("inclusion of text" + kind, "", include + " parse='text'/>", "");
      String schema = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:";
      forms.add("schema" + kind, "", "t", schema + "schemaLocation='http://e/ " + at + "'");
      forms.add(
          "schema without namespace" + kind,
          "",
          "t",
          schema + "noNamespaceSchemaLocation='" + at + "'");
    }
    forms.entity(
        "file sent to a URL",
        "<!ENTITY % f SYSTEM '"
            + file
            + "'><!ENTITY % e \"<!ENTITY &#x25; s SYSTEM '"
            + url
            + "?%f;'>\"> %e; %s;");
    forms.entity(
        "unparsed entity",
        "<!NOTATION n SYSTEM '"
            + url
            + "'><!ENTITY y SYSTEM '"
            + url
            + "' NDATA n><!ENTITY x 'x'>");
    String general = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + url + "'>]>";
    for (Charset set :
        new Charset[] {
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE,
          Charset.forName("UTF-32"),
          Charset.forName("IBM037")
        })
      forms.add(
          "in " + set,
          document(owl, "<?xml version='1.0' encoding='" + set + "'?>" + general, "&x;", "")
              .getBytes(set));
    forms.add(
        "in UTF-7",
        ("<?xml version='1.0' encoding='UTF-7'?>"
                + document(owl, general, "&x;", "").replace("<", "+ADw-").replace(">", "+AD4-"))
            .getBytes(StandardCharsets.US_ASCII));
    forms.add("in XML 1.1", "<?xml version='1.1'?>" + general, "&x;", "");
    forms.add("in an archive", general.replace(url, "jar:" + url + "!/a"), "&x;", "");
    forms.add("by ftp", general.replace("http:", "ftp:"), "&x;", "");
    return forms.all;
  }

  /** Small documents that grow, or nest, without measure. */
  static Map<String, byte[]> bombs(boolean owl) {
    Forms forms = new Forms(owl);
    forms.entity("a billion laughs", laughs("", "x"));
    forms.entity("a billion laughs of parameters", parameters());
    forms.add(
        "a billion laughs in an attribute",
        "<!DOCTYPE a [" + laughs("", "x") + "]>",
        "t",
        " about='&x;'");
    forms.entity("an entity of itself", "<!ENTITY x '&x;'>");
    forms.entity("two entities of each other", "<!ENTITY x '&y;'><!ENTITY y '&x;'>");
    forms.add(
        "a long entity often",
        "<!DOCTYPE a [<!ENTITY x '" + "a".repeat(100_000) + "'>]>",
        "&x;".repeat(10_000),
        "");
    forms.add("many attributes", "", "t", attributes(" a%d='v'"));
    forms.add("many namespaces", "", "t", attributes(" xmlns:a%d='http://e/%<d'"));
    forms.add("a long name of an element", "", "<" + "a".repeat(1 << 20) + "/>", "");
    forms.add("deep elements", "", "<e>".repeat(200_000) + "</e>".repeat(200_000), "");
    forms.add("deep elements without end", "", "<e>".repeat(200_000), "");
    forms.entity("many entities", many());
    return forms.all;
  }

  private static String laughs(String before, String last) {
    StringBuilder text = new StringBuilder(before + "<!ENTITY e0 'lollollol'>");
    for (int i = 1; i < 12; i++)
      text.append("<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>");
    return text + "<!ENTITY " + last + " '&e11;'>";
  }

  private static String parameters() {
    StringBuilder text = new StringBuilder("<!ENTITY % p0 'lollollol'>");
    for (int i = 1; i < 12; i++)
      text.append("<!ENTITY % p" + i + " '" + ("&#37;p" + (i - 1) + ";").repeat(10) + "'>");
    return text + "<!ENTITY % d \"<!ENTITY x '&#37;p11;'>\"> %d; %p11;";
  }

  private static String attributes(String form) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) text.append(form.formatted(i));
    return text.toString();
  }

  private static String many() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) text.append("<!ENTITY e" + i + " 'a'>");
    StringBuilder uses = new StringBuilder();
    for (int i = 0; i < 100_000; i++) uses.append("&e" + i + ";");
    return text + "<!ENTITY x '" + uses + "'>";
  }

  /** Documents by name. */
  private static final class Forms {
    private final boolean owl;
    private final Map<String, byte[]> all = new LinkedHashMap<>();

    Forms(boolean owl) {
      this.owl = owl;
    }

    void entity(String name, String declarations) {
      add(name, "<!DOCTYPE a [" + declarations + "]>", "&x;", "");
    }

    void add(String name, String prolog, String content, String attributes) {
      add(name, document(owl, prolog, content, attributes).getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) {
      all.put(name, bytes);
    }
  }
}
