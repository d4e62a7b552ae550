# Values for system-conditions-project from an independent R: run from the project's root with
#
#   Rscript test/reference/system-conditions-project/reference.R
#
# Needs r-base and r-cran-sandwich (Debian). It reads the project's extracts in data/ and nothing else, shares no code
# with scripts/ or src/, and writes reference.json beside it: findings by id.
suppressPackageStartupMessages(library(sandwich))
read <- function(name) read.csv(file.path("data", paste0(name, ".csv")), colClasses = "character", na.strings = "", encoding = "UTF-8")
num <- function(x) suppressWarnings(as.numeric(x)) # symbols such as [c] become NA

need <- read("children-in-need"); need <- need[need$earliest == "true", ]
care <- read("looked-after"); care <- care[care$earliest == "true", ]
long <- rbind(
  data.frame(m = need$measure, y = num(need$year), a = need$area, n = num(need$count), pct = num(need$percent)),
  data.frame(m = "looked-after", y = num(care$year), a = care$area, n = num(care$looked_after), pct = NA)
)
long$m[long$m == "plans-31-march"] <- "plans"
pop <- read("child-population"); pop$published <- num(pop$published)
first <- do.call(rbind, lapply(split(pop, paste(pop$rate_year, pop$area)), function(x) x[which.min(x$published), ]))
long <- merge(long, data.frame(y = num(first$rate_year), a = first$area, p = num(first$population)), by = c("y", "a"))
long$r <- 1e4 * long$n / long$p
five <- c("referrals", "section-47", "conferences", "plans", "looked-after")
out <- list()

eng <- long[long$a == "E92000001", ]
at <- function(m, y, col = "r") eng[[col]][eng$m == m & eng$y == y]
for (m in five) {
  for (y in c(2010, 2017, 2025)) {
    out[[sprintf("rate-%s-%d-%02d", m, y - 1, y %% 100)]] <- at(m, y)
    out[[sprintf("count-%s-%d-%02d", m, y - 1, y %% 100)]] <- at(m, y, "n")
  }
  out[[sprintf("rate-change-%s-2016-17", m)]] <- (at(m, 2017) - at(m, 2010)) / at(m, 2010) * 100
}
out[["section-47-per-referrals-2016-17"]] <- at("section-47", 2017, "n") / at("referrals", 2017, "n") * 100
out[["conferences-per-section-47-2009-10"]] <- at("conferences", 2010, "n") / at("section-47", 2010, "n") * 100

# Deprivation: all authorities but the Isles of Scilly, in fifths by score.
imd <- read("deprivation"); imd <- imd[imd$edition == "2015" & imd$index == "imd" & imd$area != "E06000053", ]
score <- setNames(num(imd$average_score), imd$area)
ordered <- names(sort(score)); k <- length(ordered)
fifth <- setNames(findInterval(seq_len(k), floor(k * 1:4 / 5) + 1) + 1, ordered)
for (m in five) {
  d <- long[long$m == m & long$y == 2017 & long$a %in% ordered & !is.na(long$n), ]
  g <- fifth[d$a]
  low <- 1e4 * sum(d$n[g == 1]) / sum(d$p[g == 1]); high <- 1e4 * sum(d$n[g == 5]) / sum(d$p[g == 5])
  out[[paste0("rate-least-deprived-", m)]] <- low
  out[[paste0("rate-most-deprived-", m)]] <- high
  out[[paste0("contrast-", m)]] <- high / low
  out[[paste0("rank-deprivation-", m)]] <- cor(rank(score[d$a]), rank(d$r))
  d <- d[order(score[d$a]), ]
  x <- sapply(score[d$a], function(own) (sum(d$p[score[d$a] < own]) + sum(d$p[score[d$a] == own]) / 2) / sum(d$p)) # ties share
  fit <- glm(n ~ x + offset(log(p)), family = poisson, d)
  error <- sqrt(vcovHC(fit, "HC3")[2, 2])
  out[[paste0("relative-index-", m)]] <- unname(exp(coef(fit)[2]))
  out[[paste0("relative-index-low-", m)]] <- unname(exp(coef(fit)[2] - qt(0.975, nrow(d) - 2) * error))
}

