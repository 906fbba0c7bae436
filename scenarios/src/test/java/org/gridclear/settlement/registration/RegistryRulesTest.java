package org.gridclear.settlement.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.settlement.registration.RegistryRules.Judged;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the registry, by a change of a small market that breaks it alone. */
// Rows: Q-09, Q-13, Q-15, Q-18, Q-23, Q-25, A-26
class RegistryRulesTest {
  private static final RegistryState STATE = SmallMarket.state();
  private static final RegistryRules RULES = new RegistryRules(RegistryLimits.STANDARD);

  /** The rule that has its case in the operation, where other proposals are known. */
  private static final Set<String> ELSEWHERE = Set.of("REG-24");

  /**
   * A change that breaks a rule.
   *
   * @param rule id of the rule
   * @param words part of the message
   * @param records the change, JSON
   */
  record Case(String rule, String words, String records) {
    @Override
    public String toString() {
      return rule + " " + words;
    }
  }

  private static String unit(String id, String from, String more) {
    return """
    {"kind": "unit", "id": "%s", "from": "%s", "name": "Unit", "type": "thermal", "stage": "commercial",
     "capacityMw": 300, "pricePoint": "b1", "member": "north", %s}\
    """
        .formatted(id, from, more)
        .replaceAll(", }$", "}");
  }

  private static String member(String id, String more) {
    return """
    {"kind": "member", "id": "%s", "from": "2026-10-01", "name": "New", "type": "generator", %s}\
    """
        .formatted(id, more)
        .replaceAll(", }$", "}");
  }

  private static String contract(String more) {
    return """
    {"kind": "contract", "id": "C9", "from": "2026-10-01", "seller": "T1", "buyer": "R", "form": "auction",
     "settled": "physical", "pricePoint": "b1", "market": "rt", %s}\
    """
        .formatted(more);
  }

  private static String exit(String kind, String id, String to) {
    return "{\"change\": \"exit\", \"kind\": \"%s\", \"id\": \"%s\", \"to\": \"%s\"}"
        .formatted(kind, id, to);
  }

  private static String relation(String id, String meter, String entity, String more) {
    return """
    {"kind": "relation", "id": "%s", "from": "2026-10-01", "meter": "%s", "entity": "%s", "sign": 1, %s}\
    """
        .formatted(id, meter, entity, more);
  }

  static Stream<Case> cases() {
    return Stream.of(identities(), timelines(), references(), fields(), meters(), agreements())
        .flatMap(List::stream);
  }

  private static List<Case> identities() {
    return List.of(
        new Case("REG-01", "Give another id", unit("T;2", "2026-10-01", "")),
        new Case(
            "REG-02", "before the first day", unit("T2", "2026-10-01", "\"to\": \"2026-09-30\"")),
        new Case("REG-02", "Give its first day", unit("T2", "", "")),
        new Case(
            "REG-02", "leave the end empty", unit("T2", "2026-10-01", "\"to\": \"9999-12-31\"")),
        new Case("REG-09", "It is the id of a user", unit("U", "2026-10-01", "")),
        new Case(
            "REG-09",
            "It was thermal",
            unit("T1", "2026-10-01", "").replace("\"thermal\"", "\"wind\"")),
        new Case(
            "REG-09",
            "It ended on 2026-12-31",
            """
            {"kind": "contract", "id": "C1", "from": "2027-01-01", "seller": "T1", "buyer": "R",
             "form": "auction", "settled": "physical", "pricePoint": "b1", "market": "rt"}
            """),
        new Case(
            "REG-09",
            "register another id",
            "{\"kind\": \"zone\", \"id\": \"east\", \"from\": \"2026-10-01\", \"name\": \"East\","
                + " \"zoning\": \"load\"}"),
        new Case("REG-10", "write it alike", unit("t1", "2026-10-01", "")),
        new Case("REG-10", "write it alike", unit("u", "2026-10-01", "")));
  }

