package org.gridclear.cli.declaration;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.gate.GateReport;
import org.gridclear.market.gate.OfferInForce;
import org.gridclear.market.gate.Outcome;
import org.gridclear.market.store.declaration.StoredDeclaration;
import org.gridclear.market.store.declaration.StoredText;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** What the commands of declarations print. */
final class DeclarationPrint {
  private DeclarationPrint() {}

  static void print(String file, Answer answer, PrintWriter out) {
    for (Outcome outcome : answer.outcomes()) {
      out.println(words(outcome));
      outcome.objections().forEach(each -> out.println("  " + each.line()));
    }
    if (answer.outcomes().isEmpty()) {
      answer.objections().forEach(each -> out.println("  " + each.line()));
    }
    out.printf(
        "%s: %d of %d declarations accepted%n",
        file, answer.acceptedCount(), answer.outcomes().size());
    out.flush();
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      Outcome.Receipt receipt = accepted.receipt();
      return "%s %s %s of %s in %s: version %d, receipt %d%s, %s"
          .formatted(
              accepted.duplicate() ? "received before" : "accepted",
              receipt.unit(),
              receipt.slot(),
              receipt.date(),
              receipt.market(),
              receipt.version(),
              receipt.number(),
              receipt.replaced().isPresent()
                  ? " in place of " + receipt.replaced().getAsLong()
                  : "",
              receipt.hash());
    }
    Outcome.Refused refused = (Outcome.Refused) outcome;
    return "refused %s, kept under number %d".formatted(refused.unit(), refused.number());
  }

  static List<Map<String, Object>> fields(Map<String, Answer> answers) {
    return answers.entrySet().stream()
        .map(
            entry -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("file", entry.getKey());
              fields.putAll(entry.getValue().fields());
              return fields;
            })
        .toList();
  }

  static Table declarations(List<StoredDeclaration> declarations, ZoneId zone) {
    Table.Rows rows =
        new Table.Rows(
            "declarations",
            "A version of a declaration that was accepted.",
            Column.whole("receipt", "Number of its receipt, in the order of acceptance."),
            Column.text("unit", "Its unit."),
            Column.text("slot", "energy or ancillary."),
            Column.whole("version", "Its number among those of unit, date and slot."),
            Column.text("kind", "What is declared."),
            Column.text("member", "Whose it is."),
            Column.text("arrivedAt", "When it was received, on the market's clock."),
            Column.text("by", "Account that sent it."),
            Column.whole("replaced", "Receipt that it replaced; empty for the first."),
            Column.text("hash", "SHA-256 of what is declared."));
    for (StoredDeclaration each : declarations) {
      rows.add(
          each.number(),
          each.unit(),
          each.slot().label(),
          each.version(),
          each.kind(),
          each.member(),
          each.arrivedAt().atZone(zone).toOffsetDateTime().toString(),
          each.madeBy(),
          each.replaced().isPresent() ? each.replaced().getAsLong() : null,
          each.hash());
    }
    return rows.table();
  }

  static Table inForce(GateReport report) {
    Table.Rows rows =
        new Table.Rows(
            "offers-in-force",
            "What is in force of a unit.",
            Column.text("unit", "Id of the unit."),
            Column.text("slot", "energy or ancillary."),
            Column.text("element", "Its id in the case."),
            Column.text("member", "Its owner."),
            Column.text("kind", "What is in force."),
            Column.text("source", "Where it is from."),
            Column.text("hash", "SHA-256 of what is in force."));
    for (OfferInForce offer : report.offers()) {
      rows.add(
          offer.declaration().unit(),
          offer.declaration().terms().slot().label(),
          offer.element(),
          offer.declaration().member(),
          offer.declaration().terms().kind(),
          offer.provenance(),
          offer.hash());
    }
    return rows.table();
  }

  static Table texts(String name, List<StoredText> texts) {
    Table.Rows rows =
        new Table.Rows(
            name,
            "A version.",
            Column.text("of", "The market or the unit."),
            Column.whole("version", "Its number."),
            Column.text("from", "First trading date on which it holds."),
            Column.text("by", "Account that gave it."),
            Column.text("at", "When."));
    for (StoredText each : texts) {
      rows.add(
          each.key(),
          each.version(),
          each.from().toString(),
          each.madeBy(),
          each.madeAt().toString());
    }
    return rows.table();
  }

  static void objections(List<Objection> objections, PrintWriter out) {
    objections.forEach(each -> out.println(each.line()));
    out.flush();
  }
}
