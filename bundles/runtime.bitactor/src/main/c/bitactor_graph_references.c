/* SPDX-License-Identifier: Apache-2.0 */
/* How the handlers of graph images refer to each other: without cycles except in components, where nothing is negated. */
#include "bitactor_graph_load.h"

#include <stdlib.h>

typedef struct br_groups {
  uint32_t *of; /* by handler */
  uint32_t count;
  uint32_t *members;
  uint32_t *open; /* references that are not settled */
  uint64_t *depth;
  uint32_t *callers; /* the groups that refer to a group, one for each reference */
  uint32_t *first;   /* by group: where its callers begin */
  size_t references;
} br_groups;

/* Calls see for each handler that an instruction refers to, but the counted one unless counted is set; ends when it returns 0. */
static int br_each(const bit_instruction *it, int counted, int (*see)(void *context, uint32_t handler), void *context) {
  const uint32_t *list = NULL;
  uint32_t count = 0;
  uint32_t i;
  switch (it->opcode) {
    case BIT_NOT: case BIT_NODE: case BIT_PROPERTY: list = &it->a; count = 1; break;
    case BIT_AND: case BIT_OR: case BIT_XONE: list = it->of.set; count = it->count; break;
    case BIT_QUALIFIED:
      if (counted && !see(context, it->of.qualified->handler)) return 0;
      list = it->of.qualified->siblings;
      count = it->of.qualified->sibling_count;
      break;
    default: break;
  }
  for (i = 0; i < count; i++) {
    if (!see(context, list[i])) return 0;
  }
  return 1;
}

static uint32_t br_size(const bit_handler *handler) { return handler->counts + handler->values + handler->sets; }

/* ---- groups: components, and the handlers without one ---- */

static int br_compare(const void *a, const void *b) {
  const uint64_t left = *(const uint64_t *)a;
  const uint64_t right = *(const uint64_t *)b;
  return left < right ? -1 : left > right;
}

static const char *br_group(bl_loader *loader, br_groups *groups) {
  const uint32_t count = loader->entries[BS_HANDLERS];
  uint64_t *sorted = (uint64_t *)bl_new(loader, count, sizeof *sorted);
  uint32_t i;
  groups->of = (uint32_t *)bl_new(loader, count, sizeof *groups->of);
  if (sorted == NULL || groups->of == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) sorted[i] = (uint64_t)loader->handlers[i].component << 32 | i;
  qsort(sorted, count, sizeof *sorted, br_compare);
  for (i = 0; i < count; i++) {
    const uint64_t component = sorted[i] >> 32;
    if (i == 0 || component == 0 || component != sorted[i - 1] >> 32) groups->count++;
    groups->of[(uint32_t)sorted[i]] = groups->count - 1;
  }
  groups->members = (uint32_t *)bl_new(loader, groups->count, sizeof *groups->members);
  groups->open = (uint32_t *)bl_new(loader, groups->count, sizeof *groups->open);
  groups->depth = (uint64_t *)bl_new(loader, groups->count, sizeof *groups->depth);
  groups->first = (uint32_t *)bl_new(loader, (size_t)groups->count + 1, sizeof *groups->first);
  if (groups->members == NULL || groups->open == NULL || groups->depth == NULL || groups->first == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) groups->members[groups->of[i]]++;
  return NULL;
}

/* ---- chains ---- */

typedef struct br_walk {
  const bl_loader *loader;
  br_groups *groups;
  uint32_t from; /* the group */
  int fill;      /* 0: only counts */
} br_walk;

static int br_see_caller(void *context, uint32_t handler) {
  br_walk *walk = (br_walk *)context;
  br_groups *groups = walk->groups;
  const uint32_t to = groups->of[handler];
  if (to == walk->from && walk->loader->handlers[handler].component != 0) return 1;
  if (!walk->fill) {
    groups->first[to + 1]++;
    groups->references++;
    groups->open[walk->from]++;
  } else {
    groups->callers[groups->first[to]++] = walk->from;
  }
  return 1;
}

