import ArgumentParser
import LabCore

/// For computer rooms. All of it may also stand in the file of settings.
struct LabRoomOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Fill the screen, close by Ctrl Shift Q only, and keep to the class folder.")
  var kiosk: Bool?

  @Option(
    help: ArgumentHelp("Where files are opened and saved.", valueName: "DIR"),
    completion: .directory)
  var classFolder: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Begin anew where nobody has touched anything for so long.", valueName: "MINUTES"),
    transform: LabRoomOptions.minutes)
  var resetAfter: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Fit the examples one after another where nobody has touched anything for so long; a key or a click ends it.",
      valueName: "MINUTES"),
    transform: LabRoomOptions.minutes)
  var attract: Double?

  private static func minutes(_ argument: String) throws -> Double {
    guard let minutes = Double(argument), LabSettings.idleMinutes.contains(minutes) else {
      throw ValidationError("give minutes from 0.1 to 1440, as in 10")
    }
    return minutes
  }
}
