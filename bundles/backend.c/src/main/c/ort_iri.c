/* SPDX-License-Identifier: Apache-2.0 */
/* Resolution of relative IRIs: RFC 3986 section 5.2, applied to IRIs as RFC 3987 section 6.5 says. */
#include "ort_chars.h"

#include <string.h>

typedef struct iri_part {
  const char *text;
  size_t length;
  int defined; /* "http://a?" has a query, an empty one */
} iri_part;

typedef struct iri_parts {
  iri_part scheme; /* with ':' */
  iri_part authority; /* with "//" */
  iri_part path;
  iri_part query;    /* with '?' */
  iri_part fragment; /* with '#' */
} iri_parts;

ORT_API size_t ort_iri_scheme(const char *iri, size_t length) {
  size_t i = 1;
  if (length >= 5 && memcmp(iri, "http:", 5) == 0) return 5;
  if (length == 0 || !ORT_IS(iri[0], ORT_CH_ALPHA)) return 0;
  while (i < length && ORT_IS(iri[i], ORT_CH_SCHEME)) i++;
  return i < length && iri[i] == ':' ? i + 1 : 0;
}

static iri_part iri_take(const char **p, const char *stop) {
  iri_part part;
  part.text = *p;
  part.length = (size_t)(stop - *p);
  part.defined = part.length > 0;
  *p = stop;
  return part;
}

/* The first of these characters in [p, end), or end. */
static const char *iri_find(const char *p, const char *end, const char *stops) {
  while (p < end && (*p == '\0' || strchr(stops, *p) == NULL)) p++;
  return p;
}

static iri_parts iri_split(const char *text, size_t length) {
  iri_parts parts;
  const char *p = text;
  const char *end = text + length;
  parts.scheme = iri_take(&p, p + ort_iri_scheme(text, length));
  parts.authority = iri_take(&p, end - p >= 2 && p[0] == '/' && p[1] == '/' ? iri_find(p + 2, end, "/?#") : p);
  parts.path = iri_take(&p, iri_find(p, end, "?#"));
  parts.query = iri_take(&p, p < end && *p == '?' ? iri_find(p, end, "#") : p);
  parts.fragment = iri_take(&p, end);
  return parts;
}

static char *iri_put(char *out, iri_part part) {
  if (part.length > 0) memcpy(out, part.text, part.length);
  return out + part.length;
}

/* Length of the dot segment at in when the path goes on or ends behind it: "/." and "/.." (0: none). */
static size_t iri_dots(const char *in, const char *end) {
  size_t n = 1;
  while (n < 3 && in + n < end && in[n] == '.') n++;
  return n > 1 && (in + n == end || in[n] == '/') ? n : 0;
}

/* remove_dot_segments (section 5.2.4) of a path, in place; returns the new end. */
static char *iri_remove_dots(char *path, const char *end) {
  const char *in = path;
  char *out = path;
  while (in < end && in[0] == '.') { /* rules A and D: leading "../", "./", ".", ".." */
    size_t n = in + 1 < end && in[1] == '.' ? 2 : 1;
    if (in + n != end && in[n] != '/') break;
    in += in + n == end ? n : n + 1;
  }
  while (in < end) {
    size_t dots = *in == '/' ? iri_dots(in, end) : 0;
    if (dots > 0) { /* rules B and C */
      in += dots;
      while (dots == 3 && out > path && *--out != '/') {
      }
      if (in == end) *out++ = '/';
    } else { /* rule E: one segment with its slash */
      do *out++ = *in++;
      while (in < end && *in != '/');
    }
  }
  return out;
}

/* section 5.2.3; dots are removed from the merged path */
static char *iri_merge(char *out, const iri_parts *base, iri_part path) {
  char *start = out;
  size_t keep = base->path.length;
  if (base->authority.defined && keep == 0) {
    *out++ = '/';
  } else {
    while (keep > 0 && base->path.text[keep - 1] != '/') keep--;
    if (keep > 0) memcpy(out, base->path.text, keep);
    out += keep;
  }
  return iri_remove_dots(start, iri_put(out, path));
}

ORT_API size_t ort_iri_resolve(const char *base, size_t base_length, const char *reference, size_t length, char *out) {
  iri_parts from = iri_split(base, base_length);
  iri_parts to = iri_split(reference, length);
  char *p = out;
  if (to.scheme.defined) {
    memcpy(out, reference, length);
    return length;
  }
  p = iri_put(p, from.scheme);
  p = iri_put(p, to.authority.defined ? to.authority : from.authority);
  if (to.authority.defined || (to.path.length > 0 && to.path.text[0] == '/')) {
    p = iri_remove_dots(p, iri_put(p, to.path));
  } else if (to.path.length > 0) {
    p = iri_merge(p, &from, to.path);
  } else {
    p = iri_put(p, from.path);
    if (!to.query.defined) to.query = from.query;
  }
  p = iri_put(p, to.query);
  p = iri_put(p, to.fragment);
  return (size_t)(p - out);
}
