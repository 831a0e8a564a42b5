/// The program's version, by semantic versioning: the second number changes with what reports say.
public let programVersion = "0.1.0"
