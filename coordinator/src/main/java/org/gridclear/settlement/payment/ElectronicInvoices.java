package org.gridclear.settlement.payment;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.Publication;
import org.gridclear.settlement.process.StatementIndex;
import org.gridclear.settlement.proof.StatementLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Electronic invoices of the invoices of a month, which a tax service makes (S-36).
 *
 * @param ledger the ledger
 * @param service the service
 * @param currency what amounts are in, such as CNY
 */
public record ElectronicInvoices(PaymentLedger ledger, TaxService service, String currency) {
  private static final int NUMBER_MAX = 100;

  /**
   * What became of the invoices of a month.
   *
   * @param made how many were made
   * @param known how many had been made before
   * @param failed why others were not, by number of the invoice
   */
  public record Outcome(int made, int known, Map<String, String> failed) {}

  /**
   * Makes those of a month that are not made yet. One that fails holds up nobody, and is tried
   * again the next time.
   *
   * @param month any day of the month
   */
  public Outcome make(LocalDate month, String by) {
    LocalDate first = month.withDayOfMonth(1);
    List<PaymentEvent.Invoiced> all =
        ledger.ask(
            state ->
                state.invoices().values().stream()
                    .filter(each -> each.month().equals(first))
                    .toList());
    int made = 0;
    int known = 0;
    Map<String, String> failed = new TreeMap<>();
    for (PaymentEvent.Invoiced each : all) {
      if (ledger.ask(state -> state.electronic().of(each.number())).isPresent()) {
        known++;
        continue;
      }
      try {
        made += made(each, by) ? 1 : 0;
      } catch (IOException | JacksonException | ProcessConflictException e) {
        failed.put(each.number(), String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        // A defect, or a statement that cannot be read: of this one alone.
        failed.put(each.number(), "unexpected: " + e);
      }
    }
    return new Outcome(made, known, failed);
  }

  private boolean made(PaymentEvent.Invoiced invoice, String by) throws IOException {
    byte[] payload = Json.MAPPER.writeValueAsBytes(payload(invoice));
    byte[] reply = service.make(payload);
    JsonNode number = Json.MAPPER.readTree(reply).path("number");
    if (!number.isString() || number.asString().isBlank()) {
      throw new IOException("The answer of the tax service has no number.");
    }
    if (number.asString().length() > NUMBER_MAX) {
      throw new IOException(
          "The number has %d letters, at most %d are taken."
              .formatted(number.asString().length(), NUMBER_MAX));
    }
    boolean[] first = new boolean[1];
    ledger.happen(
        by,
        state -> {
          first[0] = state.electronic().of(invoice.number()).isEmpty();
          Optional<String> other = state.electronic().invoice(number.asString());
          if (first[0] && other.isPresent()) {
            throw new ProcessConflictException(
                "The tax service answers %s for %s and for %s; one number is of one invoice."
                    .formatted(number.asString(), other.get(), invoice.number()));
          }
          return first[0]
              ? List.of(
                  new PaymentEvent.ElectronicInvoice(
                      invoice.number(),
                      number.asString(),
                      ledger.process().content().put(payload),
                      ledger.process().content().put(reply)))
              : List.of();
        });
    return first[0];
  }

  private Map<String, Object> payload(PaymentEvent.Invoiced invoice) {
    Publication of = publication(invoice);
    StatementIndex.Entry entry =
        ledger.process().ask(state -> state.statement(of.number(), invoice.member()));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("format", "gridclear-electronic-invoice");
    payload.put("version", 1);
    payload.put("invoice", invoice.number());
    payload.put("statement", invoice.number().substring(1));
    payload.put("member", invoice.member());
    payload.put("name", entry.name());
    payload.put("from", of.act().from().toString());
    payload.put("to", of.act().to().toString());
    payload.put("due", invoice.due().toString());
    payload.put("direction", invoice.milliYuan() < 0 ? "collect" : "pay");
    payload.put("currency", currency);
    payload.put("amount", yuan(Math.abs(invoice.milliYuan())));
    payload.put("items", items(entry));
    payload.put("publishedHash", of.act().root());
    return payload;
  }

  private Publication publication(PaymentEvent.Invoiced invoice) {
    return ledger
        .process()
        .ask(
            state ->
                state.publications().stream()
                    .filter(each -> each.act().isVoucher())
                    .filter(
                        each ->
                            invoice.number().equals("I" + each.statementNumber(invoice.member())))
                    .findFirst()
                    .orElseThrow());
  }

  private List<Map<String, String>> items(StatementIndex.Entry entry) {
    Map<String, long[]> sums = new TreeMap<>();
    Map<String, String> units = new TreeMap<>();
    for (StatementLine line : StatementLine.read(ledger.process().content().get(entry.sha256()))) {
      long[] sum = sums.computeIfAbsent(line.item(), item -> new long[2]);
      sum[0] = Math.addExact(sum[0], line.quantity());
      sum[1] = Math.addExact(sum[1], line.milliYuan());
      units.put(line.item(), line.unit());
    }
    List<Map<String, String>> items = new ArrayList<>();
    sums.forEach(
        (item, sum) -> {
          Map<String, String> row = new LinkedHashMap<>();
          row.put("item", item);
          row.put("quantity", BigDecimal.valueOf(sum[0], 4).toPlainString());
          row.put("unit", units.get(item));
          row.put("amount", yuan(sum[1]));
          items.add(row);
        });
    return items;
  }

  private static String yuan(long milliYuan) {
    return BigDecimal.valueOf(milliYuan, 3).toPlainString();
  }
}
