/* The kernel for x86-64 processors with AVX2 and FMA. */
#include "fused_kernel.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define FUSED_KERNEL fused_kernel_avx2
#define FUSED_ROUNDS_ONCE 1
#define FUSED_WIDTH 4
#include "kernel/kernel.h"

#pragma clang attribute pop
#endif
