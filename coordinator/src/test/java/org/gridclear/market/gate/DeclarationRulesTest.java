package org.gridclear.market.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of declarations with a case that raises it and one that does not. */
// Rows: A-11, A-16, A-29
class DeclarationRulesTest {
  private static final String WIND =
      "{\"unit\":\"W1\",\"kind\":\"renewable\",\"basis\":\"forecast\",\"maxMw\":50,"
          + "\"yuanPerMwh\":0}";
  private static final String STORAGE =
      "{\"unit\":\"S1\",\"kind\":\"storage\",\"maxChargeMw\":50,\"maxDischargeMw\":40,"
          + "\"bidYuanPerMwh\":200,\"offerYuanPerMwh\":350}";
  private static final String BID =
      "{\"unit\":\"U1\",\"kind\":\"demand\",\"segments\":[{\"toMw\":5,\"yuanPerMwh\":900},"
          + "{\"toMw\":9,\"yuanPerMwh\":400}]}";
  private static final String SERVICES =
      "{\"unit\":\"G1\",\"kind\":\"ancillary\",\"products\":[{\"product\":\"spin\",\"maxMw\":30,"
          + "\"yuanPerMwh\":15}]}";
  private static final String SCHEDULE = "{\"unit\":\"G1\",\"kind\":\"self-schedule\",\"mw\":150}";
  private static final String WITHDRAWAL =
      "{\"unit\":\"G1\",\"kind\":\"withdrawal\",\"slot\":\"energy\"}";
  private static final String[] GOOD = {
    Desk.OFFER, WIND, STORAGE, BID, SERVICES,
  };

  /**
   * A change of a good submission that breaks a rule.
   *
   * @param from text of the good one
   * @param to what it becomes
   */
  private record Broken(String good, String from, String to) {
    String text() {
      assertTrue(good.contains(from), from);
      return good.replace(from, to);
    }
  }

  private static final Map<DeclarationRule, List<Broken>> BROKEN =
      new EnumMap<>(DeclarationRule.class);

  private static void of(DeclarationRule rule, String good, String from, String to) {
    BROKEN
        .computeIfAbsent(rule, key -> new ArrayList<>())
        .add(new Broken(Desk.file("north", good), from, to));
  }

