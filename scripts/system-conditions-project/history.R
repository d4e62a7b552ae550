# What was published of the years before 2009-10, and the bases that the published changes imply.

HISTORY_RESOURCES <- c("published-facts", "children-in-need", "looked-after-details", "child-population")

fact <- function(tables, id) {
  found <- tables$published_facts[tables$published_facts$id == id, ]
  if (nrow(found) != 1) stop("there is no published fact ", id)
  found
}
fact_number <- function(tables, id) {
  number <- fact(tables, id)$number
  if (is.na(number)) stop("the published fact ", id, " is no number")
  number
}

# The changes as the project team words them: `7; 31 to 65; 87; 37`.
published_changes <- function(tables) {
  numbers <- as.numeric(regmatches(fact(tables, "nh099")$value, gregexpr("[0-9]+", fact(tables, "nh099")$value))[[1]])
  if (length(numbers) != 5) stop("the published changes are ", length(numbers), " numbers; expected five")
  stats::setNames(as.list(numbers), c("referrals", "investigations_first", "investigations_last", "plans", "orders"))
}

care_orders <- function(tables, year) {
  own <- tables$looked_after_details
  own <- own[own$area == ENGLAND & own$year == year & own$measure %in% c("interim-care-orders", "full-care-orders"), ]
  if (nrow(own) != 2 || anyNA(own$count)) stop("there are no two counts of care orders in ", year)
  sum(own$count)
}

