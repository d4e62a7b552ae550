# The line through a scatter of authorities, for `welfare-inequalities`. Base R and `stats` only.

# Least squares of `y` on `x` over complete pairs, with pointwise intervals of the line by HC3 covariance
# (MacKinnon and White 1985). One row for each pair as given: fit, low, high; NA where a value is missing.
fitted_line <- function(x, y, level = 0.95) {
  known <- !is.na(x) & !is.na(y)
  fit <- stats::lm(y ~ x, data = data.frame(x = x[known], y = y[known]))
  design <- stats::model.matrix(fit)
  bread <- solve(crossprod(design))
  weights <- (stats::residuals(fit) / (1 - stats::hatvalues(fit)))^2
  covariance <- bread %*% crossprod(design * weights, design) %*% bread
  error <- sqrt(rowSums((design %*% covariance) * design))
  reach <- stats::qt(1 - (1 - level) / 2, stats::df.residual(fit)) * error
  whole <- function(values) replace(rep(NA_real_, length(x)), known, values)
  data.frame(fit = whole(stats::fitted(fit)), low = whole(stats::fitted(fit) - reach), high = whole(stats::fitted(fit) + reach))
}