  private static List<Case> timelines() {
    return List.of(
        new Case(
            "REG-03",
            "end it before",
            unit("T1", "2026-10-01", "") + ", " + unit("T1", "2026-11-01", "")),
        new Case(
            "REG-03",
            "Give its end alone",
            unit("T1", "2026-10-01", "") + ", " + exit("unit", "T1", "2026-10-31")),
        new Case("REG-04", "A record of it begins on 2026-01-01", unit("T1", "2025-01-01", "")),
        new Case(
            "REG-05", "holds from 2026-11-01", unit("T1", "2026-10-01", "\"to\": \"2026-10-31\"")),
        new Case(
            "REG-06",
            "31 days after 2026-10-31 are left out",
            unit("T9", "2026-10-01", "\"to\": \"2026-10-31\"")
                + ", "
                + unit("T9", "2026-12-02", "")),
        new Case("REG-08", "It is not registered", exit("unit", "T7", "2026-10-01")),
        new Case("REG-08", "from 2026-10-01 to 2026-12-31", exit("contract", "C1", "2026-09-30")),
        new Case(
            "REG-13",
            "It was commercial before",
            unit("T1", "2026-10-01", "").replace("\"commercial\"", "\"trial\"")),
        new Case(
            "REG-13",
            "when it is gone",
            unit("T2", "2026-10-01", "").replace("\"commercial\"", "\"retired\"")),
        new Case("REG-25", "are to be corrected", unit("T1", "2026-08-31", "")),
        new Case("REG-26", "is given up", exit("load", "L1", "2026-09-30")));
  }

  private static List<Case> references() {
    return List.of(
        new Case(
            "REG-07", "'north'", unit("T2", "2026-10-01", "").replace("\"north\"", "\"norht\"")),
        new Case("REG-07", "It is not registered on 2025-12-31", unit("T2", "2025-12-31", "")),
        new Case("REG-07", "on 2026-11-01", exit("member", "north", "2026-10-31")),
        new Case("REG-07", "on 2026-11-01", exit("meter", "M2", "2026-10-31")),
        new Case("REG-07", "on 2026-11-01", exit("tariff", "10kV", "2026-10-31")),
        new Case(
            "REG-07",
            "on 2026-12-01",
            unit("T1", "2026-12-01", "").replace("\"commercial\"", "\"retired\"")),
        new Case(
            "REG-07",
            "member = b1",
            unit("T2", "2026-10-01", "")
                .replace("\"pricePoint\": \"b1\"", "\"pricePoint\": \"north\"")
                .replace("\"member\": \"north\"", "\"member\": \"b1\"")),
        new Case(
            "REG-07",
            "T1",
            "{\"kind\": \"foreign-id\", \"id\": \"x2\", \"from\": \"2026-10-01\", \"system\":"
                + " \"trading\", \"foreign\": \"4711\", \"of\": \"user\", \"thing\": \"T1\"}"));
  }

  private static List<Case> fields() {
    return List.of(
        new Case(
            "REG-11",
            "The greatest sum is 100",
            member("m", "\"shareholders\": [\"a:60\", \"b:50\"]")),
        new Case(
            "REG-11",
            "Name an investor once",
            member("m", "\"shareholders\": [\"a:10\", \"a:10\"]")),
        new Case("REG-11", "no investor of itself", member("m", "\"shareholders\": [\"m:10\"]")),
        new Case(
            "REG-12",
            "after licenceEffective",
            member("m", "\"licenceIssued\": \"2026-02-01\", \"licenceEffective\": \"2026-01-31\"")),
        new Case(
            "REG-12",
            "before registered",
            member(
                "m",
                "\"to\": \"2026-10-02\", \"registered\": \"2026-11-02\", \"expires\":"
                    + " \"2026-10-02\"")),
        new Case("REG-12", "expires on 2030-01-01", member("m", "\"expires\": \"2030-01-01\"")),
        new Case("REG-14", "300.0000 MW", unit("T2", "2026-10-01", "\"minimumMw\": 300.0001")),
        new Case(
            "REG-18",
            "one of them",
            "{\"kind\": \"price-point\", \"id\": \"b9\", \"from\": \"2026-10-01\", \"name\":"
                + " \"n\"}"),
        new Case(
            "REG-19",
            "Zone p-1 of zoning price",
            "{\"kind\": \"zone\", \"id\": \"p-2\", \"from\": \"2026-10-01\", \"name\": \"n\","
                + " \"zoning\": \"price\", \"buses\": [\"3\", \"4\"]}"),
        new Case(
            "REG-19",
            "lie in itself",
            "{\"kind\": \"zone\", \"id\": \"q\", \"from\": \"2026-10-01\", \"name\": \"n\","
                + " \"zoning\": \"load\", \"within\": \"q\"}"),
        new Case(
            "REG-20",
            "own has a user",
            """
            {"kind": "demand-response", "id": "D2", "from": "2026-10-01", "name": "n", "member": "city",
             "loadType": "represented", "user": "U", "pricePoint": "z1"}
            """));
  }

