import GaussianMixtures
import Rasterizer

/// Colors of components, and of points by the components that own them.
public enum ComponentColors {
  /// Seven colors that people with any color vision tell apart (Okabe & Ito 2002), the strongest on white first.
  public static let standard = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0xD55E00, 0x56B4E9, 0xF0E442].map {
    Color(UInt32($0))
  }

  /// The color of component k: beyond the palette its colors repeat. An empty palette stands for the standard one.
  public static func color(of k: Int, in palette: [Color] = standard) -> Color {
    let palette = palette.isEmpty ? standard : palette
    return palette[((k % palette.count) + palette.count) % palette.count]
  }

  /// The color of each point: Σₖ rₙₖ cₖ in linear light, where rₙₖ are the point's responsibilities and cₖ the colors of
  /// the components. A point that belongs to one component alone has its color; one halfway between two has the color
  /// that light of both, half and half, has.
  ///
  /// Throws what `GaussianMixture.responsibilities(of:)` throws.
  public static func colors(
    of points: [[Double]], under model: GaussianMixture, palette: [Color] = standard
  ) throws(MixtureError) -> [Color] {
    try colors(of: Dataset(rows: points), under: model, palette: palette)
  }

  /// The same for points stored by column. Throws the same.
  public static func colors(
    of data: Dataset, under model: GaussianMixture, palette: [Color] = standard
  ) throws(MixtureError) -> [Color] {
    let responsibilities = try model.responsibilities(of: data)
    let colors = (0..<model.componentCount).map { color(of: $0, in: palette) }
    return (0..<responsibilities.count).map { Color.mix(colors, weights: responsibilities.row($0)) }
  }
}
