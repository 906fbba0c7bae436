package org.gridclear.monitoring.impact;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.MitigationRow;
import org.gridclear.market.store.index.MitigationStore;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import tools.jackson.databind.JsonNode;

/**
 * Mitigation of market power (K-15, L-09): the failing offers of owners go to reference once
 * another account than the one that proposed it approves. The day as it was offered and as it is
 * mitigated are both kept by content.
 */
public final class Mitigations {
  private final MarketFolder folder;
  private final MitigationStore store;
  private final Clock clock;

  /** The mitigations of a market. */
  public Mitigations(MarketFolder folder, Clock clock) {
    this.folder = folder;
    this.store = new MitigationStore(folder.database());
    this.clock = clock;
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /**
   * Proposes that the failing offers of the owners that failed both tests go to reference.
   *
   * @param outcome what the tests found
   * @param by account
   * @return its number
   * @throws IllegalArgumentException if nobody failed, or the day has no date
   */
  public long propose(ImpactPlan plan, Market market, ImpactOutcome outcome, String by) {
    Set<String> owners = outcome.mitigated();
    if (owners.isEmpty()) {
      throw new IllegalArgumentException(
          "No owner failed both tests; there is nothing to mitigate.");
    }
    LocalDate date = plan.day().horizon().firstDay();
    if (date == null) {
      throw new IllegalArgumentException(
          "The case %s has no date; give horizon.firstDay.".formatted(plan.day().name()));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("offered", folder.content().put(CaseFiles.write(plan.day())));
    content.put(
        "mitigated",
        folder.content().put(CaseFiles.write(plan.mitigation(owners).resolve(plan.day()).day())));
    content.put("changes", Json.MAPPER.readTree(plan.mitigation(owners).changes()));
    content.put("impact", TableFile.objects(ImpactTables.impacts(outcome)));
    content.put("conduct", TableFile.objects(ImpactTables.conduct(outcome)));
    content.put("pivotal", TableFile.objects(ImpactTables.pivotal(outcome)));
    content.put("notices", ImpactTables.notices(outcome));
    return store.add(
        new MitigationRow(
            0,
            DayKey.word(market),
            date,
            folder.content().put(Json.MAPPER.writeValueAsBytes(content)),
            Json.MAPPER.writeValueAsString(owners),
            by,
            now(),
            Optional.empty()));
  }

  /**
   * Approves or rejects one.
   *
   * @param approved which
   * @param by account, another than the one that proposed it
   * @param remark what is to be said
   * @throws IllegalArgumentException if there is none, it is decided, or the account proposed it
   */
  public MitigationRow decide(long number, boolean approved, String by, String remark) {
    MitigationRow row = get(number);
    if (Actor.same(row.proposedBy(), by)) {
      throw new IllegalArgumentException(
          "%s proposed mitigation %d; another account decides.".formatted(by, number));
    }
    boolean open =
        store.decide(
            number,
            new MitigationRow.DecisionRow(approved ? "APPROVED" : "REJECTED", by, now(), remark));
    if (!open) {
      throw new IllegalArgumentException("Mitigation %d was decided before.".formatted(number));
    }
    return get(number);
  }

  private MitigationRow get(long number) {
    return store
        .find(number)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no mitigation %d.".formatted(number)));
  }

  /**
   * The case of the final run.
   *
   * @throws IllegalArgumentException if there is none, or it is not approved
   */
  public byte[] approvedCase(long number) {
    MitigationRow row = get(number);
    if (!row.decision().map(each -> each.state().equals("APPROVED")).orElse(false)) {
      throw new IllegalArgumentException("Mitigation %d is not approved.".formatted(number));
    }
    return offers(row, "mitigated");
  }

  /** The case as it was offered. */
  public byte[] offeredCase(long number) {
    return offers(get(number), "offered");
  }

  private byte[] offers(MitigationRow row, String which) {
    return folder.content().get(kept(row).get(which).asString());
  }

  private JsonNode kept(MitigationRow row) {
    return Json.MAPPER.readTree(
        new String(folder.content().get(row.contentHash()), StandardCharsets.UTF_8));
  }

  /**
   * What the tests found, and both offer sets by content: {@code impact}, {@code conduct}, {@code
   * pivotal}, {@code notices}, {@code changes}, {@code offered}, {@code mitigated}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public JsonNode details(long number) {
    return kept(get(number));
  }

  /** All of them. */
  public List<MitigationRow> list() {
    return store.list();
  }

  /** Mitigations as a table. */
  public static Table table(List<MitigationRow> rows) {
    Table.Rows table =
        new Table.Rows(
            "mitigations",
            "Offers that go to reference, and who decided it.",
            Column.whole("number", "Number of the mitigation."),
            Column.text("market", "Market."),
            Column.text("date", "Trading date."),
            Column.text("owners", "Owners whose failing offers go to reference."),
            Column.text("proposedBy", "Who proposed it."),
            Column.text("proposed", "When."),
            Column.text("state", "PROPOSED, APPROVED or REJECTED."),
            Column.text("decidedBy", "Who decided; empty while it is open."),
            Column.text("decided", "When."),
            Column.text("remark", "What was said then."));
    for (MitigationRow row : rows) {
      table.add(
          row.number(),
          row.market(),
          row.date().toString(),
          row.owners(),
          row.proposedBy(),
          row.proposedAt().toString(),
          row.decision().map(MitigationRow.DecisionRow::state).orElse("PROPOSED"),
          row.decision().map(MitigationRow.DecisionRow::by).orElse(""),
          row.decision().map(decision -> decision.at().toString()).orElse(""),
          row.decision().map(MitigationRow.DecisionRow::remark).orElse(""));
    }
    return table.table();
  }
}
