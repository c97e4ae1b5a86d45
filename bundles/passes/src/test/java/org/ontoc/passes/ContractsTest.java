// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import org.junit.jupiter.api.Nested;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.tck.PassContract;
import org.ontoc.pipeline.tck.PlanPassContract;

/** Every pass does what passes must do. */
final class ContractsTest {
  @Nested
  final class DeadShapesContract extends PassContract {
    @Override
    protected Pass pass() {
      return new DeadShapes();
    }
  }

  @Nested
  final class ConstantFoldingContract extends PassContract {
    @Override
    protected Pass pass() {
      return new ConstantFolding();
    }
  }

  @Nested
  final class MergeDuplicatesContract extends PassContract {
    @Override
    protected Pass pass() {
      return new MergeDuplicates();
    }
  }

  @Nested
  final class OrderByCostContract extends PlanPassContract {
    @Override
    protected PlanPass pass() {
      return new OrderByCost();
    }
  }

  @Nested
  final class SharedPathsContract extends PlanPassContract {
    @Override
    protected PlanPass pass() {
      return new SharedPaths();
    }
  }
}
