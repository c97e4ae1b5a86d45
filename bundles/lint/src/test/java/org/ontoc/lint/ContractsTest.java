// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import org.junit.jupiter.api.Nested;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.tck.PassContract;
import org.ontoc.pipeline.tck.PlanPassContract;

/** A lint is a pass like any other. */
final class ContractsTest {
  @Nested
  final class ContradictionsContract extends PassContract {
    @Override
    protected Pass pass() {
      return new Contradictions();
    }
  }

  @Nested
  final class RedundantContract extends PassContract {
    @Override
    protected Pass pass() {
      return new Redundant();
    }
  }

  @Nested
  final class DeadShapesContract extends PassContract {
    @Override
    protected Pass pass() {
      return new DeadShapes();
    }
  }

  @Nested
  final class TargetsContract extends PassContract {
    @Override
    protected Pass pass() {
      return new Targets();
    }
  }

  @Nested
  final class ClosedShapesContract extends PassContract {
    @Override
    protected Pass pass() {
      return new ClosedShapes();
    }
  }

  @Nested
  final class MessagesContract extends PassContract {
    @Override
    protected Pass pass() {
      return new Messages();
    }
  }

  @Nested
  final class OntologyTermsContract extends PassContract {
    @Override
    protected Pass pass() {
      return new OntologyTerms();
    }
  }

  @Nested
  final class DomainsAndRangesContract extends PassContract {
    @Override
    protected Pass pass() {
      return new DomainsAndRanges();
    }
  }

  @Nested
  final class PatternsContract extends PlanPassContract {
    @Override
    protected PlanPass pass() {
      return new Patterns();
    }
  }
}
