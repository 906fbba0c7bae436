package org.gridclear.bench.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.work.CaseSummary;

/**
 * A market folder: {@link #PUBLISHED} with a published day ahead, {@link #OPEN} with a draft of it
 * and an open workflow. Units G1 and G2 of ieee14 belong to the member alder, the others to birch.
 */
final class DeskMarket {
  /** A date that is over. */
  static final LocalDate PUBLISHED = LocalDate.of(2026, 10, 1);

  /** The newest date, on which people have to act. */
  static final LocalDate OPEN = PUBLISHED.plusDays(1);

  /** A date with a draft that is changed by hand. */
  static final LocalDate BY_HAND = PUBLISHED.minusDays(11);

  private static final Instant MADE = Instant.parse("2026-10-01T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(MADE, ZoneOffset.UTC);
  private static final String WORKFLOWS = "/org/gridclear/market/demo/workflow.yaml";

  private DeskMarket() {}

  /** Makes the folder. */
  static void make(Path folder) {
    MarketFolder.Facts facts =
        new MarketFolder.Facts("woods", "Asia/Shanghai", "CNY", MarketDatabase.EMBEDDED);
    try (MarketFolder market = MarketFolder.create(folder, facts)) {
      publish(market, PUBLISHED);
      append(market, Market.DA, BY_HAND, 0, cleared(day(BY_HAND, 24, 60), Market.DA));
      DayResult open = cleared(day(OPEN, 24, 60), Market.DA);
      DayVersion draft = append(market, Market.DA, OPEN, 0, open);
      MarketAnomalies.of(market, CLOCK).cleared(draft, open, "olga");
      workflows(market);
    }
  }

  /** Clears a day ahead and publishes it. */
  static void publish(MarketFolder market, LocalDate date) {
    DayResult published = cleared(day(date, 24, 60), Market.DA);
    publish(market, append(market, Market.DA, date, 0, published));
  }

  private static MarketDay day(LocalDate date, int periods, int minutes) {
    CaseFiles.Loaded network = CaseFiles.load("ieee14", Path.of(""), Set.of());
    return SyntheticMarket.complete(
        ((CaseFiles.Content.OnlyNetwork) network.content()).network(),
        new Horizon(periods, minutes, 0, date),
        SyntheticOptions.DEFAULT);
  }

  private static DayResult cleared(MarketDay day, Market market) {
    ClearingCase clearingCase = ClearingCase.of(day).in(market);
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(0.01).in(market);
    ClearingOutcome outcome =
        ClearingKernel.clear(clearingCase, options, HighsSolver.find().orElseThrow());
    var result = ((ClearingOutcome.Cleared) outcome).result();
    CaseSummary summary = CaseSummary.of(day, result, List.of(), null);
    return new DayResult(
        clearingCase,
        options,
        result,
        summary,
        (kind, id) -> Set.of("G1", "G2").contains(id) ? "alder" : "birch");
  }

  private static DayVersion append(
      MarketFolder market, Market of, LocalDate date, int cycle, DayResult result) {
    Made made = new Made("test", "olga", OffsetDateTime.ofInstant(MADE, ZoneOffset.UTC), "{}");
    return DayStore.of(market).append(new DayKey(of, date, cycle), result, made);
  }

  private static void publish(MarketFolder market, DayVersion version) {
    DayApproval approval = new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, CLOCK);
    VersionId id = VersionId.of(version);
    approval.check(new DayApproval.Wanted(id, "olga", "looked at"));
    approval.submit(new DayApproval.Wanted(id, "olga", ""));
    approval.approve(new DayApproval.Wanted(id, "anna", "as it should be"));
    approval.publish(new DayApproval.Wanted(id, "anna", ""));
  }

  private static void workflows(MarketFolder market) {
    try (InputStream in = DeskMarket.class.getResourceAsStream(WORKFLOWS)) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("ID_MINUTES", "60")
              .replace("RT_MINUTES", "60");
      new WorkflowBooks(new PieceStore(market))
          .keep(
              WorkflowReader.read(text.getBytes(StandardCharsets.UTF_8), "workflow.yaml"),
              MADE,
              new Recording("olga", MADE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Doer olga = new Doer("olga", Optional.of(Set.of("operators")), true);
    new WorkflowOperation(market, CLOCK).start("da", OPEN, 0, olga, "a test");
  }
}
