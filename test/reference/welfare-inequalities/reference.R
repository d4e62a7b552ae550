# Values for welfare-inequalities from an independent R: run from the project's root with
#
#   Rscript test/reference/welfare-inequalities/reference.R
#
# Needs r-base and r-cran-sandwich (Debian). It reads the project's extracts in data/ and the counts of made-up
# records in records.csv (made by count-records.ts), shares no code with scripts/, and writes reference.json with
# 17 significant digits. The tests of the analysis compare with that file; R itself is not needed to run them.
suppressPackageStartupMessages(library(sandwich))

extract <- function(name) {
  read.csv(file.path("data", paste0(name, ".csv")), colClasses = "character", na.strings = "", encoding = "UTF-8")
}
number <- function(x) suppressWarnings(as.numeric(x)) # symbols such as [c] become NA
here <- "test/reference/welfare-inequalities"

# Spending, £ gross, at prices of 2024-25.
deflators <- extract("gdp-deflator")
real <- function(amount, year) amount * number(deflators$deflator[deflators$year_ending == "2025"]) /
  number(deflators$deflator[match(year, deflators$year_ending)])
outturn <- extract("section-251-outturn")
detail <- extract("section-251-detail")
tool <- extract("interactive-tool")
total <- function(data, lines, areas = NULL) {
  keep <- data$line %in% lines & (is.null(areas) | data$area %in% areas)
  sum(number(data$gross[keep]), na.rm = TRUE)
}
late_lines <- c("looked-after", "asylum-seekers", "safety", "safeguarding", "strategy", "commissioning-and-social-work")
early_lines <- c("family-support", "early-years", "young-people")
spent <- function(year, areas = NULL) {
  main <- outturn[outturn$year_ending == year, ]
  extra <- detail[detail$year_ending == year, ]
  adoption <- if (year <= 2012) total(extra, c("adoption", "special-guardianship"), areas) else 0
  c(late = total(main, late_lines, areas) + adoption, early = total(main, early_lines, areas))
}
england <- function(measure, year) number(tool$value[tool$measure == measure & tool$year == year & tool$area == "E92000001"])
latest <- c(
  late = england("spend-looked-after", 2025) + england("spend-safeguarding", 2025),
  early = england("spend-family-support", 2025) + england("spend-sure-start", 2025) + england("spend-youth", 2025)
)
first <- spent(2011)
study <- spent(2017)
share <- function(x) unname(100 * x["late"] / sum(x))
spending <- list(
  first = share(first), study = share(study), last = share(latest),
  prevention = unname(100 * (latest["early"] / real(first["early"], 2011) - 1)),
  late = unname(100 * (latest["late"] / real(first["late"], 2011) - 1))
)

# Authorities in 2016-17.
imd <- subset(extract("deprivation"), edition == "2015" & index == "imd")
d <- data.frame(area = imd$area, imd = number(imd$average_score))
people <- subset(extract("child-population"), kind == "underlying data")
children <- function(year) number(people$population[people$rate_year == year][match(d$area, people$area[people$rate_year == year])])
need <- subset(extract("children-in-need"), year == "2017" & published == "2017")
count <- function(measure) { x <- need[need$measure == measure, ]; number(x$count[match(d$area, x$area)]) }
details <- subset(extract("children-in-need-details"), year == "2017" & published == "2017" & measure == "need-ended" & category == "up to 3 months")
care <- subset(extract("looked-after"), year == "2017" & earliest == "true")
workforce <- subset(extract("workforce"), year == "2017")
costs <- subset(tool, measure == "cost-per-child-in-need" & year == "2017")
rate <- function(x) 1e4 * x / children("2017")
d$referrals <- rate(count("referrals"))
d$section47 <- rate(count("section-47"))
d$plans <- rate(count("plans-31-march"))
d$looked_after <- rate(number(care$looked_after[match(d$area, care$area)]))
d$nfa <- count("referrals-no-action") / count("referrals")
d$closed <- number(details$count[match(d$area, details$area)]) / count("need-ended")
d$turnover <- number(workforce$turnover_rate[match(d$area, workforce$area)])
d$cost <- number(costs$value[match(d$area, costs$area)])
d$plans_share <- count("plans-started") / count("referrals")
per_child <- function(year) {
  vapply(d$area, function(a) real(spent(as.numeric(year), a)["early"], year), 0) / children(year)
}
before <- per_child("2011")
after <- per_child("2017")
d$pounds <- after - before
d$percent <- after / before

