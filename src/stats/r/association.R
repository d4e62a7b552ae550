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
