# Control limits for rates. Base R and `stats` only. Method: docs/methods/funnel.md.

# Exact limit of a count at probability p, by interpolation between the counts on either side, so that it does not jump
# from one population to the next (Spiegelhalter 2005, appendix A.1). `size` is NULL for a Poisson count.
plumbline_exact_count <- function(p, expected, size = NULL) {
  cumulative <- function(k) if (is.null(size)) stats::ppois(k, expected) else stats::pbinom(k, size, expected / size)
  mass <- function(k) if (is.null(size)) stats::dpois(k, expected) else stats::dbinom(k, size, expected / size)
  k <- if (is.null(size)) stats::qpois(p, expected) else stats::qbinom(p, size, expected / size)
  pmax(0, k - (cumulative(k) - p) / mass(k))
}

# How much more the rates vary than chance alone has it. Standardised differences are taken on the square-root scale
# (Poisson) or the arcsine scale (binomial), where their variance does not depend on the rate, and the outermost tenth
# on each side is drawn in to the tenth's edge (winsorised), so that true outliers do not excuse themselves.
# `phi`: mean square of those. `tau2`: variance between units on the same scale, by the method of moments
# (DerSimonian and Laird 1986); both are as under chance alone where phi is below (I - 1) / I.
plumbline_dispersion <- function(cases, population, target, distribution, trim = 0.1) {
  scaled <- plumbline_scale(cases / population, distribution)
  variance <- 1 / (4 * population)
  z <- (scaled - plumbline_scale(target, distribution)) / sqrt(variance)
  edges <- stats::quantile(z, c(trim, 1 - trim), names = FALSE)
  z <- pmin(pmax(z, edges[1]), edges[2])
  count <- length(z)
  phi <- mean(z^2)
  weight <- 1 / variance
  tau2 <- (count * phi - (count - 1)) / (sum(weight) - sum(weight^2) / sum(weight))
  if (count * phi < count - 1) list(phi = 1, tau2 = 0) else list(phi = phi, tau2 = max(0, tau2))
}
plumbline_scale <- function(rate, distribution) if (distribution == "poisson") sqrt(rate) else asin(sqrt(rate))
plumbline_unscale <- function(y, distribution) {
  if (distribution == "poisson") pmax(0, y)^2 else sin(pmin(pmax(y, 0), pi / 2))^2
}

# Limits of the rate at probability p for the given populations.
# "none": exact. "multiplicative": the exact limit's distance from the target, on the scale above, times sqrt(phi).
# "additive": chance and the spread between units together, on the same scale.
plumbline_limit <- function(p, population, target, distribution, adjustment, spread) {
  size <- if (distribution == "binomial") population
  exact <- plumbline_exact_count(p, target * population, size) / population
  if (adjustment == "none") return(exact)
  centre <- plumbline_scale(target, distribution)
  reach <- if (adjustment == "multiplicative") {
    (plumbline_scale(exact, distribution) - centre) * sqrt(spread$phi)
  } else {
    stats::qnorm(p) * sqrt(1 / (4 * population) + spread$tau2)
  }
  plumbline_unscale(centre + reach, distribution)
}

# Rates against control limits. `target`: the rate that all would have, that of all units together where it is NA.
# Gives each unit's limits and place, and the limits over the range of populations for a chart.
plumbline_funnel <- function(cases, population, target = NA, distribution = "poisson", adjustment = "none", points = 60) {
  if (is.na(target)) target <- sum(cases) / sum(population)
  spread <- plumbline_dispersion(cases, population, target, distribution)
  limits <- function(n) {
    at <- function(p) plumbline_limit(p, n, target, distribution, adjustment, spread)
    list(low_95 = at(0.025), high_95 = at(0.975), low_998 = at(0.001), high_998 = at(0.999))
  }
  own <- limits(population)
  rate <- cases / population
  place <- ifelse(rate < own$low_998, -2, ifelse(rate < own$low_95, -1, ifelse(rate > own$high_998, 2, ifelse(rate > own$high_95, 1, 0))))
  # Evenly spread on the square-root scale, where limits bend least.
  grid <- seq(sqrt(min(population)), sqrt(max(population)), length.out = points)^2
  if (distribution == "binomial") grid <- round(grid)
  list(
    target = target, phi = spread$phi, tau2 = spread$tau2,
    units = data.frame(rate = rate, own, place = place), curve = data.frame(population = grid, limits(grid))
  )
}
