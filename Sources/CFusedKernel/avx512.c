/* The kernel for x86-64 processors with AVX-512 F, DQ and VL. */
#include "fused_kernel.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,fma"))), apply_to = function)

#define FUSED_KERNEL fused_kernel_avx512
#define FUSED_ROUNDS_ONCE 1
#define FUSED_WIDTH 8
#include "kernel/kernel.h"

#pragma clang attribute pop
#endif
