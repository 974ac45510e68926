// giflib: the LZW coder and the blocks of a GIF file, written through a callback.
#ifndef CGIF_SHIM_H
#define CGIF_SHIM_H

#include <gif_lib.h>

#endif
