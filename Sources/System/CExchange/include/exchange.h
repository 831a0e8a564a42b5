#ifndef RVUBENCH_EXCHANGE_H
#define RVUBENCH_EXCHANGE_H

/// Lets two paths of one file system change places in one step; 0, or -1 with errno set.
int exchange_paths(const char *first, const char *second);

/// Gives a path another name of the same file system, where nothing has that name yet; 0, or -1 with errno set (EEXIST where
/// something has).
int rename_to_new(const char *from, const char *to);

/// Waits until everything of the file system that a descriptor belongs to is on disk; 0, or -1 with errno set.
int synchronize_file_system(int descriptor);

/// The number of cores that this process may run on; 0 where the system does not say.
int cores_allowed(void);

/// Gives memory that was freed back to the system, where the C library can do so.
void give_back_memory(void);

#endif
