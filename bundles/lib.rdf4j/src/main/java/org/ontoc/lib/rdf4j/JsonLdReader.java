// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.JsonLdErrorCode;
import no.hasmac.jsonld.loader.DocumentLoader;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Origin;

/**
 * Reads JSON-LD 1.1. Its processor knows no positions of triples, so their origins only name the
 * document and the term. Remote contexts are refused.
 */
final class JsonLdReader extends AbstractRDFHandler {
  /** The processor recurs for each nesting of objects and arrays. */
  private static final int MAX_NESTING = 300;

  private static final Pattern LOCATION = Pattern.compile("line no=(\\d+), column no=(\\d+)");

  private final SourceText text;
  private final Statements out;
  private @Nullable String refused;

  private JsonLdReader(SourceText text, Statements out) {
    this.text = text;
    this.out = out;
  }

  static void read(SourceText text, String base, Statements out) throws MalformedSource {
    checkNesting(text);
    JsonLdReader handler = new JsonLdReader(text, out);
    DocumentLoader nothing =
        (uri, _) -> {
          handler.refused = String.valueOf(uri);
          throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
        };
    JSONLDParser parser = new JSONLDParser();
    parser.set(BasicParserSettings.NAMESPACES, Set.of());
    parser.set(JSONLDSettings.DOCUMENT_LOADER, nothing);
    parser.setRDFHandler(handler);
    try {
      parser.parse(new StringReader(text.slice(0, text.length())), base);
    } catch (RDFParseException | RDFHandlerException | IllegalArgumentException e) {
      throw handler.malformed(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void checkNesting(SourceText text) throws MalformedSource {
    int depth = 0;
    boolean string = false;
    for (int i = 0; i < text.length(); i++) {
      int c = text.at(i);
      if (string && c == '\\') i++;
      else if (c == '"') string = !string;
      else if (!string && (c == '{' || c == '[')) depth++;
      else if (!string && (c == '}' || c == ']')) depth--;
      if (depth > MAX_NESTING)
        throw new MalformedSource(
            "E0821",
            text.origin(i, i + 1),
            "Objects and arrays are nested more than " + MAX_NESTING + " deep",
            "Give the inner nodes an @id and put them side by side");
    }
  }

  private MalformedSource malformed(RuntimeException e) {
    if (refused != null)
      return new MalformedSource(
          "E0204",
          find("\"" + refused + "\""),
          "The remote context <" + refused + "> is not read",
          "Put the context into the document; nothing is ever fetched");
    Throwable cause = e;
    for (Throwable it = e; it != null; it = it.getCause()) {
      cause = it;
      Matcher location = LOCATION.matcher(String.valueOf(it.getMessage()));
      if (!location.find()) continue;
      int at =
          text.offset(Integer.parseInt(location.group(1)), Integer.parseInt(location.group(2)));
      return new MalformedSource(
          "E0201", text.origin(at, at + 1), "The document is not JSON", "It was not read");
    }
    String message = String.valueOf(cause.getMessage()).strip();
    return new MalformedSource(
        "E0201",
        new Origin(text.document(), 0, 0, ""),
        "The document is not JSON-LD: " + message.replaceFirst("\\.$", ""),
        "It was not read");
  }

  private Origin find(String needle) {
    String all = text.slice(0, text.length());
    int index = all.indexOf(needle);
    if (index < 0) return new Origin(text.document(), 0, 0, "");
    int start = all.codePointCount(0, index);
    return text.origin(start, start + needle.length());
  }

  @Override
  public void handleStatement(Statement statement) {
    out.add(
        statement.getSubject(),
        statement.getPredicate(),
        statement.getObject(),
        at(statement.getSubject()),
        at(statement.getPredicate()),
        at(statement.getObject()));
  }

  private Origin at(Value value) {
    String name = value.isIRI() ? "<" + value.stringValue() + ">" : "";
    return new Origin(text.document(), 0, 0, name);
  }
}
