#ifndef RVUBENCH_WORKBOOK_PARTS_H
#define RVUBENCH_WORKBOOK_PARTS_H

#include <stdio.h>

/// Gives libxlsxwriter a file in memory for each part of a workbook, in the place of its own function of this name.
///
/// Its own makes files in TMPDIR and does not look whether they could be written: on a full disk a workbook came out with parts
/// cut off, and no error.
FILE *lxw_tmpfile(char *folder);

#endif
