/* The kernel for every processor. */
#include "density_kernel.h"

#define DENSITY_KERNEL density_kernel_baseline
#include "kernel/kernel.h"
