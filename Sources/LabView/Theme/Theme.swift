import LabCore
import Rasterizer

/// Every color of the window. Saturated color belongs to components and, as violet, to time.
public struct Theme: Sendable {
  /// A color at rest, under the pointer and pressed.
  public struct States: Sendable {
    let rest: Color
    let hover: Color
    let press: Color

    func color(_ look: Painter.Look) -> Color {
      switch look {
      case .rest: rest
      case .hovered: hover
      case .pressed: press
      }
    }
  }

  let chrome, canvas, raised, line, track, grid, zero: Color
  let hover, press: Color
  let ink, ink2, ink3, off: Color
  let accent: States
  let onAccent: Color
  let soft: States
  let softLine, softInk: Color
  let tip, tipInk, tipInk2, tipKey: Color
  let point, faded: Color
  /// Component colors, A first; a caller may set others.
  public var components: [Color]
  /// How opaque the inside of a 1 σ ellipse is.
  let ellipseFill: Double
  /// How opaque the tint of a region is, and a line of equal density.
  let regionTint, contour: Double

  public static func of(_ interface: Interface) -> Theme {
    switch interface.isProjector ? (interface.projectorTheme, true) : (interface.theme, false) {
    case (.light, false): .light
    case (.dark, false): .dark
    case (.light, true): .lightProjector
    case (.dark, true): .projector
    }
  }

  /// The theme with light where this one is dark: what lies on a tip has its colors.
  func opposite(_ interface: Interface) -> Theme {
    switch interface.isProjector ? interface.projectorTheme : interface.theme {
    case .light: interface.isProjector ? .projector : .dark
    case .dark: interface.isProjector ? .lightProjector : .light
    }
  }

  public static let light = Theme(
    chrome: Color(0xF3F3F0), canvas: Color(0xFDFDFB), raised: Color(0xFFFFFF), line: Color(0xDEDED8),
    track: Color(0xE6E6E1), grid: Color(0xEFEFEB), zero: Color(0xDCDCD6), hover: Color(0xE7E7E2),
    press: Color(0xD9D9D3), ink: Color(0x1B1D22), ink2: Color(0x4A4E57), ink3: Color(0x666B75),
    off: Color(0xA9ACB3), accent: States(rest: Color(0x6A3DD1), hover: Color(0x5A2FBF), press: Color(0x4A23A6)),
    onAccent: Color(0xFFFFFF), soft: States(rest: Color(0xECE5FB), hover: Color(0xE2D7F9), press: Color(0xD6C7F6)),
    softLine: Color(0xCDBBF3), softInk: Color(0x5127B5), tip: Color(0x22252C), tipInk: Color(0xFFFFFF),
    tipInk2: Color(0xC3C7CF), tipKey: Color(0x3C414D), point: Color(0x7D828C), faded: Color(0xA0A3AA),
    components: [0xD17B00, 0x1C95F5, 0x0B7C70, 0x2C4284, 0x983506, 0xE52BB0, 0x8C6E24].map { Color($0) },
    ellipseFill: 0.07, regionTint: 0.055, contour: 0.26)

  public static let dark = Theme(
    chrome: Color(0x181B21), canvas: Color(0x101318), raised: Color(0x20242C), line: Color(0x323742),
    track: Color(0x353B46), grid: Color(0x1B1F26), zero: Color(0x2E333D), hover: Color(0x2A2F39),
    press: Color(0x363C48), ink: Color(0xF2F4F7), ink2: Color(0xC2C7D0), ink3: Color(0x98A0AD),
    off: Color(0x5A6270), accent: States(rest: Color(0xB39CFF), hover: Color(0xC4B2FF), press: Color(0x9C82F5)),
    onAccent: Color(0x17102E), soft: States(rest: Color(0x322A52), hover: Color(0x3D3365), press: Color(0x493D78)),
    softLine: Color(0x55478A), softInk: Color(0xD9CCFF), tip: Color(0xF2F4F7), tipInk: Color(0x181B21),
    tipInk2: Color(0x4A505B), tipKey: Color(0xD5D9E0), point: Color(0x8C939F), faded: Color(0x5A6170),
    components: [0xFFC62B, 0x5FDBFF, 0x33A274, 0x4FA6FF, 0xFC5118, 0xF774BE, 0xB4C77E].map { Color($0) },
    ellipseFill: 0.1, regionTint: 0.085, contour: 0.34)

  public static let projector = Theme(
    chrome: Color(0x0C0E12), canvas: Color(0x000000), raised: Color(0x16191F), line: Color(0x4A505C),
    track: Color(0x3A404B), grid: Color(0x2A2E35), zero: Color(0x4A505B), hover: Color(0x23272F),
    press: Color(0x343A45), ink: Color(0xFFFFFF), ink2: Color(0xE3E6EB), ink3: Color(0xC4C9D2),
    off: Color(0x6C7481), accent: States(rest: Color(0xC9B8FF), hover: Color(0xD9CDFF), press: Color(0xB09AFF)),
    onAccent: Color(0x120A2B), soft: States(rest: Color(0x362B63), hover: Color(0x43367A), press: Color(0x4A3B86)),
    softLine: Color(0x8F7CD6), softInk: Color(0xE9E1FF), tip: Color(0xFFFFFF), tipInk: Color(0x000000),
    tipInk2: Color(0x33373F), tipKey: Color(0xD5D9E0), point: Color(0xA9AFBA), faded: Color(0x7C8492),
    components: [0xFFCB2B, 0x74E2FF, 0x3AAA79, 0x95A8FF, 0xFF691C, 0xFA82BC, 0xB9DA98].map { Color($0) },
    ellipseFill: 0.1, regionTint: 0.085, contour: 0.34)

  /// For bright rooms: black on white.
  public static let lightProjector = Theme(
    chrome: Color(0xF1F1EC), canvas: Color(0xFFFFFF), raised: Color(0xFFFFFF), line: Color(0xB4B4AD),
    track: Color(0xD5D5CE), grid: Color(0xE6E6E1), zero: Color(0xBEBEB7), hover: Color(0xE7E7E2),
    press: Color(0xD9D9D3), ink: Color(0x000000), ink2: Color(0x33363D), ink3: Color(0x454952),
    off: Color(0x94979E), accent: States(rest: Color(0x5A2FBF), hover: Color(0x5A2FBF), press: Color(0x4A23A6)),
    onAccent: Color(0xFFFFFF), soft: States(rest: Color(0xECE5FB), hover: Color(0xE2D7F9), press: Color(0xD6C7F6)),
    softLine: Color(0xA78CE6), softInk: Color(0x3B1A90), tip: Color(0x22252C), tipInk: Color(0xFFFFFF),
    tipInk2: Color(0xC3C7CF), tipKey: Color(0x3C414D), point: Color(0x5F646E), faded: Color(0x85898F),
    components: Theme.light.components, ellipseFill: 0.07, regionTint: 0.055, contour: 0.26)

  /// The color of the component with this letter; beyond the palette it repeats with another marker.
  func component(_ letter: Int) -> Color { components[letter % components.count] }

  /// Whether the component with this letter has the square marker that tells a repeated color from the first.
  func isSquare(_ letter: Int) -> Bool { (letter / components.count) % 2 == 1 }
}
