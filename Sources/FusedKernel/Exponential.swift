/// 2ᵗ, lane by lane, for t ≤ 1023; below −1022 it falls to 0. The error is at most 1.25 units in the last place (1 where
/// products and sums are rounded once).
///
/// t = n + f with an integer n and |f| ≤ ½. Adding a number so large that its last bit counts ones rounds t to n,
/// and leaves n, with the exponent's bias, in the low bits of the sum, from where a shift makes it 2ⁿ.
/// 2ᶠ is the polynomial 1 + f·(…) of degree 11 with the least relative error, 3.4e−18 (Remez exchange).
@inline(__always) func exp2(_ t: Lanes) -> Lanes {
  let big = Lanes(repeating: 0x1.8p52 + 1023)
  let clamped = max(Lanes(repeating: -1023), t)
  let rounded = clamped + big
  let f = clamped - (rounded - big)
  let power = unsafeBitCast(unsafeBitCast(rounded, to: Words.self) &<< 52, to: Lanes.self)
  var p = Lanes(repeating: 0x1.e79bb55a5ff03p-32)
  p = fma(p, f, Lanes(repeating: 0x1.e61b4f9e913f4p-28))
  p = fma(p, f, Lanes(repeating: 0x1.b5267ce110fe9p-24))
  p = fma(p, f, Lanes(repeating: 0x1.62bfc79d48aaep-20))
  p = fma(p, f, Lanes(repeating: 0x1.ffcbfba980503p-17))
  p = fma(p, f, Lanes(repeating: 0x1.4309130ed8ce7p-13))
  p = fma(p, f, Lanes(repeating: 0x1.5d87fe78cd6d2p-10))
  p = fma(p, f, Lanes(repeating: 0x1.3b2ab6fba011ap-7))
  p = fma(p, f, Lanes(repeating: 0x1.c6b08d7049fe8p-5))
  p = fma(p, f, Lanes(repeating: 0x1.ebfbdff82c5a4p-3))
  p = fma(p, f, Lanes(repeating: 0x1.62e42fefa39efp-1))
  p = fma(p, f, Lanes(repeating: 1))
  return p * power
}

/// log₂ s, lane by lane, for positive normal s; the error is at most 2 units in the last place of the larger of
/// the result and 1.
///
/// s = 2ⁿ·m with √½ ≤ m < √2, and log₂ m = (2 / ln 2)·artanh u with u = (m − 1) / (m + 1), |u| ≤ 0.172:
/// the series in u² up to u²¹, its last coefficient adjusted.
@inline(__always) func log2(_ s: Lanes) -> Lanes {
  // Bits as an integer: subtracting √½'s makes the exponent field count from there.
  let bits = unsafeBitCast(s, to: Words.self)
  let above = bits &- Words(repeating: 0x3fe6_a09e_667f_3bcd)
  let field = above & Words(repeating: 0xfff0_0000_0000_0000)
  let m = unsafeBitCast(bits &- field, to: Lanes.self)
  // n = the field as a signed integer, by the big number again.
  let big = Lanes(repeating: 0x1.8p52)
  let shifted = (field &>> 52) ^ Words(repeating: 0x800)
  let n = unsafeBitCast(shifted &+ Words(repeating: 0x4338_0000_0000_0000), to: Lanes.self) - (big + 2048)
  let u = (m - 1) / (m + 1)
  let v = u * u
  var p = Lanes(repeating: 2.0 / 21.0)
  p = fma(p, v, Lanes(repeating: 2.0 / 19.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 17.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 15.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 13.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 11.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 9.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 7.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 5.0))
  p = fma(p, v, Lanes(repeating: 2.0 / 3.0))
  p = fma(p, v, Lanes(repeating: 2.0))
  return fma(u * p, Lanes(repeating: 0x1.71547652b82fep0), n)
}
