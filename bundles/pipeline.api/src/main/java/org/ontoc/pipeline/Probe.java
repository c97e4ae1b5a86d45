// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Tells {@code ontoc doctor} what a bundle found on this machine. */
@ConsumerType
public interface Probe {
  List<Fact> facts();

  /**
   * One finding.
   *
   * @param ok whether everything works with it
   * @param advice what to do when it is not; empty otherwise
   */
  record Fact(String subject, boolean ok, String finding, String advice) {}
}
