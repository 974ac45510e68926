import ArgumentParser
import LabCore

/// Layers as options name them: points,one-sigma,contours. The model is shown unless it is said to be hidden.
struct LayerList {
  let layers: Layers

  init(argument: String) throws {
    var shown: Set<CanvasLayer> = [.model]
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      if name == LayerList.noModel {
        shown.remove(.model)
      } else if let layer = CanvasLayer.allCases.first(where: { LayerList.name($0) == name }) {
        shown.insert(layer)
      } else {
        throw ValidationError("choose from \(LayerList.names)")
      }
    }
    layers = Layers(shown)
  }

  private static let noModel = "no-model"

  /// All names, separated by commas.
  static let names =
    (CanvasLayer.allCases.filter { $0 != .model }.map(name) + [noModel]).joined(separator: ", ")

  /// oneSigma as one-sigma.
  private static func name(_ layer: CanvasLayer) -> String {
    layer.rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}