  static {
    of(DeclarationRule.READABLE, WIND, "]}", "]");
    of(DeclarationRule.FIELD_KNOWN, Desk.OFFER, "noLoadYuanPerH", "noLoadYuan");
    of(DeclarationRule.FIELD_KNOWN, WIND, "\"date\"", "\"day\"");
    of(DeclarationRule.FIELD_GIVEN, Desk.OFFER, "\"noLoadYuanPerH\": 850.5,", "");
    of(
        DeclarationRule.FIELD_GIVEN,
        SERVICES,
        "{\"product\":\"spin\",\"maxMw\":30,\"yuanPerMwh\":15}",
        "");
    of(DeclarationRule.VALUE_READ, Desk.OFFER, "342.5", "NaN");
    of(DeclarationRule.VALUE_READ, Desk.OFFER, "342.5", "342.5001");
    of(
        DeclarationRule.TIME_WITH_OFFSET,
        WIND,
        "\"member\"",
        "\"preparedAt\": \"2026-11-29T08:00:00\", \"member\"");
    of(DeclarationRule.PERIODS_WHOLE, WIND, "\"maxMw\":50", "\"maxMw\":[1,2,3]");
    of(
        DeclarationRule.PERIODS_WHOLE,
        BID,
        "\"segments\":[",
        "\"byPeriod\":[{\"periods\":\"1-23\",\"segments\":[{\"toMw\":5,\"yuanPerMwh\":9}]}],\"x\":[");
    of(DeclarationRule.DECLARED_ONCE, WIND, "[{", "[" + WIND + ",{");
    of(DeclarationRule.MARKET_KNOWN, WIND, "\"da\"", "\"dam\"");
    of(DeclarationRule.MARKET_KNOWN, WIND, "2026-12-01", "2025-12-01");
    of(DeclarationRule.UNIT_REGISTERED, WIND, "W1", "W2");
    of(DeclarationRule.UNIT_REGISTERED, Desk.OFFER, "G1", "G2");
    of(DeclarationRule.SCOPE, WIND, "north", "south");
    of(DeclarationRule.NOT_EARLY, WIND, "2026-12-01", "2026-12-08");
    of(DeclarationRule.NOT_LATE, WIND, "2026-12-01", "2026-11-30");
    of(DeclarationRule.KIND_FITS, WIND, "W1", "G1");
    of(DeclarationRule.REPLACES, WIND, "\"maxMw\":50", "\"replaces\": 2, \"maxMw\":49");
    of(
        DeclarationRule.NOT_OF_FUTURE,
        WIND,
        "\"member\"",
        "\"preparedAt\": \"2026-11-30T08:12:00Z\", \"member\"");
    of(DeclarationRule.WITHDRAWN, WITHDRAWAL, "G1", "G5");
    of(
        DeclarationRule.SEGMENT_COUNT,
        BID,
        "\"segments\":[",
        "\"segments\":[" + "{\"toMw\":1,\"yuanPerMwh\":900},".repeat(9));
    of(
        DeclarationRule.SEGMENT_COUNT,
        "{\"unit\":\"U1\",\"kind\":\"demand\",\"segments\":[]}",
        "[]",
        "[]");
    of(DeclarationRule.SEGMENTS_RISE, Desk.OFFER, "\"toMw\": 150", "\"toMw\": 300");
    of(DeclarationRule.SEGMENTS_RISE, Desk.OFFER, "\"toMw\": 150", "\"toMw\": 0");
    of(DeclarationRule.PRICES_IN_ORDER, Desk.OFFER, "342.5", "309.99");
    of(DeclarationRule.PRICES_IN_ORDER, BID, "400", "901");
    of(DeclarationRule.PRICE_IN_BOUNDS, Desk.OFFER, "342.5", "1500.01");
    of(DeclarationRule.PRICE_IN_BOUNDS, WIND, "\"yuanPerMwh\":0", "\"yuanPerMwh\":-200.01");
    of(DeclarationRule.PRICE_IN_BOUNDS, SERVICES, "\"yuanPerMwh\":15", "\"yuanPerMwh\":101");
    of(
        DeclarationRule.PRICE_IN_BOUNDS,
        SERVICES,
        "\"yuanPerMwh\":15",
        "\"yuanPerMwh\":15, \"mileageYuanPerMw\": 1");
    of(DeclarationRule.PRICE_STEP, Desk.OFFER, "342.5", "342.505");
    of(DeclarationRule.LIMITS_ORDERED, Desk.OFFER, "\"minMw\": 120", "\"minMw\": 300.1");
    of(DeclarationRule.WITHIN_CAPACITY, Desk.OFFER, "300", "300.1");
    of(DeclarationRule.WITHIN_CAPACITY, SCHEDULE, "150", "301");
    of(DeclarationRule.ENDS_AT_MAXIMUM, Desk.OFFER, "\"toMw\": 300", "\"toMw\": 180");
    of(DeclarationRule.NOT_NEGATIVE, Desk.OFFER, "20000", "-1");
    of(DeclarationRule.NOT_NEGATIVE, SCHEDULE, "150", "-150");
    of(DeclarationRule.COST_IN_BOUNDS, Desk.OFFER, "60000", "1000000.001");
    of(DeclarationRule.STARTS_IN_ORDER, Desk.OFFER, "35000", "19999");
    of(DeclarationRule.STARTS_IN_ORDER, Desk.OFFER, "\"hot\"", "\"warm\", \"afterHours\": 0");
    of(DeclarationRule.NO_GAIN_IN_CIRCLES, STORAGE, "350", "199.99");
    of(DeclarationRule.PRODUCT_TRADED, SERVICES, "spin", "spinn");
    of(DeclarationRule.PRICE_DIMENSION, Desk.OFFER.replace("310", "0.31"), "342.5", "0.34");
    of(DeclarationRule.CAPACITY_OFFERED, Desk.OFFER, "300", "299");
  }

  /** Rules of what came before, each shown by a test of this name in another class. */
  private static final Map<DeclarationRule, String> ELSEWHERE =
      Map.of(
          DeclarationRule.SAME_DAY,
          "DeclarationDeskTest#whatIsSentToAnotherDayIsRefused",
          DeclarationRule.OWNER,
          "DeclarationDeskTest#theOwnerOnTheTradingDateAloneDeclares",
          DeclarationRule.NOT_REPLAYED,
          "DeclarationDeskTest#anOldFileAfterANewerOneIsRefused",
          DeclarationRule.PRICE_JUMP,
          "DeclarationDeskTest#aPriceOfAnotherSizeThanTheLastOneIsNoticed",
          DeclarationRule.DUPLICATE,
          "DeclarationDeskTest#theSameContentAgainHasTheSameReceipt",
          DeclarationRule.OFFER_AT_GATE,
          "GateOperationTest#aUnitWithoutOfferOrDefaultIsNamedAndTheGateIsNotKept",
          DeclarationRule.OWNER_AT_GATE,
          "GateOperationTest#aDeclarationOfAFormerOwnerIsNotInForce",
          DeclarationRule.DEFAULT_TAKEN,
          "GateOperationTest#theLastDaysThenTheReferenceOfferHoldByDefault");

