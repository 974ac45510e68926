/* Pixels below each other lie far apart in memory: who knows where it will write soon says so ahead. */
#ifndef RASTER_PREFETCH_H
#define RASTER_PREFETCH_H

#include <stdint.h>

static inline __attribute__((always_inline)) void expect_writing(const uint32_t *_Nonnull pixel) {
  __builtin_prefetch(pixel, 1);
}

#endif
