import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct ThemeTests {
  private static let themes: [(String, Theme)] = [("light", .light), ("dark", .dark), ("projector", .projector)]

  /// WCAG 2: relative luminance and contrast ratio.
  private func contrast(_ a: Color, _ b: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      0.2126 * Double(LinearLight.decoded[Int(color.red)]) + 0.7152 * Double(LinearLight.decoded[Int(color.green)])
        + 0.0722 * Double(LinearLight.decoded[Int(color.blue)])
    }
    let (high, low) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  @Test func textIsReadableOnEveryGroundItStandsOn() {
    for (name, theme) in ThemeTests.themes {
      let least = name == "projector" ? 7.0 : 4.5
      let pairs: [(String, Color, [Color])] = [
        ("ink", theme.ink, [theme.chrome, theme.canvas, theme.raised, theme.soft.rest, theme.soft.hover]),
        ("ink pressed", theme.ink, [theme.hover, theme.press, theme.soft.press]),
        ("ink2", theme.ink2, [theme.chrome, theme.canvas, theme.raised, theme.hover, theme.track]),
        ("ink3", theme.ink3, [theme.chrome, theme.canvas]),
        ("softInk", theme.softInk, [theme.soft.rest, theme.soft.hover, theme.soft.press]),
        ("onAccent", theme.onAccent, [theme.accent.rest, theme.accent.hover, theme.accent.press]),
        ("tipInk", theme.tipInk, [theme.tip, theme.tipKey]), ("tipInk2", theme.tipInk2, [theme.tip]),
        ("converged", theme.chrome, [theme.ink]),
      ]
      for (what, ink, grounds) in pairs {
        for ground in grounds {
          let ratio = contrast(ink, ground)
          #expect(ratio >= least, "\(name): \(what) has \(ratio)")
        }
      }
    }
  }

  @Test func componentsStandOutFromTheCanvas() {
    for (name, theme) in ThemeTests.themes {
      let least = name == "projector" ? 7.0 : name == "dark" ? 5 : 3
      for color in theme.components { #expect(contrast(color, theme.canvas) >= least, "\(name) \(color)") }
      #expect(Set(theme.components).count == 7)
    }
  }

  @Test func colorsRepeatWithAnotherMarker() {
    let theme = Theme.light
    for letter in 0..<14 {
      #expect(theme.component(letter) == theme.components[letter % 7])
      #expect(theme.isSquare(letter) == (letter >= 7))
    }
    let looks = (0..<14).map { "\(theme.component($0)) \(theme.isSquare($0))" }
    #expect(Set(looks).count == 14)
  }

  @Test func theContrastFormulaIsTheStandardsOwn() {
    #expect(abs(contrast(Color(0xFFFFFF), Color(0x000000)) - 21) < 1e-6)
    #expect(abs(contrast(Color(0x777777), Color(0xFFFFFF)) - 4.48) < 0.01)
  }
}
