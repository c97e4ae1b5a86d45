// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a figure means nothing without. */
final class MachineFacts {
  private MachineFacts() {}

  static Map<String, String> collect() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", value("/proc/cpuinfo", "model name"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", value("/proc/meminfo", "MemTotal"));
    facts.put(
        "system", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
    facts.put(
        "java",
        System.getProperty("java.vm.name", "") + " " + System.getProperty("java.vm.version", ""));
    facts.put("load before", line("/proc/loadavg"));
    facts.put(
        "date",
        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString());
    return facts;
  }

  private static String value(String file, String key) {
    return read(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String line(String file) {
    return read(file).stream().findFirst().orElse("unknown");
  }

  private static List<String> read(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException _) {
      return List.of();
    }
  }
}
