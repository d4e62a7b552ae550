# Inequality over ordered groups. Base R and `stats` only. Methods: docs/methods/inequality.md.
# Every function takes, per group: its rank (the least deprived lowest), its cases, its population.

# Groups in the order of their rank, those of equal rank as one group where people are the units.
plumbline_ordered_groups <- function(rank, cases, population, merge) {
  d <- data.frame(rank = rank, cases = cases, population = population)
  if (merge) d <- stats::aggregate(cbind(cases, population) ~ rank, d, sum)
  d <- d[order(d$rank), ]
  # Ridit: share of the population ranked below, and half of those of the same rank.
  total <- sum(d$population)
  below <- vapply(d$rank, function(one) sum(d$population[d$rank < one]), 0)
  same <- vapply(d$rank, function(one) sum(d$population[d$rank == one]), 0)
  d$ridit <- (below + same / 2) / total
  d
}

# Each group as its cases (outcome 1) and its others (outcome 0), with how many they are.
plumbline_people <- function(d) {
  data.frame(
    outcome = rep(1:0, each = nrow(d)), ridit = rep(d$ridit, 2), people = c(d$cases, d$population - d$cases)
  )
}

# Covariance where each event comes on its own, to people any of whom may have several: counts of groups are
# independent and vary as Poisson counts do, whether or not the line fits. Fisher information outside, counts inside.
plumbline_event_covariance <- function(fit, cases, information) {
  x <- stats::model.matrix(fit)
  bread <- solve(crossprod(x, x * information))
  bread %*% crossprod(x, x * cases) %*% bread
}

# Slope of the rate over the ridit, from the least deprived end (0) to the most deprived (1), by least squares.
plumbline_slope <- function(d, units, level) {
  if (units == "people") {
    p <- plumbline_people(d)
    fit <- stats::lm(outcome ~ ridit, data = p[p$people > 0, ], weights = people)
    return(plumbline_tidy(fit, plumbline_robust_covariance(fit, frequency = TRUE), Inf, level)[2, ])
  }
  fit <- stats::lm(I(cases / population) ~ ridit, data = d, weights = population)
  if (units == "events") {
    return(plumbline_tidy(fit, plumbline_event_covariance(fit, d$cases, d$population), Inf, level)[2, ])
  }
  plumbline_tidy(fit, plumbline_robust_covariance(fit, "HC3"), stats::df.residual(fit), level)[2, ]
}

# Where no group has a case, or only those at one end of the ranking, a ratio has no bound: the likelihood rises without
# end, and glm stops somewhere on the way.
plumbline_check_bounded <- function(d) {
  reached <- d$ridit[which(d$cases > 0)]
  if (length(reached) == 0) stop("no group has a case; expected at least one")
  if (all(reached == min(d$ridit)) || all(reached == max(d$ridit))) {
    stop("all cases are at one end of the ranking, so that their ratio has no bound; expected cases of two ranks")
  }
}

# The same on the logarithmic scale.
plumbline_log_slope <- function(d, units, model, level) {
  plumbline_check_bounded(d)
  if (model == "log-binomial") {
    if (units != "people") stop("a log-binomial model of ", units, "; expected people, each a case or not")
    start <- c(log(sum(d$cases) / sum(d$population)), 0)
    fit <- stats::glm(
      cbind(cases, population - cases) ~ ridit, family = stats::binomial(link = "log"), data = d, start = start,
      control = plumbline_control
    )
    if (!fit$converged) stop("the log-binomial model did not converge; expected a Poisson model for such rates")
    return(plumbline_tidy(fit, stats::vcov(fit), Inf, level)[2, ])
  }
  if (units == "people") {
    p <- plumbline_people(d)
    fit <- stats::glm(outcome ~ ridit, family = stats::poisson(), data = p[p$people > 0, ], weights = people, control = plumbline_control)
    return(plumbline_tidy(fit, plumbline_robust_covariance(fit, frequency = TRUE), Inf, level)[2, ])
  }
  fit <- stats::glm(cases ~ ridit + offset(log(population)), family = stats::poisson(), data = d, control = plumbline_control)
  if (units == "events") {
    return(plumbline_tidy(fit, plumbline_event_covariance(fit, d$cases, stats::fitted(fit)), Inf, level)[2, ])
  }
  plumbline_tidy(fit, plumbline_robust_covariance(fit, "HC3"), stats::df.residual(fit), level)[2, ]
}

# Slope index (difference) and relative index (ratio) of inequality between the two ends of the ranking.
plumbline_slope_index <- function(rank, cases, population, units = "people", model = "poisson", level = 0.95) {
  d <- plumbline_ordered_groups(rank, cases, population, units != "groups")
  slope <- plumbline_slope(d, units, level)
  ratio <- plumbline_log_slope(d, units, model, level)
  list(
    slope = as.list(slope[c("estimate", "low", "high", "p")]),
    ratio = list(estimate = exp(ratio$estimate), low = exp(ratio$low), high = exp(ratio$high), p = ratio$p),
    groups = nrow(d), n = sum(d$population)
  )
}

