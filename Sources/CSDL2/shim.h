// The parts of SDL2 and SDL2_ttf the shell uses, and one of the C library. Function-like macros are not imported into
// Swift, so the few that matter are wrapped here.
#ifndef CSDL2_SHIM_H
#define CSDL2_SHIM_H

#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static inline int shim_window_position_centered(void) { return SDL_WINDOWPOS_CENTERED; }

/* Gives memory that was freed back to the system, where the library keeps it. Who allocates meanwhile may wait some
   milliseconds. */
static inline void shim_give_back_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
