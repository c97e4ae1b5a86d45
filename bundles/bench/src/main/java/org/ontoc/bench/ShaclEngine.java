// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontoc.pipeline.Benchmark.Contestant;
import org.ontoc.pipeline.Benchmark.Setting;
import org.ontoc.pipeline.Benchmark.Unavailable;

/**
 * shacl-engine, the quickest of the engines in JavaScript, from a folder named by {@code
 * --shacl-engine} where {@code npm install shacl-engine rdf-ext n3} was run.
 */
final class ShaclEngine {
  static final String NAME = "shacl-engine";
  private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"");

  private ShaclEngine() {}

  static Contestant contestant(Setting setting, Lubm lubm) throws Unavailable, IOException {
    String given = setting.option(NAME, "");
    String node = Commands.find("node").map(Path::toString).orElse("");
    if (node.isEmpty() || given.isEmpty())
      throw new Unavailable(
          "shacl-engine was left out: name by --shacl-engine a folder where 'npm install"
              + " shacl-engine rdf-ext n3' was run"
              + (node.isEmpty() ? ", and install node" : ""));
    Path folder = Path.of(given).toAbsolutePath();
    Path about = folder.resolve("node_modules/shacl-engine/package.json");
    if (!Files.isReadable(about))
      throw new Unavailable("shacl-engine was left out: there is no " + about);
    Matcher version = VERSION.matcher(Files.readString(about));
    Path script = setting.work().resolve("shacl-engine.mjs");
    Files.writeString(script, Commands.peer("shacl-engine.mjs"));
    return ProcessRun.contestant(
        setting,
        NAME,
        ProcessRun.By.OTHERS,
        version.find() ? version.group(1) : "",
        lubm.results(),
        List.of(
            node,
            // node's own limit is less than a million triples take
            "--max-old-space-size=12000",
            script.toString(),
            folder.toString(),
            lubm.shapes().toString(),
            lubm.data().toString()),
        ProcessRun.Answer.count("ValidationResult"));
  }
}