  private static List<Case> meters() {
    String event =
        """
        {"kind": "meter-event", "id": "e2", "from": "2026-10-05", "to": "%s", "meter": "%s",
         "event": "%s", "time": "%s"%s}
        """;
    String readings = ", \"lastReading\": 10, \"firstReading\": 0";
    return List.of(
        new Case("REG-15", "Sum of meter M1", relation("r9", "M1", "S1", "\"share\": 0.000001")),
        new Case("REG-15", "Relation r2", relation("r9", "M2", "U", "\"share\": 0.000001")),
        new Case(
            "REG-16",
            "is of north",
            """
            {"kind": "meter", "id": "M9", "from": "2026-10-01", "name": "n", "multiplier": 1,
             "member": "city", "belongsTo": "T1"}
            """),
        new Case(
            "REG-17",
            "Propose its new record",
            event.formatted("2026-10-05", "M1", "ct-exchange", "08:00", readings)),
        new Case(
            "REG-17",
            "no fullScale",
            event.formatted("2026-10-05", "M2", "roll-over", "8:00", readings)),
        new Case(
            "REG-17",
            "such as 14:30",
            event.formatted("2026-10-05", "M1", "roll-over", "24:00", readings)),
        new Case(
            "REG-17",
            "Give the readings",
            event.formatted("2026-10-05", "M1", "roll-over", "08:00", "")),
        new Case(
            "REG-17",
            "of one day",
            event.formatted("2026-10-06", "M1", "roll-over", "08:00", readings)));
  }

