package org.gridclear.market.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.Shell;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other caps and limits are tried on days that are there; limits of indices are set by two. */
// Rows: M-03, M-04
class ShadowJudgementTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final String CAP =
      "rules: [{id: CAP, type: price-cap, severity: severe, yuanPerMwh: 1}]";

  @TempDir private Path folder;

  private MarketFolder market() {
    return MarketFolder.create(
        folder.resolve("m"),
        new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
  }

  @Test
  void anotherCapIsTriedOnDaysThatAreThereAndNothingIsKept() throws Exception {
    try (MarketFolder market = market()) {
      DayStore days = DayStore.of(market);
      days.append(new DayKey(Market.DA, DATE), SmallDays.dayAhead(DATE, 60), SmallDays.MADE);
      MarketAnomalies anomalies = MarketAnomalies.of(market, Clock.systemUTC());
      List<ShadowJudgement.Judged> judged =
          new ShadowJudgement(days, anomalies)
              .of(
                  Market.DA,
                  DATE,
                  DATE,
                  AnomalyRules.STANDARD,
                  AnomalyRulesReader.read(CAP.getBytes(UTF_8), "cap.yaml"));
      assertEquals(1, judged.size());
      assertEquals(3, judged.get(0).after(), "every bus is over a cap of 1 yuan/MWh");
      assertTrue(
          judged.get(0).come().stream().allMatch(each -> each.startsWith("CAP ")),
          judged::toString);
      assertEquals(List.of(), anomalies.of(judged.get(0).version()));
    }
    Path cap = Files.writeString(folder.resolve("cap.yaml"), CAP);
    String market = folder.resolve("m").toString();
    Shell.Ended proposed =
        Shell.run(
            "rules",
            "propose",
            "--kind",
            "anomalies",
            cap.toString(),
            "--market",
            market,
            "--by",
            "ann");
    assertEquals(0, proposed.code(), proposed.text());
    Shell.Ended shadow =
        Shell.run("rules", "shadow", "1", "--from", "2026-10-01", "--market", market);
    assertEquals(0, shadow.code(), shadow.text());
    assertTrue(shadow.output().contains("da 2026-10-01 version 1"), shadow.output());
    assertEquals(2, Shell.run("rules", "shadow", "1", "--market", market).code());
    assertEquals(2, Shell.run("rules", "shadow", "1", cap.toString(), "--market", market).code());
    refused("(2026-09-30) before 2026-10-01", market, "--from", "2026-10-01", "--to", "2026-09-30");
    refused("--gap is for penalties", market, "--from", "2026-10-01", "--gap", "0.1");
    refused("--to is for rules of anomalies", market, "case.json", "--to", "2026-10-02");
  }

  private static void refused(String said, String market, String... more) {
    List<String> words = new ArrayList<>(List.of("rules", "shadow", "1", "--market", market));
    words.addAll(List.of(more));
    Shell.Ended ended = Shell.run(words.toArray(String[]::new));
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains(said), ended.text());
  }

  @Test
  void limitsOfIndicesAreSetByTwoAccountsFromATimeOn() {
    try (MarketFolder market = market()) {
      RuleBase rules = new RuleBase(market, Clock.systemUTC());
      rules.requireOneMaySet(RuleKinds.INDEX_LIMITS);
      byte[] text =
          (new String(IndexCatalogues.standardText(), UTF_8) + "\n# limits of October\n")
              .getBytes(UTF_8);
      Instant later = Instant.now().plusSeconds(3600);
      RuleProposal proposal =
          rules.propose(
              new RuleBase.Wanted(
                  RuleKinds.INDEX_LIMITS, text, "indices.yaml", Optional.of(later), "ann", ""));
      IndexCatalogues indices = new IndexCatalogues(new PieceStore(market));
      assertEquals(0, indices.at(later).version());
      rules.review(new RuleBase.ReviewWanted(proposal.number(), true, "bob", ""));
      assertEquals(0, indices.at(later.minusMillis(1)).version());
      assertEquals(1, indices.at(later.plusMillis(1)).version());
      assertThrows(
          IllegalArgumentException.class, () -> rules.requireOneMaySet(RuleKinds.INDEX_LIMITS));
    }
  }
}
