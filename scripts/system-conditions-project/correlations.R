# The first strand's question: have the correlations of 2009–13 continued in 2013–16?

CORRELATION_RESOURCES <- c(CONTRAST_RESOURCES, "ofsted-judgements")
CORRELATION_METHOD <- "Spearman’s rank correlation of each window and their difference, authorities complete in both; interval by Zou (2007) from Fisher intervals with the standard error of Bonett and Wright (2000), heeding that the errors of both windows go together; p by Dunn and Clark (1969)"

PAIRS <- data.frame(
  first = c("deprivation", "deprivation", "deprivation", "deprivation", "deprivation", "referrals", "section-47", "conferences", "plans", "referrals", "ofsted"),
  second = c("referrals", "section-47", "conferences", "plans", "looked-after", "section-47", "conferences", "plans", "looked-after", "no-action", "section-47"),
  stringsAsFactors = FALSE
)
QUANTITIES <- c(
  "deprivation" = "Deprivation", "referrals" = "referral rate", "section-47" = "section 47 rate", "conferences" = "conference rate",
  "plans" = "plan rate", "looked-after" = "looked-after rate", "no-action" = "share without further action",
  "ofsted" = "Ofsted grade (the higher, the poorer)"
)

# By authority: the mean of the yearly values over a window of years, where at least half of them are known.
window_values <- function(tables, rates, years, areas) {
  yearly_mean <- function(measure, column) {
    own <- rates[rates$measure == measure & rates$year %in% years & rates$area %in% areas, ]
    held <- unique(own$year)
    known <- own[!is.na(own[[column]]), ]
    counts <- table(factor(known$area, levels = areas))
    means <- tapply(known[[column]], factor(known$area, levels = areas), mean)
    ifelse(counts >= length(held) / 2, means, NA)
  }
  values <- lapply(stats::setNames(MEASURES, MEASURES), yearly_mean, column = "rate")
  values[["no-action"]] <- yearly_mean("referrals-no-action", "percent")
  values$ofsted <- latest_grade(tables, sprintf("%d-03-31", max(years)), areas)
  values
}

# Grade of the latest full inspection published by a day: the overall one, else the poorest of its judgements.
latest_grade <- function(tables, day, areas) {
  judged <- tables$ofsted_judgements
  judged <- judged[judged$full_inspection & !is.na(judged$grade) & judged$published <= day, ]
  latest <- tapply(judged$published, judged$area, max)
  judged <- judged[judged$published == latest[judged$area], ]
  # An overall grade outweighs any other of the same inspection.
  grade <- tapply(judged$grade + 10 * judged$overall, judged$area, max) %% 10
  as.vector(grade[areas])
}

compare_windows <- function(tables, rates, parameters) {
  scores <- tables$deprivation[tables$deprivation$edition == 2015 & tables$deprivation$index == "imd" & tables$deprivation$area != SCILLY, ]
  areas <- sort(scores$area, method = "radix")
  windows <- list(parameters$first:2013, 2014:2016)
  values <- lapply(windows, function(years) {
    c(list(deprivation = scores$average_score[match(areas, scores$area)]), window_values(tables, rates, years, areas))
  })
  rows <- lapply(seq_len(nrow(PAIRS)), function(i) {
    a <- PAIRS$first[i]; b <- PAIRS$second[i]
    d <- plumbline_correlation_difference(
      as.vector(values[[1]][[a]]), as.vector(values[[1]][[b]]), as.vector(values[[2]][[a]]), as.vector(values[[2]][[b]]), paired = TRUE, level = LEVEL
    )
    data.frame(
      order = i, pair = paste(a, b, sep = "-"), title = paste0(toupper(substr(QUANTITIES[[a]], 1, 1)), substring(QUANTITIES[[a]], 2), " and ", QUANTITIES[[b]]),
      first = d$first$estimate, first_low = d$first$low, first_high = d$first$high,
      second = d$second$estimate, second_low = d$second$low, second_high = d$second$high,
      difference = d$estimate, low = d$low, high = d$high, p = d$p, n = d$n, stringsAsFactors = FALSE
    )
  })
  rows <- do.call(rbind, rows)
  rows$verdict <- judge_windows(rows)
  rows
}

