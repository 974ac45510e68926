/* The lesser and the greater of two numbers; the second one where the first is none. */

INLINE double least(double a, double b) { return a < b ? a : b; }
INLINE double most(double a, double b) { return a > b ? a : b; }
INLINE Floats lesser(Floats a, Floats b) { return a < b ? a : b; }
INLINE Floats greater(Floats a, Floats b) { return a > b ? a : b; }

INLINE Floats absolute(Floats a) { return (Floats)((Integers)a & 0x7FFFFFFF); }
