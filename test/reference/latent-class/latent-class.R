# Values for test/stats/latent-class/reference.test.ts, by an implementation that shares nothing with ours:
# one record at a time, plain EM in logarithms from 20 starts, the best until nothing moves, standard errors from a
# Hessian by finite differences of the log-likelihood in logits.
# R 4.2.2, base and stats only:  Rscript test/reference/latent-class/latent-class.R
# The records are made up here; they stand for nobody.

folder <- "test/reference/latent-class"
set.seed(20240611)

make_records <- function(n) {
  share <- c(0.5, 0.3, 0.2)
  sets <- list(c("no", "yes"), c("no", "yes"), c("no", "yes"), c("low", "mid", "high"), 1:3, c("a", "b", "c", "d"))
  profile <- list(
    rbind(c(.90, .10), c(.25, .75), c(.60, .40)),
    rbind(c(.85, .15), c(.30, .70), c(.20, .80)),
    rbind(c(.80, .20), c(.15, .85), c(.75, .25)),
    rbind(c(.70, .20, .10), c(.15, .30, .55), c(.20, .60, .20)),
    rbind(c(.75, .15, .10), c(.20, .25, .55), c(.25, .55, .20)),
    rbind(c(.55, .25, .10, .10), c(.15, .20, .45, .20), c(.10, .50, .10, .30))
  )
  class <- sample(seq_along(share), n, TRUE, share)
  records <- as.data.frame(lapply(seq_along(sets), function(j) {
    value <- sapply(class, function(k) sample(as.character(sets[[j]]), 1, prob = profile[[j]][k, ]))
    value[runif(n) < 0.05] <- NA
    value
  }))
  names(records) <- c("walks", "washes", "shops", "pain", "falls", "home")
  records[c(17, 203), ] <- NA
  records
}

log_sum <- function(m) {
  top <- apply(m, 1, max)
  top + log(rowSums(exp(m - top)))
}

log_joint <- function(codes, theta) {
  joint <- matrix(log(theta$share), nrow(codes), length(theta$share), byrow = TRUE)
  for (j in seq_along(theta$profile)) {
    seen <- !is.na(codes[, j])
    joint[seen, ] <- joint[seen, ] + t(log(theta$profile[[j]][, codes[seen, j], drop = FALSE]))
  }
  joint
}

fit_once <- function(codes, sizes, classes) {
  random <- function(size) {
    p <- matrix(runif(classes * size), classes)
    p / rowSums(p)
  }
  climb(codes, sizes, classes, list(share = rep(1 / classes, classes), profile = lapply(sizes, random)), 1e-4)
}

# Until one step of EM changes no estimate by more than `change`.
climb <- function(codes, sizes, classes, theta, change) {
  repeat {
    before <- flat(theta)
    joint <- log_joint(codes, theta)
    total <- log_sum(joint)
    now <- sum(total)
    posterior <- exp(joint - total)
    theta$share <- colMeans(posterior)
    theta$profile <- lapply(seq_along(sizes), function(j) {
      seen <- !is.na(codes[, j])
      counts <- sapply(seq_len(sizes[j]), function(c) colSums(posterior[seen & codes[, j] == c, , drop = FALSE]))
      counts <- matrix(counts, classes)
      counts / rowSums(counts)
    })
    if (max(abs(flat(theta) - before)) < change) break
  }
  list(theta = theta, log_likelihood = now, posterior = posterior)
}

# Logits of all but the last of each distribution, and back.
to_logits <- function(theta) {
  c(
    log(theta$share[-length(theta$share)] / theta$share[length(theta$share)]),
    unlist(lapply(theta$profile, function(p) as.vector(t(log(p[, -ncol(p), drop = FALSE] / p[, ncol(p)])))))
  )
}
from_logits <- function(eta, sizes, classes) {
  soft <- function(x) exp(c(x, 0)) / sum(exp(c(x, 0)))
  at <- classes - 1
  theta <- list(share = soft(eta[seq_len(at)]), profile = list())
  for (j in seq_along(sizes)) {
    theta$profile[[j]] <- t(sapply(seq_len(classes), function(k) {
      p <- soft(eta[at + seq_len(sizes[j] - 1)])
      at <<- at + sizes[j] - 1
      p
    }))
  }
  theta
}
flat <- function(theta) c(theta$share, unlist(lapply(theta$profile, function(p) as.vector(t(p)))))

standard_errors <- function(codes, sizes, classes, theta) {
  eta <- to_logits(theta)
  loss <- function(x) -sum(log_sum(log_joint(codes, from_logits(x, sizes, classes))))
  information <- optimHess(eta, loss, control = list(ndeps = rep(1e-3, length(eta))))
  slopes <- sapply(seq_along(eta), function(i) {
    step <- replace(numeric(length(eta)), i, 1e-5)
    (flat(from_logits(eta + step, sizes, classes)) - flat(from_logits(eta - step, sizes, classes))) / 2e-5
  })
  sqrt(diag(slopes %*% solve(information) %*% t(slopes)))
}

records <- make_records(700)
write.csv(records, file.path(folder, "records.csv"), row.names = FALSE, na = "", quote = FALSE)

used <- records[rowSums(!is.na(records)) > 0, ]
levels_of <- lapply(used, function(x) sort(unique(x[!is.na(x)]), method = "radix"))
codes <- sapply(names(used), function(name) match(used[[name]], levels_of[[name]]))
sizes <- lengths(levels_of)

rows <- do.call(rbind, lapply(1:3, function(classes) {
  fits <- lapply(seq_len(if (classes == 1) 1 else 20), function(start) fit_once(codes, sizes, classes))
  best <- fits[[which.max(sapply(fits, `[[`, "log_likelihood"))]]
  best <- climb(codes, sizes, classes, best$theta, 1e-10)
  order_of <- order(-best$theta$share)
  theta <- list(share = best$theta$share[order_of], profile = lapply(best$theta$profile, function(p) p[order_of, , drop = FALSE]))
  errors <- standard_errors(codes, sizes, classes, theta)
  posterior <- best$posterior
  parameters <- classes - 1 + classes * sum(sizes - 1)
  doubt <- -sum(ifelse(posterior > 0, posterior * log(posterior), 0))
  what <- c(
    sprintf("share|%d||", seq_len(classes)),
    unlist(lapply(names(sizes), function(name) {
      unlist(lapply(seq_len(classes), function(k) sprintf("profile|%d|%s|%s", k, name, levels_of[[name]])))
    }))
  )
  measures <- c(
    logLikelihood = best$log_likelihood,
    aic = 2 * parameters - 2 * best$log_likelihood,
    bic = log(nrow(codes)) * parameters - 2 * best$log_likelihood,
    entropy = if (classes == 1) NA else 1 - doubt / (nrow(codes) * log(classes))
  )
  data.frame(
    classes = classes,
    what = c(names(measures), what),
    value = c(sprintf("%.10g", measures[1:3]), if (classes == 1) NA else sprintf("%.10g", measures[4]), sprintf("%.10g", flat(theta))),
    error = c(rep(NA, 4), if (classes == 1) NA else sprintf("%.6g", errors[1:classes]), sprintf("%.6g", errors[-(1:classes)]))
  )
}))
write.csv(rows, file.path(folder, "values.csv"), row.names = FALSE, na = "", quote = FALSE)
