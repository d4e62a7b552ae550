# The inference behind `care-trends`: base R and `stats` only, so that it runs in webr and in any R 4.
# Each function takes plain vectors or a data frame and gives a named list or a data frame.

# Spearman's rank correlation of two vectors, complete pairs only.
# Interval: Fisher's z with the standard error of Bonett and Wright (2000), sqrt((1 + r^2 / 2) / (n - 3)),
# which keeps its coverage under ties and skew better than 1 / sqrt(n - 3).
# p: two-sided, from the t approximation, because the ranks are tied.
rank_correlation <- function(x, y, level = 0.95) {
  known <- !is.na(x) & !is.na(y)
  test <- stats::cor.test(x[known], y[known], method = "spearman", exact = FALSE)
  r <- unname(test$estimate)
  n <- sum(known)
  reach <- stats::qnorm(1 - (1 - level) / 2) * sqrt((1 + r^2 / 2) / (n - 3))
  list(estimate = r, low = tanh(atanh(r) - reach), high = tanh(atanh(r) + reach), p = test$p.value, n = n)
}

# Mean of `x` where `group` is 1 less the mean where it is 0: Welch's t, which assumes neither equal
# variances nor equal sizes.
mean_difference <- function(x, group, level = 0.95) {
  one <- x[!is.na(group) & group == 1 & !is.na(x)]
  zero <- x[!is.na(group) & group == 0 & !is.na(x)]
  test <- stats::t.test(one, zero, conf.level = level)
  list(
    estimate = mean(one) - mean(zero), low = test$conf.int[1], high = test$conf.int[2], p = test$p.value,
    n = length(one) + length(zero), n_one = length(one), n_zero = length(zero),
    mean_one = mean(one), mean_zero = mean(zero)
  )
}

# Mean of a vector with Student's interval.
mean_interval <- function(x, level = 0.95) {
  test <- stats::t.test(x[!is.na(x)], conf.level = level)
  list(estimate = unname(test$estimate), low = test$conf.int[1], high = test$conf.int[2],
       p = test$p.value, n = sum(!is.na(x)))
}

# HC3 covariance of a least-squares fit (MacKinnon and White 1985): each squared residual is divided by
# (1 - leverage)^2. The same as sandwich::vcovHC(fit, type = "HC3").
covariance_hc3 <- function(fit) {
  x <- stats::model.matrix(fit)
  bread <- solve(crossprod(x))
  weights <- (stats::residuals(fit) / (1 - stats::hatvalues(fit)))^2
  bread %*% crossprod(x * weights, x) %*% bread
}

# Linear model of `outcome` on the columns `factors` of `data`, complete cases, HC3 standard errors.
# One row per factor: the slope in its own units (`slope`) and standardised (`estimate`: standard deviations
# of the outcome for one standard deviation of the factor, each over the complete cases), each with interval,
# and the two-sided p from t with n - k degrees of freedom.
# `within`, where it is not empty, names a column whose groups each get an intercept of their own.
robust_model <- function(data, outcome, factors, within = "", level = 0.95) {
  columns <- c(outcome, factors, if (nzchar(within)) within)
  cases <- data[stats::complete.cases(data[columns]), columns, drop = FALSE]
  right <- c(sprintf("`%s`", factors), if (nzchar(within)) sprintf("factor(`%s`)", within))
  fit <- stats::lm(stats::as.formula(sprintf("`%s` ~ %s", outcome, paste(right, collapse = " + "))), data = cases)
  at <- 1 + seq_along(factors)
  slope <- unname(stats::coef(fit)[at])
  error <- sqrt(unname(diag(covariance_hc3(fit)))[at])
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
