/* The kernel for every processor. */
#include "density_kernel.h"
#include "outline_kernel.h"

#include <limits.h>

#define DENSITY_KERNEL density_kernel_baseline
#define OUTLINE_KERNEL outline_kernel_baseline
#include "kernel/kernel.h"
