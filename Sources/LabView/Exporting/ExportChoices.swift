import LabCore
import LabWords

/// What there is to choose for each kind of export, in the order of the page.
struct ExportChoices {
  struct Group {
    let label: String
    /// The choices, one of which is in force.
    let changes: [ExportChange]
    let chosen: ExportChange
  }

  let groups: [Group]
  /// What is switched on or off: each as the change to the other.
  let checks: [(change: ExportChange, isOn: Bool)]
  let hasRange: Bool
  /// What is said where there is little to choose, or nothing to write.
  let sentences: [String]

  init(_ state: LabState) {
    let export = state.export
    let words = state.words
    func group(_ label: Label, _ changes: [ExportChange], _ chosen: ExportChange) -> Group {
      Group(label: words(label), changes: changes, chosen: chosen)
    }
    let colors = group(
      .exportColors, Export.Colors.allCases.map(ExportChange.colors), .colors(export.colors))
    let scale = group(.exportScale, Export.scales.map(ExportChange.scale), .scale(export.scale))
    switch export.kind {
    case .picture:
      groups = [
        group(.exportShow, Export.Frame.allCases.map(ExportChange.frame), .frame(export.frame)), scale, colors,
      ]
      (checks, hasRange, sentences) = ([], false, [])
    case .animation:
      groups = [
        group(.exportShow, Export.Show.allCases.map(ExportChange.show), .show(export.show)),
        group(.exportSize, Export.Size.allCases.map(ExportChange.size), .size(export.size)),
        group(.speed, Export.speeds.map(ExportChange.speed), .speed(export.speed)), colors,
      ]
      checks = [
        (.namesHalfSteps(!export.namesHalfSteps), export.namesHalfSteps), (.rests(!export.rests), export.rests),
      ]
      hasRange = state.canExport
      sentences = state.canExport ? [] : [words(.nothingToPlay)]
    case .sheet:
      groups = [
        group(
          .exportMoments, Export.momentCounts.map(ExportChange.momentCount), .momentCount(export.momentCount)), scale,
        colors,
      ]
      (checks, hasRange) = ([(.blanks(!export.leavesBlanks), export.leavesBlanks)], false)
      sentences = state.canExport ? [] : [words(.nothingToPlay)]
    case .data:
      groups = []
      checks =
        state.pointFacts == .density
        ? [
          (.responsibilities(!export.hasResponsibilities), export.hasResponsibilities),
          (.uncertainty(!export.hasUncertainty), export.hasUncertainty),
        ] : []
      hasRange = false
      sentences = [words(.rows(state.pointFacts))] + (state.canExport ? [] : [words(.nothingToExport)])
    case .handIn:
      (groups, checks, hasRange) = ([], [], false)
      sentences = [words(state.canExport ? .handInSentence : .nothingToHandIn)]
    case .model:
      (groups, checks, hasRange) = ([], [], false)
      sentences = [words(.modelSentence)] + (state.canExport ? [] : [words(.needsMixture)])
    }
  }
}

extension Label {
  /// What a row of a table is.
  fileprivate static func rows(_ facts: PointFacts) -> Label {
    switch facts {
    case .nothing: .pointsSentence
    case .owner: .ownersSentence
    case .density: .dataSentence
    }
  }
}

extension Words {
  func name(_ change: ExportChange) -> String {
    switch change {
    case .kind(.picture): self(.picture)
    case .kind(.animation): self(.animation)
    case .kind(.sheet): self(.sheet)
    case .kind(.data): self(.dataFile)
    case .kind(.model): self(.modelFile)
    case .kind(.handIn): self(.handIn)
    case .frame(.window): self(.wholeWindow)
    case .frame(.canvas): self(.canvasAlone)
    case .frame(.handout): self(.handout)
    case .scale(let scale): NumberText.decimal(Double(scale), digits: 0) + "×"
    case .show(.fit): self(.fitAlone)
    case .show(.likelihood): self(.likelihoodAlone)
    case .show(.both): self(.bothTogether)
    case .size(let size): "\(size.pixels.width)×\(size.pixels.height)"
    case .speed(let speed): SpeedText.text(speed)
    case .colors(.light): self(.lightColors)
    case .colors(.dark): self(.darkColors)
    case .colors(.projector): self(.projectorColors)
    case .momentCount(let count): String(count)
    case .namesHalfSteps: self(.namesHalfSteps)
    case .rests: self(.restsAtEnd)
    case .responsibilities: self(.withResponsibilities)
    case .uncertainty: self(.withUncertainty)
    case .blanks: self(.leavesBlanks)
    }
  }

  /// What a kind of export is, below its name.
  func explanation(_ kind: Export.Kind) -> String {
    switch kind {
    case .picture: self(.pictureDoes)
    case .animation: self(.animationDoes)
    case .sheet: self(.sheetDoes)
    case .data: self(.dataDoes)
    case .model: self(.modelDoes)
    case .handIn: self(.handInDoes)
    }
  }
}

extension Export.Kind {
  var icon: Icon {
    switch self {
    case .picture: .picture
    case .animation: .animation
    case .sheet: .gallery
    case .data: .table
    case .model: .model
    case .handIn: .handIn
    }
  }
}

extension Export {
  /// What the file shows.
  public var plate: Plate? {
    switch (kind, frame) {
    case (.picture, .handout): Plate(.both, title: .data, hasNumbers: true)
    case (.picture, .canvas): Plate(.fit, namesHalfStep: false)
    case (.animation, _):
      Plate(show, namesHalfStep: namesHalfSteps)
    case (.picture, .window), (.sheet, _), (.data, _), (.model, _), (.handIn, _): nil
    }
  }
}