rho <- function(x, y) {
  known <- !is.na(x) & !is.na(y)
  r <- cor(rank(x[known]), rank(y[known]))
  n <- sum(known)
  z <- qnorm(0.975) * sqrt((1 + r^2 / 2) / (n - 3))
  t <- r * sqrt((n - 2) / (1 - r^2))
  list(estimate = r, low = tanh(atanh(r) - z), high = tanh(atanh(r) + z), p = 2 * pt(-abs(t), n - 2), n = n)
}
correlations <- list(
  "rho-imd-referrals" = rho(d$imd, d$referrals), "rho-imd-section47" = rho(d$imd, d$section47),
  "rho-imd-plans" = rho(d$imd, d$plans), "rho-imd-looked-after" = rho(d$imd, d$looked_after),
  "rho-demand-nfa" = rho(d$referrals, d$nfa), "rho-imd-nfa" = rho(d$imd, d$nfa),
  "rho-demand-closed" = rho(d$referrals, d$closed), "rho-imd-cost" = rho(d$imd, d$cost),
  "rho-imd-turnover" = rho(d$imd, d$turnover), "rho-imd-plans-share" = rho(d$imd, d$plans_share),
  "rho-imd-prevention-pounds" = rho(d$imd, d$pounds), "rho-imd-prevention-percent" = rho(d$imd, d$percent)
)

# The line of the scatter, at its first authority by code.
fit <- lm(referrals ~ imd, data = d[order(d$area), ])
known <- model.frame(fit)
at <- c(1, known$imd[1])
error <- sqrt(drop(at %*% vcovHC(fit, "HC3") %*% at))
line <- list(fit = sum(at * coef(fit)), low = sum(at * coef(fit)) - qt(0.975, df.residual(fit)) * error, n = nrow(known))

# Made-up records: one row per child and year, as weights.
records <- read.csv(file.path(here, "records.csv"), encoding = "UTF-8")
ridits <- function(n) (cumsum(n) - n / 2) / sum(n)
inequality <- function(rows, cases) {
  g <- aggregate(cbind(cases = rows[[cases]], children = 3 * rows$children) ~ decile, data = rows, FUN = sum)
  g$ridit <- ridits(g$children)
  long <- rbind(data.frame(y = 1, g, w = g$cases), data.frame(y = 0, g, w = g$children - g$cases))
  # A row of weight w stands for w people: scores of the weighted fit, squared once for each of them.
  robust <- function(fit, x) {
    X <- model.matrix(fit)
    mu <- fitted(fit)
    bread <- if (inherits(fit, "glm")) solve(t(X) %*% (X * long$w * mu)) else solve(t(X) %*% (X * long$w))
    meat <- t(X) %*% (X * long$w * (long$y - mu)^2)
    sqrt((bread %*% meat %*% bread)[2, 2])
  }
  slope <- lm(y ~ ridit, data = long, weights = w)
  ratio <- glm(y ~ ridit, data = long, weights = w, family = poisson(), control = glm.control(epsilon = 1e-12, maxit = 50))
  step <- glm(y ~ decile, data = long, weights = w, family = poisson(), control = glm.control(epsilon = 1e-12, maxit = 50))
  z <- qnorm(0.975)
  interval <- function(fit, f) { b <- coef(fit)[[2]]; s <- robust(fit); list(estimate = f(b), low = f(b - z * s), high = f(b + z * s)) }
  list(sii = interval(slope, function(b) 1e4 * b), rii = interval(ratio, exp), gradient = interval(step, function(b) 100 * expm1(b)))
}
gradients <- list(
  all = inequality(records, "plans"),
  "under-1" = inequality(subset(records, age_band == "Under 1"), "plans"),
  "white-british" = inequality(subset(records, ethnicity == "White British"), "plans"),
  neglect = inequality(records, "neglect")
)

# As JSON, by base R alone.
json <- function(x) {
  if (is.list(x)) return(paste0("{", paste(sprintf("\"%s\": %s", names(x), vapply(x, json, "")), collapse = ", "), "}"))
  format(x, digits = 17)
}
values <- list(spending = spending, correlations = correlations, line = line, gradients = gradients)
writeLines(paste0("{\n", paste(sprintf("  \"%s\": %s", names(values), vapply(values, json, "")), collapse = ",\n"), "\n}"), file.path(here, "reference.json"))
