# Linear and Poisson models with robust standard errors. Base R and `stats` only. Methods: docs/methods/.

# HC3 covariance of a least-squares fit (MacKinnon and White 1985): each squared residual is divided by
# (1 - leverage)^2. The same as sandwich::vcovHC(fit, type = "HC3").
plumbline_covariance_hc3 <- function(fit) {
  x <- stats::model.matrix(fit)
  bread <- solve(crossprod(x))
  weights <- (stats::residuals(fit) / (1 - stats::hatvalues(fit)))^2
  bread %*% crossprod(x * weights, x) %*% bread
}

# Robust covariance of any lm or glm, weighted or not. `type`: HC0, HC1 or HC3, the same as sandwich::vcovHC.
# `frequency`: each row stands for as many alike people as its prior weight says, and they are the units (HC0).
plumbline_robust_covariance <- function(fit, type = "HC3", frequency = FALSE) {
  x <- stats::model.matrix(fit)
  weight <- if (inherits(fit, "glm")) stats::weights(fit, "working") else stats::weights(fit)
  if (is.null(weight)) weight <- rep(1, nrow(x))
  error <- if (inherits(fit, "glm")) stats::residuals(fit, "working") else stats::residuals(fit)
  bread <- solve(crossprod(x, x * weight))
  square <- (weight * error)^2
  if (frequency) {
    prior <- if (inherits(fit, "glm")) fit$prior.weights else weight
    square <- ifelse(prior > 0, square / prior, 0)
  } else if (type == "HC1") {
    square <- square * nrow(x) / (nrow(x) - ncol(x))
  } else if (type == "HC3") {
    square <- square / (1 - stats::hatvalues(fit))^2
  }
  bread %*% crossprod(x, x * square) %*% bread
}

# R's own 1e-8 stops a log-binomial model at four figures.
plumbline_control <- list(epsilon = 1e-13, maxit = 100)

# One row per term of a fit: estimate, interval and two-sided p. `degrees`: of Student's t; Inf for the normal.
plumbline_tidy <- function(fit, covariance, degrees, level) {
  estimate <- stats::coef(fit)
  error <- sqrt(diag(covariance))
  reach <- stats::qt(1 - (1 - level) / 2, degrees) * error
  data.frame(
    term = names(estimate), estimate = unname(estimate), low = unname(estimate - reach),
    high = unname(estimate + reach), error = unname(error),
    p = unname(2 * stats::pt(-abs(estimate / error), degrees)), stringsAsFactors = FALSE
  )
}

plumbline_formula <- function(outcome, factors, within) {
  right <- c(sprintf("`%s`", factors), if (nzchar(within)) sprintf("factor(`%s`)", within))
  stats::as.formula(sprintf("`%s` ~ %s", outcome, paste(right, collapse = " + ")))
}

# Linear model of `outcome` on the columns `factors` of `data`, complete cases, HC3 standard errors.
# One row per factor: the slope in its own units (`slope`) and standardised (`estimate`: standard deviations
# of the outcome for one standard deviation of the factor, each over the complete cases), each with interval,
# and the two-sided p from t with n - k degrees of freedom.
# `within`, where it is not empty, names a column whose groups each get an intercept of their own.
plumbline_robust_model <- function(data, outcome, factors, within = "", level = 0.95) {
  columns <- c(outcome, factors, if (nzchar(within)) within)
  cases <- data[stats::complete.cases(data[columns]), columns, drop = FALSE]
  fit <- stats::lm(plumbline_formula(outcome, factors, within), data = cases)
  at <- 1 + seq_along(factors)
  slope <- unname(stats::coef(fit)[at])
  error <- sqrt(unname(diag(plumbline_covariance_hc3(fit)))[at])
  scale <- unname(vapply(cases[factors], stats::sd, 0)) / stats::sd(cases[[outcome]])
  reach <- stats::qt(1 - (1 - level) / 2, stats::df.residual(fit))
  list(
    coefficients = data.frame(
      factor = factors, estimate = slope * scale,
      low = (slope - reach * error) * scale, high = (slope + reach * error) * scale,
      slope = slope, slope_low = slope - reach * error, slope_high = slope + reach * error,
      p = 2 * stats::pt(-abs(slope / error), stats::df.residual(fit)),
      stringsAsFactors = FALSE
    ),
    n = nrow(cases), adjusted_r_squared = summary(fit)$adj.r.squared
  )
}

# Poisson model of the count `outcome` on the columns `factors`, complete cases; rate ratios where `exposure`
# names the column of populations. Standard errors: HC1 over the rows, so that counts may vary more than
# Poisson's law has it. One row per factor: `estimate` is the ratio for one unit of the factor.
plumbline_poisson_model <- function(data, outcome, factors, exposure = "", within = "", level = 0.95) {
  columns <- c(outcome, factors, if (nzchar(exposure)) exposure, if (nzchar(within)) within)
  cases <- data[stats::complete.cases(data[columns]), columns, drop = FALSE]
  reach <- if (nzchar(exposure)) log(cases[[exposure]]) else rep(0, nrow(cases))
  formula <- plumbline_formula(outcome, factors, within)
  environment(formula) <- environment() # where `reach` is
  fit <- stats::glm(formula, family = stats::poisson(), data = cases, offset = reach, control = plumbline_control)
  tidy <- plumbline_tidy(fit, plumbline_robust_covariance(fit, "HC1"), Inf, level)[1 + seq_along(factors), ]
  list(
    coefficients = data.frame(
      factor = factors, estimate = exp(tidy$estimate), low = exp(tidy$low), high = exp(tidy$high), p = tidy$p,
      stringsAsFactors = FALSE
    ),
    n = nrow(cases), dispersion = sum(stats::residuals(fit, "pearson")^2) / stats::df.residual(fit)
  )
}
