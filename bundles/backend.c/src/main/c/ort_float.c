/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_float.h"

#include "ort_big.h"
#include "ort_decimal.h"

#include <string.h>

/* Halfway points between two doubles have at most 767 significant digits: digits after that only break ties. */
enum { FLT_DIGITS = 768, FLT_FAST_DIGITS = 19, FLT_FAST_POWER = 27 };

static const int64_t flt_infinity = INT64_C(0x7FF0000000000000);

/* The significant digits, in one or two runs, and the power of ten of the last one. */
typedef struct flt_digits {
  const char *run[2];
  size_t length[2];
  int64_t power;
} flt_digits;

/* (bits + something in [0, 1)) * 2^exponent; the top bit of bits is set, and sticky tells that the something is not 0. */
typedef struct flt_binary {
  uint64_t bits;
  int64_t exponent;
  int sticky;
} flt_binary;

/* ---- lexical form to digits ---- */

/* [+-]? digits+, clamped to what no count of digits in memory can bring back into range. */
static int flt_exponent(const char *text, size_t length, int64_t *exponent) {
  const int64_t limit = INT64_C(1000000000000000000);
  const int negative = length > 0 && *text == '-';
  int64_t value = 0;
  size_t i = length > 0 && (*text == '-' || *text == '+') ? 1 : 0;
  if (i == length || ort_digits(text + i, length - i) != length - i) {
    return 0;
  }
  for (; i < length; i++) {
    value = value >= limit / 10 ? limit : value * 10 + (text[i] - '0');
  }
  *exponent = negative ? -value : value;
  return 1;
}

static void flt_strip(flt_digits *digits) {
  int first;
  for (first = 0; first < 2; first++) {
    while (digits->length[first] > 0 && digits->run[first][0] == '0') {
      digits->run[first]++;
      digits->length[first]--;
    }
    if (digits->length[first] > 0) {
      break;
    }
  }
  if (digits->length[1] == 0) { /* ort_decimal has stripped the zeros at the end of a fraction */
    while (digits->length[0] > 0 && digits->run[0][digits->length[0] - 1] == '0') {
      digits->length[0]--;
      digits->power++;
    }
  }
}

static int flt_scan(const char *text, size_t length, flt_digits *digits) {
  ort_decimal mantissa;
  size_t mark = 0;
  while (mark < length && text[mark] != 'e' && text[mark] != 'E') {
    mark++;
  }
  digits->power = 0;
  if (!ort_decimal_parse(ORT_DT_DECIMAL, text, mark, &mantissa)
      || (mark < length && !flt_exponent(text + mark + 1, length - mark - 1, &digits->power))) {
    return 0;
  }
  digits->run[0] = mantissa.whole;
  digits->length[0] = mantissa.whole_length;
  digits->run[1] = mantissa.fraction;
  digits->length[1] = mantissa.fraction_length;
  digits->power -= (int64_t)mantissa.fraction_length;
  flt_strip(digits);
  return 1;
}

static uint32_t flt_digit(const flt_digits *digits, size_t index) {
  return (uint32_t)((index < digits->length[0] ? digits->run[0][index] : digits->run[1][index - digits->length[0]]) - '0');
}

/* ---- digits to binary: 128 bits suffice for nearly every literal that people write ---- */

static void flt_normalize(flt_binary *value) {
  while ((value->bits >> 63) == 0) {
    value->bits <<= 1;
    value->exponent--;
  }
}

static void flt_multiply(flt_binary *value, uint64_t factor) {
  const uint64_t mask = UINT64_C(0xFFFFFFFF);
  const uint64_t low = (value->bits & mask) * (factor & mask);
  const uint64_t cross = (value->bits >> 32) * (factor & mask) + (low >> 32);
  const uint64_t other = (value->bits & mask) * (factor >> 32) + (cross & mask);
  uint64_t high = (value->bits >> 32) * (factor >> 32) + (cross >> 32) + (other >> 32);
  uint64_t rest = (other << 32) | (low & mask);
  value->exponent += 64;
  while ((high >> 63) == 0) {
    high = (high << 1) | (rest >> 63);
    rest <<= 1;
    value->exponent--;
  }
  value->bits = high;
  value->sticky = rest != 0;
}

/* Long division of normalized numbers; carry is the 65th bit of the remainder. */
static void flt_divide(flt_binary *value, uint64_t divisor) {
  uint64_t remainder = value->bits;
  uint64_t carry = 0;
  uint64_t quotient = 0;
  int i;
  if (remainder < divisor) {
    carry = remainder >> 63;
    remainder <<= 1;
    value->exponent--;
  }
  for (i = 0; i < 64; i++) {
    quotient <<= 1;
    if (carry != 0 || remainder >= divisor) {
      remainder -= divisor;
      quotient |= 1;
    }
    carry = remainder >> 63;
    remainder <<= 1;
  }
  value->bits = quotient;
  value->exponent -= 63;
  value->sticky = carry != 0 || remainder != 0;
}

static void flt_scale_fast(const flt_digits *digits, size_t count, flt_binary *value) {
  flt_binary five = {1, 0, 0};
  int64_t power;
  size_t i;
  value->bits = 0;
  for (i = 0; i < count; i++) {
    value->bits = value->bits * 10 + flt_digit(digits, i);
  }
  for (power = digits->power < 0 ? -digits->power : digits->power; power > 0; power--) {
    five.bits *= 5;
  }
  value->exponent = digits->power;
  value->sticky = 0;
  flt_normalize(value);
  if (digits->power >= 0) {
    flt_multiply(value, five.bits);
  } else {
    flt_normalize(&five);
    value->exponent -= five.exponent;
    flt_divide(value, five.bits);
  }
}

