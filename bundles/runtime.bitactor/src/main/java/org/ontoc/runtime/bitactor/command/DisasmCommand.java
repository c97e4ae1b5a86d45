// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ontoc.runtime.bitactor.Disassembler;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageReader;
import org.ontoc.runtime.bitactor.graph.GraphDisassembler;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.osgi.service.component.annotations.Component;

/** The command {@code disasm}. */
@Component(service = ToIntFunction.class, property = "ontoc.command=disasm")
public final class DisasmCommand extends ImageCommand {
  @Override
  String usage() {
    return "usage: ontoc disasm IMAGE\nPrints a bytecode image as assembly.\n";
  }

  @Override
  int run(List<String> arguments, PrintStream out) throws Misuse, IOException, ImageException {
    if (arguments.size() > 1) throw new Misuse("name one image");
    byte[] image = image(arguments);
    out.print(
        isGraph(image)
            ? GraphDisassembler.text(GraphReader.read(image))
            : Disassembler.text(ImageReader.read(image)));
    return 0;
  }
}
