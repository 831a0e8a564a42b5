#define _GNU_SOURCE
#include "exchange.h"
#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sched.h>
#include <stdio.h>
#include <unistd.h>

int exchange_paths(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int rename_to_new(const char *from, const char *to) {
  int result = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
  // A file system that cannot do it in one step: a look and a step, which is all that it offers.
  if (result != 0 && errno == EINVAL) {
    if (faccessat(AT_FDCWD, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
      errno = EEXIST;
      return -1;
    }
    return rename(from, to);
  }
  return result;
}

int synchronize_file_system(int descriptor) { return syncfs(descriptor); }

int cores_allowed(void) {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 0;
}

void give_back_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
