import CExchange

/// Memory that a run needs no longer. The C library keeps what is freed for itself, each thread apart, so that the next step would
/// take as much again.
enum FreedMemory {
  /// Gives what was freed back to the system.
  static func giveBack() { give_back_memory() }
}
