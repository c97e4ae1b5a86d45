/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_big.h"

#include <string.h>

ORT_API void ort_big_multiply_add(ort_big *big, uint32_t factor, uint32_t summand) {
  uint64_t carry = summand;
  size_t i;
  for (i = 0; i < big->size; i++) {
    carry += (uint64_t)big->limb[i] * factor;
    big->limb[i] = (uint32_t)(carry & UINT32_MAX);
    carry >>= 32;
  }
  if (carry != 0) {
    big->limb[big->size++] = (uint32_t)carry;
  }
}

ORT_API void ort_big_times_power_of_5(ort_big *big, int64_t power) {
  for (; power >= 13; power -= 13) {
    ort_big_multiply_add(big, UINT32_C(1220703125), 0);
  }
  for (; power > 0; power--) {
    ort_big_multiply_add(big, 5, 0);
  }
}

ORT_API int64_t ort_big_bits(const ort_big *big) {
  int64_t bits = (int64_t)big->size * 32;
  uint32_t top = big->limb[big->size - 1];
  for (; (top >> 31) == 0; top <<= 1) {
    bits--;
  }
  return bits;
}

ORT_API void ort_big_shift_left(ort_big *big, int64_t count) {
  const size_t limbs = (size_t)(count / 32);
  if (limbs > 0) {
    memmove(big->limb + limbs, big->limb, big->size * sizeof big->limb[0]);
    memset(big->limb, 0, limbs * sizeof big->limb[0]);
    big->size += limbs;
  }
  ort_big_multiply_add(big, UINT32_C(1) << (count % 32), 0);
}

ORT_API int ort_big_less(const ort_big *a, const ort_big *b) {
  size_t i;
  if (a->size != b->size) {
    return a->size < b->size;
  }
  for (i = a->size; i > 0; i--) {
    if (a->limb[i - 1] != b->limb[i - 1]) {
      return a->limb[i - 1] < b->limb[i - 1];
    }
  }
  return 0;
}

ORT_API void ort_big_subtract(ort_big *a, const ort_big *b) {
  uint64_t borrow = 0;
  size_t i;
  for (i = 0; i < a->size; i++) {
    const uint64_t difference = (uint64_t)a->limb[i] - (i < b->size ? b->limb[i] : 0) - borrow;
    a->limb[i] = (uint32_t)(difference & UINT32_MAX);
    borrow = difference >> 63;
  }
  while (a->size > 0 && a->limb[a->size - 1] == 0) {
    a->size--;
  }
}
