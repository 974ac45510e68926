import Rasterizer
import Testing

struct ColorTests {
  @Test func channels() {
    let color = Color(0x12_34_56, alpha: 0.5)
    #expect((color.red, color.green, color.blue, color.alpha) == (0x12, 0x34, 0x56, 128))
    #expect(color.rgb == 0x123456)
    #expect(Color(0xFFFF_FFFF) == Color(0xFFFFFF))
  }

  @Test func alphaIsClamped() {
    #expect(Color(0, alpha: -1).alpha == 0)
    #expect(Color(0, alpha: 7).alpha == 255)
    #expect(Color(0, alpha: .nan).alpha == 0)
    #expect(Color(0, alpha: .infinity).alpha == 255)
    #expect(Color(0).opacity(0.5).alpha == 128)
    #expect(Color(0).opacity(0.5).opacity(0.5).alpha == 64)
    #expect(Color(0).opacity(-3).alpha == 0)
    #expect(Color(0).opacity(.nan).alpha == 0)
  }

  @Test func premultipliedRoundsToNearest() {
    for value in 0...255 {
      for alpha in 0...255 {
        let color = Color(red: UInt8(value), green: 255, blue: 0, alpha: UInt8(alpha))
        let red = (value * alpha * 2 + 255) / 510
        #expect(color.premultiplied == UInt32(alpha) << 24 | UInt32(red) << 16 | UInt32(alpha) << 8)
      }
    }
  }
}

struct LinearLightTests {
  @Test func everyByteSurvivesTheRoundTrip() {
    for byte in 0...255 {
      #expect(LinearLight.encode(Double(LinearLight.decoded[byte])) == UInt8(byte))
    }
  }

  @Test func aColorMixedWithItselfIsItself() {
    let color = Color(0xD17B00)
    #expect(Color.mix([color, color], weights: [0.3, 0.7]) == color)
    #expect(Color.mix([color, Color(0)], weights: [1, 0]) == color)
    #expect(Color.mix([Color(0), color], weights: [0, 5]) == color)
  }

  /// Half the light of white is sRGB 188, not 128.
  @Test func theMeanIsOfLight() {
    #expect(Color.mix([Color(0), Color(0xFFFFFF)], weights: [0.5, 0.5]) == Color(0xBCBCBC))
    #expect(Color.mix([Color(0), Color(0xFFFFFF)], weights: [2, 2]) == Color(0xBCBCBC))
  }

  @Test func alphaIsAveragedAsItIs() {
    let colors = [Color(0xFF0000, alpha: 1), Color(0xFF0000, alpha: 0.2)]
    #expect(Color.mix(colors, weights: [1, 1]) == Color(0xFF0000, alpha: 0.6))
    #expect(Color.mix(colors, weights: [1, 3]).alpha == 102)
    #expect(Color.mix(colors, weights: [0, 1]) == colors[1])
  }

  @Test func oddWeights() {
    let colors = [Color(0xFF0000), Color(0x00FF00)]
    #expect(Color.mix(colors, weights: [.nan, 1]) == Color(0x00FF00))
    #expect(Color.mix(colors, weights: [-1, 1]) == Color(0x00FF00))
    #expect(Color.mix(colors, weights: [.infinity, 0]) == Color(0xFF0000))
    #expect(Color.mix(colors, weights: [1e308, 1e308]).alpha == 255)
    #expect(Color.mix(colors, weights: [0, 0]) == .transparent)
    #expect(Color.mix(colors, weights: [1]) == Color(0xFF0000))
    #expect(Color.mix([], weights: []) == .transparent)
  }
}
