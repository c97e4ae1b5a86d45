/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is accounted for, and the table of terms. */
#ifndef ORT_TERMS_H
#define ORT_TERMS_H

#include "ort_program.h"

/* ---- memory ---- */

#define ORT_POOLS 14 /* of blocks of 16 bytes, of 32, and so on to 128 KiB */

/* The largest block that is kept; none under the address sanitizer, which is to see each block as it is. */
#ifndef ORT_POOL_BYTES
#if defined(__SANITIZE_ADDRESS__)
#define ORT_POOL_BYTES 0
#else
#define ORT_POOL_BYTES ((size_t)16 << (ORT_POOLS - 1))
#endif
#endif

/* Small blocks have a power of two as their size and are not given back, but used again. */
typedef struct ort_memory {
  ort_allocator allocator;
  size_t used;
  size_t peak;
  size_t most; /* not to be exceeded; 0: no bound */
  void *pools[ORT_POOLS]; /* each block leads to the next one */
} ort_memory;

/* realloc with accounting; NULL when there is no memory (or bytes is 0). */
ORT_API void *ort_resize(ort_memory *memory, void *block, size_t old_bytes, size_t bytes);
/* Gives the blocks back that are not in use. */
ORT_API void ort_memory_close(ort_memory *memory);
/* The same memory for those who do not know the sizes of their blocks; context: an ort_memory. */
ORT_API void *ort_memory_resize(void *context, void *block, size_t bytes);
ORT_API void ort_free(ort_memory *memory, void *block, size_t bytes);

/* Makes room for at least needed elements, doubling; NULL when that fails, and then the block is as it was. */
ORT_API void *ort_grow(ort_memory *memory, void *block, size_t element, uint32_t *capacity, uint32_t needed);

typedef struct ort_vector {
  uint32_t *at;
  uint32_t count;
  uint32_t capacity;
} ort_vector;

ORT_API ort_status ort_vector_push(ort_memory *memory, ort_vector *vector, uint32_t value);
ORT_API void ort_vector_free(ort_memory *memory, ort_vector *vector);

/* A stack of scratch memory whose blocks never move. */
typedef struct ort_block {
  struct ort_block *below;
  size_t capacity;
  size_t used;
} ort_block;

typedef struct ort_mark {
  ort_block *block;
  size_t used;
} ort_mark;

/* ---- terms ---- */

#define ORT_TAG 5 /* a language tag as a record of the term table; its qualifier is the tag in lower case, 0 for one that is */
#define ORT_TYPE_UNKNOWN 255

/* A term; its text follows. Qualifier: the id of a literal's datatype or tag, a blank node's document plus 1, else 0. */
typedef struct ort_record {
  uint32_t length;
  uint32_t qualifier;
  uint8_t kind;  /* ort_kind, or ORT_TAG */
  uint8_t type;  /* ort_datatype of a literal, or of an IRI that is used as a datatype */
  uint8_t valid; /* lexical form: 0 not yet looked at, 1 valid, 2 invalid */
  uint8_t spare;
} ort_record;

typedef struct ort_slot {
  uint32_t hash;
  uint32_t id; /* 0: free */
} ort_slot;

#define ORT_PLACES 256u

typedef struct ort_terms {
  ort_memory *memory;
  ort_slot *slots;
  size_t slot_count; /* a power of two */
  ort_record **records; /* by id; ids count from 1, and 0 is a term that is looked at before it is looked for */
  uint8_t *kinds;       /* the same for their kinds, which is all that many tests look at */
  uint32_t count;
  uint32_t capacity;
  uint32_t kind_capacity;
  ort_block *arena;
  uint64_t seed;
  uint64_t keys[3];
  uint32_t datatype; /* the last one seen */
  uint32_t hashed;   /* a datatype or tag, and the hash of its text */
  uint64_t hashed_text;
  char *fold; /* a tag in lower case */
  uint32_t fold_capacity;
  uint32_t kept;     /* as many terms, the constants, outlive a reset; how the table was then */
  size_t kept_slots;
  ort_mark kept_arena;
  ort_block *kept_below; /* other tables' blocks come between */
  uint32_t places[ORT_PLACES]; /* of the first terms that a reset will forget, unless the table grew */
} ort_terms;

/* The seed only changes where terms lie in the table. Blank nodes among the constants equal no term of the data. */
ORT_API ort_status ort_terms_open(ort_terms *terms, ort_memory *memory, uint64_t seed, const ort_constant *constants,
                                  uint32_t count);
/* The id of a term, added when it is new. */
ORT_API ort_status ort_terms_intern(ort_terms *terms, const ort_term *term, uint32_t document, uint32_t *id);
/* Adds the terms of another table, in their order, to one with the same seed and constants, and takes over their memory; map
   receives this table's id for each id of the other. */
ORT_API ort_status ort_terms_take(ort_terms *terms, ort_terms *other, uint32_t constants, uint32_t *map);
/* Only terms that are added from now on are forgotten by a reset. */
ORT_API void ort_terms_keep(ort_terms *terms);
ORT_API void ort_terms_close(ort_terms *terms);

ORT_INLINE const char *ort_text_of(const ort_record *record) { return (const char *)(record + 1); }

/* The tag in lower case: what two literals' languages are compared by. */
ORT_INLINE uint32_t ort_tag_identity(const ort_terms *terms, uint32_t tag) {
  const uint32_t folded = terms->records[tag]->qualifier;
  return folded != 0 ? folded : tag;
}

#endif
