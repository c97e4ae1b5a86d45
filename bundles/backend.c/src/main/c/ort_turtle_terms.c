/* SPDX-License-Identifier: Apache-2.0 */
/* Turtle's terms: names and relative IRIs become absolute IRIs, and literals get their datatypes. Directives change the
   scope. */
#include "ort_turtle.h"

#include <string.h>

static ort_status trm_syntax(ort_ttl_terms *terms, const char *message) {
  return ort_ttl_fail(&terms->lexer, ORT_SYNTAX, &terms->token, message);
}

static ort_status trm_memory(ort_ttl_terms *terms) {
  return ort_ttl_fail(&terms->lexer, ORT_MEMORY, &terms->token, ort_status_message(ORT_MEMORY));
}

ORT_API ort_status ort_ttl_advance(ort_ttl_terms *terms) {
  if (!terms->peeked) return ort_ttl_next(&terms->lexer, &terms->token);
  terms->peeked = 0;
  return ORT_OK;
}

/* ---- IRIs ---- */

/* A long base or prefix makes long IRIs of short tokens. */
static ort_status trm_room(ort_ttl_terms *terms, size_t known, size_t added) {
  size_t limit = terms->lexer.token_bytes;
  if (known > limit || added > limit - known) {
    return ort_ttl_fail(&terms->lexer, ORT_LIMIT, &terms->token, "this IRI is longer than the limit");
  }
  if (known + added > SIZE_MAX - 2) return trm_memory(terms);
  return ort_buffer_reserve(&terms->iri, known + added + 2, terms->allocator) == ORT_OK ? ORT_OK : trm_memory(terms);
}

static ort_status trm_iri(ort_ttl_terms *terms, const char **text, size_t *length) {
  const ort_ttl_token *token = &terms->token;
  ort_status status;
  *text = token->text;
  *length = token->length;
  if (token->escapes) {
    if (ort_buffer_reserve(&terms->unescaped, *length, terms->allocator) != ORT_OK) return trm_memory(terms);
    *length = ort_unescape(token->text, *length, terms->unescaped.data);
    *text = terms->unescaped.data;
  }
  if (ort_iri_scheme(*text, *length) > 0) return ORT_OK;
  if (terms->base.length == 0) return trm_syntax(terms, "this IRI is relative, and there is no base IRI");
  status = trm_room(terms, terms->base.length, *length);
  if (status != ORT_OK) return status;
  *length = ort_iri_resolve(terms->base.data, terms->base.length, *text, *length, terms->iri.data);
  *text = terms->iri.data;
  return ORT_OK;
}

static ort_status trm_name(ort_ttl_terms *terms, const char **text, size_t *length) {
  const ort_ttl_token *token = &terms->token;
  const ort_ttl_prefix *prefix = ort_ttl_prefix_find(&terms->prefixes, token->text, token->length);
  ort_status status;
  char *out;
  if (prefix == NULL) return trm_syntax(terms, "this prefix is not declared");
  status = trm_room(terms, prefix->iri_length, token->local_length);
  if (status != ORT_OK) return status;
  out = terms->iri.data;
  *text = out;
  memcpy(out, prefix->block + prefix->name_length, prefix->iri_length);
  out += prefix->iri_length;
  if (token->escapes) {
    out += ort_unescape_local(token->local, token->local_length, out);
  } else {
    memcpy(out, token->local, token->local_length);
    out += token->local_length;
  }
  *length = (size_t)(out - terms->iri.data);
  return ORT_OK;
}

/* ---- literals ---- */

static void trm_type(ort_term *term, const char *iri) {
  term->qualifier = iri;
  term->qualifier_length = strlen(iri);
}

static ort_status trm_datatype(ort_ttl_terms *terms, ort_term *term) {
  ort_status status = ort_ttl_next(&terms->lexer, &terms->token);
  if (status != ORT_OK) return status;
  if (terms->token.kind == ORT_TTL_IRI) return trm_iri(terms, &term->qualifier, &term->qualifier_length);
  if (terms->token.kind == ORT_TTL_NAME) return trm_name(terms, &term->qualifier, &term->qualifier_length);
  return trm_syntax(terms, "an IRI must follow '^^'");
}

static ort_status trm_string(ort_ttl_terms *terms, ort_term *term) {
  const ort_ttl_token *token = &terms->token;
  ort_status status;
  if (ort_buffer_reserve(&terms->text, token->length + 1, terms->allocator) != ORT_OK) return trm_memory(terms);
  term->text = terms->text.data;
  term->text_length = token->length;
  if (token->escapes) {
    term->text_length = ort_unescape(token->text, token->length, terms->text.data);
  } else {
    memcpy(terms->text.data, token->text, token->length);
  }
  status = ort_ttl_next(&terms->lexer, &terms->token);
  if (status != ORT_OK) return status;
  if (token->kind == ORT_TTL_CARETS) return trm_datatype(terms, term);
  if (token->kind == ORT_TTL_AT) {
    term->kind = ORT_LANG_LITERAL;
    term->qualifier = token->text;
    term->qualifier_length = token->length;
    return ORT_OK;
  }
  trm_type(term, ORT_XSD_NAMESPACE "string");
  terms->peeked = 1;
  return ORT_OK;
}

