# Values for the association methods from an independent R: run from the project's root with
#
#   Rscript test/reference/association/reference.R
#
# Needs r-base, r-cran-sandwich and r-cran-lmtest (Debian). It shares no code with src/. Writes reference.json: an
# invented table of 40 units, what R, sandwich and lmtest make of it, and the spread that a bootstrap of the units
# gives to differences of correlations.
suppressPackageStartupMessages({library(sandwich); library(lmtest)})

set.seed(20180601)
d <- data.frame(a = round(rnorm(40, 50, 10), 1))
d$b <- round(0.5 * d$a + rnorm(40, 0, 8), 1)
d$c <- round(0.8 * d$a + rnorm(40, 0, 6))
d$e <- round(0.4 * d$c + 0.3 * d$b + rnorm(40, 0, 9))
d$group <- rep(c("north", "south"), 20)
d$people <- 1000 * sample(20:90, 40)
d$count <- rpois(40, d$people * exp(-5 + 0.02 * d$a + rnorm(40, 0, 0.2)))
d$gap <- ifelse(seq_len(40) %% 13 == 0, NA, d$b)

spearman <- function(x, y) {
  keep <- complete.cases(x, y)
  rho <- cor(rank(x[keep]), rank(y[keep])); n <- sum(keep)
  half <- qnorm(0.975) * sqrt((1 + rho^2 / 2) / (n - 3))
  list(estimate = rho, low = tanh(atanh(rho) - half), high = tanh(atanh(rho) + half),
       p = suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE)$p.value), n = n)
}
terms <- function(fit, type, ...) {
  table <- coeftest(fit, vcovHC(fit, type = type), ...)
  ends <- coefci(fit, vcov. = vcovHC(fit, type = type), ...)
  keep <- setdiff(rownames(table), c("(Intercept)", "factor(group)south"))
  lapply(setNames(keep, keep), function(at) list(
    estimate = table[at, 1], low = ends[at, 1], high = ends[at, 2], p = table[at, 4]
  ))
}
# Spread of a difference of two correlations when the units are drawn again.
bootstrap <- function(difference, times = 20000) {
  draws <- replicate(times, difference(d[sample(nrow(d), replace = TRUE), ]))
  list(error = sd(draws))
}
rho <- function(x, y) cor(x, y, method = "spearman")
result <- list(
  data = as.list(d),
  spearman = spearman(d$a, d$b), withGaps = spearman(d$a, d$gap),
  linear = terms(lm(e ~ a + b, d), "HC3"), within = terms(lm(e ~ a + b + factor(group), d), "HC3"),
  adjusted = summary(lm(e ~ a + b, d))$adj.r.squared,
  poisson = terms(glm(count ~ a + b + offset(log(people)), family = poisson(), d), "HC1"),
  difference = list(
    separate = rho(d$c, d$e) - rho(d$a, d$b), shared = rho(d$a, d$c) - rho(d$a, d$b),
    pearson = cor(d$c, d$e) - cor(d$a, d$b),
    bootSeparate = bootstrap(function(d) rho(d$c, d$e) - rho(d$a, d$b)),
    bootShared = bootstrap(function(d) rho(d$a, d$c) - rho(d$a, d$b))
  )
)
json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  v <- if (is.character(x)) sprintf('"%s"', x) else ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(v) == 1) v else paste0("[", paste(v, collapse = ","), "]")
}
writeLines(json(result), "test/reference/association/reference.json")
