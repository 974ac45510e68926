/* The template of every build. The file that includes it says for which processor; DENSITY_KERNEL is the name of the
   function that hands out the build. Everything else here is static: the linker cannot take one build's function for
   another's. */

/* What is written is what is computed: no product and sum are fused. */
#pragma STDC FP_CONTRACT OFF
/* How vectors are passed does not matter: every function that takes or returns them is inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef float Sum __attribute__((ext_vector_type(4)));
typedef float Floats __attribute__((ext_vector_type(8)));
typedef uint32_t Integers __attribute__((ext_vector_type(8)));
typedef uint16_t Shorts __attribute__((ext_vector_type(16)));

#define INLINE static inline __attribute__((always_inline))

#include "adding.h"
#include "showing.h"

DensityKernel DENSITY_KERNEL(void) { return (DensityKernel){.add = add, .fold = fold, .show = show}; }
