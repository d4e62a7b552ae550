# Makes values.json with Debian's R, from the tables that the report publishes in output/reducing-need-interviews and
# the project's extracts. Run in the project's root: Rscript test/reference/reducing-need-interviews/make-values.R
power <- function(n, p1, p2, alpha) {
  total <- 0
  for (x1 in 0:n) for (x2 in 0:n) {
    p <- fisher.test(matrix(c(x1, n - x1, x2, n - x2), 2))$p.value
    if (p <= alpha * (1 + 1e-7)) total <- total + dbinom(x1, n, p1) * dbinom(x2, n, p2)
  }
  total
}
designs <- data.frame(
  n = c(10, 10, 10, 40), p1 = c(0.8, 0.8, 0.9, 0.8), p2 = c(0.4, 0.4, 0.1, 0.4), alpha = 0.05 / c(1, 17, 17, 17)
)
designs$power <- mapply(power, designs$n, designs$p1, designs$p2, designs$alpha)

folder <- "output/reducing-need-interviews/tables/"
themes <- read.csv(paste0(folder, "themes-by-group.csv"), check.names = FALSE)
recognition <- read.csv(paste0(folder, "recognition.csv"))
totals <- recognition$interviews[match(c("Rose", "No change", "Fell"), recognition$trend)]
p <- apply(themes[c("rose", "no_change", "fell")], 1, function(having) {
  if (sum(having) %in% c(0, sum(totals))) return(1)
  fisher.test(rbind(having, totals - having))$p.value
})
p <- pmin(1, p)
adjusted <- p.adjust(p, "holm")

# The trend of every authority, in plain R.
looked_after <- subset(read.csv("data/looked-after.csv"), earliest == "true" & year %in% 2012:2017)
population <- subset(read.csv("data/child-population.csv"), kind == "underlying data")
rates <- merge(looked_after, population, by.x = c("area", "year"), by.y = c("area", "rate_year"))
rates$rate <- as.numeric(rates$looked_after) / as.numeric(rates$population.y)
authorities <- read.csv("data/authorities.csv")$area
trend <- sapply(authorities, function(area) {
  own <- rates[rates$area == area, ]
  own <- own[order(own$year), ]
  if (nrow(own) < 6 || any(is.na(own$rate))) return(NA)
  mean(100 * (own$rate[-1] / own$rate[-6] - 1))
})
workforce <- subset(read.csv("data/workforce.csv"), year == 2017)
turnover <- suppressWarnings(as.numeric(workforce$turnover_rate[match(authorities, workforce$area)]))
known <- !is.na(trend) & !is.na(turnover)
test <- cor.test(trend[known], turnover[known], method = "spearman", exact = FALSE)

number <- function(x) vapply(x, function(one) format(one, digits = 15, scientific = FALSE), "")
object <- function(names, values) {
  paste0("{\n", paste0("    ", encodeString(names, quote = '"'), ": ", number(values), collapse = ",\n"), "\n  }")
}
rows <- apply(designs, 1, function(d) paste0("    { ", paste0('"', names(d), '": ', number(d), collapse = ", "), " }"))
writeLines(con = "test/reference/reducing-need-interviews/values.json", text = paste0(
  '{\n  "power": [\n', paste(rows, collapse = ",\n"), '\n  ],\n  "themes": ', object(themes$theme, p),
  ',\n  "adjusted": ', object(themes$theme, adjusted),
  ',\n  "turnover": { "rho": ', number(unname(test$estimate)), ', "p": ', number(test$p.value), " }\n}"
))
