/* SPDX-License-Identifier: Apache-2.0 */
/* Unsigned integers of a fixed capacity, for decimal-to-binary conversion: the caller knows that nothing outgrows it. */
#ifndef ORT_BIG_H
#define ORT_BIG_H

#include "ort.h"

enum { ORT_BIG_LIMBS = 84 };

/* Least significant limb first; the last limb is not 0, and 0 has no limbs. */
typedef struct ort_big {
  uint32_t limb[ORT_BIG_LIMBS];
  size_t size;
} ort_big;

/* big = big * factor + summand */
ORT_API void ort_big_multiply_add(ort_big *big, uint32_t factor, uint32_t summand);

ORT_API void ort_big_times_power_of_5(ort_big *big, int64_t power);

/* The number of bits up to the highest that is set; big is not 0. */
ORT_API int64_t ort_big_bits(const ort_big *big);

ORT_API void ort_big_shift_left(ort_big *big, int64_t count);

ORT_API int ort_big_less(const ort_big *a, const ort_big *b);

/* a -= b, where a >= b. */
ORT_API void ort_big_subtract(ort_big *a, const ort_big *b);

#endif
