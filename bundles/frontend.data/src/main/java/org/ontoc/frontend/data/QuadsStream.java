// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import java.io.InputStream;

/**
 * N-Quads as N-Triples: the name of the graph is blanked. Everything else, faults included, is left
 * to the reader of N-Triples.
 */
final class QuadsStream extends RewritingStream {
  private enum State {
    BETWEEN,
    IRI,
    BLANK_NODE,
    STRING,
    ESCAPE,
    STRING_END,
    DATATYPE,
    LANGUAGE,
    AFTER_GRAPH,
    REST
  }

  private State state = State.BETWEEN;
  private int terms;
  private final Bytes name = new Bytes();
  private int nameColumn;

  QuadsStream(InputStream in, Document document) {
    super(in, document);
  }

  @Override
  void take(int b) throws IOException {
    if (b == '\n' || b == '\r') {
      endLine();
      put(b);
      return;
    }
    switch (state) {
      case BETWEEN -> between(b);
      case IRI -> within(b, b == '>');
      case BLANK_NODE -> {
        if (b > ' ' && "<\"#".indexOf(b) < 0) within(b, false);
        else {
          termEnds();
          take(b);
        }
      }
      case STRING -> {
        put(b);
        if (b == '\\') state = State.ESCAPE;
        else if (b == '"') state = State.STRING_END;
      }
      case ESCAPE -> {
        put(b);
        state = State.STRING;
      }
      case STRING_END -> stringEnd(b);
      case DATATYPE -> within(b, b == '>');
      case LANGUAGE -> {
        if (b > ' ' && "<_\"#.".indexOf(b) < 0) put(b);
        else {
          termEnds();
          take(b);
        }
      }
      case AFTER_GRAPH -> afterGraph(b);
      case REST -> put(b);
    }
  }

  private void between(int b) throws IOException {
    boolean opens = b == '<' || b == '_' || b == '"';
    if (b != ' ' && b != '\t' && !opens) state = State.REST;
    if (!opens) {
      put(b);
      return;
    }
    if (terms == 3 && b != '"') {
      name.reset();
      nameColumn = column;
      hold();
    }
    if (b == '"') {
      state = State.STRING;
      put(b);
    } else {
      state = b == '<' ? State.IRI : State.BLANK_NODE;
      within(b, false);
    }
  }

  private void within(int b, boolean last) throws IOException {
    put(b);
    if (isHolding()) {
      name.write(b);
      if (heldBytes() > MOST_HELD) throw malformed("the name of a graph is too long", "");
    }
    if (last) termEnds();
  }

  private void termEnds() throws IOException {
    terms++;
    state = State.BETWEEN;
    if (!isHolding()) return;
    // a blank node's label does not end with a full stop: it ends the statement
    boolean stop = name.array()[name.size() - 1] == '.';
    String text = GraphName.decode(name).orElse("");
    String graph = stop ? text.substring(0, Math.max(0, text.length() - 1)) : text;
    if (!GraphName.isOfQuads(graph))
      throw document.malformed(
          line, nameColumn, "not the name of a graph", "write an absolute IRI or a blank node");
    document.namedGraph(line, nameColumn, graph);
    blank(stop ? 1 : 0);
    state = stop ? State.REST : State.AFTER_GRAPH;
  }

  private void stringEnd(int b) throws IOException {
    switch (b) {
      case '^' -> put(b);
      case '<' -> {
        state = State.DATATYPE;
        put(b);
      }
      case '@' -> {
        state = State.LANGUAGE;
        put(b);
      }
      default -> {
        termEnds();
        take(b);
      }
    }
  }

  private void afterGraph(int b) throws IOException {
    if (b != ' ' && b != '\t' && b != '.')
      throw malformed("expected '.' after the name of the graph", "");
    put(b);
    if (b == '.') state = State.REST;
  }

  private void endLine() throws IOException {
    if (state == State.BLANK_NODE) termEnds();
    if (isHolding() || state == State.AFTER_GRAPH)
      throw malformed("expected '.' after the name of the graph", "");
    state = State.BETWEEN;
    terms = 0;
  }

  @Override
  void end() throws IOException {
    endLine();
  }
}
