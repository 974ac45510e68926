import FoundationEssentials
import GaussianMixtures
import LabCore
import Rasterizer

/// The lines that are drawn in a mixture's field, in pieces: both kinds are looked for in one grid, a band of its rows after
/// the other, by all processors.
struct FieldLines {
  /// Between components: see `OwnerRegions`.
  let borders: [LineSegment]
  /// See `DensityContours`.
  let contours: [LineSegment]

  /// Those that can be seen in `canvas`, in pixels, as far as they are switched on: borders with the regions.
  init(_ mixture: PlanarMixture, canvas: Rect, _ layers: Layers) {
    let hasBorders = layers.shows(.regions)
    let levels = layers.shows(.contours) ? DensityContours.levels(mixture) : []
    guard hasBorders || !levels.isEmpty else {
      (borders, contours) = ([], [])
      return
    }
    let parts = FieldGrid(mixture, canvas: canvas).bands
    let found = concurrentMap(parts.count, threads: ProcessInfo.processInfo.activeProcessorCount) { index in
      (
        borders: hasBorders ? OwnerRegions.borders(mixture, parts[index]) : [],
        contours: DensityContours.lines(mixture, levels: levels, parts[index])
      )
    }
    borders = found.flatMap(\.borders)
    contours = found.flatMap(\.contours)
  }
}
