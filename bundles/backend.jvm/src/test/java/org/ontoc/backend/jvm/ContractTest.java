// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.tck.BackendContract;

final class ContractTest extends BackendContract {
  private final Backend backend = new JvmBackend();

  @Override
  protected Backend backend() {
    return backend;
  }
}
