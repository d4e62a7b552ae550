# Values for care-trends from an independent R: run from the project's root with
#
#   Rscript test/reference/care-trends/reference.R
#
# Needs r-base, r-cran-sandwich and r-cran-lmtest (Debian). It reads the project's extracts in data/ and nothing
# else, shares no code with scripts/, and writes test/reference/care-trends/reference.json with 17 significant
# digits. The tests of the analysis compare with that file; R itself is not needed to run them.
suppressPackageStartupMessages({library(sandwich); library(lmtest)})

extract <- function(name) {
  read.csv(file.path("data", paste0(name, ".csv")), colClasses = "character", na.strings = "", encoding = "UTF-8")
}
number <- function(x) suppressWarnings(as.numeric(x)) # symbols such as [c] become NA

# Rates: first release of each year's count over the population of the same year's census of children in need.
looked_after <- subset(extract("looked-after"), earliest == "true")
population <- subset(extract("child-population"), kind == "underlying data")
rates <- merge(
  data.frame(area = looked_after$area, year = number(looked_after$year), children = number(looked_after$looked_after)),
  data.frame(area = population$area, year = number(population$rate_year), population = number(population$population)),
  by = c("area", "year")
)
rates <- subset(rates, year >= 2012 & year <= 2017)
rates$rate <- 1e4 * rates$children / rates$population

authorities <- extract("authorities")
regions <- extract("regions")
wide <- tapply(rates$rate, list(rates$area, rates$year), function(x) x[1])
wide <- wide[rownames(wide) %in% authorities$area & stats::complete.cases(wide), ]
yearly <- 100 * (wide[, -1] / wide[, -ncol(wide)] - 1)
d <- data.frame(
  area = rownames(wide), mean_change = rowMeans(yearly),
  plain_change = 100 * (wide[, "2017"] / wide[, "2012"] - 1), stringsAsFactors = FALSE
)
d$region <- regions$name[match(authorities$region[match(d$area, authorities$area)], regions$area)]

split_at <- function(change, band) c(rising = sum(change > band), no_change = sum(abs(change) <= band), falling = sum(change < -band))
bands <- c(0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.5, 1)
split <- lapply(bands, function(b) list(band = b, mean = as.list(split_at(d$mean_change, b)), plain = as.list(split_at(d$plain_change / 5, b))))

in_region <- merge(rates, data.frame(area = d$area, region = d$region), by = "area")
regional <- aggregate(cbind(children, population) ~ region + year, in_region, sum)
regional$rate <- 1e4 * regional$children / regional$population
england <- subset(rates, area == "E92000001")

# Factors.
low <- extract("low-income")
low$share <- 100 * number(low$low_income) / number(low$children)
low_change <- function(which) {
  one <- subset(low, measure == which)
  share <- tapply(one$share, list(one$area, one$year), function(x) x[1])
  share[, "2016"] - share[, "2011"]
}
d$low_income <- low_change("hmrc-all-children")[d$area]
d$low_income_u16 <- low_change("hmrc-under-16")[d$area]

judged <- subset(extract("ofsted-judgements"), full_inspection == "true" & as.Date(published) <= as.Date("2017-03-31"))
grade_of <- function(area) {
  own <- judged[judged$area == area, ]
  latest <- own[own$published == max(own$published), ]
  overall <- latest$overall == "true"
  if (any(overall)) c(max(number(latest$grade[overall])), 1) else c(max(number(latest$grade)), 0)
}
grades <- t(vapply(d$area, grade_of, c(0, 0)))
d$ofsted <- grades[, 1]
d$ofsted_single <- ifelse(grades[, 2] == 1, grades[, 1], NA)

innovation <- extract("innovation-programme")
d$innovation <- as.numeric(d$area %in% innovation$area[innovation$round == "1"])

