/* The kernel for every processor: SSE2 on x86-64, NEON on arm64. */
#include "fused_kernel.h"

#define FUSED_KERNEL fused_kernel_baseline
#if defined(__aarch64__)
#define FUSED_ROUNDS_ONCE 1
#else
#define FUSED_ROUNDS_ONCE 0
#endif
#define FUSED_WIDTH 2
#include "kernel/kernel.h"
