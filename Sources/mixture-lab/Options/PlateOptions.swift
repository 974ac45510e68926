import ArgumentParser
import LabCore
import LabView

/// What stands on a picture for others beside the fit.
struct PlateOptions: ParsableArguments {
  @Option(help: "The fit, the likelihood, or both side by side.")
  var content: Export.Show?

  @Option(help: ArgumentHelp("A title above; a line below it tells data, model and start.", valueName: "TEXT"))
  var title: String?

  @Flag(help: "Weight, mean, axes and angle of each component below.")
  var numbers = false

  /// Whether any of them was asked for.
  var isAskedFor: Bool { content != nil || title != nil || numbers }

  /// Refuses what would say nothing of models side by side.
  func check(beside compare: Comparison?) throws {
    guard compare != nil else { return }
    if numbers { throw ValidationError("--numbers tells of one model; leave out --numbers or --compare") }
    if let content, content != .fit {
      throw ValidationError("--content \(content.rawValue) is the curve of one run; leave it out, or --compare")
    }
  }

  func plate(_ usual: Export.Show, halfSteps: ClosedRange<Int>? = nil) -> Plate {
    Plate(content ?? usual, title: title.map { .text($0) }, hasNumbers: numbers, halfSteps: halfSteps)
  }
}

extension Export.Show: ExpressibleByArgument {}
