# What holds, and what our data say of the published statements.

SUMMARY <- "Project summary, Kingston University and the Nuffield Foundation, 2018"

claims_from <- function(findings, compared, parameters) {
  values <- stats::setNames(lapply(findings, function(f) f$value), vapply(findings, function(f) f$id, ""))
  value <- function(id) if (is.null(values[[id]])) stop("there is no finding ", id) else values[[id]]
  # Printed when all has been checked, as the report prints it.
  show <- function(id) if (is.null(values[[id]])) stop("there is no finding ", id) else sprintf('{{finding "%s" as="number"}}', id)
  last <- in_words(parameters$last)
  change <- function(measure) value(sprintf("rate-change-%s-%s", measure, last))
  later_stages <- c("section-47", "conferences", "plans")
  gradient <- paste0("rank-deprivation-", MEASURES)
  clear <- function(pair) compared$low[compared$pair == pair] > 0 || compared$high[compared$pair == pair] < 0
  leaves_zero_out <- function(id) findings[[match(id, names(values))]]$interval$low > 0
  statement <- function(id, statement, holds, evidence) plumbline_claim(id, statement, holds, evidence)
  published <- function(id, statement, verdict, explanation, evidence) plumbline_claim(
    id, statement, switch(verdict, "cannot be checked" = NA, "not reproduced" = FALSE, TRUE), evidence,
    list(source = SUMMARY, verdict = verdict, explanation = explanation)
  )
  as_rate <- abs(value("referrals-rise-as-rate") - value("claimed-referrals")) <= 1
  conferences_are_meant <- round(value(paste0("rate-conferences-", last))) == value("claimed-investigations-last") &&
    round(value(paste0("rate-section-47-", last))) != value("claimed-investigations-last")
  base_fits <- abs(value("plans-implied-rate") - value("registers-rate-2005")) <= 1
  all_deprived <- all(vapply(gradient, leaves_zero_out, TRUE))

  list(
    statement("referrals-hardly-moved", "The referral rate of 2016-17 is within 5% of that of 2009-10.", abs(change("referrals")) < 5, sprintf("rate-change-referrals-%s", last)),
    statement("later-stages-rose", "Rates of section 47 enquiries, conferences and plans rose by more than the referral rate.",
              all(vapply(later_stages, change, 0) > change("referrals")), sprintf("rate-change-%s-%s", c(later_stages, "referrals"), last)),
    statement("enquiries-rose-most", "Of the measures, section 47 enquiries rose most.", all(vapply(setdiff(MEASURES, "section-47"), change, 0) < change("section-47")),
              sprintf("rate-change-%s-%s", MEASURES, last)),
    statement("enquiry-share-rose", "Section 47 enquiries for each hundred referrals rose.",
              value(paste0("section-47-per-referrals-", last)) > value("section-47-per-referrals-2009-10"), c("section-47-per-referrals-2009-10", paste0("section-47-per-referrals-", last))),
    statement("conference-share-fell", "Conferences for each hundred section 47 enquiries fell.",
              value(paste0("conferences-per-section-47-", last)) < value("conferences-per-section-47-2009-10"), c("conferences-per-section-47-2009-10", paste0("conferences-per-section-47-", last))),
    statement("deprivation-in-all", "All rates are higher where deprivation is.", all_deprived, gradient),
    statement("contrast-largest-in-care", "The contrast is largest for children looked after.",
              all(vapply(setdiff(MEASURES, "looked-after"), function(m) value(paste0("contrast-", m)), 0) < value("contrast-looked-after")), paste0("contrast-", MEASURES)),
    statement("deprivation-continued", "Every correlation with deprivation is there in both windows and not told apart.",
              all(compared$verdict[startsWith(compared$pair, "deprivation-")] == "continued"), paste0("difference-", compared$pair[startsWith(compared$pair, "deprivation-")])),
    statement("most-pairs-continued", "Most of the pairs compared continued.", value("pairs-continued") > value("pairs-total") / 2, c("pairs-continued", "pairs-total")),
    statement("any-changed", "A pair changed.", value("pairs-changed") > 0, "pairs-changed"),
    statement("any-new", "A pair is new.", value("pairs-new") > 0, "pairs-new"),
    statement("referral-link-weaker", "Deprivation and the referral rate go together less in the later window, clearly.",
              clear("deprivation-referrals") && value("difference-deprivation-referrals") < 0 && value("after-deprivation-referrals") > 0, "difference-deprivation-referrals"),
    statement("conference-link-weaker", "Deprivation and the conference rate go together less in the later window, clearly.",
              clear("deprivation-conferences") && value("difference-deprivation-conferences") < 0 && value("after-deprivation-conferences") > 0, "difference-deprivation-conferences"),
    statement("ofsted-link-new", "Poorer Ofsted grades go with more section 47 enquiries in the later window only.",
              compared$verdict[compared$pair == "ofsted-section-47"] == "new" && value("after-ofsted-section-47") > 0, c("before-ofsted-section-47", "after-ofsted-section-47")),
    statement("stages-follow", "Each stage’s rate goes with that of the stage before, in both windows and not told apart.",
              all(compared$verdict[compared$pair %in% c("referrals-section-47", "section-47-conferences", "conferences-plans", "plans-looked-after")] == "continued"),
              c("difference-referrals-section-47", "difference-section-47-conferences", "difference-conferences-plans", "difference-plans-looked-after")),
    statement("rates-agree", "Computed rates are within 0.1 of those that the releases print.", value("rate-gap-largest") <= 0.1, "rate-gap-largest"),
    statement("interviews-add-up", "Interviewees on two occasions make the planned number of interviews.", value("interviews-total") == parameters$planned, "interviews-total"),
    statement("conferences-are-meant", "The published last rate of investigations is the conference rate and not that of section 47 enquiries.",
              conferences_are_meant, c(paste0("rate-conferences-", last), paste0("rate-section-47-", last), "claimed-investigations-last")),
    published("published-referrals", sprintf("From 2001-02 to 2016-17 referrals grew by no more than %s%%.", show("claimed-referrals")),
              if (as_rate) "consistent" else "not reproduced",
              sprintf("As a rate only. No file holds 2001-02; %s per 10,000 in 2016-17 imply %s then. A later release puts earlier years at about %s referrals, which makes the rate’s rise %s%%, but that of the number %s%%.",
                      show(paste0("rate-referrals-", last)), show("referrals-implied-rate"), show("referrals-level-before"), show("referrals-rise-as-rate"), show("referrals-above-level")),
              c("claimed-referrals", "referrals-implied-rate", "referrals-implied-count", "referrals-rise-as-rate", "referrals-above-level")),
    published("published-investigations",
              sprintf("Investigations went from %s to %s per 10,000 children, more than double.", show("claimed-investigations-first"), show("claimed-investigations-last")),
              if (conferences_are_meant) "not reproduced" else "consistent",
              sprintf("%s is the rate of initial conferences (%s). Investigations under section 47 stand at %s per 10,000, and were already at about %s in 2006-07. The base of %s is in no file.",
                      show("claimed-investigations-last"), show(paste0("rate-conferences-", last)), show(paste0("rate-section-47-", last)), show("section-47-rate-2006-07"), show("claimed-investigations-first")),
              c("claimed-investigations-first", "claimed-investigations-last", paste0("rate-conferences-", last), paste0("rate-section-47-", last), "section-47-rate-2006-07")),
    published("published-plans", sprintf("The rate of child protection plans grew by %s%%.", show("claimed-plans")), if (base_fits) "consistent" else "not reproduced",
              sprintf("%s per 10,000 imply a base of %s; registers stood at %s in March 2005, the first rate found. The number has risen by %s%% since March 2001, from %s. Registers became plans in between.",
                      show(paste0("rate-plans-", last)), show("plans-implied-rate"), show("registers-rate-2005"), show("plans-since-2001"), show("registers-2001")),
              c("claimed-plans", "plans-implied-rate", "plans-implied-count", "registers-rate-2005", "plans-since-2001")),
    published("published-orders", sprintf("The rate of care orders grew by %s%%.", show("claimed-orders")), "cannot be checked",
              sprintf("Doubtful. Children under a care order numbered %s in March 2017, which implies %s in 2002; the first number found is %s, of 2004, and the lowest %s, of 2008. From 2004 to 2017 they rose by %s%%. Figures to 2003 rest on a sample of the children.",
                      show("orders-count-2016-17"), show("orders-implied-count"), show("orders-2004"), show("orders-2008"), show("orders-since-2004")),
              c("claimed-orders", "orders-count-2016-17", "orders-implied-count", "orders-2004", "orders-since-2004")),
    published("published-deprivation", "It is above all families in deprived areas whom this concerns.", if (all_deprived) "consistent" else "not reproduced",
              sprintf("Of authorities only: the most deprived fifth has %s times the section 47 rate of the least and %s times the looked-after rate. Changes by deprivation, and families, need records that are not public.",
                      show("contrast-section-47"), show("contrast-looked-after")),
              c("contrast-section-47", "contrast-looked-after", gradient))
  )
}
