// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** What a platform engineer types into the Gogo shell. */
@ExtendWith(ServiceExtension.class)
public final class GogoTest {
  @InjectService(timeout = 10_000)
  CommandProcessor gogo;

  @Test
  void targetsFollowTheBundles() throws Exception {
    assertFalse(run("ontoc:targets").contains("markdown"));
    String id = run("install " + Samples.exampleBundle().toUri()).replaceAll("\\D+", "");
    try {
      run("start " + id);
      assertTrue(run("ontoc:targets").contains("markdown"));
      run("stop " + id);
      assertFalse(run("ontoc:targets").contains("markdown"));
    } finally {
      run("uninstall " + id);
    }
  }

  @Test
  void theCommandsOfTheCommandLineWork() throws Exception {
    String shapes = Samples.root().resolve("examples/people/shapes.ttl").toString();
    String bad = Samples.root().resolve("examples/people/bad.ttl").toString();
    assertTrue(run("ontoc:version").contains("ontoc"));
    assertTrue(run("ontoc:validate -s " + shapes + " " + bad).contains("bad.ttl:"));
  }

  private String run(String command) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (CommandSession session =
        gogo.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
      session.put("SCOPE", "ontoc:felix:gogo:*");
      Object result = session.execute(command);
      if (result != null) out.println(session.format(result, 0));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
