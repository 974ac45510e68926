// libpng's simplified API: a struct, three functions, no setjmp.
#ifndef CPNG_SHIM_H
#define CPNG_SHIM_H

#include <png.h>

#endif
