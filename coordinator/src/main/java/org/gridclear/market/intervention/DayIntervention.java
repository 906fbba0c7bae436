package org.gridclear.market.intervention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.InterventionRecords;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.study.ClearedAs;
import org.gridclear.validate.IssueLog;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.Wire;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a version by hand: a new version is made of its case with statuses and outputs fixed and
 * prices set; the one before stays. The auditor's verdict stands on top of the alarms of the new
 * one, whatever it is.
 */
public final class DayIntervention {
  /** Findings of the auditor that are alarms of their own; of more the number is said. */
  private static final int FINDINGS_SHOWN = 20;

  private final MarketFolder market;
  private final DayStore days;
  private final ContentStore content;
  private final InterventionRecords records;
  private final Reclearing reclearing;
  private final Function<DayVersion, Owners> owners;

  /**
   * The interventions of a market.
   *
   * @param reclearing clears a case again
   * @param owners owners of a version's date
   */
  public DayIntervention(
      MarketFolder market,
      DayStore days,
      Reclearing reclearing,
      Function<DayVersion, Owners> owners) {
    this.market = market;
    this.days = days;
    this.content = market.content();
    this.records = new InterventionRecords(market);
    this.reclearing = reclearing;
    this.owners = owners;
  }

  /** The interventions of a market whose owners are those that its registry has. */
  public static DayIntervention of(MarketFolder market, Reclearing reclearing, Clock clock) {
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    return new DayIntervention(
        market,
        DayStore.of(market),
        reclearing,
        version -> RegisteredOwners.on(registry, version.key().date()));
  }

  /**
   * What is to be changed.
   *
   * @param parent the version from which the new one is made
   * @param changes what is changed, JSON
   * @param reason why
   * @param papers papers by name
   */
  public record Wanted(
      VersionId parent, byte[] changes, String reason, Map<String, byte[]> papers) {}

  /**
   * A version that was made by hand.
   *
   * @param version the version
   * @param findings what the auditor says of it; empty if nothing
   */
  public record ByHand(DayVersion version, List<Finding> findings) {}

  /**
   * Makes the version.
   *
   * @param source by whom, with what, and when
   * @throws IllegalArgumentException if there is no such version, its case is not kept, the changes
   *     cannot be used, there is no reason, or there is no schedule with them; nothing was changed
   */
  public ByHand intervene(Wanted wanted, Made.Source source) {
    DayVersion parent = records.version(days, wanted.parent());
    InterventionRecords.Prepared prepared =
        records.prepare(source.by(), wanted.reason(), wanted.papers());
    CaseFiles.Loaded kept = kept(parent);
    MarketDay day = ((CaseFiles.Content.WholeDay) kept.content()).day();
    IssueLog log = new IssueLog("case");
    ClearedAs as = ClearedAs.of(kept, log);
    log.throwIfErrors();
    HandChange change = ChangeText.read(wanted.changes(), day);
    DayResult cleared = reclearing.clear(ChangedCase.fixed(day, change), as, owners.apply(parent));
    ClearingResult result =
        ChangedCase.priced(cleared.clearingCase().day(), cleared.result(), change);
    List<Finding> findings =
        ClearingAuditor.audit(cleared.clearingCase(), result, cleared.options().ancillary());
    CaseSummary summary =
        CaseSummary.of(
            cleared.clearingCase().day(), result, findings, cleared.summary().securityAudit());
    DayResult byHand =
        new DayResult(cleared.clearingCase(), cleared.options(), result, summary, cleared.owners());
    String changesHash = content.put(wanted.changes());
    Made made = source.now(provenance(parent, byHand, changesHash));
    DayVersion version =
        days.append(
            parent.key(),
            byHand,
            made,
            alarms(parent, change, source.by(), prepared.reason(), findings),
            (transaction, number) ->
                records.add(transaction, parent, number, made.at(), prepared, changesHash));
    new MarketAnomalies(market, days, source.clock()).cleared(version, byHand, source.by());
    return new ByHand(version, findings);
  }

  private CaseFiles.Loaded kept(DayVersion parent) {
    byte[] packed;
    try {
      packed = content.get(parent.caseHash());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The case of %s (%s) is not kept, so that it cannot be cleared again; clear it anew. Nothing was changed."
              .formatted(parent.text(), parent.caseHash()),
          e);
    }
    return CaseFiles.load(packed, "case.json.gz", Set.of());
  }

  private static List<String> alarms(
      DayVersion parent, HandChange change, String by, String reason, List<Finding> findings) {
    List<String> alarms = new ArrayList<>();
    alarms.add(
        "BY HAND: %d changes of version %d by %s: %s"
            .formatted(change.count(), parent.version(), by, reason.replaceAll("\\R", " ")));
    alarms.add(
        findings.isEmpty()
            ? "AUDITOR PASSES: finds nothing wrong with it"
            : "AUDITOR OBJECTS: %d findings".formatted(findings.size()));
    findings.stream()
        .limit(FINDINGS_SHOWN)
        .forEach(
            finding -> alarms.add("AUDITOR OBJECTS: " + finding.line().replaceAll("\\R", " ")));
    return alarms;
  }

  /** That of the version before, with what the new one hands on in place of what that one did. */
  private String provenance(DayVersion parent, DayResult byHand, String changesHash) {
    ObjectNode origin = Json.MAPPER.createObjectNode();
    try {
      JsonNode before = Json.MAPPER.readTree(parent.made().provenance());
      if (before instanceof ObjectNode object) {
        origin = object;
      }
    } catch (JacksonException e) {
      origin.put("of", parent.made().provenance());
    }
    if (origin.has("state")) {
      byte[] state = Wire.pack(FinalState.of(byHand.clearingCase(), byHand.result()));
      origin.put("state", content.put(state));
    }
    origin
        .putObject("intervention")
        .put("version", parent.version())
        .put("changes", changesHash)
        .put("case", parent.caseHash());
    return new String(Json.MAPPER.writeValueAsBytes(origin), UTF_8);
  }
}
