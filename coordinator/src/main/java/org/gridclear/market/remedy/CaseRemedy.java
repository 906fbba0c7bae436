package org.gridclear.market.remedy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.AnomalyType;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.anomaly.rule.Place;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.study.ClearedAs;
import tools.jackson.core.type.TypeReference;

/** Changes of the case of a version, and the case with those that anomalies ask for. */
public final class CaseRemedy {
  private final CaseFiles.Loaded loaded;
  private final ClearingCase clearingCase;
  private final List<Change> changes;

  private CaseRemedy(CaseFiles.Loaded loaded, ClearingCase clearingCase, List<Change> changes) {
    this.loaded = loaded;
    this.clearingCase = clearingCase;
    this.changes = changes;
  }

  /**
   * The remedy of a version.
   *
   * @throws IllegalArgumentException if its case, or what its clearing knew of itself, was not kept
   */
  public static CaseRemedy of(MarketFolder market, MarketAnomalies anomalies, DayVersion version) {
    CaseEvidence evidence =
        anomalies
            .evidence(version)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Nothing was kept of what could not be met in %s; clear it again."
                            .formatted(version.text())));
    byte[] packed;
    try {
      packed = market.content().get(version.caseHash());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The case of %s was not kept; clear it again.".formatted(version.text()), e);
    }
    CaseFiles.Loaded loaded = CaseFiles.load(packed, "case.json.gz", Set.of());
    MarketDay day = loaded.day("The case of %s has no units.".formatted(version.text()));
    ClearedAs as = ClearedAs.of(loaded, "case of " + version.text());
    ClearingCase clearingCase = as.base().resolve(day).in(as.options().market());
    return new CaseRemedy(loaded, clearingCase, RankedChanges.of(day, evidence));
  }

  /**
   * The case of a version with other limits.
   *
   * @param changes what was changed
   * @param content the case in the product's format
   */
  public record Remedied(List<Change> changes, byte[] content) {}

  /**
   * The case of a version with the limits changed that these anomalies of it say could not be met.
   *
   * @param numbers numbers of the anomalies, at least one
   * @throws IllegalArgumentException if they are of several versions or of none, or if nothing that
   *     a rule can change would mend them
   */
  public static Remedied of(MarketFolder market, List<Long> numbers, Clock clock) {
    AnomalyDesk desk = new AnomalyDesk(market.database(), clock);
    List<KeptAnomaly> anomalies = numbers.stream().map(desk::get).toList();
    DayKey key = anomalies.get(0).key();
    DayStore days = DayStore.of(market);
    DayVersion version =
        days.versions(key.market(), key.date(), key.date()).stream()
            .filter(each -> anomalies.stream().allMatch(one -> one.isOf(each)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "A case is made of one version; these anomalies are of several, or of"
                            + " none."));
    CaseRemedy remedy = of(market, new MarketAnomalies(market, days, clock), version);
    List<Change> changes = remedy.changes(anomalies);
    return new Remedied(changes, remedy.make(changes));
  }

  /** All changes that would make the case feasible, the dearest violation first. */
  public List<Change> changes() {
    return changes;
  }

  /** The changes that anomalies of the version ask for. */
  public List<Change> changes(List<KeptAnomaly> anomalies) {
    return changes.stream()
        .filter(change -> anomalies.stream().anyMatch(each -> isOf(change, each)))
        .toList();
  }

  private static boolean isOf(Change change, KeptAnomaly kept) {
    AnomalyType type = kept.anomaly().type();
    Place place = kept.anomaly().place();
    return switch (change.constraint()) {
      case "B-14" -> type == AnomalyType.BALANCE_SLACK || type == AnomalyType.ALL_SHED;
      case "B-15", "B-16" ->
          type == AnomalyType.RESERVE_SHORT && place.element().endsWith(" " + change.element());
      case "B-18", "B-19", "B-20" ->
          type == AnomalyType.NOT_SECURE
              || (type == AnomalyType.FLOW_VIOLATED || type == AnomalyType.OUTAGE_VIOLATED)
                  && place.element().equals(change.element());
      default -> type == AnomalyType.OUTPUT_LIMIT && change.element().contains(place.element());
    };
  }

  /**
   * The case with changes, in the product's format, with how it was cleared.
   *
   * @throws IllegalArgumentException if there is no change, or one that no rule can make, by name
   */
  public byte[] make(List<Change> wanted) {
    Map<String, Object> cleared =
        Json.MAPPER.convertValue(loaded.cleared(), new TypeReference<Map<String, Object>>() {});
    byte[] packed = CaseFiles.packCleared(ChangedCase.of(clearingCase, wanted), cleared);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
