package org.gridclear.settlement.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which records and rules hold on a day: the day before, the first, the last and the day after. */
// Rows
class RuleBookDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 5);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 10);
  private static final Validity SPAN = new Validity(FIRST, LAST);

  @ParameterizedTest
  @CsvSource({
    "2026-11-05, 2026-11-10, 2026-11-04, false",
    "2026-11-05, 2026-11-10, 2026-11-05, true",
    "2026-11-05, 2026-11-10, 2026-11-10, true",
    "2026-11-05, 2026-11-10, 2026-11-11, false",
    ", 2026-11-10, 1970-01-01, true",
    ", 2026-11-10, 2026-11-11, false",
    "2026-11-05, , 2026-11-04, false",
    "2026-11-05, , 2999-12-31, true",
    ", , 1970-01-01, true"
  })
  void aRecordHoldsFromItsFirstDayToItsLast(
      LocalDate from, LocalDate to, LocalDate day, boolean holds) {
    assertEquals(holds, new Validity(from, to).on(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2026-11-04, false",
    "2026-11-01, 2026-11-05, true",
    "2026-11-10, 2026-11-20, true",
    "2026-11-11, 2026-11-20, false",
    "2026-11-06, 2026-11-07, true",
    "2026-11-01, 2026-11-30, true",
    ", 2026-11-04, false",
    ", 2026-11-05, true",
    "2026-11-10, , true",
    "2026-11-11, , false",
    ", , true"
  })
  void recordsOverlapWhereADayIsInBoth(LocalDate from, LocalDate to, boolean overlap) {
    Validity other = new Validity(from, to);
    assertEquals(overlap, SPAN.overlaps(other));
    assertEquals(overlap, other.overlaps(SPAN));
  }

  @Test
  void aRecordWithoutAFirstDayHasNoBegin() {
    assertEquals(FIRST, SPAN.begin());
    assertThrows(NullPointerException.class, Validity.ALWAYS::begin);
  }

  private static Label label(String name) {
    return new Label(name, name);
  }

  private static ChargeRule charge(
      String item, boolean enabled, Validity validity, MarketMode... modes) {
    return new ChargeRule(
        item,
        label(item),
        "account of " + item,
        ChargeRule.Over.ENTITY,
        List.of("all"),
        List.of(modes),
        enabled,
        ChargeRule.Grain.DAY,
        ChargeRule.Grain.DAY,
        "",
        "1",
        "p",
        validity);
  }

  private static AllocationRule allocation(
      String item, String to, boolean enabled, Validity validity) {
    return new AllocationRule(
        item,
        label(item),
        "account of " + item,
        "p",
        to,
        ChargeRule.Over.ENTITY,
        List.of(),
        enabled,
        0,
        ChargeRule.Grain.MONTH,
        "1",
        false,
        "",
        false,
        validity);
  }

  private static RuleBook.Pool pool(String name) {
    return new RuleBook.Pool(name, label(name), RuleBook.Pool.Kind.SHARED);
  }

  private static final RuleBook BOOK =
      new RuleBook(
          "book",
          List.of(
              new RuleBook.Parameter("cap", "1", "yuan", new Validity(null, FIRST.minusDays(1))),
              new RuleBook.Parameter("cap", "2", "yuan", new Validity(FIRST, null))),
          List.of(pool("p"), pool("q")),
          List.of(
              charge("A", true, SPAN),
              charge("B", false, Validity.ALWAYS),
              charge("C", true, Validity.ALWAYS, MarketMode.CENTRALISED),
              charge("A", true, Validity.ALWAYS, MarketMode.DECENTRALISED)),
          List.of(
              new TransferRule("t", "p", "q", List.of(), "1", SPAN),
              new TransferRule(
                  "u", "p", "q", List.of(MarketMode.DECENTRALISED), "1", Validity.ALWAYS)),
          List.of(
              allocation("D", "", true, SPAN),
              allocation("E", "", false, Validity.ALWAYS),
              allocation("", "q", true, Validity.ALWAYS)));

  private static String rules(LocalDate day, MarketMode mode) {
    RuleBook book = BOOK.on(day, mode);
    assertEquals(BOOK.pools(), book.pools());
    return String.join(
        " ",
        String.join("", book.parameters().stream().map(RuleBook.Parameter::value).toList()),
        String.join("", book.charges().stream().map(ChargeRule::item).toList()),
        String.join("", book.transfers().stream().map(TransferRule::name).toList()),
        String.join(
            "",
            book.allocations().stream()
                .map(rule -> rule.shares() ? rule.item() : ">" + rule.to())
                .toList()));
  }

  @Test
  void aBookOfADayHasTheRulesOfItsDayAndModeThatAreSwitchedOn() {
    assertEquals("1 C  >q", rules(FIRST.minusDays(1), MarketMode.CENTRALISED));
    assertEquals("2 AC t D>q", rules(FIRST, MarketMode.CENTRALISED));
    assertEquals("2 AA tu D>q", rules(LAST, MarketMode.DECENTRALISED));
    assertEquals("2 A u >q", rules(LAST.plusDays(1), MarketMode.DECENTRALISED));
  }

  @Test
  void itemsOfABillComeOnceInTheOrderOfTheBookAlsoThoseThatAreOff() {
    assertEquals(
        List.of("A", "B", "C", "D", "E"), BOOK.items().stream().map(RuleBook.Item::code).toList());
    assertEquals(new RuleBook.Item("D", label("D"), "account of D"), BOOK.items().get(3));
    assertEquals(0, BOOK.item("A"));
    assertEquals(4, BOOK.item("E"));
    assertEquals(-1, BOOK.item("F"));
    assertEquals(0, BOOK.pool("p"));
    assertEquals(1, BOOK.pool("q"));
    assertEquals(-1, BOOK.pool("r"));
  }

  @ParameterizedTest
  @CsvSource({"'', 2026-11-10, true", "'', 2026-11-11, false", "disputed, 2026-11-10, false"})
  void aContractIsSettledOnItsDaysUnlessItIsWithheld(
      String withheld, LocalDate day, boolean settled) {
    Contract contract =
        new Contract("c", "s", "b", "p", false, ContractKind.FINANCIAL, withheld, SPAN);
    assertEquals(settled, contract.settledOn(day));
  }

  @Test
  void contractsOfAMarketAreDeliveredOnlyWhereItIsDecentralised() {
    assertEquals(ContractKind.FINANCIAL, ContractKind.of(MarketMode.CENTRALISED));
    assertEquals(ContractKind.PHYSICAL, ContractKind.of(MarketMode.DECENTRALISED));
    assertEquals(Optional.of(ContractKind.PHYSICAL), ContractKind.of("physical"));
    assertEquals(Optional.empty(), ContractKind.of("PHYSICAL"));
  }

  @ParameterizedTest
  @EnumSource(EntityClass.class)
  void aClassIsInItselfItsSideAndAll(EntityClass each) {
    assertTrue(each.in("all"));
    assertTrue(each.in(each.label()));
    for (EntityClass other : EntityClass.values()) {
      assertEquals(each == other, each.in(other.label()), each + " in " + other);
    }
  }

  @Test
  void sidesAndOffersOfClasses() {
    assertEquals(
        List.of("thermal", "gas", "nuclear", "hydro", "wind", "solar", "storage"),
        in("generation"));
    assertEquals(List.of("user", "retailer"), in("consumption"));
    assertEquals(List.of("response"), in("response"));
    assertEquals(List.of("grid"), in("grid"));
    assertEquals(List.of("thermal", "gas"), in("offering"));
    assertEquals(List.of(), in("nobody"));
    assertTrue(EntityClass.knows("consumption"));
    assertFalse(EntityClass.knows("nobody"));
    assertEquals(Optional.of(EntityClass.GAS), EntityClass.of("gas"));
    assertEquals(Optional.empty(), EntityClass.of("GAS"));
  }

  private static List<String> in(String group) {
    return Arrays.stream(EntityClass.values())
        .filter(each -> each.in(group))
        .map(EntityClass::label)
        .toList();
  }

  @Test
  void onlyGenerationIsInjected() {
    for (EntityClass each : EntityClass.values()) {
      assertEquals(each.side() == EntityClass.Side.GENERATION ? 1 : -1, each.sign());
    }
  }
}
