import GaussianMixtures
import LabFiles

/// A start that the user wrote down, matched to a table's columns and brought into a family.
struct UserStart {
  let path: String
  let file: StartFile
  let family: CovarianceFamily
  /// The smallest variance of covariances that the file leaves out, as in `EMOptions.floor`.
  let floor: Double
  /// Where the start was changed to fit the family: what to say.
  let projectionNotice: String?

  init(_ path: String, components: Int?, family: CovarianceFamily, floor: Double) throws {
    self.path = path
    self.family = family
    self.floor = floor
    var file = try StartFile.read(path, family: family)
    if let components, components != file.means.count {
      throw Failure("\(Format.input(path)) has \(file.means.count) means and -k asks for \(components); leave out -k")
    }
    // Without covariances those of the data are taken, in the family.
    var isProjected = false
    if let given = file.covariances?.map({ CovarianceMatrix($0) }) {
      let weights = file.weights ?? Array(repeating: 1 / Double(given.count), count: given.count)
      let projected = GaussianMixture(weights: weights, means: file.means, covariances: given).converted(to: family)
      isProjected = !zip(given, projected.covariances).allSatisfy(Self.areEqual)
      if isProjected { file.covariances = projected.covariances.map(\.nested) }
    }
    self.file = file
    projectionNotice =
      isProjected
      ? "the covariances of \(Format.input(path)) are not \(family); begun with the nearest that are, see --covariance"
      : nil
  }

  /// The columns of a table that the start belongs to.
  var columns: ModelColumns { ModelColumns(file: path, names: file.columns, dimensions: file.means[0].count) }

  /// - Parameter data: points that EM can compute with; what is wrong then is wrong with the file.
  func mixture(for data: Dataset, columns: [String]) throws -> GaussianMixture {
    if file.means.count > data.count {
      throw MixtureError.tooFewPoints(points: data.count, components: file.means.count)
    }
    do throws(MixtureError) {
      return try (file.ordered(as: columns) ?? file).mixture(for: data, family: family, floor: floor)
    } catch {
      throw FileError.notUsable(path, as: "a usable start", error)
    }
  }

  /// Up to the rounding of a mean.
  private static func areEqual(_ a: CovarianceMatrix, _ b: CovarianceMatrix) -> Bool {
    let size = a.diagonal.map(abs).max() ?? 0
    return zip(a.nested.joined(), b.nested.joined()).allSatisfy { abs($0 - $1) <= 1e-12 * size }
  }
}
