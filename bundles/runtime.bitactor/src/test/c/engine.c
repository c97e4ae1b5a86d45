/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a file of signals through an engine, ring after full ring, and writes every frame: engine IMAGE SIGNALS FRAMES
 * BUDGET BYPASS DEBUG TEST MANY. What it prints is what the engine in Java counts.
 */
#include <inttypes.h>
#include "bitactor_engine.h"
#include "files.h"

typedef struct {
  FILE *file;
  uint32_t bytes;
} writer;

static void write_frame(void *context, const uint8_t *frame) {
  writer *out = context;
  if (fwrite(frame, 1, out->bytes, out->file) != out->bytes) exit(2);
}

static void report(const bit_engine *engine, const bit_image *image, uint64_t refused) {
  const bit_counters *counters = bit_engine_counters(engine);
  printf("signals %" PRIu64 " ticks %" PRIu64 " refused %" PRIu64 "\nstatuses", counters->signals, counters->ticks, refused);
  for (int i = 0; i < BIT_STATUSES; i++) printf(" %" PRIu64, counters->statuses[i]);
  printf("\nskipped");
  for (int i = 0; i < BIT_SKIPPED_CLASSES; i++) printf(" %" PRIu64, counters->skipped[i]);
  for (uint32_t kind = 0; kind < bit_kinds(image); kind++)
    printf("\nkind %" PRIu32 " executed %" PRIu64 " violating %" PRIu64, kind, bit_engine_executed(engine, kind),
           bit_engine_violating(engine, kind));
  uint64_t digest = 0xCBF29CE484222325u;
  for (uint32_t i = 0; i < bit_engine_frames(engine); i++)
    for (uint32_t j = 0; j < bit_engine_frame_bytes(engine); j++)
      digest = (digest ^ bit_engine_frame(engine, i)[j]) * 0x100000001B3u;
  printf("\nkept %" PRIu32 " digest %016" PRIx64 "\n", bit_engine_frames(engine), digest);
}

int main(int argc, char **argv) {
  if (argc != 9) return 2;
  size_t length, size;
  uint8_t *bytes = file_bytes(argv[1], &length), *signals = file_bytes(argv[2], &size);
  bit_image image;
  if (bit_load(&image, bytes, length) != NULL) return 3;
  uint32_t stride = bit_stride(&image);
  writer out = {fopen(argv[3], "wb"), BIT_RESULT_SIGNAL + stride};
  if (out.file == NULL || size % stride != 0) return 2;
  bit_settings settings = {(uint32_t)atoi(argv[4]), bit_kinds(&image), atoi(argv[5]), atoi(argv[6]), atoi(argv[7]),
                           write_frame, &out};
  void *ring_memory = reserved(bit_ring_bytes(stride));
  void *memory = reserved(bit_engine_bytes(stride, settings.most_kinds));
  bit_ring *ring = bit_ring_init(ring_memory, stride, atoi(argv[8]));
  bit_engine *engine = bit_engine_init(memory, ring, &image, &settings);
  if (engine == NULL) return 3;
  uint64_t refused = 0;
  if (bit_engine_poll(engine) != 0) return 4; /* an empty ring */
  for (size_t at = 0; at < size;) {
    while (at < size && bit_ring_offer(ring, signals + at)) at += stride;
    if (at < size) refused++;
    while (bit_engine_poll(engine) > 0) {}
  }
  report(engine, &image, refused);
  fclose(out.file);
  free(memory);
  free(ring_memory);
  free(signals);
  free(bytes);
  return 0;
}