  @TempDir static Path folder;
  private static Kinds kinds;

  @BeforeAll
  static void open() {
    kinds = new Kinds(folder);
  }

  @AfterAll
  static void close() {
    kinds.close();
  }

  @ParameterizedTest
  @EnumSource(DeclarationRule.class)
  void aRuleIsRaisedByWhatBreaksItAndByNothingElse(DeclarationRule rule) throws Exception {
    if (ELSEWHERE.containsKey(rule)) {
      String[] test = ELSEWHERE.get(rule).split("#");
      Class<?> type = Class.forName(getClass().getPackageName() + "." + test[0]);
      assertTrue(
          Arrays.stream(type.getDeclaredMethods()).anyMatch(each -> each.getName().equals(test[1])),
          ELSEWHERE.get(rule));
      return;
    }
    assertTrue(BROKEN.containsKey(rule), () -> rule.id() + " has no case");
    Desk desk = kinds.desk("embedded");
    for (String good : GOOD) {
      Outcome taken = desk.submit(Desk.of("north"), Desk.file("north", good)).outcomes().get(0);
      assertEquals(List.of(), taken.objections());
    }
    desk.unit("G5", UnitKind.THERMAL, "north");
    for (Broken each : BROKEN.get(rule)) {
      Answer answer = desk.submit(Desk.of("north"), each.text());
      assertTrue(all(answer).anyMatch(objection -> objection.rule() == rule), answer.toString());
      assertEquals(!rule.refuses(), answer.isAccepted(), answer.toString());
    }
  }

  private static Stream<Objection> all(Answer answer) {
    return Stream.concat(
        answer.objections().stream(),
        answer.outcomes().stream().flatMap(outcome -> outcome.objections().stream()));
  }

  @Test
  void allThatIsWrongIsAnsweredAtOnceAndNothingTwice() {
    Desk desk = kinds.desk("embedded");
    desk.now.set(Instant.parse("2026-11-30T02:00:00Z"));
    Outcome outcome =
        desk.north(
            Desk.OFFER
                .replace("342.5", "NaN")
                .replace("\"minMw\": 120", "\"minMw\": 400")
                .replace("60000", "-5")
                .replace("850.5", "50000.01"));
    List<String> ids = outcome.objections().stream().map(each -> each.rule().id()).toList();
    assertEquals(List.of("DEC-15", "DEC-04", "DEC-26", "DEC-30", "DEC-29", "DEC-31"), ids);
    for (Objection each : outcome.objections()) {
      assertFalse(each.advice().isBlank() || each.value().isBlank(), each.toString());
      assertTrue(each.line().contains(each.rule().text()), each.line());
    }
    assertTrue(
        outcome.objections().get(1).line().contains("G1 segments 2 yuanPerMwh = \"NaN\"")
            || outcome.objections().get(1).line().contains("G1 segments 2 yuanPerMwh = NaN"),
        outcome.objections().get(1).line());
  }

  @Test
  void aUnitThatIsRetiredOnTheDateSaysWhenItWasRegistered() {
    Desk desk = kinds.desk("embedded");
    desk.unit(
        "G9", UnitKind.THERMAL, "north", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 30));
    Objection objection = desk.north(Desk.OFFER.replace("G1", "G9")).objections().get(0);
    assertEquals(DeclarationRule.UNIT_REGISTERED, objection.rule());
    assertTrue(objection.advice().contains("from 2020-01-01 to 2026-11-30"), objection.line());
  }

  @Test
  void widthsInPlaceOfEndsAreToldWithTheEndsThatTheyMean() {
    Desk desk = kinds.desk("embedded");
    String widths = Desk.OFFER.replace("\"toMw\": 300", "\"toMw\": 150");
    String advice = desk.north(widths).objections().get(0).advice();
    assertTrue(advice.contains("if these are widths, the ends are 150, 300."), advice);
  }
}