# Concentration index of the cases over the ranking; positive where they gather at the deprived end.
# Events as units: delta method on Poisson counts.
# People as units: Kakwani, Wagstaff and van Doorslaer (1997), grouped, with the variance within groups.
# Groups as units: jackknife over the groups, Student's t.
plumbline_concentration_index <- function(rank, cases, population, units = "people", level = 0.95) {
  d <- plumbline_ordered_groups(rank, cases, population, units != "groups")
  if (!any(d$cases > 0)) stop("no group has a case; expected at least one")
  index <- plumbline_concentration(d)
  if (units == "events") {
    error <- sqrt(sum(d$cases * (2 * d$ridit - 1 - index)^2)) / sum(d$cases)
    degrees <- Inf
  } else if (units == "people") {
    n <- sum(d$population)
    share <- d$population / n
    rate <- d$cases / d$population
    mean <- sum(share * rate)
    curve <- cumsum(share * rate) / mean
    a <- rate / mean * (2 * d$ridit - 1 - index) + 2 - c(0, curve[-length(curve)]) - curve
    within <- sum(share * rate * (1 - rate) * (2 * d$ridit - 1 - index)^2) / mean^2
    error <- sqrt((sum(share * a^2) - (1 + index)^2 + within) / n)
    degrees <- Inf
  } else {
    k <- nrow(d)
    without <- vapply(seq_len(k), function(i) {
      plumbline_concentration(plumbline_ordered_groups(d$rank[-i], d$cases[-i], d$population[-i], FALSE))
    }, 0)
    error <- sqrt((k - 1) / k * sum((without - mean(without))^2))
    degrees <- k - 1
  }
  reach <- stats::qt(1 - (1 - level) / 2, degrees) * error
  list(estimate = index, low = index - reach, high = index + reach, p = 2 * stats::pt(-abs(index / error), degrees),
       n = sum(d$population))
}

plumbline_concentration <- function(d) 2 * sum(d$cases * d$ridit) / sum(d$cases) - 1

# Rise in the rate, in percent, for each `step` of a measure of deprivation: Poisson model, robust variance.
plumbline_gradient <- function(deprivation, cases, population, step = 10, units = "people", level = 0.95) {
  d <- data.frame(ridit = deprivation / step, cases = cases, population = population)
  slope <- plumbline_log_slope(d, units, "poisson", level)
  list(
    estimate = 100 * expm1(slope$estimate), low = 100 * expm1(slope$low), high = 100 * expm1(slope$high),
    p = slope$p, n = sum(population), log = slope$estimate, error = slope$error
  )
}

# Whether independent estimates are the same: Wald's test, which is Cochran's Q of their differences.
plumbline_heterogeneity <- function(estimate, error) {
  weight <- 1 / error^2
  statistic <- sum(weight * (estimate - sum(weight * estimate) / sum(weight))^2)
  degrees <- length(estimate) - 1
  list(statistic = statistic, degrees = degrees, p = stats::pchisq(statistic, degrees, lower.tail = FALSE))
}

# Slope index, relative index and gradient in each subgroup, each ranked within itself, and tests of whether they
# differ: on the additive scale (slopes) and on the multiplicative one (ratios, gradients).
# `rank` doubles as the measure of deprivation in the gradient.
plumbline_compare_gradients <- function(subgroup, rank, cases, population, step = 1, units = "people", level = 0.95) {
  names <- unique(subgroup)
  fits <- lapply(names, function(name) {
    own <- subgroup == name
    d <- plumbline_ordered_groups(rank[own], cases[own], population[own], units != "groups")
    list(
      slope = plumbline_slope(d, units, level), ratio = plumbline_log_slope(d, units, "poisson", level),
      step = plumbline_gradient(d$rank, d$cases, d$population, step, units, level), cases = sum(d$cases), n = sum(d$population)
    )
  })
  column <- function(part, name) vapply(fits, function(fit) fit[[part]][[name]], 0)
  list(
    subgroups = data.frame(
      subgroup = names,
      slope = column("slope", "estimate"), slope_low = column("slope", "low"), slope_high = column("slope", "high"),
      slope_p = column("slope", "p"),
      ratio = exp(column("ratio", "estimate")), ratio_low = exp(column("ratio", "low")),
      ratio_high = exp(column("ratio", "high")), ratio_p = column("ratio", "p"),
      gradient = column("step", "estimate"), gradient_low = column("step", "low"),
      gradient_high = column("step", "high"), gradient_p = column("step", "p"),
      cases = vapply(fits, function(fit) fit$cases, 0), n = vapply(fits, function(fit) fit$n, 0),
      stringsAsFactors = FALSE
    ),
    slope_test = plumbline_heterogeneity(column("slope", "estimate"), column("slope", "error")),
    ratio_test = plumbline_heterogeneity(column("ratio", "estimate"), column("ratio", "error")),
    gradient_test = plumbline_heterogeneity(column("step", "log"), column("step", "error"))
  )
}
