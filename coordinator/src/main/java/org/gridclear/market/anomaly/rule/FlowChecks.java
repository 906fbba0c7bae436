package org.gridclear.market.anomaly.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;

/** Rules about flows of branches and flowgates, in the intact grid and after outages (I-04). */
final class FlowChecks {
  private static final String FLOWGATE_LIMIT = "B-18";
  private static final Set<String> FLOW_KINDS = Set.of("BRANCH", "FLOWGATE");
  private static final String SHARE = "share of the limit";

  /** A flow over a limit of nothing is as bad as if it were one of a watt. */
  private static final double NOTHING_MW = 1e-6;

  private final JudgedDay day;
  private final Findings findings;

  FlowChecks(JudgedDay day, Findings findings) {
    this.day = day;
    this.findings = findings;
  }

  void check(AnomalyRule rule) {
    boolean heavy =
        rule.type() == AnomalyType.FLOW_HEAVY || rule.type() == AnomalyType.OUTAGE_HEAVY;
    boolean outages =
        rule.type() == AnomalyType.OUTAGE_HEAVY || rule.type() == AnomalyType.OUTAGE_VIOLATED;
    Optional<List<Flow>> flows = heavy ? checked() : Optional.of(seen());
    if (flows.isEmpty()) {
      findings.notJudged(rule, "no AC check was made, or what it saw was not kept");
      return;
    }
    findings.look(
        rule,
        SHARE,
        found -> {
          for (Flow flow : flows.get()) {
            double limit = heavy ? rule.limit() : 1;
            boolean beyond = heavy ? flow.share() >= limit && !flow.over() : flow.over();
            if (beyond && flow.outage().isEmpty() != outages) {
              note(found, flow, limit);
            }
          }
        });
  }

  /** A flow over a limit of nothing is no share of it: what it is itself is told. */
  private static void note(Findings.OfRule found, Flow flow, double limit) {
    double size = Math.abs(flow.value());
    double worse = size / Math.max(flow.limit(), NOTHING_MW);
    if (flow.limit() > 0) {
      found.add(place(flow), flow.period(), flow.share(), limit, worse);
    } else {
      found.in(flow.unit()).add(place(flow), flow.period(), size, flow.limit(), worse);
    }
  }

  private static Place place(Flow flow) {
    return new Place(flow.kind(), flow.element(), flow.outage(), "", "");
  }

  private Optional<List<Flow>> checked() {
    return day.evidence().filter(CaseEvidence::checked).map(CaseEvidence::flows);
  }

  /** What the AC check saw; without one, what the schedule itself carries over its limits. */
  private List<Flow> seen() {
    return checked()
        .orElseGet(
            () ->
                day.block(ResultKind.SECURITY)
                    .map(FlowChecks::violations)
                    .orElseGet(
                        () ->
                            day.block(ResultKind.FLOWS).map(FlowChecks::flows).orElse(List.of())));
  }

  private static List<Flow> violations(ResultBlock block) {
    BlockNumbers values = new BlockNumbers(block, "value");
    BlockNumbers limits = new BlockNumbers(block, "limit");
    List<Flow> flows = new ArrayList<>();
    for (int e = 0; e < values.elements(); e++) {
      String kind = values.text(e, "kind");
      if (FLOW_KINDS.contains(kind)) {
        String unit = SecurityReport.Kind.valueOf(kind).unit();
        add(flows, kind.toLowerCase(Locale.ROOT), values, limits, e, unit);
      }
    }
    return flows;
  }

  private static List<Flow> flows(ResultBlock block) {
    BlockNumbers values = new BlockNumbers(block, "flowMw");
    BlockNumbers limits = new BlockNumbers(block, "limitMw");
    BlockNumbers over = new BlockNumbers(block, "overloadMw");
    List<Flow> flows = new ArrayList<>();
    for (int e = 0; e < values.elements(); e++) {
      boolean gate = values.text(e, "constraint").equals(FLOWGATE_LIMIT);
      List<Flow> all = new ArrayList<>();
      add(all, gate ? "flowgate" : "branch", values, limits, e, "MW");
      int here = e;
      all.stream().filter(each -> over.at(here, each.period() - 1) > 0).forEach(flows::add);
    }
    return flows;
  }

  private static void add(
      List<Flow> flows, String kind, BlockNumbers values, BlockNumbers limits, int e, String unit) {
    for (int t = 0; t < values.periods(); t++) {
      double value = values.at(e, t);
      double limit = Math.abs(limits.at(e, t));
      if (!Double.isNaN(value) && !Double.isNaN(limit)) {
        flows.add(
            new Flow(
                kind,
                values.text(e, "element"),
                values.text(e, "outage"),
                t + 1,
                value,
                limit,
                unit,
                true));
      }
    }
  }
}