history_findings <- function(tables, rates, parameters) {
  last <- parameters$last
  changes <- published_changes(tables)
  england <- function(measure, column = "rate") rate_of(rates, measure, last, column = column)
  children <- england("referrals", "population")
  orders <- care_orders(tables, last)
  # The only population of those years that published figures imply: a count and its rate at 31 March 2007.
  children_then <- PER * fact_number(tables, "nh033") / fact_number(tables, "nh034")
  as_published <- function(id, source, definition, unit = "count", decimals = 0) plumbline_finding(
    id, fact_number(tables, source), unit, decimals, method = sprintf("As published: %s", fact(tables, source)$source_title),
    definition = definition, resources = "published-facts"
  )
  derived <- function(id, value, unit, decimals, method, definition) {
    plumbline_finding(id, value, unit, decimals, method, definition, resources = HISTORY_RESOURCES)
  }
  implied <- function(id, end, change, unit, decimals, what) derived(
    id, end / (1 + change / 100), unit, decimals, "Our figure of 2016-17 divided by one plus the published change",
    sprintf("Base in 2001-02 that the published change of %s implies", what)
  )
  claimed <- function(id, value, unit, what) plumbline_finding(
    id, value, unit, 0, method = "As the project team words it", definition = sprintf("Published change from 2001-02 to 2016-17 in %s", what),
    resources = "published-facts"
  )
  list(
    claimed("claimed-referrals", changes$referrals, "percent", "referrals"),
    claimed("claimed-investigations-first", changes$investigations_first, "per 10,000", "child protection investigations, first rate"),
    claimed("claimed-investigations-last", changes$investigations_last, "per 10,000", "child protection investigations, last rate"),
    claimed("claimed-plans", changes$plans, "percent", "rates of child protection plans"),
    claimed("claimed-orders", changes$orders, "percent", "rates of care orders"),
    implied("referrals-implied-count", england("referrals", "count"), changes$referrals, "count", 0, "referrals, as a number"),
    implied("referrals-implied-rate", england("referrals"), changes$referrals, "per 10,000", 1, "referrals, as a rate"),
    as_published("referrals-level-before", "nh022", "Level of referrals in the years before 2004-05, none named, as a later release gives it"),
    derived("referrals-above-level", 100 * (england("referrals", "count") / fact_number(tables, "nh022") - 1), "percent", 0,
            "Number of 2016-17 over the published level, less one", "How far referrals of 2016-17 stand above their level before 2004-05"),
    derived("children-2007", children_then, "count", 0, "Children on registers at 31 March 2007 over their published rate", "Children in England that published figures of March 2007 imply"),
    derived("referrals-rise-as-rate", 100 * (england("referrals") / (PER * fact_number(tables, "nh022") / children_then) - 1), "percent", 0,
            "Rate of 2016-17 over the published level per children implied for 2007, less one", "Rise of the referral rate over its level before 2004-05"),
    derived("investigations-arithmetic", 100 * (changes$investigations_last / changes$investigations_first - 1), "percent", 0,
            "The last published rate over the first, less one", "Rise that the published rates of investigations make"),
    as_published("section-47-count-2006-07", "nh038", "Section 47 enquiries in England, 2006-07"),
    derived("section-47-rate-2006-07", PER * fact_number(tables, "nh038") / children_then, "per 10,000", 0,
            "Published number over the children that published figures of March 2007 imply", "Rate of section 47 enquiries, England, 2006-07"),
    implied("plans-implied-rate", england("plans"), changes$plans, "per 10,000", 1, "child protection plans, as a rate"),
    implied("plans-implied-count", england("plans", "count"), changes$plans, "count", 0, "child protection plans, as a number"),
    as_published("registers-2001", "nh011", "Children on child protection registers at 31 March 2001"),
    as_published("registers-rate-2005", "nh027", "Children on child protection registers at 31 March 2005", "per 10,000"),
    derived("plans-since-2001", 100 * (england("plans", "count") / fact_number(tables, "nh011") - 1), "percent", 0,
            "Children on plans at 31 March 2017 over children on registers at 31 March 2001, less one", "Change in the number of children on plans or registers since March 2001"),
    derived("orders-count-2016-17", orders, "count", 0, "Children under interim and under full care orders, added up", "Children looked after under a care order at 31 March 2017"),
    derived("orders-rate-2016-17", PER * orders / children, "per 10,000", 1, "Their number over the population aged 0 to 17", "Rate of children under a care order at 31 March 2017"),
    implied("orders-implied-count", orders, changes$orders, "count", 0, "care orders, as a number"),
    implied("orders-implied-rate", PER * orders / children, changes$orders, "per 10,000", 1, "care orders, as a rate"),
    as_published("orders-2004", "nh090", "Children looked after under a care order at 31 March 2004"),
    as_published("orders-2008", "nh092", "Children looked after under a care order at 31 March 2008"),
    derived("orders-since-2004", 100 * (orders / fact_number(tables, "nh090") - 1), "percent", 0,
            "Number of 2017 over the number of 2004, less one", "Change in children under a care order, March 2004 to March 2017"),
    as_published("grant-extended", "nk030", "Value of the grant on a later page of the university, with an extension", "£"),
    plumbline_finding(
      "authorities-studied", parameters$authorities, "count", 0, "As the project plans it", "Authorities whose records and staff are studied",
      resources = character(0)
    ),
    plumbline_finding(
      "interviews-once", parameters$interviewees, "count", 0, "As the project plans it", "Managers, practitioners and senior administrators to be interviewed",
      resources = character(0)
    ),
    plumbline_finding(
      "interviews-total", parameters$interviewees * parameters$occasions, "count", 0, "Interviewees times occasions", "Interviews that the plan makes",
      resources = character(0)
    ),
    plumbline_finding(
      "interviewees-each", parameters$interviewees / parameters$authorities, "count", 0, "Interviewees over authorities", "Interviewees in each authority, if spread evenly",
      resources = character(0)
    ),
    plumbline_finding(
      "interviews-if-in-each", parameters$interviewees * parameters$occasions * parameters$authorities, "count", 0,
      "Interviewees times occasions times authorities", "Interviews if the number of interviewees were meant for each authority", resources = character(0)
    )
  )
}