static ort_status trm_abbreviated(ort_ttl_terms *terms, ort_term *term, const char *type) {
  term->text = terms->token.text;
  term->text_length = terms->token.length;
  trm_type(term, type);
  return ORT_OK;
}

ORT_API ort_status ort_ttl_term(ort_ttl_terms *terms, ort_term *term) {
  memset(term, 0, sizeof *term);
  term->at = terms->token.at;
  term->kind = ORT_IRI;
  if (terms->token.kind == ORT_TTL_IRI) return trm_iri(terms, &term->text, &term->text_length);
  if (terms->token.kind == ORT_TTL_NAME) return trm_name(terms, &term->text, &term->text_length);
  term->kind = terms->token.kind == ORT_TTL_LABEL ? ORT_BLANK : ORT_LITERAL;
  switch (terms->token.kind) {
    case ORT_TTL_STRING: return trm_string(terms, term);
    case ORT_TTL_INTEGER: return trm_abbreviated(terms, term, ORT_XSD_NAMESPACE "integer");
    case ORT_TTL_DECIMAL: return trm_abbreviated(terms, term, ORT_XSD_NAMESPACE "decimal");
    case ORT_TTL_DOUBLE: return trm_abbreviated(terms, term, ORT_XSD_NAMESPACE "double");
    case ORT_TTL_BOOLEAN: return trm_abbreviated(terms, term, ORT_XSD_NAMESPACE "boolean");
    default: break;
  }
  term->text = terms->token.text;
  term->text_length = terms->token.length;
  return ORT_OK;
}

/* ---- directives ---- */

static ort_status trm_set_base(ort_ttl_terms *terms) {
  const char *text;
  size_t length;
  ort_status status = ort_ttl_next(&terms->lexer, &terms->token);
  if (status != ORT_OK) return status;
  if (terms->token.kind != ORT_TTL_IRI) return trm_syntax(terms, "a base is an IRI in '<' and '>'");
  status = trm_iri(terms, &text, &length);
  if (status != ORT_OK) return status;
  terms->base.length = 0; /* text never points into it */
  return ort_buffer_append(&terms->base, text, length, terms->allocator) == ORT_OK ? ORT_OK : trm_memory(terms);
}

static ort_status trm_set_prefix(ort_ttl_terms *terms) {
  const char *text;
  size_t length;
  ort_status status = ort_ttl_next(&terms->lexer, &terms->token);
  if (status != ORT_OK) return status;
  if (terms->token.kind != ORT_TTL_NAME || terms->token.local_length > 0) {
    return trm_syntax(terms, "a prefix and ':' must follow here");
  }
  terms->text.length = 0;
  if (ort_buffer_append(&terms->text, terms->token.text, terms->token.length, terms->allocator) != ORT_OK) {
    return trm_memory(terms);
  }
  status = ort_ttl_next(&terms->lexer, &terms->token);
  if (status != ORT_OK) return status;
  if (terms->token.kind != ORT_TTL_IRI) return trm_syntax(terms, "the namespace of a prefix is an IRI in '<' and '>'");
  status = trm_iri(terms, &text, &length);
  if (status != ORT_OK) return status;
  status = ort_ttl_prefix_set(&terms->prefixes, terms->text.data, terms->text.length, text, length, terms->allocator);
  return status == ORT_OK ? ORT_OK : trm_memory(terms);
}

static int trm_is(const ort_ttl_token *token, const char *word) {
  return token->length == strlen(word) && memcmp(token->text, word, token->length) == 0;
}

ORT_API ort_status ort_ttl_directive(ort_ttl_terms *terms) {
  int sparql = terms->token.kind != ORT_TTL_AT;
  int prefix = sparql ? terms->token.kind == ORT_TTL_PREFIX : trm_is(&terms->token, "prefix");
  ort_status status;
  if (!sparql && !prefix && !trm_is(&terms->token, "base")) {
    return trm_syntax(terms, "the directives are '@prefix' and '@base'");
  }
  status = prefix ? trm_set_prefix(terms) : trm_set_base(terms);
  if (status != ORT_OK || sparql) return status;
  status = ort_ttl_next(&terms->lexer, &terms->token);
  if (status != ORT_OK || terms->token.kind == ORT_TTL_DOT) return status;
  return trm_syntax(terms, "'@prefix' and '@base' must end with '.'");
}

ORT_API void ort_ttl_terms_free(ort_ttl_terms *terms) {
  ort_window_free(&terms->lexer.window);
  ort_ttl_prefixes_free(&terms->prefixes, terms->allocator);
  ort_buffer_free(&terms->base, terms->allocator);
  ort_buffer_free(&terms->text, terms->allocator);
  ort_buffer_free(&terms->iri, terms->allocator);
  ort_buffer_free(&terms->unescaped, terms->allocator);
}
