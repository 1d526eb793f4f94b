// Notes every write to the files of one folder, and every wait for the disk, in the order in which they are asked for: from
// that a power cut at any moment can be played afterwards (cuts.ts). Loaded before the C library (LD_PRELOAD); for tests only.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
static char *names[MOST];
static const char *folder;
static size_t folder_length;
static int log_file = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *to = getenv("POWER_LOG");
  folder = getenv("POWER_FOLDER");
  if (to == NULL || folder == NULL) return;
  folder_length = strlen(folder);
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
  log_file = real(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static const char *inside(const char *path) {
  if (log_file < 0 || path == NULL || strncmp(path, folder, folder_length) != 0 || path[folder_length] != '/') return NULL;
  return path + folder_length + 1;
}

// op, length of the name, the name, offset, length of the data, the data.
static void note(char op, const char *name, uint64_t at, const void *data, uint32_t length) {
  uint8_t name_length = (uint8_t)strlen(name);
  struct iovec parts[6] = {{&op, 1}, {&name_length, 1}, {(void *)name, name_length}, {&at, 8}, {&length, 4}, {(void *)data, data == NULL ? 0 : length}};
  ssize_t (*real)(int, const struct iovec *, int) = (ssize_t (*)(int, const struct iovec *, int))dlsym(RTLD_NEXT, "writev");
  if (real(log_file, parts, 6) < 0) abort();
}

static void opened(int fd, const char *path, int flags) {
  const char *name = inside(path);
  if (fd < 0 || fd >= MOST || name == NULL) return;
  pthread_mutex_lock(&turn);
  free(names[fd]);
  names[fd] = strdup(name);
  if (flags & O_TRUNC) note('t', name, 0, NULL, 0);
  else if (flags & O_CREAT) note('c', name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
}

#define OPEN(name)                                              \
  int name(const char *path, int flags, ...) {                  \
    va_list rest;                                               \
    va_start(rest, flags);                                      \
    mode_t mode = va_arg(rest, mode_t);                         \
    va_end(rest);                                               \
    int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
    int fd = real(path, flags, mode);                           \
    opened(fd, path, flags);                                    \
    return fd;                                                  \
  }
OPEN(open)
OPEN(open64)

static const char *name_of(int fd) { return fd >= 0 && fd < MOST ? names[fd] : NULL; }

int close(int fd) {
  REAL(close);
  if (name_of(fd) != NULL) {
    pthread_mutex_lock(&turn);
    free(names[fd]);
    names[fd] = NULL;
    pthread_mutex_unlock(&turn);
  }
  return real(fd);
}

#define PWRITE(name, offset)                                              \
  ssize_t name(int fd, const void *data, size_t length, offset at) {      \
    REAL(name);                                                           \
    const char *file = name_of(fd);                                       \
    ssize_t written = real(fd, data, length, at);                         \
    if (file != NULL && written > 0) note('w', file, (uint64_t)at, data, (uint32_t)written); \
    return written;                                                       \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  const char *file = name_of(fd);
  if (file == NULL) return real(fd, data, length);
  off_t at = lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
  ssize_t written = real(fd, data, length);
  if (written > 0) note('w', file, (uint64_t)at, data, (uint32_t)written);
  return written;
}

#define TRUNCATE(name, offset)                            \
  int name(int fd, offset length) {                       \
    REAL(name);                                           \
    const char *file = name_of(fd);                       \
    int answer = real(fd, length);                        \
    if (file != NULL && answer == 0) note('t', file, (uint64_t)length, NULL, 0); \
    return answer;                                        \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

// The wait for the log with this number (POWER_BREAK) fails, once: the disk has lost what it had taken.
static int breaks(const char *file) {
  static int count = 0;
  const char *at = getenv("POWER_BREAK");
  size_t length = file == NULL ? 0 : strlen(file);
  if (at == NULL || length < 4 || strcmp(file + length - 4, "-wal") != 0) return 0;
  return __sync_add_and_fetch(&count, 1) == atoi(at);
}

#define SYNC(name)                                        \
  int name(int fd) {                                      \
    REAL(name);                                           \
    const char *file = name_of(fd);                       \
    if (breaks(file)) {                                   \
      errno = EIO;                                        \
      return -1;                                          \
    }                                                     \
    if (file != NULL) note('s', file, 0, NULL, 0);        \
    return real(fd);                                      \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(rename);
  const char *old = inside(from), *new = inside(to);
  int answer = real(from, to);
  if (old != NULL && new != NULL && answer == 0) note('r', old, 0, new, (uint32_t)strlen(new));
  return answer;
}

int link(const char *from, const char *to) {
  REAL(link);
  const char *old = inside(from), *new = inside(to);
  int answer = real(from, to);
  if (old != NULL && new != NULL && answer == 0) note('l', old, 0, new, (uint32_t)strlen(new));
  return answer;
}

int unlink(const char *path) {
  REAL(unlink);
  const char *name = inside(path);
  int answer = real(path);
  if (name != NULL && answer == 0) note('u', name, 0, NULL, 0);
  return answer;
}
