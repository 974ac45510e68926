import ArgumentParser

@main
struct MixtureLab: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mixture-lab")
}
