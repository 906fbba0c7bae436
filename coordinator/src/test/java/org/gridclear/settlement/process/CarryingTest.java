package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.einvoice.ConfiguredService;
import org.gridclear.settlement.payment.Carrying;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.settlement.payment.OpenItem;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.payment.PaymentQueries;
import org.gridclear.settlement.payment.PaymentState;
import org.gridclear.settlement.payment.TaxService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a correction changes for those whose statements stand: suspense, and bills of its own. */
// Rows: S-16, S-27, S-28, S-29, S-36, S-40
class CarryingTest extends ProcessOnDisk {
  private PaymentLedger ledger;

  private void opened() {
    open("embedded");
    ledger = PaymentLedger.of(market, process);
  }

  private Map<String, Long> balances() {
    return ledger.ask(PaymentState::balances);
  }

  private long total(long publication) {
    return process.ask(state -> state.index(state.publication(publication))).statements().stream()
        .mapToLong(StatementIndex.Entry::milliYuan)
        .sum();
  }

  private List<OpenItem> adjustments(String member) {
    return ledger.ask(
        state ->
            java.util.stream.Stream.concat(
                    state.dues(member).stream(), state.credits(member).stream())
                .filter(item -> item.kind() == OpenItem.Kind.ADJUSTMENT)
                .toList());
  }

  @Test
  void suspenseHoldsWhatAnUpdateChangedUntilTheOthersHaveSettledIt() throws IOException {
    opened();
    checkDays();
    ClosedMonths own = months.copied(folder);
    long month = approved(draft(own.close(), Act.Kind.MONTH, FIRST, LAST));
    long dispute = file(month, "DEVIATION");
    exchange().take(dispute, "sue");
    approved(new Act.Answered(dispute, Act.Outcome.GRANTED, "a digit was lost"));
    Path second = own.correct();
    long update;
    try (CloseFolder close = CloseFolder.open(second)) {
      update = approved(new StatementDraft(process, close).update(month));
    }
    Carrying carrying = new Carrying(ledger);
    conflict("no correction", () -> carrying.settle(month, "sue"));
    conflict(MEMBER, () -> carrying.settle(update, "sue"));
    clock.set("2026-10-13T09:00+08:00");
    int all = process.ask(state -> state.index(state.publication(month))).statements().size();
    assertEquals(all, new PaymentDesk(ledger).invoice(FIRST, "sue"));
    Effects effects = new StatementQueries(process).effects(update);
    long held = -effects.suspenseMilliYuan();
    assertNotEquals(0, held);
    assertEquals(held, balances().get("suspense"));
    assertEquals(total(month), balances().get("clearing"), "the undisputed figures");

    Map<String, Long> open =
        effects.changes().stream()
            .filter(each -> !each.settled())
            .collect(
                Collectors.groupingBy(
                    Effects.Change::member, Collectors.summingLong(Effects.Change::milliYuan)));
    open.values().removeIf(amount -> amount == 0);
    assertEquals(open.size(), carrying.settle(update, "sue"));
    conflict("settled already", () -> carrying.settle(update, "sue"));
    assertEquals(0L, balances().get("suspense"));
    assertEquals(total(month) + effects.totalMilliYuan(), balances().get("clearing"));
    assertEquals(0, balances().values().stream().mapToLong(Long::longValue).sum());
    String some = open.keySet().iterator().next();
    OpenItem item = adjustments(some).get(0);
    assertEquals(Math.abs(open.get(some)), item.milliYuan());
    String number = new StatementQueries(process).find(month, some).number();
    assertEquals("A%s-%d".formatted(number, update), item.number());
    assertTrue(adjustments(MEMBER).isEmpty(), "its updated statement has it");
  }

  @Test
  void aLaterDisputeIsSettledWithTheBillsOfALaterMonthAndNobodysStatementChanges()
      throws IOException {
    opened();
    checkDays();
    ClosedMonths own = months.copied(folder);
    long month = approved(draft(own.close(), Act.Kind.MONTH, FIRST, LAST));
    clock.set("2026-10-09T09:00+08:00");
    new PaymentDesk(ledger).invoice(FIRST, "sue");
    clock.set("2028-09-01T09:00+08:00");
    long dispute = member().file(claim(month, MEMBER, ENTITY, SECOND, "DEVIATION", true), "m7");
    exchange().take(dispute, "sue");
    approved(new Act.Answered(dispute, Act.Outcome.GRANTED, "a digit was lost"));
    try (CloseFolder close = CloseFolder.open(own.close())) {
      StatementDraft draft = new StatementDraft(process, close);
      conflict("waits for an updated", () -> draft.update(month));
      conflict("does not correct", () -> draft.resettlement(month));
    }
    long number;
    try (CloseFolder close = CloseFolder.open(own.correct())) {
      Act.Published act = new StatementDraft(process, close).resettlement(month);
      assertEquals(List.of(dispute), act.disputes());
      number = approved(act);
      conflict("does not correct", () -> new StatementDraft(process, close).resettlement(month));
    }
    assertEquals(ProcessState.StatementState.CONFIRMED, state(month, MEMBER));
    assertEquals(
        number, process.ask(state -> state.dispute(dispute)).update(), "it is settled by it");
    Effects effects = new StatementQueries(process).effects(number);
    assertEquals(0, effects.suspenseMilliYuan());
    long before = balances().get("clearing");
    new Carrying(ledger).settle(number, "sue");
    assertEquals(before + effects.totalMilliYuan(), balances().get("clearing"));
    assertEquals(0L, balances().getOrDefault("suspense", 0L));
    assertEquals(1, adjustments(MEMBER).size(), "the filer, too");
    assertEquals(LocalDate.of(2028, 9, 1), adjustments(MEMBER).get(0).month());
    assertEquals(
        3,
        new StatementQueries(process)
            .sums(MEMBER, FIRST, LAST).stream()
                .map(StatementQueries.Sum::item)
                .filter(List.of("DA_ENERGY", "RT_ENERGY", "TRANSMISSION")::contains)
                .count(),
        "details of two years ago are there");
  }

