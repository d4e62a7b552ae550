# Reference values for the qualitative methods, made with base R alone:
#   Rscript reference.R > reference.json
# Kappa's standard error comes from the delta method with a numerical gradient over the cells of the table, not
# from the closed form of Fleiss, Cohen and Everitt (1969) that the product uses.

kappa_of <- function(p) {
  k <- sqrt(length(p))
  m <- matrix(p, k, byrow = TRUE)
  expected <- sum(rowSums(m) * colSums(m))
  (sum(diag(m)) - expected) / (1 - expected)
}

kappa_reference <- function(counts) {
  n <- sum(counts)
  p <- counts / n
  h <- 1e-6
  gradient <- sapply(seq_along(p), function(i) {
    up <- down <- p
    up[i] <- p[i] + h
    down[i] <- p[i] - h
    # The cells move freely here; the covariance matrix below keeps their sum at 1.
    (kappa_of(up / sum(up)) - kappa_of(down / sum(down))) / (2 * h)
  })
  covariance <- (diag(p) - p %o% p) / n
  list(kappa = kappa_of(p), se = sqrt(as.numeric(gradient %*% covariance %*% gradient)))
}

tables <- list(
  fleiss = c(75, 1, 4, 5, 4, 1, 0, 0, 10),
  two = c(41, 6, 9, 94),
  four = c(12, 3, 1, 0, 2, 20, 4, 1, 0, 5, 17, 3, 1, 0, 2, 29)
)
kappas <- lapply(tables, kappa_reference)

totals <- c(11, 10, 9)
present <- rbind(c(9, 2, 3), c(5, 5, 4), c(11, 10, 9), c(0, 0, 0), c(1, 7, 8))
fisher <- apply(present, 1, function(having) {
  if (sum(having) %in% c(0, sum(totals))) return(1)
  fisher.test(rbind(having, totals - having))$p.value
})

number <- function(x) paste0("[", paste(format(x, digits = 15, trim = TRUE), collapse = ", "), "]")
cat("{\n")
for (name in names(kappas)) {
  cat(sprintf('  "%s": {"kappa": %.12f, "se": %.9f},\n', name, kappas[[name]]$kappa, kappas[[name]]$se))
}
cat(sprintf('  "fisher": %s,\n', number(fisher)))
cat(sprintf('  "holm": %s\n', number(p.adjust(fisher, "holm"))))
cat("}\n")
