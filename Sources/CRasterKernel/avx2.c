/* The kernel for x86-64 processors with AVX2. */
#include "density_kernel.h"
#include "outline_kernel.h"

#include <limits.h>

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define DENSITY_KERNEL density_kernel_avx2
#define OUTLINE_KERNEL outline_kernel_avx2
#include "kernel/kernel.h"

#pragma clang attribute pop
#endif
