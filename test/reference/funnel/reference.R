# Values for the control limits from an independent R (base and stats only): run from the project's root with
#
#   Rscript test/reference/funnel/reference.R
#
# It shares no code with src/: exact limits are read off the distribution function by linear interpolation between
# whole counts, and the dispersion is written out. Writes reference.json.
population <- c(900, 1500, 2200, 4100, 5200, 7600, 9800, 12500, 15000, 21000, 26000, 40000) # invented
cases <- c(7, 4, 19, 12, 47, 38, 93, 61, 120, 106, 187, 210)
target <- sum(cases) / sum(population)

off <- function(p, cumulative) { k <- 0:2000; F <- cumulative(k); approx(c(0, F), c(-1, k), p, ties = "ordered")$y }
limits <- function(distribution) sapply(c(0.001, 0.025, 0.975, 0.999), function(p) mapply(function(n) {
  cumulative <- if (distribution == "poisson") function(k) ppois(k, n * target) else function(k) pbinom(k, n, target)
  max(0, off(p, cumulative)) / n
}, population))

z <- 2 * sqrt(population) * (sqrt(cases / population) - sqrt(target))
edge <- quantile(z, c(0.1, 0.9)); z[z < edge[1]] <- edge[1]; z[z > edge[2]] <- edge[2]
phi <- sum(z^2) / length(z)
weight <- 4 * population
tau2 <- (sum(z^2) - (length(z) - 1)) / (sum(weight) - sum(weight^2) / sum(weight))
exact <- limits("poisson")
root <- sqrt(target)
multiplicative <- pmax(root + (sqrt(exact) - root) * sqrt(phi), 0)^2
additive <- sapply(qnorm(c(0.001, 0.025, 0.975, 0.999)), function(q) pmax(0, root + q * sqrt(1 / weight + tau2))^2)

json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, json), collapse = ","), "]"))
  v <- sprintf("%.17g", x); if (length(v) == 1) v else paste0("[", paste(v, collapse = ","), "]")
}
writeLines(json(list(
  population = population, cases = cases, target = target, phi = phi, tau2 = tau2,
  poisson = exact, binomial = limits("binomial"), multiplicative = multiplicative, additive = additive
)), "test/reference/funnel/reference.json")
