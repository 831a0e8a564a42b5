import ProductivityModel

/// Why a row of a file of pay cannot be used.
struct PayRowFault: Error {
  var problem: Problem
  var column: String
  var message: String
  var hint: String

  init(_ problem: Problem, _ column: String, _ message: String, _ hint: String) {
    self.problem = problem
    self.column = column
    self.message = message
    self.hint = hint
  }
}
