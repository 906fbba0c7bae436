package org.gridclear.market.anomaly;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.market.anomaly.rule.AnomalyEvaluator;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.anomaly.rule.Evaluation;
import org.gridclear.market.anomaly.rule.Evaluation.NotJudged;
import org.gridclear.market.anomaly.rule.JudgedDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.anomaly.AnomalyRow;
import org.gridclear.market.store.anomaly.AnomalyStore;
import org.gridclear.market.store.anomaly.EvaluationRow;
import org.gridclear.market.store.declaration.DeclarationStore;

/**
 * Judges versions of days by the rules of their market, and keeps what is found. The same version
 * may be judged again, by other rules or with a screening: what is there already stays as it is.
 */
public final class MarketAnomalies {
  private final MarketFolder market;
  private final DayStore days;
  private final Clock clock;
  private final AnomalyStore store;

  /** The anomalies of a market whose days lie elsewhere than in its folder alone. */
  public MarketAnomalies(MarketFolder market, DayStore days, Clock clock) {
    this.market = market;
    this.days = days;
    this.clock = clock;
    this.store = new AnomalyStore(market.database());
  }

  /** The anomalies of a market. */
  public static MarketAnomalies of(MarketFolder market, Clock clock) {
    return new MarketAnomalies(market, DayStore.of(market), clock);
  }

  /**
   * A version that was judged.
   *
   * @param version the version
   * @param raised how many anomalies were new
   * @param anomalies all that are kept of it, in every state
   * @param notJudged rules that could not be judged
   */
  public record Judged(
      DayVersion version, int raised, List<KeptAnomaly> anomalies, List<NotJudged> notJudged) {
    public Judged {
      anomalies = List.copyOf(anomalies);
      notJudged = List.copyOf(notJudged);
    }

    /** Severe ones about which nothing was done yet. */
    public List<KeptAnomaly> openSevere() {
      return anomalies.stream().filter(KeptAnomaly::isOpenSevere).toList();
    }
  }

  /**
   * That a rule is one, so that no anomaly of a name that is misspelt looks as if all were well.
   *
   * @param rule its name; "" for all rules
   * @throws IllegalArgumentException if no version of the rules has it
   */
  public void requireRule(String rule) {
    if (!rule.isEmpty()) {
      new AnomalyRuleVersions(new PieceStore(market)).requireKnown(rule);
    }
  }

  /**
   * Judges a version that was cleared just now.
   *
   * @param cleared what it was made from
   * @param by account
   */
  public Judged cleared(DayVersion version, DayResult cleared, String by) {
    return judge(version, Optional.of(CaseEvidence.of(cleared)), by);
  }

  /**
   * Judges a version by the rules that hold now, with what was kept of its clearing.
   *
   * @param by account
   */
  public Judged again(DayVersion version, String by) {
    return judge(version, evidence(version), by);
  }

  /**
   * Judges a version with what a screening of it saw.
   *
   * @param flows heavy flows and those over their limits
   * @param by account
   * @throws IllegalArgumentException if nothing was kept of its clearing
   */
  public Judged screened(DayVersion version, List<CaseEvidence.Flow> flows, String by) {
    CaseEvidence known =
        evidence(version)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s was never judged, so that a screening has nothing to be added to; judge it first: gridclear anomalies evaluate."
                            .formatted(version.text())));
    return judge(version, Optional.of(known.screened(flows)), by);
  }

  /**
   * What other rules would have found of a version; nothing is kept.
   *
   * @param rules the rules
   */
  public Evaluation shadow(DayVersion version, AnomalyRules rules) {
    return AnomalyEvaluator.evaluate(rules, day(version, evidence(version)));
  }

  private Judged judge(DayVersion version, Optional<CaseEvidence> evidence, String by) {
    AnomalyRuleVersions.InEffect rules =
        new AnomalyRuleVersions(new PieceStore(market)).at(clock.instant());
    Evaluation found = AnomalyEvaluator.evaluate(rules.rules(), day(version, evidence));
    OffsetDateTime now = now();
    EvaluationRow evaluation =
        new EvaluationRow(
            KeptAnomaly.versionRow(version.key(), version.version()),
            rules.number(),
            evidence.map(this::kept).orElse(""),
            0,
            found.notJudged().stream().map(NotJudged::text).collect(Collectors.joining("\n")),
            by,
            now);
    List<AnomalyRow> rows =
        found.anomalies().stream()
            .map(each -> KeptAnomaly.row(evaluation.of(), each, now))
            .toList();
    int raised = store.add(evaluation, rows);
    return new Judged(version, raised, of(version), found.notJudged());
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private String kept(CaseEvidence evidence) {
    return market.content().put(Json.MAPPER.writeValueAsBytes(evidence));
  }

  /** What was kept of the clearing of a version; nothing where that was not kept. */
  public Optional<CaseEvidence> evidence(DayVersion version) {
    return store
        .lastEvaluation(KeptAnomaly.versionRow(version.key(), version.version()))
        .map(EvaluationRow::evidenceHash)
        .filter(hash -> !hash.isEmpty())
        .map(
            hash ->
                Json.MAPPER.readValue(
                    new String(market.content().get(hash), StandardCharsets.UTF_8),
                    CaseEvidence.class));
  }

  private JudgedDay day(DayVersion version, Optional<CaseEvidence> evidence) {
    Map<ResultKind, ResultBlock> blocks = new EnumMap<>(ResultKind.class);
    JudgedDay.wanted(evidence)
        .forEach(
            (kind, selection) ->
                days.block(version, kind, selection).ifPresent(block -> blocks.put(kind, block)));
    DayKey key = version.key();
    DayKey yesterday = new DayKey(key.market(), key.date().minusDays(1), key.cycle());
    Optional<ResultBlock> before =
        days.standing(yesterday)
            .flatMap(there -> days.block(there, ResultKind.PRICES, JudgedDay.PRICES));
    return new JudgedDay(key, blocks, evidence, cap(key), before);
  }

  private OptionalDouble cap(DayKey key) {
    MarketParameters parameters =
        new MarketParameters(new DeclarationStore(market.database()), market.facts().zone(), clock);
    return parameters
        .on(DayKey.word(key.market()), key.date())
        .map(held -> OptionalDouble.of(held.values().energy().cap() / 1000.0))
        .orElse(OptionalDouble.empty());
  }

  /** All that is kept of a version, in every state. */
  public List<KeptAnomaly> of(DayVersion version) {
    return store.of(KeptAnomaly.versionRow(version.key(), version.version())).stream()
        .map(KeptAnomaly::of)
        .toList();
  }

  /** Whether a version was ever judged; one that was not may hold anything. */
  public boolean isJudged(DayVersion version) {
    return store
        .lastEvaluation(KeptAnomaly.versionRow(version.key(), version.version()))
        .isPresent();
  }
}
