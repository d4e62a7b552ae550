# How rates differ between authorities that are more and less deprived.

CONTRAST_RESOURCES <- c("children-in-need", "looked-after", "child-population", "deprivation", "authorities")
DEPRIVATION <- "average score of the index of multiple deprivation 2015"

# Authorities with a score, a count and a population of the year; their fifth, 1 the least deprived.
deprived_authorities <- function(tables, rates, year) {
  scores <- tables$deprivation
  scores <- scores[scores$edition == 2015 & scores$index == "imd" & scores$area != SCILLY, c("area", "average_score")]
  own <- rates[rates$year == year & rates$measure %in% MEASURES, ]
  scores$fifth <- ceiling(5 * rank(scores$average_score, ties.method = "first") / nrow(scores))
  merge(own, scores, by = "area")
}

FIFTHS <- c("1 (least deprived)", "2", "3", "4", "5 (most deprived)")

contrast_rates <- function(own) {
  known <- own[!is.na(own$count), ]
  sums <- stats::aggregate(cbind(count, population) ~ measure + fifth, known, sum)
  sums$rate <- PER * sums$count / sums$population
  sums
}

# The relative index of inequality of each measure, from one row per authority.
relative_indices <- function(own) {
  rows <- lapply(MEASURES, function(measure) {
    known <- own[own$measure == measure & !is.na(own$count), ]
    ratio <- plumbline_slope_index(known$average_score, known$count, known$population, units = "groups")$ratio
    data.frame(measure = measure, title = MEASURE_NAMES[[measure]], ratio = ratio$estimate, low = ratio$low, high = ratio$high, p = ratio$p, n = nrow(known))
  })
  do.call(rbind, rows)
}

contrast_findings <- function(own, indices, parameters) {
  sums <- contrast_rates(own)
  of <- function(measure, fifth) sums$rate[sums$measure == measure & sums$fifth == fifth]
  year <- in_words(parameters$last)
  of_measure <- function(measure) {
    known <- own[own$measure == measure & !is.na(own$count), ]
    index <- indices[indices$measure == measure, ]
    rho <- plumbline_rank_correlation(known$average_score, known$rate)
    what <- MEASURE_DEFINITIONS[[measure]]
    finding <- function(id, value, unit, decimals, method, definition, ...) plumbline_finding(
      paste0(id, "-", measure), value, unit, decimals, method, definition, n = nrow(known), resources = CONTRAST_RESOURCES, ...
    )
    list(
      finding("rate-least-deprived", of(measure, 1), "per 10,000", 1, "Sum of counts over sum of populations in the group",
              sprintf("Rate of %s in the least deprived fifth of authorities, %s", what, year)),
      finding("rate-most-deprived", of(measure, 5), "per 10,000", 1, "Sum of counts over sum of populations in the group",
              sprintf("Rate of %s in the most deprived fifth of authorities, %s", what, year)),
      finding("contrast", of(measure, 5) / of(measure, 1), "ratio", 1, "Rate of the most deprived fifth of authorities over that of the least",
              sprintf("How many times the rate of %s is higher in the most deprived fifth, %s", what, year)),
      finding("relative-index", index$ratio, "ratio", 2,
              "Relative index of inequality: Poisson model of the count on the ridit of authorities in the order of their deprivation, HC3 standard errors",
              sprintf("Ratio of the fitted rates of %s at the ends of the ranking of authorities by the %s, %s", what, DEPRIVATION, year),
              interval = c(index$low, index$high), p = index$p),
      finding("rank-deprivation", rho$estimate, "ratio", 2,
              "Spearman’s rank correlation; interval by Fisher’s z with the standard error of Bonett and Wright (2000); p from the t approximation",
              sprintf("Correlation over authorities of the %s with the rate of %s, %s", DEPRIVATION, what, year),
              interval = c(rho$low, rho$high), p = rho$p)
    )
  }
  c(
    unlist(lapply(MEASURES, of_measure), recursive = FALSE),
    list(plumbline_finding(
      "authorities-compared", length(unique(own$area)), "count", 0,
      "Upper-tier authorities with a score of deprivation and a count of any of the measures", "Authorities in the contrast",
      resources = CONTRAST_RESOURCES
    ))
  )
}

contrast_tables <- function(own, indices, parameters) {
  sums <- contrast_rates(own)
  wide <- data.frame(fifth = 1:5, name = FIFTHS, authorities = as.vector(table(own$fifth[!duplicated(own$area)])))
  for (measure in MEASURES) {
    wide[[gsub("-", "_", measure)]] <- sums$rate[match(paste(measure, 1:5), paste(sums$measure, sums$fifth))]
  }
  list(
    plumbline_table(
      "deprivation-contrast", sprintf("Rates from the most to the least deprived fifth of authorities, %s", in_words(parameters$last)), wide,
      c(
        list(plumbline_field("fifth", "Order", type = "integer", hidden = TRUE), plumbline_field("name", "Fifth by deprivation"),
             plumbline_field("authorities", "Authorities", unit = "count", decimals = 0, type = "integer")),
        lapply(MEASURES, function(measure) plumbline_field(gsub("-", "_", measure), MEASURE_NAMES[[measure]], unit = "per 10,000", decimals = 0))
      ), "fifth",
      notes = sprintf("In the order of their %s. Suppressed counts are left out with their populations, and the Isles of Scilly altogether.", DEPRIVATION),
      source = AUTHORITY_SOURCE, resources = CONTRAST_RESOURCES
    ),
    plumbline_table(
      "relative-indices", sprintf("Relative index of inequality over authorities, %s", in_words(parameters$last)), indices,
      list(
        plumbline_field("title", "Measure"), plumbline_field("ratio", "Relative index of inequality", unit = "ratio", decimals = 2),
        plumbline_field("low", paste0("Lower end, ", LEVEL_WORDS), unit = "ratio", decimals = 2), plumbline_field("high", paste0("Upper end, ", LEVEL_WORDS), unit = "ratio", decimals = 2),
        plumbline_field("n", "Authorities", unit = "count", decimals = 0, type = "integer")
      ), "title", source = AUTHORITY_SOURCE, resources = CONTRAST_RESOURCES
    )
  )
}
