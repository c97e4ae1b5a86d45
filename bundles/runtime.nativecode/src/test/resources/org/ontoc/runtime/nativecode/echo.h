/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A validator that validates nothing: its data are the lines that it is to print. A line that begins with '!' is an
 * order: !segv !hang !flood !exit N !unfinished !silent !syntax LINE COLUMN !stderr TEXT !memory !abort
 */
#ifndef ECHO_H
#define ECHO_H
#include <stddef.h>
#include <stdint.h>
#if defined(__GNUC__)
#define ECHO_API __attribute__((visibility("default")))
#else
#define ECHO_API
#endif
typedef struct echo_validator echo_validator;
typedef struct echo_allocator {
  void *(*resize)(void *context, void *block, size_t bytes);
  void *context;
} echo_allocator;
typedef struct echo_error {
  int status;
  const char *message;
  uint32_t document;
  uint32_t line;
  uint32_t column;
  uint64_t offset;
} echo_error;
ECHO_API int echo_abi(void);
ECHO_API echo_validator *echo_create(const echo_allocator *allocator);
ECHO_API void echo_limit(echo_validator *validator, size_t line_bytes);
ECHO_API void echo_detail(echo_validator *validator, uint32_t depth, uint32_t results);
ECHO_API int echo_read_stream(echo_validator *validator, int format, const char *base,
                              int (*read)(void *context, char *buffer, size_t capacity, size_t *length), void *context);
ECHO_API int echo_validate_text(echo_validator *validator, int (*write)(void *context, const char *bytes, size_t length),
                                void *context);
ECHO_API const echo_error *echo_last_error(const echo_validator *validator);
ECHO_API unsigned long echo_results(const echo_validator *validator);
ECHO_API void echo_destroy(echo_validator *validator);
#endif
