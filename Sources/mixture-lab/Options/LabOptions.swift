import ArgumentParser
import Foundation
import GaussianMixtures
import LabCore
import LabFiles
import LabView
import Rasterizer
import SDLShell

/// What the window and `render` show, and how large.
struct LabOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The two columns to show, by name; the first two numeric ones otherwise.", valueName: "a,b"))
  var columns: String?

  @Option(
    name: [.customShort("k"), .customLong("components")],
    help: "The number of components, 1 to \(LabState.componentCounts.upperBound).")
  var components: Int?

  @Option(help: "The seed of the start.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("The picture's size in pixels.", valueName: "WxH"))
  var size = PictureSize(width: 1280, height: 800)

  @Option(help: ArgumentHelp("A TrueType font instead of DejaVu Sans.", valueName: "FILE.ttf"), completion: .file())
  var font: String?

  @Option(help: "Colors: \(Look.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme = Look.light

  enum Look: String, ExpressibleByArgument, CaseIterable { case light, dark, projector }

  mutating func validate() throws {
    if let components, !LabState.componentCounts.contains(components) {
      throw ValidationError(
        "-k \(components) is out of range; the window shows 1 to \(LabState.componentCounts.upperBound) components")
    }
  }

  /// The lab as it opens.
  func state(file: String?) throws -> LabState {
    var state: LabState
    if let file {
      let line = ProgressLine()
      defer { line.clear() }
      let source = try LabData.source(file, columns: columnNames) { fraction in
        line.show("reading \(file): \(Int(fraction * 100)) %")
        return true
      }
      if let components, components > source.x.count {
        throw Failure(
          "\(components) components need at least \(components) points; choose a smaller -k, "
            + "\(source.name.title) has \(source.x.count)")
      }
      state = LabState(source: source, componentCount: components ?? 3, seed: seed ?? 1, menu: LabData.menu)
    } else if components != nil || seed != nil {
      state = LabState(
        source: Example.threeClusters.source, componentCount: components ?? 3, seed: seed ?? 1, menu: LabData.menu)
    } else {
      state = LabState(example: .threeClusters, menu: LabData.menu)
    }
    state.apply(.shell(.resize(width: size.width, height: size.height, pixelRatio: 1)))
    if theme == .dark { state.apply(.interface(.setTheme(.dark))) }
    if theme == .projector { state.apply(.interface(.toggleProjector)) }
    return state
  }

  private var columnNames: [String]? {
    columns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The font asked for, DejaVu Sans, or the built-in one; each step down is said.
  func textSource() -> any TextSource { LabOptions.textSource(font) }

  static func textSource(_ font: String?) -> any TextSource {
    if let font {
      if let opened = SDLFont(path: font) { return opened }
      Console.note("the font \(font) cannot be read; using another, choose a TrueType file with --font")
    }
    for path in SDLFont.usualPaths {
      if let opened = SDLFont(path: path) { return opened }
    }
    Console.note(
      "DejaVu Sans was not found; using the built-in font, install fonts-dejavu-core or name one with --font")
    return BuiltInFont()
  }
}

/// Width × height as `--size` takes it.
struct PictureSize: ExpressibleByArgument {
  static let widths = 320...7680
  static let heights = 240...4320

  let width: Int
  let height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]), PictureSize.widths.contains(width),
      PictureSize.heights.contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
