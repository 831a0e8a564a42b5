extension ProblemChapter {
  /// What can be wrong with a survey's rows, and how percentiles may not be made or stated.
  static let surveys = ProblemChapter(
    title: "The rows of surveys, and what may not be made of percentiles",
    explanations: [
      ProblemExplanation(
        .badSurveyRow,
        cause: """
          A row of the survey cannot be used: percentiles fall from left to right, a value is not a number or below zero, all are \
          zero, or survey, year, specialty or metric is blank. Or its year or data year is not from 1990 to 2100, or the data year is \
          after the year of publication: it would go before all others. Or two rows of one year fit a specialty. Nobody is placed \
          in it.
          """,
        remedy: "Check the row against the survey.",
        page: .init("Bring a survey", "manual/bring-a-survey.md")),
      ProblemExplanation(
        .repeatedSurveyRow,
        cause: """
          Two rows of a survey's file have the same survey, year, data year, specialty, region, kind of provider and metric. Where \
          they say the same the first is used, and where they differ neither is.
          """,
        remedy: "Take out the row that is wrong or not needed."),
      ProblemExplanation(
        .mistakenMetric,
        cause: """
          The values of a row cannot be of its metric: a dollar sign or the magnitude of dollars under work RVUs (a median above \
          60,000), pay below $20,000 a year, less than $1 or more than $2,000 for a work RVU. Columns or words of metrics are \
          exchanged, or values are in thousands. The row is left out.
          """,
        remedy: "Correct the metric, or say `thousands` in the survey map.",
        page: .init("Use surveys", "manual/use-surveys.md")),
      ProblemExplanation(
        .doubtfulSurveyRow,
        cause: """
          A row of a survey is used and calls for a look: the mean lies outside the published percentiles, no median is \
          published, there are fewer respondents than organisations or their number is not given, or the median is unusual for \
          the metric.
          """,
        remedy: "Hold the row against the survey."),
      ProblemExplanation(
        .unreadMetric,
        cause: """
          A survey's file has rows of a metric that this program does not know, such as call pay. They are not read.
          """,
        remedy: "Nothing. If it is one of the metrics by another word, name the word in a survey map.",
        page: .init("Use surveys", "manual/use-surveys.md")),
      ProblemExplanation(
        .productOfPercentiles,
        cause: """
          At every percentile, a row of total compensation is the work RVUs times the compensation per work RVU of the same \
          percentile, within half a unit of the last decimal that it shows (half a dollar where it shows whole dollars), at three \
          percentiles or more. Such a row is no survey's. The clinician with p75 work RVUs is not the one with p75 dollars for \
          each: whoever produces most is, as a rule, paid less for each. The product is too high above the median and too low \
          below it. The row is left out.
          """,
        remedy:
          "Take the survey's own percentiles of total compensation. Where there are none, there is no percentile of pay."
      ),
      ProblemExplanation(
        .quotientOfPercentiles,
        cause: """
          At every percentile, a row of compensation per work RVU is the total compensation over the work RVUs of the same \
          percentile, within half a unit of the last decimal that it shows, and what half a unit of the work RVUs changes in it, \
          at three percentiles or more. The quotient of two percentiles is no percentile of the quotient: it is too flat, since \
          those with the highest dollars for a work RVU are not those with the highest pay. The row is left out.
          """,
        remedy: "Take the survey's own percentiles of compensation per work RVU."),
      ProblemExplanation(
        .rateOfLowProducers,
        cause: """
          A high percentile of compensation per work RVU is shown, or a value is placed there. Those who are paid most for a work \
          RVU are mostly those who produce fewest of them: their pay is a salary over a small divisor. It is no rate at which a \
          high producer is paid.
          """,
        remedy: """
          Do not multiply it with work RVUs. To say what a producer is paid, take the percentiles of total compensation.
          """),
      ProblemExplanation(
        .inconsistentClaim,
        cause: """
          A stated standing does not agree with the survey: the value stands at another percentile than stated, or is another \
          multiple of the median, or the stated percentile and the stated multiple cannot both hold in this survey, as with "77th \
          percentile" and "2.1x the median" where the survey's p77 is 1.3 times its median. A percentile agrees where it is the \
          value's own, floored or rounded half up to the decimals that are stated: of a value at 76.9 the 76th and the 77th, of one at \
          76.2 the 76th alone. On a plateau any of its percentiles does. A bound ("above the 90th percentile", "at or below the \
          25th") agrees where the value keeps it; a multiple agrees within half of its last decimal.
          """,
        remedy: "State one basis: survey, year, metric and FTE. Two numbers that disagree come from two of them."),
      ProblemExplanation(
        .unverifiedClaim,
        cause: """
          A stated standing may be true or not, and the survey cannot tell: the value and the stated percentile both lie beyond its \
          highest or lowest published one, as with "95th percentile" of a value above the 90th where nothing above it is \
          published; or a multiple of the median is stated, and the survey publishes none or one of zero; or the row has too few \
          respondents to place anybody. That nothing contradicts a statement does not make it right.
          """,
        remedy: """
          State the bound that the survey tells, such as "above the 90th percentile", or take a survey that publishes more.
          """,
        page: .init("Use surveys", "manual/use-surveys.md")),
      ProblemExplanation(
        .unmatchedSpecialty,
        cause: """
          A specialty is not among a survey's by this name, by a reviewed synonym, or by the job's own table. Names are never \
          matched by a guess: "Cardiology: Invasive" is close to "Cardiology: Noninvasive", and another distribution.
          """,
        remedy: """
          Take one of the survey's names, or write a row in a table of your own, which the job names as `specialtyNames`.
          """,
        page: .init("Use surveys", "manual/use-surveys.md")),
    ])
}