  private void metered(LocalDate date, long milliYuan) {
    byte[] file = Long.toString(milliYuan).getBytes(StandardCharsets.UTF_8);
    new PaymentDesk(ledger).metered(date, 1, file, Map.of(MEMBER, milliYuan), "sue");
  }

  @Test
  void readingsOfADayThatIsPublishedOrOfAPublishedMonthAreRefused() {
    opened();
    checkDays();
    metered(FIRST, -1);
    metered(LAST, -2);
    approved(draft(Act.Kind.DAY, FIRST, FIRST));
    conflict("2026-10-01 is published (DAY", () -> metered(FIRST, -3));
    metered(FIRST, -1);
    metered(LAST, -4);
    approved(draft(Act.Kind.MONTH, FIRST, LAST));
    conflict("2026-10-03 is published (MONTH", () -> metered(LAST, -5));
    metered(LAST, -4);
    assertEquals(
        4,
        new Credit(ledger)
            .standingDays().stream().mapToLong(Credit.StandingDay::marketMilliYuan).skip(1).sum(),
        "what was read before stays as it was");
  }

  @Test
  void aNumberThatATaxServiceAnswersTwiceIsKeptOnce() throws IOException {
    opened();
    month();
    clock.set("2026-10-09T09:00+08:00");
    int all = new PaymentDesk(ledger).invoice(FIRST, "sue");
    byte[] same = "{\"number\": \"E1\"}".getBytes(StandardCharsets.UTF_8);
    ElectronicInvoices.Outcome outcome =
        new ElectronicInvoices(ledger, payload -> same, "CNY").make(FIRST, "sue");
    assertEquals(1, outcome.made());
    assertEquals(all - 1, outcome.failed().size());
    String first = ledger.ask(state -> state.invoices().keySet().iterator().next());
    outcome
        .failed()
        .forEach(
            (invoice, why) ->
                assertTrue(why.contains("E1 for %s and for %s".formatted(first, invoice)), why));
  }

  @Test
  void anInvoiceThatBreaksATaxServiceHoldsUpNobody() throws IOException {
    opened();
    month();
    clock.set("2026-10-09T09:00+08:00");
    int all = new PaymentDesk(ledger).invoice(FIRST, "sue");
    int[] asked = new int[1];
    TaxService breaking =
        payload -> {
          if (asked[0]++ == 0) {
            throw new IllegalStateException("no state for this");
          }
          return "{\"number\": \"E%d\"}".formatted(asked[0]).getBytes(StandardCharsets.UTF_8);
        };
    ElectronicInvoices.Outcome outcome =
        new ElectronicInvoices(ledger, breaking, "CNY").make(FIRST, "sue");
    assertEquals(all - 1, outcome.made());
    String why = outcome.failed().values().iterator().next();
    assertTrue(why.contains("unexpected") && why.contains("no state for this"), why);
  }

  @Test
  void aTaxServiceIsAskedOnceForEachInvoiceAndRefusedByNameWhereThereIsNone() throws IOException {
    opened();
    long month = month();
    clock.set("2026-10-09T09:00+08:00");
    int all = new PaymentDesk(ledger).invoice(FIRST, "sue");
    Path place = market.path();
    conflict("No tax service", () -> ConfiguredService.of(place, Clock.systemUTC()));
    Path told = folder.resolve("told");
    Files.createDirectories(told);
    Path program = folder.resolve("tax.sh");
    Files.writeString(
        program,
        "n=$(sed 's/.*\"invoice\":\"\\([^\"]*\\)\".*/\\1/' | tee -a %s/log)\n".formatted(told)
            + "case $n in *"
            + MEMBER
            + "*) test -f %s/up || exit 3;; esac\n".formatted(told)
            + "echo \"{\\\"number\\\": \\\"E-$n\\\"}\"\n");
    Files.writeString(
        place.resolve(ConfiguredService.FILE),
        Json.MAPPER.writeValueAsString(Map.of("command", List.of("sh", program.toString()))));
    ElectronicInvoices invoices =
        new ElectronicInvoices(ledger, ConfiguredService.of(place, Clock.systemUTC()), "CNY");
    ElectronicInvoices.Outcome first = invoices.make(FIRST, "sue");
    assertEquals(all - 1, first.made());
    assertEquals(1, first.failed().size(), "one holds up nobody");
    assertTrue(first.failed().values().iterator().next().contains("exit code 3"));
    Files.writeString(told.resolve("up"), "");
    ElectronicInvoices.Outcome second = invoices.make(FIRST, "sue");
    assertEquals(new ElectronicInvoices.Outcome(1, all - 1, Map.of()), second);
    String number = "I" + new StatementQueries(process).find(month, MEMBER).number();
    JsonNode payload =
        Json.MAPPER.readTree(
            process
                .content()
                .get(ledger.ask(state -> state.electronic().of(number)).orElseThrow().payload()));
    assertEquals(MEMBER, payload.get("member").asString());
    long sum = 0;
    for (JsonNode item : payload.get("items")) {
      sum += new java.math.BigDecimal(item.get("amount").asString()).movePointRight(3).longValue();
    }
    assertEquals(
        new StatementQueries(process).find(month, MEMBER).entry().milliYuan(), sum, "item by item");
    assertTrue(
        new PaymentQueries(ledger)
            .items(MEMBER::equals, false)
            .rows()
            .get(0)[9]
            .toString()
            .startsWith("E-I"));
  }
}
