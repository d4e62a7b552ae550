# Values for pathways from base R: run from the project's root with
#
#   Rscript test/reference/pathways/reference.R
#
# Makes events.csv, 120 invented episodes with repeated stages and stages on the same day, and reference.json: the
# transitions with their counts, Wilson intervals (prop.test) and quartiles of days, and the waits from referral to plan.
folder <- "test/reference/pathways"
stages <- c("referral", "assessment", "section 47", "plan", "closed")
set.seed(7)
events <- do.call(rbind, lapply(1:120, function(id) {
  reach <- sample(1:4, 1, prob = c(0.3, 0.3, 0.2, 0.2))
  gaps <- c(sample(0:400, 1), sample(0:30, 3, replace = TRUE))
  day <- as.Date("2015-04-01") + cumsum(gaps)[seq_len(reach)]
  stage <- stages[seq_len(reach)]
  if (reach > 1 && runif(1) < 0.2) { day <- c(day, day[2] + 1); stage <- c(stage, stages[2]) }
  if (runif(1) < 0.6) { day <- c(day, max(day) + sample(0:60, 1)); stage <- c(stage, "closed") }
  data.frame(episode = paste0("E", id), stage, date = as.character(day))
}))
events <- events[sample(nrow(events)), ]
write.csv(events, file.path(folder, "events.csv"), row.names = FALSE, quote = FALSE)

first <- aggregate(date ~ episode + stage, events, min)
first$place <- match(first$stage, stages)
first <- first[order(first$episode, first$date, first$place), ]
same <- c(first$episode[-1] == first$episode[-nrow(first)], FALSE)
first$to <- ifelse(same, c(first$stage[-1], NA), NA)
first$days <- ifelse(same, as.integer(as.Date(c(first$date[-1], NA)) - as.Date(first$date)), NA)
moves <- first[first$stage != "closed", ]
moves$key <- paste(match(moves$stage, stages), ifelse(is.na(moves$to), 9, match(moves$to, stages)))
rows <- vapply(split(moves, moves$key), function(part) {
  n <- sum(first$stage == part$stage[1])
  limits <- prop.test(nrow(part), n, correct = FALSE)$conf.int
  days <- if (is.na(part$to[1])) rep(NA, 3) else quantile(part$days, c(0.25, 0.5, 0.75))
  number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
  text <- function(x) ifelse(is.na(x), "null", paste0('"', x, '"'))
  paste0('{"from":', text(part$stage[1]), ',"to":', text(part$to[1]), ',"count":', nrow(part), ',"reached":', n,
         ',"low":', number(limits[1]), ',"high":', number(limits[2]),
         ',"days":[', paste(number(days), collapse = ","), "]}")
}, "")

until <- as.Date("2016-05-31")
day <- function(id, stage) as.Date(first$date[match(paste(id, stage), paste(first$episode, first$stage))])
ids <- unique(first$episode)
start <- day(ids, "referral"); plan <- day(ids, "plan"); closed <- day(ids, "closed")
ids <- ids[start <= until]
waits <- vapply(ids, function(id) {
  ends <- c(plan = day(id, "plan"), closed = day(id, "closed"), censored = until)
  ends <- ends[!is.na(ends)]
  outcome <- names(ends)[which.min(ends)]
  if (min(ends) == until && any(names(ends)[ends == until] != "censored")) outcome <- names(ends)[ends == until][1]
  paste0('"', id, '":[', as.integer(min(ends) - day(id, "referral")), ',"', outcome, '"]')
}, "")
writeLines(paste0('{"transitions":[', paste(rows, collapse = ",\n"), '],\n"waits":{', paste(waits, collapse = ","), "}}"),
           file.path(folder, "reference.json"))
