package org.gridclear.market.intervention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.file.Sha256;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.InterventionRecords;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.study.ClearedAs;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.Wire;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a version by hand (I-10, C-09): a new version is made of its case with statuses and
 * outputs fixed and prices set, or of its results alone where no case is kept; the one before
 * stays. The auditor's verdict stands on top of the alarms of the new one, whatever it is.
 */
public final class DayIntervention {
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
   * @throws IllegalArgumentException if there is no such version, the changes cannot be used, there
   *     is no reason, or there is no schedule with them; nothing was changed
   */
  public ByHand intervene(Wanted wanted, Made.Source source) {
    DayVersion parent = records.version(days, wanted.parent());
    InterventionRecords.Prepared prepared =
        records.prepare(source.by(), wanted.reason(), wanted.papers());
    Optional<CaseFiles.Loaded> kept = kept(parent);
    return kept.isPresent()
        ? cleared(parent, kept.get(), wanted, prepared, source)
        : valued(parent, wanted, prepared, source);
  }

  /** Clears the case again with what is fixed, and sets prices in what is found. */
  private ByHand cleared(
      DayVersion parent,
      CaseFiles.Loaded kept,
      Wanted wanted,
      InterventionRecords.Prepared prepared,
      Made.Source source) {
    MarketDay day = ((CaseFiles.Content.WholeDay) kept.content()).day();
    ClearedAs as = ClearedAs.of(kept, "case");
    Changeable changeable = Changeable.of(day);
    HandChange change = ChangeText.read(wanted.changes(), changeable);
    DayResult cleared = reclearing.clear(ChangedCase.fixed(day, change), as, owners.apply(parent));
    ClearingResult result = priced(parent, cleared, changeable, change);
    List<Finding> findings =
        ClearingAuditor.audit(cleared.clearingCase(), result, cleared.options().ancillary());
    CaseSummary summary =
        CaseSummary.of(
            cleared.clearingCase().day(),
            result,
            findings,
            Objects.requireNonNull(cleared.summary()).securityAudit());
    DayResult byHand =
        new DayResult(cleared.clearingCase(), cleared.options(), result, summary, cleared.owners());
    String changesHash = content.put(wanted.changes());
    Made made = source.now(provenance(parent, Optional.of(byHand), changesHash));
    List<String> alarms = new ArrayList<>(List.of(byHand(parent, change, prepared)));
    alarms.addAll(HandAlarms.verdict(findings));
    DayVersion version =
        days.append(
            parent.key(),
            byHand,
            made,
            alarms,
            (transaction, number) ->
                records.add(transaction, parent, number, made.at(), prepared, changesHash));
    new MarketAnomalies(market, days, source.clock()).cleared(version, byHand, source.by());
    return new ByHand(version, findings);
  }

  /** Prices that were set on the way to the version before stay set; later ones go over them. */
  private ClearingResult priced(
      DayVersion parent, DayResult cleared, Changeable changeable, HandChange change) {
    MarketDay day = cleared.clearingCase().day();
    ClearingResult result = cleared.result();
    for (String earlier : records.changes(parent)) {
      HandChange before = ChangeText.read(content.get(earlier), changeable);
      result = ChangedCase.priced(day, result, before);
    }
    return ChangedCase.priced(day, result, change);
  }

  /** Sets numbers in the results themselves: there is no case that could be cleared again. */
  private ByHand valued(
      DayVersion parent, Wanted wanted, InterventionRecords.Prepared prepared, Made.Source source) {
    Map<ResultKind, ResultBlock> before = new EnumMap<>(ResultKind.class);
    for (ResultKind kind : parent.blocks().keySet()) {
      days.block(parent, kind, Selection.ALL).ifPresent(block -> before.put(kind, block));
    }
    HandChange change = ChangeText.read(wanted.changes(), ChangedBlocks.changeable(before));
    String changesHash = content.put(wanted.changes());
    String outcome = Sha256.hex((parent.outcomeHash() + "\n" + changesHash).getBytes(UTF_8));
    ChangedBlocks changed = new ChangedBlocks(before, new Origin(parent.key(), outcome));
    changed.set(change);
    Made made = source.now(provenance(parent, Optional.empty(), changesHash));
    List<String> alarms = new ArrayList<>(List.of(byHand(parent, change, prepared)));
    alarms.addAll(HandAlarms.notAudited(changed.remarks()));
    alarms.addAll(HandAlarms.inherited(parent));
    DayVersion version =
        days.append(
            parent.key(),
            changed.blocks(),
            parent.caseHash(),
            alarms,
            made,
            (transaction, number) ->
                records.add(transaction, parent, number, made.at(), prepared, changesHash));
    MarketAnomalies.of(market, source.clock()).again(version, source.by());
    return new ByHand(version, List.of());
  }

  private static String byHand(
      DayVersion parent, HandChange change, InterventionRecords.Prepared prepared) {
    return HandAlarms.byHand(change.count(), parent, prepared.by(), prepared.reason());
  }

  /** The case of a version; nothing where only its results are kept. */
  private Optional<CaseFiles.Loaded> kept(DayVersion parent) {
    byte[] packed;
    try {
      packed = content.get(parent.caseHash());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(CaseFiles.load(packed, "case.json.gz", Set.of()));
  }

  /** That of the version before, with what the new one hands on in place of what that one did. */
  private String provenance(DayVersion parent, Optional<DayResult> byHand, String changesHash) {
    ObjectNode origin = Json.MAPPER.createObjectNode();
    try {
      JsonNode before = Json.MAPPER.readTree(parent.made().provenance());
      if (before instanceof ObjectNode object) {
        origin = object;
      }
    } catch (JacksonException e) {
      origin.put("of", parent.made().provenance());
    }
    if (origin.has("state") && byHand.isPresent()) {
      DayResult day = byHand.get();
      byte[] state = Wire.pack(FinalState.of(day.clearingCase(), day.result()));
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
