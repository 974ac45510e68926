// The parts of SDL2 and SDL2_ttf the shell uses. Function-like macros are not imported into Swift,
// so the few that matter are wrapped here.
#ifndef CSDL2_SHIM_H
#define CSDL2_SHIM_H

#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

static inline int shim_window_position_centered(void) { return SDL_WINDOWPOS_CENTERED; }

#endif
