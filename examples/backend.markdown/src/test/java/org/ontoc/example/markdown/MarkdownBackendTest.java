// SPDX-License-Identifier: Apache-2.0
package org.ontoc.example.markdown;

import org.ontoc.pipeline.tck.BackendContract;

final class MarkdownBackendTest extends BackendContract {
  @Override
  protected MarkdownBackend backend() {
    return new MarkdownBackend();
  }
}
