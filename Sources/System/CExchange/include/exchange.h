#ifndef RVUBENCH_EXCHANGE_H
#define RVUBENCH_EXCHANGE_H

/// Lets two paths of one file system change places in one step; 0, or -1 with errno set.
int exchange_paths(const char *first, const char *second);

#endif
