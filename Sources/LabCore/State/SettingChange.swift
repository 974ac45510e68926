/// A choice on the page of settings.
public enum SettingChange: Sendable, Hashable, Codable {
  /// As in BCP 47.
  case language(String)
  case textScale(TextScale)
  case theme(ThemeChoice)
  /// Of projector mode.
  case projectorTheme(ThemeChoice)
  /// Whether a half-step is on show at once, without a passage to it.
  case reducesMotion(Bool)
  /// Whether points have a shape by their owner, beside its color.
  case shapesPoints(Bool)
  /// Whether half-steps are heard.
  case soundsSteps(Bool)
  /// Whether what is new on the screen is spoken.
  case speaksNews(Bool)
}

/// How large the window's texts are, and what stands beside them, in percent: as far as the window has room for it.
public enum TextScale: Int, Sendable, Hashable, Codable, CaseIterable {
  case usual = 100
  case larger = 125
  case large = 150
  case largest = 200

  public var factor: Double { Double(rawValue) / 100 }
}
