# The base project's analysis, written in R: the year 2021 has a suppressed count.
plumbline_analysis(
  id = "rates",
  title = "Rates of invented areas",
  resources = "rates",
  parameters = list(year = 2021),
  run = function(tables, parameters) {
    one_year <- subset(tables$rates, year == parameters$year)
    one_year$rate <- 10000 * one_year$children / one_year$population
    list(
      findings = list(),
      claims = list(),
      tables = list(
        plumbline_table(
          "rates", "Rate by area", one_year,
          list(plumbline_field("area", "Code"), plumbline_field("rate", "Rate", unit = "per 10,000", decimals = 1)),
          key = "area", source = "Invented data"
        )
      )
    )
  }
)