# Two windows.
window <- function(m, years, col = "r") {
  d <- long[long$m == m & long$y %in% years & long$a %in% ordered, ]
  years_held <- length(unique(d$y))
  d <- d[!is.na(d[[col]]), ]
  v <- sapply(ordered, function(a) { v <- d[[col]][d$a == a]; if (length(v) < years_held / 2) NA else mean(v) })
  v
}
ofsted <- read("ofsted-judgements"); ofsted <- ofsted[ofsted$full_inspection == "true" & !is.na(num(ofsted$grade)), ]
grade <- function(day) sapply(ordered, function(a) {
  d <- ofsted[ofsted$area == a & as.Date(ofsted$published) <= as.Date(day), ]
  if (nrow(d) == 0) return(NA)
  d <- d[as.Date(d$published) == max(as.Date(d$published)), ]
  if (any(d$overall == "true")) d <- d[d$overall == "true", ]
  max(num(d$grade))
})
sets <- lapply(list(list(2010:2013, "2013-03-31"), list(2014:2016, "2016-03-31")), function(w) {
  s <- lapply(setNames(five, five), window, years = w[[1]])
  s$deprivation <- score[ordered]; s[["no-action"]] <- window("referrals-no-action", w[[1]], "pct"); s$ofsted <- grade(w[[2]]); s
})
pairs <- list(c("deprivation", "referrals"), c("deprivation", "section-47"), c("deprivation", "conferences"), c("deprivation", "plans"),
  c("deprivation", "looked-after"), c("referrals", "section-47"), c("section-47", "conferences"), c("conferences", "plans"),
  c("plans", "looked-after"), c("referrals", "no-action"), c("ofsted", "section-47"))
for (p in pairs) {
  all <- cbind(sets[[1]][[p[1]]], sets[[1]][[p[2]]], sets[[2]][[p[1]]], sets[[2]][[p[2]]])
  all <- all[complete.cases(all), ]
  r <- c(cor(rank(all[, 1]), rank(all[, 2])), cor(rank(all[, 3]), rank(all[, 4])))
  id <- paste(p, collapse = "-")
  out[[paste0("before-", id)]] <- r[1]; out[[paste0("after-", id)]] <- r[2]; out[[paste0("difference-", id)]] <- r[2] - r[1]
}

# Published facts.
facts <- read("published-facts"); fact <- function(id) num(facts$number[facts$id == id])
details <- read("looked-after-details"); orders <- sum(num(details$count[details$area == "E92000001" & details$year == "2017" & details$measure %in% c("interim-care-orders", "full-care-orders")]))
out[["referrals-implied-rate"]] <- at("referrals", 2017) / 1.07
out[["referrals-implied-count"]] <- at("referrals", 2017, "n") / 1.07
out[["referrals-above-level"]] <- (646120 / fact("nh022") - 1) * 100
out[["referrals-rise-as-rate"]] <- (at("referrals", 2017) / (1e4 * fact("nh022") / (27900 / 25.2 * 1e4)) - 1) * 100
out[["section-47-rate-2006-07"]] <- 73800 / (27900 / 25.2 * 1e4) * 1e4
out[["plans-implied-rate"]] <- at("plans", 2017) / 1.87
out[["plans-since-2001"]] <- (51080 / 26800 - 1) * 100
out[["orders-count-2016-17"]] <- orders
out[["orders-implied-count"]] <- orders / 1.37
out[["orders-since-2004"]] <- (orders / 39700 - 1) * 100
writeLines(paste0("{", paste(sprintf('"%s":%.17g', names(out), unlist(out)), collapse = ",\n"), "}"), "test/reference/system-conditions-project/reference.json")
