# England, every year: counts, rates, their change, and how much each stage holds of the one before.

NATIONAL_RESOURCES <- c("children-in-need", "looked-after", "child-population")

national_findings <- function(rates, parameters) {
  first <- parameters$first; last <- parameters$last; latest <- parameters$latest
  of_measure <- function(measure) {
    what <- MEASURE_DEFINITIONS[[measure]]
    rate <- function(year) rate_of(rates, measure, year)
    count <- function(year) rate_of(rates, measure, year, column = "count")
    rate_finding <- function(year) plumbline_finding(
      sprintf("rate-%s-%s", measure, in_words(year)), rate(year), "per 10,000", 1,
      method = "Count as first published over the population aged 0 to 17 of the first release that prints one for the year",
      definition = sprintf("Rate for England of %s, %s", what, in_words(year)), resources = NATIONAL_RESOURCES
    )
    count_finding <- function(year) plumbline_finding(
      sprintf("count-%s-%s", measure, in_words(year)), count(year), "count", 0,
      method = "As first published", definition = sprintf("Number for England of %s, %s", what, in_words(year)),
      resources = if (measure == "looked-after") "looked-after" else "children-in-need"
    )
    change <- function(kind, of, to) plumbline_finding(
      sprintf("%s-change-%s-%s", kind, measure, in_words(to)), 100 * (of(to) / of(first) - 1), "percent", 0,
      method = sprintf("The %s of %s over that of %s, less one", kind, in_words(to), in_words(first)),
      definition = sprintf("Change in the %s for England of %s, %s to %s", kind, what, in_words(first), in_words(to)),
      resources = NATIONAL_RESOURCES
    )
    c(
      lapply(c(first, last, latest), rate_finding), lapply(c(first, last, latest), count_finding),
      list(change("rate", rate, last), change("count", count, last), change("rate", rate, latest), change("count", count, latest))
    )
  }
  c(
    unlist(lapply(MEASURES, of_measure), recursive = FALSE),
    unlist(lapply(c(first, last, latest), function(year) share_findings(rates, year)), recursive = FALSE),
    list(
      plumbline_finding(
        "years-held", latest - first + 1, "count", 0, "Years from the first to the last with national counts of all measures",
        "Years of national figures held", resources = NATIONAL_RESOURCES
      ),
      plumbline_finding(
        "confidence-level", 100 * LEVEL, "percent", 0, "Set by the analysis", "Confidence level of the intervals", resources = character(0)
      ),
      plumbline_finding(
        "measures-compared", length(MEASURES), "count", 0, "The measures of this summary", "Measures whose rates are given", resources = NATIONAL_RESOURCES
      ),
      plumbline_finding(
        "rate-gap-largest", largest_gap(rates), "per 10,000", 2,
        "Largest absolute difference of computed and printed rates over all measures and years from 2010-11 to 2020-21",
        "How far rates computed here are from those that the releases print", resources = NATIONAL_RESOURCES
      )
    )
  )
}

STAGES <- list(c("section-47", "referrals"), c("conferences", "section-47"), c("conferences", "referrals"))

share_findings <- function(rates, year) {
  lapply(STAGES, function(stage) {
    count <- function(measure) rate_of(rates, measure, year, column = "count")
    plumbline_finding(
      sprintf("%s-per-%s-%s", stage[1], stage[2], in_words(year)), 100 * count(stage[1]) / count(stage[2]), "percent", 0,
      method = "One national count over the other, of the same year",
      definition = sprintf("Number of %s for each hundred %s, England, %s", MEASURE_DEFINITIONS[[stage[1]]], MEASURE_DEFINITIONS[[stage[2]]], in_words(year)),
      resources = "children-in-need"
    )
  })
}

# The releases print rates too, from 2010-11 on to a decimal; ours must be theirs, to that. For 2021-22 the population
# that the release used is in no file, and from 2022-23 none is printed.
largest_gap <- function(rates) {
  printed <- rates[rates$area == ENGLAND & rates$measure %in% MEASURES & rates$year > 2010 & rates$year <= 2021 & !is.na(rates$printed), ]
  max(abs(printed$rate - printed$printed))
}

national_tables <- function(rates, parameters) {
  own <- rates[rates$area == ENGLAND & rates$measure %in% MEASURES & rates$year >= parameters$first & rates$year <= parameters$latest, ]
  own$index <- 100 * own$rate / own$rate[match(paste(own$measure, parameters$first), paste(own$measure, own$year))]
  own$title <- unname(MEASURE_NAMES[own$measure])
  years <- sort(unique(own$year))
  wide <- function(column) {
    columns <- lapply(MEASURES, function(measure) own[[column]][match(paste(measure, years), paste(own$measure, own$year))])
    data.frame(year = years, financial_year = in_words(years), stats::setNames(columns, gsub("-", "_", MEASURES)), check.names = FALSE)
  }
  fields <- function(unit, decimals) c(
    list(plumbline_field("year", "Year ending 31 March", type = "year", hidden = TRUE), plumbline_field("financial_year", "Year")),
    lapply(MEASURES, function(measure) plumbline_field(gsub("-", "_", measure), MEASURE_NAMES[[measure]], unit = unit, decimals = decimals))
  )
  list(
    plumbline_table(
      "national-rates", "Rates for England", wide("rate"), fields("per 10,000", 1), "year",
      notes = c(
        "Plans and looked-after children: at 31 March of the year’s end. The others: during the year.",
        "Counts as first published over the population aged 0 to 17 of the first release that prints one for the year. From 2021-22 that population rests on the census of 2021, so that the step into that year is partly one of the base."
      ), source = NATIONAL_SOURCE, resources = NATIONAL_RESOURCES
    ),
    plumbline_table(
      "national-counts", "Numbers for England", wide("count"), fields("count", 0), "year",
      notes = "As first published, rounded by the publisher.", source = NATIONAL_SOURCE, resources = NATIONAL_RESOURCES
    ),
    plumbline_table(
      "national-index", "Rates for England as an index", own, list(
        plumbline_field("title", "Measure"), plumbline_field("year", "Year ending 31 March", type = "year"),
        plumbline_field("index", "Index, 2009-10 = 100", decimals = 1), plumbline_field("rate", "Rate", unit = "per 10,000", decimals = 1)
      ), c("title", "year"), source = NATIONAL_SOURCE, resources = NATIONAL_RESOURCES
    )
  )
}
