#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see.
static inline int gzip_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
