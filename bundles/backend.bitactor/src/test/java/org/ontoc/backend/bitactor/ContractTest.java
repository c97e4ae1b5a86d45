// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.tck.BackendContract;

final class ContractTest extends BackendContract {
  @Override
  protected Backend backend() {
    return new BitactorBackend();
  }
}