# Continued: there in both windows, and not told apart. Changed: in the first, and the difference is told. New: only in
# the second, and the difference is told. Unclear: in one window only, without a difference that can be told.
judge_windows <- function(rows) {
  before <- rows$first_low > 0 | rows$first_high < 0
  after <- rows$second_low > 0 | rows$second_high < 0
  differs <- rows$low > 0 | rows$high < 0
  ifelse(!before & !after & !differs, "none", ifelse(before & differs, "changed", ifelse(differs, "new", ifelse(before & after, "continued", "unclear"))))
}

correlation_findings <- function(compared) {
  of_pair <- lapply(seq_len(nrow(compared)), function(i) {
    row <- compared[i, ]
    finding <- function(id, value, low, high, definition, ...) plumbline_finding(
      paste0(id, "-", row$pair), value, "ratio", 2, CORRELATION_METHOD, definition, n = row$n, interval = c(low, high),
      resources = CORRELATION_RESOURCES, ...
    )
    list(
      finding("before", row$first, row$first_low, row$first_high, sprintf("%s: correlation over authorities, means of 2009-10 to 2012-13", row$title)),
      finding("after", row$second, row$second_low, row$second_high, sprintf("%s: correlation over authorities, means of 2013-14 to 2015-16", row$title)),
      finding("difference", row$difference, row$low, row$high, sprintf("%s: the later correlation less the earlier", row$title), p = row$p)
    )
  })
  counted <- function(verdict) plumbline_finding(
    paste0("pairs-", verdict), sum(compared$verdict == verdict), "count", 0,
    sprintf("Pairs with that verdict; a correlation is there where its %s interval leaves zero out, and a difference likewise", LEVEL_WORDS),
    sprintf("Pairs of measures whose correlation is judged: %s", verdict), resources = CORRELATION_RESOURCES
  )
  c(
    unlist(of_pair, recursive = FALSE), lapply(c("continued", "changed", "new", "unclear", "none"), counted),
    list(plumbline_finding("pairs-total", nrow(compared), "count", 0, "Pairs compared", "Pairs of measures compared", resources = CORRELATION_RESOURCES))
  )
}

correlation_tables <- function(compared) {
  number <- function(name, title) plumbline_field(name, title, unit = "ratio", decimals = 2)
  range <- function(low, high) sprintf("%s to %s", signed(low), signed(high))
  compared$first_range <- range(compared$first_low, compared$first_high)
  compared$second_range <- range(compared$second_low, compared$second_high)
  compared$difference_range <- range(compared$low, compared$high)
  list(plumbline_table(
    "correlations", "Rank correlations over authorities, 2009–13 and 2013–16", compared,
    list(
      plumbline_field("order", "Order", type = "integer", hidden = TRUE), plumbline_field("title", "Pair"),
      number("first", "2009–13"), number("second", "2013–16"), number("difference", "Difference"),
      plumbline_field("difference_range", paste(LEVEL_WORDS, "interval of the difference")), plumbline_field("verdict", "Verdict"),
      plumbline_field("n", "Authorities", unit = "count", decimals = 0, type = "integer", hidden = TRUE),
      plumbline_field("first_range", paste(LEVEL_WORDS, "interval, 2009–13"), hidden = TRUE), plumbline_field("second_range", paste(LEVEL_WORDS, "interval, 2013–16"), hidden = TRUE),
      plumbline_field("low", "Lower end, difference", unit = "ratio", decimals = 2, hidden = TRUE),
      plumbline_field("high", "Upper end, difference", unit = "ratio", decimals = 2, hidden = TRUE),
      plumbline_field("p", "p of the difference", decimals = 4, hidden = TRUE)
    ), "order",
    notes = c(
      "Means of the yearly values of 2009-10 to 2012-13 and of 2013-14 to 2015-16; authorities complete in both windows. Deprivation: index of 2015 in both. Share of referrals without further action: from 2011-12. Ofsted: latest full inspection by the end of the window.",
      "Continued: a correlation in both windows, not told apart. Changed: there before, and the difference is clear. New: there only after, and the difference is clear. Unclear: in one window only, without a clear difference. None: in neither."
    ), source = paste0(AUTHORITY_SOURCE, "; Ofsted"), resources = CORRELATION_RESOURCES
  ))
}

# Two decimals with the minus sign of print.
signed <- function(x) sub("-", "\u2212", sub("^-0\\.00$", "0.00", sprintf("%.2f", x)))
