# How two or more measures go together. Base R and `stats` only, so that these functions run in webr and in any R 4.
# Each takes plain vectors or a data frame and gives a named list or a data frame. Methods: docs/methods/.

# Spearman's rank correlation of two vectors, complete pairs only.
# Interval: Fisher's z with the standard error of Bonett and Wright (2000), sqrt((1 + r^2 / 2) / (n - 3)),
# which keeps its coverage under ties and skew better than 1 / sqrt(n - 3).
# p: two-sided, from the t approximation, because the ranks are tied.
plumbline_rank_correlation <- function(x, y, level = 0.95) {
  known <- !is.na(x) & !is.na(y)
  test <- stats::cor.test(x[known], y[known], method = "spearman", exact = FALSE)
  r <- unname(test$estimate)
  n <- sum(known)
  reach <- stats::qnorm(1 - (1 - level) / 2) * sqrt((1 + r^2 / 2) / (n - 3))
  list(estimate = r, low = tanh(atanh(r) - reach), high = tanh(atanh(r) + reach), p = test$p.value, n = n)
}

# Mean of `x` where `group` is 1 less the mean where it is 0: Welch's t, which assumes neither equal
# variances nor equal sizes.
plumbline_mean_difference <- function(x, group, level = 0.95) {
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
plumbline_mean_interval <- function(x, level = 0.95) {
  test <- stats::t.test(x[!is.na(x)], conf.level = level)
  list(estimate = unname(test$estimate), low = test$conf.int[1], high = test$conf.int[2],
       p = test$p.value, n = sum(!is.na(x)))
}

# Fisher's z interval of one correlation; see plumbline_rank_correlation for Spearman's standard error.
plumbline_correlation_variance <- function(r, n, method) {
  if (method == "spearman") (1 + r^2 / 2) / (n - 3) else 1 / (n - 3)
}

plumbline_correlation_p <- function(x, y, method) stats::cor.test(x, y, method = method, exact = FALSE)$p.value

# Correlation of the sampling errors of r(a, b) and r(c, d) over the same units (Pearson and Filon 1898, as in
# Steiger 1980). Where c is a, it is the formula for correlations that share a measure.
plumbline_correlation_of_errors <- function(ab, ac, ad, bc, bd, cd) {
  shared <- ab * cd * (ac^2 + ad^2 + bc^2 + bd^2) / 2 + ac * bd + ad * bc -
    (ab * ac * ad + ab * bc * bd + ac * bc * cd + ad * bd * cd)
  shared / ((1 - ab^2) * (1 - cd^2))
}

# The correlation of x2 and y2 less that of x1 and y1.
# `paired`: all four are measures of the same units, in the same order; the cases are those complete in all four.
# x1 and x2 may be the same measure. Otherwise the pairs come from different units.
# Interval: Zou (2007) from the two Fisher intervals and the correlation of their errors.
# p: z test of Dunn and Clark (1969) on Fisher's scale, with the same variances as the intervals.
plumbline_correlation_difference <- function(x1, y1, x2, y2, paired, method = "spearman", level = 0.95) {
  if (paired) {
    if (length(x1) != length(x2)) stop("paired measures of ", length(x1), " and ", length(x2), " units; expected the same units")
    known <- stats::complete.cases(x1, y1, x2, y2)
    first <- second <- known
  } else {
    first <- stats::complete.cases(x1, y1)
    second <- stats::complete.cases(x2, y2)
  }
  a <- x1[first]; b <- y1[first]; c <- x2[second]; d <- y2[second]
  n <- c(length(a), length(c))
  if (min(n) < 5) stop("a correlation of ", min(n), " units; expected at least 5")
  r <- c(stats::cor(a, b, method = method), stats::cor(c, d, method = method))
  between <- if (!paired) 0 else {
    across <- function(x, y) stats::cor(x, y, method = method)
    plumbline_correlation_of_errors(r[1], across(a, c), across(a, d), across(b, c), across(b, d), r[2])
  }
  variance <- plumbline_correlation_variance(r, n, method)
  reach <- stats::qnorm(1 - (1 - level) / 2) * sqrt(variance)
  low <- tanh(atanh(r) - reach)
  high <- tanh(atanh(r) + reach)
  down <- c(r[2] - low[2], high[1] - r[1])
  up <- c(high[2] - r[2], r[1] - low[1])
  difference <- r[2] - r[1]
  z <- (atanh(r[2]) - atanh(r[1])) / sqrt(sum(variance) - 2 * between * sqrt(prod(variance)))
  list(
    estimate = difference,
    low = difference - sqrt(max(0, sum(down^2) - 2 * between * prod(down))),
    high = difference + sqrt(max(0, sum(up^2) - 2 * between * prod(up))),
    p = if (difference == 0) 1 else 2 * stats::pnorm(-abs(z)), n = sum(n) / (1 + paired),
    first = list(estimate = r[1], low = low[1], high = high[1], p = plumbline_correlation_p(a, b, method), n = n[1]),
    second = list(estimate = r[2], low = low[2], high = high[2], p = plumbline_correlation_p(c, d, method), n = n[2])
  )
}
