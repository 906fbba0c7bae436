package org.gridclear.market.approval;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.market.store.approval.InterventionRow;
import org.gridclear.market.store.approval.InterventionRows;
import org.gridclear.market.store.approval.RunOfDay;

/**
 * Who made versions by hand, from which, and why; kept together with the version, so that the
 * approval knows whose hand was in it.
 *
 * @param market the market
 */
public record InterventionRecords(MarketFolder market) {
  /**
   * Who and why, as it is kept.
   *
   * @param by the account
   * @param reason why
   * @param papers SHA-256 of papers, by name
   */
  public record Prepared(String by, String reason, Map<String, String> papers) {}

  /**
   * The version of an id.
   *
   * @throws NoSuchVersionException if there is none
   */
  public DayVersion version(DayStore days, VersionId id) {
    return days.find(id.key(), id.number())
        .orElseThrow(() -> new NoSuchVersionException("There is no " + id.text() + "."));
  }

  /**
   * Looks at who and why, and keeps the papers.
   *
   * @throws IllegalArgumentException if there is no name or no reason, or it cannot be kept
   */
  public Prepared prepare(String by, String reason, Map<String, byte[]> papers) {
    String name = VersionPeople.name(by);
    String why = VersionPeople.reason(reason);
    if (why.isEmpty()) {
      throw new IllegalArgumentException("Say why it is changed by hand, by a reason.");
    }
    return new Prepared(name, why, Papers.kept(papers, market.content()));
  }

  /**
   * SHA-256 of what was changed by hand on the way to a version, the first change first; none where
   * nothing was.
   */
  public List<String> changes(DayVersion version) {
    Map<Integer, InterventionRow> byVersion =
        new InterventionRows(market.database())
            .of(run(version.key())).stream()
                .collect(Collectors.toMap(InterventionRow::version, row -> row));
    List<String> hashes = new ArrayList<>();
    for (InterventionRow row = byVersion.get(version.version());
        row != null;
        row = byVersion.get(row.parent())) {
      hashes.add(0, row.changesHash());
    }
    return hashes;
  }

  /**
   * A version that was made by hand, with what was changed.
   *
   * @param date trading date
   * @param cycle number of the run of the day
   * @param version number of the version
   * @param parent number of the one from which it was made
   * @param by the account
   * @param at when
   * @param reason why
   * @param changes what was changed, as it was given
   * @param papers names of papers
   */
  public record Listed(
      LocalDate date,
      int cycle,
      int version,
      int parent,
      String by,
      OffsetDateTime at,
      String reason,
      String changes,
      List<String> papers) {
    public Listed {
      papers = List.copyOf(papers);
    }
  }

  /** What was made by hand in a market from one date to another, the newest first. */
  public List<Listed> between(Market of, LocalDate from, LocalDate to) {
    return new InterventionRows(market.database())
        .between(DayKey.word(of), from, to).stream().map(this::listed).toList();
  }

  private Listed listed(InterventionRows.Dated dated) {
    InterventionRow row = dated.row();
    byte[] changes = market.content().get(row.changesHash());
    return new Listed(
        dated.date(),
        dated.cycle(),
        row.version(),
        row.parent(),
        row.account(),
        row.at(),
        row.reason(),
        new String(changes, StandardCharsets.UTF_8),
        row.attachments().keySet().stream().sorted().toList());
  }

  private static RunOfDay run(DayKey key) {
    return new RunOfDay(DayKey.word(key.market()), key.date(), key.cycle());
  }

  /** Keeps it, together with the version. */
  public void add(
      StoreTransaction transaction,
      DayVersion parent,
      int version,
      OffsetDateTime at,
      Prepared prepared,
      String changesHash) {
    DayKey key = parent.key();
    new InterventionRows(market.database())
        .add(
            transaction,
            run(key),
            new InterventionRow(
                version,
                parent.version(),
                prepared.by(),
                at,
                prepared.reason(),
                changesHash,
                prepared.papers()));
  }
}
