/* 2ᵗ of `count` registers, lane by lane, for t <= 1023; below −1022 it falls to 0. The error is at most 1.25 units in
   the last place (1 where products and sums are rounded once).

   t = n + f with an integer n and |f| <= ½. Adding a number so large that its last bit counts ones rounds t to n, and
   leaves n, with the exponent's bias, in the low bits of the sum, from where a shift makes it 2ⁿ. 2ᶠ is the polynomial
   1 + f·(…) of degree 11 with the least relative error, 3.4e−18 (Remez exchange).

   Each of its steps has to wait for the one before: registers take turns. */
enum { MOST_RAISED = 2 };

INLINE void raise_two(Lanes *t, int count) {
  static const double coefficients[] = {
    0x1.e79bb55a5ff03p-32, 0x1.e61b4f9e913f4p-28, 0x1.b5267ce110fe9p-24, 0x1.62bfc79d48aaep-20, 0x1.ffcbfba980503p-17,
    0x1.4309130ed8ce7p-13, 0x1.5d87fe78cd6d2p-10, 0x1.3b2ab6fba011ap-7,  0x1.c6b08d7049fe8p-5,  0x1.ebfbdff82c5a4p-3,
    0x1.62e42fefa39efp-1,  1.0,
  };
  const double big = 0x1.8p52 + 1023;
  Lanes f[MOST_RAISED], power[MOST_RAISED], p[MOST_RAISED];
  UNROLL for (int i = 0; i < count; i++) {
    Lanes clamped = larger((Lanes)-1023.0, t[i]);
    Lanes rounded = clamped + big;
    f[i] = clamped - (rounded - big);
    power[i] = (Lanes)((Words)rounded << 52);
    p[i] = (Lanes)coefficients[0];
  }
  UNROLL for (int c = 1; c < 12; c++) {
    UNROLL for (int i = 0; i < count; i++) p[i] = multiply_add(p[i], f[i], (Lanes)coefficients[c]);
  }
  UNROLL for (int i = 0; i < count; i++) t[i] = p[i] * power[i];
}

/* Of one register. */
INLINE Lanes power_of_two(Lanes t) {
  raise_two(&t, 1);
  return t;
}

/* log₂ s, lane by lane, for positive normal s; the error is at most 2 units in the last place of the larger of the
   result and 1.

   s = 2ⁿ·m with √½ <= m < √2, and log₂ m = (2 / ln 2)·artanh u with u = (m − 1) / (m + 1), |u| <= 0.172: the series in
   u² up to u²¹. */
INLINE Lanes logarithm(Lanes s) {
  Words bits = (Words)s;
  /* Bits as an integer: subtracting √½'s makes the exponent field count from there. */
  Words field = (bits - 0x3fe6a09e667f3bcd) & 0xfff0000000000000;
  Lanes m = (Lanes)(bits - field);
  /* n is the field as a signed integer, by the big number again. */
  const double big = 0x1.8p52;
  Words shifted = (field >> 52) ^ 0x800;
  Lanes n = (Lanes)(shifted + 0x4338000000000000) - (big + 2048);
  Lanes u = (m - 1) / (m + 1);
  Lanes v = u * u;
  Lanes p = (Lanes)(2.0 / 21);
  p = multiply_add(p, v, (Lanes)(2.0 / 19));
  p = multiply_add(p, v, (Lanes)(2.0 / 17));
  p = multiply_add(p, v, (Lanes)(2.0 / 15));
  p = multiply_add(p, v, (Lanes)(2.0 / 13));
  p = multiply_add(p, v, (Lanes)(2.0 / 11));
  p = multiply_add(p, v, (Lanes)(2.0 / 9));
  p = multiply_add(p, v, (Lanes)(2.0 / 7));
  p = multiply_add(p, v, (Lanes)(2.0 / 5));
  p = multiply_add(p, v, (Lanes)(2.0 / 3));
  p = multiply_add(p, v, (Lanes)2.0);
  return multiply_add(u * p, (Lanes)0x1.71547652b82fep0, n);
}
