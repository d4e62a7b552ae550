# Values for survival curves and cumulative incidence from R's own survival package: run from the project's root with
#
#   Rscript test/reference/survival/reference.R
#
# Needs r-cran-survival (Debian). Makes episodes.csv, sixty invented episodes with many ties, times of
# zero, and two competing ends, and reference.json with R's values for them, for a curve that is flat at one half, and for
# the lung cancer data that come with the package (Loprinzi and others, 1994).
library(survival)

# JSON with 17 significant digits: named lists as objects, vectors of length one as scalars, NA as null.
json <- function(x) {
  if (is.list(x)) {
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0('"', names(x), '":', parts, collapse = ","), "}"))
  }
  texts <- if (is.character(x)) paste0('"', x, '"') else sprintf("%.17g", as.numeric(x))
  texts[is.na(x)] <- "null"
  if (length(x) == 1) texts else paste0("[", paste(texts, collapse = ","), "]")
}

folder <- "test/reference/survival"

set.seed(20)
n <- 60
time <- pmin(floor(rexp(n, 1 / 40)), 120)
outcome <- sample(c("plan", "closed", ""), n, replace = TRUE, prob = c(0.5, 0.3, 0.2))
outcome[time == 120] <- ""
time[1:4] <- c(0, 0, 0, 0.5)
outcome[1:4] <- c("plan", "closed", "", "plan")
write.csv(data.frame(time, outcome), file.path(folder, "episodes.csv"), row.names = FALSE, quote = FALSE)

curve <- function(fit) {
  list(time = fit$time, atRisk = fit$n.risk, events = fit$n.event, estimate = fit$surv,
       standardError = fit$surv * fit$std.err, low = fit$lower, high = fit$upper)
}
quantiles <- function(fit) {
  q <- quantile(fit, probs = c(0.25, 0.5, 0.75))
  list(time = unname(q$quantile), low = unname(q$lower), high = unname(q$upper))
}
survival <- function(time, happened, until) {
  kinds <- c("log-log", "log", "plain")
  fits <- lapply(setNames(kinds, kinds), function(kind) survfit(Surv(time, happened) ~ 1, conf.type = kind))
  mean <- summary(fits[["log-log"]], rmean = until)$table
  list(curves = lapply(fits, curve), quantiles = lapply(fits, quantiles),
       rmean = list(until = until, value = unname(mean["rmean"]), standardError = unname(mean["se(rmean)"])))
}
incidence <- function(time, outcome, kinds) {
  fits <- lapply(setNames(nm = c("log-log", "log", "plain")), function(kind) {
    fit <- survfit(Surv(time, factor(outcome, levels = c("", kinds))) ~ 1, conf.type = kind)
    lapply(setNames(seq_along(kinds) + 1, kinds), function(j) {
      list(time = fit$time, events = fit$n.event[, j], estimate = fit$pstate[, j],
           standardError = fit$std.err[, j], low = fit$lower[, j], high = fit$upper[, j])
    })
  })
  fits
}

flat <- list(time = c(2, 4, 4, 7, 9, 11), happened = c(1, 1, 1, 1, 0, 1))
reference <- list(
  packageVersion = as.character(packageVersion("survival")),
  episodes = survival(time, outcome == "plan", 90),
  competing = incidence(time, outcome, c("plan", "closed")),
  flat = c(flat, list(quantiles = quantiles(survfit(Surv(flat$time, flat$happened) ~ 1, conf.type = "log-log")))),
  lung = survival(lung$time, lung$status == 2, 365),
  normal = { p <- c(1e-10, 1e-4, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9995); list(p = p, z = qnorm(p)) },
  wilson = lapply(list(c(0, 12), c(3, 12), c(12, 12), c(431, 1200), c(5000, 99999)), function(x) {
    list(count = x[1], n = x[2], limits = as.numeric(prop.test(x[1], x[2], correct = FALSE)$conf.int))
  })
)
writeLines(json(reference), file.path(folder, "reference.json"))