static void br_callers(br_walk *walk) {
  uint32_t i, j;
  for (i = 0; i < walk->loader->entries[BS_HANDLERS]; i++) {
    const bit_handler *handler = &walk->loader->handlers[i];
    walk->from = walk->groups->of[i];
    for (j = 0; j < br_size(handler); j++) br_each(&handler->code[j], 1, br_see_caller, walk);
  }
}

/* From those that refer to nobody upwards; whether all could be settled. */
static int br_settle(br_groups *groups, uint32_t *queue) {
  uint32_t end = 0;
  uint32_t i, j;
  for (i = 0; i < groups->count; i++) {
    if (groups->open[i] == 0) queue[end++] = i;
  }
  for (i = 0; i < end; i++) {
    const uint32_t group = queue[i];
    groups->depth[group] += groups->members[group];
    for (j = group == 0 ? 0 : groups->first[group - 1]; j < groups->first[group]; j++) {
      const uint32_t caller = groups->callers[j];
      if (groups->depth[caller] < groups->depth[group]) groups->depth[caller] = groups->depth[group];
      if (--groups->open[caller] == 0) queue[end++] = caller;
    }
  }
  return end == groups->count;
}

static const char *br_chains(bl_loader *loader, br_groups *groups) {
  br_walk walk = {loader, groups, 0, 0};
  uint32_t *queue = (uint32_t *)bl_new(loader, groups->count, sizeof *queue);
  uint32_t i;
  br_callers(&walk);
  groups->callers = (uint32_t *)bl_new(loader, groups->references, sizeof *groups->callers);
  if (queue == NULL || groups->callers == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < groups->count; i++) groups->first[i + 1] += groups->first[i];
  walk.fill = 1;
  br_callers(&walk); /* now first is where the next group's begin */
  if (!br_settle(groups, queue)) return "handlers refer to themselves";
  for (i = 0; i < loader->entries[BS_HANDLERS]; i++) {
    const uint64_t depth = groups->depth[groups->of[i]];
    if (depth != bl_u32(bl_entry(loader, BS_HANDLERS, i, BIT_HANDLER_BYTES) + 36)) return "a handler's depth is wrong";
    if (depth > BIT_DEEPEST) return "a chain of handlers is too long";
  }
  return NULL;
}

/* ---- recursion ---- */

static int br_see_component(void *context, uint32_t handler) {
  const br_walk *walk = (const br_walk *)context;
  return walk->loader->handlers[handler].component != walk->from;
}

/* Whether a handler cannot be contradicted by its own component: then there is a fixpoint. */
static int br_is_monotone(const bl_loader *loader, const bit_handler *handler) {
  br_walk walk = {loader, NULL, handler->component, 0};
  uint32_t i;
  for (i = 0; i < br_size(handler); i++) {
    const bit_instruction *it = &handler->code[i];
    const int counted = it->opcode == BIT_QUALIFIED && it->of.qualified->maximum == BIT_NO_MAXIMUM;
    if (it->opcode == BIT_NODE || it->opcode == BIT_AND || it->opcode == BIT_OR || it->opcode == BIT_PROPERTY) continue;
    if (!br_each(it, !counted, br_see_component, &walk)) return 0;
  }
  return 1;
}

static const char *br_recursive(bl_loader *loader) {
  ort_program *program = &loader->graph->program;
  ort_recursive *recursive = (ort_recursive *)bl_new(loader, loader->entries[BS_HANDLERS], sizeof *recursive);
  uint32_t i;
  if (recursive == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < loader->entries[BS_HANDLERS]; i++) {
    bit_handler *handler = &loader->handlers[i];
    if (handler->component == 0) continue;
    if (!br_is_monotone(loader, handler)) return "a recursive handler is negated";
    recursive[program->recursive_count].component = handler->component;
    recursive[program->recursive_count].shape = i;
    handler->recursive = ++program->recursive_count;
  }
  program->recursive = recursive;
  return NULL;
}

ORT_API const char *bl_references(bl_loader *loader) {
  br_groups groups = {NULL, 0, NULL, NULL, NULL, NULL, NULL, 0};
  const char *fault = br_group(loader, &groups);
  if (fault == NULL) fault = br_chains(loader, &groups);
  return fault == NULL ? br_recursive(loader) : fault;
}
