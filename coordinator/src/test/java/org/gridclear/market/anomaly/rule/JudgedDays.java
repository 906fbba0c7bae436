package org.gridclear.market.anomaly.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.market.anomaly.rule.CaseEvidence.Outside;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;

/** Versions of a day with what a rule looks at. */
abstract class JudgedDays {
  static final DayKey KEY = new DayKey(Market.DA, LocalDate.of(2026, 10, 1));
  static final CaseEvidence CLEAN = evidence(0, List.of(), List.of());

  static CaseEvidence evidence(
      double gap, List<Relaxation> relaxed, List<Outside> outside, Flow... flows) {
    boolean secure = Arrays.stream(flows).noneMatch(Flow::over);
    return new CaseEvidence(
        gap, 0.001, List.of(), relaxed, outside, true, secure, 0, List.of(flows));
  }

  static BlockBuilder rows(ResultKind kind, List<String> keys, String... columns) {
    return new BlockBuilder(
        new Origin(KEY, "hash"),
        kind,
        new Horizon(3, 480),
        keys,
        Arrays.stream(columns).map(c -> BlockBuilder.column(c, Column.Type.NUMBER)).toList());
  }

  static JudgedDay day(Optional<CaseEvidence> evidence, ResultBlock... blocks) {
    Map<ResultKind, ResultBlock> byKind = new EnumMap<>(ResultKind.class);
    Arrays.stream(blocks).forEach(block -> byKind.put(block.layout().kind(), block));
    return new JudgedDay(KEY, byKind, evidence, OptionalDouble.empty(), Optional.empty());
  }

  static AnomalyRule rule(AnomalyType type, Threshold threshold) {
    return new AnomalyRule("R", type, AnomalySeverity.WARNING, true, Of.ALL, threshold);
  }

  static List<Anomaly> found(AnomalyRule rule, JudgedDay day) {
    return AnomalyEvaluator.evaluate(new AnomalyRules(List.of(rule)), day).anomalies();
  }

  static List<String> notJudged(AnomalyRule rule, JudgedDay day) {
    return AnomalyEvaluator.evaluate(new AnomalyRules(List.of(rule)), day).notJudged().stream()
        .map(Evaluation.NotJudged::why)
        .toList();
  }

  static ResultBlock prices(double... lmp) {
    BlockBuilder rows = rows(ResultKind.PRICES, List.of("bus", "zone"), "lmpYuanPerMwh");
    for (int t = 0; t < lmp.length; t++) {
      rows.add(List.of("b", "north"), t + 1L, lmp[t]);
    }
    return rows.block();
  }

  static Flow flow(String outage, double value, boolean over) {
    return new Flow("branch", "ab", outage, 2, value, 100, "MVA", over);
  }
}
