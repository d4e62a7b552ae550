# Fisher's exact test of each row against equal shares in all groups.
#
# present: for each row in turn, how many units of each group have the property
# totals: how many units each group has
# Returns the two-sided p values, one for each row; 1 where all units have the property, or none.
plumbline_fisher_tests <- function(present, totals) {
  rows <- matrix(present, ncol = length(totals), byrow = TRUE)
  apply(rows, 1, function(having) {
    table <- rbind(having, totals - having)
    if (any(rowSums(table) == 0) || sum(totals > 0) < 2) return(1)
    fisher.test(table[, totals > 0], workspace = 2e6)$p.value
  })
}
