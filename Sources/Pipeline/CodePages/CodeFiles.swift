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
  /// - Parameter work: something to be done at the same time.
  init(of code: ProcedureCode, in fees: FeeLibrary, dataFolder: String, alongside work: () -> Void = {}) {
    self.code = code
    history = Result { () throws(InputFailure) in try fees.workHistory(of: code, alongside: work) }
    note = Result { () throws(InputFailure) in try CodeNoteFile.read(code, in: dataFolder) }
  }
}
