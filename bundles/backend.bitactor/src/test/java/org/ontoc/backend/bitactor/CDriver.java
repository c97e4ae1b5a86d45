// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import org.ontoc.runtime.bitactor.FieldType;

/**
 * A program of C that reads records (a kind's number and its bytes) and prints the bits of each,
 * after it saw that the struct, the dispatch, the columns and the bytecode agree.
 */
final class CDriver {
  private CDriver() {}

  static String source(String plan, List<RecordSpec> records) {
    StringBuilder out = new StringBuilder();
    out.append("#include <inttypes.h>\n#include <stdio.h>\n#include <string.h>\n");
    out.append("#include \"bitactor.h\"\n#include \"").append(plan).append(".h\"\n");
    for (RecordSpec record : records) columns(plan, record, out);
    out.append("int main(int argc, char **argv) {\n  static unsigned char image_bytes[1 << 20];\n");
    out.append("  static union { uint64_t aligned; unsigned char bytes[1024]; } buffer;\n");
    out.append(
        "  bit_image image; int kind; FILE *file = argc > 1 ? fopen(argv[1], \"rb\") : NULL;\n");
    out.append("  if (file == NULL) return 2;\n");
    out.append(
        "  size_t length = fread(image_bytes, 1, sizeof image_bytes, file);\n  fclose(file);\n");
    out.append("  if (bit_load(&image, image_bytes, length) != NULL) return 3;\n");
    out.append("  while ((kind = getchar()) != EOF) {\n");
    out.append(
        "    size_t size = bit_record_bytes(&image, (uint32_t)kind);\n    uint64_t bits = 0, same = 0;\n");
    out.append("    if (fread(buffer.bytes, 1, size, stdin) != size) return 4;\n");
    out.append("    bit_outcome outcome = bit_check(&image, (uint32_t)kind, buffer.bytes);\n");
    out.append("    if (!")
        .append(plan)
        .append("_dispatch((unsigned)kind, buffer.bytes, &bits)) return 5;\n");
    out.append("    switch (kind) {\n");
    for (int i = 0; i < records.size(); i++)
      out.append("      case ")
          .append(i)
          .append(": same = by_column_")
          .append(records.get(i).name())
          .append("((const void *)buffer.bytes); break;\n");
    out.append(
        "    }\n    if (bits != outcome.violated || bits != same) return fprintf(stderr, \"kind %d: %\" PRIx64");
    out.append(" \" %\" PRIx64 \" %\" PRIx64 \"\\n\", kind, bits, outcome.violated, same), 6;\n");
    out.append("    printf(\"%\" PRIx64 \"\\n\", bits);\n  }\n  return 0;\n}\n");
    return out.toString();
  }

  private static void columns(String plan, RecordSpec record, StringBuilder out) {
    String name = plan + "_" + record.name();
    String presence = word(record.fields().size());
    String bits = word(record.bits());
    out.append("static uint64_t by_column_")
        .append(record.name())
        .append("(const ")
        .append(name)
        .append(" *r) {\n");
    out.append("  ")
        .append(name)
        .append("_columns columns;\n  ")
        .append(presence)
        .append(" present = (")
        .append(presence)
        .append(")r->present;\n  ")
        .append(bits)
        .append(" result = 0;\n");
    out.append("  columns.present = &present;\n");
    for (FieldSpec field : record.fields())
      out.append("  columns.")
          .append(field.name())
          .append(" = ")
          .append(field.type() == FieldType.TEXT ? "" : "&")
          .append("r->")
          .append(field.name())
          .append(";\n");
    out.append("  ")
        .append(name)
        .append("_check_columns(&columns, 1, &result);\n  return result;\n}\n");
  }

  static String word(int bits) {
    return bits <= 8 ? "uint8_t" : bits <= 16 ? "uint16_t" : bits <= 32 ? "uint32_t" : "uint64_t";
  }
}
