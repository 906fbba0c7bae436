package org.gridclear.settlement.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.settlement.allocation.BookCheck;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// Rows: M-03, Q-26
class RuleBookTest {
  private static List<String> issues(UnaryOperator<String> change) {
    String text = change.apply(RuleBookReader.defaultText());
    IssueLog log = new IssueLog("book.yaml");
    var book = RuleBookReader.read(text, log);
    assertEquals(List.of(), log.issues());
    return BookCheck.issues(
            new SettlementFixture(31).entity("U", EntityClass.USER).book(book).month())
        .stream()
        .map(issue -> issue.rule() + " " + issue.field() + ": " + issue.text())
        .toList();
  }

  private static void refused(String rule, String text, UnaryOperator<String> change) {
    List<String> issues = issues(change);
    assertTrue(
        issues.stream().anyMatch(issue -> issue.startsWith(rule) && issue.contains(text)),
        () -> "" + issues);
  }

  @Test
  void defaultBookCanBePublished() {
    assertEquals(List.of(), issues(text -> text));
  }

  @Test
  void unitErrorIsRefusedAndNamed() {
    refused(
        "DA_ENERGY amount",
        "an amount is in yuan, this is in MWh",
        text -> text.replace("amount: (daMwh - physicalMwh) * daYuanPerMwh\n", "amount: daMwh\n"));
    refused(
        "RT_ENERGY amount",
        "yuan/MWh cannot be subtracted from MWh",
        text -> text.replace("amount: (rtMwh - daMwh) *", "amount: (rtMwh - rtYuanPerMwh) *"));
  }

  @Test
  void quantitiesOfOneItemAreInOneUnit() {
    refused(
        "SERVICE_FEE quantity",
        "rules of one item have quantities of one unit",
        text ->
            text.replace(
                    "classes: [generation, consumption]\n"
                        + "    roundAt: month\n"
                        + "    quantity: meteredMwh\n",
                    "classes: [generation]\n    roundAt: month\n    quantity: meteredMwh\n")
                .replace(
                    "  - item: GOVERNMENT_FUND\n",
                    """
                      - item: SERVICE_FEE
                        name: {en: Fee, zh: 费}
                        account: memberService
                        classes: [consumption]
                        quantity: meteredMwh * perHour
                        amount: -abs(meteredMwh) * serviceYuanPerMwh
                        pool: EXCHANGE
                      - item: GOVERNMENT_FUND
                    """));
  }

  @Test
  void overflowIsRefusedBeforeAnyDataComes() {
    refused(
        "DEVIATION amount",
        "could reach",
        text ->
            text.replace(
                "amount: (meteredMwh - rtMwh) * rtYuanPerMwh\n",
                "amount: (meteredMwh - rtMwh) * rtYuanPerMwh * 1.00001 * 1.00001\n"));
  }

  @Test
  void syntaxErrorIsNamedWithItsPlace() {
    refused(
        "TRANSMISSION amount",
        "at 14 of 'meteredMwh * * tariffYuanPerMwh'",
        text -> text.replace("meteredMwh * tariffYuanPerMwh", "meteredMwh * * tariffYuanPerMwh"));
  }

  @Test
  void unknownNameIsRefused() {
    refused(
        "TRANSMISSION amount",
        "'tarif' means nothing here",
        text -> text.replace("meteredMwh * tariffYuanPerMwh", "meteredMwh * tarif"));
  }

  @Test
  void itemsThatBuildOnThemselvesAreRefused() {
    refused(
        "RT_ENERGY amount",
        "build on themselves",
        text ->
            text.replace("amount: (rtMwh - daMwh) * rtYuanPerMwh", "amount: 0 * DEVIATION")
                .replace(
                    "amount: (meteredMwh - rtMwh) * rtYuanPerMwh\n", "amount: 0 * RT_ENERGY\n"));
  }

  @Test
  void poolsThatPassMoneyInACircleAreRefused() {
    refused(
        "ASSESSMENT to",
        "circle",
        text ->
            text.replace(
                "  - {pool: ASSESSMENT, to: ANCILLARY}\n",
                "  - {pool: ASSESSMENT, to: ANCILLARY}\n  - {pool: ANCILLARY, to: ASSESSMENT}\n"));
  }

  /** An account is compared with the items of its rules; such a month could never be billed. */
  @ParameterizedTest
  @CsvSource({
    "'    from: ENERGY', '    from: EXCHANGE', congestion from",
    "'    to: CONGESTION', '    to: GOVERNMENT', congestion to",
    "'{pool: ASSESSMENT, to: ANCILLARY}', '{pool: ASSESSMENT, to: EXCHANGE}', EXCHANGE to",
    "'{pool: ASSESSMENT, to: ANCILLARY}', '{pool: EXCHANGE, to: ANCILLARY}', ANCILLARY pool"
  })
  void moneyBetweenAnAccountAndAPoolIsRefused(String rule, String other, String place) {
    List<String> issues = issues(text -> text.replace(rule + "\n", other + "\n"));
    assertTrue(
        issues.stream()
            .anyMatch(issue -> issue.contains(place + ": an account takes and gives items")),
        () -> "" + issues);
  }

  @Test
  void sharedPoolThatNobodyEmptiesIsRefused() {
    refused(
        "MAKE_WHOLE allocations",
        "takes what is left",
        text -> text.replaceAll("(?m)^  - \\{item: MAKE_WHOLE_SHARE.*\n", ""));
  }

  @Test
  void dayLineNeedsOneValuePerDay() {
    refused(
        "CAPACITY_FEE amount",
        "needs one value per day",
        text ->
            text.replace(
                "amount: -divide(obligationMw * capacityYuanPerMw * registeredDays, monthDays, 3)",
                "amount: meteredMwh * daYuanPerMwh"));
  }

  @Test
  void ruleWithDatesHoldsOnItsDaysOnly() {
    String text =
        RuleBookReader.defaultText()
            .replace(
                "    amount: meteredMwh * tariffYuanPerMwh\n",
                "    amount: meteredMwh * tariffYuanPerMwh\n    effectiveFrom: 2026-10-02\n");
    IssueLog log = new IssueLog("book.yaml");
    SettlementFixture fixture =
        new SettlementFixture(2)
            .book(RuleBookReader.read(text, log))
            .entity("U", EntityClass.USER)
            .attribute(SettlementColumn.TARIFF, "100")
            .at(SettlementColumn.METERED, 1, 0, "-1")
            .at(SettlementColumn.METERED, 2, 0, "-1")
            .entity("N", EntityClass.GRID);
    var books = fixture.close();
    assertEquals("0.000", books.yuan("U", "TRANSMISSION", 1));
    assertEquals("-100.000", books.yuan("U", "TRANSMISSION", 2));
    assertEquals(List.of(), books.audit());
  }

  @Test
  void poolThatNobodyCanShareIsReportedAndNotLost() {
    var books =
        new SettlementFixture(1)
            .entity("U", EntityClass.USER)
            .attribute(SettlementColumn.TARIFF, "100")
            .at(SettlementColumn.METERED, 1, 0, "-1")
            .close();
    assertTrue(
        books.closed().findings().stream()
            .anyMatch(
                text -> text.contains("TRANSMISSION_INCOME") && text.contains("100.000 yuan")),
        () -> "" + books.closed().findings());
    assertEquals(false, books.closed().billable());
    assertEquals(100_000, books.closed().residualMilliYuan());
  }
}