  private static List<Case> agreements() {
    String total = "\"totalMwh\": 100, \"yuanPerMwh\": 400";
    return List.of(
        new Case("REG-21", "days that end", contract(total)),
        new Case(
            "REG-21",
            "comes with its price",
            contract("\"to\": \"2026-10-31\", \"totalMwh\": 100")),
        new Case("REG-21", "nothing to share", contract("\"profile\": [1]")),
        new Case(
            "REG-21",
            "There are 2 monthWeights for the 1 months",
            contract("\"to\": \"2026-10-31\", \"monthWeights\": [1, 1], " + total)),
        new Case(
            "REG-21",
            "All weights are 0: dayWeights in 2026-10",
            contract("\"to\": \"2026-10-02\", \"dayWeights\": [0, 1, 1], " + total)),
        new Case(
            "REG-21",
            "24, 48 or 96",
            contract("\"to\": \"2026-10-31\", \"profile\": [1, 2], " + total)),
        new Case(
            "REG-21",
            "the greatest is 10000.0000",
            contract("\"to\": \"2026-10-01\", \"totalMwh\": 960000.0960, \"yuanPerMwh\": 1")),
        new Case(
            "REG-21",
            "between two entities",
            contract("\"withheld\": \"?\"").replace("\"buyer\": \"R\"", "\"buyer\": \"T1\"")),
        new Case(
            "REG-27",
            "each other's column",
            contract("\"withheld\": \"?\"")
                .replace(
                    "\"seller\": \"T1\", \"buyer\": \"R\"",
                    "\"seller\": \"R\", \"buyer\": \"T1\"")),
        new Case(
            "REG-27",
            "seller = U",
            contract("\"withheld\": \"?\"").replace("\"seller\": \"T1\"", "\"seller\": \"U\"")),
        new Case("REG-21", "the total that it has now", exit("contract", "C1", "2026-11-15")),
        new Case(
            "REG-22",
            "from 2026-10-01 to 2026-10-31",
            """
            {"kind": "plan", "id": "P2", "from": "2026-10-01", "to": "2026-10-30", "entity": "T1",
             "scope": "monthly", "totalMwh": 1}
            """),
        new Case(
            "REG-23",
            "Mapping x1",
            "{\"kind\": \"foreign-id\", \"id\": \"x2\", \"from\": \"2026-10-01\", \"system\":"
                + " \"trading\", \"foreign\": \"0815\", \"of\": \"unit\", \"thing\": \"T1\"}"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aChangeThatBreaksARuleIsToldByItsId(Case broken) {
    RegistryState state = broken.rule().equals("REG-26") ? withPlannedLoad() : STATE;
    List<Issue> issues;
    try {
      issues =
          RULES
              .judge("case", state, SmallMarket.changes(broken.records()), SmallMarket.TODAY)
              .issues();
    } catch (InvalidInputException e) {
      issues = e.issues();
    }
    assertTrue(
        issues.stream()
            .filter(issue -> issue.rule().id().equals(broken.rule()))
            .anyMatch(issue -> issue.line().contains(broken.words())),
        issues.stream().map(Issue::line).collect(Collectors.joining("\n")));
  }

  private static RegistryState withPlannedLoad() {
    String planned =
        "{\"kind\": \"load\", \"id\": \"L1\", \"from\": \"2026-11-01\", \"name\": \"Works\","
            + " \"member\": \"city\", \"pricePoint\": \"b1\"}";
    return RULES
        .judge("planned", STATE, SmallMarket.changes(planned), SmallMarket.TODAY)
        .plan()
        .after();
  }

  @Test
  void everyRuleHasACase() {
    Set<String> rules =
        Arrays.stream(Rule.values())
            .map(Rule::id)
            .filter(id -> id.startsWith("REG-") && !ELSEWHERE.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(rules.size() >= 25);
    assertEquals(rules, cases().map(Case::rule).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theSmallMarketBreaksNone() {
    Judged judged =
        RULES.judge(
            "small",
            RegistryState.EMPTY,
            SmallMarket.changes(SmallMarket.RECORDS),
            LocalDate.of(2026, 1, 1));
    assertEquals(List.of(), judged.issues());
    Judged again =
        RULES.judge("small", STATE, SmallMarket.changes(SmallMarket.RECORDS), SmallMarket.TODAY);
    assertEquals(List.of(), again.issues());
    assertEquals(0, again.plan().changed().size());
    assertEquals(SmallMarket.changes(SmallMarket.RECORDS).size(), again.plan().unchanged());
  }

  @Test
  void whatWasBrokenBeforeDoesNotStandInTheWay() {
    RegistryState broken =
        RegistryState.of(STATE.all().filter(entry -> !entry.id().equals("gridco")).toList());
    Judged judged =
        RULES.judge(
            "case", broken, SmallMarket.changes(unit("T2", "2026-10-01", "")), SmallMarket.TODAY);
    assertEquals(List.of(), judged.issues());
  }

  @Test
  void parametersMoveTheRules() {
    RegistryRules wide = new RegistryRules(new RegistryLimits(31, 1_200_000, 30));
    String gap =
        unit("T9", "2026-10-01", "\"to\": \"2026-10-31\"") + ", " + unit("T9", "2026-12-02", "");
    String shares = member("m", "\"shareholders\": [\"a:60\", \"b:50\"]");
    String back = unit("T1", "2026-08-02", "");
    for (String each : List.of(gap, shares, back)) {
      assertEquals(
          List.of(),
          wide.judge("case", STATE, SmallMarket.changes(each), SmallMarket.TODAY).issues());
    }
  }
}
