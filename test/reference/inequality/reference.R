# Values for the inequality methods from an independent R: run from the project's root with
#
#   Rscript test/reference/inequality/reference.R
#
# Needs r-base and r-cran-sandwich (Debian). It shares no code with src/: people are written out one by one, so that
# R's own lm and glm and sandwich's vcovHC meet plain individual records. Writes reference.json.
suppressPackageStartupMessages(library(sandwich))

# Invented: five ranks of unequal size, in two subgroups.
population <- list(girls = c(230, 310, 180, 270, 140), boys = c(200, 330, 210, 240, 170))
cases <- list(girls = c(9, 21, 17, 35, 27), boys = c(12, 22, 15, 22, 18))

people <- function(k, n) {
  rank <- rep(seq_along(n), n)
  ridit <- ((cumsum(n) - n) + n / 2) / sum(n)
  data.frame(rank = rank, x = ridit[rank], y = unlist(Map(function(k, n) rep(1:0, c(k, n - k)), k, n)))
}
interval <- function(estimate, error, degrees = Inf) {
  half <- qt(0.975, degrees) * error
  list(estimate = estimate, low = estimate - half, high = estimate + half, p = 2 * pt(-abs(estimate / error), degrees))
}
exponent <- function(i, f = exp) { i[1:3] <- lapply(i[1:3], f); i }
robust <- function(fit, at = 2, type = "HC0") unname(sqrt(diag(vcovHC(fit, type = type)))[at])

one <- function(k, n) {
  d <- people(k, n)
  linear <- lm(y ~ x, d)
  poisson <- glm(y ~ x, family = stats::poisson(), d)
  binomial <- glm(y ~ x, family = stats::binomial(link = "log"), d, start = c(-2, 0), control = list(epsilon = 1e-13, maxit = 100))
  step <- glm(y ~ rank, family = stats::poisson(), d)
  # Concentration index: covariance of outcome and fractional rank; its variance by jackknife over people, those
  # of one rank and outcome being alike.
  index <- function(k, n) { d <- people(k, n); 2 * mean((d$y - mean(d$y)) * d$x) / mean(d$y) }
  total <- sum(n)
  without <- NULL; times <- NULL
  for (g in seq_along(n)) for (case in 0:1) {
    k2 <- k; n2 <- n; n2[g] <- n[g] - 1; if (case == 1) k2[g] <- k[g] - 1
    without <- c(without, index(k2, n2)); times <- c(times, if (case == 1) k[g] else n[g] - k[g])
  }
  centre <- sum(without * times) / total
  jackknife <- sqrt((total - 1) / total * sum(times * (without - centre)^2))
  list(
    slope = interval(unname(coef(linear)[2]), robust(linear)),
    relative = exponent(interval(unname(coef(poisson)[2]), robust(poisson))),
    logBinomial = exponent(interval(unname(coef(binomial)[2]), unname(sqrt(vcov(binomial)[2, 2])))),
    gradient = exponent(interval(unname(coef(step)[2]), robust(step)), function(b) 100 * expm1(b)),
    concentration = list(estimate = index(k, n), jackknife = jackknife),
    fits = list(linear = linear, poisson = poisson, step = step)
  )
}
girls <- one(cases$girls, population$girls)
boys <- one(cases$boys, population$boys)
all <- one(cases$girls + cases$boys, population$girls + population$boys)

# Interaction: one model of both subgroups with robust Wald test of the product term.
both <- rbind(cbind(people(cases$girls, population$girls), boy = 0), cbind(people(cases$boys, population$boys), boy = 1))
wald <- function(fit) {
  at <- length(coef(fit))
  statistic <- unname(coef(fit)[at])^2 / robust(fit, at)^2
  list(statistic = statistic, degrees = 1, p = pchisq(statistic, 1, lower.tail = FALSE))
}

# Groups as units.
k <- cases$girls + cases$boys; n <- population$girls + population$boys
x <- ((cumsum(n) - n) + n / 2) / sum(n)
weighted <- lm(I(k / n) ~ x, weights = n)
counts <- glm(k ~ x + offset(log(n)), family = stats::poisson())

plain <- function(one) one[names(one) != "fits"]
result <- list(
  population = population, cases = cases,
  girls = plain(girls), boys = plain(boys), all = plain(all),
  slopeTest = wald(lm(y ~ x * boy, both)), relativeTest = wald(glm(y ~ x * boy, family = stats::poisson(), both)),
  gradientTest = wald(glm(y ~ rank * boy, family = stats::poisson(), both)),
  groups = list(
    slope = interval(unname(coef(weighted)[2]), robust(weighted, type = "HC3"), 3),
    relative = exponent(interval(unname(coef(counts)[2]), robust(counts, type = "HC3"), 3))
  )
)
json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  v <- sprintf("%.17g", x); if (length(v) == 1) v else paste0("[", paste(v, collapse = ","), "]")
}
writeLines(json(result), "test/reference/inequality/reference.json")
