// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * Resolution of relative IRIs: RFC 3986 section 5.2, strictly, applied to IRIs as RFC 3987 section
 * 6.5 says.
 */
final class Iris {
  private Iris() {}

  /** A part of an IRI: present when it is not empty. */
  private record Part(byte[] text, int from, int to) {
    int length() {
      return to - from;
    }

    boolean defined() {
      return to > from;
    }

    int put(byte[] out, int at) {
      System.arraycopy(text, from, out, at, length());
      return at + length();
    }
  }

  private record Parts(Part scheme, Part authority, Part path, Part query, Part fragment) {
    static Parts of(byte[] text, int from, int to) {
      int p = from + Iris.scheme(text, from, to);
      Part scheme = new Part(text, from, p);
      boolean hasAuthority = to - p >= 2 && text[p] == '/' && text[p + 1] == '/';
      Part authority = new Part(text, p, hasAuthority ? find(text, p + 2, to, "/?#") : p);
      Part path = new Part(text, authority.to, find(text, authority.to, to, "?#"));
      p = path.to;
      Part query = new Part(text, p, p < to && text[p] == '?' ? find(text, p, to, "#") : p);
      return new Parts(scheme, authority, path, query, new Part(text, query.to, to));
    }
  }

  /** Length of the scheme with its ':', 0 when the reference is relative. */
  static int scheme(byte[] iri, int from, int to) {
    if (from == to || !Characters.is(iri[from], Characters.ALPHA)) return 0;
    int i = from + 1;
    while (i < to && Characters.is(iri[i], Characters.SCHEME)) i++;
    return i < to && iri[i] == ':' ? i + 1 - from : 0;
  }

  private static int find(byte[] text, int p, int end, String stops) {
    while (p < end && stops.indexOf(text[p]) < 0) p++;
    return p;
  }

  /** Length of the dot segment at in when the path goes on or ends behind it. */
  private static int dots(byte[] path, int in, int end) {
    int n = 1;
    while (n < 3 && in + n < end && path[in + n] == '.') n++;
    return n > 1 && (in + n == end || path[in + n] == '/') ? n : 0;
  }

  /** remove_dot_segments (section 5.2.4) of a path, in place; returns the new end. */
  private static int removeDots(byte[] path, int start, int end) {
    int in = start;
    int out = start;
    while (in < end && path[in] == '.') {
      int n = in + 1 < end && path[in + 1] == '.' ? 2 : 1;
      if (in + n != end && path[in + n] != '/') break;
      in += in + n == end ? n : n + 1;
    }
    while (in < end) {
      int dots = path[in] == '/' ? dots(path, in, end) : 0;
      if (dots > 0) {
        in += dots;
        while (dots == 3 && out > start && path[--out] != '/') {}
        if (in == end) path[out++] = '/';
      } else {
        do path[out++] = path[in++];
        while (in < end && path[in] != '/');
      }
    }
    return out;
  }

  /** Section 5.2.3; dots are removed from the merged path. */
  private static int merge(byte[] out, int start, Parts base, Part path) {
    int p = start;
    if (base.authority.defined() && !base.path.defined()) {
      out[p++] = '/';
    } else {
      int keep = base.path.to;
      while (keep > base.path.from && base.path.text[keep - 1] != '/') keep--;
      p = new Part(base.path.text, base.path.from, keep).put(out, p);
    }
    return removeDots(out, start, path.put(out, p));
  }

  /** Resolves against an absolute base; out has room for both and two bytes. Returns the length. */
  static int resolve(byte[] base, int baseLength, byte[] text, int from, int to, byte[] out) {
    Parts origin = Parts.of(base, 0, baseLength);
    Parts parts = Parts.of(text, from, to);
    if (parts.scheme.defined()) return new Part(text, from, to).put(out, 0);
    int p = origin.scheme.put(out, 0);
    p = (parts.authority.defined() ? parts.authority : origin.authority).put(out, p);
    Part query = parts.query;
    if (parts.authority.defined() || parts.path.defined() && text[parts.path.from] == '/') {
      p = removeDots(out, p, parts.path.put(out, p));
    } else if (parts.path.defined()) {
      p = merge(out, p, origin, parts.path);
    } else {
      p = origin.path.put(out, p);
      if (!query.defined()) query = origin.query;
    }
    return parts.fragment.put(out, query.put(out, p));
  }
}