# What each published change since 2001-02 starts from, if it is right, and what was published nearest to that time.
history_tables <- function(findings) {
  values <- stats::setNames(lapply(findings, function(f) f$value), vapply(findings, function(f) f$id, ""))
  column <- function(ids) vapply(ids, function(id) if (is.na(id)) NA_real_ else values[[id]], 0, USE.NAMES = FALSE)
  shown <- function(id) formatC(values[[id]], format = "d", big.mark = ",")
  bases <- data.frame(
    order = 1:4,
    statement = c("Referrals", "Investigations, as conferences", "Child protection plans", "Care orders"),
    change = column(c("claimed-referrals", "investigations-arithmetic", "claimed-plans", "claimed-orders")),
    rate = column(c("rate-referrals-2016-17", "rate-conferences-2016-17", "rate-plans-2016-17", "orders-rate-2016-17")),
    implied_rate = column(c("referrals-implied-rate", "claimed-investigations-first", "plans-implied-rate", "orders-implied-rate")),
    count = column(c("count-referrals-2016-17", "count-conferences-2016-17", "count-plans-2016-17", "orders-count-2016-17")),
    implied_count = column(c("referrals-implied-count", NA, "plans-implied-count", "orders-implied-count")),
    found = c(
      sprintf("about %s a year before 2004-05", shown("referrals-level-before")),
      sprintf("%s in 2009-10, the first found", shown("count-conferences-2009-10")),
      sprintf("%s on registers, March 2001", shown("registers-2001")),
      sprintf("%s in March 2004", shown("orders-2004"))
    )
  )
  bases$implied_count_symbol <- ifelse(is.na(bases$implied_count), "z", NA)
  per <- function(name, title) plumbline_field(name, title, unit = "per 10,000", decimals = 1)
  count <- function(name, title) plumbline_field(name, title, unit = "count", decimals = 0)
  list(plumbline_table(
    "implied-bases", "Where published changes since 2001-02 would start", bases,
    list(
      plumbline_field("order", "Order", type = "integer", hidden = TRUE), plumbline_field("statement", "Published change of"),
      plumbline_field("change", "Change", unit = "percent", decimals = 0), per("rate", "Rate, 2016-17"), per("implied_rate", "Rate implied, 2001-02"),
      count("count", "Number, 2016-17"), count("implied_count", "Number implied, 2001-02"), plumbline_field("found", "Nearest number published")
    ), "order",
    notes = "Implied: our figure of 2016-17 over one plus the published change. Investigations were published as a rise from one rate to another; we set the later one beside the rate of conferences, which it is.",
    resources = HISTORY_RESOURCES
  ))
}

# Figures published of the years before 2009-10, by measure, and the first of the present returns after them.
EARLIER <- list(
  referrals = c("nh020", "nh021", "nh040", "nh041", "nh051"),
  "section-47" = "nh038",
  plans = c("nh010", "nh011", "nh025", "nh026", "nh033", "nh049", "nh050"),
  "looked-after" = c("nh070", "nh094", "nh095"),
  orders = c("nh090", "nh091", "nh092")
)
EARLIER_NAMES <- c(MEASURE_NAMES, orders = "Children under a care order")
EARLIER_NAMES[["plans"]] <- "Children on a register, since 2008 on a plan"
# From 1998 to 2003 the looked-after return held a sample: the first figure that is whole again.
FIRST_WHOLE <- c("nh094", "nh090")

earlier_table <- function(tables, findings) {
  values <- stats::setNames(lapply(findings, function(f) f$value), vapply(findings, function(f) f$id, ""))
  row <- function(measure, period, count, mark, source) data.frame(
    measure = EARLIER_NAMES[[measure]], period = period, count = count,
    count_marks = mark, source = source, stringsAsFactors = FALSE
  )
  published <- function(measure, id) {
    found <- fact(tables, id)
    row(measure, found$period, fact_number(tables, id), if (id %in% FIRST_WHOLE) "b" else NA_character_,
        sprintf("%s, %s", found$source_publisher, found$source_year))
  }
  present <- function(measure) row(
    measure, if (measure %in% c("plans", "looked-after")) "31 March 2010" else "2009-10", values[[sprintf("count-%s-2009-10", measure)]],
    if (measure == "looked-after") NA_character_ else "b", "Department for Education, 2010"
  )
  rows <- lapply(names(EARLIER), function(measure) rbind(
    do.call(rbind, lapply(EARLIER[[measure]], published, measure = measure)),
    if (measure != "orders") present(measure)
  ))
  rows <- do.call(rbind, rows)
  rows <- cbind(order = seq_len(nrow(rows)), rows)
  plumbline_table(
    "earlier-figures", "Numbers published before the present returns, and the first of these", rows,
    list(
      plumbline_field("order", "Order", type = "integer", hidden = TRUE), plumbline_field("measure", "Measure"), plumbline_field("period", "Period or day"),
      plumbline_field("count", "Number", unit = "count", decimals = 0), plumbline_field("source", "Published by")
    ), "order",
    notes = c(
      "Before April 2008 children stood on child protection registers, since then they are subject of a plan. The census of children in need replaced earlier returns in 2009-10; the looked-after return was a sample from 1998 to 2003.",
      "Published figures other than the department’s own are as news, answers in Parliament and presentations gave them."
    ), resources = c("published-facts", "children-in-need", "looked-after")
  )
}
