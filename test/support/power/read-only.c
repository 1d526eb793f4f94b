// Makes a folder read-only for a program that has its files open already, for as long as a link (READ_ONLY_LINK) names it: as
// Linux does by itself after a fault of a disk, and lets nobody do by hand (a disk with files open for writing is "busy"). Loaded
// before the C library (LD_PRELOAD); for tests only.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int refused(void) {
  errno = EROFS;
  return -1;
}

// Is the folder read-only now, and is this path in it?
static int refuses_path(const char *path) {
  char folder[PATH_MAX];
  const char *link = getenv("READ_ONLY_LINK");
  ssize_t length = link == NULL || path == NULL ? -1 : readlink(link, folder, sizeof folder);
  return length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/';
}

static int refuses(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return refuses_path(path);
}

#define OPEN(name)                                                                                     \
  int name(const char *path, int flags, ...) {                                                         \
    va_list rest;                                                                                      \
    va_start(rest, flags);                                                                             \
    mode_t mode = va_arg(rest, mode_t);                                                                \
    va_end(rest);                                                                                      \
    int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name);    \
    if ((flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) && refuses_path(path)) return refused();     \
    return real(path, flags, mode);                                                                    \
  }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset)                                         \
  ssize_t name(int fd, const void *data, size_t length, offset at) { \
    REAL(name);                                                      \
    return refuses(fd) ? refused() : real(fd, data, length, at);     \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  return refuses(fd) ? refused() : real(fd, data, length);
}

#define TRUNCATE(name, offset)                           \
  int name(int fd, offset length) {                      \
    REAL(name);                                          \
    return refuses(fd) ? refused() : real(fd, length);   \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                             \
  int name(int fd) {                           \
    REAL(name);                                \
    return refuses(fd) ? refused() : real(fd); \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(rename);
  return refuses_path(from) || refuses_path(to) ? refused() : real(from, to);
}

int unlink(const char *path) {
  REAL(unlink);
  return refuses_path(path) ? refused() : real(path);
}
