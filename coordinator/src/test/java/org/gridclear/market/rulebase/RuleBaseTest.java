package org.gridclear.market.rulebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.Penalties;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.parameter.RegistryLimitRules;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.market.workflow.SimulatedClock;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.register.RuleRegister;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of a market under one door, on each kind of database. */
// Rows: M-03, M-04
class RuleBaseTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final String PENALTIES =
      """
      balanceYuanPerMwh: BALANCE
      reserveYuanPerMwh: 10000
      contingencyYuanPerMwh: 7000
      thermalYuanPerMwh: 6000
      flowgateYuanPerMwh: 5000
      scheduleYuanPerMwh: 30000
      """;

  @TempDir Path folder;

  private final SimulatedClock clock = new SimulatedClock(NOW, ZoneOffset.UTC);

  private MarketFolder market(String kind) {
    return MarketFolder.create(
        folder.resolve("market"),
        new MarketFolder.Facts("north", "UTC", "yuan", MarketDatabases.empty(kind)));
  }

  private static RuleBase.Wanted wanted(String kind, String text, String by) {
    return new RuleBase.Wanted(
        kind, text.getBytes(StandardCharsets.UTF_8), "rules.yaml", Optional.empty(), by, "");
  }

  private static RuleBase.Wanted penalties(int balance, Optional<Instant> from) {
    return new RuleBase.Wanted(
        "penalties",
        PENALTIES.replace("BALANCE", "" + balance).getBytes(StandardCharsets.UTF_8),
        "penalties.yaml",
        from,
        "ann",
        "");
  }

  private static RuleBase.ReviewWanted approval(RuleProposal proposal, String by) {
    return new RuleBase.ReviewWanted(proposal.number(), true, by, "");
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatTwoAccountsAgreeOnHoldsFromItsTimeForWhoAsksWithoutARestart(String kind) {
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      PenaltyRules readers = new PenaltyRules(new PieceStore(market));
      Instant noon = NOW.plus(Duration.ofHours(12));
      RuleProposal later = rules.propose(penalties(25_000, Optional.of(noon)));
      assertEquals(List.of("balanceYuanPerMwh: 25000.0, was 20000.0"), rules.changes(later));
      clock.set(NOW.plusSeconds(60));
      rules.review(approval(later, "bob"));
      assertTrue(readers.at(noon.minusMillis(1)).isEmpty());
      assertEquals(25_000, readers.at(noon).orElseThrow().penalties().balanceYuanPerMwh());
      RuleProposal next = rules.propose(penalties(22_000, Optional.empty()));
      clock.set(NOW.plusSeconds(120));
      rules.review(approval(next, "bob"));
      // From its approval until noon, when the one that was approved before begins.
      assertEquals(
          22_000, readers.at(noon.minusMillis(1)).orElseThrow().penalties().balanceYuanPerMwh());
      assertEquals(25_000, readers.at(noon).orElseThrow().penalties().balanceYuanPerMwh());
      assertEquals(Optional.empty(), rules.at("penalties", "", NOW).version());
      assertEquals(
          Penalties.DEFAULT,
          PenaltyRules.read(rules.at("penalties", "", NOW).content(), "standard"));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void nobodyReviewsTheOwnProposalAndNoneTwiceOrOnWhatHoldsNoMore(String kind) {
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      RuleProposal one = rules.propose(penalties(25_000, Optional.empty()));
      RuleProposal two = rules.propose(penalties(26_000, Optional.empty()));
      assertThrows(IllegalArgumentException.class, () -> rules.review(approval(one, "  ＡNN ")));
      assertEquals("open", rules.proposal(one.number()).state());
      assertEquals("approved", rules.review(approval(one, "bob")).state());
      assertThrows(StaleProposalException.class, () -> rules.review(approval(one, "bob")));
      StaleProposalException stale =
          assertThrows(StaleProposalException.class, () -> rules.review(approval(two, "bob")));
      assertTrue(stale.getMessage().contains("version 1 holds by now"), stale.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> rules.review(new RuleBase.ReviewWanted(two.number(), false, "bob", " ")));
      rules.review(new RuleBase.ReviewWanted(two.number(), false, "bob", "too dear"));
      assertEquals(List.of(), rules.proposals(true));
      assertEquals(1, rules.kind("penalties").versions().size());
      assertThrows(
          IllegalArgumentException.class,
          () -> rules.propose(penalties(25_000, Optional.empty())),
          "that holds already");
      RuleProposal gone = rules.propose(penalties(27_000, Optional.of(NOW.plusSeconds(10))));
      clock.set(NOW.plusSeconds(11));
      assertThrows(StaleProposalException.class, () -> rules.review(approval(gone, "bob")));
      assertThrows(
          IllegalArgumentException.class, () -> rules.propose(penalties(28_000, Optional.of(NOW))));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void everyKindReadsItsRulesAndTellsAllThatIsWrong(String kind) {
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      InvalidInputException wrong =
          assertThrows(
              InvalidInputException.class,
              () ->
                  rules.propose(wanted("penalties", "balanceYuanPerMwh: -1\nreserve: 2\n", "ann")));
      assertEquals(7, wrong.issues().size(), wrong.getMessage());
      for (RuleKind each : rules.kinds()) {
        assertThrows(
            RuntimeException.class,
            () -> rules.propose(wanted(each.label(), "nonsense: 1", "ann")),
            each.label());
        each.standard()
            .ifPresent(
                standard ->
                    assertEquals(
                        List.of(),
                        RuleDifference.between(standard, each.kept(standard, "standard"))));
      }
      assertThrows(
          UnknownNameException.class, () -> rules.propose(wanted("penalty", "a: 1", "ann")));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void existingReadersFollowAndOneAccountSetsNoMoreWhatTwoDid(String kind) {
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      CheckSets checks = new CheckSets(new PieceStore(market));
      rules.requireOneMaySet("checks");
      rules.review(
          approval(rules.propose(wanted("checks", "{rules: [], off: [NET-06]}", "ann")), "bob"));
      assertEquals(CheckSet.STANDARD, checks.at(NOW.minusMillis(1)).set());
      assertEquals("[NET-06]", checks.at(NOW).set().off().toString());
      assertThrows(IllegalArgumentException.class, () -> rules.requireOneMaySet("checks"));
      rules.requireOneMaySet("market-parameters");
      RegistryLimitRules limits = new RegistryLimitRules(new PieceStore(market));
      assertEquals(1_000_000, limits.at(NOW).sharesMax());
      rules.review(
          approval(
              rules.propose(
                  wanted(
                      "registry-limits",
                      "{gapDaysMax: 31, sharesMaxPercent: 120.5, backdatedDaysMax: 30}",
                      "ann")),
              "bob"));
      assertEquals(1_205_000, limits.at(NOW).sharesMax());
      assertEquals(31, limits.at(NOW).gapDaysMax());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void parametersOfAMarketHoldFromTheTradingDateThatTheySay(String kind) {
    String parameters =
        """
        {"market": "da", "from": "2026-11-01", "minutesPerPeriod": 60,
         "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "GATE"},
         "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
         "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
         "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
         "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
        """;
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      rules.review(
          approval(
              rules.propose(
                  wanted("market-parameters", parameters.replace("GATE", "09:30"), "ann")),
              "bob"));
      RuleProposal second =
          rules.propose(
              wanted(
                  "market-parameters",
                  parameters.replace("GATE", "10:00").replace("11-01", "12-01"),
                  "ann"));
      assertEquals(
          List.of("from: 2026-12-01, was 2026-11-01", "gate, time: 10:00, was 09:30"),
          rules.changes(second));
      assertEquals("da", second.id());
      rules.review(approval(second, "bob"));
      clock.set(Instant.parse("2026-12-15T00:00:00Z"));
      assertEquals(
          1,
          rules
              .at("market-parameters", "da", Instant.parse("2026-11-30T23:59:59Z"))
              .version()
              .orElseThrow()
              .number());
      assertEquals(
          2, rules.at("market-parameters", "da", clock.instant()).version().orElseThrow().number());
      assertThrows(IllegalArgumentException.class, () -> rules.at("market-parameters", "rt", NOW));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void theBookOfTheMonthIsHandedToSettlementWithItsTwoAccounts(String kind) throws Exception {
    String book = RuleBookReader.defaultText() + "# of October\n";
    Path settlement = folder.resolve("october");
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      SettlementBook hand = new SettlementBook(rules, settlement);
      assertEquals(Optional.empty(), hand.write(NOW, false), "nothing was set");
      rules.review(approval(rules.propose(wanted("settlement-book", book, "ann")), "bob"));
      assertEquals(Optional.empty(), hand.write(NOW.minusSeconds(1), false), "held later");
      Path file = hand.write(NOW, false).orElseThrow();
      assertEquals(book, Files.readString(file));
      assertTrue(new RuleRegister(settlement).approved(book));
      assertEquals(Optional.empty(), hand.write(NOW, false), "it is there");
      Files.writeString(file, RuleBookReader.defaultText());
      assertThrows(IllegalArgumentException.class, () -> hand.write(NOW, false));
      assertEquals(Optional.of(file), hand.write(NOW, true));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void oneAccountSetsRulesAtOnceUntilTwoDidAndNoneThatAreWrong(String kind) {
    try (MarketFolder market = market(kind)) {
      RuleBase rules = new RuleBase(market, clock);
      byte[] none = CheckSetReader.write(CheckSet.STANDARD);
      clock.set(NOW.plusNanos(1_999_999));
      PieceStore.Recorded first = rules.set("checks", none, "body", "ann");
      assertEquals(1, first.version().version());
      assertEquals("ann", first.version().recordedBy());
      assertEquals(NOW.plusMillis(1), first.version().recordedAt(), "whole milliseconds are kept");
      assertEquals(
          CheckSet.STANDARD, new CheckSets(new PieceStore(market)).at(NOW.plusMillis(1)).set());
      byte[] wrong = "{\"nothing\": 1}".getBytes(StandardCharsets.UTF_8);
      for (String of : List.of("checks", "anomalies", "index-limits")) {
        assertThrows(
            InvalidInputException.class, () -> rules.set(of, wrong, "body", "ann"), "wrong " + of);
      }
      assertEquals(1, rules.kind("checks").versions().size());
      assertThrows(
          IllegalArgumentException.class,
          () -> rules.set("market-parameters", none, "body", "ann"));
      clock.set(NOW.plusSeconds(60));
      rules.review(approval(rules.propose(penalties(25_000, Optional.empty())), "bob"));
      byte[] dearer = PENALTIES.replace("BALANCE", "26000").getBytes(StandardCharsets.UTF_8);
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> rules.set("penalties", dearer, "body", "ann"));
      assertTrue(refused.getMessage().contains("by two accounts"), refused.getMessage());
    }
  }
}
