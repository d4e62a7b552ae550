# Counts as first published, populations as first used for rates, and the rates they make: by year, area and measure.

MEASURES <- c("referrals", "section-47", "conferences", "plans", "looked-after")
MEASURE_NAMES <- c(
  "referrals" = "Referrals", "section-47" = "Section 47 enquiries", "conferences" = "Initial child protection conferences",
  "plans" = "Child protection plans", "looked-after" = "Children looked after"
)
MEASURE_DEFINITIONS <- c(
  "referrals" = "referrals to children’s social care in the year", "section-47" = "section 47 enquiries started in the year",
  "conferences" = "initial child protection conferences held in the year",
  "plans" = "children subject of a child protection plan at 31 March", "looked-after" = "children looked after at 31 March"
)
ENGLAND <- "E92000001"
SCILLY <- "E06000053" # about 400 children: no rate of theirs can be told from chance, and most counts are suppressed
PER <- 10000
LEVEL <- 0.95 # of every interval; the library's own
LEVEL_WORDS <- sprintf("%g%%", 100 * LEVEL)

# One row per year, area and measure: count, printed rate, and the percentage where the measure has one.
first_published <- function(tables) {
  need <- tables$children_in_need
  wanted <- c("referrals", "section-47", "conferences", "plans-31-march", "referrals-no-action")
  need <- need[need$earliest & need$measure %in% wanted, c("year", "area", "measure", "count", "rate", "percent")]
  names(need)[names(need) == "rate"] <- "printed"
  need$measure[need$measure == "plans-31-march"] <- "plans"
  care <- tables$looked_after
  care <- care[care$earliest, c("year", "area", "looked_after")]
  care <- data.frame(year = care$year, area = care$area, measure = "looked-after", count = care$looked_after, printed = NA, percent = NA)
  rbind(need, care)
}

# The population that the first release for a year's rates used.
first_population <- function(tables) {
  population <- tables$child_population
  population <- population[order(population$published, population$release, method = "radix"), ]
  population <- population[!duplicated(population[c("rate_year", "area")]), ]
  data.frame(year = population$rate_year, area = population$area, population = population$population)
}

measure_rates <- function(tables) {
  rates <- first_published(tables)
  population <- first_population(tables)
  rates$population <- population$population[match(paste(rates$year, rates$area), paste(population$year, population$area))]
  rates$rate <- PER * rates$count / rates$population
  rates[!is.na(rates$population), ]
}

# The figure of one measure, area and year.
rate_of <- function(rates, measure, year, area = ENGLAND, column = "rate") {
  found <- rates[[column]][rates$measure == measure & rates$year == year & rates$area == area]
  if (length(found) != 1 || is.na(found)) stop("there is no one ", column, " of ", measure, " in ", year, " for ", area)
  found
}

# Where figures come from, in a line beneath a table; each release is named among the sources.
NATIONAL_SOURCE <- "Department for Education, releases on children in need and on children looked after"
AUTHORITY_SOURCE <- paste0(NATIONAL_SOURCE, "; English indices of deprivation 2015")

# 2017 as the financial year that ends in it: 2016-17.
in_words <- function(year) sprintf("%d-%02d", year - 1, year %% 100)
