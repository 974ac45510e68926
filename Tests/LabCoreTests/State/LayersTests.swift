import Foundation
import Testing

@testable import LabCore

struct LayersTests {
  @Test func layersAreSwitchedAndReset() {
    var state = LabState.opened()
    #expect(state.layers == .usual && state.layers.shows(.points) && !state.layers.shows(.contours))
    state.perform(.view(.toggleLayer(.contours)), .view(.toggleLayer(.points)))
    #expect(state.layers.shows(.contours) && !state.layers.shows(.points))
    state.perform(.view(.toggleLayer(.contours)), .view(.setLayers(.usual)))
    #expect(state.layers == .usual && !state.canUndo)
  }

  /// The model hides everything of it, and what was switched on comes back with it.
  @Test func theModelHidesWhatIsOfIt() {
    var state = LabState.opened()
    state.perform(.view(.toggleLayer(.regions)), .view(.toggleLayer(.model)))
    for layer in CanvasLayer.allCases where layer != .points { #expect(!state.layers.shows(layer), "\(layer)") }
    #expect(state.layers.shows(.points))
    state.perform(.view(.toggleLayer(.model)))
    #expect(state.layers.shows(.regions) && state.layers.shows(.oneSigma))
  }

  @Test func aFileNamesThoseThatAreOn() throws {
    let layers = Layers([.regions, .points, .model])
    let written = try JSONEncoder().encode(layers)
    #expect(String(decoding: written, as: UTF8.self) == #"["points","regions","model"]"#)
    #expect(try JSONDecoder().decode(Layers.self, from: written) == layers)
  }

  @Test func escapeClosesTheListAfterWhatLiesOverIt() {
    var state = LabState.opened()
    state.perform(.interface(.toggleLayers), .interface(.toggleOverlay(.help)), .interface(.dismiss))
    #expect(state.interface.showsLayers && state.interface.overlay == nil)
    state.perform(.interface(.dismiss))
    #expect(!state.interface.showsLayers)
  }
}
