# The national figures behind the summary of a project on system conditions and child welfare inequalities: what was
# counted and at what rate from 2009-10 on, how that differs with the deprivation of authorities, whether correlations
# of 2009–13 went on in 2013–16, and what all that says of four published changes since 2001-02.
plumbline_analysis(
  id = "system-conditions-project",
  title = "National figures on demand and child protection, 2009-10 on, for a project on system conditions",
  resources = c(
    "children-in-need", "looked-after", "looked-after-details", "child-population", "deprivation", "authorities",
    "ofsted-judgements", "published-facts"
  ),
  # Years of 31 March. `last`: the year up to which published statements reach; `latest`: the last held.
  parameters = list(first = 2010, last = 2017, latest = 2025, interviewees = 30, occasions = 2, authorities = 6, planned = 60),
  r = paste0("system-conditions-project/", c("rates.R", "national.R", "contrast.R", "correlations.R", "history.R", "claims.R")),
  run = function(tables, parameters) {
    rates <- measure_rates(tables)
    national <- rates[rates$area == ENGLAND, ]
    own <- deprived_authorities(tables, rates, parameters$last)
    indices <- relative_indices(own)
    compared <- compare_windows(tables, rates, parameters)
    findings <- c(
      national_findings(national, parameters), contrast_findings(own, indices, parameters),
      correlation_findings(compared), history_findings(tables, national, parameters)
    )
    list(
      findings = findings,
      claims = claims_from(findings, compared, parameters),
      tables = c(national_tables(national, parameters), contrast_tables(own, indices, parameters), correlation_tables(compared), history_tables(findings), list(earlier_table(tables, findings)))
    )
  }
)
