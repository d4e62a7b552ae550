# How likely a study of this size is to tell groups apart: base R and `stats` only.

# Power of Fisher's exact test, two-sided, of two groups of sizes `n1` and `n2` in which a theme comes up with the
# chances `p1` and `p2`: the sum of the probabilities of all pairs of counts whose p value is at most `alpha`.
fisher_power <- function(n1, n2, p1, p2, alpha) {
  power <- 0
  for (x1 in 0:n1) for (x2 in 0:n2) {
    p <- stats::fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))$p.value
    if (p <= alpha * (1 + 1e-7)) power <- power + stats::dbinom(x1, n1, p1) * stats::dbinom(x2, n2, p2)
  }
  power
}
