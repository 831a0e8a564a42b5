import Ingest
import MedicareFees
import ProductivityModel

/// What the files of the reference data say of one code besides its release.
struct CodeFiles: Sendable {
  /// The code.
  let code: ProcedureCode
  /// The note on it; nil where there is none.
  let note: Result<CodeNote?, InputFailure>
  /// Its work in all releases on board.
  let history: Result<WorkHistory, InputFailure>

  /// Reads the files; one that cannot be used counts where it is asked for.
  ///
  /// - Parameters:
  ///   - name: a release that is read as a whole at the same time.
  ///   - load: reads it; nil where it cannot be used.
  init(
    of code: ProcedureCode, in fees: FeeLibrary, dataFolder: String, besides name: String? = nil,
    loading load: () -> FeeSchedule? = { nil }
  ) {
    self.code = code
    history = Result { () throws(InputFailure) in try fees.workHistory(of: code, besides: name, loading: load) }
    note = Result { () throws(InputFailure) in try CodeNoteFile.read(code, in: dataFolder) }
  }
}
