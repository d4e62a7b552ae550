# The base project's analysis, written in R.
plumbline_analysis(
  id = "rates",
  title = "Rates of invented areas",
  resources = "rates",
  parameters = list(year = 2020),
  run = function(tables, parameters) {
    one_year <- subset(tables$rates, year == parameters$year & !is.na(children))
    one_year$rate <- 10000 * one_year$children / one_year$population
    se <- sd(one_year$rate) / sqrt(nrow(one_year))
    list(
      findings = list(
        plumbline_finding(
          id = "mean-rate", value = mean(one_year$rate), unit = "per 10,000", decimals = 1, n = nrow(one_year),
          interval = mean(one_year$rate) + c(-1.96, 1.96) * se,
          method = "Arithmetic mean of the rates of the areas", definition = "Children per 10,000 of the population"
        ),
        plumbline_finding(
          id = "areas", value = nrow(one_year), unit = "count", decimals = 0,
          method = "Areas with a rate", definition = "Number of areas whose count is not suppressed"
        )
      ),
      claims = list(
        plumbline_claim("mean-over-fifty", "The mean rate is above 50", mean(one_year$rate) > 50, "mean-rate")
      ),
      tables = list(
        plumbline_table(
          "rates", "Rate by area", one_year,
          list(
            plumbline_field("area", "Code"), plumbline_field("name", "Area"),
            plumbline_field("rate", "Rate", unit = "per 10,000", decimals = 1)
          ),
          key = "area", source = "Invented data"
        ),
        plumbline_table(
          "counts", "Children by area and year", tables$rates[nrow(tables$rates):1, ],
          list(plumbline_field("area", "Code"), plumbline_field("year", "Year"), plumbline_field("children", "Children")),
          key = c("area", "year")
        )
      )
    )
  }
)
