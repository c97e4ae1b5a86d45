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
        "    size_t size = bit_record_bytes(&image, (uint32_t)kind);\n    uint64_t bits = 0;\n    int same = 0;\n");
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
          .append("((const void *)buffer.bytes, bits); break;\n");
    out.append(
        "    }\n    if (bits != outcome.violated || !same) return fprintf(stderr, \"kind %d: %\" PRIx64");
    out.append(" \" %\" PRIx64 \" %d\\n\", kind, bits, outcome.violated, same), 6;\n");
    out.append("    printf(\"%\" PRIx64 \"\\n\", bits);\n  }\n  return 0;\n}\n");
    return out.toString();
  }

  /** Gathers records in columns, and looks at them when there are as many as no vector holds. */
  private static void columns(String plan, RecordSpec record, StringBuilder out) {
    String name = plan + "_" + record.name();
    String presence = word(record.fields().size());
    String bits = word(record.bits());
    StringBuilder store = new StringBuilder();
    out.append(
        """
        static int by_column_%1$s(const %2$s *r, uint64_t bits) {
          enum { MOST = 333 };
          static %2$s_columns columns;
          static uint64_t expected[MOST];
          static %3$s present[MOST];
          static %4$s result[MOST];
          static size_t n;
          size_t i;
        """
            .formatted(record.name(), name, presence, bits));
    for (FieldSpec field : record.fields()) {
      String size = "sizeof r->" + field.name();
      String type = CColumns.type(field);
      int width = field.type() == FieldType.TEXT ? field.width() : 1;
      out.append("  static %s c_%s[MOST * %d];\n".formatted(type, field.name(), width));
      store.append("  columns.%1$s = c_%1$s;\n".formatted(field.name()));
      store.append(
          "  memcpy(c_%1$s + n * %2$d, &r->%1$s, %3$s);\n".formatted(field.name(), width, size));
    }
    out.append(store)
        .append(
            """
              columns.present = present;
              present[n] = (%2$s)r->present;
              expected[n] = bits;
              if (++n < MOST) return 1;
              n = 0;
              %1$s_check_columns(&columns, MOST, result);
              for (i = 0; i < MOST; i++)
                if (result[i] != expected[i]) return 0;
              return 1;
            }
            """
                .formatted(name, presence));
  }

  static String word(int bits) {
    return bits <= 8 ? "uint8_t" : bits <= 16 ? "uint16_t" : bits <= 32 ? "uint32_t" : "uint64_t";
  }
}
