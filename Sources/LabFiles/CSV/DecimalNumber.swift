/// Reads decimal numbers from bytes: exactly the nearest `Double`, and nothing but finite decimal numbers.
///
/// `Double(_: String)` takes "nan", "inf" and "0x1p3" and turns "1e400" into infinity; a table must not.
enum DecimalNumber {
  /// The value of `[+-] digits [mark digits] [(e|E) [+-] digits]` with at least one digit before the exponent, or nil
  /// for any other bytes and for a value beyond the finite range.
  ///
  /// Up to 19 significant digits are gathered in an integer m, so that the value is m · 10^e. Three paths, each
  /// correctly rounded:
  /// - m and 10^|e| are both exact as `Double`: one division or multiplication rounds once (Clinger, 1990).
  /// - −19 ≤ e < 0: the quotient m / 10^−e in 128-bit integers, rounded once. This covers what programs print with
  ///   16 or 17 digits.
  /// - anything else goes to the standard library.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, decimalMark: UInt8 = UInt8(ascii: ".")) -> Double? {
    var index = 0
    let end = bytes.count
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }

    var mantissa: UInt64 = 0
    var significantDigits = 0
    var exponent = 0
    var sawDigit = false
    var sawMark = false
    while index < end {
      let byte = bytes[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        sawDigit = true
        if significantDigits > 0 || digit > 0 { significantDigits += 1 }
        if significantDigits <= 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        if sawMark { exponent -= 1 }
      } else if byte == decimalMark, !sawMark {
        sawMark = true
      } else {
        break
      }
      index += 1
    }
    guard sawDigit else { return nil }

    if index < end {
      guard let written = parseExponent(bytes, from: index) else { return nil }
      exponent += written
    }
    if significantDigits > 19 { return parseByLibrary(bytes, decimalMark: decimalMark) }
    guard let magnitude = scale(mantissa, byPowerOfTen: exponent) else {
      return parseByLibrary(bytes, decimalMark: decimalMark)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The signed integer after `e` or `E`, which must run to the end; clipped far outside the range of `Double`.
  private static func parseExponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") else { return nil }
    index += 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count else { return nil }
    var value = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      if value < 1_000_000 { value = value * 10 + Int(digit) }
      index += 1
    }
    return isNegative ? -value : value
  }

  /// m · 10^e, correctly rounded, where one of the two exact paths applies.
  private static func scale(_ mantissa: UInt64, byPowerOfTen exponent: Int) -> Double? {
    if mantissa == 0 { return 0 }
    if mantissa < 1 << 53 {
      if exponent == 0 { return Double(mantissa) }
      if exponent < 0, exponent >= -22 { return Double(mantissa) / exactPowers[-exponent] }
      if exponent > 0, exponent <= 22 { return Double(mantissa) * exactPowers[exponent] }
    }
    if exponent == 0 { return Double(mantissa) }
    if exponent < 0, exponent >= -19 { return divide(mantissa, by: integerPowers[-exponent]) }
    return nil
  }

  /// m / d, correctly rounded.
  ///
  /// Both are shifted to fill 64 bits, so that q = ⌊m·2⁶³ / d⌋ has 63 or 64 bits: ten more than a `Double` keeps. The
  /// remainder survives as q's last bit, which decides exact halves, and converting q rounds once.
  private static func divide(_ mantissa: UInt64, by divisor: UInt64) -> Double {
    let mantissaShift = mantissa.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let m = mantissa << UInt64(mantissaShift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift)).dividingFullWidth((m >> 1, (m & 1) << 63))
    let sticky = quotient | (remainder == 0 ? 0 : 1)
    let binaryExponent = divisorShift - mantissaShift - 63
    return Double(sticky) * Double(bitPattern: UInt64(1023 + binaryExponent) << 52)
  }

  private static func parseByLibrary(_ bytes: UnsafeBufferPointer<UInt8>, decimalMark: UInt8) -> Double? {
    let text = String(decoding: bytes.lazy.map { $0 == decimalMark ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// 10⁰ … 10²², the powers of ten that a `Double` holds exactly.
  private static let exactPowers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }

  /// 10⁰ … 10¹⁹, the powers of ten below 2⁶⁴.
  private static let integerPowers: [UInt64] = (0...19).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}
