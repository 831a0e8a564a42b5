#define _GNU_SOURCE
#include "workbook_parts.h"
#include <sys/mman.h>
#include <unistd.h>

FILE *lxw_tmpfile(char *folder) {
  (void)folder;
  int descriptor = memfd_create("workbook-part", MFD_CLOEXEC);
  if (descriptor < 0) return NULL;
  FILE *file = fdopen(descriptor, "w+b");
  if (file == NULL) close(descriptor);
  return file;
}
