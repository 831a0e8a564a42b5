#include <xlsxwriter.h>

// A file in memory, which Swift's Glibc does not show: libxlsxwriter 1.1.4 writes to paths only.
int memfd_create(const char *name, unsigned int flags);
