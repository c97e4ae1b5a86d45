// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

/** How grave a diagnostic is. */
public enum Severity {
  NOTE,
  WARNING,
  ERROR
}