/* ---- digits to binary, exactly ---- */

/* numerator / denominator to 64 bits; the sizes are at most 2,564 bits: 769 digits, or 5^1098, with one bit to spare. */
static void flt_big_divide(ort_big *numerator, ort_big *denominator, flt_binary *value) {
  const int64_t shift = ort_big_bits(numerator) - ort_big_bits(denominator);
  int i;
  ort_big_shift_left(shift > 0 ? denominator : numerator, shift > 0 ? shift : -shift);
  value->exponent += shift;
  if (ort_big_less(numerator, denominator)) {
    ort_big_shift_left(numerator, 1);
    value->exponent--;
  }
  value->bits = 0;
  for (i = 0; i < 64; i++) {
    value->bits <<= 1;
    if (!ort_big_less(numerator, denominator)) {
      ort_big_subtract(numerator, denominator);
      value->bits |= 1;
    }
    ort_big_multiply_add(numerator, 2, 0);
  }
  value->exponent -= 63;
  value->sticky = numerator->size > 0;
}

static void flt_scale_exact(const flt_digits *digits, size_t count, flt_binary *value) {
  ort_big numerator;
  ort_big denominator;
  const size_t limit = FLT_DIGITS;
  const size_t used = count > limit ? limit : count;
  int64_t power = digits->power + (int64_t)(count - used);
  size_t i;
  numerator.size = 0;
  denominator.size = 1;
  denominator.limb[0] = 1;
  for (i = 0; i < used; i++) {
    ort_big_multiply_add(&numerator, 10, flt_digit(digits, i));
  }
  if (used < count) { /* the last digit is not 0, so what was cut off is more than nothing and less than 1 */
    ort_big_multiply_add(&numerator, 10, 1);
    power--;
  }
  value->exponent = power;
  ort_big_times_power_of_5(power < 0 ? &denominator : &numerator, power < 0 ? -power : power);
  flt_big_divide(&numerator, &denominator, value);
}

/* ---- binary to IEEE 754 ---- */

/* The bits of the double kept * 2^exponent, where kept < 2^54. */
static int64_t flt_encode(uint64_t kept, int64_t exponent, int64_t highest) {
  if (kept == 0) {
    return 0;
  }
  for (; kept >> 53 != 0; kept >>= 1) { /* rounded up to a power of two: the bit that is lost is 0 */
    exponent++;
  }
  for (; kept >> 52 == 0 && exponent > -1074; kept <<= 1) {
    exponent--;
  }
  if (exponent + 52 > highest) {
    return flt_infinity;
  }
  /* The implied top bit of a normal number is added to its exponent; a subnormal one has no top bit and the exponent 0. */
  return (exponent + 1074) * (INT64_C(1) << 52) + (int64_t)kept;
}

/* Rounds to nearest, ties to even, with the precision and the exponent range of type, and returns the bits as a double. */
static int64_t flt_round(ort_datatype type, const flt_binary *value) {
  const int precision = type == ORT_DT_FLOAT ? 24 : 53;
  const int64_t lowest = type == ORT_DT_FLOAT ? -149 : -1074;
  int64_t exponent = value->exponent + 64 - precision; /* of the last bit that is kept */
  int64_t drop = 64 - precision;
  uint64_t kept;
  uint64_t half;
  uint64_t rest;
  if (exponent < lowest) {
    drop += lowest - exponent;
    exponent = lowest;
  }
  if (drop > 64) { /* less than half of the smallest subnormal number */
    return 0;
  }
  half = UINT64_C(1) << (drop - 1);
  rest = value->bits & ((half - 1) | half);
  kept = drop < 64 ? value->bits >> drop : 0;
  if (rest > half || (rest == half && (value->sticky || (kept & 1) != 0))) {
    kept++;
  }
  return flt_encode(kept, exponent, type == ORT_DT_FLOAT ? 127 : 1023);
}

static int64_t flt_magnitude(ort_datatype type, const flt_digits *digits) {
  const size_t count = digits->length[0] + digits->length[1];
  const int64_t highest = digits->power + (int64_t)count; /* the value is less than 10^highest, and at least a tenth of it */
  flt_binary value;
  if (count == 0 || highest < -323) {
    return 0;
  }
  if (highest > 310) {
    return flt_infinity;
  }
  if (count <= FLT_FAST_DIGITS && digits->power >= -FLT_FAST_POWER && digits->power <= FLT_FAST_POWER) {
    flt_scale_fast(digits, count, &value);
  } else {
    flt_scale_exact(digits, count, &value);
  }
  return flt_round(type, &value);
}

static int flt_is(const char *text, size_t length, const char *word, size_t word_length) {
  return length == word_length && memcmp(text, word, word_length) == 0;
}

ORT_API int ort_float_parse(ort_datatype type, const char *text, size_t length, ort_float *value) {
  const int negative = length > 0 && *text == '-';
  const size_t sign = length > 0 && (*text == '-' || *text == '+') ? 1 : 0;
  flt_digits digits;
  value->is_nan = flt_is(text, length, "NaN", 3);
  if (value->is_nan) {
    value->key = 0;
    return 1;
  }
  if (flt_is(text + sign, length - sign, "INF", 3)) { /* "+INF" is new in XSD 1.1 */
    value->key = negative ? -flt_infinity : flt_infinity;
    return 1;
  }
  if (!flt_scan(text, length, &digits)) {
    return 0;
  }
  value->key = flt_magnitude(type, &digits);
  value->key = negative ? -value->key : value->key;
  return 1;
}
