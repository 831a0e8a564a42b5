#ifndef RVUBENCH_EXCHANGE_H
#define RVUBENCH_EXCHANGE_H

/// Lets two paths of one file system change places in one step; 0, or -1 with errno set.
int exchange_paths(const char *first, const char *second);

/// Waits until everything of the file system that a descriptor belongs to is on disk; 0, or -1 with errno set.
int synchronize_file_system(int descriptor);

#endif
