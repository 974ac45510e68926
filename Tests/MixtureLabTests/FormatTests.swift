import Testing

@testable import mixture_lab

/// Numbers as the reports print them.
@Suite struct FormatTests {
  @Test func meansHaveTheDigitsThatTheirComponentNeeds() {
    #expect(Format.mean(0.5, deviation: 1) == "0.5")
    #expect(Format.mean(3.14159265, deviation: 1) == "3.14159")
    // Seconds since 1970, two hours apart, an hour wide.
    #expect(Format.mean(1_700_000_123, deviation: 3600) == "1700000123")
    #expect(Format.mean(1_700_007_323, deviation: 3600) == "1700007323")
    #expect(Format.mean(5_412_345.678, deviation: 0.5) == "5412345.678")
    #expect(Format.mean(-5_412_345.678, deviation: 0.5) == "-5412345.678")
    #expect(Format.mean(1e9 + 0.125, deviation: 0) == "1000000000.125")
    #expect(Format.mean(0, deviation: 1e-9) == "0")
  }

  @Test func zeroHasNoSign() {
    #expect(Format.total(-1e-17) == "0.00000" && Format.number(-0.0) == "0")
    #expect(Format.total(-0.00001) == "-0.00001" && Format.number(-1e-17) == "-1e-17")
  }

  @Test func hugeTotalsAreShort() {
    #expect(Format.total(-1.5e300) == "-1.5e+300")
    #expect(Format.total(123_456_789.25) == "123456789.25000")
    #expect(Format.total(.nan) == "nan")
  }
}
