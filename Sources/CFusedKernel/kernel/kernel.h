/* The innermost pass over the points: the template of every build. The file that includes it says for which processor:

     FUSED_KERNEL        the name of the function that hands out the build
     FUSED_ROUNDS_ONCE   does the processor round a·b + c once?
     FUSED_WIDTH         the numbers in one of its registers

   Everything else here is static: the linker cannot take one build's function for another's. The specification is the
   two-pass reference in Swift, `Tests/FusedPassTests/TwoPassReference.swift`, with which the tests compare every build;
   tables, orders, threads and the choice of the build are Swift's (`FusedPass`). */

/* What is written is what is computed: no product and sum are fused unless `multiply_add` says so. */
#pragma STDC FP_CONTRACT OFF
/* How lanes are passed does not matter: every function that takes or returns them is inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

#include "lanes.h"
#include "exponential.h"
#include "workspace.h"
#include "active.h"
#include "few_dimensions.h"
#include "gram.h"
#include "many_dimensions.h"
#include "responsibilities.h"
#include "words.h"
#include "mixtures.h"

/* Of one component, the sums over the lanes. */
static void read_moments(const Lanes *moments, const FusedComponents *components, long dimensions, double *sums) {
  if (dimensions <= FUSED_FEW || components->is_diagonal) {
    for (long i = 0; i < moment_count(components, dimensions); i++) sums[i] = sum(moments[i]);
  } else {
    read_gram(moments, dimensions + 1, sums);
  }
}

/* Each block is visited once, and its responsibilities are forgotten as soon as its moments are added. */
static void pass(
  FusedPoints points, FusedComponents components, long first_block, long end_block, double *sums, void *memory
) {
  const long dimensions = points.dimensions;
  const Workspace work = workspace(memory, &components, dimensions);
  const long kept = moment_count(&components, dimensions);
  for (long i = 0; i < components.count * kept; i++) work.moments[i] = (Lanes)0.0;
  Lanes bits = (Lanes)0.0;
  for (long block = first_block; block < end_block; block++) {
    const double *columns = points.columns + block * FUSED_BLOCK;
    const Expectation expectation = responsibilities(block, &points, &components, &work);
    bits += expectation.bits;
    switch (dimensions) {
    case 1: add_few_moments(&expectation, columns, points.stride, 1, &work); break;
    case 2: add_few_moments(&expectation, columns, points.stride, 2, &work); break;
    case 3: add_few_moments(&expectation, columns, points.stride, 3, &work); break;
    case 4: add_few_moments(&expectation, columns, points.stride, 4, &work); break;
    default: add_many_moments(&expectation, columns, points.stride, dimensions, &components, &work);
    }
  }
  sums[0] = sum(bits);
  const long second = components.is_diagonal ? dimensions : dimensions * (dimensions + 1) / 2;
  for (long k = 0; k < components.count; k++) {
    read_moments(work.moments + k * kept, &components, dimensions, sums + 1 + k * (second + dimensions + 1));
  }
}

static void mixtures(
  FusedPoints points, FusedComponents components, long first_block, long end_block, const double *values,
  unsigned *words, void *memory
) {
  const Workspace work = workspace(memory, &components, points.dimensions);
  for (long block = first_block; block < end_block; block++) {
    mix_block(block, &points, &components, values, words, &work);
  }
}

static void powers_of_two(const double *t, long count, double *results) {
  for (long i = 0; i < count / LANES; i++) ((Lanes *)results)[i] = power_of_two(lanes(t)[i]);
}

static void logarithms(const double *s, long count, double *results) {
  for (long i = 0; i < count / LANES; i++) ((Lanes *)results)[i] = logarithm(lanes(s)[i]);
}

FusedKernel FUSED_KERNEL(void) {
  return (FusedKernel){workspace_bytes, pass, mixtures, powers_of_two, logarithms};
}
