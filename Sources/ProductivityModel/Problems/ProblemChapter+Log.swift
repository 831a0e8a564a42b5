extension ProblemChapter {
  /// What can be wrong with a log, its columns and its records.
  static let log = ProblemChapter(
    title: "The records of a log",
    explanations: [
      ProblemExplanation(
        .missingValue,
        cause: """
          The cell of `clinician_id`, `service_date` or `code` is blank, or holds `NULL`, as a database writes what is not there. Or a \
          cell of a workbook that is read holds an error such as `#N/A`, or a formula whose result was not saved. The record is \
          rejected. In a price list or a claim it \
          is the code, the release or the place of payment that is blank, and no option says it.
          """,
        remedy: """
          Fill in the value in the system that the log comes from. If many records lack it, look whether the column map \
          names the right header, and whether the value stands only on the first row of each block: then write `fill: down` for \
          the column.
          """),
      ProblemExplanation(
        .impossibleDate,
        cause: """
          `service_date` or `post_date` is not a day that exists, such as 2026-02-30, or is written in another form than \
          YYYY-MM-DD. The record is rejected.
          """,
        remedy: """
          Correct the date. Have the extract write days as YYYY-MM-DD, or name their form in the column map (`dates: [US]`): \
          04/05/2026 could be two days, so the program does not guess.
          """),
      ProblemExplanation(
        .notANumber,
        cause: """
          A cell of `units`, `charge`, `minutes`, `base_units`, `postop_days` or `source_rvu` is not a number, or has too many \
          decimals (units four, charge two, minutes and base units three, source RVUs six), or is more than a line may have: \
          1,000,000 units, 100,000,000 dollars, a week of minutes, 100 base units, 366 days. Minutes and base units are never \
          below zero. The record is rejected.
          """,
        remedy: """
          Write numbers: 2, 12.50, -1. `$1,250.50` and `(12.50)` for less than nothing are understood too; words are not. Where \
          a number is too large, see whether the columns have shifted.
          """),
      ProblemExplanation(
        .zeroUnits,
        cause: "`units` is 0. The record is rejected.",
        remedy: "Correct the units, or leave the line out. A reversal has negative units, not zero."),
      ProblemExplanation(
        .malformedCode,
        cause: """
          The text under `code` holds something other than letters and digits, or more than 16 of them. The record is rejected. \
          In a price list or a claim a code has five.
          """,
        remedy: """
          Correct the code. Where the extract writes `99214-25` or `99214 - a title`, a column map takes it apart: \
          `code: {column: Procedure, take: code}`, and the same for `modifiers`.
          """,
        page: .init("Read your own log", "manual/read-your-own-log.md")),
      ProblemExplanation(
        .malformedModifier,
        cause: """
          The cell of `modifiers` cannot be read as modifiers of two letters or digits each. The record is rejected.
          """,
        remedy: """
          Write two characters for each, with blanks between them: `59 LT`. In a log `59,LT`, `59-LT` and `59LT` are understood \
          too; words are not.
          """),
      ProblemExplanation(
        .malformedPlace,
        cause: "`place_of_service` is not one or two digits. The record is rejected.",
        remedy: "Write CMS's code, such as 11 or 22. Your own place names must be translated in the extract."),
      ProblemExplanation(
        .malformedIdentifier,
        cause: """
          `clinician_id`, `billing_id` or `supervising_id` has the form of none of the ids in the roster: other letters in other \
          places, or a run of digits more than two longer than any there. Or `specialty` has a digit. The record is rejected and \
          its text is not shown, since a column that has shifted may put a patient's number there. Or any id or name has a \
          character that is lost or cannot be seen, or an id a stray quote: it would look like another and not be it.
          """,
        remedy: """
          Correct the id, or add the clinician to the roster. Write specialties in words. Where characters are lost, save the \
          file as UTF-8, or name its encoding in a column map.
          """),
      ProblemExplanation(
        .raggedRow,
        cause: """
          The record has more or fewer fields than the header, or is too long to be a record; in claims, a service line belongs \
          to no claim. Nobody can say which value is missing, so it is rejected as a whole.
          """,
        remedy: """
          Look at the line for a comma or a line break in a value without quotes, or for a file that breaks off.
          """),
      ProblemExplanation(
        .unclosedQuote,
        cause: "A quote is opened and never closed, or there is text after a closing quote. The record is rejected.",
        remedy: "Close the quote. Inside a quoted value, write two quotes for one."),
      ProblemExplanation(
        .unmatchedClinician,
        cause: """
          The column map finds clinicians by name or by national provider identifier, and the cell is nobody's name in the \
          roster, that of several people, or no identifier of ten digits. In claims it is the provider that is named by no such identifier. \
          The record is rejected.
          """,
        remedy: """
          Write the name as the roster has it, or add it there. Letters without their marks, `Garcia` for García, are found where \
          nobody else could be meant. Where two people have one name, name them by id in the log. A \
          spreadsheet may have rounded the identifier: have the column written as text.
          """),
      ProblemExplanation(
        .otherRow,
        cause: """
          Titles stand above the header, the header is repeated, a row is a total, a page number or a footer, or the column \
          map's conditions leave it out. A row with both a day and a procedure code is never taken for a total or a footer.
          """,
        remedy: """
          See at the place told that it is no service. Such rows are not among the records of the control totals.
          """),
      ProblemExplanation(
        .repairedCode,
        cause: """
          A spreadsheet took codes for numbers: `840` is read as 00840, `99214.0` as 99214. Every code has five characters.
          """,
        remedy: "Have the column written as text."),
      ProblemExplanation(
        .repeatedLine,
        cause: """
          A line with the same `line_id` and the same content is there again, in the same file or another; or a line without an \
          id says the same in every cell as a line of the same patient in another file, as overlapping extracts do. It counts \
          once; the others are duplicates. Lines without an id that say the same within one file are services that were done as \
          often, and all count.
          """,
        remedy: "Nothing, unless there are many: then an extract may have been put in twice."),
      ProblemExplanation(
        .correctedLine,
        cause: """
          The line is of a claim that a later one replaces. Or a later record has the same `line_id` and differs in any standard \
          column, used in the numbers or not. The last one in the input counts; the earlier are superseded. Files are read in \
          the order of the job, those of a pattern by name.
          """,
        remedy: """
          Nothing, if your system re-sends corrected lines under their ids. If it gives ids again to other lines, leave \
          `line_id` out of the column map.
          """),
      ProblemExplanation(
        .reusedLineID,
        cause: """
          A later record has the same `line_id`, and neither the clinician nor the patient nor the day of service of the earlier one. \
          No correction changes all of them: some systems number the lines of each extract from 1 on. The later line counts, and \
          the earlier one is superseded and earns nothing.
          """,
        remedy: """
          Leave `line_id` out, by a column map or from the file; or make ids that hold for all files, such as the extract's \
          name with the number. Nobody should be paid by the run before.
          """),
      ProblemExplanation(
        .orphanReversal,
        cause: """
          A line with negative units has no line with the same clinician, patient, date, code, modifiers, place and units, or \
          names in `void_of` a line that is not there. Or a claim of frequency 8 has no claim with its number and patient before \
          it. It is held: nothing is subtracted.
          """,
        remedy: """
          Add the file that has the original to the job, or correct the reversal. Where all lines of a clinician, patient and day \
          are negative, they are taken as that day reversed, and counted.
          """),
      ProblemExplanation(
        .outOfPeriod,
        cause: """
          The service date lies outside the period of the job, or after `through`. The line is counted as such and not further.
          """,
        remedy: "Nothing, in most cases. If there are many, look at `year`, `period` and `through` in the job."),
      ProblemExplanation(
        .noPatient,
        cause: """
          Lines have no `patient_id`, so the program cannot tell which procedures were done in one session. Each is credited in \
          full.
          """,
        remedy: "Add a patient key to the extract. Any stable key will do; it is in no output."),
      ProblemExplanation(
        .emptyLog,
        cause: "A log file holds its line of headers and nothing after it.",
        remedy: "See whether the extract ran, and for which days."),
      ProblemExplanation(
        .negativeCharge,
        cause: """
          Some systems reverse a charge by another with the same units and the opposite amount. Units decide in the standard \
          layout, so such a line counts as a service, and the work would count twice.
          """,
        remedy: """
          If these lines are reversals, write `reversals: negative-charge` in the column map: then each cancels the line that it \
          reverses. If they are corrections of a price, nothing.
          """),
      ProblemExplanation(
        .unreadSheet,
        cause: """
          A workbook has several sheets that are not hidden. Those that have the columns of a log are read; a summary or notes \
          are not. Of a survey's workbook the first sheet that fits is read.
          """,
        remedy: """
          Nothing, if they hold no services. Otherwise see what their columns are called: a sheet with other headings needs an \
          entry and a column map of its own, which names it with `sheet`.
          """),
      ProblemExplanation(
        .unreadFolder,
        cause: "`files` names a folder, and there are folders in it.",
        remedy: "Nothing, if they hold no logs of the job. Otherwise name them in entries of their own."),
      ProblemExplanation(
        .manyRejects,
        cause: """
          The share of a log's records that are rejected is larger than `maximumRejectShare` in the job. A run that would write \
          reports stops with exit code 3, and the earlier ones stay.
          """,
        remedy: """
          See with `rvubench check` why they are rejected; correct the extract or the column map. One kind of fault in most \
          records is often a wrong form of days or a column that has shifted.
          """,
        page: .init("When a run fails", "manual/when-a-run-fails.md")),
      ProblemExplanation(
        .repeatedFile,
        cause: """
          Two log files of the job have the same bytes: one extract under two names. All records of the second are duplicates.
          """,
        remedy: "Take one of the two files out of the job."),
      ProblemExplanation(
        .closedPeriod,
        cause: """
          Months of the run were closed with `rvubench close`. They are counted with the lines, the roster, the policies and the \
          releases of that time, and today's would make the same of them. Records of those months in today's logs are \
          `out_of_period`. Pay is by today's plans and files of pay: the finding says where it could not be compared.
          """,
        remedy: "Nothing.", page: .init("Close a month", "manual/close-a-month.md")),
      ProblemExplanation(
        .closedPeriodDiffers,
        cause: """
          Months of the run were closed with `rvubench close` and are counted as they were closed. Since then something came \
          that would change them: late lines, voids or corrections, another roster, policy or release.
          """,
        remedy: """
          Read the restatement that the run wrote: it tells each line and the cause. To take it over, close the months anew with \
          `rvubench close --amend --reason TEXT`; what was closed first is kept beside it.
          """,
        page: .init("Close a month", "manual/close-a-month.md")),
      ProblemExplanation(
        .closedPayDiffers,
        cause: """
          Months of the run were closed with `rvubench close`. Work of closed months stays, but pay is by the plans, duties, \
          panels, quality and total FTE of today, and these make another sum of the closed months than the statements that were \
          kept when they were closed. Only measurement periods within the closed months are compared.
          """,
        remedy: """
          See what changed since: a rate that was changed in place, where a second entry of the plan was meant, or duties that \
          came late. Where today's is right, settle the difference and close the months anew with `rvubench close --amend \
          --reason TEXT`.
          """,
        page: .init("Close a month", "manual/close-a-month.md")),
      ProblemExplanation(
        .misspeltColumn,
        cause: """
          In the standard layout a header is no standard column, but close to one that is missing. The column is not read.
          """,
        remedy: "Rename the header, or write a column map.",
        page: .init("Read your own log", "manual/read-your-own-log.md")),
      ProblemExplanation(
        .unreadColumn,
        cause: """
          In the standard layout of logs, or in the layout of a survey's file, a header is none of the columns. It is not read.
          """,
        remedy: "Nothing. Take the column out, or write a map, if you want the note to go."),
      ProblemExplanation(
        .absentColumn,
        cause: "The column map calls a column optional, and the file has none of its headers.",
        remedy: "Nothing, where the extract is meant to be without it. Otherwise add the column to the extract."),
    ])
}
