/* SPDX-License-Identifier: Apache-2.0 */
/* A temporary file without a name: it is gone when the process ends, however that comes. */
#if !defined(_XOPEN_SOURCE) && (defined(__unix__) || defined(__APPLE__))
#define _XOPEN_SOURCE 700
#endif

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#if defined(__unix__) || defined(__APPLE__)
#include <signal.h>
#include <unistd.h>
#endif

typedef struct tf_file {
  const char *folder;
  FILE *file;  /* NULL: nothing was written */
  int failure; /* the first errno */
} tf_file;

#if defined(__unix__) || defined(__APPLE__)
/* No signal comes between the moments when the file has a name and when it has none any more. */
static FILE *tf_create(const char *folder) {
  static const char name[] = "/ontoc-XXXXXX";
  const size_t length = strlen(folder);
  char *path = (char *)malloc(length + sizeof name);
  FILE *created = NULL;
  sigset_t all, before;
  int file = -1;
  if (path == NULL) return NULL;
  memcpy(path, folder, length);
  memcpy(path + length, name, sizeof name);
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  file = mkstemp(path);
  if (file >= 0) unlink(path);
  sigprocmask(SIG_SETMASK, &before, NULL);
  free(path);
  if (file >= 0) created = fdopen(file, "w+b");
  if (file >= 0 && created == NULL) close(file);
  return created;
}

static const char *tf_folder(void) {
  const char *folder = getenv("TMPDIR");
  return folder != NULL && folder[0] != '\0' ? folder : "/tmp";
}

static int tf_transfer(tf_file *disk, uint64_t offset, char *into, const char *from, size_t length) {
  const int file = fileno(disk->file);
  while (length > 0) {
    const ssize_t done = into != NULL ? pread(file, into, length, (off_t)offset) : pwrite(file, from, length, (off_t)offset);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return 1;
    offset += (uint64_t)done;
    length -= (size_t)done;
    if (into != NULL) into += done;
    if (from != NULL) from += done;
  }
  return 0;
}
#else
static FILE *tf_create(const char *folder) {
  (void)folder;
  return tmpfile();
}

static const char *tf_folder(void) { return "."; }

static int tf_transfer(tf_file *disk, uint64_t offset, char *into, const char *from, size_t length) {
  if (offset > LONG_MAX || fseek(disk->file, (long)offset, SEEK_SET) != 0) return 1;
  return into != NULL ? fread(into, 1, length, disk->file) != length : fwrite(from, 1, length, disk->file) != length;
}
#endif

static int tf_failed(tf_file *disk) {
  if (disk->failure == 0) disk->failure = errno != 0 ? errno : EIO;
  return 1;
}

static int tf_read(void *context, uint64_t offset, char *bytes, size_t length) {
  tf_file *disk = (tf_file *)context;
  errno = 0;
  return disk->file == NULL || tf_transfer(disk, offset, bytes, NULL, length) != 0 ? tf_failed(disk) : 0;
}

/* The file is made when there is something to write. */
static int tf_write(void *context, uint64_t offset, const char *bytes, size_t length) {
  tf_file *disk = (tf_file *)context;
  errno = 0;
  if (disk->file == NULL) disk->file = tf_create(disk->folder);
  return disk->file == NULL || tf_transfer(disk, offset, NULL, bytes, length) != 0 ? tf_failed(disk) : 0;
}

static void tf_close(tf_file *disk) {
  if (disk->file != NULL) fclose(disk->file);
  disk->file = NULL;
}
