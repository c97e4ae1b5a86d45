// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;
import org.jspecify.annotations.Nullable;
import org.ontoc.backend.c.CText.Rendered;

/**
 * The bundle's Velocity templates. They make no decisions and insert nothing but {@link CText};
 * anything else, also an undefined reference, is an error of ours.
 */
final class Templates {
  private final Map<String, Template> loaded = new ConcurrentHashMap<>();
  private @Nullable VelocityEngine engine;

  /** Started when it is needed: what the cache has is not generated again. */
  private synchronized VelocityEngine engine() {
    VelocityEngine started = engine;
    if (started == null) {
      started = start();
      engine = started;
    }
    return started;
  }

  private static VelocityEngine start() {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.strict_mode.enable", true);
    engine.setProperty("parser.space_gobbling", "none");
    engine.setProperty("velocimacro.library.path", "");
    engine.setProperty("resource.loaders", "bundle");
    engine.setProperty("resource.loader.bundle.instance", new BundleLoader());
    engine.setProperty("resource.default_encoding", "UTF-8");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(VelocityEngine.class.getClassLoader());
    try {
      engine.init();
    } finally {
      thread.setContextClassLoader(before);
    }
    return engine;
  }

  /** Renders NAME.vm with alternating reference names and texts. */
  Rendered render(String name, Object... references) {
    Map<String, Object> map = HashMap.newHashMap(references.length);
    int length = 1024;
    for (int i = 0; i < references.length; i += 2) {
      map.put((String) references[i], references[i + 1]);
      // room for the parts from the start: the last template holds 350 KB of them
      if (references[i + 1] instanceof Rendered part) length += part.c().length();
    }
    VelocityContext context = new VelocityContext(map);
    EventCartridge guard = new EventCartridge();
    guard.addReferenceInsertionEventHandler((_, reference, value) -> insert(reference, value));
    guard.attachToContext(context);
    StringWriter out = new StringWriter(length);
    loaded.computeIfAbsent(name, n -> engine().getTemplate(n + ".vm")).merge(context, out);
    return new Rendered(out.toString());
  }

  private static Object insert(String reference, Object value) {
    if (value instanceof CText text) return text.c();
    throw new IllegalStateException("a template inserts " + reference + ", which is no C text");
  }

  private static final class BundleLoader extends ResourceLoader {
    @Override
    public void init(ExtProperties configuration) {}

    @Override
    public Reader getResourceReader(String name, String encoding) {
      InputStream in = Templates.class.getResourceAsStream(name);
      if (in == null) throw new ResourceNotFoundException("no template " + name);
      return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isSourceModified(Resource resource) {
      return false;
    }

    @Override
    public long getLastModified(Resource resource) {
      return 0;
    }
  }
}
