package org.gridclear.monitoring.impact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.Shell;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.conduct.ConductThresholds;
import org.gridclear.monitoring.conduct.ImpactTest;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.settlement.bill.BillDrafts;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.close.CloseFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bill says that a mitigated offer set was used where it was, and never where it was not. */
// Rows: K-15, L-09
class BilledMitigationsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final MitigatedOffer COAL = new MitigatedOffer(DATE, "da", "7", 1);
  private static final MitigatedOffer WIND = new MitigatedOffer(DATE, "da", "w", 1);

  @TempDir private Path folder;

  private static MarketDay changed(String from, String to) {
    String text = new String(CaseFiles.write(SmallDays.day(DATE, 4, 360, 100)), UTF_8);
    assertTrue(text.contains(from), text);
    return CaseFiles.unpack(text.replace(from, to).getBytes(UTF_8));
  }

  /** The coal unit offers at 200 yuan/MWh and has a reference of 20, the wind unit 300 and -20. */
  private static ImpactPlan plan() {
    MarketDay offered = changed("-20.0", "300.0");
    return new ImpactPlan(
        offered,
        ReferenceOffers.of(changed("40100.0", "4100.0")),
        Map.of("7", "north", "w", "north"),
        ConductThresholds.DEFAULT,
        ImpactTest.DEFAULT);
  }

  private static DayApproval approval(MarketFolder market) {
    return new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
  }

  private static void approve(MarketFolder market, MarketDay day) {
    VersionId version =
        VersionId.of(
            DayStore.of(market)
                .append(KEY, SmallDays.cleared(day, Market.DA, Owners.NONE), SmallDays.MADE));
    approval(market).check(new Wanted(version, "sue", "seen"));
    approval(market).submit(new Wanted(version, "sue", ""));
    approval(market).approve(new Wanted(version, "bob", "agreed"));
  }

  private static BilledMitigations.Found found(MarketFolder market, ImportMapping table) {
    return new BilledMitigations(market, approval(market), Clock.systemUTC())
        .of(
            new BilledMitigations.Wanted(
                DATE,
                DATE.plusDays(1),
                Optional.ofNullable(table),
                Optional.empty(),
                id -> id.startsWith("T")));
  }

  /** Proposes and approves the mitigation of the plan; returns the day of the final run. */
  private static MarketDay mitigate(MarketFolder market) {
    ImpactPlan plan = plan();
    ImpactOutcome outcome =
        new ImpactOutcome(
            plan.tested(),
            plan.failures(),
            List.of(new ImpactOutcome.Impact("north", "system", List.of(0), 0, 900, 20, 60)),
            List.of(),
            Set.of(),
            List.of(),
            Map.of());
    Mitigations mitigations = new Mitigations(market, Clock.systemUTC());
    mitigations.propose(plan, Market.DA, outcome, "ann");
    mitigations.propose(plan, Market.DA, outcome, "ann");
    mitigations.decide(1, true, "reg", "both tests");
    mitigations.decide(2, false, "reg", "twice");
    return CaseFiles.unpack(mitigations.approvedCase(1));
  }

  private static String shown(Path bills, String number) throws IOException {
    try (var pdf = Loader.loadPDF(bills.resolve(number + ".pdf").toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static void run(int code, String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(code, ended.code(), ended.text());
  }

  @Test
  void theBillOfAUnitSaysThatItWasClearedWithTheMitigatedOfferSet() throws IOException {
    Path own = folder.resolve("own");
    String close = folder.resolve("close").toString();
    String path = folder.resolve("m").toString();
    Path map = Files.writeString(folder.resolve("map.csv"), "kind,from,to\nunit,7,TH00000\n");
    ImportMapping both =
        new ImportMapping(
            List.of(
                new ImportMapping.Row(ImportMapping.Kind.UNIT, "7", "TH00000", ImportMapping.WHOLE),
                new ImportMapping.Row(ImportMapping.Kind.UNIT, "w", "TH1", ImportMapping.WHOLE),
                new ImportMapping.Row(ImportMapping.Kind.BUS, "2", "TH2", ImportMapping.WHOLE)),
            true);
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("m"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      assertEquals(new BilledMitigations.Found(Map.of(), List.of()), found(market, both));
      MarketDay last = mitigate(market);
      approve(market, plan().day());
      BilledMitigations.Found unused = found(market, both);
      assertEquals(Map.of(), unused.ofEntity(), "approved, and the day stayed as it was offered");
      assertEquals(2, unused.notices().size());
      assertTrue(unused.notices().get(0).contains("Mitigation 1 of da 2026-10-01, unit 7"));
      approve(market, last);
      assertEquals(
          new BilledMitigations.Found(
              Map.of("TH00000", List.of(COAL), "TH1", List.of(WIND)), List.of()),
          found(market, both));
      BilledMitigations.Found nobody = found(market, null);
      assertEquals(Map.of(), nobody.ofEntity(), "the registry has no unit");
      assertTrue(nobody.notices().get(1).endsWith("no entity of the settlement is this unit."));
    }
    run(0, "settle", "synthesize", own.toString(), "--entities", "12", "--days", "1");
    run(0, "settle", "month", own.toString(), "--out", close, "--quiet");
    String[] bill = {"settle", "bill", close, "--entity", "TH00000", "--map", map.toString()};
    run(2, bill);
    String[] marked = {
      "settle", "bill", close, "--entity", "TH00000", "--map", map.toString(), "--market", path
    };
    Shell.Ended said = Shell.run(marked);
    assertEquals(1, said.code(), said.text());
    assertTrue(said.text().contains("NOTICE: Mitigation 1 of da 2026-10-01, unit w"), said.text());
    Path bills = Path.of(close).resolve("bill-TH00000");
    String number = "B202610-TH00000-1";
    String text = shown(bills, number);
    assertTrue(text.contains(COAL.text().zh()) && text.contains(COAL.text().en()), text);
    assertEquals("2026-10-01 日前: 机组 7 按缓解后的报价出清 (市场力缓解 1)", COAL.text().zh());
    byte[] first = Files.readAllBytes(bills.resolve(number + ".pdf"));
    String again = folder.resolve("again").toString();
    run(0, "settle", "bill", close, "--entity", "TH00000", "--out", again);
    assertArrayEquals(
        first, Files.readAllBytes(Path.of(again).resolve(number + ".pdf")), "it says what it said");
    try (CloseFolder closed = CloseFolder.open(Path.of(close))) {
      BillDrafts drafts = new BillDrafts(closed, BillRegister.reading(own));
      assertEquals(List.of(COAL), drafts.of("TH00000").get(0).bill().mitigated());
      assertEquals(List.of(), drafts.of("US00007").get(0).bill().mitigated());
    }
    run(1, "settle", "bill", close, "--all", "--map", map.toString(), "--market", path);
    String other = shown(Path.of(close).resolve("bills"), "B202610-US00007-1");
    assertFalse(other.contains("mitigat"), other);
    run(2, "settle", "bill", close, "--cancel", number, "--reason", "x", "--market", path);
    run(0, "settle", "bill", close, "--cancel", number, "--reason", "x");
    String note = shown(Path.of(close).resolve("bills"), "C202610-TH00000-2");
    assertFalse(note.contains("mitigated offer set"), note);
  }
}
