// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * A term that a program names.
 *
 * @param kind 1 IRI, 2 blank node, 3 literal, 4 language-tagged literal
 * @param text the IRI, label or lexical form
 * @param qualifier the datatype's IRI or the language tag; else empty
 */
record Constant(byte kind, String text, String qualifier) {}