# Each factor on its own.
spearman <- function(x, y) {
  keep <- !is.na(x) & !is.na(y)
  x <- x[keep]; y <- y[keep]; n <- length(x)
  test <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE))
  rho <- cor(rank(x), rank(y))
  half <- qnorm(0.975) * sqrt((1 + rho^2 / 2) / (n - 3)) # Bonett and Wright 2000
  list(estimate = rho, low = tanh(atanh(rho) - half), high = tanh(atanh(rho) + half), p = test$p.value, n = n)
}
london <- d$region == "London"
welch <- t.test(mean_change ~ factor(innovation, levels = c(1, 0)), data = d)
mean_of <- function(x) {
  fit <- lm(x ~ 1)
  interval <- confint(fit)
  list(estimate = unname(coef(fit)), low = interval[1], high = interval[2], p = summary(fit)$coefficients[1, 4], n = length(x))
}
alone <- list(
  "rank-low-income" = spearman(d$low_income, d$mean_change),
  "rank-low-income-in-london" = spearman(d$low_income[london], d$mean_change[london]),
  "rank-low-income-outside-london" = spearman(d$low_income[!london], d$mean_change[!london]),
  "rank-ofsted" = spearman(d$ofsted, d$mean_change),
  "rank-ofsted-single" = spearman(d$ofsted_single, d$mean_change),
  "difference-innovation" = list(
    estimate = unname(welch$estimate[1] - welch$estimate[2]), low = welch$conf.int[1], high = welch$conf.int[2],
    p = welch$p.value, n = nrow(d)
  ),
  "mean-change-named" = mean_of(d$mean_change[d$innovation == 1]),
  "mean-change-unnamed" = mean_of(d$mean_change[d$innovation == 0])
)

# Models on standardised columns, complete cases, HC3 by sandwich, tests and intervals by lmtest.
model <- function(data, outcome, factors, within = NULL) {
  data <- data[complete.cases(data[c(outcome, factors)]), ]
  raw <- data
  data[c(outcome, factors)] <- scale(data[c(outcome, factors)])
  right <- paste(c(factors, within), collapse = " + ")
  fit <- lm(as.formula(paste(outcome, "~", right)), data)
  covariance <- vcovHC(fit, type = "HC3")
  test <- coeftest(fit, vcov. = covariance)
  interval <- coefci(fit, vcov. = covariance)
  plain <- lm(as.formula(paste(outcome, "~", right)), raw)
  plain_interval <- coefci(plain, vcov. = vcovHC(plain, type = "HC3"))
  list(
    n = nrow(data), adjusted_r_squared = summary(fit)$adj.r.squared,
    effects = lapply(setNames(factors, factors), function(f) list(
      estimate = test[f, 1], low = interval[f, 1], high = interval[f, 2], p = test[f, 4],
      slope = coef(plain)[[f]], slope_low = plain_interval[f, 1], slope_high = plain_interval[f, 2]
    ))
  )
}
three <- c("low_income", "ofsted", "innovation")
models <- list(
  "main" = model(d, "mean_change", three),
  "innovation-unknown" = model(d, "mean_change", three[1:2]),
  "single-inspection" = model(d, "mean_change", c("low_income", "ofsted_single", "innovation")),
  "under-16" = model(d, "mean_change", c("low_income_u16", "ofsted", "innovation")),
  "plain" = model(d, "plain_change", three),
  "within-regions" = model(d, "mean_change", three, "region"),
  "outside-london" = model(d[!london, ], "mean_change", three)
)

# Money.
outturn <- subset(extract("section-251-outturn"), line == "looked-after" & number(year_ending) %in% 2013:2019)
cash <- tapply(number(outturn$net), outturn$year_ending, sum)
deflator <- extract("gdp-deflator")
deflator <- setNames(number(deflator$deflator), deflator$year_ending)
money <- lapply(names(cash), function(y) list(
  year_ending = as.numeric(y), cash = cash[[y]], real_terms = cash[[y]] * deflator[["2017"]] / deflator[[y]]
))

# JSON without a package: lists with names are objects, lists without are arrays, all else is a scalar.
to_json <- function(x, indent = "") {
  if (is.list(x)) {
    deeper <- paste0(indent, "  ")
    parts <- vapply(seq_along(x), function(i) {
      key <- if (is.null(names(x))) "" else sprintf("\"%s\": ", names(x)[i])
      paste0(deeper, key, to_json(x[[i]], deeper))
    }, "")
    edges <- if (is.null(names(x))) c("[", "]") else c("{", "}")
    return(paste0(edges[1], "\n", paste(parts, collapse = ",\n"), "\n", indent, edges[2]))
  }
  if (is.character(x)) return(sprintf("\"%s\"", x))
  sprintf("%.17g", x)
}
rows <- function(data) lapply(seq_len(nrow(data)), function(i) as.list(data[i, ]))

result <- list(
  made_by = list(
    r = R.version.string, sandwich = as.character(packageVersion("sandwich")), lmtest = as.character(packageVersion("lmtest"))
  ),
  authorities = rows(d[order(d$area), c("area", "mean_change", "plain_change", "low_income", "low_income_u16", "ofsted", "innovation")]),
  split = split,
  regional = rows(regional[order(regional$region, regional$year), ]),
  england = rows(england[order(england$year), c("year", "children", "population", "rate")]),
  alone = alone,
  models = models,
  money = money
)
writeLines(to_json(result), "test/reference/care-trends/reference.json")
