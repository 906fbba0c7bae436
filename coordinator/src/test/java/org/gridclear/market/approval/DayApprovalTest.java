package org.gridclear.market.approval;

import static org.gridclear.market.approval.ApprovalMarket.DATE;
import static org.gridclear.market.approval.ApprovalMarket.wanted;
import static org.gridclear.market.approval.VersionState.APPROVED;
import static org.gridclear.market.approval.VersionState.CHECKED;
import static org.gridclear.market.approval.VersionState.REJECTED;
import static org.gridclear.market.approval.VersionState.SUBMITTED;
import static org.gridclear.market.approval.VersionState.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may bring versions on, what comes in force, and what rules do by themselves. */
// Rows: I-11
class DayApprovalTest {
  private static final DayKey DAY = new DayKey(Market.DA, DATE);

  @TempDir private Path path;
  private ApprovalMarket market;

  @BeforeEach
  void open() {
    market = new ApprovalMarket(path.resolve("market"), "embedded");
  }

  @AfterEach
  void close() {
    market.close();
  }

  private static String refused(Runnable step) {
    return assertThrows(IllegalArgumentException.class, step::run).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "sue", "ANN", " Sue ", "ｓｕｅ", "(automatic)", "(x)", " "})
  void whoMadeOrSubmittedItCannotApproveOrRejectIt(String by) {
    VersionId version = market.submitted(DATE);
    refused(() -> market.approval().approve(wanted(version, by, "why")));
    refused(() -> market.approval().reject(wanted(version, by, "why")));
    assertEquals(SUBMITTED, market.state(version));
    market.approval().approve(wanted(version, "bob", ""));
    assertEquals(APPROVED, market.state(version));
  }

  @Test
  void whoChecksMayApprove() {
    VersionId version = market.dayAhead(DATE);
    market.approval().check(wanted(version, "bob", ""));
    market.approval().submit(wanted(version, "sue", ""));
    assertEquals("bob", market.approval().approve(wanted(version, "bob", "")).by());
  }

  @Test
  void firstStepsOfWhoIsNoAccountAreRefused() {
    VersionId version = market.submitted(DATE);
    KnownAccounts onlySue =
        name -> {
          if (!name.equals("sue")) {
            throw new IllegalArgumentException(name + " is no account");
          }
        };
    String said = refused(() -> market.approval(onlySue).approve(wanted(version, "bob", "")));
    assertTrue(said.contains("ann is no account"), said);
    assertEquals(SUBMITTED, market.state(version));
  }

  @Test
  void whatAMachineMadeAndSubmittedIsApprovedByOnePerson() {
    VersionId version = market.made(Market.DA, DATE, 0, DayApproval.AUTOMATIC);
    KnownAccounts nobody =
        name -> {
          throw new IllegalArgumentException(name + " is no account");
        };
    market.approval().check(wanted(version, DayApproval.AUTOMATIC, ""));
    market.approval().submit(wanted(version, DayApproval.AUTOMATIC, ""));
    market.approval(nobody).approve(wanted(version, "bob", ""));
    assertEquals(APPROVED, market.state(version));
  }

  @Test
  void alarmsNeedAReasonAndOpenSevereAnomaliesBlock() {
    VersionId version = market.dayAhead(DATE, "NOT SECURE: 2 flows");
    String said = refused(() -> market.approval().check(wanted(version, "sue", "")));
    assertTrue(said.contains("NOT SECURE: 2 flows"), said);
    market.open.add("price over its cap");
    Transition checked = market.approval().check(wanted(version, "sue", "known outage"));
    assertEquals(List.of("NOT SECURE: 2 flows", "price over its cap"), checked.objections());
    market.approval().submit(wanted(version, "sue", ""));
    said = refused(() -> market.approval().approve(wanted(version, "bob", "go")));
    assertTrue(said.contains("price over its cap"), said);
    market.open.clear();
    refused(() -> market.approval().approve(wanted(version, "bob", "")));
    assertEquals(
        List.of("NOT SECURE: 2 flows"),
        market.approval().approve(wanted(version, "bob", "go")).objections());
  }

  @Test
  void toRejectAndToWithdrawNeedAReason() {
    VersionId version = market.submitted(DATE);
    refused(() -> market.approval().reject(wanted(version, "bob", " ")));
    market.approval().approve(wanted(version, "bob", ""));
    refused(() -> market.approval().withdraw(wanted(version, "bob", "")));
    refused(() -> wanted(version, "bob", "x".repeat(2001)));
    assertEquals(APPROVED, market.state(version));
  }

  @Test
  void oneVersionOfADayIsInForceAndTheOneBeforeNoLonger() {
    assertEquals(Optional.empty(), market.approval().inForce(DAY));
    VersionId first = market.submitted(DATE);
    VersionId second = market.submitted(DATE);
    VersionId third = market.submitted(DATE);
    assertEquals(Optional.empty(), market.approval().inForce(DAY));
    market.approval().approve(wanted(first, "bob", ""));
    market.approval().publish(wanted(first, "bob", ""));
    assertEquals(1, market.approval().inForce(DAY).orElseThrow().version());
    market.approval().approve(wanted(third, "bob", "correction"));
    assertEquals(3, market.approval().inForce(DAY).orElseThrow().version());
    assertEquals("APPROVED", market.approval().inForce(DAY).orElseThrow().state());
    List<Transition> ofFirst = market.approval().standing(first).transitions();
    assertEquals("replaced by version 3", ofFirst.get(ofFirst.size() - 1).reason());
    assertEquals(WITHDRAWN, market.state(first));
    String said = refused(() -> market.approval().approve(wanted(second, "bob", "")));
    assertTrue(said.contains("version 3 is in force"), said);
    market.approval().withdraw(wanted(third, "bob", "wrong"));
    assertEquals(Optional.empty(), market.approval().inForce(DAY));
    market.approval().approve(wanted(second, "bob", ""));
    assertEquals(2, market.approval().inForce(DAY).orElseThrow().version());
  }

  @Test
  void cleanIntradayAndRealTimeVersionsAreApprovedByThemselves() {
    for (Market each : List.of(Market.ID, Market.RT)) {
      VersionId clean = market.made(each, DATE, 7, "ann");
      assertEquals(APPROVED, market.approval().automatic(clean).state());
      assertEquals(
          List.of(CHECKED, SUBMITTED, APPROVED),
          market.approval().standing(clean).transitions().stream().map(Transition::to).toList());
      VersionId alarmed = market.made(each, DATE, 8, "ann", "SHED 5 MWh");
      DayApproval.Automatic left = market.approval().automatic(alarmed);
      assertEquals(CHECKED, left.state());
      assertEquals(List.of("SHED 5 MWh"), left.objections());
      market.open.add("balance slack");
      VersionId anomalous = market.made(each, DATE, 9, "ann");
      assertEquals(
          new DayApproval.Automatic(CHECKED, List.of("balance slack")),
          market.approval().automatic(anomalous));
      market.open.clear();
      assertEquals(CHECKED, market.approval().automatic(anomalous).state(), "left to a person");
    }
  }

  @Test
  void dayAheadAndTheLongCycleAlwaysHaveASecondPerson() {
    for (Market each : List.of(Market.DA, Market.LT_RUC)) {
      VersionId clean = market.made(each, DATE, 0, "ann");
      DayApproval.Automatic left = market.approval().automatic(clean);
      assertEquals(CHECKED, left.state());
      assertTrue(left.objections().get(0).endsWith("approved by hand"), left.toString());
      refused(() -> market.approval().rules().set(each, DATE, true, "bob", "faster"));
    }
  }

  @Test
  void whetherAMarketApprovesByItselfIsSetFromADateOn() {
    ApprovalRules rules = market.approval().rules();
    refused(() -> rules.set(Market.RT, DATE, false, "bob", ""));
    rules.set(Market.RT, DATE.plusDays(1), false, "bob", "trial");
    assertTrue(rules.automatic(Market.RT, DATE));
    assertEquals(List.of(false), rules.all().stream().map(ApprovalRules.Rule::automatic).toList());
    VersionId before = market.made(Market.RT, DATE, 1, "ann");
    VersionId after = market.made(Market.RT, DATE.plusDays(1), 1, "ann");
    assertEquals(APPROVED, market.approval().automatic(before).state());
    assertEquals(CHECKED, market.approval().automatic(after).state());
    rules.set(Market.RT, DATE.plusDays(1), true, "bob", "trial ended");
    assertEquals(2, rules.all().get(1).number());
    VersionId next = market.made(Market.RT, DATE.plusDays(2), 1, "ann");
    assertEquals(APPROVED, market.approval().automatic(next).state());
  }

  @Test
  void aVersionThatIsNotThereIsNamed() {
    VersionId none = new VersionId(DAY, 7);
    assertThrows(
        NoSuchVersionException.class, () -> market.approval().check(wanted(none, "sue", "")));
  }

  /** Six at once, of two openings of the database where it can be opened twice: one decides. */
  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void ofManyWhoDecideAtOnceOneDoes(String kind) throws Exception {
    try (ApprovalMarket many = new ApprovalMarket(path.resolve(kind), kind);
        ApprovalMarket other = many.openedAgain()) {
      for (int round = 0; round < 5; round++) {
        VersionId version = many.submitted(DATE.plusDays(round));
        CountDownLatch ready = new CountDownLatch(1);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
          String by = "bob" + t;
          boolean approve = t % 2 == 0;
          DayApproval own = (t < 3 ? many : other).approval();
          all.add(
              CompletableFuture.supplyAsync(
                  () -> {
                    try {
                      ready.await();
                      return (approve
                              ? own.approve(wanted(version, by, "x"))
                              : own.reject(wanted(version, by, "x")))
                          .by();
                    } catch (StateChangedException e) {
                      return "told";
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  },
                  command -> new Thread(command).start()));
        }
        ready.countDown();
        List<String> ended = all.stream().map(CompletableFuture::join).toList();
        assertEquals(5, ended.stream().filter("told"::equals).count(), ended.toString());
        List<Transition> steps = many.approval().standing(version).transitions();
        assertEquals(3, steps.size());
        assertTrue(List.of(APPROVED, REJECTED).contains(steps.get(2).to()));
        assertTrue(ended.contains(steps.get(2).by()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void twoVersionsOfADayThatAreApprovedAtOnceAreNotBothInForce(String kind) {
    try (ApprovalMarket many = new ApprovalMarket(path.resolve(kind), kind)) {
      for (int round = 0; round < 5; round++) {
        List<VersionId> versions = new ArrayList<>();
        for (int v = 0; v < 4; v++) {
          versions.add(many.submitted(DATE.plusDays(round)));
        }
        List<CompletableFuture<Void>> all =
            versions.stream()
                .map(
                    version ->
                        CompletableFuture.runAsync(
                            () -> {
                              try {
                                many.approval().approve(wanted(version, "bob", ""));
                              } catch (IllegalArgumentException e) {
                                assertTrue(e.getMessage().contains("in force"), e.getMessage());
                              }
                            },
                            command -> new Thread(command).start()))
                .toList();
        all.forEach(CompletableFuture::join);
        List<VersionState> states = versions.stream().map(many::state).toList();
        assertEquals(1, states.stream().filter(APPROVED::equals).count(), states.toString());
        assertEquals(4, states.indexOf(APPROVED) + 1, states.toString());
      }
    }
  }
}
