# How likely a study of this size is to tell groups apart: base R and `stats` only.

# Power of Fisher's exact test, two-sided, of two groups of sizes `n1` and `n2` in which a theme comes up with the
# chances `p1` and `p2`: the sum of the probabilities of all pairs of counts whose p value is at most `alpha`.
# The p value is that of fisher.test: with both margins held, all tables that are no likelier than the one found.
fisher_power <- function(n1, n2, p1, p2, alpha) {
  power <- 0
  for (total in 0:(n1 + n2)) {
    first <- max(0, total - n2):min(n1, total)
    chances <- stats::dhyper(first, n1, n2, total)
    p <- vapply(chances, function(found) sum(chances[chances <= found * (1 + 1e-7)]), 0)
    told <- first[p <= alpha]
    power <- power + sum(stats::dbinom(told, n1, p1) * stats::dbinom(total - told, n2, p2))
  }
  power
}
